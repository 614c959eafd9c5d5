"""One value of ``conf.py``, and hints at what may have been meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Repair = Callable[[object], tuple[object, Sequence[str]]]
"""What can be used of a value, and what is wrong with the rest of it, in sentences that begin with its name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of ``conf.py``.

    *rebuild* is ``env`` where the setting shapes what is read, and empty where it only shapes answers:
    then the pages whose answers change are written again, as after any other change. *problem* tells why a
    value cannot be used at all, *repair* what can be used of one that holds several things.
    """

    name: str
    default: object
    types: tuple[type, ...]
    rebuild: Literal["", "env"]
    meaning: str
    problem: Callable[[object], str | None] = lambda value: None
    repair: Repair = lambda value: (value, ())


def each_entry(problem: Callable[[object], str | None]) -> Repair:
    """Leaves the entries out of a list that have a problem."""

    def repair(value: object) -> tuple[object, Sequence[str]]:
        assert isinstance(value, (list, tuple))
        found = [(entry, problem(entry)) for entry in value]
        return [entry for entry, said in found if not said], [said for _entry, said in found if said]

    return repair


def each_item(problem: Callable[[object, object], str | None]) -> Repair:
    """Leaves the items out of a table that have a problem."""

    def repair(value: object) -> tuple[object, Sequence[str]]:
        assert isinstance(value, Mapping)
        found = [(name, said, problem(name, said)) for name, said in value.items()]
        return {name: said for name, said, bad in found if not bad}, [bad for _, _, bad in found if bad]

    return repair


def nearest(word: str, allowed: object) -> str:
    """A hint at the allowed word that is nearest to *word*, or nothing."""
    assert isinstance(allowed, (list, tuple, Mapping))
    near = get_close_matches(word.casefold(), list(allowed), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
