"""Decisions in the order of time, with lines beside them, as a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ..views.graph import Graph, Node
from . import nodes as styled
from .content import NONE, Content, Later, Piece
from .hues import hue
from .in_words import Links, said
from .layout import LogRow, log
from .pieces import decision_link, element, line, span, words
from .words import _

MOST_LANES = 24
"""Lines side by side that can be told apart, and leave room for the text."""

_YEAR = re.compile(r"\d{4}(?=-|$)")
"""The year at the head of an ISO date."""

_LINES_LEFT_OUT = _("Too many lines side by side to be drawn: each decision names its links.")


Lanes = frozenset[int]
"""Lines side by side, by their numbers."""


def history(graph: Graph) -> list[Content]:
    """The decisions from new to old, with a line from each to what it superseded."""
    newest_first = list(reversed(graph.nodes))
    lines = {
        (edge.newer, edge.older): edge.state
        for edge in graph.edges
        if edge.kind == "supersedes" and not edge.part and edge.state != "void"
    }
    rows = log([node.key for node in newest_first], list(lines))
    columns = 1 + max(max((row.lane, *row.above, *row.joins, *row.leaves)) for row in rows)
    drawn = columns <= MOST_LANES
    proposed = _proposed_lanes(rows, {ends for ends, state in lines.items() if state == "prospective"})
    links = Links.of(graph)
    marked = _years(node.date or "" for node in newest_first)

    def made(found: tuple[Node, LogRow, tuple[Lanes, Lanes], Mapping[str, str]]) -> Piece:
        node, row, (before, after), year = found
        text = span(
            "adr-g-text",
            span("adr-g-line", decision_link(node.decision)),
            words(" "),
            span("adr-g-facts", *said(node, links)),
        )
        shown = row if drawn else LogRow(row.node, 0, (), (), ())
        drawing = (shown, node, columns if drawn else 1, before, after)
        beside = Piece(styled.adr_lanes, "", "", NONE, (), {"drawn": drawing})
        classes = hue(node.decision.status, node.decision.phase)
        return element(styled.adr_log_entry, "li", classes, line("", beside, text, tag=""), **year)

    later = Later(made, list(zip(newest_first, rows, proposed, marked, strict=True)))
    entries = element(styled.adr_log_list, "ul", "adr-ui adr-g-log", later)
    shown_as: list[Content] = [entries]
    if not drawn:
        shown_as.insert(0, line("adr-ui adr-note", words(_LINES_LEFT_OUT)))
    return shown_as


def _years(dates: Iterable[str]) -> Iterator[Mapping[str, str]]:
    """For each of *dates*, an attribute with its year where that is another one than before."""
    year = ""
    for date in dates:
        last, year = year, found[0] if (found := _YEAR.match(date)) else year
        yield {"data_year": year} if year != last else {}


def _proposed_lanes(
    rows: Sequence[LogRow], proposed: AbstractSet[tuple[str, str]]
) -> Iterator[tuple[Lanes, Lanes]]:
    """For each row, the lanes above and below its dot whose line belongs to a supersession in *proposed*."""
    ends: dict[int, str] = {}
    known: list[dict[int, str]] = []
    for row in reversed(rows):
        known.append({lane: ends[lane] for lane in row.leaves})
        ends |= dict.fromkeys(row.joins, row.node)
    below: Lanes = frozenset()
    for row, ends_of in zip(rows, reversed(known), strict=True):
        above, below = below, below - {*row.joins}
        for lane, end in ends_of.items():
            if {(row.node, end), (end, row.node)} & proposed:
                below |= {lane}
        yield above, below
