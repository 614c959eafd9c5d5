"""The order in each rank, for few crossings.

Sweeps down and up order every rank by the barycentres of its neighbours (Sugiyama, Tagawa and Toda
1981) and exchange vertices beside each other while that helps (the "transpose" of Gansner et al.
1993). As the result hangs on where it starts, there are several starts: walks from the top and from
the bottom, their mirror images, and each of these with and without exchanges that merely do no
harm. The best order is then sifted: each vertex moves to the best place near it (Matuszewski,
Schönfeld and Molitor 1999).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from .proper import Lines, Proper

SWEEP_WORK = 150_000
"""Vertices and segments that the sweeps from all starts may touch."""

STARTS = 8

SWEEPS = (12, 24)
"""From each start: no fewer (unless nothing improves), no more."""

EXCHANGE_WORK = 1_600_000
"""Edge ends that may be compared while exchanging, from all starts."""

STALLED = 6
"""Give a start up after so many sweeps without gain."""

SIFT_WORK = 1_600_000
"""Edge ends that may be compared while sifting."""

REACH = 20
"""How many places to either side a vertex may be sifted at once."""


def reduce_crossings(graph: Proper) -> int:
    """Order the lines of `graph`; returns the number of crossings that remain."""
    starts = max(1, min(STARTS, SWEEP_WORK // (SWEEPS[0] * graph.size)))
    sweeps = max(SWEEPS[0], min(SWEEPS[1], SWEEP_WORK // (starts * graph.size)))
    best: tuple[int, Lines] | None = None
    for lines, restless in islice(_starts(graph), starts):
        found = _Order(graph, lines).sweep(sweeps, EXCHANGE_WORK // starts, restless=restless)
        if best is None or found[0] < best[0]:
            best = found
        if best[0] == 0:
            break
    assert best is not None
    order = _Order(graph, best[1])
    gain = order.sift() if best[0] else 0
    graph.lines = order.lines
    return best[0] - gain


def crossings(upper: Iterable[int], down: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """How many segments cross between a line and the next: the inversions of their lower ends."""
    total = 0
    ends: list[int] = []
    for vertex in upper:
        places = sorted([place[below] for below in down[vertex]])
        for each in places:
            total += len(ends) - bisect_right(ends, each)
        for each in places:
            insort(ends, each)
    return total


def excess(left: Sequence[int], right: Sequence[int]) -> int:
    """The crossings that two neighbours would save by changing places; negative if more.

    Given are the sorted places of the vertices that each has in the next line.
    """
    if not left or not right:
        return 0
    if left[-1] < right[0]:
        return -len(left) * len(right)
    if left[0] > right[-1]:
        return len(left) * len(right)
    size = len(right)
    total = 0
    for place in left:
        total += bisect_left(right, place) + bisect_right(right, place) - size
    return total


def _starts(graph: Proper) -> Iterator[tuple[Lines, bool]]:
    """Lines to start from, and whether to make harmless exchanges too."""
    walks = [
        _walk(graph, graph.up, downwards=False),
        _walk(graph, graph.down, downwards=True),
    ]
    for restless in (True, False):
        for lines in walks:
            yield lines, restless
            yield [line[::-1] for line in lines], not restless


def _walk(graph: Proper, towards: Sequence[Sequence[int]], *, downwards: bool) -> Lines:
    """Each vertex in the order of a depth-first walk from the outermost nodes."""
    lines: Lines = [[] for _ in graph.lines]
    seen = [False] * len(graph.rank)
    outermost = 1 if downwards else -1
    for node in sorted(range(graph.nodes), key=lambda node: (outermost * graph.rank[node], node)):
        stack = [node]
        while stack:
            vertex = stack.pop()
            if not seen[vertex]:
                seen[vertex] = True
                lines[graph.rank[vertex]].append(vertex)
                stack.extend(reversed(towards[vertex]))
    return lines


class _Order:
    def __init__(self, graph: Proper, lines: Lines) -> None:
        self.up, self.down = graph.up, graph.down
        self.lines = [list(line) for line in lines]
        self.place = [0] * len(graph.rank)
        for line in self.lines:
            self._settle(line)

    def crossings(self) -> int:
        return sum(crossings(line, self.down, self.place) for line in self.lines[:-1])

    def sweep(self, sweeps: int, work: int, *, restless: bool) -> tuple[int, Lines]:
        """The fewest crossings found, and the lines that have them."""
        fewest, best, stalled = self.crossings(), self._copy(), 0
        for turn in range(sweeps):
            if fewest == 0 or stalled == STALLED or work < 0:
                break
            lines, neighbours = (
                (self.lines[1:], self.up) if turn % 2 == 0 else (self.lines[-2::-1], self.down)
            )
            mirrored = turn % 4 > 1
            for line in lines:
                self._by_barycentre(line, neighbours, mirrored=mirrored)
                work -= self._exchange(line, least=0 if restless and mirrored else 1)
                if work < 0:
                    break
            now = self.crossings()
            stalled += 1
            if now < fewest:
                fewest, best, stalled = now, self._copy(), 0
        return fewest, best

    def sift(self) -> int:
        """Sift line by line until nothing improves or the work is used up; returns the gain."""
        total = work = 0
        pending = [True] * (len(self.lines) + 2)  # one more at either end
        while any(pending[1:-1]):
            for number, line in enumerate(self.lines, start=1):
                if not pending[number]:
                    continue
                ends = sum(len(self.up[vertex]) + len(self.down[vertex]) for vertex in line)
                work += min(len(line), 2 * REACH) * (len(line) + ends)
                if work > SIFT_WORK:
                    return total
                gain = self._sift(line)
                total += gain
                pending[number] = gain > 0
                if gain:
                    pending[number - 1] = pending[number + 1] = True
        return total

    def _copy(self) -> Lines:
        return [list(line) for line in self.lines]

    def _settle(self, line: Sequence[int]) -> None:
        for place, vertex in enumerate(line):
            self.place[vertex] = place

    def _ends(self, vertex: int, neighbours: Sequence[Sequence[int]]) -> list[int]:
        return sorted([self.place[each] for each in neighbours[vertex]])

    def _by_barycentre(
        self, line: list[int], neighbours: Sequence[Sequence[int]], *, mirrored: bool
    ) -> None:
        """Vertices without neighbours on that side stay; `mirrored` turns round those on a par."""
        place, side = self.place, -1 if mirrored else 1
        moving = sorted(
            [
                (sum([place[each] for each in around]) / len(around), side * place[vertex], vertex)
                for vertex in line
                if (around := neighbours[vertex])
            ]
        )
        following = iter(moving)
        line[:] = [next(following)[2] if neighbours[vertex] else vertex for vertex in line]
        self._settle(line)

    def _exchange(self, line: list[int], least: int) -> int:
        """Move each vertex to the left as long as every step gains so much; returns the work."""
        above = [self._ends(vertex, self.up) for vertex in line]
        below = [self._ends(vertex, self.down) for vertex in line]
        work = 0
        for right in range(1, len(line)):
            vertex, up, down = line[right], above[right], below[right]
            place = right
            while place:
                left = place - 1
                if excess(above[left], up) + excess(below[left], down) < least:
                    break
                line[place], above[place], below[place] = line[left], above[left], below[left]
                place = left
            line[place], above[place], below[place] = vertex, up, down
            work += (right - place + 1) * (len(up) + len(down))
        self._settle(line)
        return work

    def _sift(self, line: list[int]) -> int:
        above = {vertex: self._ends(vertex, self.up) for vertex in line}
        below = {vertex: self._ends(vertex, self.down) for vertex in line}
        total = 0
        for vertex in list(line):
            up, down = above[vertex], below[vertex]
            start = target = line.index(vertex)
            most = gain = 0
            for place in range(start - 1, max(-1, start - 1 - REACH), -1):
                other = line[place]
                gain += excess(above[other], up) + excess(below[other], down)
                if gain > most:
                    most, target = gain, place
            gain = 0
            for place in range(start + 1, min(len(line), start + 1 + REACH)):
                other = line[place]
                gain += excess(up, above[other]) + excess(down, below[other])
                if gain > most:
                    most, target = gain, place
            if most:
                line.insert(target, line.pop(start))
                total += most
        self._settle(line)
        return total
