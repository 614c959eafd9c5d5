"""How a graph will be drawn: in layers or as a log, from top to bottom or from left to right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..views.graph import Graph
from .boxes import NARROW, WIDE, Boxes
from .layout import Drawing, GraphvizError, graphviz, layered, transposed
from .words import _

MARGIN = 8.0
"""Around a drawing, in pixels."""

WIDEST = 3_000.0
"""Pixels that a drawing may be wide; beyond that nobody finds the other end of a line."""

_COLUMN = 700.0
"""About the width of a column of text: parts that do not hang together begin a new row beyond it."""

_LINEAGE = (790.0, 330.0)
"""Width and height that a lineage may have, in pixels."""

_PAGE = (1_200.0, 1_700.0)
"""Of a printed page: what is larger would be scaled to less than half its size."""

_WEIGHTS = {"supersedes": 6, "amends": 2}
"""How much it matters that a line of this kind is short and straight; 1 for all others."""


Trouble = Callable[[str], None]
"""Is told why something did not work."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A drawing in layers of *graph*; *sideways* where it leads from left to right."""

    graph: Graph
    drawing: Drawing
    boxes: Boxes
    sideways: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels, with the margin around it."""
        return self.drawing.width + 2 * MARGIN, self.drawing.height + 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a graph is no drawing in layers, in words for the reader."""

    reason: str


def plan(graph: Graph, *, paper: bool, trouble: Trouble = lambda reason: None) -> Plan | Refusal:
    """The drawing of *graph* in layers, if that can be made and read; *paper* cannot scroll.

    *trouble* is told where Graphviz, which the graph asks for, gives no drawing: then ours is taken.
    """
    boxes = Boxes.of(graph, WIDE)
    sizes = {item.key: boxes.room(item) for item in graph.items}
    ends = [(edge.older, edge.newer) for edge in graph.edges]
    drawing: Drawing | None = None
    if graph.engine:
        try:
            drawing = graphviz(sizes, ends, weights=_weights(graph), max_width=_COLUMN)
        except GraphvizError as error:
            trouble(str(error))
    if drawing is None:
        drawing = layered(sizes, ends, weights=_weights(graph), max_width=_COLUMN)
    if drawing is None:
        return Refusal(
            str(_("Too many links to be drawn in layers: the decisions are listed from new to old."))
        )
    if drawing.width > WIDEST:
        return Refusal(str(_("Too wide to be drawn in layers: the decisions are listed from new to old.")))
    if paper and (drawing.width > _PAGE[0] or drawing.height > _PAGE[1]):
        return Refusal(str(_("Too large for a page: the decisions are listed from new to old.")))
    return Plan(graph, drawing, boxes)


def plan_lineage(graph: Graph) -> Plan | None:
    """A small drawing of *graph* from left to right; ``None`` where it would not be small."""
    boxes = Boxes.of(graph, NARROW)
    drawing = layered(
        {node.key: boxes.room(node)[::-1] for node in graph.nodes},
        [(edge.older, edge.newer) for edge in graph.edges],
        weights=_weights(graph),
        gap=14,
        rank_gap=38,
    )
    if drawing is None:
        return None
    drawing = transposed(drawing)
    if drawing.width > _LINEAGE[0] or drawing.height > _LINEAGE[1]:
        return None
    return Plan(graph, drawing, boxes, sideways=True)


def _weights(graph: Graph) -> list[int]:
    return [_WEIGHTS.get(edge.kind, 1) for edge in graph.edges]
