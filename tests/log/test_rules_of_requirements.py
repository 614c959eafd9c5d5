"""What is said of requirements that no decision answers any more, or none ever did."""

from __future__ import annotations

import pytest

from .records import adr, log, outside
from .test_rules import findings, on

LOUD = on("requirement-uncovered", "requirement-lost")


def test_a_supersession_that_loses_a_requirement_is_told_at_its_successor():
    ledger = log(adr(1, addresses="REQ-1"), adr(2, at="a", supersedes="ADR-1"), requirements="REQ-1")
    assert findings(ledger) == [
        "a.rst:1: ADR-2 supersedes ADR-1 and leaves REQ-1, which that one addressed, without a decision in force; address it, or give it up with :drops: [requirement-lost]"
    ]


def test_several_that_lose_one_are_told_once():
    ledger = log(
        adr(1, addresses="REQ-1"),
        adr(2, supersedes="ADR-1", date="2024"),
        adr(3, at="a", supersedes="ADR-1", date="2025"),
        requirements="REQ-1",
    )
    (told,) = findings(ledger)
    assert told.startswith(
        "a.rst:1: ADR-2 and ADR-3 supersede ADR-1 and leave REQ-1, which that one addressed,"
    )


def test_what_is_dropped_or_answered_elsewhere_is_not_lost():
    for kept in ({"drops": "REQ-1"}, {"addresses": "REQ-1"}):
        ledger = log(adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1", **kept), requirements="REQ-1")
        assert findings(ledger, LOUD) == []
    ledger = log(
        adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1"), adr(3, addresses="REQ-1"), requirements="REQ-1"
    )
    assert findings(ledger, LOUD) == []


def test_a_requirement_that_nothing_answers():
    ledger = log(
        adr(1, "rejected", addresses="REQ-2"), adr(2, addresses="REQ-3"), requirements="REQ-1 REQ-2 REQ-3"
    )
    assert [line for line in findings(ledger, LOUD) if "requirement-uncovered" in line] == [
        "requirements.rst:1: requirement REQ-1 is not covered: no decision answers it [requirement-uncovered]",
        "requirements.rst:2: requirement REQ-2 is not covered: only decisions that are not in force answer it: ADR-1 [requirement-uncovered]",
    ]


def test_two_proposals_are_two():
    ledger = log(
        adr(1, "superseded", at="a"),
        adr(2, "proposed", supersedes="ADR-1"),
        adr(3, "proposed", supersedes="ADR-1"),
    )
    assert findings(ledger) == [
        "a.rst:1: ADR-1 calls itself superseded, but ADR-2 and ADR-3, which would replace it, are not accepted [link-premature]"
    ]


def test_a_misspelled_requirement_is_told_once():
    """What it was meant to be is then neither lost nor without an answer."""
    ledger = log(adr(1, at="a", addresses="RQ-2"), requirements="REQ-2")
    assert findings(ledger, LOUD) == [
        "a.rst:1: ADR-1 addresses RQ-2, which no source declares; did you mean REQ-2? [requirement-unknown]"
    ]
    ledger = log(
        adr(1, addresses="REQ-1 REQ-2"),
        adr(2, at="a", supersedes="ADR-1", addresses="RQ-1"),
        requirements="REQ-1 REQ-2",
    )
    assert [line.partition(", ")[0] for line in findings(ledger, LOUD)] == [
        "a.rst:1: ADR-2 addresses RQ-1",
        "a.rst:1: ADR-2 supersedes ADR-1 and leaves REQ-2",
    ]


def test_another_number_is_another_requirement():
    ledger = log(adr(1, at="a", addresses="REQ-22"), requirements="REQ-2")
    assert [line.rpartition(" ")[2] for line in findings(ledger, LOUD)] == [
        "[requirement-unknown]",
        "[requirement-uncovered]",
    ]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([adr(1, "deprecated", addresses="REQ-1"), adr(2, amends="ADR-1")], id="amended"),
        pytest.param([adr(1, "proposed", addresses="REQ-1"), adr(2, supersedes="ADR-1")], id="proposed"),
        pytest.param([adr(1, "rejected", addresses="REQ-1"), adr(2, supersedes="ADR-1")], id="rejected"),
        pytest.param(
            [adr(1, addresses="REQ-1"), adr(2, "deprecated", supersedes="ADR-1", drops="REQ-1")], id="dropped"
        ),
        pytest.param(
            [adr(1, addresses="REQ-1"), adr(2, "deprecated", supersedes="ADR-1", addresses="REQ-1")],
            id="kept",
        ),
        pytest.param(
            [adr(1, addresses="REQ-1"), adr(2, supersedes="ADR-1"), adr(3, addresses="REQ-1")], id="covered"
        ),
    ],
)
def test_no_supersession_is_told_that_lost_nothing(records):
    assert not any("requirement-lost" in line for line in findings(log(*records, requirements="REQ-1"), LOUD))


def test_a_supersession_by_another_documentation_can_lose():
    ledger = log(
        adr(1, at="a", addresses="REQ-1", superseded_by="x:ADR-1"),
        requirements="REQ-1",
        outsiders=outside("x:ADR-1"),
    )
    (told,) = findings(ledger, LOUD)
    assert told.startswith("a.rst:1: x:ADR-1 supersedes ADR-1 and leaves REQ-1, which that one addressed,")


@pytest.mark.parametrize(
    ("newer", "blamed"),
    [
        ([adr(9, supersedes="ADR-1"), adr(10, supersedes="ADR-1")], "adr-10"),
        ([adr(9, supersedes="ADR-1", date="2025"), adr(10, supersedes="ADR-1")], "adr-9"),
        ([adr(9, supersedes="ADR-1", date="2025-02"), adr(10, supersedes="ADR-1", date="2025-01")], "adr-9"),
    ],
)
def test_a_loss_is_told_at_the_latest_successor(newer, blamed):
    (told,) = findings(log(adr(1, addresses="REQ-1"), *newer, requirements="REQ-1"))
    assert told.startswith(f"decisions/{blamed}.rst:1: ")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("ADR-1 ADR-2", "", "ADR-3 supersedes ADR-1 and ADR-2 and leaves REQ-1, which those addressed,"),
        (
            "ADR-1",
            "ADR-2",
            "ADR-3 supersedes ADR-1 and ADR-4 supersedes ADR-2 and leave REQ-1, which those addressed,",
        ),
    ],
)
def test_those_that_lost_one_together_are_named(first, second, said):
    older = [adr(1, addresses="REQ-1"), adr(2, addresses="REQ-1")]
    ledger = log(*older, adr(3, supersedes=first), adr(4, supersedes=second), requirements="REQ-1")
    (told,) = findings(ledger)
    assert told.partition(": ")[2].startswith(said)


def test_each_that_is_not_covered_is_told_with_all_that_would_answer():
    ledger = log(
        adr(1, addresses="REQ-1"),
        adr(2, "rejected", addresses="REQ-2"),
        adr(3, "rejected", mentions="REQ-2"),
        requirements="REQ-1 REQ-2",
    )
    (told,) = findings(ledger, LOUD)
    assert "only decisions that are not in force answer it: ADR-2, ADR-3 [" in told
