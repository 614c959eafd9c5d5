"""Tables within tables, which few formats know: a list with the same facts stands in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes

from .nodes import adr_table

_BECOME_TABLES = "sphinx_needs."
"""The package of nodes that are no tables yet, and will be in formats that are not HTML: boxes of needs."""


def is_in_table(place: nodes.Node | None) -> bool:
    """Whether what stands in *place* stands in a table, or in what becomes one."""
    while place is not None:
        if isinstance(place, nodes.table) or type(place).__module__.startswith(_BECOME_TABLES):
            return True
        place = place.parent
    return False


def without_tables(found: Sequence[nodes.Node]) -> list[nodes.Node]:
    """*found* with a list for each table of ours: an item a row, in which the heads name what follows the first."""
    box = nodes.container("", *found)
    for table in list(box.findall(adr_table)):
        table.replace_self(_listed(table))
    return list(box.children)


def _listed(table: adr_table) -> nodes.bullet_list:
    heads = [head.astext() for head in next(table.findall(nodes.thead)).findall(nodes.entry)]
    rows = next(table.findall(nodes.tbody)).children
    shown = nodes.bullet_list("", classes=table["classes"])
    shown += [nodes.list_item("", *_told(row, heads)) for row in rows if isinstance(row, nodes.row)]
    return shown


def _told(row: nodes.row, heads: Sequence[str]) -> Iterator[nodes.Node]:
    """The first cell, and below it the others with the heads of their columns."""
    first, *others = [cell for cell in row.children if isinstance(cell, nodes.entry)]
    yield from first.children
    facts = [
        nodes.field("", nodes.field_name("", head), nodes.field_body("", *cell.children))
        for head, cell in zip(heads[1:], others, strict=False)
        if cell.astext().strip()
    ]
    if facts:
        yield nodes.field_list("", *facts)
