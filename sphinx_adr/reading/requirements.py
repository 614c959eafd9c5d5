"""A requirement that an ``adr-requirement`` directive declares, as a record."""

from __future__ import annotations

from ..log.decision import Requirement
from ..placeholders import requirement_card
from .places import place_of
from .record import conditions


def read_requirement(placeholder: requirement_card, docname: str) -> Requirement:
    """The record of the requirement whose box *placeholder* stands in."""
    return Requirement(
        id=placeholder["req_id"],
        title=placeholder["title"],
        docname=docname,
        anchor=placeholder["anchor"],
        source="directive",
        place=place_of(placeholder),
        visible_if=tuple(conditions(placeholder)),
    )
