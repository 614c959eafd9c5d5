"""The tokens of scanned text: words, targets, dates and the marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .fragments import MARKS, Linked, Script
from .wording import NUMBERING, RECORD_NAMES, STANDARDS


class Sort(Enum):
    """What a token is."""

    WORD = auto()
    TARGET = auto()
    TEMPLATE = auto()
    DATE = auto()
    COMMA = auto()
    SLASH = auto()
    BAR = auto()
    SEMICOLON = auto()
    STOP = auto()
    QUESTION = auto()
    OPENING = auto()
    CLOSING = auto()
    COLON = auto()
    DASH = auto()
    ARROW = auto()
    MARK = auto()


class Evidence(Enum):
    """What makes a target one."""

    RECORD = auto()
    """It is named as decision records are: ``ADR-0013``, ``0013-clickhouse.md``, a link to such a file."""
    LINK = auto()
    """It is a link to something else in the documentation."""
    ID = auto()
    """It looks like an ID of something."""
    PADDED = auto()
    """It is a number with leading zeros."""
    NUMBER = auto()
    """It is a number."""
    WEB = auto()
    """It is a link to a place outside that is not named as records are."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a relation can lead to."""

    name: str
    part: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the scanned text; *word* is its text in lower case."""

    sort: Sort
    word: str
    start: int
    end: int
    target: Target | None = None


_TOKEN = re.compile(
    rf"""(?P<link>[{MARKS}])
    |(?P<url>https?://[^\s{MARKS}]++)
    |(?P<emoji>(?<!\w):[a-z0-9_+-]{{1,40}}:)
    |(?P<run>\#?[^\W{MARKS}](?:[^\W{MARKS}]|[-./#'’@~](?=[^\W{MARKS}]))*+)
    |(?P<path>(?:\.{{1,2}}/){{1,9}}(?=\w))
    |(?P<arrow>(?<!-)-++>|(?<!=)=++>|[→⇒➔➜➡⟶»↦])
    |(?P<stop>\n|(?<![.!…])[.!…]++(?=[\s"'”’)\]*_{MARKS}]|$))
    |(?P<dash>(?<![-–—])[-–—]++(?=\s|$)|[–—])
    |(?P<mark>\S)""",
    re.VERBOSE,
)
_MARKS = {
    ",": Sort.COMMA,
    "&": Sort.COMMA,
    "+": Sort.COMMA,
    "/": Sort.SLASH,
    "|": Sort.BAR,
    ";": Sort.SEMICOLON,
    "?": Sort.QUESTION,
    "(": Sort.OPENING,
    ")": Sort.CLOSING,
    "[": Sort.OPENING,
    "]": Sort.CLOSING,
    ":": Sort.COLON,
}
_ABBREVIATIONS = frozenset({"e.g", "i.e", "cf", "no", "nr", "vs", "approx", "incl"})
_TEMPLATE = re.compile(
    r"(?:.{0,100}/)?(?:[a-z]{1,9}[-_#])?0{0,4}(?:x{2,}|n{2,}|y{3,}(?:mmdd)?|z{3,}|i{4,})(?:[-_.].{0,200})?", re.IGNORECASE
)
_SAMPLE_LINKS = frozenset({"", "#", "link", "url", "path", "todo", "...", "…", "link-to-adr", "link to adr"})
_FILE = re.compile(r".*\.(?:md|rst|html?|txt|adoc|markdown|mdx)", re.IGNORECASE | re.DOTALL)
_SLUG = re.compile(r"(?:[a-z]{1,9}[-_])?[0-9]{3,8}[-_][^\W\d_].*", re.IGNORECASE)
_NAMED_SLUG = re.compile(r"(?:m?adr|tdr|ddr|dr)[-_]?[0-9]{1,8}[-_][^\W\d_].*", re.IGNORECASE)
_DATE = re.compile(
    r"[0-9]{4}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?(?:T.{0,40})?|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|"
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]"
)
_ID = re.compile(r"(?P<prefix>[^\W\d_][^\W_]{0,40}(?:[-_.][^\W_]{1,40}){0,6}?)(?P<joint>[-_.#]?)(?P<number>[0-9]{1,9})")
_RECORD_PREFIX = re.compile(r"(?:.*[-_.])?(?:[a-z]{0,3}adr|[a-z]?dr|tdr|ddr|dec|decision)", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(r"(?:(?:m?adr|decision)s?\b.{0,40}|#?[0-9]{1,8}(?:[.:)]| -|$).{0,300})", re.IGNORECASE)
_RECORD_FOLDER = re.compile(r"(?:^|/)(?:m?adrs?|decisions?|decision-records?)/", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def tokens_of(text: str, script: Script) -> list[Token]:
    """Take *text*, in which marks stand for the links of *script*, apart."""
    return [*_with_numbers([*_tokens(text, script)])]


def _tokens(text: str, script: Script) -> Iterator[Token]:
    path, before = "", ""
    for match in _TOKEN.finditer(text):
        found, start, end = match[0], match.start(), match.end()
        kind = match.lastgroup
        if kind == "path":
            path = found
            continue
        if kind == "link":
            yield _link_token(script.linked(found), start, end)
        elif kind == "url":
            address = found.rstrip(".,;:!?)>]}'\"*_")
            yield _link_token(Linked(address, address), start, end)
        elif kind == "run":
            yield from _of_run(path + found.strip("_"), start, end)
        elif kind == "stop" and found == "." and (before in _ABBREVIATIONS or len(before) == 1 and before.isalpha()):
            yield Token(Sort.MARK, found, start, end)
        elif kind in ("arrow", "stop", "dash"):
            yield Token(Sort[kind.upper()], found, start, end)
        elif kind == "mark":
            yield Token(_MARKS.get(found, Sort.MARK), found, start, end)
        path, before = "", found.casefold() if kind == "run" else ""


def _link_token(linked: Linked | None, start: int, end: int) -> Token:
    if linked is None or not linked.target:
        return Token(Sort.MARK, "", start, end)
    file = linked.target.rpartition("/")[2]
    if linked.target.casefold() in _SAMPLE_LINKS or _TEMPLATE.fullmatch(linked.text) or _TEMPLATE.fullmatch(file):
        return Token(Sort.TEMPLATE, "", start, end)
    outside = "://" in linked.target or linked.target.startswith("mailto:")
    if looks_like_record(linked):
        evidence = Evidence.RECORD
    else:
        evidence = Evidence.WEB if outside else Evidence.LINK
    return Token(Sort.TARGET, "", start, end, Target(linked.target, linked.part, evidence))


def looks_like_record(linked: Linked) -> bool:
    """Whether the text or the target of a link is named as decision records are."""
    if linked.target.startswith("mailto:"):
        return False
    path = linked.target.partition("#")[0] or linked.target
    names = (path.rpartition("/")[2], linked.text.strip())
    if any(_SLUG.fullmatch(name) or _NAMED_SLUG.fullmatch(name) for name in names):
        return True
    if any((found := _ID.fullmatch(name)) and _RECORD_PREFIX.fullmatch(found["prefix"]) for name in names):
        return True
    in_folder = _RECORD_FOLDER.search(path) and not names[0].casefold().startswith(("readme", "index"))
    if "://" in linked.target:
        return bool(in_folder) and "/issues/" not in path and "/pull/" not in path
    return bool(in_folder or _NUMBERED_TITLE.fullmatch(linked.text.strip()))


def _of_run(run: str, start: int, end: int) -> Iterator[Token]:
    name, _, part = run.partition("#") if not run.startswith("#") else (run, "", "")
    bare = name.removesuffix("'s").removesuffix("’s")
    target: Target | None = None
    if _TEMPLATE.fullmatch(run):
        yield Token(Sort.TEMPLATE, run, start, end)
        return
    if _DATE.fullmatch(run):
        yield Token(Sort.DATE, run, start, end)
        return
    last = bare.rpartition("/")[2]
    if _FILE.fullmatch(bare) or _SLUG.fullmatch(last) or _NAMED_SLUG.fullmatch(last):
        target = Target(bare, part or None, Evidence.RECORD)
    elif (digits := bare.removeprefix("#")).isdecimal() and digits.isascii():
        padded = digits.startswith("0") and len(digits) > 2
        target = Target(digits, part or None, Evidence.PADDED if padded else Evidence.NUMBER)
    elif found := _ID.fullmatch(bare if not part.isdecimal() else f"{bare}-{part}"):
        target = _named(found, "" if part.isdecimal() else part)
    if target is not None:
        yield Token(Sort.TARGET, run.casefold(), start, end, target)
    else:
        yield from _words(run, start, end)


def _named(found: re.Match[str], part: str) -> Target | None:
    prefix, joint = found["prefix"], found["joint"]
    if _RECORD_PREFIX.fullmatch(prefix):
        return Target(found[0], part or None, Evidence.RECORD)
    if joint in ("-", "_") and prefix.isupper() and prefix.casefold() not in STANDARDS:
        return Target(found[0], part or None, Evidence.ID)
    return None


def _words(run: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words of ``superseded-by``, ``and/or`` and ``ADR-1/ADR-2``."""
    pieces = run.split("/")
    for number, piece in enumerate(pieces):
        if number:
            yield Token(Sort.SLASH, "/", start, end)
        if len(pieces) > 1 and re.search(r"[0-9]$", piece):
            yield from _of_run(piece, start, end)
            continue
        for word in re.split(r"[-_~]", piece):
            if word:
                yield Token(Sort.WORD, word.replace("’", "'").casefold(), start, end)


def _with_numbers(tokens: list[Token]) -> Iterator[Token]:
    """Join ``ADR 13``, ``ADR #13`` and ``decision no. 13``; a bare number behind ``ADR-12,`` has its prefix."""
    position, prefix = 0, ""
    while position < len(tokens):
        token = tokens[position]
        reach = _number_behind(tokens, position) if token.word in RECORD_NAMES and token.sort is Sort.WORD else 0
        if reach:
            number = tokens[reach]
            assert number.target is not None
            named = token.word.removesuffix("s").upper()
            prefix = "" if token.word.startswith(("decision", "record")) else f"{named}-"
            yield Token(
                Sort.TARGET, "", token.start, number.end, Target(prefix + number.target.name, None, Evidence.RECORD)
            )
            position = reach + 1
            continue
        if token.target and token.target.evidence is Evidence.RECORD and (found := _ID.fullmatch(token.target.name)):
            prefix = found["prefix"] + found["joint"]
        elif is_number(token) and prefix:
            assert token.target is not None
            token = Token(
                Sort.TARGET,
                token.word,
                token.start,
                token.end,
                Target(prefix + token.target.name, token.target.part, token.target.evidence),
            )
        elif token.sort not in (Sort.COMMA, Sort.SLASH) and token.word not in ("and", "or"):
            prefix = ""
        yield token
        position += 1


def _number_behind(tokens: list[Token], position: int) -> int:
    for reach in range(position + 1, min(position + 4, len(tokens))):
        token = tokens[reach]
        if is_number(token):
            return reach if not _YEAR.fullmatch(token.word) else 0
        if token.word not in NUMBERING and token.word not in ("#", ".", "°", "º"):
            return 0
    return 0


def is_number(token: Token) -> bool:
    """Whether *token* is a number without a name."""
    return token.target is not None and token.target.evidence in (Evidence.NUMBER, Evidence.PADDED)


def may_be_record_number(token: Token, following: Token | None) -> bool:
    """Whether a number where a target is expected is one: not a year, nor the number of something."""
    assert token.target is not None
    if token.word.startswith("#") or token.target.evidence is Evidence.PADDED:
        return True
    if _YEAR.fullmatch(token.word) or len(token.word) > 5:
        return False
    if following is None or following.sort not in (Sort.WORD, Sort.MARK, Sort.TARGET):
        return True
    return following.word in ("and", "or", '"', "*", "`", "_")
