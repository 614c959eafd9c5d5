"""The decisions that answer a requirement, as a list beside its text."""

from __future__ import annotations

from docutils import nodes

from ..views.naming import Named
from ..views.tracing import Traced, Tracing
from . import nodes as styled
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


def render_tracing(answer: Tracing, refdoc: str) -> list[nodes.Node]:
    """For each requirement its coverage and a list of decisions; where there are several, also their IDs."""
    if not answer.requirements:
        return [empty(_("No decisions."))]
    several = len(answer.requirements) > 1
    return [_requirement(one, refdoc, named=several) for one in answer.requirements]


def _requirement(traced: Traced, refdoc: str, *, named: bool) -> nodes.Node:
    requirement = traced.requirement
    name = [requirement_link(requirement, identifier(requirement.id), refdoc)] if named else []
    badge = coverage_badge(requirement.state)
    head = line("adr-reqline", *name, words(f" {_('Decisions:')} "), badge, tag="div")
    answers = [_decision(one, how, refdoc) for one, how in traced.decisions]
    answers += [_decision(one, "drops", refdoc) for one in traced.dropped_by]
    shown: list[nodes.Node] = [head]
    if answers:
        shown.append(element(styled.listing, "ul", "", *answers))
    return block(f"adr-ui adr-for {hue(requirement.state)}", *shown)


def _decision(one: Named, how: str, refdoc: str) -> styled.item:
    standing = status_badge(one, small=True)
    said = line("", decision_link(one, refdoc), words(" "), standing, words(f" {TRACING[how]}"))
    return element(styled.item, "li", "", said)
