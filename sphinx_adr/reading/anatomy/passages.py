"""The parts of which the text of a decision consists: passages under a title, and the items of lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from docutils import nodes

from sphinx_adr.log.section_names import (
    REASON_COLUMNS,
    SECTION_NAMES,
    SIDE_NAMES,
    Section,
    Side,
    normal_title,
)

from .wording import collapsed, text_of

DEEPEST = 40
"""Below this nesting nothing is read; no text for people is that deep."""

_ENTRIES = (nodes.list_item, nodes.definition_list_item, nodes.field)

LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list, nodes.field_list)

Rank = tuple[int, int]
"""How far out a title stands: headings before leads, and in each the lower number."""


@dataclass(slots=True)
class Passage:
    """A section: its title, what stands in it before the first of its own sections, and those.

    *lead* tells that a bold lead or a field opens it rather than a heading, *colon* that its title ends
    in one, *inline* that its text begins on the line of the title; *depth* counts the nodes around it.
    """

    title: str = ""
    lead: bool = False
    colon: bool = False
    inline: bool = False
    blocks: list[nodes.Node] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    depth: int = 0

    @property
    def section(self) -> Section | None:
        """What the section is for, as far as its title tells."""
        return SECTION_NAMES.get(normal_title(self.title))

    @property
    def side(self) -> Side | None:
        """The side whose statements the section gathers."""
        return SIDE_NAMES.get(normal_title(self.title))

    def rank(self) -> Rank:
        """How far out the lead stands: a section's name, then any other, then the name of a side."""
        if self.section is not None:
            return (1, 1)
        return (1, 3) if self.side is not None or normal_title(self.title) in REASON_COLUMNS else (1, 2)


class Item(NamedTuple):
    """An item of a list: its head line with the text of that, and what stands below it."""

    head: nodes.Element | None
    text: str
    below: tuple[nodes.Node, ...]


def _item(head: nodes.Element | None, below: Iterable[nodes.Node]) -> Item:
    return Item(head, "" if head is None else text_of(head), tuple(below))


def is_known(name: str) -> bool:
    """Whether *name* is one that sections, sides or reasons go by."""
    title = normal_title(name)
    return title in SECTION_NAMES or title in SIDE_NAMES or title in REASON_COLUMNS


def has_items(block: nodes.Node) -> bool:
    """Whether *block* is a list with anything in it."""
    return isinstance(block, LISTS) and any(isinstance(entry, _ENTRIES) for entry in block.children)


def items(block: nodes.Node) -> list[Item]:
    """The items of *block*, where it is a list."""
    if not isinstance(block, LISTS):
        return []
    found = []
    for entry in block.children:
        if not isinstance(entry, nodes.Element):
            continue
        children = [child for child in entry.children if not isinstance(child, nodes.Invisible)]
        if isinstance(entry, nodes.list_item):
            head = children[0] if children and isinstance(children[0], nodes.paragraph) else None
            found.append(_item(head, children[1:] if head is not None else children))
        elif isinstance(entry, nodes.definition_list_item | nodes.field):
            heads = [child for child in children if isinstance(child, nodes.term | nodes.field_name)]
            bodies = [child for child in children if isinstance(child, nodes.definition | nodes.field_body)]
            below = [node for body in bodies for node in body.children]
            found.append(_item(heads[0] if heads else None, below))
    return found


def whole(item: Item, depth: int = 0) -> str:
    """All that *item* says: its paragraphs one after the other, a list in it with semicolons between."""
    parts = [item.text]
    for block in item.below:
        if isinstance(block, nodes.paragraph):
            parts.append(text_of(block))
        elif depth < DEEPEST:
            parts.append("; ".join(whole(inner, depth + 1) for inner in items(block)))
    return collapsed(" ".join(parts))


def listed(blocks: Iterable[nodes.Node]) -> list[Item]:
    """The items of every list in *blocks*."""
    return [item for block in blocks for item in items(block)]
