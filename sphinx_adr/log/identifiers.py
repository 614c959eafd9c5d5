"""Reading, ordering and normalising the identifiers of decision records."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from .id_pattern import ID_PATTERN

_SAFE_ID = re.compile(r"[^\W_][\w.\-]{0,127}")
_LONGEST_START = 300
_SEPARATOR = r"(?:\s*[:—–|·•]|\s+-\s|\s*\.\s|\s*\)\s|$)\s*"
_AFTER_ID = re.compile(_SEPARATOR)
_UP_TO_SEPARATOR = re.compile(f"(?P<adr_id>.{{1,{_LONGEST_START}}}?){_SEPARATOR}")
_EVIDENT_ID = re.compile(r"(?P<adr_id>(?i:m?adr)[-_. ]?\d+|[^\W\d_]+[-_]0\d\d+)\s(?=\S)")
_LEADING_NUMBER = re.compile(
    r"#?(?P<number>\d{1,8})(?:(?:\s*[:.)—–|·•]|\s+-)\s+|(?<=0\d\d\d)(?<!\d{5})(?:\s+|$))"
)
_HASH_NUMBER = re.compile(r"#(?P<number>\d{1,8})\s+")
_BRACKETED = re.compile(r"\[([^\[\]]{1,40})\]\s*[:—–|-]?\s*(?=\S)")
_GLOBAL_FLAGS = re.compile(r"\(\?([aiLmsux]+)\)")
_NUMBERS = re.compile(r"(\d+)")
_FILE_NUMBER = re.compile(
    r"(?:(?:m?adr|dr|rfc|decision|record)[-_]?(?P<named>\d{1,7})|(?:[A-Za-z]+[-_](?=\d{3}))?(?P<number>\d{1,7}))"
    r"(?:[-_. ]|$)",
    re.IGNORECASE,
)
_FILE_DATE = re.compile(
    r"\d{4}[-_.]\d{1,2}[-_.]\d{1,2}(?!\d)|(?:19|20)\d\d-(?:0[1-9]|1[0-2])[-_](?=[^\W\d_])"
)


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


@lru_cache(maxsize=1024)
def read_heading(text: str, given_id: str = "", pattern: str = ID_PATTERN) -> Heading:
    """The ID or number and the title in a heading such as ``ADR-0013: ClickHouse`` or ``13. ClickHouse``.

    *pattern* says what an ID looks like. Where the author gives an ID elsewhere, as *given_id*, only that
    one is taken off the title, also where the heading spells it otherwise or has only its number.
    """
    text = " ".join(text.split())
    text = _unbracketed(text, pattern)
    if given_id:
        return Heading(given_id, "", _without_id(text, given_id, pattern))
    if match := _match_id(text, pattern):
        return Heading(match["adr_id"].replace(" ", "-"), "", text[match.end() :])
    for shape in (_LEADING_NUMBER, _HASH_NUMBER, _label()):
        if match := shape.match(text):
            return Heading("", match["number"] or "", text[match.end() :])
    return Heading("", "", text)


def _unbracketed(text: str, pattern: str) -> str:
    """*text* without the brackets around the ID or number in front of it."""
    match = _BRACKETED.match(text)
    if match is None:
        return text
    inside = match[1].strip()
    named = _leading_id(pattern).fullmatch(inside) or inside.removeprefix("#").isdecimal()
    return f"{inside}: {text[match.end() :]}" if named else text


def _without_id(text: str, identifier: str, pattern: str) -> str:
    if _NUMBERS.search(identifier) and not _NUMBERS.search(text):
        # No spelling of an ID with a number is without one.
        return text
    if slug(text) == identifier:
        return text
    if text.startswith(identifier) and (after := _AFTER_ID.match(text, len(identifier))):
        return text[after.end() :]
    for match in (_match_id(text, pattern), _UP_TO_SEPARATOR.match(text)):
        if match and normal_id(match["adr_id"]) == normal_id(identifier):
            return text[match.end() :]
    own = re.search(r"\d+$", identifier)
    for shape in (_LEADING_NUMBER, _HASH_NUMBER, _label()):
        match = shape.match(text)
        if match and own and match["number"] and match["number"].lstrip("0") == own[0].lstrip("0"):
            return text[match.end() :]
    return text


def _match_id(text: str, pattern: str) -> re.Match[str] | None:
    """The ID in front of a title, with what separates them: nothing but a blank where it is evident."""
    text, leading = text[:_LONGEST_START], _leading_id(pattern)
    if match := leading.match(text):
        return match
    evident = _EVIDENT_ID.match(text)
    return evident if evident and leading.fullmatch(evident["adr_id"]) else None


@lru_cache(maxsize=8)
def _leading_id(pattern: str) -> re.Pattern[str]:
    if flags := _GLOBAL_FLAGS.match(pattern):
        pattern = f"(?{flags[1]}:{pattern[flags.end() :]})"
    return re.compile(f"(?P<adr_id>{pattern}){_SEPARATOR}")


def file_number(docname: str) -> str:
    """The number in a file name such as ``decisions/0013-clickhouse``, as it is written; empty if none.

    A date is no number, nor is a digit in a name: ``2025-11-04-retention``, ``s3-storage``.
    """
    name = docname.rpartition("/")[2]
    if _FILE_DATE.match(name):
        return ""
    match = _FILE_NUMBER.match(name)
    return (match["named"] or match["number"]) if match else ""


@cache
def _label() -> re.Pattern[str]:
    """Words for a record in front of its title, with its number or without: ``Decision 3:``, ``ADR:``."""
    from .languages import listed

    elsewhere = "|".join(sorted(listed(lambda one: one.names_of_record), key=len, reverse=True))
    return re.compile(
        r"(?:(?:(?:any|architectur(?:e|al)|technical|technology|design|project)\s+)?decision(?:\s+records?)?(?:\s*\(m?adr\))?|m?adr"
        rf"|{elsewhere})"
        r"(?:\s*(?:no\.?|nr\.?|n[°º]|number)?\s*#?(?P<number>\d{1,8}))?\s*(?:[:—–|·]|-\s)\s*(?=\S)",
        re.IGNORECASE,
    )


Piece = tuple[int, int, str]


def natural_key(text: str) -> tuple[Piece, ...]:
    """Orders words as readers do: numbers as numbers, without regard to case and to leading zeros."""
    return tuple(
        _number_key(piece) if piece.isdecimal() else (1, 0, piece.casefold())
        for piece in _NUMBERS.split(text)
        if piece
    )


def _number_key(digits: str) -> Piece:
    if not digits.isascii():
        digits = "".join(str(unicodedata.decimal(digit)) for digit in digits)
    digits = digits.lstrip("0")
    return (0, len(digits), digits)


def sort_key(identifier: str) -> tuple[Piece, ...]:
    """Orders identifiers with numbers as numbers: ``ADR-9`` before ``ADR-10``; the missing one last.

    Different identifiers have different keys.
    """
    return (*natural_key(identifier), (-1, 0, identifier)) if identifier else ((2, 0, ""),)


def normal_id(identifier: str) -> str:
    """One spelling for the IDs that people take for the same: ``adr-13``, ``ADR_0013``, ``ADR 13``."""
    text = re.sub(r"[\s_.\-]+", "-", identifier.strip().casefold())
    text = re.sub(r"(?<=[^\W\d_])(?=\d)", "-", text)
    return re.sub(r"(?<!\d)0+(?=\d)", "", text)


def slug(text: str) -> str:
    """*text* as a piece of an anchor: letters and digits of any script, joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text.casefold())))
