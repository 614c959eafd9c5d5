"""Tables of text with aligned columns."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import TextIO

from docutils.utils import column_width

from .terminal import Style, styled

_SMALLEST = 20


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], to: TextIO, styles: Sequence[Style | None] = ()
) -> Iterator[str]:
    """The lines of a table; on a terminal the last column is cut to its width. No rows give no lines.

    *styles* says how each row looks on a terminal.
    """
    if not rows:
        return
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(column_width(row[i]) for row in (head, *cells)) for i in range(len(head) - 1)]
    room = shutil.get_terminal_size().columns - sum(widths) - 2 * len(widths) if to.isatty() else None
    yield styled(_line(head, widths, room), Style.STRONG, to) + "\n"
    for number, row in enumerate(cells):
        style = styles[number] if number < len(styles) else None
        line = _line(row, widths, room)
        yield (styled(line, style, to) if style else line) + "\n"


def _line(row: Sequence[str], widths: Sequence[int], room: int | None) -> str:
    *front, last = row
    if room is not None and column_width(last) > max(room, _SMALLEST):
        while column_width(last) >= max(room, _SMALLEST):
            last = last[:-1]
        last += "…"
    padded = [cell + " " * (width - column_width(cell)) for cell, width in zip(front, widths, strict=True)]
    return "  ".join([*padded, last]).rstrip()
