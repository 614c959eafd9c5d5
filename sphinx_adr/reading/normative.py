"""The normative text of a decision: what a seal keeps as it is.

Normative are the title and the text. Not normative are what says something about the record rather than
about the matter (its status, date, people, links and references), amendments, and how it is marked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from ..log.decision import Declared
from ..log.identifiers import read_heading
from ..log.seal import fingerprint
from ..log.section_names import SECTION_NAMES, Section, normal_title
from ..placeholders import adr_decision, amendment, card, considered_option, view
from .existing.fields import scan

_ABOUT_THE_RECORD = frozenset({Section.FIELD, Section.RELATED, Section.REFERENCES, Section.APART})
_SILENT = (
    amendment,
    view,
    nodes.comment,
    nodes.target,
    nodes.substitution_definition,
    nodes.system_message,
    nodes.pending,
    addnodes.toctree,
    addnodes.index,
)
_NOT_ITS_OWN = (adr_decision, *_SILENT)
_NOTICE = re.compile(
    r"\W*(?:note|important|warning)?\W*(?:this (?:adr|decision|record)\s+)?"
    r"(?:(?:is|was|has been)\s+)?(?:now\s+)?"
    r"(?:partially |partly )?(?:super[sc]ee?ded|replaced|deprecated|amended|obsoleted)\b",
    re.IGNORECASE,
)


def fingerprint_of(element: nodes.Element, placeholder: card, id_pattern: str) -> str:
    """The fingerprint of the decision in *element*, whose card is *placeholder*, before it is translated."""
    heading = next((c for c in element.children if isinstance(c, (nodes.title, nodes.rubric))), None)
    title = read_heading(
        heading.astext() if heading else "", placeholder["options"].get("id", ""), id_pattern
    ).title
    as_it_stands = placeholder["declared"] is Declared.DOCUMENT
    passages = _passages([c for c in element.children if c is not heading], head=as_it_stands)
    return fingerprint([title, *passages])


def _passages(children: list[nodes.Node], *, head: bool) -> Iterator[str]:
    """The text in *children*; in the *head* of a document that is read as it stands, fields are left out."""
    skipped: int | None = None
    for child in children:
        level = child.get("heading-level", 1) if isinstance(child, nodes.rubric) else None
        if level is not None:
            if skipped is not None and level > skipped:
                continue
            skipped = level if _is_about_the_record(child) else None
        if skipped is not None and not isinstance(child, nodes.section):
            continue
        if isinstance(child, nodes.section):
            head = False
            if _is_about_the_record(child.children[0] if child.children else child):
                continue
        if not (head and _is_field(child)):
            yield from _text(child)


def _is_about_the_record(heading: nodes.Node) -> bool:
    return SECTION_NAMES.get(normal_title(heading.astext())) in _ABOUT_THE_RECORD


def _is_field(node: nodes.Node) -> bool:
    """Whether *node* states facts about the record, or that something replaced it."""
    if isinstance(node, (nodes.field_list, nodes.docinfo)):
        return True
    text = node.astext().strip()
    first = text.partition("\n")[0]
    return bool(_NOTICE.match(" ".join(text[:200].split()))) or next(iter(scan(first)), None) is not None


def _text(node: nodes.Node) -> Iterator[str]:
    """The passages of text in *node*, without those of other decisions in it."""
    if isinstance(node, nodes.paragraph):
        yield "".join(_inline(node))
        return
    if isinstance(node, _NOT_ITS_OWN) or not isinstance(node, nodes.Element):
        return
    if any(isinstance(child, card) for child in node.children):
        return
    if isinstance(node, considered_option):
        yield " ".join([node["name"], "chosen" if node["chosen"] else "", node["reason"]])
    if isinstance(node, nodes.image):
        yield f"{node.get('alt', '')} {node.get('uri', '').rpartition('/')[2]}"
    elif isinstance(node, nodes.raw):
        yield "" if node.astext().lstrip().startswith("<!--") else node.astext()
    elif isinstance(node, nodes.TextElement):
        yield "".join(_inline(node))
    else:
        yield from _passages(list(node.children), head=False)


def _inline(node: nodes.Element) -> list[str]:
    """The runs of text in *node*."""
    found: list[str] = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            found.append(str(child))
        elif isinstance(child, nodes.image):
            found.append(child.get("uri", "").rpartition("/")[2])
        elif _names_a_document(child):
            continue
        elif isinstance(child, nodes.Element) and not isinstance(child, _SILENT):
            found += _inline(child)
    return found


def _names_a_document(node: nodes.Node) -> bool:
    """Whether *node* is a link that shows the title of a document, whatever that is."""
    return (
        isinstance(node, addnodes.pending_xref) and node.get("reftype") == "doc" and not node["refexplicit"]
    )
