"""What a view would have shown on a day in the past."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast

from ..log.decision import Decision
from ..log.history import as_of, known_since
from ..log.ledger import Ledger
from ..log.links import key_of
from ..log.query import parse_filter, select
from .answers import Answers
from .graph import Graph, GraphQuestion, node_key
from .index import IndexQuestion
from .matrix import MatrixQuestion
from .naming import Named
from .options import OptionsQuestion

Asked = IndexQuestion | MatrixQuestion | GraphQuestion | OptionsQuestion
"""The questions that can be asked of the past."""


@dataclass(frozen=True, slots=True)
class Past:
    """The answer of that *day*, in ISO 8601; *undated* are left out since nothing tells whether they were there."""

    day: str
    shown: object
    undated: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PastQuestion:
    """Asks *question* of the log as it stood on *day*, a date in ISO 8601."""

    question: Asked
    day: str

    def answer(self, answers: Answers) -> Past:
        """The answer, with the decisions that the view shows today and that have no date."""
        past = answers.as_of(dt.date.fromisoformat(self.day))
        since = known_since(answers.ledger)
        undated = [decision for decision in answers.ledger if key_of(decision) not in since]
        return Past(
            self.day,
            past.to(self.question),
            answers.names.all(self._of_today(answers, undated)) if undated else (),
        )

    def choose(self, ledger: Ledger) -> list[Decision]:
        """The decisions that an index shows of that day, in order."""
        assert isinstance(self.question, IndexQuestion)
        return self.question.choose(as_of(ledger, dt.date.fromisoformat(self.day)))

    def _of_today(self, answers: Answers, undated: list[Decision]) -> list[Decision]:
        ledger: Ledger = answers.ledger
        if isinstance(self.question, GraphQuestion):
            drawn = {node.key for node in cast("Graph", answers.to(self.question)).nodes}
            return [decision for decision in undated if node_key(key_of(decision)) in drawn]
        condition = parse_filter(self.question.filter) if self.question.filter else None
        return select(ledger, condition, undated)
