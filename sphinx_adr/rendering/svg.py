"""Drawings as inline SVG: shapes that the stylesheet colours, and that make sense without it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from html import escape

from ..views.graph import Edge, Graph, Node
from .layout import Drawing, LogRow, Point
from .words import LINKS, _, status_word

BOX = (176.0, 62.0)
LANE, ROW = 16, 44

_ICONS = {
    "accepted": "M2 6.5 5 9.5 10 3",
    "proposed": "M6 1.4a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2zM6 1.4v9.2",
    "draft": "M2 10 9.5 2.5M7.5 2 10 4.5",
    "superseded": "M1.5 6H9M6.2 3 9.2 6l-3 3M11 2v8",
    "deprecated": "M6 1.5l5 9H1zM6 5v2.6M6 8.9v.4",
    "rejected": "m2.5 2.5 7 7M9.5 2.5l-7 7",
    "withdrawn": "m2.5 2.5 7 7M9.5 2.5l-7 7",
    "unknown": "M4 4.2a2 2 0 1 1 2.4 2.2V7.6M6.3 9.6v.4",
}
_MARKERS = {
    "supersedes": ("end", "M0 0 10 5 0 10z", True),
    "amends": ("start", "M0 0 10 5 0 10", False),
    "depends-on": ("start", "M0 0 10 5 0 10", False),
    "refines": ("start", "M0 5 5 1l5 4-5 4z", False),
    "conflicts-with": ("both", "M1 1l8 8M9 1 1 9", False),
    "relates-to": ("none", "", False),
}


def tag(name: str, attributes: Mapping[str, object], *content: str) -> str:
    """One element, attributes escaped; *content* is written as it is. Underscores stand for hyphens."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value))}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def number(value: object) -> str:
    """A number with at most one decimal, or the text of anything else."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def _advance(character: str) -> float:
    """A guess at the width of a character, in em."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "iljtfrI.,:;'|!()[]- ":
        return 0.36
    if character in "mwMW@%":
        return 0.92
    return 0.72 if character.isupper() else 0.58


def wrap(text: str, size: float, width: float, lines: int = 2) -> list[str]:
    """*text* in at most *lines* lines of about *width* pixels at font size *size*; what is too much is cut."""

    def fits(candidate: str) -> bool:
        return sum(map(_advance, candidate)) * size <= width

    found, current = [], ""
    for word in text.split():
        longer = f"{current} {word}".strip()
        if current and not fits(longer):
            found.append(current)
            current = word
        else:
            current = longer
    found.append(current)
    cut = len(found) > lines
    found = found[:lines]
    shown = []
    for position, line in enumerate(found):
        mark = "…" if (cut and position == len(found) - 1) or not fits(line) else ""
        while mark and line and not fits(line + mark):
            line = line[:-1]
        shown.append(line.rstrip() + mark)
    return shown


def icon(status: str, x: float, y: float, scale: float = 1.0) -> str:
    """The shape of a status in a box of 12 pixels."""
    path = _ICONS.get(status, _ICONS["unknown"])
    transform = f"translate({number(x)} {number(y)})" + (f" scale({scale})" if scale != 1 else "")
    return tag("path", {"class": "adr-g-icon", "transform": transform, "fill": "none", "stroke": "currentColor", "d": path})


def layers(graph: Graph, drawing: Drawing, hrefs: Mapping[str, str], name: str) -> str:
    """The layered drawing of *graph*; *name* makes its IDs unique on the page."""
    margin = 8.0
    width, height = drawing.width + 2 * margin, drawing.height + 2 * margin
    kinds = dict.fromkeys(edge.kind for edge in graph.edges)
    markers = "".join(_marker(kind, name) for kind in kinds if _MARKERS[kind][1])
    order = sorted(zip(graph.edges, drawing.routes, strict=True), key=lambda pair: pair[0].kind == "supersedes")
    edges = "".join(_edge(edge, route, margin, name) for edge, route in order if route)
    nodes = "".join(
        _node(node, drawing.centres[node.key], margin, hrefs.get(node.key), _relations(graph, node))
        for node in graph.nodes
    )
    label = _("Decisions, older above newer")
    return tag(
        "svg",
        {
            "class": "adr-g-svg",
            "xmlns": "http://www.w3.org/2000/svg",
            "role": "group",
            "aria_label": label,
            "width": width,
            "height": height,
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "style": f"--w:{number(width)}px",
            "font_family": "sans-serif",
        },
        tag("defs", {}, markers) if markers else "",
        tag("g", {"class": "adr-g-edges", "fill": "none", "aria_hidden": "true"}, edges) if edges else "",
        tag("g", {"role": "list"}, nodes),
    )


def _marker(kind: str, name: str) -> str:
    _at, path, filled = _MARKERS[kind]
    shape = tag(
        "path",
        {"d": path, "fill": "currentColor" if filled else "none", "stroke": None if filled else "currentColor", "stroke_width": None if filled else 1.6},
    )
    return tag(
        "marker",
        {
            "id": f"{name}-{kind}",
            "class": f"adr-g-marker adr-e-{kind}",
            "viewBox": "-1 -1 12 12",
            "refX": 5 if kind == "conflicts-with" else 9,
            "refY": 5,
            "markerWidth": 9,
            "markerHeight": 9,
            "markerUnits": "userSpaceOnUse",
            "orient": "auto-start-reverse",
        },
        shape,
    )


def curve(route: Sequence[Point], margin: float) -> str:
    """A smooth path through the points of a route, leaving and entering boxes straight."""
    points = [(x + margin, y + margin) for x, y in route]
    steps = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        if abs(x0 - x1) < 0.6:
            steps.append(f"L{number(x1)} {number(y1)}")
        else:
            middle = number((y0 + y1) / 2)
            steps.append(f"C{number(x0)} {middle} {number(x1)} {middle} {number(x1)} {number(y1)}")
    return "".join(steps)


def _edge(edge: Edge, route: Sequence[Point], margin: float, name: str) -> str:
    at = _MARKERS[edge.kind][0]
    mark = f"url(#{name}-{edge.kind})"
    return tag(
        "path",
        {
            "class": f"adr-e adr-e-{edge.kind} adr-e-{edge.state}" + (" adr-e-part" if edge.part else ""),
            "stroke": "currentColor",
            "marker_end": mark if at in ("end", "both") else None,
            "marker_start": mark if at in ("start", "both") else None,
            "data_newer": edge.newer,
            "data_older": edge.older,
            "stroke_dasharray": "7 4" if edge.state != "effective" or edge.part else None,
            "d": curve(route, margin),
        },
    )


def _relations(graph: Graph, node: Node) -> str:
    """All links of *node* in words."""
    labels = {other.key: other.decision.label for other in graph.nodes}
    said: dict[str, list[str]] = {}
    for edge in graph.edges:
        if node.key in (edge.newer, edge.older):
            inverse = node.key == edge.older and (edge.kind, True) in LINKS
            other = edge.newer if node.key == edge.older else edge.older
            said.setdefault(str(LINKS[edge.kind, inverse]).lower(), []).append(labels[other])
    return "; ".join(f"{word} {', '.join(others)}" for word, others in said.items())


def _node(node: Node, centre: Point, margin: float, href: str | None, relations: str) -> str:
    width, height = BOX
    x, y = centre[0] - width / 2 + margin, centre[1] - height / 2 + margin
    decision, word = node.decision, status_word(node.decision.status)
    told = [f"{decision.label} {decision.title}".strip(), word, node.date or "", _("current") if node.head else "", relations]
    classes = f"adr-n adr-s-{decision.status}" + " adr-head" * node.head + " adr-focus" * node.focus
    shapes = [tag("title", {}, escape(". ".join(filter(None, map(str, told)))))]
    if node.head:
        shapes.append(_rectangle("adr-g-halo", x - 3.5, y - 3.5, width + 7, height + 7, 9))
    shapes.append(_rectangle("adr-g-box", x, y, width, height, 6))
    shapes.append(tag("path", {"class": "adr-g-bar", "fill": "currentColor", "d": f"M{number(x)} {number(y + 6)}a6 6 0 0 1 6-6v{number(height)}a6 6 0 0 1-6-6z"}))
    shapes.append(_text("adr-g-id", x + 14, y + 18, wrap(decision.label, 12.5, width - 100, 1)[0], font_size="12.5", font_weight="700"))
    shapes.append(_text("adr-g-st", x + width - 26, y + 17.5, str(word), font_size="10.5", text_anchor="end"))
    shapes.append(icon(decision.status, x + width - 21, y + 7.5))
    shapes += [
        _text("adr-g-ti", x + 14, y + 36 + 14.5 * position, text, font_size="11.5")
        for position, text in enumerate(wrap(decision.title, 11.5, width - 26))
    ]
    inner = "".join(shapes)
    if href is None:
        return tag("g", {"role": "listitem", "class": classes, "data_key": node.key}, inner)
    link = {"class": classes, "href": href, "data_key": node.key, "aria_current": "true" if node.focus else None}
    return tag("g", {"role": "listitem"}, tag("a", link, inner))


def _rectangle(classes: str, x: float, y: float, width: float, height: float, radius: int) -> str:
    return tag(
        "rect",
        {
            "class": classes,
            "x": x,
            "y": y,
            "width": width,
            "height": height,
            "rx": radius,
            "fill": "none",
            "stroke": "currentColor",
        },
    )


def _text(classes: str, x: float, y: float, content: str, **attributes: str) -> str:
    return tag("text", {"class": classes, "x": x, "y": y, "fill": "currentColor", **attributes}, escape(content))


def legend(graph: Graph) -> str:
    """What the shapes and lines that occur in *graph* mean."""
    statuses = dict.fromkeys(node.decision.status for node in graph.nodes)
    items = [
        tag(
            "li",
            {"class": f"adr-s-{status}"},
            _sample(34, tag("g", {"class": f"adr-n adr-s-{status}"}, _rectangle("adr-g-box", 1, 1, 32, 16, 3), icon(status, 11, 3))),
            escape(str(status_word(status))),
        )
        for status in statuses
    ]
    if any(node.head for node in graph.nodes):
        head = tag("g", {"class": "adr-n adr-head adr-s-accepted"}, _rectangle("adr-g-halo", 1, 1, 32, 16, 5), _rectangle("adr-g-box", 4, 4, 26, 10, 2))
        items.append(tag("li", {"class": "adr-s-accepted"}, _sample(34, head), escape(str(_("Current, end of a lineage")))))
    if graph.style == "layers":
        items += [_edge_key(kind, state) for kind, state in dict.fromkeys((e.kind, e.state) for e in graph.edges)]
    return tag("ul", {"class": "adr-legend adr-g-legend"}, *items)


def _edge_key(kind: str, state: str) -> str:
    words = {"supersedes": _("superseded by (old → new)")}
    said = str(words.get(kind, str(LINKS[kind, False]).lower()))
    said += {"prospective": f", {_('proposed')}", "void": f", {_('without effect')}"}.get(state, "")
    path = tag("path", {"class": f"adr-e adr-e-{kind} adr-e-{state}", "fill": "none", "stroke": "currentColor", "stroke_dasharray": "7 4" if state != "effective" else None, "d": "M2 9H30"})
    return tag("li", {}, _sample(32, path), escape(said))


def _sample(width: int, *content: str) -> str:
    return tag("svg", {"aria_hidden": "true", "width": width, "height": 18, "viewBox": f"0 0 {width} 18"}, *content)


def lanes(row: LogRow, node: Node, columns: int) -> str:
    """The lines of one row of the log, and the dot of its decision."""
    width, middle, radius = LANE * columns + 8, ROW / 2, 6
    gap = radius + (3 if node.head else 1)

    def x(lane: int) -> float:
        return lane * LANE + LANE / 2 + 4

    paths = [f"M{number(x(lane))} 0V{ROW}" for lane in row.above]
    for lane in row.joins:
        paths.append(_bend(x(lane), 0, x(row.lane), middle - gap if lane == row.lane else middle, gap))
    for lane in row.leaves:
        paths.append(_bend(x(lane), ROW, x(row.lane), middle + gap if lane == row.lane else middle, gap))
    circles = [_circle("adr-g-halo", x(row.lane), middle, radius + 3)] if node.head else []
    circles.append(_circle("adr-g-box", x(row.lane), middle, radius))
    dot = tag(
        "g",
        {"class": f"adr-n adr-s-{node.decision.status}" + " adr-head" * node.head},
        *circles,
        icon(node.decision.status, x(row.lane) - 4, middle - 4, 0.667),
    )
    line = tag("path", {"class": "adr-e adr-e-supersedes adr-e-effective", "fill": "none", "stroke": "currentColor", "d": "".join(paths)}) if paths else ""
    return tag("svg", {"class": "adr-g-lanes", "aria_hidden": "true", "width": width, "height": ROW, "viewBox": f"0 0 {width} {ROW}"}, line, dot)


def _bend(x_edge: float, y_edge: float, x_dot: float, y_dot: float, gap: float) -> str:
    """From the upper or lower edge of a row to its dot."""
    if x_edge == x_dot:
        return f"M{number(x_edge)} {number(y_edge)}V{number(y_dot)}"
    side = x_dot + (gap if x_edge > x_dot else -gap)
    return f"M{number(x_edge)} {number(y_edge)}Q{number(x_edge)} {number(y_dot)} {number(side)} {number(y_dot)}"


def _circle(classes: str, x: float, y: float, radius: float) -> str:
    return tag("circle", {"class": classes, "cx": x, "cy": y, "r": radius, "fill": "none", "stroke": "currentColor"})


