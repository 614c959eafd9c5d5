"""``adr``: declares a decision, or makes the section around it one; ``adr-option``: an option considered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from docutils import nodes
from docutils.statemachine import StringList

from ..log.finding import Code
from ..log.identifiers import read_heading
from ..log.vocabulary import LINK_OPTIONS
from ..placeholders import adr_decision, considered_option, declaration
from ..reading.metadata import ALIASES, OPTIONS, split_list
from .base import AdrDirective


class DecisionDirective(AdrDirective):
    """A decision, declared where it is written."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    known = OPTIONS
    aliases: ClassVar[Mapping[str, str]] = ALIASES

    def run(self) -> list[nodes.Node]:
        """A placeholder with the declaration as written and the parsed body."""
        argument = self._argument()
        options = self.checked_options()
        classes = options.pop("class", "").split()
        body = self.parse_content_to_nodes(allow_section_headings=self.takes_sections)
        for heading in (node for node in body if isinstance(node, nodes.rubric)):
            # Older docutils put a message about a heading that occurs twice into the heading.
            heading[:] = [word for word in heading.children if not isinstance(word, nodes.system_message)]
        if argument is None:
            node: nodes.Element = declaration("", *body, options=options, classes=classes)
        else:
            title = self._title(
                read_heading(argument, options.get("id", ""), self.config.adr_id_pattern).title
            )
            node = adr_decision(argument, *title, *body, argument=argument, options=options, classes=classes)
        lines = self.option_lines()
        node["lines"] = {name: lines[name] for name in ("status", *LINK_OPTIONS) if name in lines}
        self.set_source_info(node)
        return [node]

    def _argument(self) -> str | None:
        """The argument; a paragraph after a blank line is no argument but belongs to the body."""
        if not self.arguments:
            return None
        first, _, rest = self.block_text.partition("\n")
        if self.takes_sections and first.rstrip().endswith("::") and not rest.partition("\n")[0].strip():
            source, line = self.get_source_info()
            lines = [*self.arguments[0].splitlines(), ""]
            start = (line or 1) + 1
            items = [(source, start + number) for number in range(len(lines))]
            self.content = StringList(lines, items=items) + self.content
            return None
        return self.arguments[0]

    def _title(self, text: str) -> list[nodes.Node]:
        if not text:
            return []
        children, messages = self.parse_inline(text)
        title = nodes.rubric(text, "", *children, classes=["adr-title"])
        for raw in list(title.findall(nodes.raw)):
            # Markdown takes tags for HTML; in a title they are text.
            raw.replace_self(nodes.Text(raw.astext()))
        self.set_source_info(title)
        return [title, *messages]


class OptionDirective(AdrDirective):
    """An option that was considered in the decision around it."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    known = ("name", "chosen", "reason", "pros", "cons", "class")

    def run(self) -> list[nodes.Node]:
        """A placeholder with the option's name and its parsed body."""
        options = self.checked_options()
        name = self.arguments[0].strip() if self.arguments else options.get("name", "")
        if not name:
            self.warn(Code.TITLE_MISSING, "adr-option needs a name: `adr-option:: PostgreSQL`")
            return self.parse_content_to_nodes()
        chosen = options.get("chosen")
        if chosen is not None and chosen.casefold() not in ("", "yes", "true", "no", "false"):
            self.warn(
                Code.OPTION_INVALID, f"the option 'chosen' of adr-option takes no value, not {chosen!r}"
            )
        node = considered_option(
            name,
            *self._arguments(options, "pros", "(+) "),
            *self._arguments(options, "cons", "(-) "),
            *self.parse_content_to_nodes(),
            name=name,
            chosen=chosen is not None and chosen.casefold() not in ("no", "false"),
            reason=options.get("reason", ""),
        )
        self.set_source_info(node)
        return [node]

    def _arguments(self, options: dict[str, str], name: str, mark: str) -> list[nodes.Node]:
        items = [
            nodes.list_item("", nodes.paragraph("", mark + item))
            for item in split_list(options.get(name, ""))
        ]
        return [nodes.bullet_list("", *items)] if items else []
