"""The fields that the head of a record can have, by all the names that they go by, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...log.languages import LANGUAGES, entries, listed, spellings
from ...log.section_names import normal_title
from ...log.status_words import STATUS_WORDS
from ...log.vocabulary import LINK_OPTIONS, LinkKind
from ..metadata import ALIASES, OPTIONS

_MORE = {
    "adr ignore": "ignore",
    "adr status": "status",
    "current status": "status",
    "decision status": "status",
    "adr date": "date",
    "date decided": "date",
    "date of decision": "date",
    "decision date": "date",
    "decided on": "date",
    "accepted": "date",
    "accepted on": "date",
    "approved on": "date",
    "created": "created",
    "date created": "created",
    "creation date": "created",
    "proposal date": "created",
    "proposed on": "created",
    "start date": "created",
    "last updated": "updated",
    "last modified": "updated",
    "updated": "updated",
    "author(s)": "deciders",
    "approved by": "deciders",
    "approver": "deciders",
    "approvers": "deciders",
    "decided by": "deciders",
    "decider(s)": "deciders",
    "decision maker(s)": "deciders",
    "decision owner": "deciders",
    "decision owners": "deciders",
    "proposed by": "deciders",
    "participants": "deciders",
    "reviewers": "consulted",
    "stakeholders": "informed",
    "category": "tags",
    "categories": "tags",
    "technical story": "story",
    "jira": "story",
    "story link": "story",
    "next review": "review",
    "review": "review",
    "review by": "review",
    "review due": "review",
    "revisit": "review",
    "adr": "id",
    "adr id": "id",
    "adr number": "id",
    "number": "id",
    "decision id": "id",
    "title": "title",
    "adr title": "title",
    "superceeded by": "superseded-by",
    "obsoletes": "supersedes",
    "obsoleted by": "superseded-by",
    "related adrs": "relates-to",
    "related adr": "relates-to",
    "related decisions": "relates-to",
    "see also": "relates-to",
    "links": "relates-to",
}
_NOT_IN_PROSE = frozenset({"class", "name", "no-index", "summary", "formerly", "ignore"})

ENGLISH_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **{name.replace("-", " "): name for name in OPTIONS if name not in _NOT_IN_PROSE},
        **{alias.replace("-", " "): name for alias, name in ALIASES.items() if name not in _NOT_IN_PROSE},
        **_MORE,
    }
)
"""The names of fields in English, in lower case with blanks, and the option of ``adr`` that each is."""


def _links() -> Iterator[tuple[str, str]]:
    """The phrases of links in the languages, which are fields as well."""
    inverse = {word.kind: name for name, word in LINK_OPTIONS.items() if word.inverse}
    for language in LANGUAGES:
        for kind, (newer, older) in language.links.items():
            yield from ((phrase, kind) for phrase in spellings(newer, exact=True))
            yield from (
                (phrase, inverse.get(LinkKind(kind), kind)) for phrase in spellings(older, exact=True)
            )


NAMES: Mapping[str, str] = MappingProxyType(
    {name: "relates-to" for name, section in entries(lambda one: one.sections) if section == "related"}
    | dict(_links())
    | dict(entries(lambda one: one.fields))
    | dict(ENGLISH_NAMES)
)
"""Every name of a field, in lower case with blanks, and the option of ``adr`` that it is."""

_JOINED = {name.replace(" ", ""): field for name, field in NAMES.items()}

RELATIONS = frozenset(LINK_OPTIONS)
"""The fields that name other decisions."""

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        name: field
        for name, field in NAMES.items()
        if field in ("status", "date", "deciders", "consulted", "informed", "tags", "story", "review")
        and name not in ("open", "accepted", "adr", "issue", "jira", "category", "review")
    }
)
"""The fields that can be a section of their own."""

METADATA = frozenset(
    {
        "metadata",
        "meta",
        "meta data",
        "details",
        "information",
        "header",
        "record",
        "adr metadata",
        "document information",
    }
)
"""Sections that hold nothing but fields."""

NO_VALUE = frozenset(
    {"-", "–", "—", "n/a", "na", "none", "tbd", "tba", "?", "null", "...", "…", "not applicable"}
) | listed(lambda one: one.nothing)
"""What stands where a field has no value."""

_KEY = re.compile(
    r"(?:^|(?<=[|•·;,])|(?<=\s{2}))\s*[-*>]?\s*(?P<key>[A-Za-zÀ-ž][A-Za-zÀ-ž()\-'’ ]{1,28}?)\s*(?P<colon>[:：])(?!//)"
)


_GAP = re.compile(r"\s{3,}")
"""A gap between fields, which says no more than two blanks do, and is looked at again from each place in it."""

_OTHER_FIELDS = re.compile(r"\s*[-*>]?\s*(?:[A-ZÀ-Ž][A-Za-zÀ-ž()\-'’ ]{1,28}:\s[^|•·]*[|•·]\s*)+")
"""Fields of no known name on a line of fields, such as ``Effort: 3 days |``."""


def field_of(name: str) -> str | None:
    """The option that a field of this name is, or ``None``."""
    known = NAMES.get(" ".join(name.replace("-", " ").replace("_", " ").casefold().strip(" *:").split()))
    return known or NAMES.get(normal_title(name)) or _JOINED.get(name.casefold())


def is_label(text: str) -> bool:
    """Whether *text* names a field, and cannot be the value of one, as "Accepted" can."""
    return field_of(text) is not None and normal_title(text) not in STATUS_WORDS


_NEXT_FIELD = re.compile(r"\s*[|•·]\s+[A-ZÀ-Ž][A-Za-zÀ-ž()\-'’ ]{1,28}:\s.*", re.DOTALL)
"""A field of no known name behind a value: ``Accepted · Effort: 3 days``."""

_DATE_NAMES = frozenset({"data", "review"})
"""Names that are those of other things as well, unless a date follows."""


def scan(line: str) -> Iterator[tuple[str, str]]:
    """The fields in a line such as ``Status: Accepted | Date: 2025-03-10``, with their values."""
    line = _GAP.sub("  ", line)
    found = [(match, name) for match in _KEY.finditer(line) if (name := field_of(match["key"]))]
    before = line[: found[0][0].start()] if found else ""
    if not found or (before.strip(" -*>|") and not _OTHER_FIELDS.fullmatch(before)):
        return
    for number, (match, name) in enumerate(found):
        end = found[number + 1][0].start() if number + 1 < len(found) else len(line)
        value = _NEXT_FIELD.sub("", line[match.end("colon") : end], count=1)
        if match["key"].casefold() not in _DATE_NAMES or can_be_date(value):
            yield name, value.strip().strip("|•·;,").strip().removeprefix("– ").removeprefix("— ")


def can_be_date(value: str) -> bool:
    """Whether *value* has a number in it, or is text that a template has in place of a date."""
    return any(map(str.isdecimal, value)) or value.strip(" *_`").startswith(("[", "{", "<", "YYYY", "AAAA"))
