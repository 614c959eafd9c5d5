"""The stylesheet: offered to HTML builders, and named on the pages that need it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .domain import adr_domain
from .rendering.nodes import Styled

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLESHEET = "sphinx-adr.css"
_STATIC = Path(__file__).parent / "static"


def offer_assets(app: Sphinx, config: Config) -> None:
    """Puts our static files where HTML builders copy them from.

    For every builder and before the environment is loaded: it would take a later change for one of the author.
    """
    if str(_STATIC) not in config.html_static_path:
        config.html_static_path = [*config.html_static_path, str(_STATIC)]


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
