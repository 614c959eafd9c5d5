"""Statements for and against: those of an option, and those about what follows from a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from docutils import nodes

from sphinx_adr.log.section_names import (
    ENUMERATING,
    REASON_COLUMNS,
    SIDE_MARKS,
    SIDE_NAMES,
    Section,
    Side,
    normal_title,
)

from .passages import Item, Passage, has_items, items, whole
from .sections import outline
from .tables import cells_of, columns_of
from .wording import enumerated, first_sentence, lines_of, says_nothing, text_of

_MARK = re.compile("|".join(re.escape(mark) for mark in sorted(SIDE_MARKS, key=len, reverse=True)))
_SIGN = re.compile(r"([+\-−–])\s+(?=\S)")
_VERDICT = re.compile(
    r"(good|bad|neutral)\s*(?:,\s*(?:because\s+(?:of\s+)?|since\s+)?|because\s+(?:of\s+)?)(?=\S)|"
    r"(gut|schlecht|neutral|bon|bien|mauvais|mal|neutre|bueno|malo|neutro|bom|ruim|mau|buono|cattivo|goed|slecht|neutraal)"
    r"\s*,?\s*(?:weil|da|denn|parce\s+que|parce\s+qu['’]|car|porque|pois|perché|perche|poiché|omdat)\s*(?=\S)",
    re.IGNORECASE,
)
_NEXT_NAMED = re.compile(r"(?<=[\s.;,])(pros|cons|advantages|disadvantages)\s*:\s*", re.IGNORECASE)
_REJECTED = re.compile(
    r"(?:(?:was\s+)?(?:rejected|not\s+(?:chosen|selected)|dismissed|discarded|ruled\s+out)\s*(?::|,?\s*because(?:\s+of)?)"
    r"|why\s+not\s*[:?])\s*(?=\S)",
    re.IGNORECASE,
)


@cache
def _named_side() -> re.Pattern[str]:
    """The name of a side in front of a statement, in any language: ``Pro: …``, ``Advantages - …``."""
    names = "|".join(sorted((re.escape(name) for name in SIDE_NAMES), key=len, reverse=True))
    return re.compile(rf"({names})\s*(?::|\s[-–—]\s)\s*", re.IGNORECASE)


@dataclass(slots=True)
class Statements:
    """What was said, by side; *reason* is why an option was or was not chosen."""

    sides: dict[Side, list[str]] = field(default_factory=lambda: {side: [] for side in Side})
    reason: str | None = None

    def add(self, side: Side | None, text: str) -> None:
        """Take *text* to *side*, unless it says nothing or nobody wants that side."""
        if side is not None and not says_nothing(text):
            self.sides[side].append(text)

    def of(self, side: Side) -> tuple[str, ...]:
        """The statements of *side* in the order of the text."""
        return tuple(self.sides[side])

    def take(self, other: Statements) -> None:
        """Add what *other* holds."""
        for side in Side:
            self.sides[side].extend(other.sides[side])
        self.reason = self.reason or other.reason

    def __bool__(self) -> bool:
        return bool(self.sides[Side.POSITIVE] or self.sides[Side.NEGATIVE] or self.reason)


def read_arguments(children: Iterable[nodes.Node]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pros and cons that a list or paragraphs give.

    ``(+) …``/``(-) …``, ``+ …``/``- …``, ``Good, because …``/``Bad, because …``, ``Pro: …``/``Con: …``,
    ``Pros: a, b; c``, and headings or bold leads such as "Pros", "Advantages" or "Positive" over a list.
    """
    said = Statements()
    gather(outline(children), said)
    return said.of(Side.POSITIVE), said.of(Side.NEGATIVE)


def gather(
    passage: Passage, said: Statements, side: Side | None = None, unmarked: Side | None = None
) -> None:
    """Add to *said* the statements of *passage*, those without a mark to *side*, or else to *unmarked*."""
    signs = _signs(passage.blocks)
    has_list = any(map(has_items, passage.blocks))
    for position, block in enumerate(passage.blocks):
        if isinstance(block, nodes.table):
            _gather_columns(block, said)
        elif isinstance(block, nodes.paragraph):
            text = text_of(block)
            if passage.inline and position == 0 and side is not None:
                _gather_line(passage.title, text, said, side)
            elif passage.inline and side is not None and not marked(text):
                said.add(unmarked, text)
            elif not _gather_marked(block, said) and not text.endswith(":"):
                said.add(unmarked if side is None else None if has_list else side, text)
        sign = signs.get(block.get("bullet")) if isinstance(block, nodes.bullet_list) else None
        for item in items(block):
            gather_item(item, said, side or sign or unmarked, depth=passage.depth)
    for inner in passage.passages:
        _gather_passage(inner, said, side, unmarked)


def gather_item(item: Item, said: Statements, side: Side | None = None, *, depth: int = 0) -> None:
    """Add to *said* what *item* states, to *side* where neither it nor what is below it bears a mark."""
    name = normal_title(item.text)
    below = outline(item.below, depth + 1) if item.below else Passage(depth=depth + 1)
    if name in SIDE_NAMES:
        gather(below, said, SIDE_NAMES[name])
    elif item.head is None or not _gather_marked(item.head, said, whole(item)):
        inner = Statements()
        if item.below:
            gather(below, inner)
        if inner:
            said.take(inner)
        else:
            said.add(side, whole(item))


def marked(text: str) -> list[tuple[Side, str]]:
    """The statements in *text*, each with its side, where *text* begins with the mark of one."""
    if match := _MARK.match(text):
        return _marked_by_signs(text, match)
    if match := _SIGN.match(text):
        return [(Side.POSITIVE if match[1] == "+" else Side.NEGATIVE, text[match.end() :])]
    if match := _VERDICT.match(text):
        return [(SIDE_NAMES[(match[1] or match[2]).casefold()], text[match.end() :])]
    if match := _named_side().match(text):
        return [*_named(text, match)]
    return []


def reason_in(text: str) -> str | None:
    """Why an option was not chosen, where *text* begins to say so: ``Rejected because …``, ``Why not: …``."""
    match = _REJECTED.match(text)
    if match:
        return first_sentence(text[match.end() :])
    name, colon, rest = text.partition(":")
    return rest.strip() if colon and rest.strip() and normal_title(name) in REASON_COLUMNS else None


def _gather_passage(inner: Passage, said: Statements, side: Side | None, unmarked: Side | None) -> None:
    if inner.side is not None:
        gather(inner, said, inner.side, unmarked)
    elif normal_title(inner.title) in REASON_COLUMNS and unmarked is None:
        said.reason = said.reason or next((text_of(block) for block in inner.blocks), None)
    elif inner.section in (None, Section.CONSEQUENCES, Section.OPTIONS):
        if unmarked is not None and inner.lead and not inner.blocks and not inner.passages:
            said.add(side or unmarked, inner.title)
        gather(inner, said, side, unmarked)
    elif inner.lead:
        gather(inner, said)


def _gather_marked(paragraph: nodes.Element, said: Statements, full: str = "") -> bool:
    """Add the marked statements of *paragraph*, one or more to a line; *full* goes on where the line ends."""
    text = text_of(paragraph)
    if reason := reason_in(text):
        said.reason = said.reason or reason
        return True
    lines = [] if _is_one_line(paragraph) else [text_of(line) for line in lines_of(paragraph)]
    several = [marked(line) for line in lines] if len(lines) > 1 else []
    if several and all(several):
        statements = [statement for line in several for statement in line]
    else:
        statements = marked(full or text)
    for side, statement in statements:
        said.add(side, statement)
    return bool(statements)


def _is_one_line(paragraph: nodes.Element) -> bool:
    return (
        len(paragraph.children) == 1 and isinstance(text := paragraph.children[0], str) and "\n" not in text
    )


def _gather_line(title: str, text: str, said: Statements, side: Side) -> None:
    """Add the *text* that follows the lead *title* on its line."""
    for found, statement in marked(f"{title}: {text}") or [(side, text)]:
        said.add(found, statement)


def _gather_columns(table: nodes.table, said: Statements) -> None:
    header, rows = columns_of(table)
    for place, title in enumerate(header):
        side = SIDE_NAMES.get(normal_title(title))
        for row in rows if side is not None else ():
            for statement in cells_of(row[place]) if place < len(row) else ():
                said.add(side, statement)


def _marked_by_signs(text: str, match: re.Match[str] | None) -> list[tuple[Side, str]]:
    found = []
    while match is not None:
        following = _MARK.search(text, match.end())
        statement = text[match.end() : following.start() if following else len(text)].strip(" ,;")
        found.append((SIDE_MARKS[match[0]], statement))
        match = following
    return found


def _named(text: str, match: re.Match[str] | None) -> Iterator[tuple[Side, str]]:
    while match is not None:
        following = _NEXT_NAMED.search(text, match.end())
        name = match[1].casefold()
        body = text[match.end() : following.start() if following else len(text)].strip(" ,;")
        for part in enumerated(body) if name in ENUMERATING else [body]:
            yield SIDE_NAMES[name], part
        match = following


def _signs(blocks: Iterable[nodes.Node]) -> dict[object, Side]:
    """The sides that the bullets ``+`` and ``-`` stand for, where lists with the one and with the other meet."""
    bullets = {block.get("bullet") for block in blocks if isinstance(block, nodes.bullet_list)}
    return {"+": Side.POSITIVE, "-": Side.NEGATIVE} if {"+", "-"} <= bullets else {}
