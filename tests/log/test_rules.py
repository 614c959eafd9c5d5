"""What is found wrong with a whole log, in which words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given

from sphinx_adr.log.coverage import read_coverage
from sphinx_adr.log.dates import last_day
from sphinx_adr.log.decision import AuthoredLink
from sphinx_adr.log.finding import Place
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.rules.checks import check
from sphinx_adr.log.rules.circumstances import Circumstances
from sphinx_adr.log.rules.policy import Policy, read_policy
from sphinx_adr.log.vocabulary import UNKNOWN_STATUS, LinkKind

from .records import adr, decisions, log, outside, required

AS_IT_COMES = Policy()


def findings(ledger: Ledger, policy: Policy = AS_IT_COMES, **known: object) -> list[str]:
    ledger = replace(ledger)  # derives all of it again
    found = check(ledger, read_coverage(ledger), Circumstances(**known))  # type: ignore[arg-type]
    return [f"{f.place}: {f.message} [{f.code}]" for f in policy.reported(found, ledger)]


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        (log(adr(1), adr(2, supersedes="ADR-1"), adr(3, "proposed", supersedes="ADR-2")), []),
        (log(adr(1, superseded_by="x:ADR-1"), outsiders=outside("x:ADR-1")), []),
        (
            log(adr(1, at="a"), adr(1, at="b", line=7)),
            ["b.rst:7: ADR-1 is already declared at a, line 1 [id-duplicate]"],
        ),
        (
            log(adr(1, at="a", supersedes="ADR-1")),
            ["a.rst:1: ADR-1 supersedes itself; the link is left out [link-self]"],
        ),
        (
            log(adr(1, at="a", relates_to="RFC-77")),
            ["a.rst:1: ADR-1 relates to RFC-77, which does not exist [link-dangling]"],
        ),
        (
            log(adr(14, at="a", superseded_by="ADR-114")),
            ["a.rst:1: ADR-14 is superseded by ADR-114, which does not exist [link-dangling]"],
        ),
        (
            log(adr(14, at="a"), adr(15, at="b", supersedes="ADR-114")),
            [
                "b.rst:1: ADR-15 supersedes ADR-114, which does not exist; did you mean ADR-14? [link-dangling]"
            ],
        ),
        (
            log(adr(4, parts="context retention"), adr(13, at="a", amends="ADR-4#storage")),
            [
                "a.rst:1: ADR-13 amends ADR-4#storage, which has no such part; its parts are: context, retention [link-dangling]"
            ],
        ),
        (
            log(adr(1, at="a"), adr(1, at="b"), adr(2, at="c", amends="ADR-1")),
            [
                "b.rst:1: ADR-1 is already declared at a, line 1 [id-duplicate]",
                "c.rst:1: ADR-2 amends ADR-1, which is declared more than once: a, line 1 and b, line 1 [link-ambiguous]",
            ],
        ),
        (
            log(adr(1, at="a", supersedes="ADR-2"), adr(2, at="b", supersedes="ADR-1")),
            [
                "a.rst:1: ADR-1, ADR-2 supersede each other in a circle; nothing is derived from it [link-cycle]"
            ],
        ),
        (
            log(adr(1, at="a", addresses="REQ-22", mentions="REQ-3"), requirements="REQ-2"),
            [
                "a.rst:1: ADR-1 addresses REQ-22, which no source declares; did you mean REQ-2? [requirement-unknown]"
            ],
        ),
        (log(adr(1, addresses="REQ-22")), []),
        (
            Ledger([], [required("REQ-1", at="b"), required("REQ-1", at="a")]),
            ["b.rst:1: requirement REQ-1 is already declared at a, line 1 [requirement-duplicate]"],
        ),
        (
            log(adr(1, at="a", amended_by="ADR-114")),
            ["a.rst:1: ADR-1 is amended by ADR-114, which does not exist [link-dangling]"],
        ),
        (
            log(adr(4), adr(13, at="a", amends="ADR-4#storage")),
            [
                "a.rst:1: ADR-13 amends ADR-4#storage, which has no such part; its parts are: none [link-dangling]"
            ],
        ),
    ],
)
def test_a_rule_says_what_is_wrong_and_where(ledger, expected):
    assert findings(ledger) == expected


@pytest.mark.parametrize("source", ["/home/a/reqs.json", "C:\\a\\reqs.json", "reqs.json"])
def test_a_requirement_from_a_file_is_known_by_the_name_of_the_file(source):
    """Where the file lies differs from machine to machine."""
    first = replace(required("REQ-1"), docname=None, place=Place(source, 3))
    assert findings(Ledger([], [first, required("REQ-1", at="a")])) == [
        "a.rst:1: requirement REQ-1 is already declared at reqs.json, line 3 [requirement-duplicate]"
    ]


@pytest.mark.parametrize(
    ("target", "code"),
    [("ADR-1", "link-self"), ("ADR-9", "link-dangling"), ("ADR-2", "link-ambiguous")],
)
def test_a_wrong_link_is_told_on_its_line_and_is_of_its_author(target, code):
    def found(line: int) -> list[tuple[str, object]]:
        link = AuthoredLink(LinkKind.AMENDS, target, line=line)
        ledger = log(replace(adr(1, at="a", line=5), links=(link,)), adr(2, at="b"), adr(2, at="c"))
        told = check(ledger, read_coverage(ledger), Circumstances())
        return [(str(finding.place), finding.record) for finding in told if finding.code == code]

    assert found(7) == [("a.rst:7", ("a", "adr-1"))]
    assert found(0) == [("a.rst:5", ("a", "adr-1"))]


CONTRADICTIONS = [
    (
        log(adr(1, "superseded", at="a"), adr(2, "proposed", supersedes="ADR-1")),
        [
            "a.rst:1: ADR-1 calls itself superseded, but ADR-2, which would replace it, is not accepted [link-premature]"
        ],
    ),
    (log(adr(1, at="a"), adr(2, "proposed", supersedes="ADR-1")), []),
    (log(adr(1, "superseded"), adr(2, supersedes="ADR-1"), adr(3, "proposed", supersedes="ADR-1")), []),
    (
        log(adr(1, "superseded", at="a"), adr(2, "rejected", supersedes="ADR-1")),
        ["a.rst:1: ADR-1 calls itself superseded, but ADR-2 is rejected [link-contradictory]"],
    ),
    (
        log(adr(1, "superseded", at="a", parts="retention"), adr(2, supersedes="ADR-1#retention")),
        ["a.rst:1: ADR-1 calls itself superseded, but ADR-2 replaces only a part of it [link-contradictory]"],
    ),
    (
        log(adr(1, at="a", superseded_by="ADR-2"), adr(2, amends="ADR-1")),
        [
            "a.rst:1: ADR-1 says that ADR-2 supersedes it, but ADR-2 says that it only amends it [link-contradictory]"
        ],
    ),
    (
        log(adr(1, at="a", amended_by="ADR-2"), adr(2, supersedes="ADR-1")),
        [
            "a.rst:1: ADR-1 says that ADR-2 only amends it, but ADR-2 says that it supersedes it [link-contradictory]"
        ],
    ),
    (log(adr(1), adr(2, supersedes="ADR-1", amends="ADR-1")), []),
    (
        log(adr(1, "superseded", at="a")),
        [
            "a.rst:1: ADR-1 calls itself superseded, and no decision replaces it [superseded-without-successor]"
        ],
    ),
    (log(adr(1, "superseded", superseded_by="x:ADR-1"), outsiders=outside("x:ADR-1")), []),
    (
        log(adr(1, "superseded", at="a", superseded_by="ADR-1")),
        ["a.rst:1: ADR-1 supersedes itself; the link is left out [link-self]"],
    ),
    (
        log(adr(1, "superseded", at="a", relates_to="ADR-1")),
        [
            "a.rst:1: ADR-1 relates to itself; the link is left out [link-self]",
            "a.rst:1: ADR-1 calls itself superseded, and no decision replaces it [superseded-without-successor]",
        ],
    ),
    (
        log(adr(1, "superseded", at="a", supersedes="ADR-2"), adr(2)),
        [
            "a.rst:1: ADR-1 calls itself superseded, and no decision replaces it [superseded-without-successor]"
        ],
    ),
    (
        log(
            adr(1, at="a"), adr(2, conflicts_with="ADR-1", at="b"), adr(3, "rejected", conflicts_with="ADR-1")
        ),
        ["b.rst:1: ADR-2 conflicts with ADR-1, and both are in force [conflict-in-force]"],
    ),
    (log(adr(1), adr(2, conflicts_with="ADR-1"), adr(3, supersedes="ADR-1")), []),
]


CONTRADICTIONS += [
    # what comes before does not hide what comes after
    (
        log(
            adr(1),
            adr(2, "superseded"),
            adr(3, supersedes="ADR-2"),
            adr(4, "superseded", at="d"),
            adr(5, "rejected", supersedes="ADR-4"),
        ),
        ["d.rst:1: ADR-4 calls itself superseded, but ADR-5 is rejected [link-contradictory]"],
    ),
    (
        log(
            adr(1, supersedes="ADR-9"),
            adr(2, at="b", superseded_by="ADR-3"),
            adr(3, amends="ADR-2", supersedes="ADR-8"),
            adr(8),
            adr(9),
        ),
        [
            "b.rst:1: ADR-2 says that ADR-3 supersedes it, but ADR-3 says that it only amends it [link-contradictory]"
        ],
    ),
    # one side amends, the other replaces a part of it
    (log(adr(1, parts="a", amended_by="ADR-2"), adr(2, supersedes="ADR-1#a")), []),
    # what is wrong with a link is told once
    (
        log(adr(1, "superseded", at="a", superseded_by="ADR-99")),
        ["a.rst:1: ADR-1 is superseded by ADR-99, which does not exist [link-dangling]"],
    ),
    (
        log(adr(1, "superseded", at="a", superseded_by="ADR-2"), adr(2, at="b"), adr(2, at="c")),
        [
            "c.rst:1: ADR-2 is already declared at b, line 1 [id-duplicate]",
            "a.rst:1: ADR-1 is superseded by ADR-2, which is declared more than once: b, line 1 and c, line 1 [link-ambiguous]",
        ],
    ),
    (
        log(adr(1, "superseded", at="a", supersedes="ADR-2"), adr(2, "superseded", supersedes="ADR-1")),
        ["a.rst:1: ADR-1, ADR-2 supersede each other in a circle; nothing is derived from it [link-cycle]"],
    ),
    (
        log(adr(14, "superseded"), adr(15, at="b", supersedes="ADR-114")),
        ["b.rst:1: ADR-15 supersedes ADR-114, which does not exist; did you mean ADR-14? [link-dangling]"],
    ),
    (
        log(adr(14, "superseded", at="a"), adr(15, at="b", amends="ADR-114")),
        [
            "b.rst:1: ADR-15 amends ADR-114, which does not exist; did you mean ADR-14? [link-dangling]",
            "a.rst:1: ADR-14 calls itself superseded, and no decision replaces it [superseded-without-successor]",
        ],
    ),
]


@pytest.mark.parametrize(("ledger", "expected"), CONTRADICTIONS)
def test_supersessions_that_do_not_add_up(ledger, expected):
    assert findings(ledger) == expected


def on(*codes: str) -> Policy:
    return read_policy(dict.fromkeys(codes, "warning"), None, (), pinned=True)


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        (
            log(adr("ADR-0001"), adr("ADR-0003", at="a")),
            ["a number is missing between ADR-0001 and ADR-0003"],
        ),
        (log(adr(1), adr(5)), ["3 numbers are missing between ADR-1 and ADR-5"]),
        (log(adr(1), adr(3, formerly="ADR-2")), []),
        (log(adr("20240101-a-title"), adr("20240501-b-title")), []),
        (log(adr("ADR-20240101"), adr("ADR-20240501")), []),
        (log(adr(1), adr(4)), ["2 numbers are missing between ADR-1 and ADR-4"]),
        (log(adr(1), adr("OPS-3")), []),
        (log(adr(4), adr(5)), []),
        (log(adr(1), adr(1), adr(2)), []),
    ],
)
def test_gaps(ledger, expected):
    assert [
        line.partition(": ")[2].rpartition(" [")[0]
        for line in findings(ledger, on("id-gap"))
        if "id-gap" in line
    ] == expected


def test_hidden_decisions_leave_no_gap():
    assert findings(log(adr(1), adr(3)), on("id-gap"), hidden=frozenset({"ADR-2"})) == []


@pytest.mark.parametrize(
    ("docname", "identifier", "title", "disagrees"),
    [
        ("d/0013-clickhouse", "ADR-0013", "ClickHouse for events", False),
        ("d/0013-use-of-clickhouses", "ADR-0013", "ClickHouse for events", False),
        ("d/0013-postgresql-for-events", "ADR-0013", "ClickHouse for events", True),
        ("d/0013-clickhouse", "ADR-0014", "ClickHouse for events", True),
        ("d/adr-13", "ADR-0013", "ClickHouse for events", False),
        ("d/2025-11-04-postgresql", "ADR-0013", "ClickHouse for events", False),
        ("d/storage", "ADR-0013", "ClickHouse for events", False),
        ("d/e/0013-clickhouse", "ADR-0013", "ClickHouse for events", False),
        ("d/0013-events", "ADR-0013", "ClickHouse for events", False),
        ("d/0013-java", "ADR-0013", "Kotlin", True),
        ("d/0013-in-c", "ADR-0013", "Kotlin", False),
        ("d/2-ldap2-gateway", "ADR-2", "Gateway", True),
        # of three words two are strange, or one
        ("d/0013-alpha-bravo-charlie", "ADR-0013", "Charlie", True),
        ("d/0013-alpha-bravo-charlie", "ADR-0013", "Bravo Charlie", False),
    ],
)
def test_names_of_files(docname, identifier, title, disagrees):
    ledger = log(adr(identifier, at=docname, title=title))
    assert bool(findings(ledger, on("title-disagrees"))) is disagrees
    beside = log(adr(identifier, at=docname, title=title), adr("OPS-1", at=docname, title="Another"))
    assert findings(beside, on("title-disagrees")) == []


def test_a_name_of_a_file_is_told_without_its_folders():
    def told(number: int) -> list[str]:
        ledger = log(adr(number, at="docs/adr/0013-use-postgresql", title="ClickHouse", source="a.rst"))
        return findings(ledger, on("title-disagrees"))

    assert told(13) == [
        "a.rst:1: the file '0013-use-postgresql' and the title 'ClickHouse' do not share 'postgresql' [title-disagrees]"
    ]
    assert told(14) == [
        "a.rst:1: the file '0013-use-postgresql' has another number than its decision, ADR-14 [title-disagrees]"
    ]


@pytest.mark.parametrize(
    ("date", "last"),
    [
        ("2025", "2025-12-31"),
        ("2025-02", "2025-02-28"),
        ("2024-02", "2024-02-29"),
        ("2025-12", "2025-12-31"),
        ("2025-03-04", "2025-03-04"),
        ("9999", "9999-12-31"),
        ("9999-12", "9999-12-31"),
    ],
)
def test_the_last_day_of_a_date(date, last):
    assert last_day(date).isoformat() == last


@pytest.mark.parametrize(
    ("review", "status", "overdue"),
    [
        ("2025-12-31", "accepted", True),
        ("2025-12", "accepted", True),
        ("2026", "accepted", False),
        ("2026-01-01", "accepted", False),
        ("2025-12-31", "proposed", True),
        ("2025-12-31", "deprecated", False),
    ],
)
def test_reviews(review, status, overdue):
    ledger = log(adr(1, status, review=review))
    assert bool(findings(ledger, on(), today=dt.date(2026, 1, 1))) is overdue


@pytest.mark.parametrize(
    ("status", "date", "days", "late"),
    [
        ("proposed", "2025-11-01", 60, True),
        ("proposed", "2025-11-02", 60, False),
        ("accepted", "2025-01-01", 60, False),
        ("proposed", None, 60, False),
        ("proposed", "2020", None, False),
        ("draft", "2025", 0, True),
    ],
)
def test_proposals_that_wait(status, date, days, late):
    ledger = log(adr(1, status, date=date))
    assert bool(findings(ledger, on(), today=dt.date(2026, 1, 1), proposed_days=days)) is late


def test_a_policy_asks_for_codes_that_are_off():
    ledger = log(adr(1, UNKNOWN_STATUS))
    found = list(check(ledger, read_coverage(ledger), Circumstances()))
    assert [f.code for f in Policy().reported(found, ledger)] == []
    assert [f.code for f in Policy().reported(found, ledger, {"status-missing"})] == ["status-missing"]


def test_what_needs_circumstances_is_left_out_without_them():
    ledger = log(adr(1), adr(3))
    rows = read_coverage(ledger)
    assert "id-gap" not in [f.code for f in check(ledger, rows)]
    assert "id-gap" in [f.code for f in check(ledger, rows, Circumstances())]


@given(decisions())
def test_a_record_is_told_once_that_it_is_not_superseded(records):
    ledger = log(*records)
    found = list(check(ledger, read_coverage(ledger), Circumstances()))
    said = [finding.place for finding in found if "calls itself" in finding.message]
    assert len(set(said)) == len(said)


@given(decisions())
def test_every_log_can_be_checked(records):
    ledger = log(*records, requirements="REQ-1")
    found = findings(ledger)
    for state, code in (("dangling", "link-dangling"), ("ambiguous", "link-ambiguous")):
        assert sum(code in line for line in found) == sum(link.state == state for link in ledger.links)
