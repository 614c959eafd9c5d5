"""References in running text, and what a requirement's own box says."""

from __future__ import annotations

from sphinx import addnodes

from ..views.naming import Named
from ..views.reference import Reference, RequirementAnswer
from .content import Content
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


def render_reference(xref: addnodes.pending_xref, answer: Reference) -> list[Content]:
    """What a reference to a decision shows: its ID, its status, and what replaced it.

    An ID that several decisions have leads to each of them by document; one that nothing has stays as it is.
    """
    if not answer.candidates:
        return [xref]
    if len(answer.candidates) > 1:
        places = joined([link(one, words_in(one.docname)) for one in answer.candidates])
        return [*xref.children, words(" ("), *places, words(")")]
    found = answer.candidates[0]
    label = identifier(found.id) if found.id else words_in(found.title)
    part = [words(f", {answer.part}")] if answer.part else []
    shown = xref.children if xref["refexplicit"] else [label, *part]
    reference = link(found, span("adr-ref", *shown), answer.part_anchor)
    return [reference, *_standing(found, answer)]


def _standing(found: Named, answer: Reference) -> list[Content]:
    word = status_in_text(found.status)
    if answer.current:
        successors = joined([decision_link(one, title=False) for one in answer.current])
        return [words(" ("), *sentence(_("superseded by %s"), successors), words(")")]
    # Where a decision is in force its shape alone does not stop the eye.
    said = span("adr-sr" if found.in_force else "", words(f" ({word})"))
    return [span(f"adr-ui adr-standing {hue(found.status, found.phase)}", icon(), said, title=word)]


def words_in(text: str) -> Content:
    """Plain text as an inline element."""
    return span("", words(text))


def render_requirement(answer: RequirementAnswer) -> list[Content]:
    """The head of a requirement's box: ID, title, coverage, and the decisions that answer it."""
    requirement = answer.requirement
    top: list[Content] = [identifier(requirement.id), words(" ")]
    if requirement.title:
        top += [span("adr-strong", words(requirement.title)), words(" ")]
    top += [separator("– "), coverage_badge(requirement.state)]
    found: list[Content] = [line("adr-header-top", *top, tag="div")]
    if answer.decisions:
        answers = [
            span("", decision_link(one), words(f" ({_said(one, how)})")) for one, how in answer.decisions
        ]
        found.append(line("adr-answers", words(_("Decisions:") + " "), *joined(answers), tag="div"))
    return [block(f"adr-ui adr-reqhead {hue(requirement.state)}", *found)]


def _said(one: Named, how: str) -> str:
    word = status_in_text(one.status)
    return word if how == "addresses" else f"{word}, {TRACING[how]}"
