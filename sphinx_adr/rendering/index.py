"""The index of decisions: its counts, its groups, and the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..views.index import Group, Index, Row
from . import nodes as styled
from .cells import QUIET, content_of, facts_of
from .content import Content, Later, Piece
from .entries import render_cards, render_list
from .pieces import apart, badge, block, cell, element, empty, grid, line, words
from .words import COLUMNS, CONTROLS, _, counted, status_in_text, status_word

_WIDTHS = {"id": 12, "decision": 52, "title": 40, "status": 16, "effective_status": 16, "date": 14}
_LEADING = ("decision", "title", "id")
"""The columns that name a decision; the first of them that is shown heads the rows."""


def render_index(index: Index) -> list[Content]:
    """The counts by status, and the decisions.

    Tables, cards and timelines stand in a box that tells the script the words of its controls; a list stays as
    it is.
    """
    if not index.counts:
        return [empty(_("No decisions."))]
    phases = {row.decision.status: row.decision.phase for group in index.groups for row in group.rows}
    counts = []
    for status, number in index.counts:
        text, phase = counted(number, status_in_text(status)), phases.get(status, "unknown")
        counts.append(badge(status, text, phase=phase, data_status=status))
    shown: list[Content] = [line("adr-ui adr-summary", *apart(counts), tag="div")]
    numbers: dict[tuple[str, str], int] = {}
    if len(index.groups) > 1:
        for group in index.groups:
            for row in group.rows:
                numbers.setdefault((row.decision.docname, row.decision.anchor), len(numbers))
    for group in index.groups:
        shown += _group(index, group, numbers)
    if index.style == "list":
        return shown
    several = sum(number for _, number in index.counts) > 1
    controls = {f"data-adr-{name}": str(text) for name, text in CONTROLS.items()} if several else {}
    return [block("adr-view", *shown, **controls)]


def _group(index: Index, group: Group, numbers: Mapping[tuple[str, str], int]) -> Iterator[Content]:
    caption = str(_("Architecture decisions"))
    if group.name is not None:
        missing = _("No date") if index.group_by == "date" else _("None")
        name = status_word(group.name) if group.name in dict(index.counts) else group.name or str(missing)
        caption += f": {name}"
        yield line("adr-ui adr-group", words(name))
    if index.style == "list":
        yield render_list(group, caption)
    elif index.style == "table":
        yield _table(index, group, caption, numbers)
    else:
        yield render_cards(index, group, caption, numbers)


def _table(index: Index, group: Group, caption: str, numbers: Mapping[tuple[str, str], int]) -> Content:
    heads = [_head(column, index) for column in index.columns]
    leading = next((column for column in _LEADING if column in index.columns), index.columns[0])
    labels = [str(COLUMNS[column]) for column in index.columns]
    columns = [
        (column, label, column == leading) for column, label in zip(index.columns, labels, strict=True)
    ]
    rows = Later(lambda row: _row(columns, row, numbers), group.rows)
    widths = [_WIDTHS.get(column, 20) for column in index.columns]
    return block("adr-ui adr-index adr-tablebox", grid("adr-stack", caption, widths, heads, rows))


def _head(column: str, index: Index) -> Piece:
    """The head of a column; that by which the rows are sorted says so."""
    field = index.sort[0].removeprefix("-")
    told = {}
    if column == field or (column == "decision" and field == "title"):
        told["aria_sort"] = "descending" if index.sort[0].startswith("-") else "ascending"
    return cell("th", "", words(COLUMNS[column]), scope="col", data_column=column, **told)


def _row(columns: Sequence[tuple[str, str, bool]], row: Row, numbers: Mapping[tuple[str, str], int]) -> Piece:
    """A row; for each column its name, its label, and whether it heads the rows."""
    cells = []
    for (column, label, leads), content in zip(columns, row.cells, strict=True):
        shown, classes = content_of(column, content, row)
        if leads:
            cells.append(cell("th", classes, *shown, data_label=label, scope="row"))
        else:
            cells.append(cell("td", classes, *shown, data_label=label))
    classes = "adr-dead" if row.decision.status in QUIET else ""
    return element(styled.adr_row, "tr", classes, *cells, **facts_of(row, numbers))
