"""Reading, ordering and normalising the identifiers and dates of decision records."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

ID_PATTERN = r"[^\W\d_][^\W_]*(?:[-_.][^\W_]+)*[-_. ]?\d+"
"""What an ID in front of a title looks like: letters, and a number at the end (``ADR-0013``)."""

_SAFE_ID = re.compile(r"[^\W_][\w.\-]{0,127}")
_SEPARATOR = r"\s*(?:[:—–|]|\s-\s|\.\s|\)\s|$)\s*"
_LEADING_NUMBER = re.compile(r"\s*#?(?P<number>\d{1,8})(?:\s*[:.)—–|]|\s+-)\s+(?P<title>.*)", re.DOTALL)
_NUMBERS = re.compile(r"(\d+)")
_LEADING_FILE_NUMBER = re.compile(r"(?:[A-Za-z]+[-_]?)?(?P<number>\d{1,7})(?:[-_. ]|$)")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def is_valid_id(text: str) -> bool:
    """Whether *text* can be an ID everywhere that IDs go: in anchors, inventories and file names.

    Letters and digits of any script, ``.``, ``-`` and ``_``; at most 128 characters; no blanks.
    """
    return _SAFE_ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Heading:
    """A title with what stood in front of it: an ID (``ADR-0013``), a bare number (``0013``), or nothing."""

    id: str
    number: str
    title: str


def read_heading(text: str, given_id: str = "", pattern: str = ID_PATTERN) -> Heading:
    """The ID or number and the title in a heading such as ``ADR-0013: ClickHouse`` or ``13. ClickHouse``.

    *pattern* says what an ID looks like. Where the author gives an ID elsewhere, as *given_id*, only that
    one is taken off the title, also where the heading spells it otherwise or has only its number.
    """
    text = " ".join(text.split())
    if given_id:
        return Heading(given_id, "", _without_id(text, given_id, pattern))
    if match := _leading_id(pattern).fullmatch(text):
        return Heading(match["id"].replace(" ", "-"), "", match["title"].strip())
    if match := _LEADING_NUMBER.fullmatch(text):
        return Heading("", match["number"], match["title"].strip())
    return Heading("", "", text)


def _without_id(text: str, identifier: str, pattern: str) -> str:
    if match := re.fullmatch(rf"{re.escape(identifier)}{_SEPARATOR}(?P<title>.*)", text):
        return match["title"].strip()
    match = _leading_id(pattern).fullmatch(text)
    if match and normal_id(match["id"]) == normal_id(identifier):
        return match["title"].strip()
    match, own = _LEADING_NUMBER.fullmatch(text), re.search(r"\d+$", identifier)
    if match and own and int(match["number"]) == int(own[0]):
        return match["title"].strip()
    return text


@lru_cache(maxsize=8)
def _leading_id(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<id>{pattern}){_SEPARATOR}(?P<title>.*)")


def file_number(docname: str) -> str:
    """The number in a file name such as ``decisions/0013-clickhouse``, as it is written; empty if none."""
    match = _LEADING_FILE_NUMBER.match(docname.rpartition("/")[2])
    return match["number"] if match else ""


def sort_key(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """Orders identifiers with numbers as numbers: ``ADR-9`` before ``ADR-10``; the missing one last."""
    if not identifier:
        return ((2, 0, ""),)
    return tuple(
        (0, int(piece), piece) if piece.isdecimal() else (1, 0, piece.casefold())
        for piece in _NUMBERS.split(identifier)
        if piece
    )


def normal_id(identifier: str) -> str:
    """One spelling for the IDs that people take for the same: ``adr-13``, ``ADR_0013``, ``ADR 13``."""
    text = re.sub(r"[\s_.]+", "-", identifier.strip()).casefold()
    return re.sub(r"(?<!\d)0+(?=\d)", "", text)


def slug(text: str) -> str:
    """*text* as a piece of an anchor: letters and digits of any script, joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", text.casefold()))


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as ISO 8601 with the precision that was written, or the reason why it is none."""

    iso: str | None
    problem: str | None = None


def read_date(text: str) -> DateReading:
    """Reads ``2025-11-04``, ``2025-11`` or ``2025``; anything else has a *problem* and no *iso*."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return DateReading(None, "is not of the form YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = match.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return DateReading(None, "is no date of the calendar")
    return DateReading("-".join(part.zfill(2) for part in (year, month, day) if part))
