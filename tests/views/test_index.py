"""The index: which decisions, in which order and groups, with which cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.fields import FIELDS
from sphinx_adr.views import Answers, IndexQuestion
from sphinx_adr.views.index import COLUMNS, STYLES, Index
from sphinx_adr.views.naming import Named, NamedRequirement

from ..log.records import adr, decisions, labels, log

LOG = log(
    adr(1, title="Postgres", date="2024-05", tags="storage", summary="One database."),
    adr(2, "proposed", title="kafka", date="2025-03-04", tags="storage Events", deciders="Ortiz"),
    adr(
        9,
        title="ClickHouse",
        date="2025-11-04",
        supersedes="ADR-1",
        addresses="REQ-10 REQ-2 REQ-7",
        drops="REQ-7",
    ),
    adr(10, "rejected", title="Mongo", amends="ADR-9", choice="No documents"),
    adr(11, "unknown", title="Apache", date="soon", depends_on="ADR-9"),
)


def ask(**question) -> Index:
    answer = Answers(LOG).to(IndexQuestion(**question))
    assert isinstance(answer, Index)
    return answer


def order(*sort: str) -> str:
    (group,) = ask(sort=sort).groups
    return " ".join(row.decision.label.removeprefix("ADR-") for row in group.rows)


def groups(by: str) -> dict[str | None, str]:
    return {
        group.name: " ".join(row.decision.label.removeprefix("ADR-") for row in group.rows)
        for group in ask(group_by=by).groups
    }


def column(name: str) -> dict[str, list[str]]:
    (group,) = ask(columns=(name,)).groups
    return {
        row.decision.label: [piece if isinstance(piece, str) else piece.id for piece in row.cells[0].pieces]
        for row in group.rows
    }


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (("id",), "1 2 9 10 11"),
        (("-id",), "11 10 9 2 1"),
        (("title",), "11 9 2 10 1"),
        (("date",), "1 2 9 11 10"),
        (("-date",), "11 9 2 1 10"),
        (("status", "-id"), "9 2 10 1 11"),
        (("tags",), "1 2 9 10 11"),
        (("requirements",), "9 1 2 10 11"),
        (("in_force",), "1 2 10 11 9"),
        (("-in_force",), "9 1 2 10 11"),
        (("deciders", "-date"), "2 11 9 1 10"),
    ],
)
def test_an_index_is_sorted_by_any_fields_and_what_is_absent_comes_last(sort, expected):
    assert order(*sort) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("status", {"proposed": "2", "accepted": "9", "rejected": "10", "superseded": "1", "unknown": "11"}),
        ("date", {"2024": "1", "2025": "2 9", "soon": "11", "": "10"}),
        ("tags", {"Events": "2", "storage": "1 2", "": "9 10 11"}),
        ("in_force", {"no": "1 2 10 11", "yes": "9"}),
        ("deciders", {"Ortiz": "2", "": "1 9 10 11"}),
        ("review", {"": "1 2 9 10 11"}),
    ],
)
def test_an_index_is_grouped_by_any_field(by, expected):
    found = groups(by)
    assert found == expected
    assert list(found) == list(expected)


def test_groups_hold_the_order_of_the_index():
    first, *_ = ask(group_by="tags", sort=("-id",), filter='"storage" in tags').groups[1:]
    assert [row.decision.label for row in first.rows] == ["ADR-2", "ADR-1"]


def years(**question) -> dict[str | None, str]:
    groups = ask(style="timeline", **question).groups
    return {
        group.name: " ".join(row.decision.label.removeprefix("ADR-") for row in group.rows)
        for group in groups
    }


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({}, [("soon", "11"), ("2025", "9 2"), ("2024", "1"), ("", "10")]),
        ({"sort": ("-title",)}, [("soon", "11"), ("2025", "9 2"), ("2024", "1"), ("", "10")]),
        ({"sort": ("date",)}, [("2024", "1"), ("2025", "2 9"), ("soon", "11"), ("", "10")]),
        ({"group_by": "in_force"}, [("no", "11 2 1 10"), ("yes", "9")]),
        ({"filter": "in_force"}, [("2025", "9")]),
    ],
)
def test_a_timeline_goes_by_date_and_years_and_ends_with_what_has_none(question, expected):
    assert list(years(**question).items()) == expected


def test_a_timeline_is_sorted_further_where_dates_are_equal():
    same = log(*(adr(number, title=title, date="2025-01-01") for number, title in enumerate("bca", 1)))
    (group,) = IndexQuestion(style="timeline", sort=("title",)).answer(Answers(same)).groups
    assert [row.decision.title for row in group.rows] == ["a", "b", "c"]


def test_a_timeline_says_what_a_decision_replaced():
    rows = {row.decision.label: row for group in ask(style="timeline").groups for row in group.rows}
    assert labels(rows["ADR-9"].replaces) == ["ADR-1"]
    assert labels(rows["ADR-1"].replaced_by) == ["ADR-9"]
    assert not any(row.replaces for row in ask().groups[0].rows)


def test_counts_come_in_the_order_of_a_decisions_life():
    assert ask().counts == (
        ("proposed", 1),
        ("accepted", 1),
        ("rejected", 1),
        ("superseded", 1),
        ("unknown", 1),
    )
    assert ask(filter="in_force").counts == (("accepted", 1),)
    assert ask(filter="False").groups[0].rows == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title", {"ADR-1": ["ADR-1"]}),
        ("supersedes", {"ADR-9": ["ADR-1"], "ADR-1": []}),
        ("superseded_by", {"ADR-1": ["ADR-9"], "ADR-9": []}),
        ("current", {"ADR-1": ["ADR-9"], "ADR-9": ["ADR-9"], "ADR-2": []}),
        ("depends_on", {"ADR-11": ["ADR-9"], "ADR-9": []}),
        ("amends", {"ADR-10": []}),
        ("requirements", {"ADR-9": ["REQ-10", "REQ-2"]}),
        ("drops", {"ADR-9": ["REQ-7"]}),
        ("date", {"ADR-11": ["soon"], "ADR-10": [], "ADR-1": ["2024-05"]}),
        ("in_force", {"ADR-9": ["yes"], "ADR-1": ["no"]}),
        ("status", {"ADR-1": ["superseded"]}),
        ("authored_status", {"ADR-1": ["accepted"]}),
        ("choice", {"ADR-10": ["No documents"], "ADR-1": []}),
        ("tags", {"ADR-2": ["storage", "Events"]}),
        ("declared", {"ADR-1": ["directive"]}),
    ],
)
def test_a_column_shows_a_field(name, expected):
    assert column(name).items() >= expected.items()


def test_decisions_and_requirements_in_cells_can_be_linked():
    (group,) = ask(columns=("current", "requirements"), filter='id == "adr-9"').groups
    current, requirements = group.rows[0].cells
    assert all(isinstance(piece, Named) for piece in current.pieces)
    assert all(isinstance(piece, NamedRequirement) for piece in requirements.pieces)


def test_a_row_says_what_replaced_the_decision_and_else_what_was_decided():
    (group,) = ask().groups
    said = {row.decision.label: (labels(row.replaced_by), row.outcome) for row in group.rows}
    assert said["ADR-1"] == (["ADR-9"], "One database.")
    assert said["ADR-9"] == ([], None)
    assert said["ADR-10"] == ([], "No documents")


@given(
    decisions(),
    st.lists(st.sampled_from([sign + field for field in FIELDS for sign in ("", "-")]), max_size=3).map(
        tuple
    ),
    st.sampled_from([None, *FIELDS]),
    st.sampled_from(STYLES),
)
def test_every_log_can_be_shown_in_every_style_order_and_group(records, sort, group_by, style):
    ledger = log(*records)
    question = IndexQuestion(style=style, columns=COLUMNS, sort=sort or ("id",), group_by=group_by)
    index = Answers(ledger).to(question)
    assert isinstance(index, Index)
    shown = {(row.decision.docname, row.decision.anchor) for group in index.groups for row in group.rows}
    assert shown == set(ledger.by_key)
    assert sum(number for _, number in index.counts) == len(ledger)
    assert all(len(row.cells) == len(COLUMNS) for group in index.groups for row in group.rows)


@given(decisions(), st.sampled_from(list(FIELDS)))
def test_backwards_is_the_other_way_round_but_for_what_is_absent(records, field):
    ledger = log(*records)

    def present(sort: str) -> list[object]:
        values = [FIELDS[field](ledger, d) for d in IndexQuestion(sort=(sort,)).choose(ledger)]
        found = [value for value in values if value or isinstance(value, bool)]
        assert values[: len(found)] == found
        return [str(value).casefold() for value in found]

    assert present(field) == present(f"-{field}")[::-1]
