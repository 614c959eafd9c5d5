"""What stands above a view of the past: the day, and what is left out because it has no date."""

from __future__ import annotations

from collections.abc import Iterable

from ..views.past import Past
from . import nodes as styled
from .content import Content, Piece
from .pieces import decision_link, joined, line, sentence, time, words
from .words import _

_MANY = 10
"""How many decisions are named one by one."""

_NAMED = (styled.adr_table, styled.adr_listing, styled.adr_division)


def render_past(past: Past, shown: Iterable[Content]) -> list[Content]:
    """*shown* below a line with the day; what names its tables and lists for ears says the day as well."""
    as_of = str(_("as of %s") % past.day)
    stood = sentence(_("As of %s."), [time(past.day)])
    if past.undated:
        links: list[Content] = [decision_link(one, title=False) for one in past.undated[:_MANY]]
        if len(past.undated) > _MANY:
            links.append(words(_("%d more") % (len(past.undated) - _MANY)))
        stood += [words(" "), *sentence(_("Left out, because they have no date: %s."), joined(links))]
    return [line("adr-ui adr-muted adr-as-of", *stood), *(_dated(one, as_of) for one in shown)]


def _dated(content: Content, as_of: str) -> Content:
    """*content*, where what has a name for ears has *as_of* in it."""
    if not isinstance(content, Piece):
        return content
    label = content.html.get("aria-label") if content.kind in _NAMED else None
    html = {**content.html, "aria-label": f"{label}, {as_of}"} if label else content.html
    return content._replace(html=html, children=tuple(_dated(child, as_of) for child in content.children))
