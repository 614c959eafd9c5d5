"""Decisions and requirements as views name them: enough to print and to link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..log.coverage import RequirementRow
from ..log.decision import Decision
from ..log.ledger import Ledger
from ..log.links import Key, Outside, key_of
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


class Names:
    """The decisions and requirements of *ledger* as views name them, each made once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._decisions: dict[Key, Named] = {}
        self._requirements: dict[str, NamedRequirement] = {}

    def of(self, decision: Decision) -> Named:
        """*decision* as others name it."""
        key = key_of(decision)
        if key not in self._decisions:
            phase = self.ledger.effective_phase(decision)
            self._decisions[key] = Named(
                decision.id,
                decision.title,
                self.ledger.effective_status(decision),
                phase.value,
                phase is Phase.IN_FORCE,
                decision.docname,
                decision.anchor,
            )
        return self._decisions[key]

    def all(self, decisions: Iterable[Decision]) -> tuple[Named, ...]:
        """*decisions* as others name them, in their order."""
        return tuple(self.of(decision) for decision in decisions)

    def current(self, decision: Decision) -> tuple[Named, ...]:
        """What is current instead of *decision*, also in other documentations."""
        outside = map(named_outside, self.ledger.current_outside(decision))
        return (*self.all(self.ledger.current(decision)), *outside)

    def requirement(self, row: RequirementRow) -> NamedRequirement:
        """A requirement as views name it; *row* is of the coverage of the same ledger."""
        if row.id not in self._requirements:
            declared = row.declared
            self._requirements[row.id] = NamedRequirement(
                row.id,
                row.title,
                str(row.state),
                declared.docname if declared else None,
                declared.anchor if declared else None,
                declared.uri if declared else None,
            )
        return self._requirements[row.id]


def named_outside(outside: Outside) -> Named:
    """A decision of another documentation, whose status is not known here."""
    return Named(outside.name, outside.title, "unknown", "unknown", False, "", "", outside.uri)
