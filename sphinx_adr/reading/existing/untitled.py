"""A document without a heading of its own, put below one."""

from __future__ import annotations

from docutils import nodes

MADE = "adr-made"
"""The attribute of a section that no author wrote."""

_HEAD = (nodes.field_list, nodes.docinfo, nodes.comment, nodes.substitution_definition)


def put_below_a_heading(document: nodes.document, title: str) -> nodes.section:
    """Puts all of *document* but its fields below a heading with *title*, and returns that section."""
    section = nodes.section("", nodes.title(title, title))
    section["names"] = [nodes.fully_normalize_name(title)]
    section.source, section.line = document.get("source"), 1
    section[0].source, section[0].line = document.get("source"), 1
    section.document = document
    section[MADE] = True
    head = []
    for child in document.children:
        if not isinstance(child, _HEAD):
            break
        head.append(child)
    body = document.children[len(head) :]
    document.note_implicit_target(section)
    document.clear()
    document.extend(head)
    section.extend(body)
    document.append(section)
    return section


def without_heading(section: nodes.Element, document: nodes.document) -> None:
    """Puts what stands below a heading of ours back to where it stood, with the anchors of the section."""
    target = nodes.target("", "", ids=section["ids"], names=section["names"])
    for anchor in section["ids"]:
        document.ids[anchor] = target
    section.replace_self([target, *section.children[1:]])
