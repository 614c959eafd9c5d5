"""The decisions, the links between them and the requirements that they answer, as nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import itemgetter

from ..log.decision import Decision, Tracing
from ..log.links import Key, Link, LinkState, Outside, key_of
from ..log.query import parse_filter, select
from ..log.vocabulary import LinkKind
from .answers import Answers
from .naming import Named, NamedRequirement, Names, named_outside

STYLES = ("layers", "log", "auto")
ENGINES = ("built-in", "graphviz")
LANGUAGES = {"mermaid": ".mmd", "dot": ".dot"}
"""The languages that a graph can be downloaded in, and how the names of their files end."""
TRACES = {
    "addressed": (str(Tracing.ADDRESSES),),
    "all": (str(Tracing.ADDRESSES), str(Tracing.MENTIONS)),
}
"""Which requirements a graph can show beside its decisions: in which ways they are answered."""


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
class RequirementNode:
    """A requirement that decisions in the graph answer."""

    key: str
    requirement: NamedRequirement


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes, from the newer to the older one.

    One of the kinds ``addresses`` and ``mentions`` leads from a decision to a requirement: that came first.
    """

    kind: str
    newer: str
    older: str
    part: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph as it shall be drawn; *style* is ``layers`` or ``log``; nodes stand from old to new.

    *requirements* stand by ID, and each has an edge. *engine* is empty for the built-in layout, else the version of
    Graphviz that places the boxes; *downloads* are languages and the names of files with the graph in them.
    """

    style: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    engine: str = ""
    downloads: tuple[tuple[str, str], ...] = ()
    requirements: tuple[RequirementNode, ...] = ()

    @property
    def items(self) -> Sequence[Node | RequirementNode]:
        """All that has a box, in reading order: each requirement stands before the first decision that answers it."""
        place = {node.key: number for number, node in enumerate(self.nodes)}
        first: dict[str, int] = {}
        for edge in self.edges:
            if edge.kind in _HOWS:
                first[edge.older] = min(first.get(edge.older, len(place)), place[edge.newer])
        before: dict[int, list[RequirementNode]] = {}
        for requirement in self.requirements:
            before.setdefault(first[requirement.key], []).append(requirement)
        return [item for number, node in enumerate(self.nodes) for item in (*before.get(number, ()), node)]


_HOWS = frozenset(map(str, Tracing))
"""The kinds of edges that lead to requirements."""

End = Key | Outside
"""An end of a link: a record here, or a decision of another documentation."""


@dataclass(frozen=True, slots=True)
class GraphQuestion:
    """Asks for a graph: around *root* up to *depth* links away, or of all that *filter* lets through.

    *traces* are the ways of answering a requirement that are drawn; without any there are no requirements.
    """

    style: str = "auto"
    links: tuple[str, ...] = tuple(str(kind) for kind in LinkKind)
    root: str | None = None
    depth: int | None = None
    filter: str | None = None
    engine: str | None = None
    downloads: tuple[tuple[str, str], ...] = ()
    traces: tuple[str, ...] = ()

    def answer(self, answers: Answers) -> Graph:
        """The graph; links whose ends are not both shown are left out.

        A decision of another documentation is shown where one that is shown has a link with it, and so is a
        requirement that one that is shown answers.
        """
        ledger = answers.ledger
        links = [link for link in ledger.links if str(link.kind) in self.links and is_drawn(link)]
        condition = parse_filter(self.filter) if self.filter else None
        chosen = select(ledger, condition, ledger.decisions)
        roots = {key_of(decision) for decision in ledger.find(self.root)} if self.root else set()
        near: AbstractSet[End] | None = None
        if self.root:
            near = neighbourhood(roots, links, self.depth)
            chosen = [decision for decision in chosen if key_of(decision) in near]
        requirements, traced = _requirements(answers, chosen, self.traces) if self.traces else ((), ())
        style = self.style
        if style == "auto":
            style = "layers" if len(chosen) + len(requirements) <= answers.graph_limit else "log"
        graph = graph_of(answers.names, chosen, links, roots, style=style, near=near)
        graph = replace(graph, edges=graph.edges + traced, requirements=requirements)
        wanted = (self.engine or answers.graph_engine) == "graphviz" and style == "layers"
        return replace(graph, engine=answers.graphviz if wanted else "", downloads=self.downloads)


def graph_of(
    names: Names,
    chosen: Sequence[Decision],
    links: Iterable[Link],
    focus: AbstractSet[Key],
    *,
    style: str,
    near: AbstractSet[End] | None = None,
) -> Graph:
    """The graph of the decisions *chosen* and of the *links* between them.

    Decisions of other documentations stand beside those that have links with them, so long as they are *near*.
    """
    ordered = _from_old_to_new(chosen)
    place = {key_of(decision): number for number, decision in enumerate(ordered)}
    edges: list[Edge] = []
    beside: dict[Outside, tuple[int, int]] = {}
    for link in links:
        newer, older = ends_of(link)
        outside = [end for end in (newer, older) if isinstance(end, Outside)]
        if any(end not in place for end in (newer, older) if end not in outside):
            continue
        if near is not None and not near >= set(outside):
            continue
        edges.append(Edge(str(link.kind), _name(newer), _name(older), link.part, str(link.state)))
        if isinstance(older, Outside) and isinstance(newer, tuple):
            beside[older] = min(beside.get(older, (place[newer], 0)), (place[newer], 0))
        elif isinstance(newer, Outside) and isinstance(older, tuple):
            beside.setdefault(newer, (place[older], 2))
    sorted_nodes = [((number, 1), "", _node(names, d, focus)) for number, d in enumerate(ordered)]
    sorted_nodes += [
        (at, found.name, Node(_name(found), named_outside(found), None, head=False, focus=False))
        for found, at in beside.items()
    ]
    nodes = tuple(node for _at, _name, node in sorted(sorted_nodes, key=lambda each: each[:2]))
    return Graph(style, nodes, tuple(edges))


def is_drawn(link: Link) -> bool:
    """Whether a link does something, or did, or would, and both its ends are known."""
    drawn = link.state in (LinkState.EFFECTIVE, LinkState.PROSPECTIVE, LinkState.VOID)
    return drawn and None not in (link.source or link.outside, link.target or link.outside)


def ends_of(link: Link) -> tuple[End, End]:
    """The newer and the older end of a link that can be drawn."""
    newer, older = link.source or link.outside, link.target or link.outside
    assert newer is not None
    assert older is not None
    return newer, older


def neighbourhood(roots: AbstractSet[Key], links: Iterable[Link], depth: int | None) -> AbstractSet[End]:
    """What up to *depth* links lead to from *roots*, in whichever direction; all where there is no depth."""
    beside: dict[End, list[End]] = {}
    for link in links:
        newer, older = ends_of(link)
        beside.setdefault(newer, []).append(older)
        beside.setdefault(older, []).append(newer)
    reached: set[End] = set(roots)
    front, steps = set(reached), 0
    while front and (depth is None or steps < depth):
        front = {key for at in front for key in beside.get(at, ())} - reached
        reached |= front
        steps += 1
    return reached


def _requirements(
    answers: Answers, chosen: Iterable[Decision], traces: Sequence[str]
) -> tuple[tuple[RequirementNode, ...], tuple[Edge, ...]]:
    """The requirements that the decisions *chosen* answer in one of the ways *traces*, and an edge for each answer."""
    shown = {key_of(decision) for decision in chosen}
    found: list[RequirementNode] = []
    edges: list[Edge] = []
    for row in answers.requirements.values():
        node = RequirementNode(f"#{row.id}", answers.names.requirement(row))
        answering = [(key_of(one.decision), str(one.how)) for one in row.answers]
        leading = [
            Edge(how, node_key(key), node.key, None, str(LinkState.EFFECTIVE))
            for key, how in answering
            if key in shown and how in traces
        ]
        if leading:
            found.append(node)
            edges += leading
    return tuple(found), tuple(edges)


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


def _name(end: End) -> str:
    return f"{end.name} {end.uri}" if isinstance(end, Outside) else node_key(end)


def _node(names: Names, decision: Decision, focus: AbstractSet[Key]) -> Node:
    ledger, key = names.ledger, key_of(decision)
    replaces = bool(ledger.supersedes.get(key))
    return Node(
        node_key(key),
        names.of(decision),
        decision.date or decision.date_text,
        replaces and ledger.in_force(decision),
        key in focus,
    )
