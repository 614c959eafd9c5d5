"""What a graph says in words: an entry for each decision and each requirement, with its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..views.graph import Edge, Graph, Node, RequirementNode
from .content import Content
from .pieces import (
    badge,
    coverage_badge,
    decision_link,
    identifier,
    joined,
    line,
    requirement_link,
    separator,
    span,
    time,
    words,
)
from .words import AXES, EDGES_IN_TEXT, _, coverage_in_text, link_in_text, said_status


@dataclass(frozen=True)
class Links:
    """What has a box in a graph by its key, and the edges at each of them, in order."""

    nodes: Mapping[str, Node | RequirementNode]
    edges: Mapping[str, Sequence[Edge]]

    @classmethod
    def of(cls, graph: Graph) -> Links:
        """Those of *graph*."""
        edges: dict[str, list[Edge]] = {}
        for edge in graph.edges:
            for key in dict.fromkeys((edge.older, edge.newer)):
                edges.setdefault(key, []).append(edge)
        return cls({node.key: node for node in graph.items}, edges)


def entry(node: Node | RequirementNode, links: Links) -> Content:
    """A decision or a requirement as a link, and what is said of it."""
    if isinstance(node, RequirementNode):
        return _required(node, links)
    link = decision_link(node.decision, key=node.key)
    return line("", link, words(" "), *said(node, links), tag="")


def _required(node: RequirementNode, links: Links) -> Content:
    requirement = node.requirement
    title = [words(f" {requirement.title}")] if requirement.title else []
    shown = span("", identifier(requirement.id), *title)._replace(data={"adr-node": node.key})
    link = requirement_link(requirement, shown, hint=False)
    badge = coverage_badge(requirement.state)
    facts = _relations(node.key, links)
    return line(
        "",
        words(f"{AXES['requirements']} "),
        link,
        words(" "),
        separator("– "),
        badge,
        separator(" ·"),
        words(" "),
        span("adr-muted", *joined(facts, " · ")),
        tag="",
    )


def said(node: Node, links: Links) -> Iterator[Content]:
    """The status of a decision, its date, and all its links."""
    decision = node.decision
    yield separator("– ")
    yield badge(decision.status, said_status(decision), phase=decision.phase, small=True)
    facts: list[Content] = [span("", time(node.date))] if node.date else []
    if node.head:
        facts.append(span("adr-strong", words(_("current"))))
    facts += _relations(node.key, links)
    if facts:
        yield separator(" ·")
        yield words(" ")
        yield span("adr-muted", *joined(facts, " · "))


def _relations(key: str, links: Links) -> Iterator[Content]:
    """All edges at the node with this key, those of a kind together."""
    edges = links.edges.get(key, ())
    for kind, inverse in EDGES_IN_TEXT if edges else ():
        found = [edge for edge in edges if edge.kind == kind and _at(edge, key, inverse=inverse)]
        if found:
            named = [_other(edge, key, links.nodes) for edge in found]
            yield span("", words(f"{link_in_text(kind, inverse=inverse)} "), *joined(named))


def _at(edge: Edge, key: str, *, inverse: bool) -> bool:
    if (edge.kind, True) not in EDGES_IN_TEXT:
        return key in (edge.newer, edge.older)
    return key == (edge.older if inverse else edge.newer)


def _other(edge: Edge, key: str, others: Mapping[str, Node | RequirementNode]) -> Content:
    other = others[edge.older if edge.newer == key else edge.newer]
    if isinstance(other, RequirementNode):
        named = requirement_link(other.requirement, identifier(other.requirement.id))
        return span("", named, words(f" ({coverage_in_text(other.requirement.state)})"))
    shown: list[Content] = [decision_link(other.decision, title=False)]
    if edge.part:
        shown.append(words(f" ({_('part “%s”') % edge.part})"))
    if edge.state == "prospective":
        shown.append(words(f" ({_('proposed')})"))
    elif edge.state == "void":
        shown.append(words(f" ({_('without effect')})"))
    return span("", *shown)
