"""Which pages to write again: those whose answers changed since this builder last wrote them here."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import inputs
from .builder import write_beside_pages
from .domain import Object, adr_domain
from .exports.addresses import FILE_NAME, FOLDER
from .log.finding import Code, Finding, Place
from .messages import report

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

STATE_FILE = ".sphinx-adr-{builder}.json"


class Pages:
    """What the pages in one output folder showed when they were last written.

    That is kept in the output folder, not with the environment: builders share an environment, and a build
    can be interrupted between saving it and writing the pages. A state that cannot be read counts as none.

    What a folder in which everything is up to date followed from, and what was wrong with it, is kept with the
    doctrees: while these inputs and our files in the folder are the same, nothing is computed again.
    """

    def __init__(self) -> None:
        self._now: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._written: set[str] = set()
        self._incremental = False
        self._inputs = ""
        self._findings: list[Finding] | None = None
        self._reported: list[Finding] = []

    def env_updated(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """The pages to write again."""
        self._written.clear()
        self._findings = None
        # Builders that always write everything, or nothing, do not name documents one by one.
        self._incremental = isinstance(app.builder.get_outdated_docs(), Iterator)
        if not self._incremental:
            return []
        domain = adr_domain(env)
        self._inputs = domain.inputs
        known = _load(_memory(app))
        if self._inputs and self._inputs == known.get("inputs") and _files(app) == known.get("files"):
            findings, objects = _read_findings(known.get("findings")), _read_objects(known.get("objects"))
            if findings is not None and objects is not None:
                self._findings = findings
                domain.remember(objects)
                return []
        self._now = domain.digests(inputs.make())
        self._before = _read_digests(_load(_state(app)))
        stale = {
            docname
            for docname in self._now.keys() | self._before.keys()
            if self._now.get(docname) != self._before.get(docname)
        }
        if stale and self._before:
            # A build that is interrupted while it writes must start over.
            _state(app).unlink(missing_ok=True)
        return sorted(stale & env.found_docs)

    def report_findings(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Warns about what is wrong with the log, in every build."""
        self._reported = adr_domain(env).all_findings() if self._findings is None else self._findings
        report(self._reported)

    @property
    def _is_unchanged(self) -> bool:
        """Whether all that follows from the log is the same as in the last build."""
        return self._findings is not None

    def doctree_resolved(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Takes note of a page that is being written."""
        self._written.add(docname)

    def build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Writes the files beside the pages; remembers which pages were written, and what is known of the others."""
        if exception is not None or self._is_unchanged:
            return
        write_beside_pages(app)
        if not self._incremental:
            return
        pages = {
            docname: digest if docname in self._written else self._before.get(docname, "")
            for docname, digest in self._now.items()
        }
        is_complete = pages == self._now
        # A page whose last answer vanished stays known until it is written.
        pages |= {
            docname: digest
            for docname, digest in self._before.items()
            if docname not in self._now and docname not in self._written and docname in app.env.found_docs
        }
        path = _state(app)
        if not pages and not path.exists():
            return
        _save(path, pages)
        if self._inputs and is_complete and len(pages) == len(self._now):
            findings = [_told(finding) for finding in self._reported]
            known = {"inputs": self._inputs, "files": _files(app), "findings": findings}
            _save(_memory(app), known | {"objects": list(adr_domain(app.env).get_objects())})
        adr_domain(app.env).forget()


def _state(app: Sphinx) -> Path:
    return Path(os.fspath(app.outdir)) / STATE_FILE.format(builder=app.builder.name)


def _memory(app: Sphinx) -> Path:
    return Path(os.fspath(app.doctreedir)) / f"sphinx-adr-{app.builder.name}.json"


def _load(path: Path) -> Mapping[str, Any]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _save(path: Path, known: Mapping[str, Any]) -> None:
    try:
        path.write_text(json.dumps(known, sort_keys=True), encoding="utf-8")
    except OSError:
        return


def _read_digests(told: Mapping[str, Any]) -> dict[str, str]:
    return {docname: digest for docname, digest in told.items() if isinstance(digest, str)}


def _told(finding: Finding) -> list[object]:
    place, record = finding.place, finding.record
    return [
        str(finding.code),
        str(finding.message),
        place.source,
        place.line,
        list(record) if record else None,
    ]


def _read_findings(told: object) -> list[Finding] | None:
    """The findings in a state; ``None`` where they cannot be read."""
    try:
        return [
            Finding(Code(code), message, Place(source, line), tuple(record) if record else None)
            for code, message, source, line, record in told  # type: ignore[attr-defined]
        ]
    except (TypeError, ValueError):
        return None


def _read_objects(told: object) -> list[Object] | None:
    """The objects in a state; ``None`` where they cannot be read."""
    try:
        objects = [
            (str(name), str(shown), str(kind), str(docname), str(anchor), int(priority))
            for name, shown, kind, docname, anchor, priority in told  # type: ignore[attr-defined]
        ]
    except (TypeError, ValueError):
        return None
    return objects


def _files(app: Sphinx) -> dict[str, list[int]]:
    """Size and time of what we wrote to the output folder."""
    outdir = Path(os.fspath(app.outdir))
    paths = [outdir / FILE_NAME, _state(app), *sorted((outdir / FOLDER).rglob("*"))]
    looks = {path.relative_to(outdir).as_posix(): path.stat() for path in paths if path.is_file()}
    return {name: [look.st_size, look.st_mtime_ns] for name, look in looks.items()}
