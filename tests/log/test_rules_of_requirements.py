"""What is said of requirements that no decision answers any more, or none ever did."""

from __future__ import annotations

from .records import adr, log
from .test_rules import findings, on

LOUD = on("requirement-uncovered")


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
