"""Which edges to turn round so that no cycle is left.

The greedy heuristic of Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc
set problem" (1993), with weights: line the nodes up so that little weight points backwards. A graph
without cycles keeps all its edges.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

Arc = tuple[int, int]
"""From one node's number to another's."""


def backward(count: int, arcs: Mapping[Arc, int]) -> frozenset[Arc]:
    """Choose the arcs to turn round, of the weighted `arcs` between nodes ``0 .. count - 1``.

    Among equals the lower number goes first, so older decisions stay above newer ones.
    """
    position = {node: place for place, node in enumerate(_line_up(count, arcs))}
    return frozenset((tail, head) for tail, head in arcs if position[tail] > position[head])


def _line_up(count: int, arcs: Mapping[Arc, int]) -> list[int]:
    successors: list[list[Arc]] = [[] for _ in range(count)]
    predecessors: list[list[Arc]] = [[] for _ in range(count)]
    outgoing, incoming, surplus = [0] * count, [0] * count, [0] * count
    for (tail, head), weight in sorted(arcs.items()):
        successors[tail].append((head, weight))
        predecessors[head].append((tail, weight))
        outgoing[tail] += 1
        incoming[head] += 1
        surplus[tail] += weight
        surplus[head] -= weight

    placed = [False] * count
    front: list[int] = []
    back: list[int] = []
    sinks = [node for node in range(count) if not outgoing[node]]
    sources = [node for node in range(count) if not incoming[node]]
    others = [(-surplus[node], node) for node in range(count)]
    heapify(others)

    def place(node: int, line: list[int]) -> None:
        placed[node] = True
        line.append(node)
        for head, weight in successors[node]:
            incoming[head] -= 1
            surplus[head] += weight
            if not placed[head]:
                heappush(others, (-surplus[head], head))
                if not incoming[head]:
                    sources.append(head)
        for tail, weight in predecessors[node]:
            outgoing[tail] -= 1
            surplus[tail] -= weight
            if not placed[tail]:
                heappush(others, (-surplus[tail], tail))
                if not outgoing[tail]:
                    sinks.append(tail)

    while len(front) + len(back) < count:
        if sinks:
            node = sinks.pop()
            if not placed[node]:
                place(node, back)
        elif sources:
            node = sources.pop()
            if not placed[node]:
                place(node, front)
        else:
            negative, node = heappop(others)
            if not placed[node] and -negative == surplus[node]:
                place(node, front)
    return front + back[::-1]
