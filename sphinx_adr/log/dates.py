"""Reading dates as people write them; what is ambiguous or impossible stays text, with the reason.

Month names are read in English and in the languages of :mod:`sphinx_adr.log.languages`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .languages import LANGUAGES, spellings


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as ISO 8601 with the precision that was written, or the reason why it is none.

    *problem* continues a sentence that begins with the text: "the date '31.02.2025' *is no date …*".
    *is_template* tells text of a template that nobody filled in, such as ``YYYY-MM-DD``.
    """

    iso: str | None
    problem: str | None = None
    is_template: bool = False


_IMPOSSIBLE = DateReading(None, "is no date of the calendar")
_UNREAD = DateReading(None, "is not of the form YYYY-MM-DD, YYYY-MM or YYYY")
_AMBIGUOUS = DateReading(None, "is ambiguous: it can be day/month or month/day; write it as YYYY-MM-DD")
_SHORT_YEAR = DateReading(None, "has a year of two digits; write it as YYYY-MM-DD")
_TEMPLATE = DateReading(None, "is text of a template", is_template=True)

_ENGLISH_MONTHS = (
    "jan|january, feb|february, mar|march, apr|april, may, jun|june, jul|july, aug|august, sep|sept|september, "
    "oct|october, nov|november, dec|december"
)
_MONTHS = {
    spelled: number
    for names in (*(language.months for language in LANGUAGES), _ENGLISH_MONTHS)
    for number, month in enumerate(names.split(","), start=1)
    for name in month.split("|")
    for spelled in spellings(name)
}
_NAME = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_ORDINAL = rf"{_DAY}(?:st|nd|rd|th|er|º)?"
_BEFORE = r"(?<![\w/\-–—−.])(?<![0-9],)"
_AFTER = r"(?![\w\-])(?![./][0-9])"
_TIME = r"(?:[Tt][0-9]{2}(?::?[0-9]{2}){0,2}(?:[.,][0-9]{1,9})?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?"


def _between(pattern: str) -> str:
    """*pattern* where no other word or number goes on before or behind it."""
    return f"{_BEFORE}(?:{pattern}){_AFTER}"


_ISO = re.compile(rf"{_YEAR}-(?P<month>[0-9]{{1,2}})-{_DAY}")
"""What nearly all dates are from end to end: they need not be looked for in other shapes."""

_SHAPES = (
    rf"{_BEFORE}{_YEAR}-(?P<month>[0-9]{{1,2}})-{_DAY}{_TIME}(?![\w\-])(?!\.[0-9])",
    _between(rf"{_YEAR}-(?P<month>[0-9]{{1,2}})"),
    _between(rf"{_YEAR}/(?P<month>[0-9]{{1,2}})(?:/{_DAY})?"),
    _between(rf"{_YEAR}\.(?P<month>[0-9]{{1,2}})\.{_DAY}"),
    _between(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])" + _TIME),
    rf"{_BEFORE}{_YEAR}[年년] ?(?P<month>[0-9]{{1,2}})[月월](?: ?{_DAY}[日일])?",
    _between(rf"{_ORDINAL}(?:\.|,| of| de)?[ \-]{_NAME}(?:,? | del? |-){_YEAR}"),
    _between(rf"{_NAME}[ \-]{_ORDINAL}(?:,? |-){_YEAR}"),
    _between(rf"{_YEAR}(?:,? |-){_NAME}(?:[ \-]{_ORDINAL})?"),
    _between(rf"{_NAME}(?:,? |-|/| of | del? ){_YEAR}"),
    _between(rf"{_DAY}\. ?(?P<month>[0-9]{{1,2}})\. ?{_YEAR}"),
    _between(rf"(?P<first>[0-9]{{1,2}})(?P<between>[/\-])(?P<second>[0-9]{{1,2}})(?P=between){_YEAR}"),
    _between(rf"(?P<month>[0-9]{{1,2}})/{_YEAR}"),
)
_YEAR_ALONE = re.compile(r"[0-9]{4}")
_SHORT = (
    rf"{_BEFORE}(?:[0-9]{{1,2}}(?P<between>[./\-])[0-9]{{1,2}}(?P=between)[0-9]{{2}}|"
    rf"(?:{_ORDINAL}[ \-])?{_NAME}[ \-](?:[0-9]{{1,2}}(?:st|nd|rd|th)?,? )?['’]?[0-9]{{2}}){_AFTER}"
)
_PLACEHOLDER = re.compile(
    r"(?<!\w)(?:y{2,4}|[0-9]{2}[xy]{2}|[0-9]{4}(?=[-./](?:mm|xx|dd)))[-./ ]?(?:m{2,4}|x{2})"
    r"(?:[-./ ]?(?:d{2}|x{2}))?(?!\w)|"
    r"(?<!\w)(?:d{2}[-./ ]?m{2,3}|m{2,3}[-./ ]?d{2}|x{2}[-./ ]x{2})[-./ ]?"
    r"(?:y{2,4}|x{2,4}|[0-9]{2}x{2})(?!\w)|"
    r"(?<!\w)(?:a{4}|j{4})[-./]m{2}[-./](?:dd|jj|tt|gg)(?!\w)|(?<!\w)(?:dd|jj|tt|gg)[-./]m{2}[-./](?:a{4}|j{4})(?!\w)|"
    r"^\W*\$?date(?: of (?:the )?decision)?\W*$",
    re.IGNORECASE,
)
_BRACKETS = ("[]", "{}", "<>")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """*pattern*, compiled when it is first needed: nearly all dates are of the form YYYY-MM-DD."""
    return re.compile(pattern, re.IGNORECASE)


def read_date(text: str, *, day_first: bool = False) -> DateReading:
    """Read the first date in *text*, as precise as it is: a day, a month or, alone, a year.

    *day_first* tells that the author writes the day in front of the month: ``05/08/2026`` is in August.
    """
    text = " ".join(text.split())
    if match := _ISO.fullmatch(text):
        return _read(match, day_first=day_first)
    if text[:1] + text[-1:] in _BRACKETS:
        text = text[1:-1].strip()
        if not _is_one_date(text):
            return _TEMPLATE
    if _YEAR_ALONE.fullmatch(text):
        return _checked(text, "", "")
    match, placeholder = next(_matches(text), None), _PLACEHOLDER.search(text)
    if placeholder and (match is None or placeholder.start() <= match.start()):
        return _TEMPLATE
    if match is not None:
        return _read(match, day_first=day_first)
    return _SHORT_YEAR if _compiled(_SHORT).search(text) else _UNREAD


def find_dates(text: str) -> tuple[str, ...]:
    """Find the dates in *text* as they are written, in order, also those that :func:`read_date` reports.

    A year alone, and a date whose year has two digits, is not told from other numbers and left out.
    """
    return tuple(match[0] for match in _matches(" ".join(text.split())))


def last_day(date: str) -> dt.date:
    """The last day of an ISO date with the precision of a day, a month or a year."""
    year, month, day = (*(int(piece) for piece in date.split("-")), 0, 0)[:3]
    if day:
        return dt.date(year, month, day)
    following = (
        dt.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1) if year < dt.MAXYEAR else None
    )
    return following - dt.timedelta(days=1) if following else dt.date.max


def _matches(text: str) -> Iterator[re.Match[str]]:
    found = [match for shape in _SHAPES for match in _compiled(shape).finditer(text)]
    end = 0
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            yield match
            end = match.end()


def _is_one_date(text: str) -> bool:
    match = next(_matches(text), None)
    return _YEAR_ALONE.fullmatch(text) is not None or (match is not None and match[0] == text)


def _read(match: re.Match[str], *, day_first: bool) -> DateReading:
    parts = match.groupdict()
    if "first" not in parts:
        month = parts.get("month") or str(_MONTHS[parts["name"].casefold()])
        return _checked(parts["year"], month, parts.get("day") or "")
    first, second = parts["first"], parts["second"]
    if int(first) <= 12 and int(second) <= 12 and int(first) != int(second) and not day_first:
        return _AMBIGUOUS
    month, day = (second, first) if day_first or int(first) > 12 else (first, second)
    return _checked(parts["year"], month, day)


def _checked(year: str, month: str, day: str) -> DateReading:
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return _IMPOSSIBLE
    return DateReading("-".join(part.zfill(2) for part in (year, month, day) if part))
