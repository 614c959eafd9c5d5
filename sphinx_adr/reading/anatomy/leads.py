"""Bold leads, fields and labels: what opens a section where no heading does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docutils import nodes

from sphinx_adr.log.section_names import SECTION_NAMES, SIDE_NAMES, normal_title

from .passages import Item, Passage, is_known, items
from .wording import lines_of, text_of

OPTION_LABEL = re.compile(
    r"(?:option|alternative|solution|approach|variant|candidate|variante|lösung|opción|opcion|alternativa|opção|opcao|"
    r"opzione|soluzione|optie)\s*(?:#|no\.?\s*)?(\d{1,2}|[a-z]|[ivx]{1,4})\b",
    re.IGNORECASE,
)
"""``Option 2`` or ``Alternative B`` at the head of a name."""

_RECORD_FIELDS = frozenset({"status", "date", "decision"})
"""A bullet list of fields is one of a record where it has one of these."""

_LONGEST_NAME = 200
"""A text that is longer is the name of nothing."""

_LEAD_TEXT = re.compile(r"\s*([^:\n]{1,60}?)\s*:(?:\s+|$)")
_AFTER_NAME = re.compile(r"\s*(?::|\s[-–—]\s)\s*")


def leads_in(block: nodes.Node) -> list[Passage]:
    """The sections that *block* opens, if it does."""
    if isinstance(block, nodes.paragraph):
        return _paragraph_leads(block)
    entries = items(block)
    terms = isinstance(block, nodes.field_list | nodes.definition_list)
    names = [normal_title(entry.text.partition(":")[0]) for entry in entries]
    known = sum(name in SECTION_NAMES for name in names)
    if not known or (not terms and (known < 2 or _RECORD_FIELDS.isdisjoint(names))):
        return []
    leads: list[Passage] = []
    for entry in entries:
        opened = _item_leads(entry, terms=terms)
        if opened:
            opened[-1].blocks.extend(entry.below)
            leads.extend(opened)
        elif leads and entry.head is not None:
            leads[-1].blocks.extend((entry.head, *entry.below))
    return leads


def _item_leads(entry: Item, *, terms: bool) -> list[Passage]:
    if entry.head is None:
        return []
    if terms:
        return [Passage(entry.text.rstrip(": "), lead=True, colon=True)]
    return _paragraph_leads(entry.head)


def _paragraph_leads(paragraph: nodes.Element) -> list[Passage]:
    first = next((child for child in paragraph.children if not isinstance(child, str) or child.strip()), None)
    if isinstance(first, str) and (":" not in first or _LEAD_TEXT.match(first.lstrip()) is None):
        bare = len(paragraph.children) == 1 and len(first) < _LONGEST_NAME
        name = text_of(paragraph) if bare else ""
        return [Passage(name, lead=True, colon=True)] if name and normal_title(name) in SIDE_NAMES else []
    leads: list[Passage] = []
    texts: list[list[list[nodes.Node]]] = []
    for position, line in enumerate(lines_of(paragraph)):
        passage, rest = _lead(line, following=bool(leads)) or (None, line)
        if passage is None and not position:
            return []
        if passage is not None:
            leads.append(passage)
            texts.append([])
        if text_of(rest):
            texts[-1].append(rest)
    for passage, rests in zip(leads, texts, strict=True):
        if rests:
            passage.inline = True
            passage.blocks.append(plain(_joined(rests)))
    return leads


def _lead(line: Sequence[nodes.Node], *, following: bool) -> tuple[Passage, list[nodes.Node]] | None:
    """The section that *line* opens, and the rest of the line."""
    start = next((place for place, node in enumerate(line) if text_of(node)), 0)
    first, after = line[start], [*line[start + 1 :]]
    if isinstance(first, nodes.Text):
        match = _LEAD_TEXT.match(first) if ":" in first else None
        if match is None or not is_known(match[1]):
            return None
        return Passage(match[1], lead=True, colon=True), [nodes.Text(first[match.end() :]), *after]
    if not isinstance(first, nodes.strong | nodes.emphasis):
        return None
    name, rest = text_of(first), text_of(after)
    title, _, more = name.partition(":")
    if more.strip() and is_known(title):
        return Passage(title, lead=True, colon=True), [nodes.Text(more.strip() + " "), *after]
    separator = _AFTER_NAME.match(after[0]) if after and isinstance(after[0], nodes.Text) else None
    if not name.endswith(":") and separator is None and rest:
        return None
    if separator is not None:
        after[0] = nodes.Text(str(after[0])[separator.end() :])
    colon = name.endswith(":") or separator is not None
    name = name.rstrip(": ")
    if is_known(name):
        return Passage(name, lead=True, colon=colon), after
    if not isinstance(first, nodes.strong):
        return None
    if rest and (label := OPTION_LABEL.match(name)) and label.end() == len(name):
        return Passage(f"{name}: {text_of(after)}", lead=True), []
    if text_of(after) or following:
        return None
    return Passage(name, lead=True, colon=colon), []


def _joined(lines: Iterable[Sequence[nodes.Node]]) -> list[nodes.Node]:
    inline: list[nodes.Node] = []
    for line in lines:
        if inline:
            inline.append(nodes.Text("\n"))
        inline.extend(line)
    return inline


def plain(inline: Iterable[nodes.Node]) -> nodes.paragraph:
    """A paragraph of copies: the doctree keeps its own nodes."""
    return nodes.paragraph("", "", *(node.deepcopy() for node in inline))
