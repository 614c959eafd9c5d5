"""Relations that a record states in its text: in its sections of links, and in sentences about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

from ...log.section_names import SECTION_NAMES, Section, normal_title
from ..phrases import read_relations
from .flat import Flattener, lines_of, opens_in_bold
from .head import Head

_VERB = r"(?:partial(?:ly)?\s+|fully\s+)?(?:super[sc]e+d|replace|obsolet|amend|refine|deprecates|extends)"
_ABOUT_ITSELF = re.compile(
    rf"(?:^|[.!?]\s+)\s*[*_]*{_VERB}\w*\s|\bthis\s+(?:adr|decision|record|document|proposal)\b[^.!?]{{0,80}}?{_VERB}",
    re.IGNORECASE,
)
_LISTING = (Section.RELATED, Section.REFERENCES)


def read_stated(element: nodes.Element, flattener: Flattener, head: Head) -> None:
    """Adds to *head* the relations that the text of the record in *element* states."""
    for heading, block in _blocks(element, ""):
        section = SECTION_NAMES.get(normal_title(heading))
        for line in lines_of([block]):
            if isinstance(line, nodes.literal_block):
                continue
            if section in _LISTING:
                flat = flattener.flat([line])
                for part in flat.lines():
                    head.note_relations(read_relations(flat.pieces(part), heading), flat)
            elif isinstance(line, nodes.paragraph) and _ABOUT_ITSELF.search(line.astext()):
                flat = flattener.flat([line])
                for sentence in _sentences(flat.text):
                    if _ABOUT_ITSELF.search(sentence):
                        head.note_relations(read_relations(flat.pieces(sentence)), flat)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.replace("\n", " "))


def _blocks(element: nodes.Element, heading: str) -> Iterator[tuple[str, nodes.Node]]:
    """The blocks of a record with the heading above each, those of the status section left out."""
    lead = heading
    for child in element.children:
        if isinstance(child, nodes.section):
            title = child[0].astext()
            if SECTION_NAMES.get(normal_title(title)) is not Section.FIELD:
                yield from _blocks(child, title)
        elif isinstance(child, nodes.paragraph) and _is_lead(child):
            lead = child.astext().strip(" :")
        elif not isinstance(child, (nodes.title, nodes.Invisible, nodes.table)):
            yield lead, child


def _is_lead(paragraph: nodes.paragraph) -> bool:
    text = paragraph.astext().strip()
    return len(text) < 40 and normal_title(text) in SECTION_NAMES and (  # noqa: PLR2004
        text.endswith(":") or opens_in_bold(paragraph) is not None
    )
