"""The filter language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_adr.log.decision import Option
from sphinx_adr.log.fields import FIELDS, LIST_FIELDS, field_name
from sphinx_adr.log.ledger import Ledger
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
        ("in_force == true", "9"),
        ("true", "1 2 9 10"),
        ("false or none", ""),
        ("In_Force == True", "9"),
        ('status in ["accepted", "PROPOSED"]', "2 9"),
        ('status not in ("accepted", "proposed")', "1 10"),
        ('authored_status == "accepted"', "1 9"),
        ('date >= "2025-01-01"', "2 9"),
        ('date < "2025"', "1"),
        ('"2025" <= date < "2025-06"', "2"),
        ("not date", "10"),
        ('status != "accepted"', "1 2 10"),
        ('title != "kafka"', "1 9 10"),
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
    ledger = replace(LOG)
    chosen = select(ledger, parse_filter(text), ledger.decisions)
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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("True == tags", None),
        ("None == title", None),
        ("in_force == tags", None),
        ('["a"] == tags', None),
        ('in_force == "yes"', None),
        ('"a" in ["a"]', None),
        ('"a" in "ab"', None),
        ("today == date", None),
        ("today", None),
        ('["a"]', '["a"] alone is no condition; compare it with a field'),
        ('("a", "b") and in_force', '("a", "b") alone is no condition; compare it with a field'),
        ('{"a"} or in_force', '{"a"} alone is no condition; compare it with a field'),
        ("tags == today", "tags is a list: write today in tags"),
        ('title == ["a"]', '["a"] is a list: write title in ["a"]'),
        ("1.5 < date", 'a filter compares with words in quotes: write "1.5", not 1.5'),
        ("true in tags", '"in" takes a word on its left and a list or a text on its right'),
        ('"a" in true', '"in" takes a word on its left and a list or a text on its right'),
        ("date < tags", "<, <=, > and >= compare a field that holds one word with a word in quotes"),
        ('in_force > "a"', "<, <=, > and >= compare a field that holds one word with a word in quotes"),
        (
            "superseded - by",
            "a filter cannot contain 'superseded - by'; the field is written 'superseded_by'",
        ),
        ("title - id", "a filter cannot contain 'title - id'"),
        ("title + id", "a filter cannot contain 'title + id'"),
        ("-title", "a filter cannot contain '-title'"),
        ("title(" + "a" * 60 + ")", "a filter cannot contain " + repr("title(" + "a" * 51 + "...")),
        ("title(" + "a" * 54 + ")", "a filter cannot contain " + repr("title(" + "a" * 51 + "...")),
        ("title(" + "a" * 53 + ")", "a filter cannot contain " + repr("title(" + "a" * 53 + ")")),
        ('status is "accepted"', "a filter compares with ==, !=, <, <=, >, >=, in and not in"),
        ("title in [a]", "a list in a filter holds words in quotes, not 'a'"),
        ("tag", "no decision has a field 'tag'; did you mean 'tags'?"),
        ("Superseded_By", None),
        ("IN_FORCE", None),
        ("in-FORCE", "the filter 'in-FORCE' is not an expression; the field is written in_force"),
        ("a => b", "the filter 'a => b' is not an expression; write == to compare"),
        ("not", "the filter 'not' is not an expression"),
        ("title\n==", "the filter 'title ==' is not an expression"),
    ],
)
def test_what_a_filter_may_be_made_of(text, message):
    if message is None:
        parse_filter(text)
        return
    with pytest.raises(FilterError) as error:
        parse_filter(text)
    assert str(error.value) == message


def test_the_longest_filter_and_the_one_with_the_most_parts():
    assert parse_filter("in_force" + " " * 992).text == "in_force" + " " * 992
    with pytest.raises(FilterError, match="longer than 1000"):
        parse_filter("in_force" + " " * 993)
    # Each `not` is two parts, and so is a name.
    assert parse_filter("not " * 123 + "in_force")
    assert parse_filter("not " * 122 + 'status == "a"')
    with pytest.raises(FilterError, match="more than 250 parts"):
        parse_filter("not " * 123 + 'status == "a"')
    with pytest.raises(FilterError, match="more than 250 parts"):
        parse_filter("not " * 125 + "in_force")


def test_the_day_of_the_build_can_be_compared():
    ledger = Ledger(LOG.decisions, today="2026-01-01")
    assert labels(select(ledger, parse_filter("review <= today"), ledger.decisions)) == ["ADR-2"]
    assert labels(select(ledger, parse_filter("today > review"), ledger.decisions)) == ["ADR-2"]
    assert labels(select(ledger, parse_filter("review > today"), ledger.decisions)) == []


def test_no_filter_lets_everything_through():
    assert select(LOG, None, LOG.decisions) == list(LOG.decisions)
    assert select(LOG, None, LOG.decisions[:1]) == list(LOG.decisions[:1])


@pytest.mark.parametrize(
    ("operator", "holds"),
    [("<", "1"), ("<=", "1 2"), (">", "9"), (">=", "2 9")],
)
def test_words_are_before_beside_or_behind_each_other(operator, holds):
    ledger = log(adr(1), adr(2), adr(9))
    found = select(ledger, parse_filter(f'id {operator} "ADR-2"'), ledger.decisions)
    assert [decision.id.removeprefix("ADR-") for decision in found] == holds.split()


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


def test_what_is_missing_comes_neither_before_nor_after():
    ledger = log(adr(1), adr("", at="nameless", title="A title"))
    assert labels(select(ledger, parse_filter('id < "Z"'), ledger.decisions)) == ["ADR-1"]
    assert labels(select(ledger, parse_filter('"A" > id'), ledger.decisions)) == []
