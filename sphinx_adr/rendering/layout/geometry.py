"""What a layout hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float]
"""A place in a drawing: x grows to the right, y downwards, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything stands; x grows to the right, y downwards, in CSS pixels."""

    width: float
    height: float
    centres: Mapping[str, Point]
    """Each node's name, in alphabetical order, and the centre of its box."""
    routes: tuple[tuple[Point, ...], ...]
    """For each edge, in the order given: from the border of its first node's box to the border of
    its second's; empty for an edge from a node to itself."""
    curved: bool = False
    """Whether routes are cubic Bézier curves: a point, and then two points of control and a point each."""


def rounded(point: Point) -> Point:
    """Round to a tenth of a pixel, so that no machine's last bit shows; never a negative zero."""
    return round(point[0], 1) + 0.0, round(point[1], 1) + 0.0


def transposed(drawing: Drawing) -> Drawing:
    """The drawing with its axes exchanged: what leads down leads to the right."""
    return Drawing(
        drawing.height,
        drawing.width,
        {name: (y, x) for name, (x, y) in drawing.centres.items()},
        tuple(tuple((y, x) for x, y in route) for route in drawing.routes),
        drawing.curved,
    )
