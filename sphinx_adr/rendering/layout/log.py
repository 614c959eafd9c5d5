"""Lanes for a list of decisions, as ``git log --graph`` draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogRow:
    """One node, and the vertical lines around it; lanes count from 0 on the left."""

    node: str
    lane: int
    above: tuple[int, ...]
    """Lanes whose line enters this row from above and goes on below, past this node."""
    joins: tuple[int, ...]
    """Lanes whose line ends in this node from above."""
    leaves: tuple[int, ...]
    """Lanes whose line starts at this node and goes down."""


def log(order: Sequence[str], edges: Sequence[tuple[str, str]]) -> tuple[LogRow, ...]:
    """Draw a line from newer down to older for each edge ``(newer, older)``.

    `order` is newest first and names each node once. An edge that points upwards in it is turned
    round; edges from a node to itself or to one that is not in `order` have no line, and edges
    between the same two nodes share one. A node goes on in the leftmost lane that ends in it, else
    in the leftmost that is free; of the lines that leave it the shortest stays in its lane.
    """
    row = {node: index for index, node in enumerate(order)}
    targets: list[set[int]] = [set() for _ in order]
    for ends in edges:
        if ends[0] in row and ends[1] in row:
            upper, lower = sorted((row[ends[0]], row[ends[1]]))
            if upper != lower:
                targets[upper].add(lower)

    rows: list[LogRow] = []
    lanes: dict[int, int] = {}  # where the line in a lane ends
    for index, node in enumerate(order):
        joins = tuple(sorted(lane for lane, target in lanes.items() if target == index))
        for lane in joins:
            del lanes[lane]
        above = tuple(sorted(lanes))
        own = joins[0] if joins else _free(lanes, 0)
        leaves: list[int] = []
        for target in sorted(targets[index]):
            lane = _free(lanes, own + 1) if leaves else own
            lanes[lane] = target
            leaves.append(lane)
        rows.append(LogRow(node, own, above, joins, tuple(sorted(leaves))))
    return tuple(rows)


def _free(lanes: dict[int, int], first: int) -> int:
    lane = first
    while lane in lanes:
        lane += 1
    return lane
