"""The section *Status* of a decision that a directive declares.

It is read as that of a document that stands as it is: where the options give no status it is the status, and
what it says of other decisions are links. Where the options give one, the section may say no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from docutils import nodes

from ..log.finding import Code, Finding
from ..log.section_names import normal_title
from ..log.vocabulary import StatusWord, normal_word
from ..placeholders import card
from .existing.fields import SECTIONS
from .places import place_of

if TYPE_CHECKING:
    from .existing.head import Head, HeadReader


class StatusSections:
    """Reads the sections *Status* of the decisions of one document; *statuses* are the words for one."""

    def __init__(self, document: nodes.document, docname: str, statuses: Mapping[str, StatusWord]) -> None:
        self._document = document
        self._docname = docname
        self._statuses = statuses

    @cached_property
    def _reader(self) -> HeadReader:
        """What reads the heads of documents; few decisions of a directive have anything for it."""
        from .existing.flat import Flattener
        from .existing.head import HeadReader

        return HeadReader(Flattener(self._document, self._docname), self._statuses)

    def read(self, element: nodes.Element, placeholder: card) -> Iterator[Finding]:
        """Takes what the section says into *placeholder*, the card of the decision in *element*."""
        section = next((child for child in element.children if _is_status(child)), None)
        if not isinstance(section, nodes.section):
            return
        from .existing.declare import links_of

        head = self._reader.section(section)
        options = placeholder["options"]
        links = links_of(head, self._docname, place_of(placeholder).source)
        placeholder["links"] = tuple(dict.fromkeys((*placeholder["links"], *links)))
        if options.get("status"):
            yield from self._contradiction(head, options["status"], section)
            return
        yield from head.findings
        facts = head.dates.facts(head.status)
        if options.get("date"):
            facts = {name: value for name, value in facts.items() if not name.startswith("date")}
        if head.status is not None:
            facts["status_text"] = head.status.text
            if head.status.word is not None:
                facts |= {"status": head.status.word.status, "phase": head.status.word.phase}
        placeholder["facts"] = {**placeholder["facts"], **facts}
        for name, value in head.options.items():
            options.setdefault(name, value)

    def _contradiction(self, head: Head, option: str, section: nodes.Element) -> Iterator[Finding]:
        """Tells where the section and the option mean different statuses, and no link explains it."""
        from .phrases import read_status

        told = head.status.word if head.status is not None else None
        given = self._statuses.get(normal_word(option)) or read_status([option], self._statuses).word
        if told is None or given is None or told.status == given.status:
            return
        if told.status == "superseded" and head.relations:
            return
        message = (
            f"the section says {told.status}, and the option :status: says {given.status}; keep one of them"
        )
        yield Finding(Code.STATUS_CONTRADICTORY, message, place_of(section[1]))


def _is_status(node: nodes.Node) -> bool:
    return isinstance(node, nodes.section) and len(node) > 1 and _field_of(node) == "status"


def _field_of(section: nodes.section) -> str | None:
    """The field whose value stands in *section*."""
    return SECTIONS.get(normal_title(section[0].astext()))
