"""An amendment: what was corrected in a decision, and when."""

from __future__ import annotations

from docutils import nodes

from ..placeholders import amendment
from .doctree import as_nodes
from .pieces import sentence, time, words
from .words import _


def render_amendment(placeholder: amendment, refdoc: str) -> nodes.Element:
    """An admonition, which every builder shows, under the date of the amendment."""
    date = placeholder["date"] or placeholder["date_text"]
    said = sentence(_("Amendment of %s"), [time(date)]) if date else [words(_("Amendment"))]
    title = nodes.title("", "", *as_nodes(said, refdoc))
    found = nodes.admonition(
        "", title, *placeholder.children, classes=["adr-amendment", *placeholder["classes"]]
    )
    found.source, found.line = placeholder.source, placeholder.line
    return found
