"""What stands above a view of the past: the day, and what is left out because it has no date."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from ..views.past import Past
from . import nodes as styled
from .pieces import decision_link, joined, line, sentence, time, words
from .words import _

_MANY = 10
"""How many decisions are named one by one."""


def render_past(past: Past, shown: Iterable[nodes.Node], refdoc: str) -> list[nodes.Node]:
    """*shown* below a line with the day; what names its tables and lists for ears says the day as well."""
    found = list(shown)
    as_of = str(_("as of %s") % past.day)
    for made in found:
        kinds = (styled.styled_table, styled.listing, styled.division)
        for named in (node for kind in kinds for node in made.findall(kind)):
            html = dict(named.get("html") or {})
            if label := html.get("aria-label"):
                named["html"] = html | {"aria-label": f"{label}, {as_of}"}
    stood = sentence(_("As of %s."), [time(past.day)])
    if past.undated:
        links: list[nodes.Node] = [decision_link(one, refdoc, title=False) for one in past.undated[:_MANY]]
        if len(past.undated) > _MANY:
            links.append(words(_("%d more") % (len(past.undated) - _MANY)))
        stood += [words(" "), *sentence(_("Left out, because they have no date: %s."), joined(links))]
    return [line("adr-ui adr-muted adr-as-of", *stood), *found]
