"""The index of decisions, as a table or as a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from docutils import nodes

from ..views.index import Cell, Group, Index, Piece, Row
from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .pieces import (
    badge,
    cell,
    chips,
    decision_link,
    element,
    grid,
    identifier,
    joined,
    line,
    link,
    requirement_chip,
    span,
    time,
    words,
)
from .words import COLUMNS, _, status_word

_WIDTHS = {"id": 12, "decision": 52, "title": 40, "status": 16, "effective_status": 16, "date": 14}
_QUIET = ("superseded", "deprecated", "rejected", "withdrawn")


def render_index(index: Index, refdoc: str) -> list[nodes.Node]:
    """The counts by status, and the decisions."""
    if not index.counts:
        return [line("adr-ui adr-empty", words(_("No decisions.")))]
    summary = line(
        "adr-ui adr-summary",
        *joined(badge(status, f"{number} {status_word(status).lower()}") for status, number in index.counts),
        tag="div",
    )
    return [summary, *chain.from_iterable(_group(index, group, refdoc) for group in index.groups)]


def _group(index: Index, group: Group, refdoc: str) -> Iterator[nodes.Node]:
    if group.name is not None:
        name = status_word(group.name) if index.counts and group.name in dict(index.counts) else group.name
        yield line("adr-ui adr-group", words(name or _("None")))
    if index.style == "list":
        yield element(styled.listing, "ul", "adr-ui adr-list", *(_item(row, refdoc) for row in group.rows))
        return
    heads = [cell("th", "", words(COLUMNS[column]), scope="col") for column in index.columns]
    rows = [_row(index.columns, row, refdoc) for row in group.rows]
    widths = [_WIDTHS.get(column, 20) for column in index.columns]
    classes = "adr-stack" if index.columns[:2] == ("id", "decision") else "adr-stack adr-plain"
    table = grid(classes, str(_("Architecture decisions")), widths, heads, rows)
    yield element(styled.division, "div", "adr-ui adr-index adr-tablebox", table)


def _row(columns: tuple[str, ...], row: Row, refdoc: str) -> styled.styled_row:
    cells = [_cell(column, content, row, refdoc) for column, content in zip(columns, row.cells, strict=True)]
    quiet = "adr-dead" if row.decision.status in _QUIET else ""
    made = element(styled.styled_row, "tr", quiet, *cells)
    made["html"] = {
        "data-status": row.decision.status,
        "data-tag": " ".join(row.tags),
        "data-req": " ".join(requirement.id for requirement in row.requirements),
    }
    return made


def _cell(column: str, content: Cell, row: Row, refdoc: str) -> styled.cell:
    label = str(COLUMNS[column])
    if column == "decision":
        return cell("th", "adr-c-decision", *_decision(row, refdoc), scope="row")
    if column in ("status", "effective_status"):
        return cell("td", "adr-c-status", badge(row.decision.status), data_label=label)
    if column == "id":
        named = row.decision
        shown: nodes.Node = identifier(named.id) if named.id else words("")
        return cell("td", "adr-c-id", link(named, span("", shown), refdoc) if named.id else shown, data_label=label)
    if column == "title":
        return cell("td", "adr-c-title", _title(row.decision, refdoc), data_label=label)
    if column == "date":
        return cell("td", "adr-c-date", *(time(str(piece)) for piece in content.pieces), data_label=label)
    if column in ("tags", "requirements") and content.pieces:
        return cell("td", "", chips(_piece(piece, refdoc, chip=True) for piece in content.pieces), data_label=label)
    parts = joined((_piece(piece, refdoc) for piece in content.pieces), "; ")
    return cell("td", "", *(span("", part) for part in parts), data_label=label)


def _piece(piece: Piece, refdoc: str, *, chip: bool = False) -> nodes.Node:
    if isinstance(piece, Named):
        return decision_link(piece, refdoc, title=False)
    if isinstance(piece, NamedRequirement):
        return requirement_chip(piece, refdoc)
    return span("adr-chip" if chip else "", words(piece))


def _title(named: Named, refdoc: str) -> nodes.Element:
    return link(named, span("adr-title", words(named.title or named.label or _("Untitled decision"))), refdoc)


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
    shown: list[nodes.Node] = [decision_link(row.decision, refdoc), words(" "), badge(row.decision.status, classes="adr-badge-sm")]
    if row.date:
        shown += [words(" "), span("adr-muted", time(row.date))]
    if row.replaced_by:
        replaced = joined([decision_link(one, refdoc, title=False) for one in row.replaced_by])
        shown += [words(", " + _("replaced by") + " "), *replaced]
    return element(styled.item, "li", "", line("", *shown, tag=""))
