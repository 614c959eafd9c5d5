"""The log as it stood on a day in the past."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.history import as_of, known_since
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.links import key_of
from sphinx_adr.log.vocabulary import Phase

from .records import adr, decisions, labels, log, one, outside, standing, stated

LATE = dt.date(2030, 1, 1)


def then(day: str, *records, **more) -> dict[str, str]:
    return standing(as_of(log(*records, **more), dt.date.fromisoformat(day)))


CASES = {
    "decided later": ("2024-06-01", [adr(1, date="2024-06-01"), adr(2, date="2024-06-02")], "1 accepted"),
    "superseded later": (
        "2024-12-31",
        [adr(1, date="2024-01-01"), adr(2, date="2025-01-01", supersedes="ADR-1")],
        "1 accepted",
    ),
    "superseded that day": (
        "2025-01-01",
        [adr(1, date="2024-01-01"), adr(2, date="2025-01-01", supersedes="ADR-1")],
        "1 superseded, 2 accepted",
    ),
    "calls itself superseded because of a later one": (
        "2024-12-31",
        [
            adr(1, "superseded", date="2024-01-01", superseded_by="ADR-2", status_text="Superseded by ADR-2"),
            adr(2, date="2025-01-01"),
        ],
        "1 accepted",
    ),
    "calls itself superseded, and nothing says by what": (
        "2024-12-31",
        [adr(1, "superseded", date="2024-01-01"), adr(2, date="2025-01-01")],
        "1 superseded",
    ),
    "deprecated, and replaced later": (
        "2024-12-31",
        [adr(1, "deprecated", date="2024-01-01"), adr(2, date="2025-01-01", supersedes="ADR-1")],
        "1 deprecated",
    ),
    "superseded by what was superseded since": (
        "2025-06-01",
        [
            adr(1, "superseded", date="2024-01-01"),
            adr(2, "superseded", date="2025-01-01", supersedes="ADR-1"),
            adr(3, date="2026-01-01", supersedes="ADR-2"),
        ],
        "1 superseded, 2 accepted",
    ),
    "a fork of which one side was there": (
        "2025-01-01",
        [
            adr(1, date="2024-01-01"),
            adr(2, date="2025-01-01", supersedes="ADR-1"),
            adr(3, date="2026-01-01", supersedes="ADR-1"),
        ],
        "1 superseded, 2 accepted",
    ),
    "a month and a year count from their ends": (
        "2024-12-30",
        [adr(1, date="2024"), adr(2, date="2024-12"), adr(3, date="2024-11")],
        "3 accepted",
    ),
    "without a date": ("2024-12-31", [adr(1), adr(2, date_text="soon")], ""),
    "without a date, before one that has one": (
        "2024-12-31",
        [adr(1), adr(2, amends="ADR-1"), adr(3, date="2024-05-01", supersedes="ADR-2")],
        "1 accepted, 2 superseded, 3 accepted",
    ),
    "without a date, before one that was not there yet": (
        "2024-04-30",
        [adr(1), adr(3, date="2024-05-01", supersedes="ADR-1")],
        "",
    ),
    "replaced by one without a date": (
        "2024-12-31",
        [adr(1, "superseded", date="2024-01-01"), adr(2, supersedes="ADR-1")],
        "1 accepted",
    ),
    "without a date, and only related to one that has one": (
        "2024-12-31",
        [adr(1), adr(2, date="2024-01-01", relates_to="ADR-1", depends_on="ADR-1")],
        "2 accepted",
    ),
    "without a date, before several: the earliest tells": (
        "2024-12-31",
        [adr(1), adr(2, date="2025-01-01", amends="ADR-1"), adr(3, date="2024-01-01", amends="ADR-1")],
        "1 accepted, 3 accepted",
    ),
    "only proposed": (
        "2025-01-01",
        [adr(1, date="2024-01-01"), adr(2, "proposed", date="2025-01-01", supersedes="ADR-1")],
        "1 accepted, 2 proposed",
    ),
    "rejected": ("2025-01-01", [adr(1, "rejected", date="2024-01-01")], "1 rejected"),
}


@pytest.mark.parametrize("case", CASES)
def test_how_decisions_stood(case: str) -> None:
    day, records, expected = CASES[case]
    stood = [f"{label.removeprefix('ADR-')} {status}" for label, status in then(day, *records).items()]
    assert ", ".join(stood) == expected


def test_what_the_author_said_since_is_left_out() -> None:
    past = as_of(
        log(
            adr(1, "superseded", date="2024-01-01", status_text="Superseded by ADR-2", relates_to="ADR-2"),
            adr(2, date="2025-01-01", supersedes="ADR-1"),
        ),
        dt.date(2024, 2, 1),
    )
    (decision,) = past
    assert (decision.status_text, stated(past), past.today) == (None, [], "2024-02-01")
    assert decision.phase is Phase.IN_FORCE


@pytest.mark.parametrize("successor", ["ADR-2", "other:ADR-2"])
def test_what_the_author_said_stays_where_it_was_so_already(successor: str) -> None:
    said = "Superseded, see the minutes"
    ledger = log(
        adr(1, "superseded", date="2024-01-01", status_text=said, superseded_by=f"{successor} ADR-3"),
        adr(2, date="2024-02-01"),
        adr(3, date="2025-01-01"),
        outsiders=outside("other:ADR-2"),
    )
    found = one(as_of(ledger, dt.date(2024, 3, 1)), 1)
    assert (found.status, found.status_text) == ("superseded", said)


def test_what_leads_nowhere_today_stays() -> None:
    assert stated(as_of(log(adr(1, date="2024", relates_to="ADR-9")), LATE)) == [
        "ADR-1 relates-to ADR-9 (dangling)"
    ]


def test_another_documentation_has_no_dates_here() -> None:
    records = [adr(1, "superseded", date="2024-01-01", superseded_by="other:ADR-2")]
    assert then("2024-02-01", *records, outsiders=outside("other:ADR-2")) == {"ADR-1": "superseded"}

    both = [
        adr(1, "superseded", date="2024-01-01", superseded_by="other:ADR-2 ADR-2"),
        adr(2, date="2025-01-01", supersedes="other:ADR-7"),
    ]
    assert then("2024-02-01", *both, outsiders=outside("other:ADR-2")) == {"ADR-1": "superseded"}
    ledger = log(*both, outsiders=outside("other:ADR-2") | outside("other:ADR-7"))
    assert set(known_since(ledger)) == {key_of(decision) for decision in ledger}


# -- properties -------------------------------------------------------------------------------------------

DAYS = st.dates(dt.date(2023, 12, 30), dt.date(2025, 2, 1))


@given(decisions(), DAYS, DAYS)
def test_the_log_only_grows(records, day: dt.date, other: dt.date) -> None:
    ledger, (before, after) = Ledger(records), sorted((day, other))
    earlier, later = ({key_of(d) for d in as_of(ledger, day)} for day in (before, after))
    assert earlier <= later <= {key_of(d) for d in ledger}


@given(decisions(), DAYS)
def test_what_is_shown_was_there(records, day: dt.date) -> None:
    ledger = Ledger(records)
    since = known_since(ledger)
    assert {key_of(d) for d in as_of(ledger, day)} == {key for key, known in since.items() if known <= day}


@given(decisions())
def test_in_the_end_everything_that_has_a_date_stands_as_it_does_now(records) -> None:
    dated = Ledger([replace(decision, date=decision.date or "2024") for decision in records])
    past = as_of(dated, LATE)
    assert labels(past) == labels(dated)
    assert (standing(past), stated(past)) == (standing(dated), stated(dated))


@given(decisions(), DAYS)
def test_looking_back_twice_is_looking_back_once(records, day: dt.date) -> None:
    past = as_of(Ledger(records), day)
    dated = Ledger([replace(d, date=d.date or day.isoformat()) for d in past])
    assert standing(as_of(dated, day)) == standing(dated)
