"""Requirements against decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from sphinx_adr.log.coverage import Coverage, percentage, read_coverage, totals
from sphinx_adr.log.ledger import Ledger

from .records import adr, decisions, labels, log, required


def state(*records, requirements="REQ-1", **how):
    return str(read_coverage(log(*records, requirements=requirements), **how)["REQ-1"].state)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], "uncovered"),
        (["accepted"], "covered"),
        (["proposed"], "pending"),
        (["unknown"], "pending"),
        (["deprecated"], "lost"),
        (["rejected"], "lost"),
        (["deprecated", "proposed"], "pending"),
        (["deprecated", "proposed", "accepted"], "covered"),
    ],
)
def test_the_decisions_that_answer_a_requirement_cover_it(statuses, expected):
    assert state(*(adr(n, status, addresses="REQ-1") for n, status in enumerate(statuses, 1))) == expected


def test_a_requirement_is_lost_with_a_supersession_that_does_not_take_it_on():
    assert state(adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1")) == "lost"
    assert state(adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1", addresses="REQ-1")) == "covered"


def test_a_proposed_successor_takes_nothing_away():
    assert state(adr(1, addresses="REQ-1"), adr(2, "proposed", supersedes="ADR-1")) == "covered"


def test_a_mention_covers_unless_the_settings_say_otherwise():
    assert state(adr(1, mentions="REQ-1")) == "covered"
    assert state(adr(1, mentions="REQ-1"), mentions_cover=False) == "uncovered"


def test_a_mention_is_listed_also_where_it_does_not_count():
    row = read_coverage(log(adr(1, mentions="REQ-1"), requirements="REQ-1"), mentions_cover=False)["REQ-1"]
    assert [(answer.decision.label, str(answer.how), answer.section) for answer in row.answers] == [
        ("ADR-1", "mentions", "context")
    ]


def test_to_address_goes_before_to_mention():
    row = read_coverage(log(adr(1, mentions="REQ-1", addresses="REQ-1")))["REQ-1"]
    assert [str(answer.how) for answer in row.answers] == ["addresses"]


def test_a_decision_that_drops_a_requirement_does_not_answer_it():
    assert state(adr(1, addresses="REQ-1", drops="REQ-1")) == "dropped"
    assert "REQ-1" not in read_coverage(log(adr(1, mentions="REQ-1", drops="REQ-1")))


def test_a_decision_that_says_twice_that_it_drops_a_requirement_drops_it_once():
    twice = replace(adr(2, addresses="REQ-2"), drops=("REQ-1", "REQ-1"))
    row = read_coverage(log(adr(1, addresses="REQ-1"), twice))["REQ-1"]
    assert [decision.label for decision in row.dropped_by] == ["ADR-2"]


@pytest.mark.parametrize(
    ("dropping", "expected"),
    [
        (adr(2, supersedes="ADR-1", drops="REQ-1"), "dropped"),
        (adr(2, "proposed", drops="REQ-1"), "covered"),
        (adr(2, "rejected", supersedes="ADR-1", drops="REQ-1"), "covered"),
        (adr(2, "deprecated", supersedes="ADR-1", drops="REQ-1"), "lost"),
    ],
)
def test_a_requirement_is_dropped_by_a_decision_that_was_taken(dropping, expected):
    assert state(adr(1, addresses="REQ-1"), dropping) == expected


def test_what_was_dropped_stays_dropped_until_it_is_answered():
    chain = [adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1", drops="REQ-1"), adr(3, supersedes="ADR-2")]
    assert state(*chain) == "dropped"
    assert state(*chain, adr(4, "proposed", addresses="REQ-1")) == "pending"
    assert state(*chain, adr(4, addresses="REQ-1")) == "covered"


def test_what_was_dropped_is_no_part_of_the_percentage():
    rows = read_coverage(log(adr(1, addresses="REQ-1"), adr(2, drops="REQ-2"), requirements="REQ-1 REQ-2"))
    assert percentage(list(rows.values())) == 100
    assert [decision.label for decision in rows["REQ-2"].dropped_by] == ["ADR-2"]


def test_a_requirement_that_no_source_declares_is_unknown_where_there_are_sources():
    assert state(adr(1, addresses="REQ-1"), requirements="REQ-2") == "unknown"
    assert state(adr(1, addresses="REQ-1"), requirements="") == "covered"


def test_requirements_sort_with_numbers_as_numbers():
    rows = read_coverage(log(adr(1, addresses="REQ-10 A-1"), requirements="REQ-2 REQ-1"))
    assert list(rows) == ["A-1", "REQ-1", "REQ-2", "REQ-10"]


def test_answers_come_in_the_order_of_the_decisions():
    row = read_coverage(log(adr(10, addresses="REQ-1"), adr(9, mentions="REQ-1")))["REQ-1"]
    assert labels(answer.decision for answer in row.answers) == ["ADR-9", "ADR-10"]


def test_of_two_declarations_the_first_counts():
    ledger = Ledger([], [required("REQ-1", "second", line=2), required("REQ-1", "first", line=1)])
    assert read_coverage(ledger)["REQ-1"].title == "first"


def test_totals_and_percentage_leave_out_what_nobody_declares():
    ledger = log(
        adr(1, addresses="REQ-1 REQ-9"),
        adr(2, "proposed", addresses="REQ-2"),
        requirements="REQ-1 REQ-2 REQ-3",
    )
    rows = list(read_coverage(ledger).values())
    assert totals(rows) == (
        (Coverage.COVERED, 1),
        (Coverage.PENDING, 1),
        (Coverage.UNCOVERED, 1),
        (Coverage.UNKNOWN, 1),
    )
    assert percentage(rows) == 33
    assert percentage([]) is None


@pytest.mark.parametrize(
    ("covered", "of", "percent"), [(0, 1, 0), (1, 1, 100), (1, 2, 50), (2, 3, 66), (3, 4, 75), (199, 200, 99)]
)
def test_the_percentage_is_whole_and_never_better_than_it_is(covered, of, percent):
    names = " ".join(f"REQ-{number}" for number in range(of))
    answered = " ".join(names.split()[:covered])
    rows = read_coverage(log(adr(1, addresses=answered), requirements=names))
    assert percentage(list(rows.values())) == percent


@given(decisions())
def test_every_requirement_has_the_state_of_its_best_answer(records):
    ledger = log(*records, requirements="REQ-1 REQ-2")
    for row in read_coverage(ledger).values():
        phases = {ledger.effective_phase(answer.decision) for answer in row.answers}
        if row.state is Coverage.UNKNOWN:
            assert row.declared is None
        else:
            assert (row.state is Coverage.COVERED) == ("in-force" in phases)
            dropped = any(decision.phase == "in-force" for decision in row.dropped_by)
            idle = phases <= {"retired"}
            assert (row.state is Coverage.DROPPED) == (idle and dropped)
            assert (row.state is Coverage.UNCOVERED) == (not phases and not dropped)
            assert (row.state is Coverage.LOST) == (phases == {"retired"} and not dropped)
