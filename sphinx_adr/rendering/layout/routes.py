"""From ranks, orders and places to boxes and lines, of one connected part of the graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .geometry import Point
from .proper import Bundle, Proper

PORT_GAP = 13.0
"""Between the ends of edges on a node's side, where it is wide enough."""

PORT_SHARE = 0.72
"""The part of a node's side that edges may end on."""

ASIDE = 0.25
"""How far from the middle of a side, as part of it, an edge that has it alone may end to be straight."""


@dataclass(frozen=True, slots=True)
class Block:
    """A connected part of the graph as drawn, its top left corner at (0, 0)."""

    width: float
    height: float
    centres: Sequence[Point]
    """Of each of its nodes."""
    routes: Mapping[int, Sequence[Point]]
    """By the edges' places among all edges; from the upper to the lower node."""


@dataclass(frozen=True, slots=True)
class _Band:
    """The room that a rank takes from top to bottom."""

    top: float
    bottom: float


def block(
    graph: Proper,
    bundles: Sequence[Bundle],
    x: Sequence[float],
    heights: Sequence[float],
    *,
    spread: float,
    rank_gap: float,
) -> Block:
    """Edges run straight down past the boxes of a rank and cross over in the gap below it."""
    left = min(at - width / 2 for at, width in zip(x, graph.width, strict=True))
    right = max(at + width / 2 for at, width in zip(x, graph.width, strict=True))
    x = [at - left for at in x]
    bands = _bands(graph, heights, rank_gap)
    centres = [
        (x[node], (bands[graph.rank[node]].top + bands[graph.rank[node]].bottom) / 2)
        for node in range(graph.nodes)
    ]
    shifts = {
        edge: (index - (len(bundle.edges) - 1) / 2) * spread
        for bundle in bundles
        for index, edge in enumerate(bundle.edges)
    }
    starts, ends = _ports(graph, bundles, x)
    _align(graph, bundles, x, starts, ends)
    routes: dict[int, list[Point]] = {}
    for bundle, (upper, *joints, lower) in zip(bundles, graph.chains, strict=True):
        for edge in bundle.edges:
            start, end = x[upper] + starts[edge], x[lower] + ends[edge]
            route = [
                (start, centres[upper][1] + heights[upper] / 2),
                (start, bands[graph.rank[upper]].bottom),
            ]
            for joint in joints:
                band, at = bands[graph.rank[joint]], x[joint] + shifts[edge]
                route += [(at, band.top), (at, band.bottom)]
            route += [
                (end, bands[graph.rank[lower]].top),
                (end, centres[lower][1] - heights[lower] / 2),
            ]
            routes[edge] = route
    return Block(right - left, bands[-1].bottom, centres, routes)


def _bands(graph: Proper, heights: Sequence[float], rank_gap: float) -> list[_Band]:
    bands: list[_Band] = []
    top = 0.0
    for line in graph.lines:
        height = max(heights[node] for node in line if node < graph.nodes)
        bands.append(_Band(top, top + height))
        top += height + rank_gap
    return bands


def _ports(
    graph: Proper, bundles: Sequence[Bundle], x: Sequence[float]
) -> tuple[dict[int, float], dict[int, float]]:
    """How far from the middle of its nodes each edge starts and ends: in the order they come from."""
    leaving: list[list[tuple[float, int]]] = [[] for _ in range(graph.nodes)]
    entering: list[list[tuple[float, int]]] = [[] for _ in range(graph.nodes)]
    for number, chain in enumerate(graph.chains):
        leaving[chain[0]].append((x[chain[1]], number))
        entering[chain[-1]].append((x[chain[-2]], number))
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    for found, ports in ((leaving, starts), (entering, ends)):
        for node, numbers in enumerate(found):
            edges = [edge for _, number in sorted(numbers) for edge in bundles[number].edges]
            widest = PORT_SHARE * graph.width[node]
            step = min(PORT_GAP, widest / (len(edges) - 1)) if len(edges) > 1 else 0.0
            for index, edge in enumerate(edges):
                ports[edge] = (index - (len(edges) - 1) / 2) * step
    return starts, ends


def _align(
    graph: Proper,
    bundles: Sequence[Bundle],
    x: Sequence[float],
    starts: dict[int, float],
    ends: dict[int, float],
) -> None:
    """Let an edge that is alone on a node's side end straight below where it comes from."""
    for bundle, chain in zip(bundles, graph.chains, strict=True):
        if len(bundle.edges) == 1:
            edge, upper, lower, direct = bundle.edges[0], chain[0], chain[-1], len(chain) == 2
            if len(graph.up[lower]) == 1:
                aside = x[chain[-2]] + (starts[edge] if direct else 0.0) - x[lower]
                if abs(aside) <= ASIDE * graph.width[lower]:
                    ends[edge] = aside
            if len(graph.down[upper]) == 1:
                aside = x[chain[1]] + (ends[edge] if direct else 0.0) - x[upper]
                if abs(aside) <= ASIDE * graph.width[upper]:
                    starts[edge] = aside


def tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """Without points that repeat the one before or stand on a vertical between two others."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and kept[-2][0] == kept[-1][0] == point[0]:
            kept.pop()
        kept.append(point)
    return tuple(kept)
