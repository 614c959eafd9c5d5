"""The lines beside one row of the log in TikZ."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from ..views.graph import Node
from .hues import look
from .layout import LogRow
from .svg import number
from .tikz import dash_pattern, icon

_LANE = 12.0
"""From one lane of the log to the next, in bp."""

PADDED = r"""\ht\sphinxadrrow=\dimexpr\ht\sphinxadrrow+4bp\relax
\dp\sphinxadrrow=\dimexpr\dp\sphinxadrrow+7bp\relax
"""
"""Sets the rows of the log apart, while the lines beside them go on."""


def lanes_width(columns: int) -> str:
    """The room that so many lanes take."""
    return f"{number(_LANE * columns + 8)}bp"


def lanes(row: LogRow, node: Node, columns: int, before: AbstractSet[int], after: AbstractSet[int]) -> str:
    r"""The lines beside a row as high as ``\sphinxadrrow``, which holds its text."""

    def x(lane: int) -> str:
        return f"{number(_LANE * lane + 6)}bp"

    seen = look(node.decision.status, node.decision.phase)
    gap = 6 if node.head else 4.5
    drawn = []

    def draw(lane: int, dashed: AbstractSet[int], path: str) -> None:
        style = "line width=1.2bp" + (
            dash_pattern("4 4", lambda n: f"{number(n)}bp") if lane in dashed else ""
        )
        drawn.append(rf"\draw[{style}] {path};")

    for lane in row.above:
        draw(lane, after, rf"({x(lane)},\sphinxadrtop) -- ({x(lane)},\sphinxadrend)")
    for lane in row.joins:
        draw(lane, before, rf"({x(lane)},\sphinxadrtop) {_bend(row.lane, lane, gap)}")
    for lane in row.leaves:
        start = rf"({x(lane)},\sphinxadrend)"
        bend = _bend(row.lane, lane, -gap)
        draw(lane, after, f"{start} {bend}" if lane == row.lane else f"{start} -- ({x(lane)},-8bp) {bend}")
    here = f"({x(row.lane)},0bp)"
    hue = f"sphinxadr{seen}"
    if node.head:
        drawn.append(rf"\draw[{hue}!80!black,line width=0.8bp] {here} circle[radius=6bp];")
    drawn.append(
        rf"\filldraw[draw={hue}!80!black,fill={hue}!16!white,line width=1bp] {here} circle[radius=4bp];"
    )
    drawn.append(icon(seen, f"shift={{({number(_LANE * row.lane + 3)}bp,3bp)}}", "0.5"))
    return "\n".join(
        (
            r"\edef\sphinxadrtop{\the\dimexpr\ht\sphinxadrrow-3bp\relax}%",
            r"\edef\sphinxadrend{\the\dimexpr-\dp\sphinxadrrow-3bp\relax}%",
            rf"\hbox to{lanes_width(columns)}{{%",
            r"\begin{tikzpicture}[overlay,inner sep=0pt,outer sep=0pt,yshift=3bp]",
            *drawn,
            r"\end{tikzpicture}\hfil}%",
        )
    )


def _bend(own: int, lane: int, gap: float) -> str:
    """On to the dot: straight where the lane is its own, else into its side."""
    here = _LANE * own + 6
    if lane == own:
        return f"-- ({number(here)}bp,{number(gap)}bp)"
    side = here + abs(gap) * (1 if lane > own else -1)
    return f".. controls ({number(_LANE * lane + 6)}bp,0bp) .. ({number(side)}bp,0bp)"
