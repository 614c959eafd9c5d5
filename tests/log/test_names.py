"""What a name can mean."""

from __future__ import annotations

import pytest

from sphinx_adr.log.nearest import Nearest

from .records import adr, labels, log

LOG = log(
    adr("ADR-0013", at="decisions/0013-clickhouse"),
    adr("ADR-0007", at="decisions/0007", formerly="RFC-3 DB-1"),
    adr("RFC-3", at="rfcs"),
    adr("PAY-1", at="all"),
    adr("PAY-2", at="all"),
    adr("", at="unnamed"),
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ADR-0013", ["ADR-0013"]),
        ("adr-13", ["ADR-0013"]),
        ("ADR 13", ["ADR-0013"]),
        ("ADR13", ["ADR-0013"]),
        ("DB-1", ["ADR-0007"]),
        ("db_01", ["ADR-0007"]),
        ("RFC-3", ["RFC-3"]),
        ("decisions/0013-clickhouse", ["ADR-0013"]),
        ("/decisions/0013-clickhouse.md", ["ADR-0013"]),
        ("decisions/0013-clickhouse.rst", ["ADR-0013"]),
        ("all", ["PAY-1", "PAY-2"]),
        ("unnamed", [""]),
        ("ADR-001", []),
        ("", []),
        ("other:ADR-0013", []),
    ],
)
def test_a_name_is_an_id_a_former_one_either_spelled_otherwise_or_a_document(name, found):
    assert [decision.id for decision in LOG.find(name)] == found


def test_an_exact_id_goes_before_the_same_spelled_otherwise():
    ledger = log(adr("ADR-1"), adr("adr-01", at="b"))
    assert labels(ledger.find("adr-01")) == ["adr-01"]
    assert labels(ledger.find("ADR-001")) == ["ADR-1", "adr-01"]


def test_decisions_sort_by_id_then_by_place():
    ledger = log(
        adr("", at="z"),
        adr(10),
        adr(9, at="b", line=1),
        adr(9, at="a", line=20, anchor="x"),
        adr(9, at="a", line=3, anchor="y"),
    )
    assert [(d.id, d.docname, d.place.line) for d in ledger] == [
        ("ADR-9", "a", 3),
        ("ADR-9", "a", 20),
        ("ADR-9", "b", 1),
        ("ADR-10", "decisions/adr-10", 1),
        ("", "z", 1),
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("ADR-0103", "ADR-0013"),
        ("ADR-013", "ADR-0013"),
        ("ADR-00133", "ADR-0013"),
        ("ADR-0014", "ADR-0013"),
        ("AD-0013", "ADR-0013"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_a_slip_away(name, near):
    assert Nearest(["ADR-0013", "PAY-99999"]).to(name) == near


def test_far_names_are_looked_for_among_few_only():
    assert Nearest(["PRD-PAY-REQ-1"]).to("PRD-REQ-1") == "PRD-PAY-REQ-1"
    assert Nearest(["PRD-PAY-REQ-1", *map(str, range(500))]).to("PRD-REQ-1") is None
