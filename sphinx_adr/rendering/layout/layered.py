"""Layered drawings.

After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
structures" (1981): break cycles, assign ranks, order them, place the vertices, draw the edges.

Nodes are numbered in the order of their names and edges in that of their ends, and all steps go by
these numbers: the drawing depends on what is in the graph and on nothing else. Work is bounded by
counting it, never by the clock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .coordinates import coordinates
from .crossings import reduce_crossings
from .cycles import Arc, backward
from .geometry import Drawing, Point, rounded
from .packing import Size, connected, grid, sheet_width, shelves
from .proper import Bundle, proper, size_when_proper
from .ranks import ranks
from .routes import Block, block, tidy

LIMIT = 40_000
"""Vertices and segments, after long edges were cut at each rank, that can be laid out in time."""

EDGES = 12_000
"""Pairs of nodes with an edge between them that can be laid out in time."""


def layered(
    sizes: Mapping[str, Size],
    edges: Sequence[tuple[str, str]],
    *,
    weights: Sequence[int] = (),
    gap: float = 16,
    dummy_gap: float = 10,
    rank_gap: float = 46,
    max_width: float | None = None,
) -> Drawing | None:
    """Draw a graph from top to bottom: an edge ``(a, b)`` puts ``a`` above ``b``.

    Edges that close a cycle point upwards, preferably those of little weight. The parts of the
    graph that do not hang together stand side by side, the larger first; nodes without edges
    follow in a grid below.

    :param sizes: width and height of each node's box.
    :param weights: for each edge how much it should be short and straight; all 1 when not given.
    :param gap: between boxes of a rank; twice that between the parts of the graph.
    :param dummy_gap: between edges that run side by side through a rank.
    :param rank_gap: between the boxes of a rank and of the next.
    :param max_width: parts of the graph begin a new row rather than pass this; a part that is
        wider by itself stays as it is.
    :returns: None when the graph has too many or too long edges to be laid out in reasonable time.
    :raises KeyError: when an edge names an unknown node.
    :raises ValueError: when there are weights, but not a positive one for each edge.
    """
    graph = _Graph(sizes, edges, weights)
    if len(graph.bundles) > EDGES:
        return None
    groups = connected(len(graph.names), ((each.upper, each.lower) for each in graph.bundles))
    parts = _parts(graph, [group for group in groups if len(group) > 1])
    total = sum(each.size for each in parts)
    if total > LIMIT:
        return None
    drawn = [(each, each.draw(gap, dummy_gap, rank_gap, each.size / total)) for each in parts]
    alone = [group[0] for group in groups if len(group) == 1]
    return _sheet(graph, drawn, alone, gap, max_width)


class _Graph:
    """The graph in numbers, without cycles."""

    def __init__(
        self,
        sizes: Mapping[str, Size],
        edges: Sequence[tuple[str, str]],
        weights: Sequence[int],
    ) -> None:
        self.names = sorted(sizes)
        self.sizes = [sizes[name] for name in self.names]
        number = {name: index for index, name in enumerate(self.names)}
        self.arcs = [(number[tail], number[head]) for tail, head in edges]
        weight = list(weights) or [1] * len(self.arcs)
        if len(weight) != len(self.arcs) or min(weight, default=1) < 1:
            raise ValueError("weights must be positive, one for each edge")
        total: dict[Arc, int] = {}
        for arc, each in zip(self.arcs, weight, strict=True):
            if arc[0] != arc[1]:
                total[arc] = total.get(arc, 0) + each
        self.reversed = backward(len(self.names), total)
        members: dict[Arc, list[int]] = {}
        for edge in sorted(range(len(edges)), key=lambda edge: (self.arcs[edge], weight[edge])):
            arc = self.arcs[edge]
            if arc in self.reversed:
                arc = arc[::-1]
            if arc[0] != arc[1]:
                members.setdefault(arc, []).append(edge)
        self.bundles = [
            Bundle(*arc, sum(weight[edge] for edge in found), tuple(found))
            for arc, found in sorted(members.items())
        ]


class _Part:
    """A connected part of the graph, with its ranks; its nodes are numbered anew."""

    def __init__(self, graph: _Graph, nodes: Sequence[int], bundles: Sequence[Bundle]) -> None:
        local = {node: index for index, node in enumerate(nodes)}
        self.nodes = nodes
        self.sizes = [graph.sizes[node] for node in nodes]
        self.bundles = [
            bundle._replace(upper=local[bundle.upper], lower=local[bundle.lower]) for bundle in bundles
        ]
        self.rank = ranks(len(nodes), [bundle[:3] for bundle in self.bundles])
        self.size = size_when_proper(self.rank, self.bundles)

    def draw(self, gap: float, dummy_gap: float, rank_gap: float, share: float) -> Block:
        """`share` is the part of all work that may go into this one."""
        widths = [width for width, _ in self.sizes]
        graph = proper(self.rank, self.bundles, widths, dummy_gap)
        reduce_crossings(graph, share)
        x = coordinates(graph, gap, dummy_gap, share)
        heights = [height for _, height in self.sizes]
        return block(graph, self.bundles, x, heights, spread=dummy_gap, rank_gap=rank_gap)


def _parts(graph: _Graph, groups: Sequence[Sequence[int]]) -> list[_Part]:
    home = {node: index for index, group in enumerate(groups) for node in group}
    bundles: list[list[Bundle]] = [[] for _ in groups]
    for bundle in graph.bundles:
        bundles[home[bundle.upper]].append(bundle)
    return [_Part(graph, group, found) for group, found in zip(groups, bundles, strict=True)]


def _sheet(
    graph: _Graph,
    drawn: Sequence[tuple[_Part, Block]],
    alone: Sequence[int],
    gap: float,
    max_width: float | None,
) -> Drawing:
    """Put the blocks and the nodes without edges together."""
    limit = float("inf") if max_width is None else max_width
    blocks = [(each.width, each.height) for _, each in drawn]
    boxes = [graph.sizes[node] for node in alone]
    between = 2 * gap
    corners, (width, height) = shelves(blocks, min(limit, sheet_width(blocks, between)), between)
    top = height + between if blocks else 0.0
    cells, (grid_width, grid_height) = grid(boxes, min(limit, max(width, sheet_width(boxes, gap))), gap)

    centres: dict[int, Point] = {}
    routes: list[tuple[Point, ...]] = [()] * len(graph.arcs)
    for (part, each), (left, upper) in zip(drawn, corners, strict=True):
        for node, (x, y) in zip(part.nodes, each.centres, strict=True):
            centres[node] = (x + left, y + upper)
        for edge, route in each.routes.items():
            points = [rounded((x + left, y + upper)) for x, y in route]
            routes[edge] = tidy(points[::-1] if graph.arcs[edge] in graph.reversed else points)
    for node, (box_width, box_height), (left, upper) in zip(alone, boxes, cells, strict=True):
        centres[node] = (left + box_width / 2, top + upper + box_height / 2)
    width, height = rounded((max(width, grid_width), top + grid_height if boxes else height))
    return Drawing(
        width,
        height,
        {name: rounded(centres[node]) for node, name in enumerate(graph.names)},
        tuple(routes),
    )
