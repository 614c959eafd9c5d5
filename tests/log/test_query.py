"""The filter language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_adr.log.decision import Option
from sphinx_adr.log.fields import FIELDS, LIST_FIELDS, field_name
from sphinx_adr.log.query import FilterError, parse_filter, select

from .records import adr, decisions, labels, log

LOG = log(
    adr(1, title="Postgres", date="2024-05", tags="storage", deciders="Okafor"),
    adr(2, "proposed", title="Kafka", date="2025-03-04", tags="Storage Events", review="2025-12-31"),
    adr(9, title="ClickHouse", date="2025-11-04", supersedes="ADR-1", addresses="REQ-1", drops="REQ-2"),
    adr(10, "rejected", title="Mongo", mentions="REQ-2", amends="ADR-9"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('status == "accepted"', "9"),
        ('status == "Accepted"', "9"),
        ('status == "accepted" and "storage" in tags', ""),
        ('"storage" in tags', "1 2"),
        ('"storage" not in tags', "9 10"),
        ('tags == ["events", "storage"]', "2"),
        ("tags", "1 2"),
        ("not tags", "9 10"),
        ("in_force", "9"),
        ("not in_force", "1 2 10"),
        ("in_force == false", "1 2 10"),
        ("In_Force == True", "9"),
        ('status in ["accepted", "PROPOSED"]', "2 9"),
        ('status not in ("accepted", "proposed")', "1 10"),
        ('authored_status == "accepted"', "1 9"),
        ('date >= "2025-01-01"', "2 9"),
        ('date < "2025"', "1"),
        ('"2025" <= date < "2025-06"', "2"),
        ("not date", "10"),
        ("date == None", "10"),
        ("date != none", "1 2 9"),
        ('review < "2026-01-01"', "2"),
        ('id > "ADR-2"', "9 10"),
        ('id <= "adr-009"', "1 2 9"),
        ('"house" in title', "9"),
        ('title == "kafka" or title == "mongo"', "2 10"),
        ('"ADR-9" in superseded_by', "1"),
        ('"adr-1" in supersedes', "9"),
        ('"REQ-1" in requirements', "9"),
        ('"REQ-2" in drops', "9"),
        ('"Okafor" in deciders', "1"),
        ('phase == "pending"', "2"),
        ("amends", ""),
        ("True", "1 2 9 10"),
        ("False", ""),
        ('not (status == "accepted" or\n   status == "proposed")', "1 10"),
        ("  in_force  # only those\n", "9"),
    ],
)
def test_a_filter_lets_these_through(text, expected):
    chosen = select(LOG, parse_filter(text), LOG.decisions)
    assert labels(chosen) == [f"ADR-{number}" for number in expected.split()]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the filter '' is not an expression"),
        ("status ==", "the filter 'status ==' is not an expression"),
        ('status = "accepted"', "is not an expression; write == to compare"),
        ("not in-force", "is not an expression; the field is written in_force"),
        ('stauts == "accepted"', "no decision has a field 'stauts'; did you mean 'status'?"),
        ("zzz", "no decision has a field 'zzz'; the fields are id, title, status"),
        ("superseded-by", "a filter cannot contain 'superseded-by'; the field is written 'superseded_by'"),
        ("date >= 2025", 'a filter compares with words in quotes: write "2025", not 2025'),
        ('status == "accepted" or "proposed"', '"proposed" alone is no condition; compare it with a field'),
        ('tags == "storage"', 'tags is a list: write "storage" in tags'),
        ('"storage" != tags', 'tags is a list: write "storage" in tags'),
        ('tags in ["storage"]', '"in" takes a word on its left'),
        ('"a" in in_force', '"in" takes a word on its left'),
        ('tags > "a"', "compare a field that holds one word"),
        ('status is "accepted"', "a filter compares with ==, !=, <, <=, >, >=, in and not in"),
        ("status in [tags]", "a list in a filter holds words in quotes, not 'tags'"),
        ("status in [1]", "a list in a filter holds words in quotes, not '1'"),
        ('__import__("os").system("true")', "a filter cannot contain"),
        ("title.upper()", "a filter cannot contain 'title.upper()'"),
        ("tags[0]", "a filter cannot contain 'tags[0]'"),
        ("lambda: 1", "a filter cannot contain 'lambda: 1'"),
        ('f"{status}"', "a filter cannot contain"),
        ("[x for x in tags]", "a filter cannot contain"),
        ("title if in_force else id", "a filter cannot contain"),
        ("(x := 1)", "a filter cannot contain"),
        ("b'x' in title", "a filter cannot contain"),
        ("...", "a filter cannot contain '...'"),
        ("9**9**9**9", "a filter cannot contain"),
        ("import os", "is not an expression"),
        ("status\x00", "is not an expression"),
        ("\ud800", "is not an expression"),
        ("x" * 1001, "the filter is longer than 1000 characters"),
        ("not " * 240 + "in_force", "the filter has more than 250 parts"),
        ("(" * 500 + ")" * 500, "is not an expression"),
    ],
)
def test_what_is_no_filter_is_said_in_a_sentence(text, message):
    with pytest.raises(FilterError) as error:
        parse_filter(text)
    assert message in str(error.value)


def test_what_is_absent_is_neither_before_nor_behind_anything():
    for text in ('id < "Z"', 'id >= "A"', 'review < "9"', 'review >= "0"'):
        assert select(log(adr("")), parse_filter(text), log(adr("")).decisions) == []


def test_the_deepest_filter_works():
    assert labels(select(LOG, parse_filter("not " * 120 + "in_force"), LOG.decisions)) == ["ADR-9"]


_TOKENS = st.lists(
    st.sampled_from(
        [
            *FIELDS,
            "and",
            "or",
            "not",
            "in",
            "(",
            ")",
            "[",
            "]",
            ",",
            "==",
            "<",
            '"',
            "'",
            '"a"',
            "1",
            "-",
            ".",
            "{",
            "f",
            "lambda",
            ":",
            "is",
            "\\",
            "\n",
            "#",
            "None",
            "*",
            "await",
            "yield",
            "é",
            "==",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(st.text(max_size=80) | _TOKENS | st.binary(max_size=60).map(lambda b: b.decode("latin-1")))
@example('f"{status!r:\\n}"')
@example("f'{\"\\\\\"}'")
@example("'\\d' in title")
@example("1if 1else 1")
def test_any_text_is_a_filter_or_a_filter_error(text):
    try:
        condition = parse_filter(text)
    except FilterError as error:
        assert str(error)
    else:
        assert set(select(LOG, condition, LOG.decisions)) <= set(LOG)


@given(decisions())
def test_every_field_holds_what_it_is_said_to_hold(records):
    ledger = log(*records)
    for decision in ledger:
        for name, read in FIELDS.items():
            value = read(ledger, decision)
            assert isinstance(value, tuple) == (name in LIST_FIELDS), name
            assert isinstance(value, bool) == (name == "in_force"), name
            assert all(isinstance(item, str) for item in (value if isinstance(value, tuple) else ()))


def test_fields_of_the_anatomy():
    option = Option("ClickHouse", chosen=True, reason="fast")
    ledger = log(adr(1, options=[Option("Postgres"), option], choice="ClickHouse"))
    read = {
        name: FIELDS[name](ledger, ledger.decisions[0])
        for name in ("choice", "alternatives", "options", "reason")
    }
    assert read == {
        "choice": "ClickHouse",
        "alternatives": ("Postgres",),
        "options": ("Postgres", "ClickHouse"),
        "reason": "fast",
    }


@pytest.mark.parametrize("word", ["superseded-by", "Superseded By", " superseded_by "])
def test_a_field_may_be_written_as_an_option_is(word):
    assert field_name(word) == "superseded_by"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("review <= today", "2"),
        ("today < review", ""),
        ("date < TODAY and in_force", "9"),
        ('today == "2026-01-01"', "1 2 9 10"),
        ('"2026" in today', "1 2 9 10"),
        ("today", "1 2 9 10"),
    ],
)
def test_the_day_of_the_build(text, expected):
    ledger = replace(LOG, today="2026-01-01")
    assert labels(select(ledger, parse_filter(text), ledger.decisions)) == [
        f"ADR-{n}" for n in expected.split()
    ]
