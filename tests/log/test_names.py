"""What a name can mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.names import shown_name
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
    assert [decision.id for decision in replace(LOG).find(name)] == found


def test_an_exact_id_goes_before_the_same_spelled_otherwise():
    ledger = log(adr("ADR-1"), adr("adr-01", at="b"))
    assert labels(ledger.find("adr-01")) == ["adr-01"]
    assert labels(ledger.find("ADR-001")) == ["ADR-1", "adr-01"]


def test_a_former_id_goes_before_an_id_spelled_otherwise():
    ledger = log(adr("X-1", formerly="OLD-1"), adr("old-01"))
    assert labels(ledger.find("OLD-1")) == ["X-1"]
    assert labels(ledger.find("Old-1")) == ["old-01"]


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


CROWD = [f"{number:08x}" for number in range(500)]


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("ADR-0103", "ADR-0013", True),
        ("ADR-013", "ADR-0013", True),
        ("ADR-00133", "ADR-0013", True),
        ("ADR-0014", "ADR-0013", True),
        ("adr-0014", "ADR-0013", True),
        ("AD-0013", "ADR-0013", True),
        ("DAR-0013", "ADR-0013", True),
        ("ADR-0013", "ADR-0013", True),
        # one letter lies elsewhere, or one is lost at one end and one gained at the other
        ("ADR-0130", "ADR-0013", False),
        ("ADR-2213", "ADR-1223", False),
        ("ADR-12", "ADR-31", False),
        ("ADR-31", "ADR-12", False),
        # two letters
        ("ADR-13", "ADR-0013", False),
        ("ADR-001399", "ADR-0013", False),
        ("ADR-0099", "ADR-0013", False),
    ],
)
def test_a_slip_of_the_finger_is_found_in_a_crowd(name, known, near):
    assert Nearest([*CROWD, known]).to(name) == (known if near else None)
    assert Nearest([known, *CROWD]).to(name) == (known if near else None)


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("ADR-0099", "ADR-0001", False),
        ("adr-99", "ADR-0001", False),
        ("ADR-2.10", "ADR-2.31", False),
        ("ADR-13", "ADR-0013", True),
        ("ADR-00100", "ADR-100", True),
        ("PRD-PAY-0001", "PRD-0001", True),
        ("Keep files", "Keep fields", True),
    ],
)
def test_another_number_is_another_name(name, known, near):
    """Also among few, where names are looked for that lie farther away."""
    assert Nearest([known]).to(name) == (known if near else None)


def test_a_name_is_not_meant_by_itself():
    for others in ([], CROWD):
        names = Nearest(["ADR-1", "ADR-2", *others])
        assert names.to("ADR-1", besides="ADR-1") != "ADR-1"
        assert names.hint("ADR-3", besides="ADR-2") == "; did you mean ADR-1?"
        assert names.hint("ADR-3", besides="ADR-1") in ("; did you mean ADR-2?", "")
        assert names.hint("nothing of that kind") == ""


def test_far_names_are_looked_for_among_few_only():
    assert Nearest(["PRD-PAY-REQ-1"]).to("PRD-REQ-1") == "PRD-PAY-REQ-1"
    assert Nearest(["PRD-PAY-REQ-1", *map(str, range(500))]).to("PRD-REQ-1") is None


FILES = log(
    adr(1, at="a/decisions/0001-storage"),
    adr(2, at="b/decisions/0001-storage"),
    adr(3, at="a/c/0003-cache"),
    adr(4, at="a/log", anchor="four", anchors=("context",)),
    adr(5, at="a/log", anchor="five", parts="context"),
    adr(6, at="x/y/same"),
    adr(7, at="z/y/same"),
    adr(8, at="top"),
    adr(10, at="a/s"),
    adr(11, at="x/a/s"),
    adr(12, at="XML"),
    adr("", at="titled", title="Events  in ClickHouse"),
    adr("", at="bare", title=""),
)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a/decisions/0001-storage", "ADR-1"),
        ("a/decisions/0001-storage.md", "ADR-1"),
        ("b/decisions/0001-storage.md#anything", "ADR-2"),
        ("old/a/decisions/0001-storage", "ADR-1"),
        ("old/b/decisions/0001-storage.html", "ADR-2"),
        ("decisions/0001-storage", ""),
        ("0001-storage", ""),
        ("elsewhere/0001-storage", ""),
        ("anywhere/0003-cache.txt", "ADR-3"),
        ("0003-cache", "ADR-3"),
        ("w/y/same", ""),
        ("z/w/same", ""),
        ("x/same", ""),
        ("a/log", "ADR-4 ADR-5"),
        ("a/log#five", "ADR-5"),
        ("a/log#four", "ADR-4"),
        ("a/log#context", "ADR-4"),
        ("a/log#nothing", "ADR-4 ADR-5"),
        ("a/log#", "ADR-4 ADR-5"),
        ("b/log#five", "ADR-5"),
        ("top#other", "ADR-8"),
        ("/top", "ADR-8"),
        ("/a/s", "ADR-10"),
        ("a/s", "ADR-10"),
        ("b/x/a/s", "ADR-11"),
        ("XML", "ADR-12"),
        ("nothing", ""),
        ("", ""),
    ],
)
def test_a_path_is_a_document_there_or_the_one_that_fits_best(path, found):
    assert labels(replace(FILES).find(f"/{path}")) == found.split()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("0003-cache", "ADR-3"),
        ("0003-cache.md", "ADR-3"),
        ("0001-storage", ""),
        ("#3", "ADR-3"),
        ("0003", "ADR-3"),
        (" 3 ", "ADR-3"),
        ("99", ""),
        ("1234567890", ""),
        ("events in  CLICKHOUSE", "Events  in ClickHouse"),
        ("title of adr-8", "ADR-8"),
        ("   ", ""),
        ("", ""),
    ],
)
def test_a_name_is_a_file_a_number_or_a_title(name, found):
    assert labels(replace(FILES).find(name)) == ([found] if found else [])


def test_a_label_leads_to_its_place():
    labelled = {"here": ("a/log", "five"), "there": ("top", "")}
    ledger = Ledger(FILES.decisions, labels=labelled)
    assert labels(ledger.find("label:here")) == ["ADR-5"]
    assert labels(ledger.find("label:there")) == ["ADR-8"]
    assert labels(ledger.find("label:ADR-3")) == ["ADR-3"]
    assert labels(ledger.find("label:nothing")) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [("label:a", "a"), ("/a/b.md", "a/b.md"), ("ADR-1", "ADR-1"), ("a/label:b", "a/label:b"), ("a/", "a/")],
)
def test_a_name_is_shown_as_its_author_knows_it(name, shown):
    assert shown_name(name) == shown
