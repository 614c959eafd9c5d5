"""The index of decisions, as a table or as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from docutils import nodes

from ..views.index import Cell, Group, Index, Piece, Row
from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .pieces import (
    apart,
    badge,
    block,
    cell,
    chips,
    decision_link,
    element,
    empty,
    grid,
    identifier,
    joined,
    line,
    link,
    requirement_chip,
    separator,
    span,
    status_badge,
    time,
    words,
)
from .words import COLUMNS, _, status_word

_WIDTHS = {"id": 12, "decision": 52, "title": 40, "status": 16, "effective_status": 16, "date": 14}
_LEADING = ("decision", "title", "id")
"""The columns that name a decision; the first of them that is shown heads the rows."""
_QUIET = ("superseded", "deprecated", "rejected", "withdrawn")


def render_index(index: Index, refdoc: str) -> list[nodes.Node]:
    """The counts by status, and the decisions."""
    if not index.counts:
        return [empty(_("No decisions."))]
    phases = {row.decision.status: row.decision.phase for group in index.groups for row in group.rows}
    counts = [
        badge(status, f"{number} {status_word(status).lower()}", phase=phases.get(status, "unknown"))
        for status, number in index.counts
    ]
    summary = line("adr-ui adr-summary", *apart(counts), tag="div")
    return [summary, *chain.from_iterable(_group(index, group, refdoc) for group in index.groups)]


def _group(index: Index, group: Group, refdoc: str) -> Iterator[nodes.Node]:
    caption = str(_("Architecture decisions"))
    if group.name is not None:
        name = status_word(group.name) if group.name in dict(index.counts) else group.name or str(_("None"))
        caption += f": {name}"
        yield line("adr-ui adr-group", words(name))
    if index.style == "list":
        items = (_item(row, refdoc) for row in group.rows)
        yield element(styled.listing, "ul", "adr-ui adr-list", *items, aria_label=caption)
        return
    heads = [cell("th", "", words(COLUMNS[column]), scope="col") for column in index.columns]
    leading = next((column for column in _LEADING if column in index.columns), index.columns[0])
    rows = [_row(index.columns, leading, row, refdoc) for row in group.rows]
    widths = [_WIDTHS.get(column, 20) for column in index.columns]
    table = grid("adr-stack", caption, widths, heads, rows)
    yield block("adr-ui adr-index adr-tablebox", table)


def _row(columns: tuple[str, ...], leading: str, row: Row, refdoc: str) -> styled.styled_row:
    cells = []
    for column, content in zip(columns, row.cells, strict=True):
        shown, classes = _content(column, content, row, refdoc)
        tag, html = ("th", {"scope": "row"}) if column == leading else ("td", {})
        cells.append(cell(tag, classes, *shown, data_label=str(COLUMNS[column]), **html))
    quiet = "adr-dead" if row.decision.status in _QUIET else ""
    made = element(styled.styled_row, "tr", quiet, *cells)
    made["html"] = {
        "data-status": row.decision.status,
        "data-tag": " ".join(row.tags),
        "data-req": " ".join(requirement.id for requirement in row.requirements),
    }
    return made


def _content(column: str, content: Cell, row: Row, refdoc: str) -> tuple[Sequence[nodes.Node], str]:
    """What a cell shows, and its class."""
    named = row.decision
    if column == "decision":
        return list(_decision(row, refdoc)), "adr-c-decision"
    if column in ("status", "effective_status"):
        return [status_badge(named)], "adr-c-status"
    if column == "id":
        return [link(named, span("", identifier(named.id)), refdoc)] if named.id else [], "adr-c-id"
    if column == "title":
        return [_title(named, refdoc)], "adr-c-title"
    if column == "date":
        return [time(str(piece)) for piece in content.pieces], "adr-c-date"
    if column in ("tags", "requirements") and content.pieces:
        return [chips(_piece(piece, refdoc, chip=True) for piece in content.pieces)], ""
    return joined((span("", _piece(piece, refdoc)) for piece in content.pieces), "; "), ""


def _piece(piece: Piece, refdoc: str, *, chip: bool = False) -> nodes.Node:
    if isinstance(piece, Named):
        return decision_link(piece, refdoc, title=False)
    if isinstance(piece, NamedRequirement):
        return requirement_chip(piece, refdoc)
    return span("adr-chip" if chip else "", words(piece))


def _title(named: Named, refdoc: str) -> nodes.Element:
    shown = span("adr-title", words(named.title or named.label or _("Untitled decision")))
    return link(named, shown, refdoc, hint=False)


def _decision(row: Row, refdoc: str) -> Iterator[nodes.Node]:
    yield line("", _title(row.decision, refdoc), tag="div")
    if row.replaced_by:
        replaced = joined([decision_link(one, refdoc, title=False) for one in row.replaced_by])
        yield line("adr-out", words(_("Replaced by") + " "), *replaced)
    elif row.outcome:
        yield line("adr-out", words(row.outcome))
    shown = [span("adr-chip", words(tag)) for tag in row.tags]
    shown += [requirement_chip(requirement, refdoc) for requirement in row.requirements]  # type: ignore[misc]
    if shown:
        yield chips(shown)


def _item(row: Row, refdoc: str) -> styled.item:
    shown = [
        decision_link(row.decision, refdoc),
        words(" "),
        separator("– "),
        status_badge(row.decision, small=True),
    ]
    if row.date:
        shown += [separator(" ·"), words(" "), span("adr-muted", time(row.date))]
    if row.replaced_by:
        replaced = joined([decision_link(one, refdoc, title=False) for one in row.replaced_by])
        shown += [separator(" ·"), words(" "), span("adr-muted", words(_("replaced by") + " "), *replaced)]
    return element(styled.item, "li", "", line("", *shown, tag=""))
