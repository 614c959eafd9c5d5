"""``adr_documents``: which documents are read as they stand, and how their records are told apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from sphinx.util.matching import Matcher

from ...log.identifiers import file_number
from ...log.languages import listed
from ...log.patterns import problem_of_pattern
from ...log.vocabulary import normal_word

_SUFFIX = re.compile(r"\.(?:md|rst|txt)$")
NOT_RECORDS = (
    "readme",
    "index",
    "template",
    "toc",
    "contents",
    "decision-log",
    "log",
    "overview",
    "summary",
    "glossary",
)
"""Names of files that stand beside records and are none."""

_OF_LANGUAGES = frozenset(word.replace(" ", "-") for word in listed(lambda one: one.beside))
"""The same in other languages, also for names with a number."""

_NEVER_RECORDS = frozenset({"readme", "index", "template", "toc"}) | _OF_LANGUAGES
"""The same for names with a number."""

_AROUND = re.compile(
    r"^(?:(?:\d+|[nx]{3,}|y{4}m*d*)[-_. ]*)?(?:m?adrs?[-_. ]*)?(?:(?:\d+|[nx]{3,})[-_. ]*)?|[-_. ]*m?adrs?$"
)


def is_beside_records(docname: str) -> bool:
    """Whether the name of a document is that of a page that stands beside records: an index, a template."""
    name = docname.rpartition("/")[2].casefold()
    stem = _AROUND.sub("", name).strip("-_. ")
    if file_number(docname):
        return stem in _NEVER_RECORDS or stem.startswith(("template-", "adr-template", "madr-template"))
    return (
        name in NOT_RECORDS
        or stem in NOT_RECORDS
        or stem in _OF_LANGUAGES
        or name.endswith(("-template", "_template", ".template"))
    )


@dataclass(frozen=True, slots=True)
class SectionRule:
    """What a heading says about the records below it."""

    status: str | None = None
    id_template: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """One entry of ``adr_documents``."""

    documents: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    id_pattern: str | None = None
    id_template: str | None = None
    status: str | None = None
    sections: Mapping[str, SectionRule] = field(default_factory=lambda: MappingProxyType({}))

    def holds(self, docname: str) -> bool:
        """Whether *docname* belongs to this set."""
        return Matcher(self.documents)(docname) and not Matcher(self.exclude)(docname)


KEYS = (
    "documents",
    "exclude",
    "id_pattern",
    "id_template",
    "prefix",
    "section",
    "sections",
    "status",
    "default_status",
)
"""What an entry that is a table can say."""


def usable_sets(value: object) -> tuple[list[object], list[str]]:
    """What can be used of the value of ``adr_documents``, and what is wrong with the rest of it.

    An entry that names no documents is left out, and of others what they say wrongly.
    """
    kept: list[object] = []
    problems: list[str] = []
    for number, entry in enumerate(value if isinstance(value, (list, tuple)) else (), 1):
        if isinstance(entry, str):
            kept.append(entry)
        elif not isinstance(entry, dict):
            problems.append(f"entry {number} is neither a pattern nor a table")
        else:
            bad = {key: said for key in entry if (said := _problem(key, entry[key]))}
            problems += (f"entry {number} {said}" for said in bad.values())
            if _words(entry.get("documents")):
                kept.append({key: said for key, said in entry.items() if key not in bad})
            elif "documents" not in bad and not any("documents" in said for said in bad.values()):
                problems.append(f"entry {number} names no documents: {{'documents': 'adr/*'}}")
    return kept, problems


def _problem(key: object, said: object) -> str | None:
    """What is wrong with what an entry says under *key*."""
    if key not in KEYS:
        near = get_close_matches(str(key), KEYS, n=1)
        return f"has no {key!r}" + (
            f"; did you mean {near[0]!r}?" if near else f"; it has: {', '.join(KEYS)}"
        )
    if key in ("documents", "exclude") and not _words(said):
        return f"has {said!r} as {key!r}, which is neither a pattern nor a list of patterns"
    if key in ("id_pattern", "id_template", "prefix", "status", "default_status"):
        if said is not None and not isinstance(said, str):
            return f"has {said!r} as {key!r}, which is no text"
        if key == "id_pattern" and said and (problem := problem_of_pattern(said)):
            return f"has an id_pattern that {problem}"
        if key == "id_template" and said and "{number}" not in said:
            return f"has {said!r} as 'id_template'; it must contain {{number}}"
    if key in ("section", "sections"):
        if not (isinstance(said, Mapping) or _words(said)):
            return f"has {said!r} as {key!r}, which is neither a list of headings nor a table of them"
        return next(_bad_rules(said), None) if isinstance(said, Mapping) else None
    return None


def _bad_rules(sections: Mapping[Any, object]) -> Iterator[str]:
    """What is wrong with what a table says about headings."""
    for heading, rule in sections.items():
        given = rule if isinstance(rule, Mapping) else {"status": rule}
        for key, said in given.items():
            if key not in ("status", "prefix", "id_template") or not isinstance(said, (str, type(None))):
                yield f"says {key!r}: {said!r} of the heading {heading!r}; it can have status, prefix, id_template"


def statuses_in(value: object) -> Iterator[tuple[int, str]]:
    """The statuses that the entries of ``adr_documents`` give, each with the number of its entry."""
    for number, entry in enumerate(read_sets(value), 1):
        for status in (entry.status, *(rule.status for rule in entry.sections.values())):
            if status is not None:
                yield number, status


def read_sets(value: object, statuses: Collection[str] | None = None) -> tuple[DocumentSet, ...]:
    """The entries of ``adr_documents``, of which :func:`usable_sets` kept what can be used.

    Where *statuses* are given, as the status table spells them, no other status is one.
    """
    assert isinstance(value, (list, tuple))
    found = (_set({"documents": entry} if isinstance(entry, str) else entry) for entry in value)
    if statuses is None:
        return tuple(found)
    return tuple(_with(one, statuses) for one in found)


def _with(one: DocumentSet, statuses: Collection[str]) -> DocumentSet:
    def known(status: str | None) -> str | None:
        return status if status is not None and normal_word(status) in statuses else None

    sections = {name: replace(rule, status=known(rule.status)) for name, rule in one.sections.items()}
    return replace(one, status=known(one.status), sections=MappingProxyType(sections))


def _set(entry: Mapping[str, Any]) -> DocumentSet:
    prefix = entry.get("prefix")
    template = entry.get("id_template") or (f"{prefix}{{number}}" if prefix else None)
    return DocumentSet(
        documents=_patterns(entry.get("documents")),
        exclude=_patterns(entry.get("exclude")),
        id_pattern=entry.get("id_pattern"),
        id_template=template,
        status=entry.get("default_status") or entry.get("status"),
        sections=MappingProxyType(dict(_sections(entry.get("sections", entry.get("section"))))),
    )


def _sections(value: object) -> Iterator[tuple[str, SectionRule]]:
    if isinstance(value, Mapping):
        for heading, rule in value.items():
            given = rule if isinstance(rule, Mapping) else {"status": rule}
            prefix = given.get("prefix")
            template = given.get("id_template") or (f"{prefix}{{number}}" if prefix else None)
            yield str(heading).casefold(), SectionRule(given.get("status"), template)
    else:
        for heading in _words(value):
            yield heading.casefold(), SectionRule()


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(item) for item in value) if isinstance(value, (list, tuple)) else ()


def _patterns(value: object) -> tuple[str, ...]:
    return tuple(_SUFFIX.sub("", pattern.strip("/")) for pattern in _words(value))
