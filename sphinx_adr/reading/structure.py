"""Shaping declarations in the doctree: decisions become sections where they can, every part gets an anchor.

Where a decision stands directly in a document or a section and only decisions, targets and notes follow it,
it becomes a section with sub-sections, and so appears in the contents. Anywhere else its headings become
rubrics. The anchors are the same in both, and depend on nothing but the ID and the words of the headings.
"""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes

from ..log.decision import Declared
from ..log.finding import Code, Finding
from ..log.identifiers import file_number, is_valid_id, read_heading
from ..log.vocabulary import StatusWord
from ..placeholders import adr_decision, card, declaration, find
from .anchors import Anchors
from .headings import (
    DEEPEST_RUBRIC,
    anchor_of,
    anchored,
    flatten,
    lead_labels,
    nest,
    piece,
    sections,
    without_implicit_ids,
)
from .places import place_of
from .status_section import StatusSections

_MAY_FOLLOW = (
    adr_decision,
    nodes.section,
    nodes.target,
    nodes.comment,
    nodes.footnote,
    nodes.citation,
    nodes.substitution_definition,
    nodes.system_message,
)


class Structure:
    """Shapes the declarations of one document; *findings* collects what is wrong with them."""

    def __init__(
        self,
        document: nodes.document,
        docname: str,
        id_pattern: str,
        id_template: str,
        statuses: Mapping[str, StatusWord],
    ) -> None:
        self.document = document
        self.docname = docname
        self.id_pattern = id_pattern
        self.id_template = id_template
        self.findings: list[Finding] = []
        self._statuses = StatusSections(document, docname, statuses)
        self._anchors = Anchors(document)

    def apply(self) -> None:
        """Shapes all declarations, in the order of the document."""
        declared: list[adr_decision | declaration] = find(self.document, adr_decision, declaration)
        for node in declared:
            if "no-index" in node["options"]:
                self._show(node)
            elif isinstance(node, declaration):
                self._adopt(node)
            else:
                self._settle(node)

    def _find(self, code: Code, message: str, node: nodes.Node) -> None:
        self.findings.append(Finding(code, message, place_of(node)))

    def _checked_id(self, identifier: str, node: nodes.Element) -> str:
        if not identifier:
            message = "a decision needs an ID: `adr:: ADR-0001: Title`, or the option :id:"
            self._find(Code.ID_MISSING, message, node)
        elif not is_valid_id(identifier):
            message = f"{identifier!r} is no ID: letters, digits, '.', '-' and '_' make one"
            self._find(Code.ID_MALFORMED, message, node)
            return ""
        return identifier

    def _warn_if_nested(self, node: nodes.Element) -> None:
        inside = node.parent
        while inside is not None:
            if isinstance(inside, adr_decision) or any(isinstance(child, card) for child in inside.children):
                self._find(
                    Code.DECISION_NESTED, "a decision stands inside another one; both are recorded", node
                )
                return
            inside = inside.parent

    # -- a directive with an argument -------------------------------------------------------------------

    def _settle(self, node: adr_decision) -> None:
        heading = read_heading(node["argument"], node["options"].get("id", ""), self.id_pattern)
        identifier = heading.id or (
            self.id_template.replace("{number}", heading.number) if heading.number else ""
        )
        identifier = self._checked_id(identifier, node)
        self._warn_if_nested(node)
        if not heading.title:
            self._find(Code.TITLE_MISSING, f"decision {identifier or '(without ID)'} has no title", node)
        title = self._taken_title(node)
        anchor = self._anchors.unused(anchor_of(identifier) if identifier else "adr-" + piece(heading.title))
        placeholder = self._card(node, Declared.DIRECTIVE, anchor, identifier)
        body = list(node.children)
        node.clear()
        if _can_be_section(node):
            heading_node = nodes.title(title.rawsource, "", *title.children)
            heading_node.source, heading_node.line = title.source, title.line
            shaped: nodes.Element = nodes.section("", heading_node, placeholder)
            shaped["classes"] += ["adr-decision", *node["classes"]]
            shaped["ids"].append(anchor)
            nest(shaped, body, self.document)
            node.replace_self(shaped)
            self._anchors.name_parts(shaped, anchor, adopted=False)
            self.findings += self._statuses.read(shaped, placeholder)
        else:
            shaped = node
            node["classes"].append("adr-decision")
            title["heading-level"] = level = min(_depth(node) + 1, DEEPEST_RUBRIC)
            node += [title, placeholder]
            nest(node, body, self.document)
            self._anchors.name_parts(node, anchor, adopted=False)
            self.findings += self._statuses.read(node, placeholder)
            flatten(node, level + 1, self.document)
            position = node.parent.index(node)
            lead_labels(node.parent.children[:position], title, self.document)
            node.parent.insert(position, anchored(title, [anchor], self.document))
        shaped.source, shaped.line = placeholder.source, placeholder.line
        shaped.document = self.document
        self._anchors.note(shaped, anchor, placeholder["options"].get("name", ""))

    def _show(self, node: adr_decision | declaration) -> None:
        """Leaves what the declaration shows, without anchors: it is not recorded."""
        if isinstance(node, declaration):
            self._unwrap(node)
            return
        heading = read_heading(node["argument"], node["options"].get("id", ""), self.id_pattern)
        title = self._taken_title(node)
        title["heading-level"] = level = min(_depth(node) + 1, DEEPEST_RUBRIC)
        node["classes"].append("adr-decision")
        node["shown-id"] = heading.id
        body = list(node.children)
        node.clear()
        node += title
        nest(node, body, self.document)
        for section in sections(node):
            section["ids"] = without_implicit_ids(section, self.document, None)
        flatten(node, level + 1, self.document)

    @staticmethod
    def _taken_title(node: adr_decision) -> nodes.rubric:
        """The title, taken out of *node*; an empty one where there is none."""
        if node.children and isinstance(first := node[0], nodes.rubric) and "adr-title" in first["classes"]:
            node.remove(first)
            return first
        title = nodes.rubric("", "", classes=["adr-title"])
        title.source, title.line = node.source, node.line
        return title

    # -- a directive without an argument ----------------------------------------------------------------

    def _adopt(self, node: declaration) -> None:
        section = node.parent
        while section is not None and not isinstance(section, nodes.section):
            section = section.parent
        if section is None:
            message = "an adr without an argument makes the section around it a decision, and there is none"
            self._find(Code.SECTION_ABSENT, message, node)
            self._unwrap(node)
            return
        if any(isinstance(child, card) for child in section.children):
            message = "this section is already a decision; this second adr is ignored, its body is kept"
            self._find(Code.SECTION_CLAIMED_TWICE, message, node)
            self._unwrap(node)
            return
        self._warn_if_nested(section)
        title = section[0] if section.children and isinstance(section[0], nodes.title) else nodes.title()
        declared = node.get("declared", Declared.SECTION)
        heading = read_heading(title.astext(), node["options"].get("id", ""), self.id_pattern)
        top = not isinstance(section.parent, nodes.section)
        number = (file_number(self.docname) if top else "") or heading.number
        identifier = heading.id or (self.id_template.replace("{number}", number) if number else "")
        identifier = self._checked_id(identifier, node)
        if not heading.title:
            self._find(Code.TITLE_MISSING, f"decision {identifier or '(without ID)'} has no title", node)
        wanted = anchor_of(identifier) if identifier else "adr-" + piece(heading.title)
        anchor = wanted if wanted in section["ids"] else self._anchors.unused(wanted)
        placeholder = self._card(node, declared, anchor, identifier)
        section["classes"] += ["adr-decision", *node["classes"]]
        if anchor not in section["ids"]:
            section["ids"].append(anchor)
        self._anchors.note(section, anchor, node["options"].get("name", ""))
        summary = " ".join(" ".join(child.astext().split()) for child in node.children)
        if summary:
            placeholder["options"].setdefault("summary", summary)
            placeholder["shows-summary"] = True
        node.replace_self([placeholder, *node.children])
        if placeholder.parent is not section:
            placeholder.parent.remove(placeholder)
            section.insert(1, placeholder)
        self._anchors.name_parts(section, anchor, adopted=True)
        if declared is Declared.SECTION:
            self.findings += self._statuses.read(section, placeholder)

    def _unwrap(self, node: declaration) -> None:
        node.replace_self(list(node.children))

    # -- both -------------------------------------------------------------------------------------------

    def _card(self, node: nodes.Element, declared: Declared, anchor: str, identifier: str) -> card:
        placeholder = card(
            "",
            declared=declared,
            anchor=anchor,
            options={**node["options"], "id": identifier},
            facts=node.get("facts", {}),
            links=node.get("links", ()),
            lines=node.get("lines", {}),
        )
        placeholder.source, placeholder.line = node.source, node.line
        placeholder.document = self.document
        return placeholder


def _can_be_section(node: nodes.Element) -> bool:
    parent = node.parent
    if not isinstance(parent, (nodes.document, nodes.section)):
        return False
    return all(isinstance(after, _MAY_FOLLOW) for after in parent.children[parent.index(node) + 1 :])


def _depth(node: nodes.Node) -> int:
    depth, inside = 0, node.parent
    while inside is not None:
        depth += isinstance(inside, nodes.section)
        inside = inside.parent
    return max(depth, 1)
