"""Tables: their header and rows, and the statements in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from .passages import listed, whole
from .wording import enumerated, lines_of, text_of

Row = Sequence[nodes.Element]


def columns_of(table: nodes.table) -> tuple[list[str], list[Row]]:
    """The titles of the columns of *table*, and its rows; a table without a header begins with its titles."""
    rows = [
        [entry for entry in row.children if isinstance(entry, nodes.entry)]
        for group in table.children
        if isinstance(group, nodes.tgroup)
        for part in group.children
        if isinstance(part, nodes.thead | nodes.tbody)
        for row in part.children
        if isinstance(row, nodes.row)
    ]
    return ([text_of(entry) for entry in rows[0]], [*rows[1:]]) if rows else ([], [])


def turned(header: Sequence[str], rows: Sequence[Row]) -> tuple[list[str], list[Row]]:
    """The table with its rows as columns, without the cells of the old header but the names of the new rows."""
    names = [nodes.entry("", nodes.paragraph("", title)) for title in header[1:]]
    titles = [header[0] if header else "", *(text_of(row[0]) if row else "" for row in rows)]
    return titles, [
        [name, *(row[place] if place < len(row) else nodes.entry() for row in rows)]
        for place, name in enumerate(names, start=1)
    ]


def cells_of(entry: nodes.Element) -> list[str]:
    """The statements in a cell: its list items, its lines, or the parts of its one line."""
    if found := [whole(item) for item in listed(entry.children)]:
        return found
    lines = [
        text_of(line)
        for child in entry.children
        if isinstance(child, nodes.paragraph)
        for line in lines_of(child)
    ]
    paragraphs = [child for child in entry.children if isinstance(child, nodes.paragraph)]
    if len(lines) > 1 and any(isinstance(node, nodes.raw) for child in paragraphs for node in child.children):
        return lines
    if len(paragraphs) > 1:
        return [text_of(child) for child in paragraphs]
    return enumerated(" ".join(lines))
