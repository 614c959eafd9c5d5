"""Requirements against the decisions that answer them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .decision import Decision, Requirement, Tracing
from .identifiers import sort_key
from .ledger import Ledger
from .vocabulary import Phase


class Coverage(StrEnum):
    """How a requirement stands against the decisions."""

    COVERED = "covered"
    """A decision in force answers it."""
    PENDING = "pending"
    """No decision in force answers it, but one that is not decided yet."""
    DROPPED = "dropped"
    """No decision that counts answers it, and one that was taken gives it up on purpose."""
    LOST = "lost"
    """Only retired decisions answer it: it was covered once."""
    UNCOVERED = "uncovered"
    """No decision answers it."""
    UNKNOWN = "unknown"
    """No source declares it, although sources exist."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision that traces to a requirement."""

    decision: Decision
    how: Tracing
    section: str | None


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement, declared or only named by decisions, with all that answers it.

    *dropped_by* are the decisions that give it up on purpose.
    """

    id: str
    declared: Requirement | None
    state: Coverage
    answers: tuple[Answer, ...]
    dropped_by: tuple[Decision, ...] = ()

    @property
    def title(self) -> str:
        """The title, where a source gives one."""
        return self.declared.title if self.declared else ""


def read_coverage(ledger: Ledger, *, mentions_cover: bool = True) -> Mapping[str, RequirementRow]:
    """Every requirement that is declared or traced to, by ID with numbers as numbers.

    A decision that drops a requirement does not answer it. What a decision in force gave up stays given up
    when that decision is superseded, until another one answers it. Where *mentions_cover* is false, only
    declared requirements count for the state; mentions are listed all the same.
    """
    declared: dict[str, Requirement] = {}
    for requirement in ledger.requirements:
        declared.setdefault(requirement.id, requirement)
    answers: dict[str, list[Answer]] = defaultdict(list)
    dropped: dict[str, list[Decision]] = defaultdict(list)
    for decision in ledger:
        for given_up in dict.fromkeys(decision.drops):
            dropped[given_up].append(decision)
        own: dict[tuple[Tracing, str | None], Answer] = {}
        for trace in sorted(decision.traces, key=lambda trace: trace.how is not Tracing.ADDRESSES):
            if trace.requirement not in decision.drops:
                said = trace.how, trace.section
                if said not in own:
                    own[said] = Answer(decision, *said)
                found = answers[trace.requirement]
                if not found or found[-1].decision is not decision:
                    found.append(own[said])
    rows: dict[str, RequirementRow] = {}
    for identifier in sorted({*declared, *answers}, key=sort_key):
        found_answers = tuple(answers.get(identifier, ()))
        counting = [a for a in found_answers if mentions_cover or a.how is Tracing.ADDRESSES]
        dropped_by = tuple(dropped.get(identifier, ()))
        state = _state(ledger, counting, dropped_by)
        if declared and identifier not in declared:
            state = Coverage.UNKNOWN
        rows[identifier] = RequirementRow(
            identifier, declared.get(identifier), state, found_answers, dropped_by
        )
    return rows


def _state(ledger: Ledger, answers: Sequence[Answer], dropped_by: Sequence[Decision]) -> Coverage:
    phases = {ledger.effective_phase(answer.decision) for answer in answers}
    if Phase.IN_FORCE in phases:
        return Coverage.COVERED
    if phases & {Phase.PENDING, Phase.UNKNOWN}:
        return Coverage.PENDING
    if any(decision.phase is Phase.IN_FORCE for decision in dropped_by):
        return Coverage.DROPPED
    return Coverage.LOST if phases else Coverage.UNCOVERED


def totals(rows: Sequence[RequirementRow]) -> tuple[tuple[Coverage, int], ...]:
    """How many of *rows* are in each state, in the order of :class:`Coverage`, without zeros."""
    counted = Counter(row.state for row in rows)
    return tuple((state, counted[state]) for state in Coverage if counted[state])


def percentage(rows: Sequence[RequirementRow]) -> int | None:
    """The share of *rows* that is covered, in whole percent, rounded down; ``None`` for no rows.

    Requirements that were given up on purpose, and those that no source declares, are left out.
    """
    known = [row for row in rows if row.state not in (Coverage.UNKNOWN, Coverage.DROPPED)]
    return 100 * sum(row.state is Coverage.COVERED for row in known) // len(known) if known else None
