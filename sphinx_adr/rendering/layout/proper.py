"""A layered graph in which every edge leads from one rank to the next.

An edge that spans several ranks passes through a joint in each of those between: a vertex without
height that keeps its place among the boxes (Sugiyama, Tagawa and Toda 1981 call it a dummy).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

Lines = list[list[int]]
"""The vertices of each rank, from left to right."""


class Bundle(NamedTuple):
    """All edges between two nodes; they are drawn side by side."""

    upper: int
    lower: int
    weight: int
    edges: tuple[int, ...]
    """Their places among the edges given."""


@dataclass(slots=True)
class Proper:
    """Vertices are numbered: first the nodes, then the joints."""

    nodes: int
    rank: list[int]
    lines: Lines
    chains: list[list[int]]
    """For each bundle the vertices it passes, from its upper node to its lower."""
    up: list[list[int]]
    down: list[list[int]]
    weight: dict[tuple[int, int], int]
    """Of the segment between two vertices, the upper named first."""
    width: list[float]

    @property
    def size(self) -> int:
        """The number of vertices and segments: what a walk over all of it costs."""
        return len(self.rank) + len(self.weight)


def size_when_proper(rank: Sequence[int], bundles: Sequence[Bundle]) -> int:
    """Foretell the `size` that the graph will have, without building it."""
    segments = sum(rank[bundle.lower] - rank[bundle.upper] for bundle in bundles)
    return len(rank) - len(bundles) + 2 * segments


def proper(rank: Sequence[int], bundles: Sequence[Bundle], widths: Sequence[float], spread: float) -> Proper:
    """Cut the bundles at each rank; neighbouring edges of a bundle are `spread` apart."""
    graph = Proper(
        nodes=len(widths),
        rank=list(rank),
        lines=[[] for _ in range(max(rank) + 1)],
        chains=[],
        up=[[] for _ in widths],
        down=[[] for _ in widths],
        weight={},
        width=list(widths),
    )
    for bundle in bundles:
        chain = [bundle.upper]
        for between in range(rank[bundle.upper] + 1, rank[bundle.lower]):
            chain.append(len(graph.rank))
            graph.rank.append(between)
            graph.up.append([])
            graph.down.append([])
            graph.width.append((len(bundle.edges) - 1) * spread)
        chain.append(bundle.lower)
        graph.chains.append(chain)
        for above, below in pairwise(chain):
            graph.down[above].append(below)
            graph.up[below].append(above)
            graph.weight[above, below] = bundle.weight
    for vertex, line in enumerate(graph.rank):
        graph.lines[line].append(vertex)
    return graph
