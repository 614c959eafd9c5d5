"""The head of a record: what its front matter, fields, first lines and status section say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by

from docutils import nodes

from ...log.finding import Code, Finding, Place
from ...log.section_names import SECTION_NAMES, Section
from ...log.vocabulary import StatusWord, normal_word
from ..front_matter import FrontMatter
from ..phrases import Fragment, Relation, StatusReading, read_relations, read_status
from ..places import place_of
from .fields import RELATIONS, SECTIONS, field_of, scan
from .flat import Flattener, FlatText

_DATES = ("date", "created", "updated")
_LISTED = ("deciders", "consulted", "informed", "tags", "requirements", "drops")
_SINGLE = ("id", "title", "story", "review", "summary")
_MOST_BLOCKS = 8
_LEAD = re.compile(r"\s*([A-Z][\w /()&-]{2,40}?)\s*:")
_TEMPLATE = re.compile(r"\s*(?:[\[{<].*[\]}>]|.*\bYYYY\b.*|.*\{[\w \-|]+\}.*)\s*", re.DOTALL)
_METADATA = frozenset({"metadata", "meta", "details", "information", "header", "record", "adr metadata"})


@dataclass
class Head:
    """What the head of a record says: options as raw text, the status as read, relations, and findings.

    *conventions* names the ways in which it is written.
    """

    options: dict[str, str] = made_by(default_factory=dict)
    status: StatusReading | None = None
    relations: list[tuple[Relation, bool]] = made_by(default_factory=list)
    findings: list[Finding] = made_by(default_factory=list)
    conventions: dict[str, None] = made_by(default_factory=dict)

    def note_relations(self, found: Iterable[Relation], flat: FlatText | None) -> None:
        """Keeps relations, and whether the target of each is a document."""
        documents = flat.documents if flat else set()
        for relation in found:
            entry = (relation, relation.target in documents)
            if entry not in self.relations:
                self.relations.append(entry)


class HeadReader:
    """Reads the heads of the records of one document."""

    def __init__(self, flattener: Flattener, statuses: Mapping[str, StatusWord]) -> None:
        self._flattener = flattener
        self._statuses = statuses

    def read(
        self, before: Sequence[nodes.Node], section: nodes.Element, front: FrontMatter | None, place: Place
    ) -> Head:
        """The head of the record in *section*; *before* stands in front of it, and *front* in front of all."""
        head = Head()
        if front is not None:
            self._front_matter(front, head, place)
        blocks = [*before, *self._blocks(section)]
        for name, value, flat, node in self._fields(blocks, head):
            self._take(name, value, flat, head, place_of(node))
        for part in section.children:
            if isinstance(part, nodes.section):
                self._section(part, head)
        return head

    # -- where facts stand ------------------------------------------------------------------------------

    def _front_matter(self, front: FrontMatter, head: Head, place: Place) -> None:
        for key, values in front.fields.items():
            name = field_of(key)
            if name is not None and values and any(values):
                head.conventions["front matter"] = None
                where = Place(place.source, front.lines.get(key, place.line))
                self._take(name, ", ".join(values), None, head, where)

    def _section(self, section: nodes.section, head: Head) -> None:
        title = normal_word(section[0].astext()).strip(" :")
        if title in _METADATA:
            for name, value, flat, node in self._fields(section.children[1:], head):
                self._take(name, value, flat, head, place_of(node))
        field = SECTIONS.get(title)
        if field is None:
            return
        content = [child for child in section.children[1:] if not isinstance(child, nodes.section)]
        if field == "status":
            self._status_section(content, head)
            return
        flat = self._flattener.flat(_lines_of(content))
        text = ", ".join(line.strip(" -*") for line in flat.lines() if line.strip(" -*"))
        if text:
            head.conventions[f"{field} section"] = None
            self._take(field, text, flat, head, place_of(section))

    def _status_section(self, content: Sequence[nodes.Node], head: Head) -> None:
        flat = self._flattener.flat(_lines_of(content))
        if not flat.text.strip():
            return
        head.conventions["status section"] = None
        rest = []
        for line in flat.text.split("\n"):
            known = list(scan(line))
            for name, value in known:
                self._take(name, value, flat, head, place_of(content[0]))
            if not known:
                rest.append(line)
        text = "\n".join(rest).strip()
        if text:
            self._take("status", text, flat, head, place_of(content[0]))

    @staticmethod
    def _blocks(section: nodes.Element) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for child in section.children:
            if isinstance(child, nodes.section):
                break
            if not isinstance(child, (nodes.title, nodes.comment, nodes.target, nodes.Invisible, nodes.raw)):
                found.append(child)
        return found

    def _fields(
        self, blocks: Sequence[nodes.Node], head: Head
    ) -> Iterator[tuple[str, str, FlatText, nodes.Node]]:
        """The fields in *blocks*: name, value, the text that the value is a part of, and where it stands."""
        seen = 0
        for block in blocks:
            found = list(self._in_block(block, head))
            yield from found
            seen += not found
            if seen >= _MOST_BLOCKS or self._begins_text(block):
                return

    def _begins_text(self, block: nodes.Node) -> bool:
        """Whether the matter begins in *block*: with a lead such as ``Context:``."""
        if not isinstance(block, nodes.paragraph):
            return False
        leads = (_LEAD.match(line) for line in block.astext().split("\n"))
        names = (normal_word(lead[1]) for lead in leads if lead)
        return any(SECTION_NAMES.get(name) not in (None, Section.FIELD, Section.APART) for name in names)

    def _in_block(self, block: nodes.Node, head: Head) -> Iterator[tuple[str, str, FlatText, nodes.Node]]:
        if isinstance(block, (nodes.field_list, nodes.docinfo)):
            yield from self._field_list(block, head)
        elif isinstance(block, (nodes.bullet_list, nodes.enumerated_list)):
            for item in block.children:
                yield from self._item(item, head)
        elif isinstance(block, nodes.definition_list):
            for item in block.findall(nodes.definition_list_item):
                name = field_of(item[0].astext())
                if name:
                    head.conventions["definition list"] = None
                    flat = self._flattener.flat(_lines_of(item[-1].children))
                    yield name, flat.text.strip().replace("\n", ", "), flat, item
        elif isinstance(block, nodes.table):
            yield from self._table(block, head)
        elif isinstance(block, (nodes.block_quote, nodes.Admonition, nodes.line_block, nodes.container)):
            if isinstance(block, nodes.line_block):
                yield from self._paragraph(block, head, "lines")
            else:
                for inner in block.children:
                    yield from self._in_block(inner, head)
        elif isinstance(block, nodes.paragraph):
            bold = isinstance(next(iter(block.children), None), nodes.strong)
            yield from self._paragraph(block, head, "bold lines" if bold else "plain lines")

    def _paragraph(
        self, block: nodes.Node, head: Head, convention: str
    ) -> Iterator[tuple[str, str, FlatText, nodes.Node]]:
        flat = self._flattener.flat([block] if not isinstance(block, nodes.line_block) else block.children)
        found: list[tuple[str, str]] = []
        for line in flat.lines():
            fields = list(scan(line))
            if fields:
                found += fields
            elif found and line.strip() and not _LEAD.match(flat.plain(line)):
                name, value = found[-1]
                found[-1] = (name, f"{value}\n{line.strip()}")
            elif found:
                break
        for name, value in found:
            head.conventions[convention] = None
            yield name, value, flat, block

    def _item(self, item: nodes.Node, head: Head) -> Iterator[tuple[str, str, FlatText, nodes.Node]]:
        children = list(item.children)
        if not children or not isinstance(children[0], nodes.paragraph):
            return
        flat = self._flattener.flat([children[0]])
        fields = list(scan(flat.text.replace("\n", " ")))
        nested = [child for child in children[1:] if isinstance(child, (nodes.bullet_list, nodes.enumerated_list))]
        for number, (name, value) in enumerate(fields):
            inner = flat
            if number == len(fields) - 1 and nested and not value:
                inner = self._flattener.flat(_lines_of(nested))
                value = ", ".join(line for line in inner.lines() if line.strip())  # noqa: PLW2901
            head.conventions["bullets"] = None
            yield name, value, inner, item

    def _field_list(self, block: nodes.Element, head: Head) -> Iterator[tuple[str, str, FlatText, nodes.Node]]:
        for found in block.findall(nodes.field):
            name = field_of(found[0].astext())
            if name is None:
                continue
            head.conventions["field list"] = None
            body = found[1]
            source = getattr(body, "rawsource", "")
            if name in _LISTED and source and next(iter(body.findall(nodes.reference)), None) is None:
                # "D. Okafor" would have been read as an enumerated list.
                raw = ", ".join(line.strip(" -*") for line in source.split("\n") if line.strip())
                yield name, raw, FlatText(raw), found
            else:
                flat = self._flattener.flat(_lines_of(body.children))
                yield name, flat.text.strip(), flat, found

    def _table(self, table: nodes.Element, head: Head) -> Iterator[tuple[str, str, FlatText, nodes.Node]]:
        rows = [list(row.children) for row in table.findall(nodes.row)]
        if len(rows) == 2 and len(rows[0]) > 1:  # noqa: PLR2004
            names = [field_of(cell.astext()) for cell in rows[0]]
            if sum(name is not None for name in names) >= 2:  # noqa: PLR2004
                head.conventions["table"] = None
                for name, cell in zip(names, rows[1], strict=False):
                    if name:
                        flat = self._flattener.flat(_lines_of(cell.children))
                        yield name, flat.text.strip(), flat, cell
                return
        for row in rows:
            if len(row) >= 2 and (name := field_of(row[0].astext())):  # noqa: PLR2004
                head.conventions["table"] = None
                flat = self._flattener.flat(_lines_of(row[1].children))
                yield name, flat.text.strip(), flat, row[1]

    # -- what they say ----------------------------------------------------------------------------------

    def _take(self, name: str, value: str, flat: FlatText | None, head: Head, place: Place) -> None:
        """Takes a field into the head; of those that a record has once, the first one counts."""
        pieces: list[Fragment] = flat.pieces(value) if flat else [value]
        text = flat.plain(value) if flat else value.strip()
        if name == "status":
            if head.status is None and text:
                self._status(pieces, flat, head, place)
        elif name in RELATIONS:
            head.note_relations(read_relations(pieces, name.replace("-", " ")), flat)
        elif not text or text in ("-", "–", "—", "n/a", "N/A", "none", "None", "TBD", "tbd"):
            return
        elif _TEMPLATE.fullmatch(text):
            message = f"the {name} {text!r} is text of a template, not a value"
            head.findings.append(Finding(Code.PLACEHOLDER, message, place))
        elif name in _DATES or name in _SINGLE:
            head.options.setdefault(name, text)
        elif name in _LISTED:
            cleaned = text.replace("@", "") if name in ("deciders", "consulted", "informed") else text
            head.options[name] = f"{head.options[name]}, {cleaned}" if name in head.options else cleaned

    def _status(self, pieces: list[Fragment], flat: FlatText | None, head: Head, place: Place) -> None:
        reading = read_status(pieces, self._statuses)
        if reading.is_template:
            message = f"the status {reading.text!r} is text of a template, not a value"
            head.findings.append(Finding(Code.PLACEHOLDER, message, place))
            return
        head.status = reading
        head.note_relations(reading.relations, flat)
        if reading.word is None and not reading.relations:
            message = f"no status is understood in {reading.text[:80]!r}; adr_statuses adds words"
            head.findings.append(Finding(Code.STATUS_UNKNOWN, message, place))


def _lines_of(content: Iterable[nodes.Node]) -> list[nodes.Node]:
    """The elements of *content* that hold lines: paragraphs, items of lists, lines of quotations."""
    found: list[nodes.Node] = []
    for child in content:
        if isinstance(child, (nodes.bullet_list, nodes.enumerated_list, nodes.block_quote, nodes.list_item, nodes.Admonition)):
            found += _lines_of(child.children)
        elif not isinstance(child, (nodes.comment, nodes.target, nodes.raw, nodes.system_message, nodes.title)):
            found.append(child)
    return found
