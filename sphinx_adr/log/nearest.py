"""The nearest of many names to one that does not exist, without comparing it with each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

_NUMBER = re.compile(r"[0-9]+")
_FEW = 200
_LONGEST = 128


class Nearest:
    """Finds the name that differs from a given one in a letter, or in two that changed places.

    Names that lie farther away are looked for only where there are few. One that differs in nothing but its numbers
    is another name then, not a slip.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._by_rest: dict[str, str] = {}
        for name in self._names:
            for rest in _rests(name):
                self._by_rest.setdefault(rest, name)

    def to(self, name: str, besides: str | None = None) -> str | None:
        """The name nearest to *name*, apart from *besides*; ``None`` where none is near."""
        for rest in _rests(name):
            found = self._by_rest.get(rest)
            if found and found != besides and _differ_little(found, name):
                return found
        names = self._names if len(self._names) <= _FEW else []
        few = [one for one in names if one != besides and not _count_apart(one, name)]
        return next(iter(get_close_matches(name, few, n=1)), None)

    def hint(self, name: str, besides: str | None = None) -> str:
        """The question whether the nearest name apart from *besides* was meant; empty where none is near."""
        found = self.to(name, besides)
        return f"; did you mean {found}?" if found else ""


def _rests(name: str) -> Iterator[str]:
    """*name*, and what is left of it without any one of its letters; case does not matter."""
    word = name.casefold()[:_LONGEST]
    yield word
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))


def _count_apart(one: str, other: str) -> bool:
    """Whether two names have the same words and other numbers."""
    if _NUMBER.sub("#", one.casefold()) != _NUMBER.sub("#", other.casefold()):
        return False
    return [n.lstrip("0") for n in _NUMBER.findall(one)] != [n.lstrip("0") for n in _NUMBER.findall(other)]


def _differ_little(one: str, other: str) -> bool:
    """Whether two names that share a rest are as near as a slip of the finger."""
    a, b = one.casefold(), other.casefold()
    if len(a) != len(b):
        return True
    different = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(different) <= 1:
        return True
    first, last = different[0], different[-1]
    return len(different) == 2 and last == first + 1 and a[first] == b[last] and a[last] == b[first]
