r"""Drawings in TikZ, from the same geometry as in SVG; what authors wrote comes in as encoded text only.

A pixel of the geometry is ``\sphinxadru`` long: 0.75 bp, or less where a drawing is larger than the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ..views.graph import Node
from .boxes import DASHES
from .boxes import Text as BoxText
from .edges import Look, dashes_of, look_of, segments
from .hues import look
from .layout import LogRow, Point
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

_LANE = 12.0
"""From one lane of the log to the next, in bp."""

_HEADS = {
    "supersedes": ("", r"Triangle[length=\sphinxadrhead,width=\sphinxadrhead]"),
    "amends": (r"Straight Barb[length=.5*\sphinxadrhead,width=\sphinxadrhead]", ""),
    "depends-on": (r"Straight Barb[length=.5*\sphinxadrhead,width=\sphinxadrhead]", ""),
    "refines": (r"Diamond[open,length=1.2*\sphinxadrhead,width=\sphinxadrhead]", ""),
    "conflicts-with": (r"Rays[n=4,length=\sphinxadrhead]", r"Rays[n=4,length=\sphinxadrhead]"),
    "relates-to": ("", ""),
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
    for node in plan.graph.nodes:
        drawn += _box(node, plan, encode, links.get(node.key, ("", "")))
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


def _dashed(dashes: str, unit: Callable[[float], str] = _u) -> str:
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
    return f"[{heads},draw={colour},line width={weight}{_dashed(dashes_of(look))}]"


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
    dashes = "" if node.focus else _dashed(DASHES.get(seen, ""))
    shapes = []
    if node.head:
        outer = f"{_at((x - 4, y - 4))} rectangle {_at((x + across + 4, y + down + 4))}"
        shapes.append(rf"\draw[draw={hue}!80!black,line width={_u(1.2)},rounded corners={_u(9)}] {outer};")
    shapes += [
        rf"\begin{{scope}}\clip[{round_}] {frame};",
        rf"\fill[{hue}!{14 if node.head else 9}!white] {frame};",
        rf"\fill[{hue}!85!black] {_at((x, y))} rectangle {_at((x + 6, y + down))};\end{{scope}}",
        rf"\draw[{edge},{round_}{dashes}] {frame};",
        _icon(seen, f"shift={{{_at((x + across - 20, y + 8))}}}", r"\sphinxadrs"),
        *(_text(part, encode, struck=seen == "superseded") for part in plan.boxes.texts(node, (x, y))),
    ]
    if link[0]:
        area = rf"\hbox to{_u(across)}{{\vrule height{_u(down)} width0pt\hfil}}"
        shapes.append(rf"\node at {_at((x + across / 2, y + down / 2))} {{{link[0]}{area}{link[1]}}};")
    return shapes


def _icon(seen: str, shift: str, scale: str) -> str:
    """The shape of a status in a box of 12 units; SVG counts downwards."""
    hue = f"sphinxadr{seen}!70!black"
    dashes = _dashed("2.4 2.2") if seen == "draft" else ""
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
    return rf"\tikz[baseline=1bp]{{{_icon(seen, 'shift={(0bp,8bp)}', '0.72')}}}"


def sample_of_line(look: Look) -> str:
    """A line, for a legend in small print."""
    return rf"\tikz[baseline=-2bp]{{\def\sphinxadrhead{{6bp}}\draw{_style(look)} (0bp,0bp) -- (27bp,0bp);}}"


def sample_of_head() -> str:
    """The double outline of a decision that is current."""
    outer = r"\draw[sphinxadraccepted!80!black,rounded corners=3bp] (0bp,0bp) rectangle (18bp,10bp);"
    inner = r"\draw[sphinxadraccepted!80!black,rounded corners=1.5bp] (2bp,2bp) rectangle (16bp,8bp);"
    return rf"\tikz[baseline=2bp]{{{outer}{inner}}}"


# -- the log ------------------------------------------------------------------------------------------------


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
        style = "line width=1.2bp" + (_dashed("4 4", lambda n: f"{number(n)}bp") if lane in dashed else "")
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
    drawn.append(_icon(seen, f"shift={{({number(_LANE * row.lane + 3)}bp,3bp)}}", "0.5"))
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
