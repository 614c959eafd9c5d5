"""The tokens of scanned text: words, targets, dates and the marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from .fragments import MARKS, Linked, Script
from .targets import ID, Evidence, Target, is_placeholder, is_sample, target_of_link, target_of_text
from .wording import ALSO, NUMBERING, RECORD_NAMES, UNNAMED


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


BREAKS = frozenset(
    {
        Sort.COMMA,
        Sort.SLASH,
        Sort.SEMICOLON,
        Sort.OPENING,
        Sort.CLOSING,
        Sort.COLON,
        Sort.DASH,
        Sort.ARROW,
        Sort.BAR,
    }
)
"""The marks between the clauses of a sentence."""


class Token(NamedTuple):
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
    "·": Sort.BAR,
    "•": Sort.BAR,
    ";": Sort.SEMICOLON,
    "?": Sort.QUESTION,
    "(": Sort.OPENING,
    ")": Sort.CLOSING,
    "[": Sort.OPENING,
    "]": Sort.CLOSING,
    ":": Sort.COLON,
}
_ABBREVIATIONS = frozenset({"e.g", "i.e", "cf", "no", "nr", "vs", "approx", "incl"})
_DATE = re.compile(
    r"[0-9]{4}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?(?:T.{0,40})?|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}|"
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]"
)
_WORD_JOINT = re.compile(r"[-_~]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ELISION = re.compile(r"^(?:[ld]|(?:d|n|s)?all|dell)['’](?=[A-Z])", re.IGNORECASE)
"""What French and Italian put in front of a name: ``l'ADR-3``, ``dall'ADR-3``."""


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
        elif found == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())):
            yield Token(Sort.MARK, found, start, end)
        elif kind in ("arrow", "stop", "dash"):
            yield Token(Sort[kind.upper()], found, start, end)
        elif kind == "mark":
            yield Token(_MARKS.get(found, Sort.MARK), found, start, end)
        path, before = "", found.casefold() if kind == "run" else ""


def _link_token(linked: Linked | None, start: int, end: int) -> Token:
    if linked is None or not linked.target:
        return Token(Sort.MARK, "", start, end)
    if is_sample(linked):
        return Token(Sort.TEMPLATE, "", start, end)
    return Token(Sort.TARGET, "", start, end, target_of_link(linked))


def _of_run(run: str, start: int, end: int) -> Iterator[Token]:
    bare = _ELISION.sub("", run)
    if bare != run and (bare.casefold() in RECORD_NAMES or target_of_text(bare)):
        run = bare
    if is_placeholder(run):
        yield Token(Sort.TEMPLATE, run, start, end)
    elif _DATE.fullmatch(run):
        yield Token(Sort.DATE, run, start, end)
    elif target := target_of_text(run):
        yield Token(Sort.TARGET, run.casefold(), start, end, target)
    else:
        yield from _words(run, start, end)


def _words(run: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words of ``superseded-by``, ``and/or`` and ``ADR-1/ADR-2``."""
    pieces = run.split("/")
    for number, piece in enumerate(pieces):
        if number:
            yield Token(Sort.SLASH, "/", start, end)
        if len(pieces) > 1 and piece[-1:].isdecimal():
            yield from _of_run(piece, start, end)
            continue
        for word in _WORD_JOINT.split(piece):
            if word:
                yield Token(Sort.WORD, word.replace("’", "'").casefold(), start, end)


def _with_numbers(tokens: Sequence[Token]) -> Iterator[Token]:
    """Join ``ADR 13``, ``ADR #13`` and ``decision no. 13``; the number in ``ADR-12, 13`` has its prefix."""
    position, prefix = 0, ""
    while position < len(tokens):
        token = tokens[position]
        if number := _number_behind(tokens, position):
            name = token.word.removesuffix("s")
            prefix = "" if name in UNNAMED else f"{name.upper()}-"
            evidence = Evidence.RECORD if name != "rfc" else Evidence.ID
            named = tokens[number].target
            assert named is not None
            target = Target(prefix + named.name, None, evidence)
            possessive = tokens[number].word[-2:] if tokens[number].word.endswith(("'s", "’s")) else ""
            yield Token(Sort.TARGET, possessive, token.start, tokens[number].end, target)
            position = number + 1
            continue
        position += 1
        if token.target and (found := ID.fullmatch(token.target.name)):
            prefix = found["prefix"] + found["joint"]
        elif token.target and token.target.is_number and prefix:
            token = token._replace(target=replace(token.target, name=prefix + token.target.name))
        elif token.sort not in (Sort.COMMA, Sort.SLASH) and token.word not in ALSO:
            prefix = ""
        yield token


def _number_behind(tokens: Sequence[Token], position: int) -> int:
    """The position of the number that belongs to the name of a kind of record at *position*, or 0."""
    if tokens[position].word not in RECORD_NAMES:
        return 0
    for reach in range(position + 1, min(position + 4, len(tokens))):
        token = tokens[reach]
        if token.target is not None:
            return reach if token.target.is_number and not _YEAR.fullmatch(token.word) else 0
        if token.word not in NUMBERING and token.word not in ("#", ".", "°", "º"):
            return 0
    return 0


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
