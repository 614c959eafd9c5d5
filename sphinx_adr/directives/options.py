"""The options of directives as they are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class AnyOption(dict[str, Callable[[str], Any]]):
    """An option specification that takes every option as it is written.

    Options are checked in one place of ours, so that reStructuredText and MyST report the same.
    """

    def __bool__(self) -> bool:
        return True

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[[str | None], str]:
        return lambda value: (value or "").strip()
