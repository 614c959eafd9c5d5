"""Where the vertices stand in their lines: short and straight edges, in the order that is given.

The lines start pushed together and centred. Then, line by line, each vertex is drawn to its
neighbours; the places that give the least sum of squared lengths and keep order and distances are
an isotonic regression, found by pooling adjacent violators (Ayer et al. 1955). Long edges are at
last made straight where their neighbours leave room.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .proper import Proper

WORK = 160_000
"""Vertices and segments that may be touched."""

SWEEPS = (4, 24)
"""At least, and at most, so many sweeps over all lines."""

PULL = (1.0, 2.0, 8.0)
"""Of a segment by the number of its joints: the weights that Gansner et al. 1993 give them."""

Pulls = list[tuple[int, float]]
"""Neighbours and how strongly they pull."""


def coordinates(graph: Proper, gap: float, joint_gap: float, share: float = 1.0) -> list[float]:
    """Find the x of each vertex with a share of the work; some are negative."""
    apart = _distances(graph, gap, joint_gap)
    offsets = [_offsets(line, apart) for line in graph.lines]
    x = [0.0] * len(graph.rank)
    for line, offset in zip(graph.lines, offsets, strict=True):
        for vertex, place in zip(line, offset, strict=True):
            x[vertex] = place - offset[-1] / 2
    _refine(graph, offsets, x, max(SWEEPS[0], min(SWEEPS[1], int(share * WORK) // graph.size)))
    _straighten(graph, apart, x)
    return x


def _distances(graph: Proper, gap: float, joint_gap: float) -> list[float]:
    """For each vertex the least distance of its centre from that of its left neighbour, if any."""
    apart = [0.0] * len(graph.rank)
    for line in graph.lines:
        for left, right in pairwise(line):
            joints = (left >= graph.nodes) + (right >= graph.nodes)
            between = (gap, (gap + joint_gap) / 2, joint_gap)[joints]
            apart[right] = graph.width[left] / 2 + graph.width[right] / 2 + between
    return apart


def _offsets(line: Sequence[int], apart: Sequence[float]) -> list[float]:
    """Where each vertex stands when the line is pushed together."""
    offset = 0.0
    offsets: list[float] = []
    for vertex in line:
        offset += apart[vertex]
        offsets.append(offset)
    return offsets


def _refine(graph: Proper, offsets: Sequence[Sequence[float]], x: list[float], sweeps: int) -> None:
    above: list[Pulls] = [[] for _ in x]
    below: list[Pulls] = [[] for _ in x]
    for (upper, lower), weight in graph.weight.items():
        pull = weight * PULL[(upper >= graph.nodes) + (lower >= graph.nodes)]
        above[lower].append((upper, pull))
        below[upper].append((lower, pull))
    around = [ups + downs for ups, downs in zip(above, below, strict=True)]
    lines = list(zip(graph.lines, offsets, strict=True))
    for sweep in range(sweeps):
        downwards = sweep % 2 == 0
        pulls = around
        if sweep < 2:  # looking back only, so that what the sweep finds reaches the far end
            behind = above if downwards else below
            pulls = [near or both for near, both in zip(behind, around, strict=True)]
        for line, offset in lines if downwards else reversed(lines):
            _pool(line, offset, pulls, x)


def _pool(line: Sequence[int], offsets: Sequence[float], pulls: Sequence[Pulls], x: list[float]) -> None:
    """Place one line."""
    blocks: list[tuple[float, float, int]] = []
    for vertex, offset in zip(line, offsets, strict=True):
        weight = moment = 0.0
        for other, pull in pulls[vertex]:
            weight += pull
            moment += pull * x[other]
        mean, count = moment / weight - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, its_weight, its_count = blocks.pop()
            mean = (mean * weight + before * its_weight) / (weight + its_weight)
            weight += its_weight
            count += its_count
        blocks.append((mean, weight, count))
    index = 0
    for mean, _, count in blocks:
        for _ in range(count):
            x[line[index]] = mean + offsets[index]
            index += 1


def _straighten(graph: Proper, apart: Sequence[float], x: list[float]) -> None:
    """Give each run of joints of an edge, as long as can be, one x; that of an end node if possible."""
    before: list[int | None] = [None] * len(x)
    after: list[int | None] = [None] * len(x)
    for line in graph.lines:
        for left, right in pairwise(line):
            before[right], after[left] = left, right

    def room(vertex: int) -> tuple[float, float]:
        left, right = before[vertex], after[vertex]
        return (
            float("-inf") if left is None else x[left] + apart[vertex],
            float("inf") if right is None else x[right] - apart[right],
        )

    for upper, *joints, lower in graph.chains + graph.chains:
        start = 0
        while start < len(joints):
            low, high = room(joints[start])
            end = start + 1
            while end < len(joints):
                lowest, highest = room(joints[end])
                if max(low, lowest) > min(high, highest):
                    break
                low, high = max(low, lowest), min(high, highest)
                end += 1
            run = joints[start:end]
            if start == 0 and low <= x[upper] <= high:
                wanted = x[upper]
            elif end == len(joints) and low <= x[lower] <= high:
                wanted = x[lower]
            else:
                wanted = sorted([x[joint] for joint in run])[len(run) // 2]
            for joint in run:
                x[joint] = min(max(wanted, low), high)
            start = end
