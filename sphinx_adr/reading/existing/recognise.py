"""Which parts of a document are records: the whole of it, or sections of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes

from ...log.id_pattern import ID_PATTERN
from ...log.identifiers import Heading, file_number, read_heading, slug
from .parts import (
    GROUP_STATUS,
    all_sections,
    group_word,
    is_known,
    reads_like_a_record,
    status_above,
    sub_sections,
)
from .sets import DocumentSet, SectionRule, is_beside_records
from .untitled import put_below_a_heading

_DATED_NAME = re.compile(
    r"(?:19|20)\d{6}[-_]|(?:19|20)\d\d-\d\d-\d\d[-_]|(?:19|20)\d\d-(?:0[1-9]|1[0-2])[-_](?=[^\W\d_])"
)
_LISTS_RECORDS = re.compile(r"readme|index", re.IGNORECASE)
"""Names of pages that tell of the records beside them, whose IDs are then in headings."""

_UPPER_ID = re.compile(r"[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*[-_ ]?\d+")
_DECISION_ID = re.compile(r"(?:[A-Z]{0,4}DR|ADD?|DEC|DECISION|RFC)[-_ ]?\d", re.IGNORECASE)
_LABELLED = re.compile(r"\s*\[?(?:m?adr|decision)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*#?\d{1,4}\s*[.):]\s+\S")
_DIGIT = re.compile(r"\d")
_NAMES_THE_KIND = re.compile(
    r"(?:(?:any|architectur(?:e|al)|technical|design)\s+)?(?:decisions?(?:\s+records?)?|m?adrs?)(?:\s*\(m?adrs?\))?",
    re.IGNORECASE,
)

A_FILE = "a record a file"
WITH_IDS = "sections with IDs"
BELOW_A_HEADING = "sections below a heading"
LIKE_RECORDS = "sections that read like records"


@dataclass(frozen=True)
class Found:
    """A record in a document: its section, ID and title, and the status that a heading above it gives.

    *before* stands in front of the section and belongs to the record too.
    """

    section: nodes.section
    id: str
    title: str
    status: str | None = None
    before: Sequence[nodes.Node] = ()
    convention: str = ""


@dataclass(frozen=True)
class Unread:
    """A document that holds no record, and why."""

    reason: str
    expected: bool
    """Whether such a document is expected beside records: then it is listed, not reported."""


def recognise(
    document: nodes.document, docname: str, entry: DocumentSet, id_template: str, given_title: str = ""
) -> list[Found] | Unread:
    """The records in *document*; *given_title* is the one that its front matter gives it."""
    reader = _Recogniser(docname, entry, id_template)
    top = [child for child in document.children if isinstance(child, nodes.section)]
    records = list(reader.in_sections(top))
    listed = _LISTS_RECORDS.fullmatch(posixpath.basename(docname)) and not (
        entry.sections or entry.id_pattern
    )
    if listed and records and not any(reads_like_a_record(record.section) for record in records):
        return Unread("its sections with IDs tell of decisions, and read like none", expected=False)
    if records:
        return records
    if is_beside_records(docname):
        return Unread(
            f"the name {posixpath.basename(docname)!r} is that of a page beside records", expected=True
        )
    found = reader.whole(document, top, given_title)
    return [found] if found else Unread("nothing in it tells that it is a decision record", expected=False)


class _Recogniser:
    def __init__(self, docname: str, entry: DocumentSet, id_template: str) -> None:
        self._docname = docname
        self._entry = entry
        self._pattern = entry.id_pattern or ID_PATTERN
        self._strict = re.compile(entry.id_pattern) if entry.id_pattern else _UPPER_ID
        self._template = entry.id_template or id_template

    def _heading(self, text: str) -> Heading:
        return read_heading(text, "", self._pattern)

    # -- sections of a page -----------------------------------------------------------------------------

    def in_sections(self, top: Sequence[nodes.section]) -> Iterator[Found]:
        """The records that are sections of a page: below headings with IDs, or below headings of groups."""
        if self._entry.sections:
            for section in all_sections(top):
                rule = self._entry.sections.get(section[0].astext().strip().casefold())
                if rule is not None:
                    yield from self._group(section, rule)
            return
        if (len(top) == 1 and self._is_identified(top[0])) or self._is_one_record(top):
            return
        identified = self._identified(top)
        if identified:
            for section in identified:
                heading = self._heading(section[0].astext())
                identifier = heading.id or self._numbered(heading.number)
                yield Found(section, identifier, heading.title, status_above(section), convention=WITH_IDS)
            return
        known = [(s, group_word(s[0].astext())) for s in all_sections(top) if sub_sections(s)]
        for number, (section, word) in enumerate((section, word) for section, word in known if word):
            template = self._template if number == 0 else f"{word.upper()}-{{number}}"
            yield from self._group(section, SectionRule(GROUP_STATUS[word], template))
        if not any(word for _section, word in known):
            yield from self._like_records(top)

    def _is_identified(self, section: nodes.section) -> bool:
        text = section[0].astext()
        if not self._entry.id_pattern and _DIGIT.search(text) is None:
            return False
        heading = self._heading(text)
        if heading.number:
            return _LABELLED.match(text) is not None and not self._entry.id_pattern
        return bool(heading.title and self._strict.fullmatch(heading.id))

    def _identified(self, top: Sequence[nodes.section]) -> list[nodes.section]:
        """The sections whose headings have the ID of a decision, without those inside another one.

        IDs that are not clearly those of decisions (``ADR-1``, ``TDR-1``, ``DEC-1``) count where the document
        is no record by its own name, and the sections read like decisions.
        """
        found = _outermost([section for section in all_sections(top) if self._is_identified(section)])
        if self._entry.id_pattern:
            return found
        headings = [self._heading(section[0].astext()) for section in found]
        clear = [s for s, h in zip(found, headings, strict=True) if h.number or _DECISION_ID.match(h.id)]
        if clear or self._has_number(Heading("", "", "")) or len(found) < 2:
            return clear
        return found if any(reads_like_a_record(section) for section in found) else []

    def _is_one_record(self, top: Sequence[nodes.section]) -> bool:
        """Whether the document itself has the parts of a record: then headings with IDs inside it are its own."""
        if self._entry.id_pattern or not top or not self._has_number(Heading("", "", "")):
            return False
        parts = top[1:] if len(top) > 1 else sub_sections(top[0])
        return sum(is_known(part) for part in parts) >= 2

    def _group(self, group: nodes.section, rule: SectionRule) -> Iterator[Found]:
        parts = sub_sections(group)
        numbered = [s for s in parts if _NUMBERED.match(s[0].astext()) or self._heading(s[0].astext()).id]
        for position, section in enumerate(numbered or parts, 1):
            heading = self._heading(section[0].astext())
            number = heading.number or str(position)
            identifier = heading.id or (rule.id_template or self._template).replace("{number}", number)
            yield Found(section, identifier, heading.title, rule.status, convention=BELOW_A_HEADING)

    def _like_records(self, top: Sequence[nodes.section]) -> Iterator[Found]:
        """Sections beside each other that have the parts of records, where the page is none itself."""
        if self._has_number(Heading("", "", "")):
            return
        for group in _groups(top):
            alike = [section for section in group if reads_like_a_record(section)]
            if len(alike) >= 2:
                for section in alike:
                    heading = self._heading(section[0].astext())
                    number = self._numbered(heading.number)
                    identifier = heading.id or number or slug(heading.title)
                    yield Found(
                        section, identifier, heading.title, status_above(section), convention=LIKE_RECORDS
                    )
                return

    def _numbered(self, number: str) -> str:
        return self._template.replace("{number}", number) if number else ""

    # -- the whole document -----------------------------------------------------------------------------

    def whole(self, document: nodes.document, top: list[nodes.section], given_title: str) -> Found | None:
        """The document as one record, if it is one."""
        if not top or (is_known(top[0]) and (len(top) > 1 or not sub_sections(top[0]))):
            numbered = self._has_number(self._heading(given_title)) and document.astext().strip()
            if not numbered and not _sounds_like_one(document):
                return None
            section = put_below_a_heading(document, given_title or self._name())
        else:
            section = top[0]
            if len(top) > 1 and any(is_known(other) for other in top[1:]):
                # The title shares its adornment with the sections below it.
                for other in top[1:]:
                    other.parent.remove(other)
                    section.append(other)
            inner = sub_sections(section)
            if (
                _NAMES_THE_KIND.fullmatch(section[0].astext().strip())
                and len(inner) == 1
                and not is_known(inner[0])
            ):
                section = inner[0]
        before = []
        if section.parent is document:
            position = document.index(section)
            before = [c for c in document.children[:position] if not isinstance(c, nodes.Invisible)]
        heading = self._heading(section[0].astext())
        identifier = heading.id or self._id_of_file(heading)
        if not identifier or not (self._has_number(heading) or reads_like_a_record(section, before)):
            return None
        return Found(section, identifier, heading.title, before=before, convention=A_FILE)

    def _has_number(self, heading: Heading) -> bool:
        return bool(heading.id or heading.number or file_number(self._docname) or self._dated())

    def _dated(self) -> bool:
        return _DATED_NAME.match(posixpath.basename(self._docname)) is not None

    def _id_of_file(self, heading: Heading) -> str:
        name = posixpath.basename(self._docname)
        if self._dated():
            return name
        number = file_number(self._docname) or heading.number
        return self._numbered(number) or re.sub(r"[^\w.-]+", "-", name).strip("-")

    def _name(self) -> str:
        """The words of the name of the file, as a title."""
        name = posixpath.basename(self._docname)
        words = re.sub(r"^(?:[A-Za-z]+[-_])?\d+[-_. ]*", "", name).replace("-", " ").replace("_", " ").strip()
        return (words or name)[:1].upper() + (words or name)[1:]


def _groups(sections: Sequence[nodes.section]) -> Iterator[Sequence[nodes.section]]:
    """Sections beside each other, none of which is a part of a record, from the outside in."""
    if len(sections) == 1 or not any(is_known(section) for section in sections):
        yield sections
        for section in sections:
            yield from _groups(sub_sections(section))


def _sounds_like_one(document: nodes.document) -> bool:
    around = nodes.section("", nodes.title())
    # A view of the document as if it were a section; nothing is taken out of it.
    around.children += [child for child in document.children if not isinstance(child, nodes.Invisible)]
    return reads_like_a_record(around)


def _outermost(found: list[nodes.section]) -> list[nodes.section]:
    inside = {id(inner) for section in found for inner in all_sections(sub_sections(section))}
    return [section for section in found if id(section) not in inside]
