"""What a reference in running text leads to, and what it says on the way."""

from __future__ import annotations

from dataclasses import dataclass

from ..log.links import find_part
from .answers import Answers
from .naming import Named, NamedRequirement


@dataclass(frozen=True, slots=True)
class Reference:
    """The decisions that a name can mean, the part of the only one, and what replaced it."""

    candidates: tuple[Named, ...]
    part: str | None
    part_anchor: str | None
    current: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ReferenceQuestion:
    """Asks what *target*, an ID or ``ID#part``, leads to."""

    target: str

    def answer(self, answers: Answers) -> Reference:
        """The reference; without candidates where nothing has that name."""
        ledger, names = answers.ledger, answers.names
        name, _, part = self.target.partition("#")
        found = ledger.find(name.strip())
        if len(found) != 1:
            return Reference(names.all(found), None, None, ())
        decision = found[0]
        part = part.strip()
        anchor = find_part(decision, part) if part else None
        title = next((p.title for p in decision.parts if p.anchor == anchor), None) or part or None
        retired = ledger.effective_status(decision) == "superseded"
        current = names.current(decision) if retired else ()
        return Reference((names.of(decision),), title, anchor, current)


@dataclass(frozen=True, slots=True)
class RequirementPlace:
    """Where a requirement is declared, and what it is called.

    It has no anchor where no document declares it, and no *uri* where its source knows no address of it.
    """

    docname: str
    anchor: str
    title: str
    uri: str = ""


@dataclass(frozen=True, slots=True)
class RequirementPlaceQuestion:
    """Asks where a reference to the requirement with this ID leads, and nothing else about it."""

    id: str

    def answer(self, answers: Answers) -> RequirementPlace | None:
        """The place, or ``None`` where no source declares the requirement."""
        row = answers.requirements.get(self.id)
        declared = row.declared if row else None
        if declared is None:
            return None
        return RequirementPlace(
            declared.docname or "", declared.anchor or "", declared.title, declared.uri or ""
        )


@dataclass(frozen=True, slots=True)
class RequirementAnswer:
    """A requirement, with the decisions that answer it and how each of them does."""

    requirement: NamedRequirement
    decisions: tuple[tuple[Named, str], ...]


@dataclass(frozen=True, slots=True)
class RequirementQuestion:
    """Asks how the requirement with this ID stands."""

    id: str

    def answer(self, answers: Answers) -> RequirementAnswer | None:
        """The requirement, or ``None`` where no source and no decision knows it."""
        row = answers.requirements.get(self.id)
        if row is None:
            return None
        return RequirementAnswer(
            answers.names.requirement(row),
            tuple((answers.names.of(a.decision), str(a.how)) for a in row.answers),
        )
