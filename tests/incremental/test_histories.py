"""After any history of edits an incremental build equals a clean one, in each builder."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from ..conftest import needs_myst
from ..support import MYST, RST, Project, has_myst
from .histories import (
    DOCUMENTS,
    EXISTING,
    REQUIREMENTS,
    SETTINGS,
    VIEWS,
    Existing,
    Page,
    Record,
    edited,
    histories,
)

SOAK = int(os.environ.get("SOAK", "0"))
BOOKS = f"latex_documents = {[(name, f'{name[-4:]}.tex', '', '', 'howto') for name in [*DOCUMENTS, *EXISTING]]!r}\n"
"""Each page is a book of its own: LaTeX shows nothing else of documents that are in no toctree."""

_digest = hashlib.sha256()


class History:
    """A documentation with its settings and tags, kept equal to what the edits make of it."""

    def __init__(self, root: Path, initial: list[Page]) -> None:
        self.project = Project(
            root / "docs", ("sphinx_adr", "myst_parser") if has_myst() else ("sphinx_adr",)
        )
        self.project.write({"index.rst": "Root\n====\n", "reqs.csv": f"id,title\n{REQUIREMENTS[0]},One\n"})
        self.state: dict[str, Page | Existing] = dict(zip(DOCUMENTS, initial, strict=False))
        self.files: dict[str, tuple[str, str]] = {}
        self.settings: dict[str, object] = {"adr_documents": SETTINGS["adr_documents"]}
        self.tags: tuple[str, ...] = ()
        self.last_tags: dict[str, tuple[str, ...]] = {}
        self.configure()
        self.sync()

    def configure(self) -> None:
        """Writes the settings that are on."""
        self.project.conf = BOOKS + "".join(f"{name} = {value!r}\n" for name, value in self.settings.items())

    def sync(self, touched: str = "") -> None:
        """Writes and removes the files that the state says, and writes what is touched again."""
        for name in (*DOCUMENTS, *EXISTING):
            page = self.state.get(name)
            wanted = (f"{name}{page.markup.suffix}", page.text()) if page else None
            known = self.files.get(name)
            if known and (wanted is None or wanted[0] != known[0]):
                self.project.remove(known[0])
                del self.files[name]
            if wanted and (self.files.get(name) != wanted or touched == name):
                self.project.write(dict([wanted]))
                self.files[name] = wanted

    def edit(self, edit: tuple) -> None:
        """Makes one edit."""
        kind, *what = edit
        self.state = edited(self.state, edit)
        if kind == "tag":
            self.tags = ("internal",) if what[0] else ()
        elif kind == "setting":
            on = self.settings
            self.settings = {key: value for key, value in SETTINGS.items() if (key == what[0]) != (key in on)}
            self.configure()
        elif kind == "source":
            self.project.write({"reqs.csv": "".join(f"{name},{name}\n" for name in ("id", *what[0]))})
        self.sync(what[0] if kind == "touch" else "")

    def build(self, builder: str, jobs: int, *, named: bool) -> None:
        """Builds, one file first if *named*, and compares with a clean build."""
        # Sphinx itself lets only HTML builders notice a tag, and marks all pages after a build of some.
        tags = self.tags if builder == "html" else ()
        if named and self.files and tags == self.last_tags.get(builder, ()):
            self.project.build(builder, tags=tags, jobs=jobs, only=(min(self.files.values())[0],))
        self.last_tags[builder] = tags
        self.project.assert_exact(builder, tags=tags, jobs=jobs)
        if builder == "html":
            self.assert_nothing_is_lost(tags)

    def assert_parallel_is_serial(self) -> None:
        """A clean build with two processes gives what one with one process gives."""
        serial, one = self.project.clean_build(), self.project.seen(clean=True)
        parallel, two = self.project.clean_build(jobs=2), self.project.seen(clean=True)
        assert (one, serial.lines) == (two, parallel.lines)

    def assert_nothing_is_lost(self, tags: tuple[str, ...]) -> None:
        """Each decision that the pages declare is in the register, on its page."""
        found = Counter(
            (one["docname"], one["title"]) for one in self.project.seen()["decisions.json"]["decisions"]
        )
        expected: Counter[tuple[str, str]] = Counter()
        for name, page in self.state.items():
            if isinstance(page, Page):
                expected.update((name, title) for title in page.titles(tags))
            elif "adr_documents" in self.settings:
                expected[name, page.record.title] += 1
        assert found == expected


def run(initial: list[Page], history: list[tuple]) -> None:
    """Builds after each edit, and compares; and once all that is left, in parallel."""
    _digest.update(repr((initial, history)).encode())
    root = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        documentation = History(root / "p", initial)
        documentation.project.build()
        for edit, builder, jobs, named in history:
            documentation.edit(edit)
            documentation.build(builder, jobs, named=named)
        documentation.assert_parallel_is_serial()
    finally:
        shutil.rmtree(root, ignore_errors=True)


_common = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True, "database": None}


@settings(max_examples=12, derandomize=True, **_common)
@given(*histories)
def test_any_history_leaves_nothing_stale(initial, history):
    """Case 16, 20, 32: the same histories in every run."""
    run(initial, history)


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="set SOAK to the number of random histories")
def test_soak():
    """Case 16: other histories in every run; prints a digest of them."""
    settings(max_examples=SOAK, **_common)(given(*histories)(run))()
    print(_digest.hexdigest()[:12])


@pytest.mark.parametrize("markup", [RST, pytest.param(MYST, marks=needs_myst)], ids=["rst", "myst"])
def test_what_is_generated_declares_decisions_in_each_form(tmp_path, markup):
    """The histories are about what they seem to be about."""
    record = Record("ADR-1", supersedes="ADR-2", requirement="R-REQ-1", considered=True)
    page = Page(markup, (record, Record("ADR-2", adopted=True)), ("ADR-1",), tuple(VIEWS), "R-REQ-2")
    documentation = History(tmp_path, [page])
    documentation.state[EXISTING[0]] = Existing(markup, Record("ADR-3", title="Gamma", supersedes="ADR-1"))
    documentation.sync()
    project = documentation.project
    codes = {line.rpartition("[")[2] for line in project.build().lines}
    assert codes <= {"adr.reference-dangling]", "adr.requirement-unknown]"}
    documentation.assert_nothing_is_lost(())
    found = project.seen()["decisions.json"]["decisions"]
    assert {one["title"]: one["declared"] for one in found if one["title"] == "Gamma"} == {
        "Gamma": "document"
    }
    assert {one["declared"] for one in found} == {"directive", "section", "document"}
    assert len({one["superseded_by"][0] for one in found if one["superseded_by"]}) == 2
    assert [[option["name"] for option in one["options"]] for one in found if one["id"] == "ADR-1"] == [
        ["One for Alpha", "Another"]
    ]
    html = (project.out("html") / "d0.html").read_text()
    shown = {
        name for name in ("index", "cards", "timeline", "matrix", "graph", "g-log") if f"adr-{name}" in html
    }
    assert shown == {"index", "cards", "timeline", "matrix", "graph", "g-log"}
    project.build("latex")
    assert "One for Alpha" in (project.out("latex") / f"{DOCUMENTS[0]}.tex").read_text(encoding="utf-8")
