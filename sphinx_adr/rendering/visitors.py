"""How writers meet our nodes: what draws is loaded when the first drawing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from .nodes import (
    NODES,
    adr_column,
    adr_lanes,
    adr_log_entry,
    adr_log_list,
    adr_picture,
    adr_styled,
    adr_written,
    depart_styled,
    visit_column,
    visit_styled,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator


def register(app: Sphinx) -> None:
    """Registers the visitors for HTML and LaTeX.

    No other builder of the family of HTML is named, so each may have visitors of its own. Sphinx looks for a
    visitor along the classes of a node, and ties every one that is registered to each writer that it makes, a few
    for each page: so one serves all that are styled.
    """
    styled: tuple[Any, Any] = (visit_styled, depart_styled)
    app.add_node(adr_styled, html=styled)
    for kind in NODES:
        # Docutils' own XML writer looks nodes up by their names alone.
        app.add_node(kind)
    app.add_node(adr_column, html=(visit_column, None))
    app.add_node(adr_written, html=(_visit_written, None))
    app.add_node(adr_picture, html=(_visit_picture, _depart_picture), latex=(_visit_picture_on_paper, None))
    app.add_node(adr_lanes, html=(_visit_lanes, None), latex=(_visit_lanes_on_paper, None))
    app.add_node(adr_log_list, latex=(_visit_log_list, _depart_log_list))
    app.add_node(adr_log_entry, latex=(_visit_log_entry, _depart_log_entry))


def _visit_written(self: HTML5Translator, node: Any) -> None:
    from .written import visit_written

    visit_written(self, node)


def _visit_picture(self: HTML5Translator, node: Any) -> None:
    from .pictures import visit_picture

    visit_picture(self, node)


def _depart_picture(self: HTML5Translator, node: Any) -> None:
    from .pictures import depart_picture

    depart_picture(self, node)


def _visit_lanes(self: HTML5Translator, node: Any) -> None:
    from .pictures import visit_lanes

    visit_lanes(self, node)


def _visit_picture_on_paper(self: LaTeXTranslator, node: Any) -> None:
    from .paper import visit_picture

    visit_picture(self, node)


def _visit_lanes_on_paper(self: LaTeXTranslator, node: Any) -> None:
    raise nodes.SkipNode  # they are drawn when the height of the row is known


def _visit_log_list(self: LaTeXTranslator, node: Any) -> None:
    from .paper import visit_log_list

    visit_log_list(self, node)


def _depart_log_list(self: LaTeXTranslator, node: Any) -> None:
    from .paper import depart_log_list

    depart_log_list(self, node)


def _visit_log_entry(self: LaTeXTranslator, node: Any) -> None:
    from .paper import visit_log_entry

    visit_log_entry(self, node)


def _depart_log_entry(self: LaTeXTranslator, node: Any) -> None:
    from .paper import depart_log_entry

    depart_log_entry(self, node)
