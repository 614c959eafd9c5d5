"""One decision as a record: the facts of its declaration, and what the text around it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from docutils import nodes
from sphinx import addnodes

from ..log.decision import Amendment, Decision, Part, Trace, Tracing
from ..log.finding import Finding
from ..log.id_pattern import ID_PATTERN
from ..log.identifiers import read_heading, slug
from ..placeholders import adr_decision, amendment, card, considered_option, name_in_title
from .anatomy import read_anatomy
from .leftovers import left_in_text
from .mentions import mentions
from .metadata import Vocabulary, read_metadata
from .places import place_of

_DATE_LEAD = re.compile(r"((?:19|20)\d\d-?\d\d(?:-?\d\d)?)(?:\s*[:—–]|\s-)?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How this documentation writes: its words, and what IDs look like in it."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    id_pattern: str = ID_PATTERN
    requirement_pattern: re.Pattern[str] | None = None
    not_requirements: re.Pattern[str] | None = None

    def requirement_ids(self, text: str) -> Iterator[re.Match[str]]:
        """The requirement IDs in *text*."""
        if self.requirement_pattern is not None:
            for match in self.requirement_pattern.finditer(text):
                if match[0] and not (self.not_requirements and self.not_requirements.fullmatch(match[0])):
                    yield match


def read_record(placeholder: card, docname: str, reading: Reading) -> tuple[Decision, list[Finding]]:
    """The record of the decision whose card *placeholder* is, and what is wrong with its metadata.

    Requirement IDs in the prose become references.
    """
    element, options = placeholder.parent, placeholder["options"]
    place = place_of(placeholder)
    metadata = read_metadata(options, place, docname, reading.vocabulary, placeholder["lines"])
    facts = metadata.facts
    addressed = facts.pop("requirements")
    facts |= placeholder["facts"]
    facts["links"] = tuple(dict.fromkeys((*facts["links"], *placeholder["links"])))
    traces = [_addresses(identifier) for identifier in addressed]
    heading = next((c for c in element.children if isinstance(c, (nodes.title, nodes.rubric))), None)
    named, words = _named_in(heading, name_in_title(placeholder))
    own = [words if node is named else node for node in own_nodes(element)]
    blocks = [node for node in own if isinstance(node, _TOLD_APART)]
    parts = tuple(_parts(blocks))
    left = list(left_in_text(blocks, (docname, placeholder["anchor"])))
    traces += dict.fromkeys(mentions(own, element, parts, reading, docname))
    record = Decision(
        id=options.get("id", ""),
        title=_title(heading, named, words, options.get("id", ""), reading),
        docname=docname,
        anchor=placeholder["anchor"],
        place=place,
        declared=placeholder["declared"],
        visible_if=tuple(conditions(element)),
        parts=parts,
        anchors=tuple(name for name in element["ids"] if name != placeholder["anchor"]),
        anatomy=read_anatomy(element, [node for node in blocks if isinstance(node, considered_option)]),
        traces=tuple(traces),
        amendments=tuple(_amendments(blocks)),
        fingerprint=placeholder["fingerprint"],
        **facts,
    )
    return record, [*metadata.findings, *left]


def _named_in(heading: nodes.Element | None, name: str) -> tuple[nodes.Text | None, nodes.Text]:
    """The text that begins with the *name* that was put in front of a title, and what it says beside that.

    Others can have put something there since.
    """
    if name and heading is not None:
        for child in heading.children:
            if isinstance(child, nodes.Text) and child.startswith(name):
                words = nodes.Text(child[len(name) :].removeprefix(": "))
                words.parent = heading
                return child, words
    return None, nodes.Text("")


@lru_cache(4096)
def _addresses(identifier: str) -> Trace:
    """The trace to a requirement, which other decisions may address as well."""
    return Trace(identifier, Tracing.ADDRESSES)


def _title(
    heading: nodes.Element | None,
    named: nodes.Text | None,
    words: nodes.Text,
    identifier: str,
    reading: Reading,
) -> str:
    """The title in *heading*, where *named* is *words* behind the ID that was put in front of them."""
    if heading is None:
        return ""
    text = _without_notes(words if child is named else child for child in heading.children).strip()
    if named is not None:
        return " ".join(text.split())
    numbered = read_heading(text, "", reading.id_pattern)
    title = read_heading(text, identifier, reading.id_pattern).title
    untouched = title == " ".join(text.split())
    return _without_date(numbered.title if untouched and not numbered.id else title, identifier)


def _without_date(title: str, identifier: str) -> str:
    """*title* without the date in front of it that the ID begins with: ``2025-03-04: Meters``."""
    date = _DATE_LEAD.match(title)
    digits = re.sub(r"\D", "", date[1]) if date else ""
    return title[date.end() :] if date and re.sub(r"\D", "", identifier[:10]).startswith(digits) else title


def _without_notes(inline: Iterable[nodes.Node]) -> str:
    """The text of a heading; the number of a footnote in it is none of its words, nor is that of a section."""
    return "".join(
        node.astext() for node in inline if not isinstance(node, (nodes.footnote_reference, nodes.generated))
    )


def conditions(element: nodes.Node) -> Iterator[str]:
    """The expressions of the ``only`` directives around *element*, from the outside in."""
    around: list[str] = []
    inside = element.parent
    while inside is not None:
        if isinstance(inside, addnodes.only):
            around.append(inside["expr"])
        inside = inside.parent
    return reversed(around)


_TOLD_APART = (nodes.paragraph, nodes.section, nodes.rubric, amendment, considered_option)
_MAY_HOLD_CARDS = (nodes.section, nodes.Body, nodes.General, nodes.Structural)


def is_foreign(node: nodes.Node, element: nodes.Element) -> bool:
    """Whether *node* is another decision inside *element*."""
    if not isinstance(node, _MAY_HOLD_CARDS) or node is element:
        return False
    return isinstance(node, adr_decision) or any(isinstance(child, card) for child in node.children)


def own_nodes(element: nodes.Element, apart: tuple[type[nodes.Node], ...] = ()) -> Iterator[nodes.Node]:
    """The nodes inside *element* in document order, without those of other decisions and inside *apart*."""
    stack: list[nodes.Node] = element.children[::-1]
    while stack:
        node = stack.pop()
        if not node.children:
            yield node
        elif not is_foreign(node, element) and not isinstance(node, apart):
            yield node
            stack += node.children[::-1]


def _parts(own: Iterable[nodes.Node]) -> Iterator[Part]:
    taken: dict[str, int] = {}
    for node in own:
        if isinstance(node, (nodes.section, nodes.rubric)) and (anchor := node.get("adr-part")):
            heading = cast("nodes.TextElement", node[0] if isinstance(node, nodes.section) else node)
            title = " ".join(_without_notes(heading.children).split())
            name = slug(heading.rawsource if heading.get("translated") else title)
            taken[name] = taken.get(name, 0) + 1
            yield Part(name if taken[name] == 1 else f"{name}-{taken[name]}", title, anchor)


def _amendments(own: Iterable[nodes.Node]) -> Iterator[Amendment]:
    for node in own:
        if isinstance(node, amendment):
            yield Amendment(node["date"], node["date_text"], " ".join(node.astext().split()))
