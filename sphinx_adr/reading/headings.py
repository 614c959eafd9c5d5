"""The headings inside a decision: as sections or as rubrics, with the same anchors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import cast

from docutils import nodes

from ..placeholders import adr_decision, card

DEEPEST_RUBRIC = 5
"""The deepest level that every LaTeX class has a rubric for."""


def anchor_of(identifier: str) -> str:
    """The anchor of a decision or requirement: its ID in the letters that every format allows."""
    made = nodes.make_id(identifier)
    return made if made and identifier[0].isalpha() else "adr-" + piece(identifier)


def piece(text: str) -> str:
    """*text* as a piece of an anchor; a digest where none of its letters can stand in one."""
    made = nodes.make_id("x" + text)[1:].strip("-")
    return made or hashlib.sha256(text.encode()).hexdigest()[:8]


def sections(element: nodes.Element) -> Iterator[nodes.section]:
    """The sections inside *element*, except those of decisions that stand in it."""
    for child in element.children:
        if isinstance(child, nodes.section):
            if not any(isinstance(grandchild, card) for grandchild in child.children):
                yield child
                yield from sections(child)
        elif isinstance(child, nodes.Element) and not isinstance(child, adr_decision):
            yield from sections(child)


def nest(element: nodes.Element, body: list[nodes.Node], document: nodes.document) -> None:
    """Appends *body* to *element*; rubrics that stand for headings become sections, as deep as they say."""
    open_sections: list[tuple[int, nodes.Element]] = [(0, element)]
    for child in body:
        level = child.get("level") if isinstance(child, nodes.rubric) else None
        if level is None:
            open_sections[-1][1].append(child)
            continue
        while len(open_sections) > 1 and open_sections[-1][0] >= level:
            open_sections.pop()
        assert isinstance(child, nodes.rubric)
        title = nodes.title(child.rawsource, "", *child.children)
        section = nodes.section("", title)
        for node in (section, title):
            node.source, node.line, node.document = child.source, child.line, document
        section["ids"], section["names"] = child["ids"], child["names"]
        section["classes"], section["dupnames"] = child["classes"], child["dupnames"]
        open_sections[-1][1].append(section)
        open_sections.append((level, section))


def flatten(element: nodes.Element, level: int, document: nodes.document) -> None:
    """Turns the sections in *element* into rubrics."""
    flat: list[nodes.Node] = []
    for child in element.children:
        if not isinstance(child, nodes.section):
            flat.append(child)
            continue
        title = cast("nodes.title", child[0])
        rubric = nodes.rubric(title.rawsource, "", *title.children, classes=["adr-heading"])
        rubric.source, rubric.line = title.source, title.line
        rubric["heading-level"] = min(level, DEEPEST_RUBRIC)
        rubric["names"] = child["names"]
        if "adr-part" in child:
            rubric["adr-part"] = child["adr-part"]
        inner = child.children[1:]
        child.clear()
        child.extend(inner)
        flatten(child, level + 1, document)
        lead_labels(flat, rubric, document)
        flat += [*anchored(rubric, child["ids"], document), rubric, *child.children]
    element.clear()
    element.extend(flat)


def anchored(heading: nodes.rubric, anchors: list[str], document: nodes.document) -> list[nodes.target]:
    """Gives *heading* its *anchors*, and returns the targets that formats without them need in front of it.

    Labels that lead to one of the anchors take their text from *heading*.
    """
    heading["ids"] += anchors
    document.ids.update(dict.fromkeys(anchors, heading))
    return [nodes.target("", "", refid=anchor) for anchor in anchors]


def lead_labels(before: Sequence[nodes.Node], heading: nodes.rubric, document: nodes.document) -> None:
    """Leads the labels at the end of *before* to *heading*, from which they take their text."""
    for label in reversed(before):
        if not isinstance(label, nodes.target) or not label["ids"]:
            return
        anchored(heading, label["ids"], document)
        heading["names"] += label["names"]
        label["refid"], label["ids"], label["names"] = label["ids"][0], [], []


def without_implicit_ids(section: nodes.section, document: nodes.document, instead: str | None) -> list[str]:
    """The anchors of *section* that its author named; those that docutils made from its words are forgotten.

    The name that docutils made from the words then leads to *instead*.
    """
    kept = list(section["ids"]) if section["names"] else []
    for name in (*section["names"], *section["dupnames"]):
        old = document.nameids.get(name)
        if old in section["ids"] and not document.nametypes.get(name):
            document.nameids[name] = instead  # type: ignore[assignment]
            kept = [anchor for anchor in kept if anchor != old]
    for anchor in section["ids"]:
        if anchor not in kept:
            document.ids.pop(anchor, None)
    return kept
