"""The boxes that decisions are drawn in: how large they are, and where in them each text stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..views.graph import Graph, Node
from .layout import Point
from .measure import width, wrap
from .words import said_status

INDENT, ICON = 14.0, 26.0
"""The room at the left for the bar, and at the right for the icon."""

ID, STATUS, TITLE = 13.0, 11.0, 12.5
"""Font sizes."""

STEP = 15.5
"""From one line of text to the next."""

WIDE, NARROW = 206.0, 160.0
"""Widths of boxes: in a drawing from top to bottom, and in one from left to right."""

DASHES = {
    "draft": "2 3",
    "proposed": "5 3",
    "rejected": "2 2",
    "deprecated": "7 2 2 2",
    "superseded": "2 2",
    "unknown": "3 3",
}
"""For each look the dashes of a box, in pixels drawn and left out; solid for all others."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in a box: its role, the text, and where its base line begins; ends, for *right*."""

    role: str
    text: str
    at: Point
    size: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the boxes of one graph have in common, so that no text leaves any of them.

    The status stands in the line of the ID, or where one of those gets too long in a line of its own.
    """

    own_line: bool
    titles: int
    width: float = WIDE

    @classmethod
    def of(cls, graph: Graph, across: float = WIDE) -> Boxes:
        """The boxes *across* pixels wide that the texts of *graph* need."""
        own_line = any(_head_width(node) > across for node in graph.nodes)
        titles = max(len(_title(node, across, 3)) for node in graph.nodes)
        return cls(own_line, max(titles, 1), across)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        return self.width, self.first_title + (self.titles - 1) * STEP + 11

    @property
    def first_title(self) -> float:
        """Where the first line of the title stands."""
        return 53.0 if self.own_line else 38.0

    def texts(self, node: Node, corner: Point) -> Iterator[Text]:
        """The texts in the box of *node* whose upper left corner is *corner*."""
        x, y = corner
        room = self.width - INDENT - ICON
        for part in wrap(node.decision.id, ID, room, 1, bold=True):
            yield Text("id", part, (x + INDENT, y + 18), ID)
        for part in wrap(said_status(node.decision), STATUS, room, 1):
            if self.own_line:
                yield Text("status", part, (x + INDENT, y + 34.5), STATUS)
            else:
                yield Text("status", part, (x + self.width - ICON, y + 17.5), STATUS, right=True)
        for position, part in enumerate(_title(node, self.width, self.titles)):
            yield Text("title", part, (x + INDENT, y + self.first_title + STEP * position), TITLE)


def _head_width(node: Node) -> float:
    word = width(said_status(node.decision), STATUS)
    return INDENT + width(node.decision.id, ID, bold=True) + 8 + word + ICON


def _title(node: Node, across: float, lines: int) -> list[str]:
    return wrap(node.decision.title, TITLE, across - INDENT - 10, lines)
