"""The traceability matrix: requirements against decisions."""

from __future__ import annotations

from dataclasses import dataclass

from ..log.coverage import Coverage, RequirementRow, percentage, totals
from ..log.decision import Decision
from ..log.links import Key, key_of
from ..log.query import parse_filter, select
from .answers import Answers
from .naming import Named, NamedRequirement, all_named, named_requirement


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A requirement, and for each column how that decision answers it: ``addresses``, ``mentions`` or not."""

    requirement: NamedRequirement
    cells: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix as it shall be shown.

    *sums* counts, for each column, the rows that it answers; *totals* and *percentage* tell the coverage of
    all requirements, also of those whose rows are not shown.
    """

    columns: tuple[Named, ...]
    rows: tuple[MatrixRow, ...]
    sums: tuple[int, ...]
    totals: tuple[tuple[str, int], ...]
    percentage: int | None


@dataclass(frozen=True, slots=True)
class MatrixQuestion:
    """Asks for a matrix of the decisions that *filter* lets through, and the requirements in *only* states.

    Coverage is always that of the whole log: a filter hides decisions, it does not undo them.
    """

    filter: str | None = None
    only: tuple[str, ...] = ()

    def answer(self, answers: Answers) -> Matrix:
        """The matrix, with a column for each decision that answers one of its requirements."""
        ledger = answers.ledger
        condition = parse_filter(self.filter) if self.filter else None
        shown = {key_of(decision) for decision in select(ledger, condition, ledger.decisions)}
        every = list(answers.requirements.values())
        rows = [row for row in every if not self.only or row.state in self.only]
        columns = _columns(ledger.decisions, rows, shown)
        cells = [_cells(row, columns) for row in rows]
        return Matrix(
            columns=all_named(ledger, columns.values()),
            rows=tuple(
                MatrixRow(named_requirement(row), line) for row, line in zip(rows, cells, strict=True)
            ),
            sums=tuple(sum(cell is not None for cell in column) for column in zip(*cells, strict=True)),
            totals=tuple((str(state), number) for state, number in totals(every)),
            percentage=percentage(every),
        )


def _columns(
    decisions: tuple[Decision, ...], rows: list[RequirementRow], shown: set[Key]
) -> dict[Key, Decision]:
    answering = {key_of(answer.decision) for row in rows for answer in row.answers} & shown
    return {key: decision for decision in decisions if (key := key_of(decision)) in answering}


def _cells(row: RequirementRow, columns: dict[Key, Decision]) -> tuple[str | None, ...]:
    how = {key_of(answer.decision): str(answer.how) for answer in row.answers}
    return tuple(how.get(key) for key in columns)


STATES = tuple(str(state) for state in Coverage)
"""The coverage states that ``:only:`` can name."""
