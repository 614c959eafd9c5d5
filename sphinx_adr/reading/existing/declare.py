"""Declares the records of a document as it stands, so that they take the same way as all others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from docutils import nodes

from ...log.decision import AuthoredLink, Declared
from ...log.finding import Code, Finding, Place
from ...log.vocabulary import LinkKind, StatusWord
from ...placeholders import adr_decision, declaration
from ..front_matter import FrontMatter, read_front_matter
from ..metadata import link_target
from ..phrases import Relation
from ..places import place_of
from .flat import Flattener
from .head import Head, HeadReader
from .outcome import DocumentReading
from .recognise import A_FILE, Found, Unread, recognise
from .relations import StatedReader
from .sets import DocumentSet

_LONGEST_FRONT = 65536
_DATE = re.compile(r"((?:19|20)\d\d)-?(\d\d)(?:-?(\d\d))?(?!\d)")


def declare_records(
    document: nodes.document,
    docname: str,
    path: str,
    entry: DocumentSet,
    statuses: Mapping[str, StatusWord],
    id_template: str,
) -> tuple[DocumentReading, list[Finding]]:
    """Puts a declaration into each section of *document* that is a record, and tells what was found."""
    if _has_directives(document):
        return DocumentReading(docname, 0, ("adr directives",)), []
    front = _front_matter(path)
    given_title = " ".join(front.fields.get("title", ())) if front else ""
    found = recognise(document, docname, entry, id_template, given_title)
    if isinstance(found, Unread):
        reading = DocumentReading(docname, 0, unread=found.reason)
        message = f"no decision was read from this document: {found.reason}"
        return reading, [] if found.expected else [Finding(Code.DOCUMENT_UNREAD, message, Place(path, 1))]
    flattener = Flattener(document, docname)
    reader, stated = HeadReader(flattener, statuses), StatedReader(flattener)
    conventions: dict[str, None] = {}
    findings: list[Finding] = []
    if found[0].convention != A_FILE:
        front = None
    for record in found:
        before = [node for node in record.before if front is None or not isinstance(node, nodes.field_list)]
        head = reader.read(before, record.section, front, Place(path, 1))
        stated.read(record.section, head)
        conventions |= {record.convention: None} | head.conventions
        findings += head.findings
        _declare(record, head, entry, docname)
    return DocumentReading(docname, len(found), tuple(conventions)), findings


def _has_directives(document: nodes.document) -> bool:
    waiting: list[nodes.Node] = [document]
    while waiting:
        for child in waiting.pop().children:
            if isinstance(child, (adr_decision, declaration)):
                return True
            if child.children:
                waiting.append(child)
    return False


def _front_matter(path: str) -> FrontMatter | None:
    if not path.endswith(".md"):
        return None
    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:  # noqa: PTH123
            return read_front_matter(file.read(_LONGEST_FRONT))
    except OSError:
        return None


def _declare(record: Found, head: Head, entry: DocumentSet, docname: str) -> None:
    options = {name: value for name, value in head.options.items() if name not in ("id", "title")}
    options["id"] = record.id
    facts = head.dates.facts(head.status)
    if "date" not in facts and (date := _date_of(record.id)):
        options["date"] = date
    if head.status is not None:
        facts["status_text"] = head.status.text
        if head.status.word is not None:
            facts["status"], facts["phase"] = head.status.word.status, head.status.word.phase
        elif any(r.kind is LinkKind.SUPERSEDES and r.inverse and not r.partial for r, _ in head.relations):
            options["status"] = "superseded"
    if head.status is None and (given := record.status or entry.status):
        options["status"] = given
        facts["status_text"] = None
    place = place_of(record.section[0])
    node = declaration(
        "",
        options=options,
        declared=Declared.DOCUMENT,
        facts=facts,
        links=tuple(links_of(head, docname, place.source)),
    )
    node.source, node.line = place.source, place.line
    record.section.insert(1, node)


def _date_of(identifier: str) -> str:
    """The date in an ID such as ``20201016-use-the-slug``."""
    date = _DATE.match(identifier)
    return "-".join(filter(None, date.groups())) if date else ""


def links_of(head: Head, docname: str, source: str) -> list[AuthoredLink]:
    """The links of a record in the file *source*; of what stands in another file no line is known."""
    found: dict[AuthoredLink, None] = {}
    for relation, is_document in head.relations:
        link, place = _link(relation, is_document, docname), head.places[relation, is_document]
        found.setdefault(replace(link, line=place.line) if place.source == source else link)
    return list(found)


def _link(relation: Relation, is_document: bool, docname: str) -> AuthoredLink:  # noqa: FBT001
    kind = LinkKind.AMENDS if relation.partial and relation.kind is LinkKind.SUPERSEDES else relation.kind
    if not is_document:
        target = relation.target if "://" in relation.target else link_target(relation.target, docname)
    else:
        target = relation.target if relation.target.startswith("label:") else f"/{relation.target}"
    return AuthoredLink(kind, target, relation.part, relation.inverse)
