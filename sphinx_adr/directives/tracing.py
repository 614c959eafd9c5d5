"""``adr-for``: the decisions that answer a requirement, on the requirement's own page."""

from __future__ import annotations

from docutils import nodes

from ..log.finding import Code
from ..log.identifiers import is_valid_id
from ..placeholders import view
from ..reading.metadata import split_list
from ..views.tracing import TracingQuestion
from .base import AdrDirective


class TracingDirective(AdrDirective):
    """The decisions that answer the requirements in the argument."""

    optional_arguments = 1
    final_argument_whitespace = True
    known = ("class",)

    def run(self) -> list[nodes.Node]:
        """A placeholder; nothing where no ID can be understood."""
        options = self.checked_options()
        names = list(dict.fromkeys(split_list(self.arguments[0]))) if self.arguments else []
        ids = tuple(name for name in names if is_valid_id(name))
        for name in names:
            if name not in ids:
                self.warn(Code.REQUIREMENT_MALFORMED, f"{name!r} is no ID of a requirement")
        if not names:
            message = f"{self.name} needs the ID of a requirement: `{self.name}:: PRD-MON-REQ-001`"
            self.warn(Code.REQUIREMENT_MALFORMED, message)
        if not ids:
            return []
        node = view("", question=TracingQuestion(ids), cites=ids, refdoc=self.env.docname)
        node["classes"] += options.get("class", "").split()
        self.set_source_info(node)
        return [node]
