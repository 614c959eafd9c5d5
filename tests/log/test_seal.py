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

ZEROS, ONES, GREAT = "0" * 32, "1" * 32, "G" * 32


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


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("nothing", [("is no JSON: Expecting value: line 1 column 1 (char 0)", 1)]),
        ("[]", [("is no JSON object", 0)]),
        ('{"format_version": 2}', [("has the format 2; this version knows 1", 1)]),
        ('{"a": {"format_version": 3}, "format_version": [4]}', [("has the format [4]; this version knows 1", 0)]),
        ('{\n"a b": "x",\n"ADR-2": 7}', [("seals 'a b' with 'x', which is no fingerprint", 2), ("seals 'ADR-2' with 7, which is no fingerprint", 3)]),
        ('{"x": 1, "ADR-2": 7}', [("seals 'x' with 1, which is no fingerprint", 1), ("seals 'ADR-2' with 7, which is no fingerprint", 0)]),
        ('{\n"A": "' + ZEROS + '",\n"A": "' + ONES + '"}', [("seals A twice, and not with the same text", 3)]),
        ('{"x": 1,"A": "' + ZEROS + '","A": "' + ONES + '"}', [("seals 'x' with 1, which is no fingerprint", 1), ("seals A twice, and not with the same text", 0)]),
        ('{"A": "0' + ZEROS + '"}', [(f"seals 'A' with '0{ZEROS}', which is no fingerprint", 1)]),
        ('{"A": "' + GREAT + '"}', [(f"seals 'A' with {GREAT!r}, which is no fingerprint", 1)]),
    ],
)  # fmt: skip
def test_a_problem_says_what_and_where(text, problems):
    read = parse_seal(text, "docs/adr-seal.json")
    assert [(problem.message, problem.line) for problem in read.problems] == problems
    assert (read.path, read.exists) == ("docs/adr-seal.json", True)


def test_what_can_be_read_counts_beside_what_cannot():
    seal = parse_seal('{\n"format_version": 1,\n"b b": "x",\n"A": "' + ZEROS + '"\n}', "there")
    assert (seal.prints, seal.path, len(seal.problems)) == ({"A": "0" * 32}, "there", 1)
    assert seal.lines == {"format_version": 2, "b b": 3, "A": 4}
    assert bool(seal)
    assert not Seal()
    assert not parse_seal("{}")
    assert parse_seal("{}") == Seal(exists=True)


def test_the_text_that_a_fingerprint_stands_for():
    """Seals that were written once hold in every version."""
    assert fingerprint(["We store", " events."]) == "ada77f36c1e99480cd22dc69e2e4c009"
    assert len(fingerprint([])) == 32
    assert fingerprint(["a\ud800"]) != fingerprint(["a"])
    assert fingerprint(["e\u0301"]) == fingerprint(["é"])
    assert fingerprint(["so-\u00ad called … ‘x’"]) == fingerprint(["so- called ... 'x'"])


def test_a_seal_is_dumped_as_it_reads():
    seal = Seal({"ÄDR-1": "0" * 32}, "there").sealing([sealable(2)])
    assert seal.path == "there"
    text = fingerprint(["a"])
    lines = [f'"ADR-2": "{text}",', f'"ÄDR-1": "{ZEROS}",', '"format_version": 1']
    assert seal.dump() == "\n".join(["{", *lines, "}", ""])


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


@pytest.mark.parametrize(
    ("condition", "unsealed"),
    [("", "ADR-2 ADR-3"), ('"own" in tags', "ADR-3"), ("not in_force", ""), ('"none" in tags', "")],
)
def test_a_project_seals_what_its_condition_names(condition, unsealed):
    """What was sealed stays sealed, also where it is not meant any more."""
    seal = replace(Seal().sealing([sealable(1), sealable(4)]), condition=condition)
    ledger = log(sealable(1), sealable(2), sealable(3, tags="own"), sealable(4, "b"))
    found = compare(ledger, seal)
    assert labels(found.unsealed) == unsealed.split()
    assert (labels(found.kept), labels(found.changed), found.lost) == (["ADR-1"], ["ADR-4"], ())
