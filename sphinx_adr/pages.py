"""Which pages to write again: those whose answers changed since this builder last wrote them here."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .domain import adr_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

STATE_FILE = ".sphinx-adr-{builder}.json"


class Pages:
    """What the pages in one output folder showed when they were last written.

    That is kept in the output folder, not with the environment: builders share an environment, and a build
    can be interrupted between saving it and writing the pages. A state that cannot be read counts as none.
    """

    def __init__(self) -> None:
        self._now: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._written: set[str] = set()
        self._incremental = False

    def env_updated(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """The pages to write again."""
        self._written.clear()
        # Builders that always write everything, or nothing, do not name documents one by one.
        self._incremental = isinstance(app.builder.get_outdated_docs(), Iterator)
        if not self._incremental:
            return []
        self._now = adr_domain(env).digests(__version__)
        self._before = self._load(app)
        stale = {
            docname
            for docname in self._now.keys() | self._before.keys()
            if self._now.get(docname) != self._before.get(docname)
        }
        if stale and self._before:
            # A build that is interrupted while it writes must start over.
            self._path(app).unlink(missing_ok=True)
        return sorted(stale & env.found_docs)

    def doctree_resolved(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Takes note of a page that is being written."""
        self._written.add(docname)

    def build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Remembers the pages that were written, and what is known of the others."""
        if exception is not None or not self._incremental:
            return
        state = {
            docname: digest if docname in self._written else self._before.get(docname, "")
            for docname, digest in self._now.items()
        }
        # A page whose last answer vanished stays known until it is written.
        state |= {
            docname: digest
            for docname, digest in self._before.items()
            if docname not in self._now and docname not in self._written and docname in app.env.found_docs
        }
        path = self._path(app)
        if not state and not path.exists():
            return
        try:
            path.write_text(json.dumps(state, sort_keys=True, indent=0), encoding="utf-8")
        except OSError:
            return

    @staticmethod
    def _path(app: Sphinx) -> Path:
        return Path(os.fspath(app.outdir)) / STATE_FILE.format(builder=app.builder.name)

    def _load(self, app: Sphinx) -> dict[str, str]:
        try:
            state = json.loads(self._path(app).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(state, dict):
            return {}
        return {docname: digest for docname, digest in state.items() if isinstance(digest, str)}
