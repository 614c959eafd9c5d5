"""Identifiers, as they are written, ordered and compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.identifiers import (
    Heading,
    file_number,
    is_valid_id,
    natural_key,
    normal_id,
    read_heading,
    slug,
    sort_key,
)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("ADR-0013: ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013 - ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013 — ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013. ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013) ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013 | ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013 ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("ADR-0013:\n   ClickHouse   for events", Heading("ADR-0013", "", "ClickHouse for events")),
        ("ADR-0013: Events: where?", Heading("ADR-0013", "", "Events: where?")),
        ("ADR 13 - ClickHouse", Heading("ADR-13", "", "ClickHouse")),
        ("ADR13: ClickHouse", Heading("ADR13", "", "ClickHouse")),
        ("PAY-DB_7: ClickHouse", Heading("PAY-DB_7", "", "ClickHouse")),
        ("Entscheid-7: ClickHouse", Heading("Entscheid-7", "", "ClickHouse")),
        ("ADR-0013", Heading("ADR-0013", "", "")),
        ("ADR-0013:", Heading("ADR-0013", "", "")),
        ("13. ClickHouse", Heading("", "13", "ClickHouse")),
        ("0013: ClickHouse", Heading("", "0013", "ClickHouse")),
        ("13) ClickHouse", Heading("", "13", "ClickHouse")),
        ("13 - ClickHouse", Heading("", "13", "ClickHouse")),
        ("#13: ClickHouse", Heading("", "13", "ClickHouse")),
        ("0013 ClickHouse", Heading("", "0013", "ClickHouse")),
        ("Python: our language", Heading("", "", "Python: our language")),
        ("Python 3: our language", Heading("", "", "Python 3: our language")),
        ("SHA-256 for fingerprints", Heading("", "", "SHA-256 for fingerprints")),
        ("2024 roadmap", Heading("", "", "2024 roadmap")),
        ("3 ways to fail", Heading("", "", "3 ways to fail")),
        ("1.5 is the next version", Heading("", "", "1.5 is the next version")),
        ("Use ADR-0013: a guide", Heading("", "", "Use ADR-0013: a guide")),
        ("", Heading("", "", "")),
    ],
)
def test_a_heading_is_an_id_or_a_number_and_a_title(text, heading):
    assert read_heading(text) == heading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ADR-0013: ClickHouse", "ClickHouse"),
        ("ADR-0013", ""),
        ("ADR 13: ClickHouse", "ClickHouse"),
        ("adr 13: ClickHouse", "ClickHouse"),
        ("13. ClickHouse", "ClickHouse"),
        ("0013 ClickHouse", "ClickHouse"),
        ("14. ClickHouse", "14. ClickHouse"),
        ("ADR-0014: ClickHouse", "ADR-0014: ClickHouse"),
        ("Python: our language", "Python: our language"),
    ],
)
def test_only_an_id_that_is_given_elsewhere_is_taken_off_the_title(text, title):
    assert read_heading(text, "ADR-0013") == Heading("ADR-0013", "", title)


def test_a_pattern_of_the_project_says_what_an_id_is():
    assert read_heading("decision 13: X", "", r"(?i)Decision \d+") == Heading("decision-13", "", "X")
    assert read_heading("K1: X", "", r"(?P<id>[KQ])\d") == Heading("K1", "", "X")
    assert read_heading("ADR-1: X", "", r"DEC-\d+") == Heading("", "", "ADR-1: X")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("[ADR-0013] ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("[ ADR-0013 ]: ClickHouse", Heading("ADR-0013", "", "ClickHouse")),
        ("[ADR 13] - ClickHouse", Heading("ADR-13", "", "ClickHouse")),
        ("[13] ClickHouse", Heading("", "13", "ClickHouse")),
        ("[#13] ClickHouse", Heading("", "13", "ClickHouse")),
        ("[draft] ClickHouse", Heading("", "", "[draft] ClickHouse")),
        ("[ADR-0013]", Heading("", "", "[ADR-0013]")),
        ("#13 ClickHouse", Heading("", "13", "ClickHouse")),
        ("ADR: ClickHouse", Heading("", "", "ClickHouse")),
        ("Decision 7: ClickHouse", Heading("", "7", "ClickHouse")),
        ("Architecture Decision Record No. 7 - ClickHouse", Heading("", "7", "ClickHouse")),
        ("AD-013 ClickHouse", Heading("AD-013", "", "ClickHouse")),
        ("madr 7 ClickHouse", Heading("", "", "madr 7 ClickHouse")),
    ],
)
def test_brackets_and_words_for_a_record_stand_in_front_of_a_title(text, heading):
    assert read_heading(text) == heading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("ADR-13 - ClickHouse", "ClickHouse"),
        ("7: ClickHouse", "7: ClickHouse"),
        ("#013 ClickHouse", "ClickHouse"),
        ("Decision 13: ClickHouse", "ClickHouse"),
        ("Decision: ClickHouse", "Decision: ClickHouse"),
        ("[ADR-0013] ClickHouse", "ClickHouse"),
        ("[13] ClickHouse", "ClickHouse"),
        ("[draft] ClickHouse", "[draft] ClickHouse"),
        ("adr_0013 | ClickHouse", "ClickHouse"),
    ],
)
def test_a_given_id_may_be_spelled_otherwise_in_front_of_the_title(text, title):
    assert read_heading(text, "ADR-0013").title == title


def test_an_id_that_is_the_slug_of_its_title_leaves_it_whole():
    assert read_heading("Store events", "store-events") == Heading("store-events", "", "Store events")
    assert read_heading("13 Store", "K") == Heading("K", "", "13 Store")
    assert read_heading("K: Store: it", "K") == Heading("K", "", "Store: it")


@given(st.text(max_size=60), st.sampled_from(["", "ADR-0013", "a.b", "7"]))
def test_reading_a_heading_loses_no_word(text, given_id):
    heading = read_heading(text, given_id)
    assert " ".join(text.split()).endswith(heading.title)
    assert heading.id == given_id or not given_id


def test_long_headings_are_read_in_no_time():
    """Case 57."""
    for text in ("A" + "1" * 50_000, "A-" * 25_000, "ADR-1: " + "x" * 50_000, "1" * 50_000, " - " * 20_000):
        read_heading(text)
        read_heading(text, "ADR-1")


@pytest.mark.parametrize(
    ("docname", "number"),
    [
        ("decisions/0013-clickhouse", "0013"),
        ("0013", "0013"),
        ("13_clickhouse", "13"),
        ("adr-13-clickhouse", "13"),
        ("ADR0013", "0013"),
        ("madr_7", "7"),
        ("team-0013-clickhouse", "0013"),
        ("2013/clickhouse", ""),
        ("2025-11-04-retention", ""),
        ("20251104-retention", ""),
        ("s3-storage", ""),
        ("http2-only", ""),
        ("phase-2-migration", ""),
        ("clickhouse", ""),
        ("", ""),
    ],
)
def test_a_file_name_may_begin_with_a_number(docname, number):
    assert file_number(docname) == number


@pytest.mark.parametrize("text", ["ADR-0013", "7", "a", "ADR.13_b-c", "Ä-1", "決定-1", "x" * 128])
def test_letters_digits_and_some_marks_make_an_id(text):
    assert is_valid_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "ADR 13",
        "-1",
        "_a",
        ".a",
        "a/b",
        "a:b",
        "a#b",
        "a\n",
        "a\x00",
        "<b>",
        "a,b",
        "`a`",
        "x" * 129,
        "a|b",
    ],
)
def test_blanks_and_other_marks_make_none(text):
    assert not is_valid_id(text)


def test_identifiers_sort_with_numbers_as_numbers_and_the_missing_one_last():
    ordered = [
        "7",
        "A",
        "A0",
        "ADR-1",
        "ADR-1.2",
        "ADR-1.10",
        "ADR-2",
        "adr-9",
        "ADR-09",
        "ADR-10",
        "ADR-10-a",
        "B",
        "",
    ]
    ordered[7:9] = ["ADR-09", "adr-9"]
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


_IDS = st.text(st.sampled_from("aAbß019-_. ٣"), max_size=8)


@given(_IDS, _IDS)
def test_different_identifiers_have_different_keys(one, other):
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert (sort_key(one) < sort_key(other)) != (sort_key(one) >= sort_key(other))


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.integers(0, 5))
def test_numbers_are_ordered_by_value(one, other, zeros):
    assert (natural_key(f"ADR-{one}") < natural_key(f"adr-{'0' * zeros}{other}")) == (one < other)


def test_numbers_may_be_longer_than_python_reads():
    assert sort_key("REQ-" + "9" * 5000) < sort_key("REQ-1" + "0" * 5000)


@pytest.mark.parametrize(
    "text", ["ADR-0013", "adr-13", "ADR_0013", "ADR 13", "Adr.013", " adr - 13 ", "ADR13"]
)
def test_people_take_these_for_the_same(text):
    assert normal_id(text) == "adr-13"


@pytest.mark.parametrize("text", ["ADR-130", "ADR-1-3", "BDR-13", "13", "ADR-0", ""])
def test_people_do_not_take_these_for_it(text):
    assert normal_id(text) != "adr-13"


@given(_IDS | st.text(max_size=12))
def test_the_normal_spelling_is_its_own(text):
    assert normal_id(normal_id(text)) == normal_id(text)


@given(st.text(max_size=30))
def test_a_slug_is_its_own_slug(text):
    assert slug(slug(text)) == slug(text)
    assert not slug(text).startswith("-")
    assert not slug(text).endswith("-")


def test_numbers_are_numbers_in_every_script():
    assert natural_key("ADR-٠٩") == natural_key("ADR-9")
    assert natural_key("ADR-१०") == natural_key("ADR-10")
    assert sorted(["ADR-10", "ADR-٩", "ADR-८", "ADR-11"], key=sort_key) == [
        "ADR-८",
        "ADR-٩",
        "ADR-10",
        "ADR-11",
    ]
