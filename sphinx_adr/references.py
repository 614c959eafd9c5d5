"""The references in running text that lead to no decision or requirement, or to more than one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from . import inventories
from .log.finding import Code, Finding, Place
from .log.rules.links import candidates
from .placeholders import view
from .reading.places import place_of
from .views import Answers, Question, ReferenceQuestion, RequirementPlaceQuestion, RequirementQuestion
from .views.reference import Reference

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


KNOWN = "known"
"""In place of the role ``decision``: whoever refers knows what became of the decision."""


TRACED = "traced"
"""In place of the role ``req``: it is enough that a decision names the requirement."""


def references_in(found: Collection[nodes.Node]) -> Iterator[tuple[str, str, Place | None, Question]]:
    """The references among *found* nodes that may lead to us: kind, target and question.

    Where somebody shall be told if it leads nowhere, also the place; Sphinx itself is to say nothing of it.
    """
    for shown in found:
        names: tuple[str, ...] = shown.get("cites", ()) if isinstance(shown, view) else ()
        for name in names:
            yield TRACED, name, place_of(shown), question_of(TRACED, name)
    for xref in found:
        if not isinstance(xref, addnodes.pending_xref):
            continue
        domain, role, target = xref.get("refdomain"), xref.get("reftype"), xref.get("reftarget", "")
        if domain == "adr" and not xref.get("intersphinx"):
            place = place_of(xref) if xref["refwarn"] else None
            xref["refwarn"] = False
            yield KNOWN if xref.get("adr-known") else role, target, place, question_of(role, target)
        elif role in ("any", "myst"):
            yield role, target, None, ReferenceQuestion(target)
            yield role, target, None, RequirementPlaceQuestion(target)


def question_of(role: str, target: str) -> Question:
    """What a reference by *role* to *target* asks."""
    if role == TRACED:
        return RequirementQuestion(target)
    return RequirementPlaceQuestion(target) if role == "req" else ReferenceQuestion(target)


def unresolved(
    env: BuildEnvironment, answers: Answers, references: Iterable[tuple[str, str, Place]]
) -> Iterator[Finding]:
    """What is wrong with *references*, each a role, a target and a place.

    What ``nitpick_ignore`` names is fine.
    """
    ignored = set(map(tuple, env.config.nitpick_ignore))
    patterns = list(env.config.nitpick_ignore_regex)
    for kind, target, place in references:
        role = {KNOWN: "decision", TRACED: "req"}.get(kind, kind)
        if (f"adr:{role}", target) in ignored or inventories.knows(env, role, target):
            continue
        if any(re.fullmatch(r, f"adr:{role}") and re.fullmatch(t, target) for r, t in patterns):
            continue
        answer = answers.to(question_of(kind, target))
        if isinstance(answer, Reference):
            yield from _wrong_with(answers, answer, target, place)
        elif answer is None:
            message = f"no source declares the requirement {target}"
            yield Finding(Code.REFERENCE_DANGLING, message, place)


def _wrong_with(answers: Answers, answer: Reference, target: str, place: Place) -> Iterator[Finding]:
    if len(answer.candidates) > 1:
        where = candidates(answers.ledger.find(target.partition("#")[0].strip()))
        yield Finding(Code.REFERENCE_AMBIGUOUS, f"{target} is {where}", place)
    elif not answer.candidates:
        yield Finding(Code.REFERENCE_DANGLING, f"there is no decision {target}", place)
    elif answer.part and answer.part_anchor is None:
        name = answer.candidates[0].label
        yield Finding(Code.REFERENCE_DANGLING, f"{name} has no part {answer.part!r}", place)
