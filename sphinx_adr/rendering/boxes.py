"""The boxes that decisions and requirements are drawn in: how large they are, and where in them each text stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..views.graph import Graph, Node, RequirementNode
from .layout import Point
from .measure import width, wrap
from .words import COVERAGE, said_status

INDENT, ICON = 14.0, 26.0
"""The room at the left for the bar, and at the right for the icon."""

ID, STATUS, TITLE = 13.0, 11.0, 12.5
"""Font sizes."""

HALO = 4.0
"""How far outside its box the second outline of a current decision runs."""

POINT = 12.0
"""How far the corners of a requirement, which is a hexagon, are cut off at each side."""

INSET = 5.0
"""How much further inside the uppermost line of a hexagon ends, since its sides lean."""

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


Item = Node | RequirementNode
"""What has a box."""


def says(item: Item) -> tuple[str, str, str]:
    """What stands in the box of *item*: its ID, a word for its state, and its title."""
    if isinstance(item, RequirementNode):
        required = item.requirement
        return required.id, str(COVERAGE[required.state]), required.title
    return item.decision.id, said_status(item.decision), item.decision.title


def hexagon(corner: Point, size: tuple[float, float], point: float = POINT) -> tuple[Point, ...]:
    """The corners of a hexagon in the box with this upper left corner, clockwise from there."""
    (x, y), (across, down) = corner, size
    right, middle = x + across, y + down / 2
    return (
        (x + point, y),
        (right - point, y),
        (right, middle),
        (right - point, y + down),
        (x + point, y + down),
        (x, middle),
    )


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
        own_line = any(_head_width(item) > across for item in graph.items)
        titles = max(len(_title(item, across, 3)) for item in graph.items)
        return cls(own_line, max(titles, 1), across)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        return self.width, self.first_title + (self.titles - 1) * STEP + 11

    def room(self, item: Item) -> tuple[float, float]:
        """Width and height of the box of *item* with all its outlines: lines to it end there."""
        around = 2 * HALO if isinstance(item, Node) and item.head else 0.0
        return self.size[0] + around, self.size[1] + around

    @property
    def first_title(self) -> float:
        """Where the first line of the title stands."""
        return 53.0 if self.own_line else 38.0

    def icon(self, item: Item, corner: Point) -> Point:
        """The upper left corner of the icon in the box of *item* whose upper left corner is *corner*."""
        return corner[0] + self.width - 20 - _inset(item), corner[1] + 8

    def texts(self, item: Item, corner: Point) -> Iterator[Text]:
        """The texts in the box of *item* whose upper left corner is *corner*."""
        x, y = corner
        name, word, _title_text = says(item)
        room = self.width - INDENT - ICON - _inset(item)
        for part in wrap(name, ID, room, 1, bold=True):
            yield Text("id", part, (x + INDENT, y + 18), ID)
        for part in wrap(word, STATUS, room, 1):
            if self.own_line:
                yield Text("status", part, (x + INDENT, y + 34.5), STATUS)
            else:
                right = x + self.width - ICON - _inset(item)
                yield Text("status", part, (right, y + 17.5), STATUS, right=True)
        for position, part in enumerate(_title(item, self.width, self.titles)):
            yield Text("title", part, (x + INDENT, y + self.first_title + STEP * position), TITLE)


def _inset(item: Item) -> float:
    return INSET if isinstance(item, RequirementNode) else 0.0


def _head_width(item: Item) -> float:
    name, word, _title_text = says(item)
    return INDENT + width(name, ID, bold=True) + 8 + width(word, STATUS) + ICON + _inset(item)


def _title(item: Item, across: float, lines: int) -> list[str]:
    return wrap(says(item)[2], TITLE, across - INDENT - 10 - _inset(item), lines)
