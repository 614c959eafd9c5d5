"""An option while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx_adr.log.decision import Option
from sphinx_adr.log.section_names import Side

from .arguments import Statements
from .names import bare_name
from .wording import says_nothing, shortened


@dataclass(slots=True)
class Candidate:
    """An option while it is being read; *chosen* is None where only the choice can tell."""

    name: str
    label: str = ""
    chosen: bool | None = None
    said: Statements = field(default_factory=Statements)

    def take(self, other: Candidate) -> None:
        """Add what *other*, the same option in another place, says."""
        for side in Side:
            if not self.said.sides[side]:
                self.said.sides[side].extend(other.said.sides[side])
        self.said.reason = self.said.reason or other.said.reason
        self.label = self.label or other.label
        self.chosen = other.chosen if self.chosen is None else self.chosen

    def option(self) -> Option:
        """The option as a record."""
        return Option(
            name=self.name,
            chosen=bool(self.chosen),
            pros=self.said.of(Side.POSITIVE),
            cons=self.said.of(Side.NEGATIVE),
            reason=self.said.reason,
        )


def candidate_of(text: str) -> Candidate | None:
    """The option that *text* names, if it says anything."""
    name, label, chosen = bare_name(text)
    return None if says_nothing(name) else Candidate(shortened(name), label, chosen)
