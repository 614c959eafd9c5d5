"""The stylesheet: offered to HTML builders, and named on the pages that need it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .domain import adr_domain
from .rendering.nodes import Styled

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

STYLESHEET = "sphinx-adr.css"
_STATIC = Path(__file__).parent / "static"


def offer_assets(app: Sphinx) -> None:
    """Puts our static files where an HTML builder copies them from."""
    if app.builder.format == "html":
        app.config.html_static_path = [*app.config.html_static_path, str(_STATIC)]


def add_stylesheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Names the stylesheet on a page that shows something of ours."""
    if doctree is None or (
        pagename not in adr_domain(app.env).questions and app.builder.name != "singlehtml"
    ):
        return
    if next(iter(doctree.findall(Styled)), None) is not None:
        app.add_css_file(STYLESHEET)
