"""Every option that was considered and not chosen, across all decisions."""

from __future__ import annotations

from dataclasses import dataclass

from ..log.decision import Option
from ..log.query import parse_filter, select
from .answers import Answers
from .naming import Named


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option that was not chosen, and what was chosen instead."""

    decision: Named
    option: Option
    choice: str | None


@dataclass(frozen=True, slots=True)
class OptionsQuestion:
    """Asks for the options that were not chosen, in the decisions that *filter* lets through."""

    filter: str | None = None

    def answer(self, answers: Answers) -> tuple[OptionRow, ...]:
        """The options, by decision, in the order in which each decision lists them."""
        ledger = answers.ledger
        condition = parse_filter(self.filter) if self.filter else None
        return tuple(
            OptionRow(answers.names.of(decision), option, decision.anatomy.choice)
            for decision in select(ledger, condition, ledger.decisions)
            for option in decision.anatomy.options
            if not option.chosen
        )
