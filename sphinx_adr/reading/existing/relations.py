"""Relations that a record states in its text: in its sections of links, and in sentences about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docutils import nodes

from ...log.section_names import SECTION_NAMES, Section, normal_title
from ..phrases import Linked, read_relations
from ..phrases.headings import read_heading_words as _words
from ..places import place_of
from .flat import Flattener, FlatText, lines_of, opens_in_bold
from .head import Head

_VERB = r"(?:partial(?:ly)?\s+|fully\s+)?(?:super[sc]e+d|replace|obsolet|amend|refine|deprecates|extends)"
_ABOUT_ITSELF = re.compile(
    rf"(?:^|[.!?]\s+)\s*[*_]*{_VERB}\w*\s|\bthis\s+(?:adr|decision|record|document|proposal)\b[^.!?]{{0,80}}?{_VERB}",
    re.IGNORECASE,
)
_VERBS = re.compile(r"[Ss]uper[sc]e+d|[Rr]eplace|[Oo]bsolet|[Aa]mend|[Rr]efine|[Dd]eprecates|[Ee]xtends")
_IN_VERBS = ("uperse", "uperce", "eplace", "bsolet", "mend", "efine", "eprecates", "xtends")
_SENTENCE_END = re.compile(r"(?<=\w\w[.!?])\s+(?=[A-Z])")
_NAME = re.compile(r"[\d\"“«]")
_RECORDS = re.compile(r"adr|decision|record|\d{3}", re.IGNORECASE)
_LISTING = (Section.RELATED, Section.REFERENCES)
_LONGEST_LEAD = 40
_LISTS = (nodes.bullet_list, nodes.enumerated_list)


class StatedReader:
    """Reads the relations that the records of one document state in their text."""

    def __init__(self, flattener: Flattener) -> None:
        self._flattener = flattener

    def read(self, element: nodes.Element, head: Head) -> None:
        """Adds to *head* the relations that the text of the record in *element* states."""
        for heading, block in _blocks(element, ""):
            if SECTION_NAMES.get(normal_title(heading)) in _LISTING or _words(heading).phrase:
                self._listed(heading, block, head)
                continue
            text = block.astext()
            if any(map(text.__contains__, _IN_VERBS)) and _VERBS.search(text):
                for line in lines_of([block]):
                    if isinstance(line, nodes.paragraph) and _ABOUT_ITSELF.search(line.astext()):
                        self._sentences(line, head)

    def _sentences(self, paragraph: nodes.Node, head: Head) -> None:
        flat = self._flattener.flat([paragraph])
        for sentence in _SENTENCE_END.split(flat.text.replace("\n", " ")):
            if _ABOUT_ITSELF.search(sentence):
                head.note_relations(read_relations(flat.pieces(sentence)), flat, place_of(paragraph))

    def _listed(self, heading: str, block: nodes.Node, head: Head) -> None:
        """What stands in a section of links, or below a lead in it that says which kind they are."""
        if isinstance(block, _LISTS):
            for item in block.children:
                inner = _typed(item) or heading
                for child in item.children if inner == heading else item.children[1:]:
                    self._listed(inner, child, head)
        elif isinstance(block, nodes.table):
            for row in block.findall(nodes.row):
                self._row(heading, list(row.children), head)
        elif not isinstance(block, nodes.literal_block):
            for line in lines_of([block]):
                flat = self._flattener.flat([line])
                parts = _SENTENCE_END.split(flat.text) if isinstance(line, nodes.paragraph) else flat.lines()
                for part in parts:
                    if _may_name(flat, part):
                        head.note_relations(read_relations(flat.pieces(part), heading), flat, place_of(line))

    def _row(self, heading: str, cells: Sequence[nodes.Node], head: Head) -> None:
        kinds = [cell.astext() for cell in cells if _words(cell.astext()[:_LONGEST_LEAD]).phrase]
        flat = self._flattener.flat([cell for cell in cells if cell.astext() not in kinds[:1]])
        for line in flat.lines():
            head.note_relations(
                read_relations(flat.pieces(line), kinds[0] if kinds else heading), flat, place_of(cells[0])
            )


def _may_name(flat: FlatText, text: str) -> bool:
    """Whether *text* has a number, a quotation, or a link to something that can be a record."""
    if _NAME.search(text) or _VERBS.search(text):
        return True
    links = (piece for piece in flat.pieces(text) if isinstance(piece, Linked))
    return any("://" not in link.target or _RECORDS.search(link.target + link.text) for link in links)


def _typed(item: nodes.Node) -> str:
    """The kind of links that the first line of a list item gives to the list below it: "Supersedes:"."""
    if len(item.children) < 2 or not isinstance(item.children[1], _LISTS):
        return ""
    lead = item.children[0].astext().strip(" :")
    return lead if len(lead) < _LONGEST_LEAD and _words(lead).phrase else ""


def _blocks(element: nodes.Element, heading: str) -> Iterator[tuple[str, nodes.Node]]:
    """The blocks of a record with the heading above each, those of the status section left out."""
    lead = heading
    for child in element.children:
        if isinstance(child, nodes.section):
            title = child[0].astext()
            named = _words(title).phrase is not None
            if named or SECTION_NAMES.get(normal_title(title)) is not Section.FIELD:
                yield from _blocks(child, title)
        elif isinstance(child, nodes.paragraph) and _is_lead(child):
            lead = child.astext().strip(" :")
        elif not isinstance(child, (nodes.title, nodes.Invisible)):
            yield lead, child


def _is_lead(paragraph: nodes.paragraph) -> bool:
    first = paragraph.children[0] if paragraph.children else None
    if isinstance(first, nodes.Text) and len(first) > 2 * _LONGEST_LEAD:
        return False
    text = paragraph.astext().strip()
    if len(text) >= _LONGEST_LEAD or not (text.endswith(":") or opens_in_bold(paragraph) is not None):
        return False
    return normal_title(text) in SECTION_NAMES or _words(text).phrase is not None
