r"""Drawings in TikZ, from the same geometry as in SVG; what authors wrote comes in as encoded text only.

A pixel of the geometry is ``\sphinxadru`` long: 0.75 bp, or less where a drawing is larger than the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..views.graph import Node, RequirementNode
from .boxes import DASHES, HALO, hexagon
from .boxes import Text as BoxText
from .edges import Look, dashes_of, look_of, segments
from .hues import drawn_as, look
from .layout import Point
from .plan import MARGIN, Plan
from .svg import HALF, ICONS, number

PREAMBLE = r"""
\usepackage{tikz}
\usetikzlibrary{arrows.meta,babel,svg.path}
\newlength\sphinxadru\setlength\sphinxadru{0.75bp}
\newsavebox\sphinxadrrow
\definecolor{sphinxadrdraft}{HTML}{6B7280}
\definecolor{sphinxadrproposed}{HTML}{2563EB}
\definecolor{sphinxadraccepted}{HTML}{15803D}
\definecolor{sphinxadrrejected}{HTML}{DC2626}
\definecolor{sphinxadrdeprecated}{HTML}{B45309}
\definecolor{sphinxadrsuperseded}{HTML}{5F5F5F}
\definecolor{sphinxadrunknown}{HTML}{6B7280}
\colorlet{sphinxadrconflict}{sphinxadrrejected!70!black}
"""
"""What a document with drawings needs in its preamble."""

_HEADS = {
    "supersedes": ("", r"Triangle[length=\sphinxadrhead,width=\sphinxadrhead]"),
    "amends": (r"Straight Barb[length=.5*\sphinxadrhead,width=\sphinxadrhead]", ""),
    "depends-on": (r"Straight Barb[length=.5*\sphinxadrhead,width=\sphinxadrhead]", ""),
    "refines": (r"Diamond[open,length=1.2*\sphinxadrhead,width=\sphinxadrhead]", ""),
    "conflicts-with": (r"Rays[n=4,length=\sphinxadrhead]", r"Rays[n=4,length=\sphinxadrhead]"),
    "relates-to": ("", ""),
    "addresses": (r"Circle[length=.8*\sphinxadrhead]", ""),
    "mentions": (r"Circle[open,length=.8*\sphinxadrhead]", ""),
}
"""For each kind of link the heads of its line at the older and at the newer end."""

Encode = Callable[[str], str]
"""Makes what authors wrote harmless for LaTeX."""

Link = tuple[str, str]
"""What stands before and after linked content; empty where there is no link."""


def picture(plan: Plan, encode: Encode, links: Mapping[str, Link]) -> str:
    """A drawing as wide as it is, or as the line where that is less."""
    across, down = plan.size
    edges = sorted(
        zip(plan.graph.edges, plan.drawing.routes, strict=True), key=lambda pair: pair[0].kind == "supersedes"
    )
    drawn = [_line(look_of(edge), route, plan) for edge, route in edges if route]
    for item in plan.graph.items:
        link = links.get(item.key, ("", ""))
        if isinstance(item, RequirementNode):
            drawn += _hexagon(item, plan, encode, link)
        else:
            drawn += _box(item, plan, encode, link)
    size = f"min(0.75bp,\\linewidth/{number(across)},0.8\\textheight/{number(down)})"
    return "\n".join(
        (
            rf"\pgfmathsetlength\sphinxadru{{{size}}}\pgfmathsetmacro\sphinxadrs{{\sphinxadru}}%",
            rf"\edef\sphinxadrhead{{\the\dimexpr{_u(8)}\relax}}%",
            r"\begin{tikzpicture}[x=\sphinxadru,y=-\sphinxadru,inner sep=0pt,outer sep=0pt]",
            rf"\path[use as bounding box] (0,0) rectangle ({number(across)},{number(down)});",
            *drawn,
            r"\end{tikzpicture}",
        )
    )


def _u(length: float) -> str:
    return rf"{number(length)}\sphinxadru"


def _at(point: Point) -> str:
    return f"({number(round(point[0], 1))},{number(round(point[1], 1))})"


def dash_pattern(dashes: str, unit: Callable[[float], str] = _u) -> str:
    """How a line is dashed, as one more option of a path: *dashes* are lengths drawn and left out."""
    if not dashes:
        return ""
    lengths = [unit(float(length)) for length in dashes.split()]
    pairs = zip(lengths[::2], lengths[1::2], strict=True)
    return ",dash pattern=" + " ".join(f"on {drawn} off {left}" for drawn, left in pairs)


def _style(look: Look) -> str:
    """How a line is drawn."""
    start, end = _HEADS[look[0]]
    colour = "sphinxadrconflict" if look[0] == "conflicts-with" else "black"
    if look[0] not in ("supersedes", "conflicts-with"):
        colour = "black!76"
    heads = (
        f"{{{start}}}-{{{end}}}"
        if start and end
        else f"-{{{end}}}"
        if end
        else f"{{{start}}}-"
        if start
        else "-"
    )
    weight = _u(1.8 if look[0] == "supersedes" else 1.3)
    return f"[{heads},draw={colour},line width={weight}{dash_pattern(dashes_of(look))}]"


def _line(look: Look, route: Sequence[Point], plan: Plan) -> str:
    def there(point: Point) -> str:
        return _at((point[0] + MARGIN, point[1] + MARGIN))

    path = there(route[0])
    for piece in segments(route, sideways=plan.sideways, curved=plan.drawing.curved):
        if len(piece) == 1:
            path += f" -- {there(piece[0])}"
        else:
            path += f" .. controls {there(piece[0])} and {there(piece[1])} .. {there(piece[2])}"
    return rf"\draw{_style(look)} {path};"


def _box(node: Node, plan: Plan, encode: Encode, link: Link) -> list[str]:
    across, down = plan.boxes.size
    centre = plan.drawing.centres[node.key]
    x, y = centre[0] - across / 2 + MARGIN, centre[1] - down / 2 + MARGIN
    seen = look(node.decision.status, node.decision.phase)
    hue = f"sphinxadr{seen}"
    frame = f"{_at((x, y))} rectangle {_at((x + across, y + down))}"
    round_ = f"rounded corners={_u(6)}"
    edge = f"draw=black,line width={_u(2.8)}" if node.focus else f"draw={hue}!80!black,line width={_u(1.4)}"
    dashes = "" if node.focus else dash_pattern(DASHES.get(seen, ""))
    shapes = []
    if node.head:
        outer = f"{_at((x - HALO, y - HALO))} rectangle {_at((x + across + HALO, y + down + HALO))}"
        shapes.append(rf"\draw[draw={hue}!80!black,line width={_u(1.2)},rounded corners={_u(9)}] {outer};")
    shapes += [
        rf"\begin{{scope}}\clip[{round_}] {frame};",
        rf"\fill[{hue}!{14 if node.head else 9}!white] {frame};",
        rf"\fill[{hue}!85!black] {_at((x, y))} rectangle {_at((x + 6, y + down))};\end{{scope}}",
        rf"\draw[{edge},{round_}{dashes}] {frame};",
        icon(seen, f"shift={{{_at(plan.boxes.icon(node, (x, y)))}}}", r"\sphinxadrs"),
        *(_text(part, encode, struck=seen == "superseded") for part in plan.boxes.texts(node, (x, y))),
    ]
    return [*shapes, *_linked((x, y), plan, link)]


def _hexagon(node: RequirementNode, plan: Plan, encode: Encode, link: Link) -> list[str]:
    across, down = plan.boxes.size
    centre = plan.drawing.centres[node.key]
    corner = centre[0] - across / 2 + MARGIN, centre[1] - down / 2 + MARGIN
    seen = drawn_as(look(node.requirement.state))
    hue = f"sphinxadr{seen}"
    path = " -- ".join(map(_at, hexagon(corner, plan.boxes.size)))
    style = f"draw={hue}!80!black,fill={hue}!9!white,line width={_u(1.4)},line join=round"
    return [
        rf"\draw[{style}] {path} -- cycle;",
        icon(seen, f"shift={{{_at(plan.boxes.icon(node, corner))}}}", r"\sphinxadrs"),
        *(_text(part, encode, struck=False) for part in plan.boxes.texts(node, corner)),
        *_linked(corner, plan, link),
    ]


def _linked(corner: Point, plan: Plan, link: Link) -> list[str]:
    """An area over a box that leads somewhere, if *link* does."""
    if not link[0]:
        return []
    (x, y), (across, down) = corner, plan.boxes.size
    area = rf"\hbox to{_u(across)}{{\vrule height{_u(down)} width0pt\hfil}}"
    return [rf"\node at {_at((x + across / 2, y + down / 2))} {{{link[0]}{area}{link[1]}}};"]


def icon(seen: str, shift: str, scale: str) -> str:
    """The shape of a status in a box of 12 units; SVG counts downwards."""
    hue = f"sphinxadr{seen}!70!black"
    dashes = dash_pattern("2.4 2.2") if seen == "draft" else ""
    path = ICONS.get(seen, ICONS["unknown"])
    drawn = rf"\draw[{hue},line width=1.7*{scale}*1pt{dashes}] svg{{{path}}};"
    if seen == "proposed":
        drawn += rf"\fill[{hue}] svg{{{HALF}}};"
    return rf"\begin{{scope}}[{shift},xscale={scale},yscale=-{scale}]{drawn}\end{{scope}}"


def _text(part: BoxText, encode: Encode, *, struck: bool) -> str:
    anchor = "base east" if part.right else "base west"
    grey = "black!66" if struck else "black"
    bold = r"\bfseries" if part.role == "id" else ""
    font = rf"\fontsize{{{_u(part.size)}}}{{{_u(part.size * 1.2)}}}\selectfont\sffamily{bold}"
    drawn = rf"\node[anchor={anchor},text={grey}] (t) at {_at(part.at)} {{{font} {encode(part.text)}}};"
    if struck and part.role == "id":
        ends = (rf"([yshift={_u(4)}]t.base {side})" for side in ("west", "east"))
        drawn += rf"\draw[{grey},line width={_u(1)}] {' -- '.join(ends)};"
    return drawn


# -- the legend ---------------------------------------------------------------------------------------------


def sample_of_status(seen: str) -> str:
    """The shape of a status, for a legend in small print."""
    return rf"\tikz[baseline=1bp]{{{icon(seen, 'shift={(0bp,8bp)}', '0.72')}}}"


def sample_of_requirement(state: str) -> str:
    """The hexagon of a requirement with the shape of its coverage, for a legend in small print."""
    seen = drawn_as(look(state))
    path = " -- ".join(f"({number(x)}bp,{number(y)}bp)" for x, y in hexagon((0.0, -1.0), (24.0, 12.0), 4.0))
    shape = rf"\draw[sphinxadr{seen}!80!black] {path} -- cycle;"
    return rf"\tikz[baseline=2bp]{{{shape}{icon(seen, 'shift={(7.7bp,9.3bp)}', '0.72')}}}"


def sample_of_line(look: Look) -> str:
    """A line, for a legend in small print."""
    return rf"\tikz[baseline=-2bp]{{\def\sphinxadrhead{{6bp}}\draw{_style(look)} (0bp,0bp) -- (27bp,0bp);}}"


def sample_of_head() -> str:
    """The double outline of a decision that is current."""
    outer = r"\draw[sphinxadraccepted!80!black,rounded corners=3bp] (0bp,0bp) rectangle (18bp,10bp);"
    inner = r"\draw[sphinxadraccepted!80!black,rounded corners=1.5bp] (2bp,2bp) rectangle (16bp,8bp);"
    return rf"\tikz[baseline=2bp]{{{outer}{inner}}}"
