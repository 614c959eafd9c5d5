"""``adr_documents``: which documents are read as they stand, and how their records are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sphinx.util.matching import Matcher

from ...log.identifiers import file_number
from ...log.patterns import problem_of_pattern

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

_NEVER_RECORDS = ("readme", "index", "template", "toc")
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
        name in NOT_RECORDS or stem in NOT_RECORDS or name.endswith(("-template", "_template", ".template"))
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


def problems_of(value: object) -> Iterator[str]:
    """What is wrong with the value of ``adr_documents``."""
    if not isinstance(value, (list, tuple)):
        return
    for number, entry in enumerate(value, 1):
        if isinstance(entry, str):
            continue
        if not isinstance(entry, dict):
            yield f"entry {number} is neither a pattern nor a table"
            continue
        if not _words(entry.get("documents")):
            yield f"entry {number} names no documents: {{'documents': 'adr/*'}}"
        for key in entry:
            if key not in KEYS:
                yield f"entry {number} has no {key!r}; it has: {', '.join(KEYS)}"
        pattern = entry.get("id_pattern")
        if pattern is not None:
            problem = problem_of_pattern(pattern) if isinstance(pattern, str) else "is no text"
            if problem:
                yield f"the id_pattern of entry {number} {problem}"


def read_sets(value: object) -> tuple[DocumentSet, ...]:
    """The entries of ``adr_documents``, which :func:`problems_of` found nothing wrong with."""
    assert isinstance(value, (list, tuple))
    return tuple(_set({"documents": entry} if isinstance(entry, str) else entry) for entry in value)


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
