"""Layered drawings by Graphviz, for those who ask for it: its ``dot`` places boxes and lines, nothing else.

It is told numbers and sizes only, no text of the author, and what it answers is geometry like that of
`layered`. Every connected part of the graph is laid out by itself within one run, as the parts are packed here.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence

from .geometry import Drawing, Point, rounded
from .packing import Size, connected, grid, sheet_width, shelves

SECONDS = 10
"""So long a run may take."""

_VERSION = re.compile(r"graphviz version (\S+)")


class GraphvizError(Exception):
    """``dot`` is missing, or gave no drawing; the message says why."""


def version() -> str:
    """The version of a ``dot`` that can lay out a graph.

    :raises GraphvizError: when there is none.
    """
    found = _VERSION.search(_run("-V", ""))
    _positions(_run("-Tjson", "digraph { edge [dir=none]; 0 -> 1 }"))
    return found[1] if found else "unknown"


def graphviz(
    sizes: Mapping[str, Size],
    edges: Sequence[tuple[str, str]],
    *,
    weights: Sequence[int],
    gap: float = 16,
    rank_gap: float = 46,
    max_width: float = float("inf"),
) -> Drawing:
    """Draw a graph from top to bottom as `layered` does; its routes are curves.

    :raises GraphvizError: when ``dot`` is missing, fails, or takes too long.
    """
    names = sorted(sizes)
    number = {name: index for index, name in enumerate(names)}
    arcs = [(number[tail], number[head]) for tail, head in edges]
    order = sorted((e for e, arc in enumerate(arcs) if arc[0] != arc[1]), key=lambda e: (arcs[e], weights[e]))
    boxes = [sizes[name] for name in names]
    source = [f"digraph {{ nodesep={gap / 72:.4f}; ranksep={rank_gap / 72:.4f};"]
    source.append('node [shape=box, fixedsize=true, label=""]; edge [dir=none];')
    source += [f"{n} [width={w / 72:.4f}, height={h / 72:.4f}];" for n, (w, h) in enumerate(boxes)]
    source += [f"{arcs[e][0]} -> {arcs[e][1]} [weight={weights[e]}, id={e}];" for e in order]
    centres, routes = _positions(_run("-Tjson", "\n".join([*source, "}"])))
    if len(centres) != len(names) or len(routes) != len(order):
        raise GraphvizError("dot left something out")
    moved, (width, height) = _moves(boxes, arcs, centres, routes, gap, max_width)

    def placed(node: int, point: Point) -> Point:
        return rounded((point[0] + moved[node][0], point[1] + moved[node][1]))

    return Drawing(
        *rounded((width, height)),
        {name: placed(n, centres[n]) for n, name in enumerate(names)},
        tuple(tuple(placed(arc[0], point) for point in routes.get(e, ())) for e, arc in enumerate(arcs)),
        curved=True,
    )


def _run(argument: str, source: str) -> str:
    program = shutil.which("dot")
    if program is None:
        raise GraphvizError("there is no program dot")
    try:
        done = subprocess.run(  # noqa: S603  a program that was asked for, and numbers that we wrote
            [program, argument], input=source, capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except (OSError, UnicodeError) as error:
        raise GraphvizError(f"dot cannot be run: {error}") from None
    except subprocess.TimeoutExpired:
        raise GraphvizError(f"dot took more than {SECONDS} seconds") from None
    if done.returncode:
        raise GraphvizError(f"dot failed: {' '.join(done.stderr.split())[:200]}")
    return done.stderr if argument == "-V" else done.stdout


def _positions(text: str) -> tuple[dict[int, Point], dict[int, list[Point]]]:
    """The centre of each node and the curve of each edge, by their numbers; y grows downwards."""
    try:
        found = json.loads(text)
        centres = {int(node["name"]): _points(node["pos"])[0] for node in found.get("objects", ())}
        routes = {
            int(edge.get("id", place)): _points(edge["pos"])
            for place, edge in enumerate(found.get("edges", ()))
        }
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise GraphvizError("dot gave an answer that cannot be read") from None
    return centres, routes


def _points(text: str) -> list[Point]:
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), -float(y)) for x, y in pairs]


def _moves(
    boxes: Sequence[Size],
    arcs: Sequence[tuple[int, int]],
    centres: Mapping[int, Point],
    routes: Mapping[int, Sequence[Point]],
    gap: float,
    max_width: float,
) -> tuple[Mapping[int, Point], Size]:
    """How far each node moves so that parts stand side by side, and alone ones below; and the size of it all."""
    groups = connected(len(boxes), arcs)
    parts, alone = [g for g in groups if len(g) > 1], [g[0] for g in groups if len(g) == 1]
    spots: dict[int, list[Point]] = {}
    for node, (width, height) in enumerate(boxes):
        x, y = centres[node]
        spots[node] = [(x - width / 2, y - height / 2), (x + width / 2, y + height / 2)]
    for edge, route in routes.items():
        spots[arcs[edge][0]] += route
    starts, extents = [], []
    for part in parts:
        xs = [x for node in part for x, _y in spots[node]]
        ys = [y for node in part for _x, y in spots[node]]
        starts.append((min(xs), min(ys)))
        extents.append((max(xs) - min(xs), max(ys) - min(ys)))
    corners, (width, height) = shelves(extents, min(max_width, sheet_width(extents, 2 * gap)), 2 * gap)
    moved = {
        node: (corner[0] - start[0], corner[1] - start[1])
        for part, start, corner in zip(parts, starts, corners, strict=True)
        for node in part
    }
    single = [boxes[node] for node in alone]
    top = height + 2 * gap if parts else 0.0
    cells, (across, down) = grid(single, min(max_width, max(width, sheet_width(single, gap))), gap)
    for node, (left, upper) in zip(alone, cells, strict=True):
        moved[node] = (left - spots[node][0][0], top + upper - spots[node][0][1])
    return moved, (max(width, across), top + down if alone else height)
