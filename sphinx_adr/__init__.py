"""Architecture decision records as first-class objects of a Sphinx documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0.dev0"

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers everything with Sphinx: the one place where the parts are put together."""
    from .extension import connect

    return connect(app)
