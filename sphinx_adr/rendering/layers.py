"""The layered drawing of a graph as inline SVG, which makes sense without a stylesheet too."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ..views.graph import Graph, Node, RequirementNode
from . import edges
from .boxes import DASHES, HALO, Boxes, Item, hexagon, says
from .hues import drawn_as, hue, look
from .in_words import Links
from .layout import Point
from .plan import MARGIN, Plan
from .related import lit
from .svg import icon, number, polygon, rectangle, sample, tag, text
from .words import AXES, EDGES_IN_TEXT, _, coverage_in_text, link_in_text, said_status


def picture(plan: Plan, hrefs: Mapping[str, str], name: str) -> str:
    """The drawing of a graph; *name* makes its IDs unique on the page."""
    graph, drawing = plan.graph, plan.drawing
    across, down = plan.size
    heads = edges.markers(dict.fromkeys(edge.kind for edge in graph.edges), name)
    lit_nodes, lit_edges = lit(graph)
    links = Links.of(graph)
    order = sorted(
        zip(graph.edges, drawing.routes, lit_edges, strict=True),
        key=lambda three: three[0].kind == "supersedes",
    )
    lines = [
        edges.line(
            edges.look_of(edge),
            edges.curve(route, MARGIN, sideways=plan.sideways, curved=drawing.curved),
            name,
            data_l=numbers,
        )
        for edge, route, numbers in order
        if route
    ]
    drawn = [
        _node(
            node,
            drawing.centres[node.key],
            plan.boxes,
            hrefs.get(node.key),
            _relations(node, links),
            {"data_n": str(place), "data_l": lit_nodes[node.key]} if lit_nodes else {},
        )
        for place, node in enumerate(graph.items)
    ]
    frame = {
        "class": "adr-g-svg",
        "xmlns": "http://www.w3.org/2000/svg",
        "role": "list",
        "aria_label": _told(plan),
        "width": across,
        "height": down,
        "viewBox": f"0 0 {number(across)} {number(down)}",
        "style": f"--w:{number(across)}px",
        "font_family": "sans-serif",
    }
    below = tag("g", {"aria_hidden": "true"}, *lines) if lines else ""
    return tag("svg", frame, heads, below, *drawn)


def _told(plan: Plan) -> str:
    """What the drawing shows, and in which order."""
    if plan.sideways:
        return str(_("Decisions, older before newer"))
    if plan.graph.requirements:
        return str(_("Decisions, older above newer, below the requirements that they answer"))
    return str(_("Decisions, older above newer"))


def _relations(node: Item, links: Links) -> str:
    """All links of *node* in words."""
    said: dict[str, list[str]] = {}
    for edge in links.edges.get(node.key, ()):
        inverse = node.key == edge.older and (edge.kind, True) in EDGES_IN_TEXT
        other = links.nodes[edge.newer if node.key == edge.older else edge.older]
        label = other.requirement.id if isinstance(other, RequirementNode) else other.decision.label
        said.setdefault(link_in_text(edge.kind, inverse=inverse), []).append(label)
    return "; ".join(f"{word} {', '.join(others)}" for word, others in said.items())


def _node(
    node: Item,
    centre: Point,
    boxes: Boxes,
    href: str | None,
    relations: str,
    pointed: Mapping[str, str],
) -> str:
    """A box with one name for those who hear it, and a link where there is somewhere to go."""
    identifier, word, title = says(node)
    name = f"{identifier} {title}".strip()
    if isinstance(node, RequirementNode):
        facts = [f"{AXES['requirements']} {name}", word, relations]
        classes, focus = f"adr-n {hue(node.requirement.state)}", False
        shapes = _hexagon(node, centre, boxes)
    else:
        decision, focus = node.decision, node.focus
        facts = [name, word, node.date or "", str(_("current")) if node.head else "", relations]
        classes = f"adr-n {hue(decision.status, decision.phase)}"
        classes += " adr-current" * node.head + " adr-focus" * focus
        shapes = _shapes(node, centre, boxes)
    told = ". ".join(filter(None, facts))
    shown = tag("g", {"aria_hidden": "true"}, tag("title", {}, escape(told)), *shapes)
    if href is None:
        return tag("g", {"role": "listitem", "class": classes, "aria_label": told, **pointed}, shown)
    current = "true" if focus else None
    link = {"class": classes, "href": href, "aria_label": told, "aria_current": current, **pointed}
    return tag("g", {"role": "listitem"}, tag("a", link, shown))


def _shapes(node: Node, centre: Point, boxes: Boxes) -> list[str]:
    across, down = boxes.size
    x, y = centre[0] - across / 2 + MARGIN, centre[1] - down / 2 + MARGIN
    seen = look(node.decision.status, node.decision.phase)
    struck = "line-through" if seen == "superseded" else None
    bar = f"M{number(x + 6)} {number(y)}a6 6 0 0 0-6 6v{number(down - 12)}a6 6 0 0 0 6 6z"
    shapes = [_halo((x, y), boxes)] if node.head else []
    shapes += [
        rectangle("adr-g-box", x, y, across, down, 6, DASHES.get(seen, "")),
        tag("path", {"class": "adr-g-bar", "fill": "currentColor", "d": bar}),
        icon(seen, *boxes.icon(node, (x, y))),
    ]
    return [*shapes, *_texts(node, (x, y), boxes, struck)]


def _halo(corner: Point, boxes: Boxes) -> str:
    across, down = boxes.size
    return rectangle("adr-g-halo", corner[0] - HALO, corner[1] - HALO, across + 2 * HALO, down + 2 * HALO, 9)


def _hexagon(node: RequirementNode, centre: Point, boxes: Boxes) -> list[str]:
    across, down = boxes.size
    corner = centre[0] - across / 2 + MARGIN, centre[1] - down / 2 + MARGIN
    shape = polygon("adr-g-box", hexagon(corner, boxes.size))
    return [shape, icon(_seen(node), *boxes.icon(node, corner)), *_texts(node, corner, boxes)]


def _seen(node: RequirementNode) -> str:
    return drawn_as(look(node.requirement.state))


def _texts(node: Item, corner: Point, boxes: Boxes, struck: str | None = None) -> list[str]:
    shapes = []
    for part in boxes.texts(node, corner):
        classes = "adr-g-ti" if part.role == "title" else ""
        bold = part.role == "id"
        shapes.append(
            text(
                classes,
                *part.at,
                part.text,
                font_size=part.size,
                text_anchor="end" if part.right else None,
                font_weight=700 if bold else None,
                text_decoration=struck if bold else None,
            )
        )
    return shapes


def legend(graph: Graph, name: str) -> str:
    """What the shapes and lines that occur in *graph* mean."""
    items = []
    named = ((node.decision.status, node.decision.phase, said_status(node.decision)) for node in graph.nodes)
    for status, phase, word in dict.fromkeys(named):
        seen = look(status, phase)
        box = rectangle("adr-g-box", 1, 1, 32, 16, 3, DASHES.get(seen, ""))
        shown = tag("g", {"class": f"adr-n adr-s-{seen}"}, box, icon(seen, 11, 3))
        items.append(tag("li", {}, sample(34, shown), escape(word)))
    if any(node.head for node in graph.nodes):
        double = rectangle("adr-g-halo", 1, 1, 32, 16, 5) + rectangle("adr-g-box", 4, 4, 26, 10, 2)
        shown = tag("g", {"class": "adr-n adr-current adr-s-accepted"}, double)
        items.append(tag("li", {}, sample(34, shown), escape(str(_("Current, end of a lineage")))))
    for state in dict.fromkeys(node.requirement.state for node in graph.requirements):
        shape = polygon("adr-g-box", hexagon((1, 1), (32, 16), 6))
        shown = tag("g", {"class": f"adr-n {hue(state)}"}, shape, icon(drawn_as(look(state)), 11, 3))
        said = str(_("Requirement: %s") % coverage_in_text(state))
        items.append(tag("li", {}, sample(34, shown), escape(said)))
    return tag("ul", {"class": "adr-legend"}, *items, *edges.keys(graph, name))


def short_legend(graph: Graph, name: str) -> str:
    """What the lines mean that are not plain arrows from the old to the new; empty where all are."""
    special = [look for look in edges.looks(graph) if not edges.is_plain(look)]
    return tag("ul", {"class": "adr-legend"}, *edges.keys(graph, name)) if special else ""
