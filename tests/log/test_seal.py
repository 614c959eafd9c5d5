"""Seals: what breaks one, how its file reads, and how a log stands to it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.decision import Decision
from sphinx_adr.log.seal import Seal, compare, fingerprint, parse_seal

from .records import adr, labels, log


@pytest.mark.parametrize(
    "passages",
    [
        ["We store events", "in “ClickHouse” – for now."],
        ["We   store\nevents in", '"ClickHouse" - for now.'],
        ["We store events in", "", '"ClickHouse" -- for now.'],
    ],
)
def test_how_a_text_is_set_does_not_matter(passages):
    assert fingerprint(passages) == fingerprint(['We store events in "ClickHouse" - for now.'])


@pytest.mark.parametrize(
    "text", ["We store no events.", "We store events", "we store events.", "Events. We store", ""]
)
def test_a_word_does(text):
    assert fingerprint([text]) != fingerprint(["We store events."])


def sealable(number: int, text: str = "a", status: str = "accepted", **fields: object) -> Decision:
    return replace(adr(number, status, **fields), fingerprint=fingerprint([text]))


def test_the_file_has_a_line_for_each_record_and_ends_alike():
    seal = Seal().sealing([sealable(10), sealable(9), sealable(2)])
    lines = seal.dump().splitlines()
    assert lines[0] == "{"
    assert [line.partition(":")[0] for line in lines[1:-2]] == ['"ADR-2"', '"ADR-9"', '"ADR-10"']
    assert lines[-2:] == ['"format_version": 1', "}"]
    assert all(line.endswith(",") for line in lines[1:-2])


@given(st.dictionaries(st.from_regex(r"[A-Z]{1,4}-[0-9]{1,4}", fullmatch=True), st.text()))
def test_what_is_written_is_read(texts):
    seal = Seal({name: fingerprint([text]) for name, text in texts.items()})
    read = parse_seal(seal.dump())
    assert (read.prints, read.problems, read.exists) == (seal.prints, (), True)
    assert read.dump() == seal.dump()
    assert json.loads(seal.dump())["format_version"] == 1
    lines = seal.dump().splitlines()
    assert all(name in lines[line - 1] for name, line in read.lines.items())


def test_a_union_of_lines_is_read():
    ours, theirs = (Seal().sealing([sealable(1), sealable(n)]).dump().splitlines() for n in (2, 3))
    merged = "\n".join([*ours[:-2], *(line for line in theirs if line not in ours), *ours[-2:]])
    assert set(parse_seal(merged).prints) == {"ADR-1", "ADR-2", "ADR-3"}
    assert parse_seal(merged).problems == ()


def test_two_seals_for_one_decision_are_a_problem():
    text = Seal().sealing([sealable(1)]).dump()
    other = Seal().sealing([sealable(1, "b")]).dump().splitlines()[1]
    (problem,) = parse_seal(text.replace("{\n", "{\n" + other + "\n")).problems
    assert "ADR-1 twice" in problem.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("[]", 0),
        ("nothing", 1),
        ('{\n"ADR-1": "x"\n"ADR-2": "y"}', 3),
        ('{"format_version": 2}', 1),
        ('{\n"ADR-1": null\n}', 2),
        ("[" * 100_000, 0),
    ],
)
def test_what_is_no_seal(text, line):
    read = parse_seal(text)
    assert [problem.line for problem in read.problems] == [line]
    assert not read.prints
    assert read.exists


def test_a_byte_order_mark_and_other_line_ends_are_read():
    text = Seal().sealing([sealable(1)]).dump()
    assert parse_seal("\ufeff" + text.replace("\n", "\r\n")).prints == parse_seal(text).prints


def test_how_a_log_stands_to_its_seal():
    seal = Seal().sealing([sealable(n) for n in (1, 2, 3, 4, 5, 9)])
    ledger = log(
        sealable(1),
        sealable(2, "b"),
        sealable(3, status="superseded"),
        sealable(44, formerly="ADR-4"),
        sealable(6),
        sealable(7, status="proposed"),
        sealable(8),
        sealable(8, at="copy"),
    )
    found = compare(ledger, seal, {"ADR-9"})
    assert labels(found.changed) == ["ADR-2"]
    assert labels(found.kept) == ["ADR-1", "ADR-3", "ADR-44"]
    assert labels(found.unsealed) == ["ADR-6"]
    assert found.lost == ("ADR-5",)


def test_sealing_again_forgets_former_ids():
    seal = Seal().sealing([sealable(4), sealable(5)]).sealing([sealable(44, "b", formerly="ADR-4")])
    assert set(seal.prints) == {"ADR-5", "ADR-44"}
    assert seal.of(sealable(44, "b")) == fingerprint(["b"])
