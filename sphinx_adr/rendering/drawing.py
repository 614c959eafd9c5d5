"""Graphs as nodes: a picture where there is HTML, and the same facts as a list everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from ..views.graph import Edge, Graph, Node
from . import nodes as styled
from . import svg
from .layout import layered, log
from .pieces import badge, decision_link, element, joined, line, span, time, words
from .words import LINKS, _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class picture(nodes.container):
    """A graph: ``graph`` is what it shows and ``name`` its name on the page; the child is the same as a list."""


class lanes(nodes.inline):
    """The lines beside one row of the log: ``row``, ``node`` and ``columns``."""


def render_graph(graph: Graph, refdoc: str, name: str) -> list[nodes.Node]:
    """The drawing, or a sentence where there is nothing to draw."""
    if not graph.nodes:
        return [line("adr-ui adr-empty", words(_("No decisions.")))]
    if graph.style == "layers":
        drawing = layered(
            {node.key: svg.BOX for node in graph.nodes},
            [(edge.older, edge.newer) for edge in graph.edges],
            weights=[{"supersedes": 6, "amends": 2}.get(edge.kind, 1) for edge in graph.edges],
            max_width=700,
        )
        if drawing is not None:
            entries = [element(styled.item, "li", "", _entry(node, graph, refdoc)) for node in graph.nodes]
            textual = element(styled.listing, "ul", "adr-list", *entries)
            return [picture("", textual, graph=graph, drawing=drawing, name=name)]
    return [_log(graph, refdoc)]


def _entry(node: Node, graph: Graph, refdoc: str) -> nodes.Node:
    link = decision_link(node.decision, refdoc)
    content = link[0] if link.children and isinstance(link, nodes.Element) and link.tagname != "phrase" else link
    content["adr-node"] = node.key  # type: ignore[index]
    return line("", link, words(" "), *_said(node, graph, refdoc), tag="")


def _said(node: Node, graph: Graph, refdoc: str) -> Iterator[nodes.Node]:
    facts: list[nodes.Node] = [badge(node.decision.status, classes="adr-badge-sm")]
    if node.date:
        facts.append(span("", time(node.date)))
    if node.head:
        facts.append(span("adr-current", words(_("current"))))
    others = {other.key: other for other in graph.nodes}
    for kind, inverse in LINKS:
        links = [edge for edge in graph.edges if edge.kind == kind and _at(edge, node.key, inverse)]
        if links:
            named = [_other(edge, node.key, others, refdoc) for edge in links]
            facts.append(span("", words(f"{str(LINKS[kind, inverse]).lower()} "), *joined(named)))
    yield from joined(facts, " · ")


def _at(edge: Edge, key: str, inverse: bool) -> bool:
    if (edge.kind, True) not in LINKS:
        return key in (edge.newer, edge.older)
    return key == (edge.older if inverse else edge.newer)


def _other(edge: Edge, key: str, others: Mapping[str, Node], refdoc: str) -> nodes.Node:
    other = others[edge.older if edge.newer == key else edge.newer]
    shown: list[nodes.Node] = [decision_link(other.decision, refdoc, title=False)]
    if edge.part and edge.newer == key:
        shown.append(words(f" ({_('part “%s”') % edge.part})"))
    if edge.state == "prospective":
        shown.append(words(f" ({_('proposed')})"))
    elif edge.state == "void":
        shown.append(words(f" ({_('without effect')})"))
    return span("", *shown)


def _log(graph: Graph, refdoc: str) -> nodes.Node:
    """The decisions from new to old, with a line from each to what it superseded."""
    newest_first = list(reversed(graph.nodes))
    supersessions = [(edge.newer, edge.older) for edge in graph.edges if edge.kind == "supersedes" and not edge.part]
    rows = log([node.key for node in newest_first], supersessions)
    columns = 1 + max(max((row.lane, *row.above, *row.joins, *row.leaves)) for row in rows)
    entries: list[nodes.Node] = []
    for node, row in zip(newest_first, rows, strict=True):
        text = span(
            "adr-g-text",
            span("adr-g-line", decision_link(node.decision, refdoc)),
            words(" "),
            span("adr-g-facts", *_said(node, graph, refdoc)),
        )
        beside = lanes("", "", row=row, node=node, columns=columns)
        entries.append(element(styled.item, "li", f"adr-g-row adr-s-{node.decision.status}", line("", beside, text, tag="")))
    return element(styled.listing, "ul", "adr-ui adr-graph adr-g-log", *entries)


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
    self.body.append(svg.layers(graph, node["drawing"], hrefs, node["name"]))
    self.body.append("</div>" + svg.legend(graph))
    self.body.append(f'<details class="adr-g-list"><summary>{escape(str(_("As a list")))}</summary>')


def depart_picture(self: HTML5Translator, node: picture) -> None:
    """Closes the fold and the box."""
    self.body.append("</details></div>")


def visit_lanes(self: HTML5Translator, node: lanes) -> None:
    """Writes the lines beside a row."""
    self.body.append(svg.lanes(node["row"], node["node"], node["columns"]))
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Registers the visitors for HTML."""
    app.add_node(picture, html=(visit_picture, depart_picture))
    app.add_node(lanes, html=(visit_lanes, None))
