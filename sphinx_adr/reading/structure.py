"""Shaping declarations in the doctree: decisions become sections where they can, and every part gets an anchor.

Where a decision stands directly in a document or a section and only decisions and targets follow it there,
it becomes a section with sub-sections, and so appears in the contents. Anywhere else its headings become
rubrics. The anchors are the same in both, and depend on nothing but the ID and the words of the headings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from docutils import nodes

from ..log.decision import Declared
from ..log.finding import Code, Finding, Place
from ..log.identifiers import file_number, is_valid_id, read_heading
from ..placeholders import card, declaration, decision

_MAY_FOLLOW = (decision, nodes.section, nodes.target, nodes.comment, nodes.substitution_definition, nodes.system_message)
_DEEPEST_RUBRIC = 5


def place_of(node: nodes.Node) -> Place:
    """Where *node* stands in the sources."""
    inside: nodes.Node | None = node
    while inside is not None and not (inside.source and inside.line):
        inside = inside.parent
    found = inside if inside is not None else node
    return Place(found.source or "", found.line or 0)


class Structure:
    """Shapes the declarations of one document; *findings* collects what is wrong with them."""

    def __init__(self, document: nodes.document, docname: str, id_pattern: str, id_template: str) -> None:
        self.document = document
        self.docname = docname
        self.id_pattern = id_pattern
        self.id_template = id_template
        self.findings: list[Finding] = []

    def apply(self) -> None:
        """Shapes all declarations, in the order of the document."""
        for node in list(self.document.findall(lambda n: isinstance(n, (decision, declaration)))):
            if isinstance(node, declaration):
                self._adopt(node)
            elif isinstance(node, decision):
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
            if isinstance(inside, decision) or any(isinstance(child, card) for child in inside.children):
                self._find(Code.DECISION_NESTED, "a decision stands inside another one; both are recorded", node)
                return
            inside = inside.parent

    # -- a directive with an argument -------------------------------------------------------------------

    def _settle(self, node: decision) -> None:
        heading = read_heading(node["argument"], node["options"].get("id", ""), self.id_pattern)
        identifier = heading.id or (self.id_template.replace("{number}", heading.number) if heading.number else "")
        identifier = self._checked_id(identifier, node)
        self._warn_if_nested(node)
        if not heading.title:
            self._find(Code.TITLE_MISSING, f"decision {identifier or '(without ID)'} has no title", node)
        title = node.pop(0) if node.children and "adr-title" in node[0].get("classes", ()) else self._untitled(node)
        anchor = self._unused(anchor_of(identifier) if identifier else "adr-" + _piece(heading.title))
        placeholder = self._card(node, Declared.DIRECTIVE, anchor, identifier)
        body = list(node.children)
        node.clear()
        if _can_be_section(node):
            shaped: nodes.Element = nodes.section("", nodes.title(title.rawsource, "", *title.children), placeholder)
            shaped[0].source, shaped[0].line = title.source, title.line
            shaped["classes"] += ["adr-decision", *node["classes"]]
            shaped["ids"].append(anchor)
            _nest(shaped, body)
            node.replace_self(shaped)
            self._name_parts(shaped, anchor, adopted=False)
        else:
            shaped = node
            node["classes"].append("adr-decision")
            title["heading-level"] = level = min(_depth(node) + 1, _DEEPEST_RUBRIC)
            node += [title, placeholder]
            _nest(node, body)
            self._name_parts(node, anchor, adopted=False)
            _flatten(node, level + 1)
            node.parent.insert(node.parent.index(node), self._target(anchor))
        shaped.source, shaped.line = placeholder.source, placeholder.line
        shaped.document = self.document
        self._note(shaped, anchor, placeholder["options"].get("name", ""))

    def _untitled(self, node: decision) -> nodes.rubric:
        title = nodes.rubric("", "", classes=["adr-title"])
        title.source, title.line = node.source, node.line
        return title

    def _target(self, anchor: str) -> nodes.target:
        return nodes.target("", "", ids=[anchor])

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
        if any(isinstance(child, card) for child in section.findall(card) if child.parent is section):
            message = "this section is already a decision; this second adr is ignored, its body is kept"
            self._find(Code.SECTION_CLAIMED_TWICE, message, node)
            self._unwrap(node)
            return
        self._warn_if_nested(section)
        title = section[0] if section.children and isinstance(section[0], nodes.title) else nodes.title()
        heading = read_heading(title.astext(), node["options"].get("id", ""), self.id_pattern)
        top = not isinstance(section.parent, nodes.section)
        number = (file_number(self.docname) if top else "") or heading.number
        identifier = heading.id or (self.id_template.replace("{number}", number) if number else "")
        identifier = self._checked_id(identifier, node)
        if not heading.title:
            self._find(Code.TITLE_MISSING, f"decision {identifier or '(without ID)'} has no title", node)
        wanted = anchor_of(identifier) if identifier else "adr-" + _piece(heading.title)
        anchor = wanted if wanted in section["ids"] else self._unused(wanted)
        placeholder = self._card(node, Declared.SECTION, anchor, identifier)
        section["classes"] += ["adr-decision", *node["classes"]]
        if anchor not in section["ids"]:
            section["ids"].append(anchor)
        self._note(section, anchor, node["options"].get("name", ""))
        summary = " ".join(" ".join(child.astext().split()) for child in node.children)
        if summary:
            placeholder["options"].setdefault("summary", summary)
        node.replace_self([placeholder, *node.children])
        if placeholder.parent is not section:
            placeholder.parent.remove(placeholder)
            section.insert(1, placeholder)
        self._name_parts(section, anchor, adopted=True)

    def _unwrap(self, node: declaration) -> None:
        node.replace_self(list(node.children))

    # -- both -------------------------------------------------------------------------------------------

    def _card(self, node: nodes.Element, declared: Declared, anchor: str, identifier: str) -> card:
        placeholder = card(
            "", declared=declared, anchor=anchor, options={**node["options"], "id": identifier}
        )
        placeholder.source, placeholder.line = node.source, node.line
        placeholder.document = self.document
        return placeholder

    def _unused(self, anchor: str) -> str:
        number, free = 2, anchor
        while free in self.document.ids:
            free, number = f"{anchor}-{number}", number + 1
        return free

    def _note(self, node: nodes.Element, anchor: str, name: str) -> None:
        self.document.ids.setdefault(anchor, node)
        if name:
            normal = nodes.fully_normalize_name(name)
            node["names"].append(normal)
            self.document.nametypes[normal] = True
            self.document.nameids[normal] = anchor

    def _name_parts(self, element: nodes.Element, anchor: str, *, adopted: bool) -> None:
        """Gives every heading inside *element* its stable anchor, as the attribute ``adr-part``.

        In an *adopted* section the anchors that it had stay in front: they may be known to the world.
        Elsewhere the ones that docutils made from the words are dropped: they depend on what else is there.
        """
        for section in _sections(element):
            title = section[0] if section.children and isinstance(section[0], nodes.title) else nodes.title()
            part = self._unused(f"{anchor}-{_piece(title.astext())}")
            section["adr-part"] = part
            self.document.ids[part] = section
            kept = section["ids"] if adopted else self._without_implicit(section, part)
            section["ids"] = [*kept, part] if adopted else [part, *kept]

    def _without_implicit(self, section: nodes.section, part: str) -> list[str]:
        document, kept = self.document, list(section["ids"])
        for name in (*section["names"], *section["dupnames"]):
            old = document.nameids.get(name)
            if old in kept and not document.nametypes.get(name):
                document.nameids[name] = part
                kept.remove(old)
                document.ids.pop(old, None)
        if not section["names"]:
            for old in kept:
                document.ids.pop(old, None)
            return []
        return kept


def anchor_of(identifier: str) -> str:
    """The anchor of a decision or requirement: its ID in the letters that every format allows."""
    piece = nodes.make_id(identifier)
    return piece if piece and identifier[0].isalpha() else "adr-" + _piece(identifier)


def _piece(text: str) -> str:
    """*text* as a piece of an anchor; a digest where none of its letters can stand in one."""
    piece = nodes.make_id("x" + text)[1:].strip("-")
    return piece or hashlib.sha256(text.encode()).hexdigest()[:8]


def _sections(element: nodes.Element) -> Iterator[nodes.section]:
    """The sections inside *element*, except those of decisions that stand in it."""
    for child in element.children:
        if isinstance(child, nodes.section):
            if not any(isinstance(grandchild, card) for grandchild in child.children):
                yield child
                yield from _sections(child)
        elif isinstance(child, nodes.Element) and not isinstance(child, decision):
            yield from _sections(child)


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


def _nest(element: nodes.Element, body: list[nodes.Node]) -> None:
    """Appends *body* to *element*; rubrics that stand for headings become sections, as deep as they say."""
    open_sections: list[tuple[int, nodes.Element]] = [(0, element)]
    for child in body:
        level = child.get("level") if isinstance(child, nodes.rubric) else None
        if level is None:
            open_sections[-1][1].append(child)
            continue
        while len(open_sections) > 1 and open_sections[-1][0] >= level:
            open_sections.pop()
        section = nodes.section("", nodes.title(child.rawsource, "", *child.children))
        for node in (section, section[0]):
            node.source, node.line = child.source, child.line
            node.document = element.document
        section["ids"], section["names"] = child["ids"], child["names"]
        section["classes"], section["dupnames"] = child["classes"], child["dupnames"]
        open_sections[-1][1].append(section)
        open_sections.append((level, section))


def _flatten(element: nodes.Element, level: int) -> None:
    """Turns the sections in *element* into rubrics, each with a target in front of it."""
    flat: list[nodes.Node] = []
    for child in element.children:
        if not isinstance(child, nodes.section):
            flat.append(child)
            continue
        title = child[0]
        rubric = nodes.rubric(title.rawsource, "", *title.children, classes=["adr-heading"])
        rubric.source, rubric.line = title.source, title.line
        rubric["heading-level"] = min(level, _DEEPEST_RUBRIC)
        rubric["adr-part"], rubric["names"] = child["adr-part"], child["names"]
        inner = child.children[1:]
        child.clear()
        child.extend(inner)
        _flatten(child, level + 1)
        flat += [nodes.target("", "", ids=child["ids"]), rubric, *child.children]
    element.clear()
    element.extend(flat)
