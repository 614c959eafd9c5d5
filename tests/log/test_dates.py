"""Dates, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_adr.log.dates import find_dates, read_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-11-04", "2025-11-04"),
        (" 2025-11-04 ", "2025-11-04"),
        ("2025-2-3", "2025-02-03"),
        ("2025-11", "2025-11"),
        ("2025", "2025"),
        ("2024-02-29", "2024-02-29"),
        ("2025-11-04T10:00", "2025-11-04"),
        ("2025-11-04T10:00:12.345Z", "2025-11-04"),
        ("2025-11-04T10:00:12+01:00", "2025-11-04"),
        ("2025-11-04 10:00:00 +0100", "2025-11-04"),
        ("2025/11/04", "2025-11-04"),
        ("2025/11", "2025-11"),
        ("2025.11.04", "2025-11-04"),
        ("20251104", "2025-11-04"),
        ("4 Nov 2025", "2025-11-04"),
        ("4 November 2025", "2025-11-04"),
        ("4th November 2025", "2025-11-04"),
        ("4. November 2025", "2025-11-04"),
        ("the 4th of November, 2025", "2025-11-04"),
        ("04-Nov-2025", "2025-11-04"),
        ("November 4, 2025", "2025-11-04"),
        ("November 4th, 2025", "2025-11-04"),
        ("Nov. 4th 2025", "2025-11-04"),
        ("NOV 4 2025", "2025-11-04"),
        ("Sept 1, 2025", "2025-09-01"),
        ("2025 November 4", "2025-11-04"),
        ("2025-Nov-04", "2025-11-04"),
        ("October 2024", "2024-10"),
        ("Oct 2024", "2024-10"),
        ("October, 2024", "2024-10"),
        ("October of 2024", "2024-10"),
        ("2024 October", "2024-10"),
        ("10/2024", "2024-10"),
        ("May 2025", "2025-05"),
        ("04.11.2025", "2025-11-04"),
        ("4. 11. 2025", "2025-11-04"),
        ("11/13/2025", "2025-11-13"),
        ("12/25/2025", "2025-12-25"),
        ("12/12/2025", "2025-12-12"),
        ("13/11/2025", "2025-11-13"),
        ("13-11-2025", "2025-11-13"),
        ("05/05/2025", "2025-05-05"),
        ("2025年11月4日", "2025-11-04"),
        ("Tuesday, November 4, 2025", "2025-11-04"),
        ("Tue 2025-11-04", "2025-11-04"),
        ("Tue, 04 Nov 2025 10:00:00 +0000", "2025-11-04"),
        ("[2025-11-04]", "2025-11-04"),
        ("<2025-11-04>", "2025-11-04"),
        ("(2025-11-04)", "2025-11-04"),
        ("**2025-11-04**", "2025-11-04"),
        ("2025-11-04.", "2025-11-04"),
        ("2025-01-02, updated 2025-03-04", "2025-01-02"),
        ("2025-01-02 – 2025-03-04", "2025-01-02"),
        ("2025-01-02/2025-03-04", "2025-01-02"),
        ("March 3, 2025; reviewed 2025-03-04", "2025-03-03"),
        ("decided on 2025-01-02", "2025-01-02"),
        ("decided on\n2025-01-02 by the board", "2025-01-02"),
        ("2025-01-02 (YYYY-MM-DD)", "2025-01-02"),
        ("4-6 November 2025", "2025-11"),
    ],
)
def test_a_date_has_the_precision_that_was_written(text, iso):
    assert read_date(text).iso == iso
    assert read_date(text).problem is None
    assert not read_date(text).is_template


@pytest.mark.parametrize(
    "text",
    [
        "2025-13",
        "2025-02-29",
        "2025-11-31",
        "2025-00-01",
        "2025-1-0",
        "0000",
        "31.02.2025",
        "11.13.2025",
        "13/13/2025",
        "November 31, 2025",
        "31st of June 2025",
        "2025/02/30",
        "20250230",
        "decided on 2025-02-30",
    ],
)
def test_an_impossible_date_is_none(text):
    assert read_date(text).iso is None
    assert read_date(text).problem == "is no date of the calendar"


@pytest.mark.parametrize(
    "text", ["04/11/2025", "4-11-2025", "12/11/2025", "11/12/2025", "Accepted 04/11/2025 by the board"]
)
def test_day_and_month_are_not_guessed(text):
    assert read_date(text).iso is None
    assert "ambiguous" in str(read_date(text).problem)


@pytest.mark.parametrize(
    "text", ["25-11-04", "04.11.25", "11/13/25", "4 Nov 25", "Nov 4, '25", "Nov '25", "on 1/2/25"]
)
def test_the_century_is_not_guessed(text):
    assert read_date(text).iso is None
    assert "two digits" in str(read_date(text).problem)


@pytest.mark.parametrize(
    "text",
    [
        "YYYY-MM-DD",
        "yyyy-mm-dd",
        "[YYYY-MM-DD]",
        "{YYYY-MM-DD when the decision was last updated}",
        "YYYY-MM-DD when the decision was last updated",
        "YYYYMMDD",
        "YYYY/MM/DD",
        "YYYY-MM",
        "DD.MM.YYYY",
        "MM/DD/YYYY",
        "20XX-XX-XX",
        "2025-MM-DD",
        "2025-XX-XX",
        "xx.xx.20xx",
        "{date}",
        "{{ date }}",
        "[date]",
        "<date>",
        "<date of the decision, e.g. 2025-01-02>",
        "$DATE",
        "date",
        "YYYY-MM-DD, such as 2025-01-02",
    ],
)
def test_text_of_a_template_is_no_date(text):
    assert read_date(text).is_template
    assert read_date(text).iso is None
    assert read_date(text).problem == "is text of a template"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "TBD",
        "n/a",
        "Q3 2025",
        "early 2025",
        "2025-W45",
        "2025-309",
        "v2025.11.04.1",
        "ADR-2025-11-04",
        "12345678",
        "٢٠٢٥-١١-٠٤",
        "Novembru 2025",
        "update 4",
        "mayor 2025",
    ],
)
def test_anything_else_is_no_date(text):
    assert read_date(text).iso is None
    assert not read_date(text).is_template
    assert "YYYY-MM-DD" in str(read_date(text).problem)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Accepted on 2021-08-04", ("2021-08-04",)),
        ("Accepted (4 Aug 2021), amended September 2022.", ("4 Aug 2021", "September 2022")),
        ("Proposed 2021-08-04 -> accepted 2021-09-01", ("2021-08-04", "2021-09-01")),
        ("Accepted 04/11/2025", ("04/11/2025",)),
        ("Superseded by 20201016-use-the-adr-slug-as-its-unique-id", ()),
        ("Superseded by ADR-2021-08-04", ()),
        ("See https://example.org/2021/08/04/post and decisions/2021-08-04-x.md", ()),
        ("Accepted in 2021, 3 of 25", ()),
    ],
)
def test_dates_are_found_in_text(text, dates):
    assert find_dates(text) == dates


@given(st.dates())
def test_every_day_is_read(day):
    assert read_date(day.isoformat()).iso == day.isoformat()
    assert read_date(f"{day.year:04}{day:/%m/%d}").iso == day.isoformat()
    assert read_date(f"{day:%d.%m.}{day.year:04}").iso == day.isoformat()
    assert read_date(f"{day:%B} {day.day}, {day.year:04}").iso == day.isoformat()


@given(st.text(alphabet="0123456789-/. NovMayYMD{}[]", max_size=30) | st.text(max_size=60))
@example("1/")
@example("[]")
def test_no_text_is_too_odd(text):
    reading = read_date(text)
    assert (reading.iso is None) == (reading.problem is not None)
    assert all(read_date(date).iso or read_date(date).problem for date in find_dates(text))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("05/08/2026", "2026-08-05"),
        ("12/11/2025", "2025-11-12"),
        ("13/11/2025", "2025-11-13"),
        ("11/13/2025", None),
    ],
)
def test_who_is_known_to_write_the_day_first_is_taken_at_their_word(text, iso):
    assert read_date(text, day_first=True).iso == iso


def test_what_has_no_year_is_told_as_no_date():
    assert "two digits" not in str(read_date("soon").problem)
    assert read_date("soon").problem is not None
