"""What a graph says in words: an entry for each decision, with its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes

from ..views.graph import Edge, Graph, Node
from . import nodes as styled
from .pieces import badge, decision_link, joined, line, separator, span, time, words
from .words import LINKS, _, link_in_text, said_status


@dataclass(frozen=True)
class Links:
    """The decisions of a graph by their keys, and the edges at each of them, in order."""

    nodes: Mapping[str, Node]
    edges: Mapping[str, Sequence[Edge]]

    @classmethod
    def of(cls, graph: Graph) -> Links:
        """Those of *graph*."""
        edges: dict[str, list[Edge]] = {}
        for edge in graph.edges:
            for key in dict.fromkeys((edge.older, edge.newer)):
                edges.setdefault(key, []).append(edge)
        return cls({node.key: node for node in graph.nodes}, edges)


def entry(node: Node, links: Links, refdoc: str) -> nodes.Node:
    """A decision as a link, and what is said of it."""
    link = decision_link(node.decision, refdoc)
    next(link.findall(styled.phrase))["adr-node"] = node.key
    return line("", link, words(" "), *said(node, links, refdoc), tag="")


def said(node: Node, links: Links, refdoc: str) -> Iterator[nodes.Node]:
    """The status of a decision, its date, and all its links."""
    decision = node.decision
    yield separator("– ")
    yield badge(decision.status, said_status(decision), phase=decision.phase, small=True)
    facts: list[nodes.Node] = [span("", time(node.date))] if node.date else []
    if node.head:
        facts.append(span("adr-strong", words(_("current"))))
    edges = links.edges.get(node.key, ())
    for kind, inverse in LINKS if edges else ():
        found = [edge for edge in edges if edge.kind == kind and _at(edge, node.key, inverse=inverse)]
        if found:
            named = [_other(edge, node.key, links.nodes, refdoc) for edge in found]
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
