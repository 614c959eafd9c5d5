"""What can stand on either side of a matrix, and how decisions tie the two sides together."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ..log.coverage import RequirementRow
from ..log.decision import Decision
from ..log.identifiers import natural_key
from ..log.links import Key, key_of
from .answers import Answers
from .naming import Named, NamedRequirement, Names

Head = Named | NamedRequirement | str
"""What a row or column is about: a decision, a requirement, or a word."""

_WILD = re.compile(r"[*?\[]")
_NUMBER = re.compile(r"(?:\d+\.)*\d+[-_. ]?")
"""The number at the end of an ID, read from there."""

_KIND = re.compile(r"(?<=[-_.])(?:REQ|FR|NFR)$")


@dataclass(frozen=True, slots=True)
class Axis:
    """One side of a matrix: its heads by their keys, in order, and the ties of each decision to them.

    A tie is the key of a head and a word that says how the decision is tied to it, or nothing.
    """

    heads: Mapping[object, Head] = field(default_factory=dict)
    ties: Mapping[Key, Sequence[tuple[object, str]]] = field(default_factory=dict)


def selected(rows: Iterable[RequirementRow], patterns: Sequence[str]) -> list[RequirementRow]:
    """The requirements whose IDs one of *patterns* fits: a glob, or the beginning of IDs; all without any."""
    if not patterns:
        return list(rows)
    fits = [re.compile(fnmatch.translate(p if _WILD.search(p) else f"{p}*")).match for p in patterns]
    return [row for row in rows if any(fit(row.id) for fit in fits)]


def prefix(identifier: str) -> str:
    """What IDs of one kind have in common: ``PRD-MON`` of ``PRD-MON-REQ-001``, ``ADR`` of ``ADR-0013``."""
    number = _NUMBER.match(identifier[::-1])
    kind = identifier[: -number.end()] if number else identifier
    return _KIND.sub("", kind).rstrip("-_.") or kind


def requirements_axis(names: Names, rows: Iterable[RequirementRow], decisions: Sequence[Decision]) -> Axis:
    """The requirements in *rows*, also those without any tie."""
    ties: dict[Key, list[tuple[object, str]]] = {key_of(decision): [] for decision in decisions}
    heads: dict[object, Head] = {}
    for row in rows:
        heads[row.id] = names.requirement(row)
        found = {key_of(decision): "drops" for decision in row.dropped_by}
        found |= {key_of(answer.decision): answer.how.value for answer in row.answers}
        # Decisions are tied to a requirement in one of three ways: those of a way share one value.
        tie: dict[str, tuple[object, str]] = {}
        for key, how in found.items():
            if key in ties:
                ties[key].append(tie.get(how) or tie.setdefault(how, (row.id, how)))
    return Axis(heads, ties)


def decisions_axis(answers: Answers, decisions: Sequence[Decision]) -> Axis:
    """The decisions themselves."""
    heads: dict[object, Head] = {key_of(one): answers.names.of(one) for one in decisions}
    return Axis(heads, {key_of(one): [(key_of(one), "")] for one in decisions})


def words_axis(decisions: Sequence[Decision], words: Callable[[Decision], Iterator[tuple[str, str]]]) -> Axis:
    """The *words* of decisions, in their natural order; equal words are one."""
    ties: dict[Key, Sequence[tuple[object, str]]] = {
        key_of(one): [(word, how) for word, how in words(one)] for one in decisions
    }
    found = {str(word) for of_one in ties.values() for word, _how in of_one}
    return Axis({word: word for word in sorted(found, key=lambda word: (natural_key(word), word))}, ties)


def _tags(decision: Decision) -> Iterator[tuple[str, str]]:
    yield from ((tag, "") for tag in decision.tags)


def _drivers(decision: Decision) -> Iterator[tuple[str, str]]:
    yield from ((driver, "") for driver in decision.anatomy.drivers)


def _options(decision: Decision) -> Iterator[tuple[str, str]]:
    yield from ((one.name, "chosen" if one.chosen else "considered") for one in decision.anatomy.options)


WORDS: Mapping[str, Callable[[Decision], Iterator[tuple[str, str]]]] = MappingProxyType(
    {"tags": _tags, "drivers": _drivers, "options": _options}
)
"""The sides that are words of the decisions."""

AXES = ("requirements", "decisions", *WORDS)
"""What ``:rows:`` and ``:columns:`` can name."""
