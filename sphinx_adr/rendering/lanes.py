"""The lines beside one row of the log, as inline SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from ..views.graph import Node
from .hues import hue, look
from .layout import LogRow
from .svg import icon, number, outline, tag

_LANE, _ROW, _RADIUS = 16, 44, 6
_DASHES = "5.5 5.5"
"""Four of them make a row, so that a dashed line goes on evenly in the next."""


def lanes(row: LogRow, node: Node, columns: int, before: AbstractSet[int], after: AbstractSet[int]) -> str:
    """The lines of one row and the dot of its decision; below it they go on for as long as the text does.

    *before* and *after* are the lanes whose line belongs to a proposal, above and below the dot.
    """
    across, middle = _LANE * columns + 10, _ROW / 2
    gap = _RADIUS + (4 if node.head else 1)
    lines = [(lane in after, f"M{_x(lane)} 0V{_ROW}") for lane in row.above]
    lines += [(lane in before, _bend(_x(lane), 0, _x(row.lane), middle, gap)) for lane in row.joins]
    lines += [(lane in after, _bend(_x(lane), _ROW, _x(row.lane), middle, gap)) for lane in row.leaves]
    onward = [(lane in after, f"M{_x(lane)} 0V1") for lane in (*row.above, *row.leaves)]
    decision, x = node.decision, _x(row.lane)
    seen = look(decision.status, decision.phase)
    dot = [_circle("adr-g-halo", x, middle, _RADIUS + 3)] if node.head else []
    dot += [_circle("adr-g-box", x, middle, _RADIUS), icon(seen, x - 4, middle - 4, 0.667)]
    classes = f"adr-n {hue(decision.status, decision.phase)}" + " adr-current" * node.head
    here = _drawing(across, _ROW, *_paths(lines), tag("g", {"class": classes}, *dot))
    if not onward:
        return here
    return here + _drawing(across, 1, *_paths(onward), preserveAspectRatio="none", class_="adr-g-onward")


def _x(lane: int) -> int:
    return lane * _LANE + _LANE // 2 + 5


def _drawing(across: int, down: int, *content: str, **attributes: str) -> str:
    size = {"width": across, "height": down, "viewBox": f"0 0 {across} {down}"}
    return tag("svg", {"aria_hidden": "true", **size, **attributes}, *content)


def _paths(lines: Iterable[tuple[bool, str]]) -> Iterator[str]:
    """Paths from pairs of whether the line is dashed, and where it goes."""
    found = list(lines)
    for dashed in (False, True):
        if path := "".join(where for is_dashed, where in found if is_dashed is dashed):
            yield outline(
                "path", "adr-e adr-e-supersedes", stroke_dasharray=_DASHES if dashed else None, d=path
            )


def _bend(x_edge: int, y_edge: int, x_dot: int, middle: float, gap: int) -> str:
    """From the upper or lower edge of a row to its dot."""
    if x_edge == x_dot:
        return f"M{x_edge} {y_edge}V{number(middle - gap if y_edge < middle else middle + gap)}"
    side = x_dot + (gap if x_edge > x_dot else -gap)
    return f"M{x_edge} {y_edge}Q{x_edge} {number(middle)} {side} {number(middle)}"


def _circle(classes: str, x: float, y: float, radius: float) -> str:
    return outline("circle", classes, cx=x, cy=y, r=radius)
