"""The order in each line, for few crossings.

Sweeps down and up order every line by the barycentres of its neighbours (Sugiyama, Tagawa and Toda
1981) and exchange vertices beside each other while that helps (the "transpose" of Gansner et al.
1993). Then vertices change places even where that merely does no harm, which leads out of many a
dead end. As the result hangs on where it starts, there are several starts, more for smaller graphs:
walks from the top and from the bottom, their mirror images, and shuffled lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from random import Random

from .proper import Lines, Proper

WORK = 1_200_000
"""Ends of segments that may be compared."""

ENOUGH = 250_000
"""After so much work there are no further starts."""

STARTS = 24
"""At most."""

SWEEPS = 12
"""From each start, at most."""

STALLED = 4
"""So many sweeps without gain end them."""


def reduce_crossings(graph: Proper, share: float = 1.0) -> int:
    """Order the lines of `graph` with a share of the work; returns the number of crossings left."""
    work, fewest = 0, -1
    for start in islice(_starts(graph), STARTS):
        order = _Order(graph, start, int(share * WORK) - work)
        found = order.improve()
        if fewest < 0 or found < fewest:
            fewest, graph.lines = found, order.lines
        work += order.work
        if fewest == 0 or work >= share * ENOUGH:
            break
    return fewest


def crossings(upper: Iterable[int], down: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """Count the segments that cross between a line and the next: the inversions of their lower ends."""
    total = 0
    ends: list[int] = []
    for vertex in upper:
        around = down[vertex]
        if len(around) == 1:
            each = place[around[0]]
            at = bisect_right(ends, each)
            total += len(ends) - at
            ends.insert(at, each)
            continue
        places = sorted([place[below] for below in around])
        for each in places:
            total += len(ends) - bisect_right(ends, each)
        for each in places:
            insort(ends, each)
    return total


def excess(left: Sequence[int], right: Sequence[int]) -> int:
    """Tell how many crossings two neighbours would save by changing places; negative if it adds some.

    Given are the sorted places of the vertices that each leads to in the next line.
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


def _starts(graph: Proper) -> Iterator[Lines]:
    for towards, downwards in ((graph.up, False), (graph.down, True)):
        lines = _walk(graph, towards, downwards=downwards)
        yield lines
        yield [line[::-1] for line in lines]
    chance = Random(0)  # noqa: S311  any numbers will do, so long as they are always the same
    while True:
        keys = [chance.random() for _ in graph.rank]
        yield [sorted(line, key=keys.__getitem__) for line in lines]


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
    def __init__(self, graph: Proper, lines: Lines, allowed: int) -> None:
        self.up, self.down = graph.up, graph.down
        self.lines = [list(line) for line in lines]
        self.place = [0] * len(graph.rank)
        for line in self.lines:
            self._record(line)
        self.allowed = allowed
        self.work = 0

    def improve(self) -> int:
        """Order the lines; returns the number of crossings that remain."""
        fewest = self._sweep()
        return fewest - self._relax() if fewest else 0

    def _crossings(self) -> int:
        return sum(crossings(line, self.down, self.place) for line in self.lines[:-1])

    def _sweep(self) -> int:
        """Sweep with half of the work that is allowed, and keep the best lines."""
        fewest, best, stalled = self._crossings(), self._copy(), 0
        for turn in range(SWEEPS):
            if fewest == 0 or stalled == STALLED or self.work > self.allowed // 2:
                break
            lines, neighbours = (
                (self.lines[1:], self.up) if turn % 2 == 0 else (self.lines[-2::-1], self.down)
            )
            for line in lines:
                self._by_barycentre(line, neighbours, mirrored=turn % 4 > 1)
                self._exchange(line, least=1)
            now = self._crossings()
            stalled += 1
            if now < fewest:
                fewest, best, stalled = now, self._copy(), 0
        self.lines = best
        for line in best:
            self._record(line)
        return fewest

    def _relax(self) -> int:
        """Exchange without harm, one way and the other, until nothing is gained; returns the gain."""
        gain = 0
        pending = [True] * (len(self.lines) + 2)  # one more at either end
        while any(pending[1:-1]):
            for line in self.lines:
                line.reverse()
                self._record(line)
            for number, line in enumerate(self.lines, start=1):
                if pending[number]:
                    if self.work > self.allowed:
                        return gain
                    gained = self._exchange(line, least=0)
                    gain += gained
                    pending[number] = gained > 0
                    if gained:
                        pending[number - 1] = pending[number + 1] = True
        return gain

    def _copy(self) -> Lines:
        return [list(line) for line in self.lines]

    def _record(self, line: Sequence[int]) -> None:
        for place, vertex in enumerate(line):
            self.place[vertex] = place

    def _ends(self, line: Sequence[int], neighbours: Sequence[Sequence[int]]) -> list[list[int]]:
        """The sorted places of the neighbours of each vertex; most are joints, which have one."""
        place = self.place
        return [
            [place[around[0]]] if len(around) == 1 else sorted([place[each] for each in around])
            for vertex in line
            for around in [neighbours[vertex]]
        ]

    def _by_barycentre(self, line: list[int], neighbours: Sequence[Sequence[int]], *, mirrored: bool) -> None:
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
        self._record(line)

    def _exchange(self, line: list[int], least: int) -> int:
        """Move each vertex to the left as long as every step gains so much; returns the gain."""
        items = [
            (vertex, up, down, *((up[0], down[0]) if len(up) == len(down) == 1 else (-1, -1)))
            for vertex, up, down in zip(
                line, self._ends(line, self.up), self._ends(line, self.down), strict=True
            )
        ]
        total = 0
        self.work += len(line)
        for right in range(1, len(line)):
            item = items[right]
            _, up, down, upper, lower = item
            place = right
            while place:
                other = items[place - 1]
                _, its_up, its_down, its_upper, its_lower = other
                if upper >= 0 and its_upper >= 0:  # two joints: what `excess` would tell, but sooner
                    gain = (its_upper > upper) - (its_upper < upper)
                    gain += (its_lower > lower) - (its_lower < lower)
                else:
                    gain = excess(its_up, up) + excess(its_down, down)
                if gain < least:
                    break
                total += gain
                items[place] = other
                place -= 1
            items[place] = item
            self.work += (right - place + 1) * (len(up) + len(down))
        line[:] = [item[0] for item in items]
        self._record(line)
        return total
