"""The decisions and the links between them, as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from ..log.decision import Decision
from ..log.ledger import Ledger
from ..log.links import Key, Link, LinkState, key_of
from ..log.query import parse_filter, select
from ..log.vocabulary import LinkKind
from .answers import Answers
from .naming import Named, named

STYLES = ("layers", "log", "auto")


@dataclass(frozen=True, slots=True)
class Node:
    """A decision in the graph.

    *head* tells that it is in force and replaced others, *focus* that the graph is drawn around it.
    """

    key: str
    decision: Named
    date: str | None
    head: bool
    focus: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes, from the newer to the older one."""

    kind: str
    newer: str
    older: str
    part: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph as it shall be drawn; *style* is ``layers`` or ``log``; nodes stand from old to new."""

    style: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class GraphQuestion:
    """Asks for a graph: around *root* up to *depth* links away, or of all that *filter* lets through."""

    style: str = "auto"
    links: tuple[str, ...] = tuple(str(kind) for kind in LinkKind)
    root: str | None = None
    depth: int | None = None
    filter: str | None = None

    def answer(self, answers: Answers) -> Graph:
        """The graph; links whose ends are not both shown are left out."""
        ledger = answers.ledger
        links = [link for link in ledger.links if str(link.kind) in self.links and _drawn(link)]
        condition = parse_filter(self.filter) if self.filter else None
        chosen = select(ledger, condition, ledger.decisions)
        roots = {key_of(decision) for decision in ledger.find(self.root)} if self.root else set()
        if self.root:
            near = _neighbourhood(roots, links, self.depth)
            chosen = [decision for decision in chosen if key_of(decision) in near]
        chosen = _from_old_to_new(chosen)
        shown = {key_of(decision) for decision in chosen}
        edges = [link for link in links if link.source in shown and link.target in shown]
        style = self.style
        if style == "auto":
            style = "layers" if len(chosen) <= answers.graph_limit else "log"
        return Graph(
            style,
            tuple(_node(ledger, decision, roots) for decision in chosen),
            tuple(_edge(link) for link in edges),
        )


def _drawn(link: Link) -> bool:
    return link.state in (LinkState.EFFECTIVE, LinkState.PROSPECTIVE, LinkState.VOID)


def _neighbourhood(roots: set[Key], links: Iterable[Link], depth: int | None) -> set[Key]:
    beside: dict[Key, list[Key]] = {}
    for link in links:
        if link.source and link.target:
            beside.setdefault(link.source, []).append(link.target)
            beside.setdefault(link.target, []).append(link.source)
    reached, front, steps = set(roots), set(roots), 0
    while front and (depth is None or steps < depth):
        front = {key for at in front for key in beside.get(at, ())} - reached
        reached |= front
        steps += 1
    return reached


def _from_old_to_new(decisions: Iterable[Decision]) -> list[Decision]:
    """*decisions*, given by ID, by date; one without a date follows the latest one before it."""
    dated: list[tuple[str, Decision]] = []
    latest = ""
    for decision in decisions:
        latest = max(latest, decision.date or "")
        dated.append((decision.date or latest, decision))
    return [decision for _, decision in sorted(dated, key=itemgetter(0))]


def node_key(key: Key) -> str:
    """The name of a node in a drawing."""
    return f"{key[0]}#{key[1]}"


def _node(ledger: Ledger, decision: Decision, roots: set[Key]) -> Node:
    key = key_of(decision)
    replaces = bool(ledger.supersedes.get(key))
    return Node(
        node_key(key),
        named(ledger, decision),
        decision.date or decision.date_text,
        replaces and ledger.in_force(decision),
        key in roots,
    )


def _edge(link: Link) -> Edge:
    assert link.source is not None
    assert link.target is not None
    return Edge(str(link.kind), node_key(link.source), node_key(link.target), link.part, str(link.state))
