"""What an index says of a decision, in a cell or in a line: pieces that all of its styles share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..views.index import Cell, Piece, Row
from ..views.naming import Named, NamedRequirement
from .content import Content
from .pieces import (
    chips,
    decision_link,
    due,
    identifier,
    joined,
    line,
    link,
    requirement_chip,
    sentence,
    span,
    status_badge,
    time,
    words,
)
from .words import _

QUIET = ("superseded", "deprecated", "rejected", "withdrawn")
"""The statuses of decisions that step back."""


def facts_of(row: Row, numbers: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """What the script filters by, as attributes; *numbers* tell copies of a decision in several groups."""
    found = {
        "data_status": row.decision.status,
        "data_tag": ",".join(row.tags),
        "data_req": ",".join(requirement.id for requirement in row.requirements),
    }
    if numbers:
        found["data_decision"] = str(numbers[row.decision.docname, row.decision.anchor])
    return found


def content_of(column: str, content: Cell, row: Row) -> tuple[Sequence[Content], str]:
    """What a cell shows, and its class."""
    named = row.decision
    if column == "decision":
        return [line("", title_of(named), tag="div"), *outcome(row), *traces(row)], ("adr-c-decision")
    if column in ("status", "effective_status"):
        return [status_badge(named)], "adr-c-status"
    if column == "id":
        return [link(named, span("", identifier(named.id)))] if named.id else [], "adr-c-id"
    if column == "title":
        return [title_of(named)], "adr-c-title"
    if column in ("date", "review"):
        shown = due if column == "review" else time
        return [shown(str(piece)) for piece in content.pieces], "adr-c-date" if column == "date" else ""
    if column in ("tags", "requirements") and content.pieces:
        return [chips(_piece(piece, chip=True) for piece in content.pieces)], ""
    return said(content), ""


def said(content: Cell) -> list[Content]:
    """The pieces of a cell as running text."""
    return joined((span("", _piece(piece)) for piece in content.pieces), "; ")


def _piece(piece: Piece, *, chip: bool = False) -> Content:
    if isinstance(piece, Named):
        return decision_link(piece, title=False)
    if isinstance(piece, NamedRequirement):
        return requirement_chip(piece)
    return span("adr-chip" if chip else "", words(piece))


def title_of(named: Named) -> Content:
    """The title of a decision as a link."""
    shown = span("adr-title", words(named.title or named.label or _("Untitled decision")))
    return link(named, shown, hint=False)


def outcome(row: Row) -> Iterator[Content]:
    """What replaced the decision, and else what was decided."""
    if row.replaced_by:
        replaced = joined([decision_link(one, title=False) for one in row.replaced_by])
        yield line("adr-out", *sentence(_("Replaced by %s"), replaced))
    elif row.outcome:
        yield line("adr-out", words(row.outcome))


def traces(row: Row) -> Iterator[Content]:
    """Tags and requirements as chips."""
    shown: list[Content] = [span("adr-chip", words(tag)) for tag in row.tags]
    shown += [requirement_chip(requirement) for requirement in row.requirements]
    if shown:
        yield chips(shown)
