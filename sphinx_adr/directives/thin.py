"""The directives as Sphinx knows them: each loads what it does when a document first has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .options import AnyOption, LateOption

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from .base import AdrDirective


class Thin(SphinxDirective):
    """A directive that leaves its work to another one; both take whatever is written."""

    option_spec: ClassVar[AnyOption] = LateOption()
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The directive that does the work."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """What that directive makes of what is written."""
        from docutils.parsers.rst.states import MarkupError, RSTState

        if self.arguments and isinstance(self.state, RSTState):
            from .written import take_options

            try:
                self.arguments, self.options = take_options(self)
            except MarkupError as error:
                return [self._refused(error)]
        doer = self.doer()(
            self.name,
            self.arguments,
            self.options,
            self.content,
            self.lineno,
            self.content_offset,
            self.block_text,
            self.state,
            self.state_machine,
        )
        return list(doer.run())

    def _refused(self, error: Exception) -> nodes.system_message:
        """What docutils says of a directive that it cannot read."""
        message = f'Error in "{self.name}" directive:\n{" ".join(error.args)}.'
        block = nodes.literal_block(self.block_text, self.block_text)
        return self.state.reporter.error(message, block, line=self.lineno)


class Decision(Thin):
    """``adr``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The declaration of a decision."""
        from .decision import DecisionDirective

        return DecisionDirective


class Option(Thin):
    """``adr-option``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """An option of a decision."""
        from .decision import OptionDirective

        return OptionDirective


class Amendment(Thin):
    """``adr-amendment``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """A correction of a decision."""
        from .amendment import AmendmentDirective

        return AmendmentDirective


class Requirement(Thin):
    """``adr-requirement``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The declaration of a requirement."""
        from .requirement import RequirementDirective

        return RequirementDirective


class Index(Thin):
    """``adr-index``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The decisions as a table, a list, cards or a timeline."""
        from .views import IndexDirective

        return IndexDirective


class Matrix(Thin):
    """``adr-matrix``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """Requirements against decisions."""
        from .views import MatrixDirective

        return MatrixDirective


class Graph(Thin):
    """``adr-graph``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The decisions and the links between them."""
        from .views import GraphDirective

        return GraphDirective


class Options(Thin):
    """``adr-options``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The options that were not chosen."""
        from .views import OptionsDirective

        return OptionsDirective


class Tracing(Thin):
    """``adr-for``, which has no text."""

    option_spec = AnyOption()
    has_content = False

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The decisions that answer a requirement."""
        from .tracing import TracingDirective

        return TracingDirective


class Listing(Thin):
    """``adrlist``."""

    @staticmethod
    def doer() -> type[AdrDirective]:
        """The decisions as a list."""
        from .listing import ListDirective

        return ListDirective


def register(app: Sphinx) -> None:
    """Registers all of them."""
    app.add_directive("adr", Decision)
    app.add_directive("adr-option", Option)
    app.add_directive("adr-amendment", Amendment)
    app.add_directive("adr-requirement", Requirement)
    app.add_directive("adr-index", Index)
    app.add_directive("adr-matrix", Matrix)
    app.add_directive("adr-graph", Graph)
    app.add_directive("adr-options", Options)
    app.add_directive("adr-for", Tracing)
    app.add_directive("adrlist", Listing)
