"""Requirements in documents: an ID begins a heading, a term, a row or an item, or is a target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from docutils import nodes

from ..log.decision import Requirement
from ..log.identifiers import is_valid_id
from ..placeholders import adr_decision, card, requirement_card
from ..reading.headings import anchor_of
from ..reading.places import place_of
from ..reading.record import conditions
from .sources import PLACES, DocumentSource

_SEPARATOR = re.compile(r"[\s:.)\]—–|-]*")
_OPENING = re.compile(r"[\s\[(]*")
_LONGEST_START = 200
_LONGEST_TITLE = 160
_TARGET = re.compile(r"(?:\.\. _`?(?P<rst>[^:`]+)`?:|\((?P<myst>[^)]+)\)=)")


@dataclass(frozen=True, slots=True)
class _Found:
    """An ID at a node, which is the place to link to; *rank* is the position in :data:`PLACES`."""

    id: str
    title: str
    node: nodes.Element
    rank: int


def read_document(
    document: nodes.document, docname: str, sources: Iterable[DocumentSource], usual: re.Pattern[str] | None
) -> Iterator[Requirement]:
    """The requirements in *document*, each of which gets an anchor there.

    *usual* is what IDs look like where a source does not say otherwise. Decisions declare none. Where an ID
    stands in several kinds of places, only the strongest kind counts.
    """
    for source in sources:
        if not source.holds(docname):
            continue
        found = [one for one in _find(document, source, usual) if is_valid_id(one.id)]
        strongest: dict[str, int] = {}
        for one in found:
            strongest[one.id] = min(strongest.get(one.id, one.rank), one.rank)
        for one in found:
            if one.rank == strongest[one.id]:
                yield Requirement(
                    id=one.id,
                    title=one.title,
                    docname=docname,
                    anchor=_anchor(one, document),
                    source="document",
                    place=place_of(one.node),
                    visible_if=tuple(conditions(one.node)),
                )


def _find(
    document: nodes.document, source: DocumentSource, usual: re.Pattern[str] | None
) -> Iterator[_Found]:
    pattern = re.compile(rf"(?<![\w-])(?:{source.pattern})(?![\w-])") if source.pattern else usual
    if pattern is None:
        return
    readers = {
        "headings": _heading,
        "terms": _term,
        "targets": _target,
        "tables": _row,
        "items": _item,
    }
    for node in _own(document):
        for place in source.within:
            if (read := readers[place](node)) is not None:
                text, title, at = read
                if match := _begins(text, pattern):
                    rest = text[match.end() :]
                    shown = rest[_length(rest) :] or title
                    yield _Found(match[0], _shortened(shown), at, PLACES.index(place))


def _own(element: nodes.Element) -> Iterator[nodes.Element]:
    """The elements of a document in order, without those of decisions and of requirements' boxes."""
    for child in element.children:
        if not isinstance(child, nodes.Element) or isinstance(child, adr_decision):
            continue
        yield child
        if not any(isinstance(inner, (card, requirement_card)) for inner in child.children):
            yield from _own(child)


def _begins(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The ID at the beginning of *text*."""
    start = _OPENING.match(text)
    return pattern.match(text[:_LONGEST_START], start.end() if start else 0)


def _length(rest: str) -> int:
    match = _SEPARATOR.match(rest)
    return match.end() if match else 0


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"


# -- where IDs stand: the text that may begin with one, what follows it elsewhere, the place to link to ----

_Read = tuple[str, str, nodes.Element]


def _heading(node: nodes.Element) -> _Read | None:
    if isinstance(node, nodes.section) and node.children and isinstance(node[0], nodes.title):
        is_decision = any(isinstance(child, card) for child in node.children)
        return None if is_decision else (node[0].astext(), "", node)
    return None


def _term(node: nodes.Element) -> _Read | None:
    if isinstance(node, nodes.definition_list_item):
        term = next((child for child in node.children if isinstance(child, nodes.term)), None)
        if term is not None:
            return term.astext(), _first_words(node.children[-1]), term
    return None


def _row(node: nodes.Element) -> _Read | None:
    if isinstance(node, nodes.row) and isinstance(node.parent, nodes.tbody) and node.children:
        cells = [cast("nodes.Element", child) for child in node.children]
        place = next((child for child in cells[0].children if isinstance(child, nodes.paragraph)), None)
        if place is not None:
            return cells[0].astext(), _first_words(cells[1]) if len(cells) > 1 else "", place
    return None


def _item(node: nodes.Element) -> _Read | None:
    if isinstance(node, nodes.list_item) and node.children and isinstance(node[0], nodes.paragraph):
        return node[0].astext(), "", node[0]
    return None


def _target(node: nodes.Element) -> _Read | None:
    """A label; docutils knows it in lower case, its source as it is written."""
    if not isinstance(node, nodes.target) or not (node.get("ids") or node.get("refid")):
        return None
    written = _TARGET.match(node.rawsource)
    names = [*node["names"], node.get("refid", "")]
    name = (written["rst"] or written["myst"]) if written else next(filter(None, names), "").upper()
    return name, _after(node), node


def _after(target: nodes.Element) -> str:
    """The heading or the first words that a label stands in front of."""
    siblings = target.parent.children
    for node in siblings[siblings.index(target) + 1 :]:
        if not isinstance(node, (nodes.target, nodes.comment)):
            return _first_words(node)
    return ""


def _first_words(node: nodes.Node) -> str:
    if isinstance(node, nodes.section) and node.children:
        return str(node[0].astext())
    paragraph = next(iter(node.findall(nodes.paragraph)), None) if isinstance(node, nodes.Element) else None
    return str((paragraph or node).astext())


# -- anchors ------------------------------------------------------------------------------------------------


def _anchor(found: _Found, document: nodes.document) -> str:
    """The anchor of a requirement in its document; one is added where the node has none of its own."""
    number, wanted = 2, anchor_of(found.id)
    anchor = wanted
    if isinstance(found.node, nodes.target):
        return str(found.node["refid"] if "refid" in found.node else found.node["ids"][0])
    if anchor in found.node["ids"]:
        return anchor
    while anchor in document.ids:
        anchor, number = f"{wanted}-{number}", number + 1
    if isinstance(found.node, nodes.section):
        found.node["ids"].append(anchor)
        document.ids[anchor] = found.node
    else:
        target = nodes.target("", "", ids=[anchor])
        found.node.insert(0, target)
        document.ids[anchor] = target
    return anchor
