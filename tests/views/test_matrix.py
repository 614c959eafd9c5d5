"""The matrix of requirements and decisions."""

from __future__ import annotations

import time

import pytest

from sphinx_adr.log.decision import Option
from sphinx_adr.views import Answers, MatrixQuestion
from sphinx_adr.views.matrix import MANY_COLUMNS, STATES, Matrix
from sphinx_adr.views.naming import NamedRequirement

from ..log.records import adr, log

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


def name(head) -> str:
    return head if isinstance(head, str) else head.id


def drawn(matrix: Matrix) -> list[str]:
    """The columns, and each row with a sign for each column; the groups one after the other."""
    signs = {"addresses": "x", "mentions": "o", "drops": "d", "chosen": "c", "considered": "n", "": "+"}
    lines = []
    for group in matrix.groups:
        lines.append(" ".join([*([f"[{group.name}]"] if group.name else []), *map(name, group.columns)]))
        for row in group.rows:
            cells = [
                "".join(signs[m.how] for m in row.marks if m.column == at) or "."
                for at in range(len(group.columns))
            ]
            state = [row.head.state] if isinstance(row.head, NamedRequirement) else []
            lines.append(" ".join([name(row.head), "".join(cells), *state]))
    return lines


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
    assert matrix.groups[0].sums == (2, 2, 1)
    assert matrix.totals == (("covered", 2), ("pending", 1), ("lost", 1), ("uncovered", 1))
    assert matrix.percentage == 40


def test_a_filter_hides_decisions_and_does_not_undo_them():
    matrix = ask(filter='"later" in tags')
    assert drawn(matrix)[:2] == ["ADR-3", "REQ-1 . covered"]
    assert matrix.percentage == 40


def test_only_some_states_are_shown_of_a_coverage_that_stays_the_same():
    matrix = ask(only=("uncovered", "lost"))
    assert drawn(matrix) == ["ADR-1", "REQ-2 x lost", "REQ-4 . uncovered"]
    assert matrix.groups[0].sums == (1,)
    assert matrix.percentage == 40
    assert matrix.totals == ask().totals


def test_mentions_need_not_cover():
    assert drawn(ask(mentions_cover=False))[-1] == "REQ-10 .o. uncovered"


@pytest.mark.parametrize("ledger", [log(), log(adr(1))])
def test_no_requirements_make_an_empty_matrix(ledger):
    assert ask(ledger) == Matrix("requirements", "decisions", "grid", (), (), None)


def test_requirements_without_decisions_have_rows_without_cells():
    matrix = ask(log(requirements="REQ-1"))
    assert drawn(matrix) == ["", "REQ-1  uncovered"]
    assert matrix.percentage == 0


def test_every_state_can_be_asked_for():
    assert STATES == ("covered", "pending", "dropped", "lost", "uncovered", "unknown")


def test_a_decision_that_drops_a_requirement_has_a_column_and_answers_nothing():
    matrix = ask(
        log(adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1", drops="REQ-1"), requirements="REQ-1")
    )
    assert drawn(matrix) == ["ADR-1 ADR-2", "REQ-1 xd dropped"]
    assert matrix.groups[0].sums == (1, 0)


@pytest.mark.parametrize(
    ("patterns", "shown"),
    [
        (("PRD-MON",), ["PRD-MON-REQ-1", "PRD-MON-REQ-2"]),
        (("PRD-*-REQ-1",), ["PRD-FINE-REQ-1", "PRD-MON-REQ-1"]),
        (("PRD-FINE", "PRD-MON-REQ-2"), ["PRD-FINE-REQ-1", "PRD-MON-REQ-2"]),
        (("*-[2-9]",), ["PRD-MON-REQ-2"]),
        (("NOTHING",), []),
    ],
)
def test_only_some_requirements_and_their_coverage(patterns, shown):
    ledger = log(adr(1, addresses="PRD-MON-REQ-1"), requirements="PRD-MON-REQ-1 PRD-MON-REQ-2 PRD-FINE-REQ-1")
    matrix = ask(ledger, requirements=patterns)
    assert [row.head.id for group in matrix.groups for row in group.rows] == shown
    assert sum(number for _state, number in matrix.totals) == len(shown)
    assert matrix.percentage == (100 * ("PRD-MON-REQ-1" in shown) // len(shown) if shown else None)


def test_groups_by_prefix_have_the_columns_they_need():
    ledger = log(
        adr(1, addresses="PRD-MON-REQ-1"),
        adr(2, addresses="PRD-FINE-FR-1 STORY-7"),
        requirements="PRD-MON-REQ-1 PRD-MON-REQ-2 PRD-FINE-FR-1 STORY-7 REQ-1",
    )
    matrix = ask(ledger, group_by="prefix")
    assert drawn(matrix) == [
        "[PRD-FINE] ADR-2",
        "PRD-FINE-FR-1 x covered",
        "[PRD-MON] ADR-1",
        "PRD-MON-REQ-1 x covered",
        "PRD-MON-REQ-2 . uncovered",
        "[REQ]",
        "REQ-1  uncovered",
        "[STORY] ADR-2",
        "STORY-7 x covered",
    ]
    assert [group.percentage for group in matrix.groups] == [100, 50, 0, 100]


def test_transposed():
    assert drawn(ask(rows="decisions", columns="requirements")) == [
        "REQ-1 REQ-2 REQ-3 REQ-4 REQ-10",
        "ADR-1 xx...",
        "ADR-2 x...o",
        "ADR-3 ..x..",
    ]


WORDS = log(
    adr(1, addresses="REQ-1", tags="b a", options=[Option("Kafka", chosen=True), Option("RabbitMQ")]),
    adr(2, mentions="REQ-1", tags="a", options=[Option("Kafka")]),
    requirements="REQ-1 REQ-2",
)


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [
        ("requirements", "tags", ["a b", "REQ-1 xox covered", "REQ-2 .. uncovered"]),
        ("tags", "decisions", ["ADR-1 ADR-2", "a ++", "b +."]),
        ("options", "decisions", ["ADR-1 ADR-2", "Kafka cn", "RabbitMQ n."]),
        ("decisions", "options", ["Kafka RabbitMQ", "ADR-1 cn", "ADR-2 n."]),
        ("tags", "options", ["Kafka RabbitMQ", "a cn n", "b c n"]),
        ("drivers", "decisions", []),
    ],
)
def test_other_sides(rows, columns, expected):
    matrix = ask(WORDS, rows=rows, columns=columns)
    assert [line.replace(" ", "") for line in drawn(matrix)] == [line.replace(" ", "") for line in expected]
    assert bool(matrix.totals) == (rows == "requirements")


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (MANY_COLUMNS, "auto", "grid"),
        (MANY_COLUMNS + 1, "auto", "list"),
        (MANY_COLUMNS + 1, "grid", "grid"),
        (1, "list", "list"),
    ],
)
def test_many_columns_make_a_list(number, style, expected):
    ledger = log(*(adr(n, addresses="REQ-1") for n in range(number)), requirements="REQ-1")
    assert ask(ledger, style=style).style == expected


def test_a_thousand_by_a_thousand_sparse_cells_are_quick():
    ledger = log(
        *(adr(n, addresses=f"A-REQ-{n} A-REQ-{n * 7 % 1000} A-REQ-{n * 11 % 1000}") for n in range(1000)),
        requirements=" ".join(f"A-REQ-{n}" for n in range(1000)),
    )
    started = time.perf_counter()
    matrix = ask(ledger)
    assert time.perf_counter() - started < 2
    assert matrix.style == "list"
    assert sum(len(row.marks) for row in matrix.groups[0].rows) > 2000
