"""The sections of a decision, whether a heading, a bold lead, a field or a list item opens them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx import addnodes

from sphinx_adr import placeholders
from sphinx_adr.log.section_names import Section

from .leads import leads_in, plain
from .passages import DEEPEST, LISTS, Passage, Rank, is_known
from .wording import text_of

_USUAL = (nodes.paragraph, nodes.section, nodes.bullet_list, nodes.enumerated_list)
_PASSED_OVER = (
    placeholders.adr_decision,
    placeholders.declaration,
    placeholders.view,
    placeholders.amendment,
    placeholders.considered_option,
    nodes.Titular,
    nodes.Invisible,
    nodes.Bibliographic,
    nodes.topic,
    nodes.sidebar,
    nodes.system_message,
)
_WITHOUT_PARTS = frozenset(Section) - {
    Section.CONTEXT,
    Section.DRIVERS,
    Section.OPTIONS,
    Section.REJECTED,
    Section.DECISION,
    Section.RATIONALE,
    Section.CONSEQUENCES,
}
"""What a lead of no known name is no part of, though it follows."""


def outline(children: Iterable[nodes.Node], depth: int = 0) -> Passage:
    """The sections that *children* make up."""
    root = Passage(depth=depth)
    around: list[tuple[Rank, Passage]] = [((-1, 0), root)]

    def close(rank: Rank) -> None:
        while around[-1][0] >= rank:
            around.pop()

    def begin(rank: Rank, passage: Passage) -> None:
        close(rank)
        while rank[0] and around[-1][1].lead and around[-1][1].section in _WITHOUT_PARTS:
            around.pop()
        passage.depth = depth
        around[-1][1].passages.append(passage)
        around.append((rank, passage))

    for child in _flattened(children, depth):
        if isinstance(child, nodes.section):
            inner = outline(child.children, depth + 1)
            title = next((node for node in child.children if isinstance(node, nodes.title)), None)
            begin((0, 0), _headed(_words_of(title) if title else "", inner))
        elif isinstance(child, nodes.rubric):
            passage = _headed(_words_of(child), Passage())
            level = child.get("heading-level") or child.get("level")
            begin((0, min(level, DEEPEST)) if isinstance(level, int) else passage.rank(), passage)
        elif isinstance(child, nodes.transition):
            close((1, 0))
        elif leads := leads_in(child):
            for passage in leads:
                begin(passage.rank(), passage)
        else:
            around[-1][1].blocks.append(child)
    return root


def _flattened(children: Iterable[nodes.Node], depth: int) -> Iterator[nodes.Node]:
    if depth > DEEPEST:
        return
    for child in children:
        if isinstance(child, _USUAL):
            yield child
        elif isinstance(child, _PASSED_OVER) and not isinstance(child, nodes.rubric):
            continue
        elif _is_transparent(child):
            yield from _flattened(child.children, depth + 1)
        else:
            yield child


def _is_transparent(node: nodes.Node) -> bool:
    """Whether what stands in *node* stands in its place: in a container, or as a list that is only indented."""
    if isinstance(node, nodes.block_quote):
        return all(isinstance(child, LISTS) for child in node.children)
    return isinstance(node, nodes.container | nodes.compound | addnodes.only)


def _words_of(heading: nodes.TextElement) -> str:
    """The words of *heading*; of a translated one those in the source, where they are a name that we know."""
    if heading.get("translated") and is_known(heading.rawsource):
        return heading.rawsource
    return text_of(heading)


def _headed(title: str, passage: Passage) -> Passage:
    """*passage* under *title*; ``Decision: X`` is the section "Decision" that begins with X."""
    passage.title = title
    name, colon, rest = title.partition(":")
    if colon and rest.strip() and passage.section is None and is_known(name):
        passage.title, passage.inline = name, True
        passage.blocks.insert(0, plain([nodes.Text(rest.strip())]))
    return passage
