"""Graphs in HTML: inline SVG with the links that the list has, which is folded below it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from .drawing import hrefs
from .layers import legend, short_legend
from .layers import picture as draw_picture
from .nodes import adr_lanes, adr_picture
from .plan import Plan
from .words import _

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


def visit_picture(self: HTML5Translator, node: adr_picture) -> None:
    """Writes the picture, and opens the fold around the list; a small one needs none beside its page."""
    plan: Plan = node["plan"]
    small = " adr-small" * node["small"]
    label = escape(str(_("Graph of decisions, scrollable")))
    self.body.append(self.starttag(node, "div", "", CLASS=f"adr-ui adr-graph{small}"))
    self.body.append(f'<div class="adr-scroll" tabindex="0" role="group" aria-label="{label}">')
    self.body.append(draw_picture(plan, hrefs(node), node["name"]))
    self.body.append("</div>")
    if node["small"]:
        self.body.append(short_legend(plan.graph, node["name"]) + "</div>")
        raise nodes.SkipNode
    self.body.append(legend(plan.graph, node["name"]))
    self.body.append(f'<details class="adr-fold"><summary>{escape(str(_("As a list")))}</summary>')


def depart_picture(self: HTML5Translator, node: adr_picture) -> None:
    """Closes the fold and the box."""
    self.body.append("</details></div>")


def visit_lanes(self: HTML5Translator, node: adr_lanes) -> None:
    """Writes the lines beside a row."""
    self.body.append(node.as_html())
    raise nodes.SkipNode
