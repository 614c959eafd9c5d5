"""An amendment: what was corrected in a decision, and when."""

from __future__ import annotations

from docutils import nodes

from ..placeholders import amendment
from .pieces import time, words
from .words import _


def render_amendment(placeholder: amendment) -> nodes.Element:
    """An admonition, which every builder shows, under the date of the amendment."""
    date = placeholder["date"] or placeholder["date_text"]
    before, _percent, after = (_("Amendment of %s") if date else _("Amendment")).partition("%s")
    title = nodes.title("", "", words(before), *([time(date)] if date else []), words(after))
    found = nodes.admonition(
        "", title, *placeholder.children, classes=["adr-amendment", *placeholder["classes"]]
    )
    found.source, found.line = placeholder.source, placeholder.line
    return found
