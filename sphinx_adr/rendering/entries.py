"""Decisions one below the other: as items of a list, as cards, and along a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..views.index import Group, Index, Row
from . import nodes as styled
from .cells import QUIET, facts_of, outcome, said, title_of, traces
from .content import Content
from .hues import hue
from .pieces import (
    apart,
    decision_link,
    due,
    element,
    icon,
    identifier,
    joined,
    line,
    sentence,
    separator,
    span,
    status_badge,
    time,
    words,
)
from .words import COLUMNS, _

_PLACED = ("id", "decision", "title", "status", "effective_status", "date")
"""The columns that have a place of their own in a card and on a timeline; others follow below their names."""


def render_list(group: Group, caption: str) -> Content:
    """The decisions of *group*, a line each."""
    items = [element(styled.adr_item, "li", "", line("", *_line(row), tag="")) for row in group.rows]
    return element(styled.adr_listing, "ul", "adr-ui adr-list", *items, aria_label=caption)


def _line(row: Row) -> Iterator[Content]:
    yield from (decision_link(row.decision), words(" "), separator("– "))
    yield status_badge(row.decision, small=True)
    if row.date:
        yield from (separator(" ·"), words(" "), span("adr-muted", time(row.date)))
    if row.replaced_by:
        replaced = joined([decision_link(one, title=False) for one in row.replaced_by])
        yield from (separator(" ·"), words(" "))
        yield span("adr-muted", *sentence(_("replaced by %s"), replaced))


def render_cards(index: Index, group: Group, caption: str, numbers: Mapping[tuple[str, str], int]) -> Content:
    """The decisions of *group* as cards, or along a line where the index is a timeline."""
    shape, classes = (_card, "adr-cards") if index.style == "cards" else (_moment, "adr-timeline")
    items = []
    for row in group.rows:
        look = hue(row.decision.status, row.decision.phase)
        quiet = " adr-dead" if row.decision.status in QUIET else ""
        shown = shape(index.columns, row)
        items.append(element(styled.adr_item, "li", look + quiet, *shown, **facts_of(row, numbers)))
    return element(styled.adr_listing, "ul", f"adr-ui {classes}", *items, aria_label=caption)


def _card(columns: tuple[str, ...], row: Row) -> Iterator[Content]:
    head: list[Content] = []
    if "id" in columns and row.decision.id:
        head.append(identifier(row.decision.id))
    if {"status", "effective_status"} & set(columns):
        head.append(status_badge(row.decision, small=True))
    if "date" in columns and row.date:
        head.append(span("adr-muted adr-push", time(row.date)))
    if head:
        yield line("adr-line", *apart(head, " · "), tag="div")
    yield line("", title_of(row.decision), tag="div")
    if "decision" in columns:
        yield from outcome(row)
        yield from traces(row)
    yield from _others(columns, row)


def _moment(columns: tuple[str, ...], row: Row) -> Iterator[Content]:
    named: list[Content] = (
        [identifier(row.decision.id), words(" ")] if "id" in columns and row.decision.id else []
    )
    standing: list[Content] = []
    if {"status", "effective_status"} & set(columns):
        standing = [words(" "), separator("– "), status_badge(row.decision, small=True)]
    shown = span("adr-what", *named, title_of(row.decision), *standing)
    date: list[Content] = [span("adr-muted", time(row.date)), separator(" · ")] if row.date else []
    yield line("adr-moment", *date, icon("adr-node"), shown, tag="div")
    if "decision" in columns:
        if row.replaces:
            replaced = joined([decision_link(one) for one in row.replaces])
            yield line("adr-out", *sentence(_("Replaced %s"), replaced))
        if row.replaced_by or row.decision.status in QUIET:
            yield from outcome(row)
    yield from _others(columns, row)


def _others(columns: tuple[str, ...], row: Row) -> Iterator[Content]:
    for column, cell in zip(columns, row.cells, strict=True):
        if column not in _PLACED and cell.pieces:
            content = [due(str(cell.pieces[0]))] if column == "review" else said(cell)
            yield line("adr-out", words(f"{COLUMNS[column]}: "), *content)
