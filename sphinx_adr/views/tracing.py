"""The decisions that answer a requirement, for the requirement's own page."""

from __future__ import annotations

from dataclasses import dataclass

from .answers import Answers
from .naming import Named, NamedRequirement


@dataclass(frozen=True, slots=True)
class Traced:
    """A requirement with the decisions that answer it, how each of them does, and those that give it up."""

    requirement: NamedRequirement
    decisions: tuple[tuple[Named, str], ...]
    dropped_by: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Tracing:
    """What is known of some requirements."""

    requirements: tuple[Traced, ...]


@dataclass(frozen=True, slots=True)
class TracingQuestion:
    """Asks which decisions answer the requirements with these IDs."""

    ids: tuple[str, ...]

    def answer(self, answers: Answers) -> Tracing:
        """The requirements in their order, without those that no source and no decision knows."""
        rows = [answers.requirements[name] for name in self.ids if name in answers.requirements]
        return Tracing(
            tuple(
                Traced(
                    answers.names.requirement(row),
                    tuple((answers.names.of(one.decision), str(one.how)) for one in row.answers),
                    answers.names.all(row.dropped_by),
                )
                for row in rows
            )
        )
