"""Which parts of a document are records: the whole of it, or sections of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes

from ...log.identifiers import ID_PATTERN, Heading, file_number, read_heading
from ...log.section_names import SECTION_NAMES, Section
from ...log.vocabulary import normal_word
from .sets import NOT_RECORDS, DocumentSet, SectionRule

_DATED_NAME = re.compile(r"(?:19|20)\d{6}[-_]|(?:19|20)\d\d-\d\d-\d\d[-_]")
_UPPER_ID = re.compile(r"[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*[-_ ]?\d+")
_DECISION_ID = re.compile(r"(?:[A-Z]{0,4}DR|ADD?|DEC|DECISION|RFC)[-_ ]?\d", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*#?\d{1,4}\s*[.):]\s+\S")
_GROUP_STATUS = {
    "completed": "accepted",
    "complete": "accepted",
    "made": "accepted",
    "decided": "accepted",
    "accepted": "accepted",
    "approved": "accepted",
    "active": "accepted",
    "current": "accepted",
    "implemented": "accepted",
    "final": "accepted",
    "pending": "proposed",
    "open": "proposed",
    "proposed": "proposed",
    "upcoming": "proposed",
    "future": "proposed",
    "rejected": "rejected",
    "declined": "rejected",
    "deprecated": "deprecated",
    "retired": "deprecated",
    "obsolete": "deprecated",
    "superseded": "superseded",
    "replaced": "superseded",
}
_GROUP = re.compile(rf"(?:\w+\s+)?({'|'.join(_GROUP_STATUS)})\s+(?:\w+\s+)?(?:decisions?|adrs?|records?)", re.IGNORECASE)


_PARTS = {Section.CONTEXT, Section.DECISION, Section.CONSEQUENCES, Section.OPTIONS}


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


def recognise(document: nodes.document, docname: str, entry: DocumentSet, id_template: str) -> list[Found] | Unread:
    """The records in *document*."""
    reader = _Recogniser(docname, entry, id_template)
    top = [child for child in document.children if isinstance(child, nodes.section)]
    records = list(reader.in_sections(top))
    if records:
        return records
    name = posixpath.basename(docname).casefold()
    stem = re.sub(r"^(?:\d+[-_. ]*)?(?:adr[-_. ]*)?|[-_. ]*(?:adr|madr)$", "", name).strip("-_. ")
    if name in NOT_RECORDS or stem in NOT_RECORDS or name.endswith(("-template", "_template")):
        return Unread(f"the name {posixpath.basename(docname)!r} is that of a page beside records", expected=True)
    found = reader.whole(document, top)
    return [found] if found else Unread("nothing in it tells that it is a decision record", expected=False)


class _Recogniser:
    def __init__(self, docname: str, entry: DocumentSet, id_template: str) -> None:
        self._docname = docname
        self._entry = entry
        self._pattern = entry.id_pattern or ID_PATTERN
        self._strict = re.compile(entry.id_pattern) if entry.id_pattern else _UPPER_ID
        self._template = entry.id_template or id_template

    def _heading(self, text: str) -> Heading:
        text = re.sub(r"^\s*\[(.*?)\]\s*", r"\1 ", text) if text.lstrip().startswith("[") else text
        return read_heading(text, "", self._pattern)

    def in_sections(self, top: Sequence[nodes.section]) -> Iterator[Found]:
        """The records that are sections of a page: below headings with IDs, or below headings of groups."""
        if self._entry.sections:
            for section in _all_sections(top):
                rule = self._entry.sections.get(section[0].astext().strip().casefold())
                if rule is not None:
                    yield from self._group(section, rule)
            return
        if len(top) == 1 and self._is_identified(top[0]):
            return
        identified = self._identified(top)
        if identified:
            for section in identified:
                heading = self._heading(section[0].astext())
                yield Found(section, heading.id, heading.title, convention="sections with IDs")
            return
        groups = [(s, _GROUP.fullmatch(s[0].astext().strip())) for s in _all_sections(top)]
        known = [(section, match[1].casefold()) for section, match in groups if match and _sub(section)]
        for number, (section, word) in enumerate(known):
            template = self._template if number == 0 else f"{word.upper()}-{{number}}"
            yield from self._group(section, SectionRule(_GROUP_STATUS[word], template))

    def _is_identified(self, section: nodes.section) -> bool:
        heading = self._heading(section[0].astext())
        return bool(heading.title and self._strict.fullmatch(heading.id))

    def _identified(self, top: Sequence[nodes.section]) -> list[nodes.section]:
        """The sections whose headings have the ID of a decision, without those inside another one.

        IDs that are not clearly those of decisions (``ADR-1``, ``TDR-1``, ``DEC-1``) count where the document
        is no record by its own name, and the sections read like decisions.
        """
        found = [section for section in _all_sections(top) if self._is_identified(section)]
        inside = {id(inner) for section in found for inner in _all_sections(_sub(section))}
        found = [section for section in found if id(section) not in inside]
        if self._entry.id_pattern:
            return found
        clear = [s for s in found if _DECISION_ID.match(self._heading(s[0].astext()).id)]
        if clear or self._has_number(Heading("", "", "")) or len(found) < 2:  # noqa: PLR2004
            return clear
        return found if any(_reads_like_a_record(section) for section in found) else []

    def _group(self, group: nodes.section, rule: SectionRule) -> Iterator[Found]:
        numbered = [s for s in _sub(group) if _NUMBERED.match(s[0].astext()) or self._heading(s[0].astext()).id]
        for position, section in enumerate(numbered or _sub(group), 1):
            heading = self._heading(section[0].astext())
            number = heading.number or str(position)
            identifier = heading.id or (rule.id_template or self._template).replace("{number}", number)
            yield Found(section, identifier, heading.title, rule.status, convention="sections below a heading")

    def whole(self, document: nodes.document, top: list[nodes.section]) -> Found | None:
        """The document as one record, if it is one."""
        if not top:
            section = self._untitled(document)
        else:
            section = top[0]
            if len(top) > 1 and not _is_known(section) and any(_is_known(other) for other in top[1:]):
                # The title shares its adornment with the sections below it.
                for other in top[1:]:
                    other.parent.remove(other)
                    section.append(other)
        heading = self._heading(section[0].astext())
        identifier = heading.id or self._id_of_file(heading)
        if not identifier or not (self._has_number(heading) or _reads_like_a_record(section, document.children[:3])):
            return None
        position = document.index(section)
        before = [c for c in document.children[:position] if not isinstance(c, nodes.Invisible)]
        return Found(section, identifier, heading.title, before=before, convention="a record a file")

    def _has_number(self, heading: Heading) -> bool:
        return bool(heading.id or heading.number or file_number(self._docname) or self._dated())

    def _dated(self) -> bool:
        return _DATED_NAME.match(posixpath.basename(self._docname)) is not None

    def _id_of_file(self, heading: Heading) -> str:
        name = posixpath.basename(self._docname)
        if self._dated():
            return name
        number = file_number(self._docname) or heading.number
        if number:
            return self._template.replace("{number}", number)
        return re.sub(r"[^\w.-]+", "-", name).strip("-")

    def _untitled(self, document: nodes.document) -> nodes.section:
        """Puts a document without any heading below one that its file name gives."""
        name = posixpath.basename(self._docname)
        words = re.sub(r"^(?:[A-Za-z]+[-_])?\d+[-_. ]*", "", name).replace("-", " ").replace("_", " ").strip()
        text = (words or name)[:1].upper() + (words or name)[1:]
        section = nodes.section("", nodes.title(text, text))
        section["names"] = [nodes.fully_normalize_name(text)]
        section.source, section.line = document.get("source"), 1
        section[0].source, section[0].line = document.get("source"), 1
        head = [c for c in document.children if isinstance(c, (nodes.field_list, nodes.docinfo, nodes.comment))]
        body = [c for c in document.children if c not in head]
        document.note_implicit_target(section)
        document.clear()
        document.extend(head)
        section.extend(body)
        document.append(section)
        return section


def _reads_like_a_record(section: nodes.section, before: Sequence[nodes.Node] = ()) -> bool:
    """Whether a section has the parts of a decision, or says what status it has."""
    titles = [normal_word(inner[0].astext()).strip(" :") for inner in _all_sections(_sub(section))]
    kinds = {SECTION_NAMES.get(title) for title in titles}
    if len(kinds & _PARTS) >= 2:  # noqa: PLR2004
        return True
    head = (*before, *section.children[1:4])
    words = " ".join(node.astext() for node in head if not isinstance(node, nodes.section))
    return "status" in titles or re.search(r"\bstatus\b\s*:", words, re.IGNORECASE) is not None


def _is_known(section: nodes.section) -> bool:
    return normal_word(section[0].astext()).strip(" :") in SECTION_NAMES


def _sub(section: nodes.Element) -> list[nodes.section]:
    return [child for child in section.children if isinstance(child, nodes.section)]


def _all_sections(top: Sequence[nodes.section]) -> Iterator[nodes.section]:
    stack = list(reversed(top))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(_sub(section)))
