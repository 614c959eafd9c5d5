"""The matrix of requirements and decisions."""

from __future__ import annotations

import pytest

from sphinx_adr.views import Answers, MatrixQuestion
from sphinx_adr.views.matrix import STATES, Matrix

from ..log.records import adr, labels, log

LOG = log(
    adr(1, addresses="REQ-1 REQ-2"),
    adr(2, supersedes="ADR-1", addresses="REQ-1", mentions="REQ-10"),
    adr(3, "proposed", addresses="REQ-3", tags="later"),
    adr(4),
    requirements="REQ-1 REQ-2 REQ-3 REQ-4 REQ-10",
)


def ask(ledger=LOG, *, mentions_cover: bool = True, **question) -> Matrix:
    answer = Answers(ledger, mentions_cover=mentions_cover).to(MatrixQuestion(**question))
    assert isinstance(answer, Matrix)
    return answer


def drawn(matrix: Matrix) -> list[str]:
    signs = {"addresses": "x", "mentions": "o", None: "."}
    rows = [
        f"{row.requirement.id} {''.join(signs[cell] for cell in row.cells)} {row.requirement.state}" for row in matrix.rows
    ]
    return [" ".join(labels(matrix.columns)), *rows]


def test_a_row_for_each_requirement_and_a_column_for_each_decision_that_answers_one():
    assert drawn(ask()) == [
        "ADR-1 ADR-2 ADR-3",
        "REQ-1 xx. covered",
        "REQ-2 x.. lost",
        "REQ-3 ..x pending",
        "REQ-4 ... uncovered",
        "REQ-10 .o. covered",
    ]


def test_sums_totals_and_percentage():
    matrix = ask()
    assert matrix.sums == (2, 2, 1)
    assert matrix.totals == (("covered", 2), ("pending", 1), ("lost", 1), ("uncovered", 1))
    assert matrix.percentage == 40


def test_a_filter_hides_decisions_and_does_not_undo_them():
    matrix = ask(filter='"later" in tags')
    assert drawn(matrix)[:2] == ["ADR-3", "REQ-1 . covered"]
    assert matrix.percentage == 40


def test_only_some_states_are_shown_of_a_coverage_that_stays_the_same():
    matrix = ask(only=("uncovered", "lost"))
    assert drawn(matrix) == ["ADR-1", "REQ-2 x lost", "REQ-4 . uncovered"]
    assert matrix.sums == (1,)
    assert matrix.percentage == 40
    assert matrix.totals == ask().totals


def test_mentions_need_not_cover():
    assert drawn(ask(mentions_cover=False))[-1] == "REQ-10 .o. uncovered"


@pytest.mark.parametrize("ledger", [log(), log(adr(1))])
def test_no_requirements_make_an_empty_matrix(ledger):
    assert ask(ledger) == Matrix((), (), (), (), None)


def test_requirements_without_decisions_have_rows_without_cells():
    matrix = ask(log(requirements="REQ-1"))
    assert drawn(matrix) == ["", "REQ-1  uncovered"]
    assert matrix.percentage == 0


def test_every_state_can_be_asked_for():
    assert STATES == ("covered", "pending", "dropped", "lost", "uncovered", "unknown")
