"""The stylesheet and the script: offered to HTML builders, and named on the pages that need them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .domain import adr_domain
from .exports.addresses import BUILDERS
from .rendering.nodes import adr_styled, adr_written

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

STYLESHEET = "sphinx-adr.css"
SCRIPT = "sphinx-adr.js"
_MARK = "data-adr-filter"
"""The first of the attributes that hold the words of the script's controls."""
_DUE = re.compile(r' class="(?:[^"]* )?adr-due[" ]')
_STATIC = Path(__file__).parent / "static"


def offer_assets(app: Sphinx, config: Config) -> None:
    """Puts our static files where HTML builders copy them from.

    For every builder and before the environment is loaded: it would take a later change for one of the author.
    """
    if str(_STATIC) not in config.html_static_path:
        config.html_static_path = [*config.html_static_path, str(_STATIC)]


def name_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Names the stylesheet on a page that shows something of ours, and the script where it has something to do."""
    if doctree is None or (
        pagename not in adr_domain(app.env).questions and app.builder.name != "singlehtml"
    ):
        return
    shown = list(doctree.findall(adr_styled))
    if shown:
        app.add_css_file(STYLESHEET)
    # What is read elsewhere than in a browser runs no scripts.
    if app.builder.name in BUILDERS and any(map(_is_enhanced, shown)):
        app.add_js_file(SCRIPT, loading_method="defer")


def _is_enhanced(node: adr_styled) -> bool:
    """Whether the script does something to *node*: an index with controls, or a date to come."""
    if isinstance(node, adr_written):
        text = "".join([part for part in node["parts"] if isinstance(part, str)])
        return f' {_MARK}="' in text or ("adr-due" in text and bool(_DUE.search(text)))
    return "adr-due" in node["classes"] or _MARK in node.get("html", ())
