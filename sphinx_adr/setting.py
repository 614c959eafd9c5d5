"""One value of ``conf.py``, and hints at what may have been meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of ``conf.py``.

    *rebuild* is ``env`` where the setting shapes what is read, and empty where it only shapes answers:
    then the pages whose answers change are written again, as after any other change.
    """

    name: str
    default: object
    types: tuple[type, ...]
    rebuild: Literal["", "env"]
    meaning: str
    problem: Callable[[object], str | None] = lambda value: None


def nearest(word: str, allowed: object) -> str:
    """A hint at the allowed word that is nearest to *word*, or nothing."""
    assert isinstance(allowed, (list, tuple, Mapping))
    near = get_close_matches(word.casefold(), list(allowed), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
