"""Graphs as nodes: a picture where there is HTML, and the same facts as a list everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from ..views.graph import Edge, Graph, Node
from . import nodes as styled
from .hues import hue
from .lanes import lanes as draw_lanes
from .layers import Boxes, legend
from .layers import picture as draw_picture
from .layout import LogRow, layered, log
from .pieces import decision_link, element, empty, joined, line, separator, span, status_badge, time, words
from .words import LINKS, _, link_in_text

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_WEIGHTS = {"supersedes": 6, "amends": 2}
"""How much it matters that a line of this kind is short and straight; 1 for all others."""


class picture(nodes.container):
    """A graph: ``graph`` is what it shows, ``drawing`` where, ``name`` its name on the page.

    Its child is the same as a list.
    """


class lanes(nodes.inline):
    """The lines beside one row of the log; ``drawn`` holds the arguments for drawing them."""


def render_graph(graph: Graph, refdoc: str, name: str) -> list[nodes.Node]:
    """The drawing, or a sentence where there is nothing to draw."""
    if not graph.nodes:
        return [empty(_("No decisions."))]
    if graph.style == "layers":
        size = Boxes.of(graph).size
        drawing = layered(
            {node.key: size for node in graph.nodes},
            [(edge.older, edge.newer) for edge in graph.edges],
            weights=[_WEIGHTS.get(edge.kind, 1) for edge in graph.edges],
            max_width=700,
        )
        if drawing is not None:
            entries = [element(styled.item, "li", "", _entry(node, graph, refdoc)) for node in graph.nodes]
            textual = element(styled.listing, "ul", "adr-list", *entries)
            return [picture("", textual, graph=graph, drawing=drawing, name=name)]
    return [_log(graph, refdoc)]


def _entry(node: Node, graph: Graph, refdoc: str) -> nodes.Node:
    link = decision_link(node.decision, refdoc)
    next(link.findall(styled.phrase))["adr-node"] = node.key
    return line("", link, words(" "), *_said(node, graph, refdoc), tag="")


def _said(node: Node, graph: Graph, refdoc: str) -> Iterator[nodes.Node]:
    yield separator("– ")
    yield status_badge(node.decision, small=True)
    facts: list[nodes.Node] = [span("", time(node.date))] if node.date else []
    if node.head:
        facts.append(span("adr-strong", words(_("current"))))
    others = {other.key: other for other in graph.nodes}
    for kind, inverse in LINKS:
        links = [edge for edge in graph.edges if edge.kind == kind and _at(edge, node.key, inverse=inverse)]
        if links:
            named = [_other(edge, node.key, others, refdoc) for edge in links]
            facts.append(span("", words(f"{link_in_text(kind, inverse=inverse)} "), *joined(named)))
    if facts:
        yield separator(" ·")
        yield words(" ")
        yield span("adr-muted", *joined(facts, " · "))


def _at(edge: Edge, key: str, *, inverse: bool) -> bool:
    if (edge.kind, True) not in LINKS:
        return key in (edge.newer, edge.older)
    return key == (edge.older if inverse else edge.newer)


def _other(edge: Edge, key: str, others: Mapping[str, Node], refdoc: str) -> nodes.Node:
    other = others[edge.older if edge.newer == key else edge.newer]
    shown: list[nodes.Node] = [decision_link(other.decision, refdoc, title=False)]
    if edge.part:
        shown.append(words(f" ({_('part “%s”') % edge.part})"))
    if edge.state == "prospective":
        shown.append(words(f" ({_('proposed')})"))
    elif edge.state == "void":
        shown.append(words(f" ({_('without effect')})"))
    return span("", *shown)


def _log(graph: Graph, refdoc: str) -> nodes.Node:
    """The decisions from new to old, with a line from each to what it superseded."""
    newest_first = list(reversed(graph.nodes))
    lines = {
        (edge.newer, edge.older): edge.state
        for edge in graph.edges
        if edge.kind == "supersedes" and not edge.part and edge.state != "void"
    }
    rows = log([node.key for node in newest_first], list(lines))
    columns = 1 + max(max((row.lane, *row.above, *row.joins, *row.leaves)) for row in rows)
    proposed = _proposed_lanes(rows, {ends for ends, state in lines.items() if state == "prospective"})
    entries = []
    for node, row, (before, after) in zip(newest_first, rows, proposed, strict=True):
        text = span(
            "adr-g-text",
            span("adr-g-line", decision_link(node.decision, refdoc)),
            words(" "),
            span("adr-g-facts", *_said(node, graph, refdoc)),
        )
        beside = lanes("", "", drawn=(row, node, columns, before, after))
        classes = hue(node.decision.status, node.decision.phase)
        entries.append(element(styled.item, "li", classes, line("", beside, text, tag="")))
    return element(styled.listing, "ul", "adr-ui adr-g-log", *entries)


def _proposed_lanes(
    rows: Sequence[LogRow], proposed: AbstractSet[tuple[str, str]]
) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """For each row, the lanes above and below its dot whose line belongs to a supersession in *proposed*."""
    below: frozenset[int] = frozenset()
    for position, row in enumerate(rows):
        above, below = below, below - {*row.joins}
        for lane in row.leaves:
            end = next(later.node for later in rows[position + 1 :] if lane in later.joins)
            if {(row.node, end), (end, row.node)} & proposed:
                below |= {lane}
        yield above, below


# -- HTML ---------------------------------------------------------------------------------------------------


def visit_picture(self: HTML5Translator, node: picture) -> None:
    """Writes the picture, with the links that the list has, and opens the fold around the list."""
    hrefs = {}
    for named in node.findall(styled.phrase):
        reference = named.parent
        if (key := named.get("adr-node")) and isinstance(reference, nodes.reference):
            hrefs[key] = reference.get("refuri") or "#" + reference["refid"]
    graph: Graph = node["graph"]
    label = escape(str(_("Graph of decisions, scrollable")))
    self.body.append(self.starttag(node, "div", "", CLASS="adr-ui adr-graph"))
    self.body.append(f'<div class="adr-scroll" tabindex="0" role="region" aria-label="{label}">')
    self.body.append(draw_picture(graph, node["drawing"], hrefs, node["name"]))
    self.body.append("</div>" + legend(graph, node["name"]))
    self.body.append(f'<details class="adr-fold"><summary>{escape(str(_("As a list")))}</summary>')


def depart_picture(self: HTML5Translator, node: picture) -> None:
    """Closes the fold and the box."""
    self.body.append("</details></div>")


def visit_lanes(self: HTML5Translator, node: lanes) -> None:
    """Writes the lines beside a row."""
    drawn = draw_lanes(*node["drawn"])
    self.body.append(f'<span class="adr-g-lanes">{drawn}</span>')
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Registers the visitors for HTML."""
    app.add_node(picture, html=(visit_picture, depart_picture))
    app.add_node(lanes, html=(visit_lanes, None))
