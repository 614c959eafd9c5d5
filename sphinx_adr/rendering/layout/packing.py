"""The parts of a graph that hang together, and how they share the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from .cycles import Arc
from .geometry import Point

Size = tuple[float, float]
"""Width and height."""

PROPORTION = 1.6
"""Width to height of the sheet where nothing else decides."""


def connected(count: int, arcs: Iterable[Arc]) -> list[list[int]]:
    """List the nodes of each part: larger parts first, then by their lowest number."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for tail, head in arcs:
        neighbours[tail].append(head)
        neighbours[head].append(tail)
    seen = [False] * count
    parts: list[list[int]] = []
    for start in range(count):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for node in part:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def sheet_width(sizes: Sequence[Size], gap: float) -> float:
    """Give the width of a well-proportioned sheet for boxes of these sizes."""
    area = 0.0
    for width, height in sizes:
        area += (width + gap) * (height + gap)
    return max([sqrt(PROPORTION * area), *(width for width, _ in sizes)], default=0.0)


def shelves(sizes: Sequence[Size], limit: float, gap: float) -> tuple[list[Point], Size]:
    """Give the top left corners of boxes in rows no wider than `limit`, and the size of it all.

    A box that is wider has a row of its own.
    """
    corners: list[Point] = []
    x = y = row = right = bottom = 0.0
    for width, height in sizes:
        if x > 0 and x + width > limit:
            x, y, row = 0.0, y + row + gap, 0.0
        corners.append((x, y))
        right, bottom = max(right, x + width), max(bottom, y + height)
        x, row = x + width + gap, max(row, height)
    return corners, (right, bottom)


def grid(sizes: Sequence[Size], limit: float, gap: float) -> tuple[list[Point], Size]:
    """Do as `shelves`, in columns of one width; each box stands in the middle of its cell."""
    if not sizes:
        return [], (0.0, 0.0)
    cell = max(width for width, _ in sizes)
    columns = max(1, min(len(sizes), int((limit + gap) // (cell + gap))))
    corners: list[Point] = []
    y = 0.0
    for first in range(0, len(sizes), columns):
        row = sizes[first : first + columns]
        tallest = max(height for _, height in row)
        for column, (width, height) in enumerate(row):
            corners.append((column * (cell + gap) + (cell - width) / 2, y + (tallest - height) / 2))
        y += tallest + gap
    return corners, (columns * (cell + gap) - gap, y - gap)
