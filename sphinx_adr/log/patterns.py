"""Regular expressions that users write: whether they compile, and whether they come to an end.

Python's matcher goes back and tries again wherever a text can be divided among the parts of a pattern in more
than one way. Where such a part is itself repeated, as in ``(A+)+``, the ways multiply with each letter, and a
line of text takes longer than the age of the user. Such patterns are found by their structure, never by a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import combinations, islice
from typing import Any

_PARSER = import_module("re._parser")
_ALPHABET = frozenset(range(256)) | {0x3B1, 0x4E2D, 0x2013}
"""The characters that parts are compared by: all of Latin-1, and a few that stand for the others."""
_MANY = 16
"""From how many repetitions on a count is as good as none."""
_PATHS = 64
"""How many ways through alternatives are looked at."""

Chars = frozenset[int]


def problem_of_pattern(pattern: str) -> str | None:
    """What is wrong with *pattern*, if anything: it does not compile, fits also an empty text, or may never end."""
    try:
        parsed = _PARSER.parse(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return f"does not compile: {error}"
    ambiguous = _Reading(bool(parsed.state.flags & re.IGNORECASE)).has_endless(parsed)
    if ambiguous:
        return "can take without end: a part that repeats can divide one text in many ways"
    return "fits also an empty text" if re.search(pattern, "") else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A step of a pattern: what it can begin with, whether it may be left out, and how far its length varies."""

    first: Chars
    optional: bool = False
    varies: bool = False
    unbounded: bool = False


class _Reading:
    """Reads the tree that the parser of :mod:`re` makes: pairs of an operation and its arguments."""

    def __init__(self, ignore_case: bool) -> None:  # noqa: FBT001
        self.ignore_case = ignore_case

    def has_endless(self, tree: Any) -> bool:
        """Whether a repetition in *tree* repeats something ambiguous."""
        for operation, argument in tree:
            if str(operation) in ("MAX_REPEAT", "MIN_REPEAT"):
                _low, high, body = argument
                if int(high) >= _MANY and self._is_ambiguous(body):
                    return True
            if any(self.has_endless(inner) for inner in _inner(operation, argument)):
                return True
        return False

    def _is_ambiguous(self, body: Any) -> bool:
        paths = list(islice(self._paths(body), _PATHS))
        start, _ = self._first(body)
        if any(self._divides(path, start) for path in paths):
            return True
        return any(
            len(one) == len(other) and all(a.first & b.first for a, b in zip(one, other, strict=True))
            for one, other in combinations(paths, 2)
        )

    @staticmethod
    def _divides(path: Sequence[_Piece], start: Chars) -> bool:
        """Whether what follows a piece of varying length can begin as the piece itself goes on."""
        for position, piece in enumerate(path):
            if not piece.varies:
                continue
            for after in path[position + 1 :]:
                if after.first & piece.first:
                    return True
                if not after.optional:
                    break
            else:
                if piece.unbounded and start & piece.first:
                    return True
        return False

    def _paths(self, tree: Any) -> Iterator[tuple[_Piece, ...]]:
        """Every way through *tree*, one for each choice among alternatives."""
        ways: list[tuple[_Piece, ...]] = [()]
        for operation, argument in tree:
            name = str(operation)
            if name == "SUBPATTERN":
                steps = list(islice(self._paths(argument[3]), _PATHS))
            elif name == "BRANCH":
                steps = [way for branch in argument[1] for way in islice(self._paths(branch), _PATHS)]
            else:
                steps = [tuple(self._pieces(name, argument))]
            ways = [way + step for way in ways for step in steps][:_PATHS]
        yield from ways

    def _pieces(self, name: str, argument: Any) -> Iterator[_Piece]:
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, body = argument
            first, optional = self._first(body)
            yield _Piece(first, optional or low == 0, low != high, int(high) >= _MANY)
        elif name in ("POSSESSIVE_REPEAT", "ATOMIC_GROUP"):
            first, optional = self._first(argument[2] if name == "POSSESSIVE_REPEAT" else argument)
            yield _Piece(first, optional or (name == "POSSESSIVE_REPEAT" and argument[0] == 0))
        elif (chars := self._chars(name, argument)) is not None:
            yield _Piece(chars)

    def _first(self, tree: Any) -> tuple[Chars, bool]:
        """What *tree* can begin with, and whether it can match nothing."""
        found: Chars = frozenset()
        optional = False
        for path in islice(self._paths(tree), _PATHS):
            for piece in path:
                found |= piece.first
                if not piece.optional:
                    break
            else:
                optional = True
        return found, optional

    def _chars(self, name: str, argument: Any) -> Chars | None:
        """The characters that one step takes; ``None`` where it takes none, as an anchor does."""
        if name == "LITERAL":
            return self._either_case(frozenset((argument,)))
        if name == "NOT_LITERAL":
            return _ALPHABET - {argument}
        if name in ("ANY", "GROUPREF", "GROUPREF_EXISTS"):
            return _ALPHABET
        if name != "IN":
            return None
        found: Chars = frozenset()
        negated = False
        for operation, value in argument:
            kind = str(operation)
            if kind == "NEGATE":
                negated = True
            elif kind == "RANGE":
                found |= frozenset(code for code in _ALPHABET if value[0] <= code <= value[1])
            elif kind == "CATEGORY":
                found |= _category(str(value))
            else:
                found |= {value}
        return _ALPHABET - found if negated else self._either_case(found)

    def _either_case(self, chars: Chars) -> Chars:
        if not self.ignore_case:
            return chars
        cases = (case for code in chars for case in (chr(code).lower(), chr(code).upper()))
        return chars | {ord(case) for case in cases if len(case) == 1}


def _category(name: str) -> Chars:
    letters = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
    kind = name.rpartition("_")[2]
    matches = re.compile(letters.get(kind, "."))
    inside = frozenset(code for code in _ALPHABET if matches.match(chr(code)))
    return _ALPHABET - inside if "_NOT_" in name else inside


def _inner(operation: Any, argument: Any) -> Iterator[Any]:
    """The trees inside one step."""
    name = str(operation)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        yield argument[2]
    elif name == "SUBPATTERN":
        yield argument[3]
    elif name == "BRANCH":
        yield from argument[1]
    elif name == "ATOMIC_GROUP":
        yield argument
    elif name in ("ASSERT", "ASSERT_NOT"):
        yield argument[1]
    elif name == "GROUPREF_EXISTS":
        yield from (tree for tree in argument[1:] if tree is not None)
