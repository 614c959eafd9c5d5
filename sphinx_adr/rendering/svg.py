"""Elements of SVG as text: what authors wrote is escaped, shapes take the colour of what is around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

ICONS = {
    "accepted": "M2 6.5 5 9.5 10 3",
    "proposed": "M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z",
    "draft": "M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8z",
    "superseded": "M1.5 6H9M6.2 3 9.2 6l-3 3M11 2v8",
    "deprecated": "M6 1.5l5 9H1zM6 5v2.6M6 8.9v.4",
    "rejected": "M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5",
    "unknown": "M4 4.2a2 2 0 1 1 2.4 2.2V7.6M6.3 9.6v.4",
}
"""For each look its shape in a box of 12 pixels, drawn as a line."""

HALF = "M6 1.6a4.4 4.4 0 0 1 0 8.8z"
"""The half of a circle that is filled where something is proposed."""


def tag(name: str, attributes: Mapping[str, object], *content: str) -> str:
    """One element; *content* is written as it is.

    In names of attributes underscores stand for hyphens; those that are ``None`` or empty are left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value))}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def number(value: object) -> str:
    """A number with at most one decimal, or the text of anything else."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def outline(name: str, classes: str, **attributes: object) -> str:
    """A shape that is drawn as a line."""
    return tag(name, {"class": classes, "fill": "none", "stroke": "currentColor", **attributes})


def rectangle(
    classes: str, x: float, y: float, width: float, height: float, radius: int, dashes: str = ""
) -> str:
    """A box; its edges are dashed where *dashes* says how."""
    return outline("rect", classes, x=x, y=y, width=width, height=height, rx=radius, stroke_dasharray=dashes)


def polygon(classes: str, corners: Sequence[tuple[float, float]]) -> str:
    """A shape with straight sides between *corners*."""
    points = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
    return outline("polygon", classes, points=points, stroke_linejoin="round")


def text(classes: str, x: float, y: float, content: str, **attributes: object) -> str:
    """A line of text."""
    return tag(
        "text", {"class": classes, "x": x, "y": y, "fill": "currentColor", **attributes}, escape(content)
    )


def icon(look: str, x: float, y: float, scale: float = 1.0) -> str:
    """The shape of a status in a box of 12 pixels."""
    transform = f"translate({number(x)} {number(y)})" + (f" scale({scale})" if scale != 1 else "")
    dashes = "2.4 2.2" if look == "draft" else None
    shape = outline("path", "", d=ICONS.get(look, ICONS["unknown"]), stroke_dasharray=dashes)
    if look == "proposed":
        shape += tag("path", {"fill": "currentColor", "d": HALF})
    return tag("g", {"class": "adr-g-icon", "transform": transform}, shape)


def sample(width: int, *content: str) -> str:
    """A small picture for a legend."""
    size = {"width": width, "height": 18, "viewBox": f"0 0 {width} 18"}
    return tag("svg", {"class": "adr-g-sample", "aria_hidden": "true", **size}, *content)
