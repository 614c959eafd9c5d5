"""Ranks by the network simplex method.

Gansner, Koutsofios, North and Vo, "A technique for drawing directed graphs" (1993), section 2: the
ranks that make the weighted edges shortest in total. A spanning tree of tight edges fixes all
ranks; as long as one of its edges has a negative cut value, exchanging it for another edge makes
the drawing shorter. Cut values, ranks and the numbering of the tree change only where the exchange
touches them.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import chain

WORK = 600_000
"""Nodes and edges that may be looked at; ranks are right, if not shortest, when it is used up."""

CANDIDATES = 30
"""Among so many edges with a negative cut value the most negative leaves the tree."""

WeightedArc = tuple[int, int, int]
"""Upper node, lower node, weight."""


def ranks(count: int, arcs: Sequence[WeightedArc]) -> list[int]:
    """Rank, from 0, each node of a connected graph without cycles, self-loops or parallels."""
    simplex = _Simplex(count, arcs)
    simplex.run()
    lowest = min(simplex.rank)
    rank = [each - lowest for each in simplex.rank]
    _balance(rank, arcs)
    return rank


def _longest_paths(count: int, arcs: Sequence[WeightedArc]) -> list[int]:
    """Rank each node as high as possible."""
    rank, waiting = [0] * count, [0] * count
    below: list[list[int]] = [[] for _ in range(count)]
    for tail, head, _ in arcs:
        waiting[head] += 1
        below[tail].append(head)
    ready = [node for node in range(count) if not waiting[node]]
    for tail in ready:
        for head in below[tail]:
            rank[head] = max(rank[head], rank[tail] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                ready.append(head)
    return rank


def _balance(rank: list[int], arcs: Sequence[WeightedArc]) -> None:
    """Move each node that is as well off elsewhere to the least crowded rank it can have."""
    count = len(rank)
    pull = [0] * count
    above: list[list[int]] = [[] for _ in range(count)]
    below: list[list[int]] = [[] for _ in range(count)]
    for tail, head, weight in arcs:
        pull[tail] += weight
        pull[head] -= weight
        above[head].append(tail)
        below[tail].append(head)
    crowd = [0] * (max(rank) + 1)
    for each in rank:
        crowd[each] += 1
    for node in range(count):
        if pull[node] == 0 and above[node] and below[node]:
            first = max(rank[each] for each in above[node]) + 1
            last = min(rank[each] for each in below[node]) - 1
            best = min(range(first, last + 1), key=lambda each: (crowd[each], each))
            if crowd[best] + 1 < crowd[rank[node]]:
                crowd[rank[node]] -= 1
                crowd[best] += 1
                rank[node] = best


class _Simplex:
    def __init__(self, count: int, arcs: Sequence[WeightedArc]) -> None:
        self.tail = [arc[0] for arc in arcs]
        self.head = [arc[1] for arc in arcs]
        self.weight = [arc[2] for arc in arcs]
        self.out: list[list[int]] = [[] for _ in range(count)]
        self.into: list[list[int]] = [[] for _ in range(count)]
        for arc, (tail, head, _) in enumerate(arcs):
            self.out[tail].append(arc)
            self.into[head].append(arc)
        self.rank = _longest_paths(count, arcs)
        self.tree = self._tight_tree()
        self.branches: list[list[int]] = [[] for _ in range(count)]
        for arc in self.tree:
            self.branches[self.tail[arc]].append(arc)
            self.branches[self.head[arc]].append(arc)
        # A node's subtree is what stands in `order` from its `low` to its `high`, itself last.
        self.order = [0] * count
        self.low = [0] * count
        self.high = [0] * count
        self.parent = [-1] * count
        self.work = self._number(0, 0)
        self.cut = [0] * len(arcs)
        self._cut_values()

    def run(self) -> None:
        """Exchange tree edges until none has a negative cut value or the work is used up."""
        start = 0
        while self.work < WORK:
            place = self._leaving(start)
            if place < 0:
                return
            self._exchange(place)
            start = place + 1

    def _slack(self, arc: int) -> int:
        return self.rank[self.head[arc]] - self.rank[self.tail[arc]] - 1

    def _tight_tree(self) -> list[int]:
        """Grow a tree from node 0 over the tightest edges, moving it as a whole to tighten them.

        The ranks in the tree all move alike: they stand without `shift`, as do the keys of the
        edges that wait in the heaps.
        """
        tree: list[int] = []
        inside = [False] * len(self.rank)
        leaving: list[tuple[int, int]] = []
        entering: list[tuple[int, int]] = []
        shift, node = 0, 0
        while True:
            inside[node] = True
            for arc in self.out[node]:
                if not inside[self.head[arc]]:
                    heappush(leaving, (self._slack(arc) + shift, arc))
            for arc in self.into[node]:
                if not inside[self.tail[arc]]:
                    heappush(entering, (self._slack(arc) - shift, arc))
            self.rank[node] -= shift
            while leaving and inside[self.head[leaving[0][1]]]:
                heappop(leaving)
            while entering and inside[self.tail[entering[0][1]]]:
                heappop(entering)
            if not leaving and not entering:
                break
            down = leaving[0][0] - shift if leaving else None
            upwards = entering[0][0] + shift if entering else None
            if upwards is None or (down is not None and down <= upwards):
                arc = heappop(leaving)[1]
                shift += down or 0
                node = self.head[arc]
            else:
                arc = heappop(entering)[1]
                shift -= upwards
                node = self.tail[arc]
            tree.append(arc)
        return tree

    def _number(self, root: int, low: int) -> int:
        """Give the subtree of `root` numbers in postorder from `low`; return the number after them."""
        number = low
        self.low[root] = low
        stack = [(root, iter(self.branches[root]))]
        while stack:
            node, branches = stack[-1]
            for arc in branches:
                if arc != self.parent[node]:
                    child = self.head[arc] if self.tail[arc] == node else self.tail[arc]
                    self.parent[child] = arc
                    self.low[child] = number
                    stack.append((child, iter(self.branches[child])))
                    break
            else:
                self.high[node] = number
                self.order[number] = node
                number += 1
                stack.pop()
        return number

    def _cut_values(self) -> None:
        """Of each tree edge: the weight that would grow, less the weight that would shrink."""
        for node in self.order[:-1]:
            arc = self.parent[node]
            hangs_down = self.head[arc] == node
            value = self.weight[arc]
            for other in chain(self.out[node], self.into[node]):
                if other != arc:
                    alike = (self.head[other] == node) == hangs_down
                    value += self.weight[other] if alike else -self.weight[other]
                    # a tree edge to a child; the others have no cut value
                    value += -self.cut[other] if alike else self.cut[other]
            self.cut[arc] = value

    def _leaving(self, start: int) -> int:
        """Find the place in the tree of an edge that should leave it, looking onwards from `start`."""
        best, found, size = -1, 0, len(self.tree)
        for step in range(size):
            place = (start + step) % size
            value = self.cut[self.tree[place]]
            if value < 0:
                if best < 0 or value < self.cut[self.tree[best]]:
                    best = place
                found += 1
                if found == CANDIDATES:
                    break
        self.work += step + 1 if size else 0
        return best

    def _exchange(self, place: int) -> None:
        """Replace a tree edge by the tightest edge that joins its two sides the other way."""
        leaving = self.tree[place]
        tail, head = self.tail[leaving], self.head[leaving]
        child = tail if self.high[tail] < self.high[head] else head
        low, high = self.low[child], self.high[child]
        inner = self.order[low : high + 1]
        near = len(inner) * 2 <= len(self.order)
        side = inner if near else self.order[:low] + self.order[high + 1 :]
        # The new edge must lead from the side of the leaving edge's head to that of its tail.
        outwards = near == (child == head)
        entering, slack = -1, 0
        self.work += len(side)
        for node in side:
            for arc in self.out[node] if outwards else self.into[node]:
                end = self.head[arc] if outwards else self.tail[arc]
                if (low <= self.high[end] <= high) != near:
                    room = self._slack(arc)
                    if entering < 0 or room < slack:
                        entering, slack = arc, room
                self.work += 1
        for node in side:
            self.rank[node] += slack if outwards else -slack
        self._graft(place, leaving, entering)

    def _graft(self, place: int, leaving: int, entering: int) -> None:
        value = self.cut[leaving]
        tail, head = self.tail[entering], self.head[entering]
        self._climb(tail, head, value, upwards=True)
        top = self._climb(head, tail, value, upwards=False)
        self.cut[entering], self.cut[leaving] = -value, 0
        self.tree[place] = entering
        for end in (self.tail[leaving], self.head[leaving]):
            self.branches[end].remove(leaving)
        for end in (tail, head):
            self.branches[end].append(entering)
        self.work += self._number(top, self.low[top]) - self.low[top]

    def _climb(self, node: int, other: int, value: int, *, upwards: bool) -> int:
        """Change the cut values from `node` up to the first node that has `other` below it."""
        while not self.low[node] <= self.high[other] <= self.high[node]:
            arc = self.parent[node]
            self.cut[arc] += value if (self.tail[arc] == node) == upwards else -value
            node = self.head[arc] if self.tail[arc] == node else self.tail[arc]
        return node
