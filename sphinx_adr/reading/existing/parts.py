"""What the sections of a page are, seen from outside: records, groups of them, or parts of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docutils import nodes

from ...log.section_names import SECTION_NAMES, Section, normal_title
from ...log.status_words import STATUS_WORDS
from ...log.vocabulary import Phase
from .fields import NAMES
from .flat import opens_in_bold

_PARTS = {Section.CONTEXT, Section.DECISION, Section.CONSEQUENCES, Section.OPTIONS, Section.RATIONALE}
_STATUS_NAMES = frozenset(name for name, field in NAMES.items() if field == "status")
_STATUS_TITLES = _STATUS_NAMES - {
    "state",
    "current status",
    "zustand",
    "état",
    "etat",
    "situação",
    "situacao",
}
"""Of these, those that a section on anything else is hardly called."""

_STATUS_LINE = re.compile(rf"\b(?:{'|'.join(sorted(_STATUS_NAMES))})\b\s*:", re.IGNORECASE)
GROUP_STATUS = {
    "completed": "accepted",
    "complete": "accepted",
    "made": "accepted",
    "decided": "accepted",
    "accepted": "accepted",
    "approved": "accepted",
    "active": "accepted",
    "current": "accepted",
    "implemented": "accepted",
    "final": "accepted",
    "pending": "proposed",
    "open": "proposed",
    "proposed": "proposed",
    "upcoming": "proposed",
    "future": "proposed",
    "rejected": "rejected",
    "declined": "rejected",
    "withdrawn": "withdrawn",
    "deprecated": "deprecated",
    "retired": "deprecated",
    "obsolete": "deprecated",
    "superseded": "superseded",
    "replaced": "superseded",
}
"""The words in headings of groups, and the status of the records below each."""

_GROUP = re.compile(
    rf"(?:\w+\s+)?({'|'.join(GROUP_STATUS)})\s+(?:\w+\s+)?(?:decisions?|adrs?|records?)", re.IGNORECASE
)


def group_word(title: str) -> str:
    """The word of *title* that tells the status of the decisions below it: "Pending Decisions"."""
    match = _GROUP.fullmatch(normal_title(title))
    return match[1].casefold() if match else ""


def status_above(section: nodes.Element) -> str | None:
    """The status that a heading above *section* gives: "Pending decisions", or only "Proposed"."""
    above = section.parent
    while isinstance(above, nodes.section):
        title = above[0].astext()
        if word := group_word(title):
            return GROUP_STATUS[word]
        held = STATUS_WORDS.get(normal_title(title))
        if held is not None and held.phase is not Phase.UNKNOWN:
            return held.status
        above = above.parent
    return None


def is_known(section: nodes.section) -> bool:
    """Whether *section* is a part of a record by its title."""
    title = section[0].astext()
    return normal_title(title) in SECTION_NAMES or normal_title(title.partition(":")[0]) in _STATUS_TITLES


def reads_like_a_record(section: nodes.section, before: Sequence[nodes.Node] = ()) -> bool:
    """Whether a section has the parts of a decision, or says what status it has."""
    titles = {normal_title(inner[0].astext()) for inner in all_sections(sub_sections(section))}
    own = [child for child in section.children[1:] if not isinstance(child, nodes.section)]
    titles |= {_lead(block) for block in own}
    if len({SECTION_NAMES.get(title) for title in titles} & _PARTS) >= 2 or titles & _STATUS_TITLES:
        return True
    words = " ".join(_words(node) for node in (*before, *own[:3]))
    return _STATUS_LINE.search(words) is not None


def _words(node: nodes.Node) -> str:
    if isinstance(node, (nodes.literal_block, nodes.comment, nodes.doctest_block, nodes.raw)):
        return ""
    text = node.astext()[:2000]
    if isinstance(node, (nodes.table, nodes.definition_list)):
        labels = (cell.astext() for cell in node.findall(lambda n: isinstance(n, (nodes.entry, nodes.term))))
        text += " ".join(f"{label}:" for label in labels if normal_title(label) in _STATUS_NAMES)
    elif isinstance(node, (nodes.field_list, nodes.docinfo)):
        names = (n.astext() for n in node.findall(nodes.field_name))
        tags = (child.tagname for child in node.children if isinstance(child, nodes.Element))
        text += " ".join(f"{name}:" for name in (*names, *tags))
    return text


def _lead(block: nodes.Node) -> str:
    """The name in front of a paragraph: ``**Context**``, ``**Context:** …``, ``Context: …``."""
    if not isinstance(block, nodes.paragraph) or not block.children:
        return ""
    if (first := opens_in_bold(block)) is not None:
        return normal_title(first.astext())
    name, colon, _rest = block.astext()[:60].partition(":")
    return normal_title(name) if colon else ""


def sub_sections(section: nodes.Element) -> list[nodes.section]:
    """The sections right inside *section*."""
    return [child for child in section.children if isinstance(child, nodes.section)]


def all_sections(top: Sequence[nodes.section]) -> Iterator[nodes.section]:
    """The sections in *top*, and those inside them, in the order of the document."""
    stack = list(reversed(top))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(sub_sections(section)))
