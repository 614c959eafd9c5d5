"""What is lit while a reader points at a decision: what led to it, what became of it, and its other links.

A requirement is lit with the decisions that answer it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..views.graph import Edge, Graph

MOST = 40
"""Boxes in a drawing that can be pointed at: so many the stylesheet has numbers for."""


def lit(graph: Graph) -> tuple[Mapping[str, str], Sequence[str]]:
    """For each node, and for each edge, the numbers of the nodes with which it is lit, in order."""
    if len(graph.items) > MOST:
        return {}, [""] * len(graph.edges)
    nodes: dict[str, list[str]] = {node.key: [] for node in graph.items}
    edges: list[list[str]] = [[] for _edge in graph.edges]
    for number, node in enumerate(graph.items):
        before = _reached(node.key, ((edge.newer, edge.older) for edge in graph.edges if _follows(edge)))
        after = _reached(node.key, ((edge.older, edge.newer) for edge in graph.edges if _follows(edge)))
        shown = before | after
        for place, edge in enumerate(graph.edges):
            ends = {edge.newer, edge.older}
            if node.key in ends or (_follows(edge) and (ends <= before or ends <= after)):
                edges[place].append(str(number))
                shown |= ends
        for key in shown:
            nodes[key].append(str(number))
    return {key: " ".join(found) for key, found in nodes.items()}, [" ".join(found) for found in edges]


def _follows(edge: Edge) -> bool:
    return edge.kind == "supersedes" and edge.state != "void"


def _reached(start: str, steps: Iterable[tuple[str, str]]) -> set[str]:
    following: dict[str, list[str]] = {}
    for origin, end in steps:
        following.setdefault(origin, []).append(end)
    found, waiting = {start}, [start]
    for key in waiting:
        waiting += (fresh := [end for end in dict.fromkeys(following.get(key, ())) if end not in found])
        found |= set(fresh)
    return found
