"""Where something stands in the sources."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes

from ..log.finding import Place

_TRANSLATED = re.compile(r"(.*):(\d+):<translated>", re.DOTALL)
"""What Sphinx names as the source of a translated text: the place of the original."""


def place_of(node: nodes.Node) -> Place:
    """Where *node*, or what it is in, stands in the sources."""
    inside: nodes.Node | None = node
    while inside is not None and not (inside.source and inside.line):
        inside = inside.parent
    found = inside if inside is not None else node
    if translated := _TRANSLATED.fullmatch(found.source or ""):
        return Place(whole_path(translated[1]), int(translated[2]))
    return Place(whole_path(found.source or ""), found.line or 0)


def whole_path(source: str) -> str:
    """*source* as a whole path: docutils may name included files from where the build was started.

    Names that are no files, such as those of docstrings, stay as they are.
    """
    if not source or source.startswith("/"):
        return source
    path = Path(source)
    return str(path.absolute().resolve()) if not path.is_absolute() and path.exists() else source
