"""Where a decision comes from and what became of it: a small graph for its own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..log.identifiers import sort_key
from ..log.ledger import Ledger
from ..log.links import Key, Link, LinkState
from ..log.vocabulary import LinkKind
from .answers import Answers
from .graph import End, Graph, ends_of, graph_of, is_drawn

WHERE = ("single", "all", "none")
"""Which pages show lineages: those of one decision alone, all, or none."""

MOST = 12
"""Decisions that a lineage shows."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The supersessions and amendments around a decision; *more* where there are others, further away."""

    graph: Graph
    more: bool


@dataclass(frozen=True, slots=True)
class LineageQuestion:
    """Asks for the lineage of the record with this key."""

    docname: str
    anchor: str

    def answer(self, answers: Answers) -> Lineage | None:
        """The lineage; ``None`` where there is no such link, or where the page is not to show it.

        On a page of several decisions a lineage would be drawn once for each of its members, and the
        drawings would drown the text that the page is for; the cards say the same in words.
        """
        ledger, own = answers.ledger, (self.docname, self.anchor)
        if not answers.shows_lineages(self.docname) or own not in ledger.by_key:
            return None
        near, links, more = _nearest(ledger, own)
        if len(near) < 2:
            return None
        chosen = [ledger.by_key[end] for end in near if isinstance(end, tuple)]
        chosen.sort(key=lambda one: (sort_key(one.id), one.docname, one.place.line))
        return Lineage(graph_of(answers.names, chosen, links, {own}, style="layers", near=set(near)), more)


def _nearest(ledger: Ledger, own: Key) -> tuple[Sequence[End], Sequence[Link], bool]:
    """The decisions of a lineage, the links between them, and whether there are more.

    These are what led to a decision and what became of it, over any number of supersessions; what else was
    superseded by a direct successor, or supersedes a direct predecessor; and the amendments of its own.
    """
    reached: dict[End, None] = {own: None}
    links: dict[Link, None] = {}
    waiting: list[tuple[End, int, str]] = [(own, 0, "both")]
    more = False
    for end, steps, way in waiting:
        for link in ledger.links_of.get(end, ()) if isinstance(end, tuple) else ():
            newer, older = ends_of(link) if _counts(link) else (end, end)
            leads = "older" if newer == end else "newer"
            follows = way in (leads, "both") or steps == 1
            if newer == older or not follows or (link.kind is LinkKind.AMENDS and steps):
                continue
            other = older if newer == end else newer
            if other not in reached:
                if len(reached) == MOST:
                    more = True
                    continue
                reached[other] = None
                if link.kind is LinkKind.SUPERSEDES and way in (leads, "both"):
                    waiting.append((other, steps + 1, leads))
            links[link] = None
    return list(reached), list(links), more


def _counts(link: Link) -> bool:
    """Whether a link belongs to a lineage: one that replaces a decision or changes it, or is to do so."""
    follows = link.kind in (LinkKind.SUPERSEDES, LinkKind.AMENDS)
    return follows and is_drawn(link) and link.state is not LinkState.VOID
