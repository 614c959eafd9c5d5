"""Decisions in the order of time, with lines beside them, as nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from docutils import nodes

from ..views.graph import Graph
from . import nodes as styled
from .hues import hue
from .lanes import lanes as draw_lanes
from .layout import LogRow, log
from .pieces import decision_link, element, line, span, words
from .told import Links, said
from .words import _

MOST_LANES = 24
"""Lines side by side that can be told apart, and leave room for the text."""

_YEAR = re.compile(r"\d{4}(?=-|$)")
"""The year at the head of an ISO date."""

_LINES_LEFT_OUT = _("Too many lines side by side to be drawn: each decision names its links.")


class log_list(styled.Styled, nodes.bullet_list):
    """The list of the log."""


class log_entry(styled.Styled, nodes.list_item):
    """A decision in the log."""


class lanes(styled.Drawn, nodes.inline):
    """The lines beside one row of the log; ``drawn`` holds the arguments for drawing them."""

    def as_html(self) -> str:
        """The lines."""
        return f'<span class="adr-g-lanes">{draw_lanes(*self["drawn"])}</span>'


def history(graph: Graph, refdoc: str) -> list[nodes.Node]:
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
    entries = []
    year = ""
    for node, row, (before, after) in zip(newest_first, rows, proposed, strict=True):
        text = span(
            "adr-g-text",
            span("adr-g-line", decision_link(node.decision, refdoc)),
            words(" "),
            span("adr-g-facts", *said(node, links, refdoc)),
        )
        shown = row if drawn else LogRow(row.node, 0, (), (), ())
        beside = lanes("", "", drawn=(shown, node, columns if drawn else 1, before, after))
        classes = hue(node.decision.status, node.decision.phase)
        last, year = year, found[0] if (found := _YEAR.match(node.date or "")) else year
        marked = {"data_year": year} if year != last else {}
        entries.append(element(log_entry, "li", classes, line("", beside, text, tag=""), **marked))
    shown_as: list[nodes.Node] = [element(log_list, "ul", "adr-ui adr-g-log", *entries)]
    if not drawn:
        shown_as.insert(0, line("adr-ui adr-note", words(_LINES_LEFT_OUT)))
    return shown_as


def _proposed_lanes(
    rows: Sequence[LogRow], proposed: AbstractSet[tuple[str, str]]
) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """For each row, the lanes above and below its dot whose line belongs to a supersession in *proposed*."""
    ends: dict[int, str] = {}
    known: list[dict[int, str]] = []
    for row in reversed(rows):
        known.append({lane: ends[lane] for lane in row.leaves})
        ends |= dict.fromkeys(row.joins, row.node)
    below: frozenset[int] = frozenset()
    for row, ends_of in zip(rows, reversed(known), strict=True):
        above, below = below, below - {*row.joins}
        for lane, end in ends_of.items():
            if {(row.node, end), (end, row.node)} & proposed:
                below |= {lane}
        yield above, below
