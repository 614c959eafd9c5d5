"""Reads a documentation with Sphinx itself, in this process, and writes no pages."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import is_suppressed_warning

from ..builder import register_of
from ..domain import AdrDomain, adr_domain
from ..log.finding import Finding
from ..log.ledger import Ledger
from ..reading.existing.outcome import DocumentReading
from ..views import Answers
from .failure import Failure, NotUsed
from .offline import decidable, set_aside
from .places import cache_folder, find_source


class _Reader(Sphinx):
    """Sphinx as ``sphinx-build -b adr`` runs it, but without what is on the network."""

    def __init__(self, *arguments: Any, online: bool, **options: Any) -> None:
        self.aside: list[str] = []
        self._online = online
        super().__init__(*arguments, **options)

    def preload_builder(self, name: str) -> None:
        """Comes after all extensions are loaded, and before the settings are looked at."""
        if "sphinx_adr" not in self.extensions:
            conf = self.confdir / "conf.py"
            raise NotUsed(f'{conf} does not load sphinx_adr; add "sphinx_adr" to its extensions.')
        if not self._online:
            self.connect("config-inited", self._stay_offline, priority=1)
        super().preload_builder(name)

    def _stay_offline(self, _app: Sphinx, config: Config) -> None:
        self.aside.extend(set_aside(config))


@dataclass(frozen=True)
class Documentation:
    """A documentation that was read: its folder, its settings, and its decision log.

    *aside* names what it takes from the network, which was not asked.
    """

    source: Path
    settings: Path
    config: Any
    domain: AdrDomain
    answers: Answers
    files: dict[str, Path]
    register: dict[str, Any]
    aside: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = field(default=())

    @property
    def ledger(self) -> Ledger:
        """All decisions."""
        return self.answers.ledger

    @property
    def hidden(self) -> set[str]:
        """The IDs of decisions that this documentation has and does not show with these tags."""
        every = {decision.id for found in self.domain.decisions.values() for decision in found}
        return every - {decision.id for decision in self.ledger}

    @property
    def documents(self) -> list[DocumentReading]:
        """What became of the documents that ``adr_documents`` names."""
        return [reading for _docname, reading in sorted(self.domain.documents.items())]

    def findings(self, also: frozenset[str] = frozenset()) -> list[Finding]:
        """What a build reports, without what ``suppress_warnings`` silences; of the codes *also*, all."""
        found = self.domain.all_findings(also)
        cited = [target for uses in self.domain.references.values() for _role, target, _place in uses]
        return [
            finding
            for finding in decidable(found, self.ledger, cited, self.aside)
            if str(code := finding.code) in also or not is_suppressed_warning("adr", code, self.suppressed)
        ]


def read_documentation(arguments: Namespace) -> Documentation:
    """Reads the documentation that *arguments* name; raises :class:`Failure` where that is not possible."""
    source, settings = find_source(arguments.source, arguments.confdir)
    folder = cache_folder(arguments.cache, source, settings)
    if folder == source or source.is_relative_to(folder):
        raise Failure(f"the cache {folder} holds the documentation itself; name another folder.")
    warned = StringIO()
    with _failures(arguments, warned), _import_path(), patch_docutils(settings), docutils_namespace():
        app = _Reader(
            source,
            settings,
            folder / "out",
            folder / "doctrees",
            "adr",
            dict(arguments.define),
            status=None,
            warning=warned,
            freshenv=arguments.fresh,
            tags=arguments.tag,
            parallel=arguments.jobs,
            online=arguments.online,
        )
        app.build()
        domain = adr_domain(app.env)
        read = Documentation(
            source,
            settings,
            app.config,
            domain,
            domain.answers,
            {docname: Path(os.fspath(app.env.doc2path(docname))) for docname in sorted(app.env.found_docs)},
            register_of(app.builder),
            tuple(app.aside),
            tuple(app.config.suppress_warnings),
        )
    if arguments.verbose:
        sys.stderr.write(warned.getvalue())
    if read.aside and not arguments.quiet:
        names = ", ".join(read.aside)
        print(f"Not asked, as that needs the network: {names}. --online asks.", file=sys.stderr)
    return read


@contextmanager
def _failures(arguments: Namespace, warned: StringIO) -> Iterator[None]:
    """Says in one sentence what Sphinx, an extension or ``conf.py`` stopped at."""
    try:
        yield
    except Failure:
        raise
    except (Exception, SystemExit) as error:
        if arguments.verbose:
            sys.stderr.write(warned.getvalue())
            traceback.print_exc()
        advice = "" if arguments.verbose else " (-v shows more)"
        raise Failure(f"the documentation cannot be read: {_sentence(error)}{advice}") from error


def _sentence(error: BaseException) -> str:
    """What *error* says in one line; of a traceback that Sphinx puts into it only the last one."""
    said, traced, trace = str(error).partition("Traceback (most recent call last):")
    if traced:
        said += trace.strip().rpartition("\n")[2]
    said = " ".join(said.split()) or type(error).__name__
    return said if isinstance(error, SphinxError) else f"{type(error).__name__}: {said}"


@contextmanager
def _import_path() -> Iterator[None]:
    """Leaves the path of imports as it was: ``conf.py`` may change it."""
    saved = sys.path[:]
    try:
        yield
    finally:
        sys.path[:] = saved
