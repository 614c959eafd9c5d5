"""Decisions and requirements as views name them: enough to print and to link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..log.coverage import RequirementRow
from ..log.decision import Decision
from ..log.ledger import Ledger
from ..log.links import Outside
from ..log.vocabulary import Phase
from .told import told


@told
@dataclass(frozen=True, slots=True, repr=False)
class Named:
    """A decision as others name it. *uri* is set for one of another documentation."""

    id: str
    title: str
    status: str
    phase: str
    in_force: bool
    docname: str
    anchor: str
    uri: str | None = None

    @property
    def label(self) -> str:
        """The ID, or the title of a decision that has none."""
        return self.id or self.title


@told
@dataclass(frozen=True, slots=True, repr=False)
class NamedRequirement:
    """A requirement as views name it; *docname* is ``None`` where no document declares it.

    *uri* is its address where its source gives one.
    """

    id: str
    title: str
    state: str
    docname: str | None
    anchor: str | None
    uri: str | None = None


def named(ledger: Ledger, decision: Decision) -> Named:
    """*decision* as others name it: always the same value."""
    known = ledger.derived.get(id(decision))
    if known is None or known[0] is not decision:
        known = ledger.derived[id(decision)] = (decision, _named(ledger, decision))
    return known[1]


def _named(ledger: Ledger, decision: Decision) -> Named:
    phase = ledger.effective_phase(decision)
    return Named(
        decision.id,
        decision.title,
        ledger.effective_status(decision),
        phase.value,
        phase is Phase.IN_FORCE,
        decision.docname,
        decision.anchor,
    )


def all_named(ledger: Ledger, decisions: Iterable[Decision]) -> tuple[Named, ...]:
    """*decisions* as others name them, in their order."""
    return tuple(named(ledger, decision) for decision in decisions)


def named_outside(outside: Outside) -> Named:
    """A decision of another documentation, whose status is not known here."""
    return Named(outside.name, outside.title, "unknown", "unknown", False, "", "", outside.uri)


def current_named(ledger: Ledger, decision: Decision) -> tuple[Named, ...]:
    """What is current instead of *decision*, also in other documentations."""
    outside = map(named_outside, ledger.current_outside(decision))
    return (*all_named(ledger, ledger.current(decision)), *outside)


def named_requirement(row: RequirementRow) -> NamedRequirement:
    """A requirement as views name it."""
    declared = row.declared
    return NamedRequirement(
        row.id,
        row.title,
        str(row.state),
        declared.docname if declared else None,
        declared.anchor if declared else None,
        declared.uri if declared else None,
    )
