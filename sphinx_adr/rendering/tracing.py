"""The decisions that answer a requirement, as a list beside its text."""

from __future__ import annotations

from ..views.naming import Named
from ..views.tracing import Traced, Tracing
from . import nodes as styled
from .content import Content, Piece
from .hues import hue
from .pieces import (
    block,
    coverage_badge,
    decision_link,
    element,
    empty,
    identifier,
    line,
    requirement_link,
    status_badge,
    words,
)
from .words import TRACING, _


def render_tracing(answer: Tracing) -> list[Content]:
    """For each requirement its coverage and a list of decisions; where there are several, also their IDs."""
    if not answer.requirements:
        return [empty(_("No decisions."))]
    several = len(answer.requirements) > 1
    return [_requirement(one, named=several) for one in answer.requirements]


def _requirement(traced: Traced, *, named: bool) -> Content:
    requirement = traced.requirement
    name = [requirement_link(requirement, identifier(requirement.id))] if named else []
    badge = coverage_badge(requirement.state)
    head = line("adr-reqline", *name, words(f" {_('Decisions:')} "), badge, tag="div")
    answers = [_decision(one, how) for one, how in traced.decisions]
    answers += [_decision(one, "drops") for one in traced.dropped_by]
    shown: list[Content] = [head]
    if answers:
        shown.append(element(styled.adr_listing, "ul", "", *answers))
    return block(f"adr-ui adr-for {hue(requirement.state)}", *shown)


def _decision(one: Named, how: str) -> Piece:
    standing = status_badge(one, small=True)
    said = line("", decision_link(one), words(" "), standing, words(f" {TRACING[how]}"))
    return element(styled.adr_item, "li", "", said)
