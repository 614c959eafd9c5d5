"""``adr_nav.html``: the decisions in the sidebar, for sites that name this template in ``html_sidebars``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .domain import adr_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

_TEMPLATE = "adr_nav.html"


def _is_wanted(config: Config) -> bool:
    return any(
        _TEMPLATE in names for names in config.html_sidebars.values() if isinstance(names, (list, tuple))
    )


def offer_template(app: Sphinx, config: Config) -> None:
    """Lets the template be found where a sidebar names it."""
    folder = str(Path(__file__).parent / "templates")
    if _is_wanted(config) and folder not in config.templates_path:
        config.templates_path = [*config.templates_path, folder]


def fill_sidebar(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Gives the template the decisions, by their IDs."""
    if _is_wanted(app.config):
        from .rendering.words import SIDES, status_word

        ledger = adr_domain(app.env).answers.ledger
        context["adr_nav_title"] = str(SIDES["decisions"])
        context["adr_nav"] = [
            {
                "label": f"{decision.label}: {decision.title}"
                if decision.id and decision.title
                else decision.label,
                "status": status_word(ledger.effective_status(decision)),
                "uri": f"{context['pathto'](decision.docname)}#{decision.anchor}",
            }
            for decision in ledger
        ]
