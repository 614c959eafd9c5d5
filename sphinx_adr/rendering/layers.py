"""The layered drawing of a graph as inline SVG, which makes sense without a stylesheet too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from ..views.graph import Graph, Node
from . import edges
from .hues import hue, look
from .layout import Drawing, Point
from .measure import width, wrap
from .svg import icon, number, rectangle, sample, tag, text
from .words import LINKS, _, link_in_text, status_word

_WIDTH, _INDENT, _ICON = 206.0, 14.0, 26.0
_ID, _STATUS, _TITLE = 13.0, 11.0, 12.5
"""Font sizes."""
_STEP = 15.5
"""From one line of text to the next."""
_MARGIN = 8.0
_DASHES = {
    "draft": "2 3",
    "proposed": "5 3",
    "rejected": "2 2",
    "deprecated": "7 2 2 2",
    "superseded": "2 2",
    "unknown": "3 3",
}


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the boxes of one graph have in common, so that no text leaves any of them.

    The status stands in the line of the ID, or where one of those gets too long in a line of its own.
    """

    own_line: bool
    titles: int

    @classmethod
    def of(cls, graph: Graph) -> Boxes:
        """The boxes that the texts of *graph* need."""
        own_line = any(_head_width(node) > _WIDTH for node in graph.nodes)
        titles = max(len(_title(node, 3)) for node in graph.nodes)
        return cls(own_line, max(titles, 1))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        return _WIDTH, self.first_title + (self.titles - 1) * _STEP + 11

    @property
    def first_title(self) -> float:
        """Where the first line of the title stands."""
        return 53.0 if self.own_line else 38.0


def _head_width(node: Node) -> float:
    word = width(status_word(node.decision.status), _STATUS)
    return _INDENT + width(node.decision.id, _ID, bold=True) + 8 + word + _ICON


def _title(node: Node, lines: int) -> list[str]:
    return wrap(node.decision.title, _TITLE, _WIDTH - _INDENT - 10, lines)


def picture(graph: Graph, drawing: Drawing, hrefs: Mapping[str, str], name: str) -> str:
    """The drawing of *graph*; *name* makes its IDs unique on the page."""
    boxes = Boxes.of(graph)
    across, down = drawing.width + 2 * _MARGIN, drawing.height + 2 * _MARGIN
    heads = edges.markers(dict.fromkeys(edge.kind for edge in graph.edges), name)
    order = sorted(
        zip(graph.edges, drawing.routes, strict=True), key=lambda pair: pair[0].kind == "supersedes"
    )
    lines = [
        edges.line(
            edges.look_of(edge),
            edges.curve(route, _MARGIN),
            name,
            data_newer=edge.newer,
            data_older=edge.older,
        )
        for edge, route in order
        if route
    ]
    drawn = [
        _node(node, drawing.centres[node.key], boxes, hrefs.get(node.key), _relations(graph, node))
        for node in graph.nodes
    ]
    frame = {
        "class": "adr-g-svg",
        "xmlns": "http://www.w3.org/2000/svg",
        "role": "list",
        "aria_label": _("Decisions, older above newer"),
        "width": across,
        "height": down,
        "viewBox": f"0 0 {number(across)} {number(down)}",
        "style": f"--w:{number(across)}px",
        "font_family": "sans-serif",
    }
    below = tag("g", {"aria_hidden": "true"}, *lines) if lines else ""
    return tag("svg", frame, heads, below, *drawn)


def _relations(graph: Graph, node: Node) -> str:
    """All links of *node* in words."""
    labels = {other.key: other.decision.label for other in graph.nodes}
    said: dict[str, list[str]] = {}
    for edge in graph.edges:
        if node.key in (edge.newer, edge.older):
            inverse = node.key == edge.older and (edge.kind, True) in LINKS
            other = edge.newer if node.key == edge.older else edge.older
            said.setdefault(link_in_text(edge.kind, inverse=inverse), []).append(labels[other])
    return "; ".join(f"{word} {', '.join(others)}" for word, others in said.items())


def _node(node: Node, centre: Point, boxes: Boxes, href: str | None, relations: str) -> str:
    """A box with one name for those who hear it, and a link where there is somewhere to go."""
    decision = node.decision
    name = f"{decision.id} {decision.title}".strip()
    facts = (name, status_word(decision.status), node.date, _("current") if node.head else None, relations)
    told = ". ".join(str(fact) for fact in facts if fact)
    shown = tag("g", {"aria_hidden": "true"}, tag("title", {}, escape(told)), *_shapes(node, centre, boxes))
    classes = (
        f"adr-n {hue(decision.status, decision.phase)}"
        + " adr-current" * node.head
        + " adr-focus" * node.focus
    )
    if href is None:
        return tag("g", {"role": "listitem", "class": classes, "aria_label": told}, shown)
    current = "true" if node.focus else None
    link = {"class": classes, "href": href, "aria_label": told, "aria_current": current}
    return tag("g", {"role": "listitem"}, tag("a", link, shown))


def _shapes(node: Node, centre: Point, boxes: Boxes) -> list[str]:
    across, down = boxes.size
    x, y = centre[0] - across / 2 + _MARGIN, centre[1] - down / 2 + _MARGIN
    seen, word = look(node.decision.status, node.decision.phase), status_word(node.decision.status)
    struck = "line-through" if seen == "superseded" else None
    bar = f"M{number(x + 6)} {number(y)}a6 6 0 0 0-6 6v{number(down - 12)}a6 6 0 0 0 6 6z"
    label = wrap(node.decision.id, _ID, across - _INDENT - _ICON, 1, bold=True)
    status = wrap(word, _STATUS, across - _INDENT - _ICON, 1)
    shapes = [rectangle("adr-g-halo", x - 4, y - 4, across + 8, down + 8, 9)] if node.head else []
    shapes += [
        rectangle("adr-g-box", x, y, across, down, 6, _DASHES.get(seen, "")),
        tag("path", {"class": "adr-g-bar", "fill": "currentColor", "d": bar}),
        icon(seen, x + across - 20, y + 8),
    ]
    style = {"font_size": _ID, "font_weight": 700, "text_decoration": struck}
    shapes += [text("", x + _INDENT, y + 18, part, **style) for part in label]
    if boxes.own_line:
        shapes += [text("", x + _INDENT, y + 34.5, part, font_size=_STATUS) for part in status]
    else:
        right = {"font_size": _STATUS, "text_anchor": "end"}
        shapes += [text("", x + across - _ICON, y + 17.5, part, **right) for part in status]
    for position, part in enumerate(_title(node, boxes.titles)):
        line = y + boxes.first_title + _STEP * position
        shapes.append(text("adr-g-ti", x + _INDENT, line, part, font_size=_TITLE))
    return shapes


def legend(graph: Graph, name: str) -> str:
    """What the shapes and lines that occur in *graph* mean."""
    items = []
    for status, phase in dict.fromkeys((node.decision.status, node.decision.phase) for node in graph.nodes):
        seen = look(status, phase)
        box = rectangle("adr-g-box", 1, 1, 32, 16, 3, _DASHES.get(seen, ""))
        shown = tag("g", {"class": f"adr-n adr-s-{seen}"}, box, icon(seen, 11, 3))
        items.append(tag("li", {}, sample(34, shown), escape(status_word(status))))
    if any(node.head for node in graph.nodes):
        double = rectangle("adr-g-halo", 1, 1, 32, 16, 5) + rectangle("adr-g-box", 4, 4, 26, 10, 2)
        shown = tag("g", {"class": "adr-n adr-current adr-s-accepted"}, double)
        items.append(tag("li", {}, sample(34, shown), escape(str(_("Current, end of a lineage")))))
    return tag("ul", {"class": "adr-legend"}, *items, *edges.keys(graph, name))
