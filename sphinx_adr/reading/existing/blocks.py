"""The fields in the first blocks of a record: in lists, lines, tables, quotations and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes

from ...log.section_names import SECTION_NAMES, Section, normal_title
from .fields import SECTIONS, field_of, is_label, scan
from .flat import Flattener, FlatText, lines_of, opens_in_bold

_LISTED = ("deciders", "consulted", "informed", "tags", "requirements", "drops")
_MOST_BLOCKS = 8
_LEAD = re.compile(r"\s*([A-ZÀ-Þ][\w /()&'’-]{2,40}?)\s*:")
_ALERT = re.compile(r"\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*\n?")
_BOX_OF_MKDOCS = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s+\w[\w-]*\s+[\"“”]([^\"“”\n]{1,40})[\"“”]\s*")


@dataclass(frozen=True, slots=True)
class Stated:
    """A field as a block states it: *value* is a part of *text*, and stands at *node*."""

    name: str
    value: str
    text: FlatText
    node: nodes.Node
    convention: str


@dataclass(frozen=True, slots=True)
class Led:
    """Blocks below a line that stands for a heading, such as ``**Status**``."""

    name: str
    lead: nodes.Node
    blocks: list[nodes.Node]


def split_leads(blocks: Iterable[nodes.Node]) -> tuple[list[nodes.Node], list[Led]]:
    """The blocks of the head, and what stands below lines that are headings in all but markup.

    The head ends where such a line, or a lead such as ``Context:``, begins the matter; behind that only a
    status below its own line is a fact about the record.
    """
    head: list[nodes.Node] = []
    led: list[Led] = []
    current: Led | None = None
    matter = False
    for block in blocks:
        title, sure = _lead_title(block)
        field = SECTIONS.get(title)
        if field is not None and (field == "status" if matter else True) and (sure or not matter):
            current = Led(field, block, [])
            led.append(current)
        elif title and SECTION_NAMES.get(title) not in (None, Section.FIELD):
            current, matter = None, True
        elif current is not None and not _states_something(block):
            current.blocks.append(block)
        elif not matter:
            current = None
            head.append(block)
            matter = _begins_text(block)
    return head, [one for one in led if one.blocks]


def _lead_title(block: nodes.Node) -> tuple[str, bool]:
    """The normal title of a line that is a heading in all but markup, and whether bold type makes it one."""
    if isinstance(block, nodes.rubric):
        return normal_title(block.astext()), True
    if not isinstance(block, nodes.paragraph) or not block.children:
        return "", False
    text = block.astext().strip()
    if len(text) > 60 or "\n" in text:
        return "", False
    first = opens_in_bold(block)
    if first is not None and text.rstrip(":").rstrip() == first.astext().strip().rstrip(":").rstrip():
        return normal_title(text), True
    return (normal_title(text), False) if text.endswith(":") else ("", False)


def _states_something(block: nodes.Node) -> bool:
    return isinstance(block, nodes.paragraph) and next(scan(block.astext().split("\n")[0]), None) is not None


def _begins_text(block: nodes.Node) -> bool:
    """Whether the matter begins in *block*: with a lead such as ``Context:``."""
    if not isinstance(block, nodes.paragraph):
        return False
    leads = (_LEAD.match(line) for line in block.astext().split("\n"))
    names = (normal_title(lead[1]) for lead in leads if lead)
    return any(SECTION_NAMES.get(name) not in (None, Section.FIELD, Section.APART) for name in names)


class BlockReader:
    """Reads the fields in the blocks of one document."""

    def __init__(self, flattener: Flattener) -> None:
        self._flattener = flattener

    def fields(self, blocks: Sequence[nodes.Node]) -> Iterator[Stated]:
        """The fields in *blocks*, which begin a record; after some blocks without any there are no more."""
        seen = 0
        for block in blocks:
            found = list(self.in_block(block))
            yield from found
            seen += not found
            if seen >= _MOST_BLOCKS:
                return

    def in_block(self, block: nodes.Node) -> Iterator[Stated]:
        """The fields in one block."""
        if isinstance(block, (nodes.field_list, nodes.docinfo)):
            yield from self._field_list(block)
        elif isinstance(block, (nodes.bullet_list, nodes.enumerated_list)):
            for item in block.children:
                yield from self._item(item)
        elif isinstance(block, nodes.definition_list):
            for item in block.findall(nodes.definition_list_item):
                box = _BOX_OF_MKDOCS.fullmatch(item[0].astext())
                if name := field_of(box[1] if box else item[0].astext()):
                    flat = self._flattener.flat(lines_of(item[-1].children))
                    yield Stated(name, flat.text.strip().replace("\n", ", "), flat, item, "definition list")
        elif isinstance(block, nodes.table):
            yield from self._table(block)
        elif isinstance(block, nodes.line_block):
            yield from self._lines(block, block.children, "line block")
        elif isinstance(block, (nodes.block_quote, nodes.Admonition, nodes.container)):
            yield from self._box(block)
        elif isinstance(block, nodes.paragraph):
            convention = "bold lines" if opens_in_bold(block) else "plain lines"
            yield from self._lines(block, [block], convention)

    def _box(self, box: nodes.Element) -> Iterator[Stated]:
        convention = "quotation" if isinstance(box, nodes.block_quote) else "box"
        blocks = list(box.children)
        if blocks and isinstance(blocks[0], nodes.title):
            title = blocks.pop(0)
            if name := SECTIONS.get(normal_title(title.astext())):
                flat = self._flattener.flat(lines_of(blocks), between="\n\n")
                yield Stated(name, flat.text.strip(), flat, title, convention)
                return
            flat = self._flattener.flat([title])
            for name, value in scan(flat.text.strip()):
                yield Stated(name, value, flat, title, convention)
        head, led = split_leads(blocks)
        for block in head:
            for stated in self.in_block(block):
                yield Stated(stated.name, stated.value, stated.text, stated.node, convention)
        for one in led:
            flat = self._flattener.flat(lines_of(one.blocks), between="\n\n")
            yield Stated(one.name, flat.text.strip(), flat, one.blocks[0], convention)

    def _lines(self, block: nodes.Node, parts: Sequence[nodes.Node], convention: str) -> Iterator[Stated]:
        flat = self._flattener.flat(parts)
        flat.text = _BOX_OF_MKDOCS.sub(r"\1: ", _ALERT.sub("", flat.text, count=1), count=1)
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
            yield Stated(name, value, flat, block, convention)

    def _item(self, item: nodes.Node) -> Iterator[Stated]:
        children = list(item.children)
        if not children or not isinstance(children[0], nodes.paragraph):
            return
        flat = self._flattener.flat([children[0]])
        fields = list(scan(flat.text.replace("\n", " ")))
        nested = [
            child for child in children[1:] if isinstance(child, (nodes.bullet_list, nodes.enumerated_list))
        ]
        convention = "bold bullets" if opens_in_bold(children[0]) else "bullets"
        for number, (name, value) in enumerate(fields):
            inner = flat
            if number == len(fields) - 1 and nested and not value:
                inner = self._flattener.flat(lines_of(nested))
                value = _joined(name, inner.text)  # noqa: PLW2901
            yield Stated(name, value, inner, item, convention)

    def _field_list(self, block: nodes.Element) -> Iterator[Stated]:
        for found in block.children:
            if isinstance(found, nodes.field):
                name, body = field_of(found[0].astext()), found[1]
            else:
                # What docutils made of a bibliographic field.
                name, body = field_of(type(found).__name__), found
            if name is None:
                continue
            source = getattr(body, "rawsource", "")
            if name in _LISTED and source and next(iter(body.findall(nodes.reference)), None) is None:
                # "D. Okafor" would have been read as an enumerated list.
                raw = ", ".join(line.strip(" -*") for line in source.split("\n") if line.strip(" -*"))
                yield Stated(name, raw, FlatText(raw), found, "field list")
            else:
                content = body.children if isinstance(found, nodes.field) else [body]
                flat = self._flattener.flat(lines_of(content))
                yield Stated(name, flat.text.strip(), flat, found, "field list")

    def _table(self, table: nodes.Element) -> Iterator[Stated]:
        rows = [list(row.children) for row in table.findall(nodes.row)]
        if len(rows) >= 2 and sum(is_label(cell.astext()) for cell in rows[0]) >= 2:
            if len(rows) == 2:
                for label, cell in zip(rows[0], rows[1], strict=False):
                    yield from self._cell(label, cell, "horizontal table")
            return
        for row in rows:
            for label, cell in zip(row[::2], row[1::2], strict=False):
                yield from self._cell(label, cell, "vertical table")

    def _cell(self, label: nodes.Node, cell: nodes.Node, convention: str) -> Iterator[Stated]:
        if is_label(label.astext()) and (name := field_of(label.astext())):
            flat = self._flattener.flat(lines_of(cell.children))
            yield Stated(name, _joined(name, flat.text), flat, cell, convention)


def _joined(name: str, text: str) -> str:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return (
        ", ".join(lines)
        if name in _LISTED or (name.endswith(("by", "s")) and name != "status")
        else "\n".join(lines)
    )
