"""The requirements that prose mentions: each ID in it is a trace, and becomes a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from ..log.decision import Part, Trace, Tracing

if TYPE_CHECKING:
    from .record import Reading

_NOT_PROSE = (
    nodes.literal_block,
    nodes.comment,
    nodes.math,
    nodes.math_block,
    nodes.raw,
    nodes.system_message,
)
_NOT_LINKED = (
    nodes.reference,
    addnodes.pending_xref,
    nodes.title,
    nodes.rubric,
    nodes.literal,
    nodes.Invisible,
)


def mentions(
    own: Sequence[nodes.Node],
    element: nodes.Element,
    parts: Iterable[Part],
    reading: Reading,
    docname: str,
) -> Iterator[Trace]:
    """A trace for each requirement ID in the prose, which becomes a reference unless it is in a link."""
    texts = "\0".join(node for node in own if isinstance(node, nodes.Text))
    if next(reading.requirement_ids(texts), None) is None:
        return
    section: str | None = None
    slugs = {part.anchor: part.slug for part in parts}
    for node in own:
        if isinstance(node, (nodes.section, nodes.rubric)):
            section = slugs.get(node.get("adr-part", ""), section)
        if not isinstance(node, nodes.Text):
            continue
        matches = list(reading.requirement_ids(node))
        if not matches or _inside(node, element, _NOT_PROSE) or _names_decision(node):
            continue
        yield from (Trace(match[0], Tracing.MENTIONS, section) for match in matches)
        if not _inside(node, element, _NOT_LINKED) and not _is_anothers(node):
            node.parent.replace(node, list(_linked(node, matches, docname)))


def _inside(node: nodes.Node, element: nodes.Element, kinds: tuple[type, ...]) -> bool:
    inside = node.parent
    while inside is not None and inside is not element:
        if isinstance(inside, kinds):
            return True
        inside = inside.parent
    return False


def _is_anothers(text: nodes.Text) -> bool:
    """Whether *text* stands in what a role of another extension made, which may want it as it is."""
    inside: nodes.Node = text.parent
    while isinstance(inside, nodes.Inline):
        if type(inside).__module__.partition(".")[0] not in ("docutils", "sphinx"):
            return True
        inside = inside.parent
    return False


def _names_decision(text: nodes.Text) -> bool:
    """Whether *text* stands in a reference to a decision."""
    around = text.parent.parent
    return isinstance(around, addnodes.pending_xref) and around.get("reftype") == "decision"


def _linked(text: nodes.Text, matches: list[re.Match[str]], docname: str) -> Iterator[nodes.Node]:
    position = 0
    for match in matches:
        if match.start() > position:
            yield nodes.Text(text[position : match.start()])
        yield requirement_reference(match[0], docname)
        position = match.end()
    if position < len(text):
        yield nodes.Text(text[position:])


def requirement_reference(identifier: str, docname: str) -> addnodes.pending_xref:
    """A reference in the document *docname* to a requirement; it says nothing where it leads nowhere."""
    return addnodes.pending_xref(
        identifier,
        nodes.inline(identifier, identifier, classes=["adr-req"]),
        refdomain="adr",
        reftype="req",
        reftarget=identifier,
        refdoc=docname,
        refexplicit=False,
        refwarn=False,
    )
