"""References in running text, and what a requirement's own box says."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from ..views.naming import Named
from ..views.reference import Reference, RequirementAnswer
from .hues import hue
from .pieces import (
    block,
    coverage_badge,
    decision_link,
    icon,
    identifier,
    joined,
    line,
    link,
    sentence,
    separator,
    span,
    words,
)
from .words import TRACING, _, status_in_text


def render_reference(xref: addnodes.pending_xref, answer: Reference, refdoc: str) -> list[nodes.Node]:
    """What a reference to a decision shows: its ID, its status, and what replaced it.

    An ID that several decisions have leads to each of them by document; one that nothing has stays as it is.
    """
    if not answer.candidates:
        return [xref]
    if len(answer.candidates) > 1:
        places = joined([link(one, words_in(one.docname), refdoc) for one in answer.candidates])
        return [*xref.children, words(" ("), *places, words(")")]
    found = answer.candidates[0]
    if xref["refexplicit"]:
        shown = span("", *xref.children)
    else:
        label = identifier(found.id) if found.id else words_in(found.title)
        part = [words(f", {answer.part}")] if answer.part else []
        shown = span("", label, *part)
    shown["classes"].append("adr-ref")
    reference = link(found, shown, refdoc, answer.part_anchor)
    return [reference, *_standing(found, answer, refdoc)]


def _standing(found: Named, answer: Reference, refdoc: str) -> list[nodes.Node]:
    word = status_in_text(found.status)
    if answer.current:
        successors = joined([decision_link(one, refdoc, title=False) for one in answer.current])
        return [words(" ("), *sentence(_("superseded by %s"), successors), words(")")]
    mark = span(f"adr-ui adr-standing {hue(found.status, found.phase)}", title=word)
    # Where a decision is in force its shape alone does not stop the eye.
    said = span("adr-sr" if found.in_force else "", words(f" ({word})"))
    mark += [icon(), said]
    return [mark]


def words_in(text: str) -> nodes.Element:
    """Plain text as an inline element."""
    return span("", words(text))


def render_requirement(answer: RequirementAnswer, refdoc: str) -> list[nodes.Node]:
    """The head of a requirement's box: ID, title, coverage, and the decisions that answer it."""
    requirement = answer.requirement
    top: list[nodes.Node] = [identifier(requirement.id), words(" ")]
    if requirement.title:
        top += [span("adr-strong", words(requirement.title)), words(" ")]
    top += [separator("– "), coverage_badge(requirement.state)]
    found: list[nodes.Node] = [line("adr-header-top", *top, tag="div")]
    if answer.decisions:
        answers = [
            span("", decision_link(one, refdoc), words(f" ({_said(one, how)})"))
            for one, how in answer.decisions
        ]
        found.append(line("adr-answers", words(_("Decisions:") + " "), *joined(answers), tag="div"))
    return [block(f"adr-ui adr-reqhead {hue(requirement.state)}", *found)]


def _said(one: Named, how: str) -> str:
    word = status_in_text(one.status)
    return word if how == "addresses" else f"{word}, {TRACING[how]}"
