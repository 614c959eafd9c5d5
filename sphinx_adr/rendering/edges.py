"""The lines between decisions, and between those and requirements: how each is drawn, and what a legend says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from ..views.graph import Edge, Graph
from .layout import Point
from .svg import number, outline, sample, tag
from .words import _, link_in_text

_MARKERS = {
    "supersedes": ("end", "M0 0 10 5 0 10z", True),
    "amends": ("start", "M0 0 10 5 0 10", False),
    "depends-on": ("start", "M0 0 10 5 0 10", False),
    "refines": ("start", "M0 5 5 1l5 4-5 4z", False),
    "conflicts-with": ("both", "M1 1l8 8M9 1 1 9", False),
    "relates-to": ("none", "", False),
    "addresses": ("start", "M5 1a4 4 0 1 0 0 8 4 4 0 1 0 0-8z", True),
    "mentions": ("start", "M5 1a4 4 0 1 0 0 8 4 4 0 1 0 0-8z", False),
}
"""For each kind: which end of the line, from old to new, has a head; its shape; whether that is filled."""

_DASHES = {"amends": "8 3", "relates-to": "1.5 3.5", "mentions": "3 2.5"}
"""Kinds that are never drawn as a solid line."""

Look = tuple[str, str, bool]
"""What the look of an edge depends on: its kind, its state, and whether it is about a part only."""


def look_of(edge: Edge) -> Look:
    """How *edge* is drawn."""
    return edge.kind, edge.state, edge.part is not None and edge.kind == "supersedes"


def markers(kinds: Iterable[str], name: str) -> str:
    """The heads of the lines of these kinds; *name* makes their IDs unique on the page."""
    found = "".join(_marker(kind, name) for kind in kinds if _MARKERS[kind][1])
    return tag("defs", {}, found) if found else ""


def _marker(kind: str, name: str) -> str:
    _at, path, filled = _MARKERS[kind]
    shape = (
        tag("path", {"d": path, "fill": "currentColor"})
        if filled
        else outline("path", "", d=path, stroke_width=1.6)
    )
    frame = {"viewBox": "-1 -1 12 12", "refX": 5 if kind == "conflicts-with" else 9, "refY": 5}
    size = {
        "markerWidth": 9,
        "markerHeight": 9,
        "markerUnits": "userSpaceOnUse",
        "orient": "auto-start-reverse",
    }
    return tag("marker", {"id": f"{name}-{kind}", "class": f"adr-e-{kind}", **frame, **size}, shape)


def segments(
    route: Sequence[Point], *, sideways: bool = False, curved: bool = False
) -> Iterator[tuple[Point, ...]]:
    """A smooth line through the points of a route, leaving and entering boxes straight.

    Each piece is where it ends, for a straight one, or two points of control and the end.
    """
    if curved:
        yield from zip(route[1::3], route[2::3], route[3::3], strict=True)
        return
    along = 0 if sideways else 1
    for start, end in pairwise(route):
        if abs(start[1 - along] - end[1 - along]) < 0.6:
            yield (end,)
            continue
        middle = (start[along] + end[along]) / 2
        if sideways:
            yield (middle, start[1]), (middle, end[1]), end
        else:
            yield (start[0], middle), (end[0], middle), end


def curve(route: Sequence[Point], margin: float, *, sideways: bool = False, curved: bool = False) -> str:
    """The path of a line for SVG."""

    def at(point: Point) -> str:
        return f"{number(point[0] + margin)} {number(point[1] + margin)}"

    pieces = segments(route, sideways=sideways, curved=curved)
    steps = (("L" if len(piece) == 1 else "C") + " ".join(map(at, piece)) for piece in pieces)
    return f"M{at(route[0])}{''.join(steps)}"


def dashes_of(look: Look) -> str:
    """How a line is dashed: pixels drawn and left out; empty for a solid one."""
    kind, state, part = look
    return "5 4" if state != "effective" else "12 3 2 3" if part else _DASHES.get(kind, "")


def is_plain(look: Look) -> bool:
    """Whether a line needs no explanation beside the boxes: an arrow from the old to the new."""
    return look == ("supersedes", "effective", False)


def looks(graph: Graph) -> list[Look]:
    """The looks of the lines that occur in *graph*."""
    found = dict.fromkeys(map(look_of, graph.edges))
    return sorted(found, key=lambda look: list(_MARKERS).index(look[0]))


def line(look: Look, path: str, name: str, **attributes: object) -> str:
    """A line from the older to the newer decision."""
    kind, state, _part = look
    at = _MARKERS[kind][0]
    mark = f"url(#{name}-{kind})"
    return outline(
        "path",
        f"adr-e adr-e-{kind} adr-e-{state}",
        marker_end=mark if at in ("end", "both") else None,
        marker_start=mark if at in ("start", "both") else None,
        stroke_dasharray=dashes_of(look),
        d=path,
        **attributes,
    )


def keys(graph: Graph, name: str) -> list[str]:
    """What the lines that occur in *graph* mean, as items of a legend."""
    return [
        tag("li", {}, sample(40, line(look, "M3 9H37", name)), escape(said(look))) for look in looks(graph)
    ]


def said(look: Look) -> str:
    """What a line means."""
    kind, state, part = look
    if kind == "supersedes":
        words = str(_("partly superseded by (old → new)") if part else _("superseded by (old → new)"))
    else:
        words = link_in_text(kind)
    states = {"prospective": _("proposed"), "void": _("without effect")}
    return f"{words}, {states[state]}" if state in states else words
