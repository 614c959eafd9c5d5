"""Chains and circles in the graph of supersessions; every function runs in linear time, without recursion."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def strongly_connected(
    nodes: Iterable[Node], edges: Iterable[tuple[Node, Node]]
) -> tuple[tuple[Node, ...], ...]:
    """The circles in a directed graph: its strongly connected components of two nodes or more.

    R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972), made
    iterative. Components, and the nodes in each, come in the order of *nodes*.
    """
    order = {node: position for position, node in enumerate(nodes)}
    following: dict[Node, list[Node]] = {node: [] for node in order}
    for source, target in edges:
        if source in order and target in order:
            following[source].append(target)
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    open_nodes: list[Node] = []
    is_open: set[Node] = set()
    found: list[list[Node]] = []
    for start in order:
        if start in index:
            continue
        path: list[tuple[Node, int]] = [(start, 0)]
        while path:
            node, position = path.pop()
            if position == 0:
                index[node] = low[node] = len(index)
                open_nodes.append(node)
                is_open.add(node)
            else:
                low[node] = min(low[node], low[following[node][position - 1]])
            for step in range(position, len(following[node])):
                target = following[node][step]
                if target not in index:
                    path += [(node, step + 1), (target, 0)]
                    break
                if target in is_open:
                    low[node] = min(low[node], index[target])
            else:
                if low[node] == index[node]:
                    component: list[Node] = []
                    while not component or component[-1] != node:
                        component.append(open_nodes.pop())
                        is_open.discard(component[-1])
                    if len(component) > 1:
                        found.append(sorted(component, key=order.__getitem__))
    return tuple(tuple(group) for group in sorted(found, key=lambda group: order[group[0]]))


def ends_of_chains(
    successors: Mapping[Node, Sequence[Node]], order: Mapping[Node, int]
) -> dict[Node, tuple[Node, ...]]:
    """For each node that has successors, the nodes without successors that its chains end at.

    The graph of *successors* must be free of circles. Ends come in the order that *order* gives.
    """
    ends: dict[Node, tuple[Node, ...]] = {}
    for start in successors:
        path = [start]
        while path:
            node = path[-1]
            if node in ends:
                path.pop()
                continue
            unknown = [after for after in successors[node] if after in successors and after not in ends]
            if unknown:
                path += unknown
                continue
            reached = {end for after in successors[node] for end in (ends.get(after, (after,)))}
            ends[node] = tuple(sorted(reached, key=order.__getitem__))
            path.pop()
    return ends
