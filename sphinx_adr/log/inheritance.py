"""What stands in docstrings and is inherited with them: one declaration, although several objects show it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from .decision import Decision, Requirement
from .finding import Place

_NOWHERE = Place("")
Declared = TypeVar("Declared", Decision, Requirement)


def is_in_docstring(place: Place) -> bool:
    """Whether *place* is inside a docstring, as ``sphinx.ext.autodoc`` names such places."""
    return "docstring of" in place.source


def decision_content(decision: Decision) -> Decision:
    """*decision* without where it stands: equal for all copies of an inherited docstring."""
    parts = tuple(replace(part, anchor="") for part in decision.parts)
    return replace(decision, docname="", anchor="", anchors=(), place=_NOWHERE, parts=parts)


def requirement_content(requirement: Requirement) -> Requirement:
    """*requirement* without where it stands."""
    return replace(requirement, docname=None, anchor=None, place=_NOWHERE)


def trace_copies(
    ordered: Iterable[Declared], content: Callable[[Declared], Hashable]
) -> tuple[tuple[Declared, ...], tuple[tuple[Declared, Declared], ...]]:
    """What is declared, without the copies in docstrings; and each copy with the first of its kind.

    *ordered* decides which is the first; *content* tells what copies have in common.
    """
    firsts: dict[Hashable, Declared] = {}
    originals: list[Declared] = []
    copies: list[tuple[Declared, Declared]] = []
    for declared in ordered:
        if not is_in_docstring(declared.place):
            originals.append(declared)
            continue
        first = firsts.setdefault(content(declared), declared)
        if first is declared:
            originals.append(declared)
        else:
            copies.append((declared, first))
    return tuple(originals), tuple(copies)
