"""Colour, where it is wanted."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TextIO


class Style(StrEnum):
    """How words on a terminal look."""

    STRONG = "1"
    FAINT = "2"
    WARNING = "33"
    GOOD = "32"


def wants_colour(stream: TextIO) -> bool:
    """Whether *stream* is a terminal that can show colour, and the user has nothing against it."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def styled(words: str, style: Style, stream: TextIO) -> str:
    """*words* as they look on *stream*."""
    return f"\x1b[{style}m{words}\x1b[0m" if words and wants_colour(stream) else words
