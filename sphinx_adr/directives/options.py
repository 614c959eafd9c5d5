"""The options of directives as they are written."""

from __future__ import annotations

import inspect
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


class LateOption(AnyOption):
    """The same, where :mod:`.written` takes the options off the argument in reStructuredText.

    The parser of docutils takes it for none, and so hands the block of options over with the argument: it
    would set up a state machine for each one, which takes longer than all else that it does for a directive.
    Everybody else takes the options off.
    """

    def __bool__(self) -> bool:
        frame = inspect.currentframe()
        try:
            asking = frame.f_back if frame is not None else None
            return asking is None or asking.f_globals.get("__name__") != "docutils.parsers.rst.states"
        finally:
            # A frame that refers to itself stays, with all that called it, until Python looks for garbage.
            del frame
