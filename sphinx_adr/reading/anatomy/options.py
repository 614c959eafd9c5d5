"""The options that were considered, wherever and however the text names and weighs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docutils import nodes

from sphinx_adr.log.section_names import (
    CHOSEN_COLUMNS,
    NOT_OPTIONS,
    OPTION_COLUMNS,
    REASON_COLUMNS,
    SECTION_NAMES,
    SIDE_NAMES,
    YES,
    Section,
    normal_title,
)
from sphinx_adr.placeholders import considered_option

from .arguments import Statements, gather, gather_item, marked, reason_in
from .candidates import Candidate, candidate_of
from .names import bare_name, same
from .option_paragraphs import read_paragraphs
from .passages import Item, Passage, has_items, items
from .sections import outline
from .tables import Row, cells_of, columns_of, turned
from .wording import enumerated, first_sentence, lines_of, says_nothing, shortened, text_of

_LONGEST_NAME = 80
_OUTLINE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=\S)")
"""The number of a heading below a numbered one, as in ``3.2 PostgreSQL``."""

_LINK = re.compile(r"(?:superse[dc]|amend|replace|see\b|depends\b|relate)\w*", re.IGNORECASE)
"""A paragraph that begins so links to another decision and gives no reason."""


def read_options(passage: Passage, *, rejected: bool = False) -> list[list[Candidate]]:
    """The options that a section of options names; one list for each way in which it does."""
    groups: list[list[Candidate]] = [[]]
    for block in passage.blocks:
        if isinstance(block, nodes.table):
            groups.append(read_table(block))
        first = block.get("start", 1) if isinstance(block, nodes.enumerated_list) else 0
        for number, item in enumerate(items(block), first):
            named = len(groups[0])
            _read_item(item, groups[0], passage.depth)
            if first and len(groups[0]) > named:
                groups[0][-1].label = groups[0][-1].label or str(number)
    if not any(groups) and passage.inline:
        groups[0].extend(_named_inline(passage.blocks[0]))
    if not any(groups) and not passage.passages:
        groups[0].extend(read_paragraphs(passage.blocks, rejected=rejected))
    headed: list[Candidate] = []
    for inner in passage.passages:
        if inner.section in (Section.OPTIONS, Section.REJECTED):
            groups.extend(read_options(inner, rejected=rejected or inner.section is Section.REJECTED))
        elif inner.section is None and inner.side is None and normal_title(inner.title) not in NOT_OPTIONS:
            if _introduces(inner, passage):
                groups.extend(read_options(inner, rejected=rejected))
            elif candidate := read_headed(inner, rejected=rejected):
                headed.append(candidate)
    if len(headed) > 1 and all(_OUTLINE_NUMBER.match(each.name) for each in headed):
        for each in headed:
            each.name = _OUTLINE_NUMBER.sub("", each.name)
    groups.append(headed)
    for candidate in (each for group in groups for each in group):
        candidate.chosen = False if rejected else candidate.chosen
    return [group for group in groups if group]


def read_headed(passage: Passage, *, rejected: bool = False) -> Candidate | None:
    """The option that the title of *passage* names."""
    candidate = candidate_of(passage.title)
    if candidate is None:
        return None
    gather(Passage(blocks=passage.blocks, passages=passage.passages), candidate.said)
    paragraphs = [
        block
        for block in passage.blocks
        if isinstance(block, nodes.paragraph) and not _LINK.match(text_of(block))
    ]
    if rejected and len(paragraphs) == 1 and not candidate.said:
        candidate.said.reason = shortened(text_of(paragraphs[0]))
    return candidate


def read_directive(node: considered_option) -> Candidate:
    """The option that an ``adr-option`` declares."""
    candidate = Candidate(str(node.get("name") or ""), chosen=bool(node.get("chosen")) or None)
    gather(outline(node.children), candidate.said)
    candidate.said.reason = str(node.get("reason") or "") or candidate.said.reason
    return candidate


def read_table(table: nodes.table) -> list[Candidate]:
    """The options in the rows of *table*, or in its columns where its rows are "Pros" and "Cons"."""
    header, rows = columns_of(table)
    if not _is_of_options(header):
        header, rows = turned(header, rows)
        if not any(normal_title(title) in SIDE_NAMES for title in header[1:]):
            return []
    candidates = []
    for row in rows:
        candidate = candidate_of(text_of(row[0])) if row else None
        if candidate is not None:
            _read_row(header, row, candidate)
            candidates.append(candidate)
    return candidates


def read_weighed(passage: Passage) -> list[list[Candidate]]:
    """The options in those tables of *passage* that weigh options beyond doubt, in a section of any name."""
    return [
        read_table(block)
        for block in passage.blocks
        if isinstance(block, nodes.table) and _is_of_options(columns_of(block)[0], weighed=True)
    ]


def merged(groups: Iterable[Sequence[Candidate]]) -> list[Candidate]:
    """One candidate for each option, in the order in which the text first names them."""
    whole: list[Candidate] = []
    for group in groups:
        complete = all(candidate.chosen is not False for candidate in (*whole, *group))
        places = same([each.name for each in group], [each.name for each in whole], complete=complete)
        known = len(whole)
        for position, candidate in enumerate(group):
            if (place := places.get(position)) is not None and place < known:
                whole[place].take(candidate)
            else:
                whole.append(candidate)
    return whole


def _read_item(item: Item, group: list[Candidate], depth: int) -> None:
    if marked(item.text) or normal_title(item.text) in SIDE_NAMES:
        if group:
            gather_item(item, group[-1].said, depth=depth)
        return
    name, rest = _name_and_rest(item)
    candidate = candidate_of(name)
    if candidate is None:
        return
    for side, statement in marked(rest):
        candidate.said.add(side, statement)
    gather(outline(item.below, depth + 1), candidate.said)
    group.append(candidate)


def _name_and_rest(item: Item) -> tuple[str, str]:
    """The name that begins *item*, in bold or up to a colon or dash, and what follows it on the line."""
    if item.head is None or not (lines := lines_of(item.head)):
        return "", ""
    text = item.text
    first = lines[0][0]
    if isinstance(first, nodes.strong):
        name = text_of(first)
        rest = text[len(name) :]
        if (
            len(lines[0]) == 1
            or name.endswith(":")
            or rest.lstrip()[:1] in ":,.;–—-("
            or rest.startswith("  ")
        ):
            label = bare_name(name)
            if label[1] and label[0] == name.rstrip(":. ") and rest.strip(" :–—-"):
                return f"{name.rstrip(': ')}: {rest.strip(' :–—-')}", ""
            return name, rest.lstrip(" :,.;–—-")
    bare = bare_name(text)[0]
    head, rest = text, ""
    offset = text.find(bare) if bare else 0
    for separator in (": ", " – ", " — ", " - "):
        place = text.find(separator, max(offset, 0))
        bracketed = text.count("(", 0, max(place, 0)) > text.count(")", 0, max(place, 0))
        if 0 < place <= offset + _LONGEST_NAME and place < len(head) and not bracketed:
            head, rest = text[:place], text[place + len(separator) :]
    return (head, rest) if rest else (first_sentence(text), "")


def _named_inline(block: nodes.Node) -> list[Candidate]:
    """The names in ``Alternatives: A, B and C``, where that is no sentence."""
    text = text_of(block)
    parts = [each for part in enumerated(text) for each in part.split(" or ")]
    if text.endswith(".") or any(len(part.split()) > 6 for part in parts):
        return []
    return [candidate for part in parts if (candidate := candidate_of(part)) is not None]


def _introduces(inner: Passage, passage: Passage) -> bool:
    """Whether *inner* is a bold line that leads to the list of options rather than an option."""
    if not inner.lead or not inner.colon or bare_name(inner.title)[1] or len(passage.passages) != 1:
        return False
    said = Statements()
    gather(inner, said)
    return not said and any(map(has_items, inner.blocks))


def _is_of_options(header: Sequence[str], *, weighed: bool = False) -> bool:
    titles = [normal_title(title) for title in header]
    if len(titles) < 2 or titles[0] in SIDE_NAMES:
        return False
    sides = any(title in SIDE_NAMES for title in titles[1:])
    return titles[0] in OPTION_COLUMNS and sides if weighed else titles[0] in OPTION_COLUMNS or sides


def _read_row(header: Sequence[str], row: Row, candidate: Candidate) -> None:
    for title, entry in zip(header[1:], row[1:], strict=False):
        name, text = normal_title(title), text_of(entry)
        if name in SIDE_NAMES:
            for statement in cells_of(entry):
                candidate.said.add(SIDE_NAMES[name], statement)
        elif name in CHOSEN_COLUMNS and (text.casefold() in YES or normal_title(text) in YES):
            candidate.chosen = True
        elif name in CHOSEN_COLUMNS and (reason := reason_in(text)):
            candidate.said.reason = reason
        elif name in REASON_COLUMNS and not says_nothing(text):
            candidate.said.reason = text
        elif SECTION_NAMES.get(name) is Section.OPTIONS:
            gather(outline(entry.children), candidate.said)
