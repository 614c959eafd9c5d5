"""``snippet``: a file of ``docs/snippets`` in both markups, and what becomes of it.

``.. snippet:: name`` shows ``snippets/name.rst`` and ``snippets/name.md``. With ``:result:`` the one that is
in the markup of the page is also parsed in its place. A test builds every such pair and compares the results.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.parsers.rst.states import RSTState
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

MARKUPS = {".rst": ("rst", "reStructuredText"), ".md": ("markdown", "MyST")}
"""For each suffix the lexer and the name of the markup."""


class Snippet(SphinxDirective):
    """A snippet in both markups."""

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = {"result": directives.flag}

    def run(self) -> list[nodes.Node]:
        """The sources, and the result where it is asked for."""
        columns = [self._column(suffix) for suffix in MARKUPS]
        found: list[nodes.Node] = [nodes.container("", *columns, classes=["snippet-sources"])]
        if "result" in self.options:
            found.append(self._result())
        return found

    def _path(self, suffix: str) -> Path:
        path = Path(self.env.srcdir) / "snippets" / (self.arguments[0] + suffix)
        self.env.note_dependency(str(path))
        return path

    def _column(self, suffix: str) -> nodes.Element:
        lexer, name = MARKUPS[suffix]
        text = self._path(suffix).read_text(encoding="utf-8").rstrip()
        block = nodes.literal_block(text, text, language=lexer)
        self.set_source_info(block)
        return nodes.container("", _label(name), block)

    def _result(self) -> nodes.Element:
        suffix = ".rst" if isinstance(self.state, RSTState) else ".md"
        path = self._path(suffix)
        lines = StringList(path.read_text(encoding="utf-8").splitlines(), source=str(path))
        shown = nodes.container("", classes=["snippet-result"])
        self.set_source_info(shown)
        self.state.nested_parse(lines, 0, shown)
        return nodes.container("", _label("Result"), shown)


def _label(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text, classes=["snippet-label"])


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directive."""
    app.add_directive("snippet", Snippet)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
