"""``adr-requirement``: declares a requirement where nothing else does."""

from __future__ import annotations

import re

from docutils import nodes

from ..log.finding import Code
from ..log.identifiers import is_valid_id
from ..placeholders import requirement_card
from ..reading.headings import anchor_of
from .base import AdrDirective

_ARGUMENT = re.compile(r"\s*(?P<id>[^\s:]+)\s*(?::\s*|\s-\s+|$)(?P<title>.*)", re.DOTALL)


class RequirementDirective(AdrDirective):
    """A requirement with its text, and a place to link to."""

    required_arguments = 0
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    known = ("id", "title", "class", "name")

    def run(self) -> list[nodes.Node]:
        """A target, and a box with the title, what answers the requirement, and its text."""
        options = self.checked_options()
        argument = self.arguments[0] if self.arguments else ""
        match = _ARGUMENT.fullmatch(argument)
        identifier = options.get("id") or (match["id"] if match else argument.partition(":")[0].strip())
        title = options.get("title") or (match["title"] if match and not options.get("id") else argument)
        body = self.parse_content_to_nodes()
        if not is_valid_id(identifier):
            what = f"{identifier!r} is no ID" if identifier else "it has none"
            message = f"a requirement needs an ID, and {what}: `adr-requirement:: PRD-MON-REQ-001: Title`"
            self.warn(Code.REQUIREMENT_MALFORMED, message)
            return [nodes.paragraph(argument, argument), *body] if argument else body
        anchor = self._anchor(identifier)
        head = requirement_card("", req_id=identifier, title=" ".join(title.split()), anchor=anchor)
        self.set_source_info(head)
        box = nodes.container("", head, *body, classes=["adr-requirement", *options.get("class", "").split()])
        self.set_source_info(box)
        target = nodes.target("", "", ids=[anchor])
        self.state.document.note_explicit_target(target)
        return [target, box]

    def _anchor(self, identifier: str) -> str:
        number, anchor = 2, anchor_of(identifier)
        free = anchor
        while free in self.state.document.ids:
            free, number = f"{anchor}-{number}", number + 1
        return free
