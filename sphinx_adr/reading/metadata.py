"""The options of a declaration as typed facts, and what is wrong with them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..log.dates import read_date
from ..log.decision import AuthoredLink
from ..log.finding import Code, Finding, Place
from ..log.identifiers import is_valid_id
from ..log.rules.policy import problem_of_code
from ..log.status_words import STATUS_WORDS
from ..log.vocabulary import LINK_OPTIONS, STATUSES, LinkKind, StatusWord, normal_word
from .leftovers import left_in_options

if TYPE_CHECKING:
    from .phrases import Relation, StatusReading

PEOPLE = ("deciders", "consulted", "informed")
OPTIONS = (
    "id",
    "status",
    "date",
    *PEOPLE,
    "tags",
    "story",
    "requirements",
    "drops",
    "review",
    "summary",
    *LINK_OPTIONS,
    "formerly",
    "ignore",
    "name",
    "class",
    "no-index",
)
"""The options of ``adr``."""

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "decision-makers": "deciders",
        "decision-maker": "deciders",
        "decider": "deciders",
        "authors": "deciders",
        "author": "deciders",
        "owners": "deciders",
        "owner": "deciders",
        "tag": "tags",
        "labels": "tags",
        "keywords": "tags",
        "technical-story": "story",
        "ticket": "story",
        "issue": "story",
        "requirement": "requirements",
        "satisfies": "requirements",
        "addresses": "requirements",
        "review-by": "review",
        "review-date": "review",
        "state": "status",
        "decided": "date",
        "supersedes-by": "superseded-by",
        "superceded-by": "superseded-by",
        "supercedes": "supersedes",
        "replaces": "supersedes",
        "replaced-by": "superseded-by",
        "related": "relates-to",
        "related-to": "relates-to",
        "depends": "depends-on",
        "requires": "depends-on",
        "conflicts": "conflicts-with",
        "noindex": "no-index",
    }
)
"""Other words of the field for an option."""

_ITEM = re.compile(r"[,;\n]")
_DASH = re.compile(r"(?:^|\s)-\s+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that this documentation uses for statuses, and the status of a record that states none."""

    statuses: Mapping[str, StatusWord] = field(default_factory=lambda: STATUS_WORDS)
    default: str | None = None


@dataclass
class Metadata:
    """The typed facts of a declaration, by the names of the record's fields, and the findings about them.

    *stated_links* and *stated_date* are what the words of the status say beside the status.
    """

    facts: dict[str, Any]
    findings: list[Finding]
    stated_links: list[AuthoredLink] = field(default_factory=list)
    stated_date: str | None = None


def split_list(text: str) -> tuple[str, ...]:
    """The items of an authored list: separated by commas, semicolons, lines or dashes, perhaps in brackets."""
    if not (text := text.strip()):
        return ()
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    separator = _DASH if text.startswith("- ") else _ITEM
    items = (item.strip().strip("\"'").strip() for item in separator.split(text))
    return tuple(dict.fromkeys(item for item in items if item))


Lines = Mapping[str, Sequence[tuple[int, str]]]
"""For options, the lines that they are written on, each with its text."""


def read_metadata(
    options: Mapping[str, str],
    place: Place,
    docname: str,
    vocabulary: Vocabulary,
    lines: Lines = MappingProxyType({}),
) -> Metadata:
    """Reads the options of one declaration; what cannot be read is kept as text where there is room for it."""
    found = Metadata({}, [])
    _read_status(options.get("status", ""), place, vocabulary, found)
    for name, text in (("date", options.get("date") or found.stated_date), ("review", options.get("review"))):
        if text:
            reading = read_date(text)
            found.facts[name] = reading.iso
            if reading.problem:
                code = Code.PLACEHOLDER if reading.is_template else Code.DATE_INVALID
                found.findings.append(Finding(code, f"the {name} {text!r} {reading.problem}", place))
    found.facts["date_text"] = options.get("date") or found.stated_date
    for name in (*PEOPLE, "tags", "formerly"):
        found.facts[name] = split_list(options.get(name, ""))
    found.facts["ignored"] = tuple(_ignored(options.get("ignore", ""), place, found.findings))
    for name in ("story", "summary"):
        found.facts[name] = " ".join(options.get(name, "").split()) or None
    for name in ("requirements", "drops"):
        found.facts[name] = tuple(_requirement_ids(options.get(name, ""), name, place, found.findings))
    found.findings += left_in_options(options, place)
    status_line = _line_of("", lines.get("status", ()))
    found.stated_links = [replace(link, line=status_line) for link in found.stated_links]
    found.facts["links"] = tuple(dict.fromkeys((*_links(options, docname, lines), *found.stated_links)))
    return found


def _read_status(text: str, place: Place, vocabulary: Vocabulary, found: Metadata) -> None:
    written = text or vocabulary.default or ""
    found.facts["status_text"] = text or None
    if not written:
        return
    word = vocabulary.statuses.get(normal_word(written))
    if word is None:
        reading = _read_sentence(written, vocabulary, found)
        if reading.is_template:
            message = f"the status {written!r} is text of a template, not a value"
            found.findings.append(Finding(Code.PLACEHOLDER, message, place))
            return
        word = reading.word
    if word is None:
        near = get_close_matches(normal_word(written), vocabulary.statuses, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; the statuses are {', '.join(STATUSES)}"
        found.findings.append(Finding(Code.STATUS_UNKNOWN, f"unknown status {written!r}{hint}", place))
        return
    found.facts["status"], found.facts["phase"] = word.status, word.phase


def _read_sentence(written: str, vocabulary: Vocabulary, found: Metadata) -> StatusReading:
    """The status in words such as ``Superseded by ADR-0013``, whose link is kept as well."""
    # Most statuses are a word: what reads sentences is loaded when there is one.
    from .phrases import read_status

    reading = read_status([written], vocabulary.statuses)
    found.stated_links += [
        AuthoredLink(_kind(relation), relation.target, relation.part, relation.inverse)
        for relation in reading.relations
    ]
    found.stated_date = next(iter(reading.dates), None)
    return reading


def _kind(relation: Relation) -> LinkKind:
    return LinkKind.AMENDS if relation.partial and relation.kind is LinkKind.SUPERSEDES else relation.kind


def _ignored(text: str, place: Place, findings: list[Finding]) -> Iterator[str]:
    for code in split_list(text):
        name = code.removeprefix("adr.")
        if problem := problem_of_code(name):
            findings.append(Finding(Code.OPTION_INVALID, f":ignore: {problem}", place))
        else:
            yield name


def _requirement_ids(text: str, option: str, place: Place, findings: list[Finding]) -> Iterator[str]:
    for identifier in split_list(text):
        if is_valid_id(identifier):
            yield identifier
        else:
            message = f"{identifier!r} in :{option}: is no ID: letters, digits, '.', '-' and '_' make one"
            findings.append(Finding(Code.REQUIREMENT_MALFORMED, message, place))


def _links(options: Mapping[str, str], docname: str, lines: Lines) -> Iterator[AuthoredLink]:
    for name, word in LINK_OPTIONS.items():
        if name not in options:
            continue
        for target in split_list(options[name]):
            to, _, part = target.partition("#")
            yield AuthoredLink(
                word.kind,
                link_target(to.strip(), docname),
                part.strip() or None,
                word.inverse,
                _line_of(target, lines.get(name, ())),
            )


def _line_of(target: str, lines: Sequence[tuple[int, str]]) -> int:
    """The line that holds *target*; the first one where none does; 0 without lines."""
    if len(lines) < 2:
        return lines[0][0] if lines else 0
    named = re.compile(rf"(?<![\w-]){re.escape(target)}(?![\w-])")
    return next((line for line, text in lines if named.search(text)), lines[0][0])


def link_target(target: str, docname: str) -> str:
    """*target*; where it is the path of a document, that document's name behind ``/``, seen from *docname*."""
    stem, extension = posixpath.splitext(target)
    if extension not in (".rst", ".md", ".html", ".txt") and "/" not in target:
        return target
    stem = stem if extension in (".rst", ".md", ".html", ".txt") else target
    if not stem.startswith("/"):
        stem = posixpath.join(posixpath.dirname(docname), stem)
    return "/" + posixpath.normpath(stem.lstrip("/"))
