"""The references in running text that lead to no decision or requirement, or to more than one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from . import inventories
from .log.finding import Code, Finding, Place
from .log.rules.links import candidates
from .views import Answers, Question, ReferenceQuestion, RequirementPlaceQuestion
from .views.reference import Reference

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def question_of(role: str, target: str) -> Question:
    """What a reference by *role* to *target* asks."""
    return RequirementPlaceQuestion(target) if role == "req" else ReferenceQuestion(target)


def unresolved(
    env: BuildEnvironment, answers: Answers, references: Iterable[tuple[str, str, Place]]
) -> Iterator[Finding]:
    """What is wrong with *references*, each a role, a target and a place.

    What ``nitpick_ignore`` names is fine.
    """
    ignored = set(map(tuple, env.config.nitpick_ignore))
    patterns = list(env.config.nitpick_ignore_regex)
    for role, target, place in references:
        if (f"adr:{role}", target) in ignored or inventories.knows(env, role, target):
            continue
        if any(re.fullmatch(r, f"adr:{role}") and re.fullmatch(t, target) for r, t in patterns):
            continue
        answer = answers.to(question_of(role, target))
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
