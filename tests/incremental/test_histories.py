"""After any history of edits an incremental build equals a clean one, in each builder."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .project import Project

IDS = [f"ADR-{number}" for number in range(4)]
REQUIREMENTS = ["R-REQ-1", "R-REQ-2"]
DOCUMENTS = ["d0", "d1", "d2"]
EXISTING = ["adr/0001-one", "adr/0002-two"]
VIEWS = [
    "adr-index",
    "adr-index cards",
    "adr-index timeline",
    "adr-matrix",
    "adr-graph",
    "adr-graph log",
    "adr-graph addressed",
    "adr-graph all",
    "adr-options",
    "adr-for",
]
SETTINGS = {
    "adr_mentions_cover": False,
    "adr_graph_limit": 1,
    "adr_documents": ["adr/*"],
    "adr_default_status": "proposed",
    "adr_requirements": [{"source": "file", "path": "reqs.csv"}],
}
SOAK = int(os.environ.get("SOAK", "0"))
try:
    import myst_parser  # noqa: F401

    SUFFIXES = ["rst", "md"]
except ImportError:
    SUFFIXES = ["rst"]


@dataclass(frozen=True)
class Record:
    """A decision, in form A or B."""

    id: str
    title: str = "Alpha"
    status: str = "accepted"
    supersedes: str = ""
    requirement: str = ""
    mentions: str = ""
    date: str = ""
    only: str = ""
    adopted: bool = False


@dataclass(frozen=True)
class Page:
    """A page with records, references and views."""

    suffix: str
    records: tuple[Record, ...]
    references: tuple[str, ...]
    views: tuple[str, ...]
    requirement: str

    def text(self) -> str:
        lines = (
            [":orphan:", "", "Page", "====", ""]
            if self.suffix == "rst"
            else ["---", "orphan: true", "---", "# Page", ""]
        )
        for view in self.views:
            name, _, more = view.partition(" ")
            option = "as-of" if more[:1].isdigit() else "style"
            if more in ("addressed", "all"):
                option = "requirements"
            lines += self.directive(name, REQUIREMENTS[0] if name == "adr-for" else "", {option: more})
        lines += [f"- {self.role('adr', name)} and {self.role('any', name)}" for name in self.references] + [
            ""
        ]
        if self.requirement:
            lines += self.directive("adr-requirement", f"{self.requirement}: Needed {self.suffix}")
        for record in self.records:
            lines += self.record(record)
        return "\n".join(lines)

    def role(self, name: str, target: str) -> str:
        return f":{name}:`{target}`" if self.suffix == "rst" else f"{{{name}}}`{target}`"

    def directive(
        self, name: str, argument: str = "", options: dict[str, str] | None = None, body: str = ""
    ) -> list[str]:
        given_options = [f":{key}: {value}" for key, value in (options or {}).items() if value]
        if self.suffix == "rst":
            inner = [f"   {line}" for line in [*given_options, "", body] if line or body]
            return [f".. {name}:: {argument}".rstrip(), *inner, ""]
        return [
            f":::{{{name}}} {argument}".rstrip(),
            *given_options,
            *(["", body] if body else []),
            ":::",
            "",
        ]

    def record(self, record: Record) -> list[str]:
        options = {
            "status": record.status,
            "date": record.date,
            "supersedes": record.supersedes,
            "requirements": record.requirement,
        }
        body = f"Body {record.mentions}".strip()
        if record.adopted and not record.only:
            heading = f"{record.id}: {record.title}"
            head = [heading, "-" * len(heading), ""] if self.suffix == "rst" else [f"## {heading}", ""]
            return [*head, *self.directive("adr", "", options), body, ""]
        made = self.directive("adr", f"{record.id}: {record.title}", options, body)
        if record.only and self.suffix == "rst":
            return [f".. only:: {record.only}", "", *(f"   {line}" if line else "" for line in made), ""]
        if record.only:
            return [f"::::{{only}} {record.only}", "", *made, "::::", ""]
        return made


OF_THE_PAST = ("adr-index 2024-12-31", "adr-graph 2024-12-31")
"""Views as they stood on a day."""


@dataclass(frozen=True)
class Existing:
    """A document that is a decision as it stands, where the settings say so."""

    suffix: str
    record: Record

    def text(self) -> str:
        record, status = self.record, self.record.status
        if record.supersedes:
            status = f"{status}, supersedes {record.supersedes}"
        parts = {"Status": status, "Context": f"Body {record.mentions}".strip(), "Decision": "Chosen."}
        if self.suffix == "md":
            body = "\n\n".join(f"## {name}\n\n{text}" for name, text in parts.items())
            return f"---\norphan: true\n---\n# {record.title}\n\n{body}\n"
        body = "\n\n".join(f"{name}\n{'-' * len(name)}\n\n{text}" for name, text in parts.items())
        return f":orphan:\n\n{record.title}\n{'=' * 10}\n\n{body}\n"


records = st.builds(
    Record,
    id=st.sampled_from(IDS),
    title=st.sampled_from(["Alpha", "Beta", "Gamma δ"]),
    status=st.sampled_from(["accepted", "accepted", "proposed", "rejected"]),
    supersedes=st.sampled_from(["", *IDS]),
    requirement=st.sampled_from(["", *REQUIREMENTS]),
    mentions=st.sampled_from(["", *REQUIREMENTS]),
    date=st.sampled_from(["", "2024-05-01", "2025"]),
    only=st.sampled_from(["", "", "html", "internal"]),
    adopted=st.booleans(),
)
pages = st.builds(
    Page,
    suffix=st.sampled_from(SUFFIXES),
    records=st.lists(records, min_size=1, max_size=2).map(tuple),
    references=st.lists(st.sampled_from(IDS), max_size=2).map(tuple),
    views=st.lists(st.sampled_from([*VIEWS, *OF_THE_PAST]), max_size=3, unique=True).map(tuple),
    requirement=st.sampled_from(["", *REQUIREMENTS]),
)
existing = st.builds(Existing, suffix=st.sampled_from(SUFFIXES), record=records)
edits = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(DOCUMENTS), pages),
    st.tuples(st.just("delete"), st.sampled_from(DOCUMENTS)),
    st.tuples(st.just("touch"), st.sampled_from(DOCUMENTS)),
    st.tuples(st.just("title"), st.sampled_from(DOCUMENTS), st.sampled_from(["Alpha", "Beta", "Zeta"])),
    st.tuples(st.just("move"), st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS)),
    st.tuples(st.just("supersedes"), st.sampled_from(DOCUMENTS), st.sampled_from(["", *IDS])),
    st.tuples(
        st.just("status"), st.sampled_from(DOCUMENTS), st.sampled_from(["proposed", "accepted", "rejected"])
    ),
    st.tuples(st.just("date"), st.sampled_from(DOCUMENTS), st.sampled_from(["", "2024", "2026-01-01"])),
    st.tuples(st.just("requirement"), st.sampled_from(DOCUMENTS), st.sampled_from(["", *REQUIREMENTS])),
    st.tuples(st.just("existing"), st.sampled_from(EXISTING), existing),
    st.tuples(st.just("delete"), st.sampled_from(EXISTING)),
    st.tuples(st.just("rename"), st.sampled_from(DOCUMENTS), st.sampled_from(DOCUMENTS)),
    st.tuples(st.just("setting"), st.sampled_from(["", *SETTINGS])),
    st.tuples(st.just("source"), st.lists(st.sampled_from(REQUIREMENTS), unique=True).map(tuple)),
    st.tuples(st.just("tag"), st.booleans()),
)
steps = st.tuples(edits, st.sampled_from(["html", "html", "text"]), st.sampled_from([1, 1, 2]), st.booleans())
_digest = hashlib.sha256()


def edited(state: dict[str, Page | Existing], edit: tuple) -> dict[str, Page | Existing]:
    """The pages after one edit."""
    kind, name, *rest = edit
    state = dict(state)
    page = state.get(name) if isinstance(name, str) else None
    if kind in ("put", "existing"):
        state[name] = rest[0]
    elif kind == "rename" and page:
        state.pop(name)
        state[rest[0]] = page
    elif kind == "delete":
        state.pop(name, None)
    elif kind == "move" and page and page.records and rest[0] in state and rest[0] != name:
        target = state[rest[0]]
        state[name] = replace(page, records=page.records[:-1])
        state[rest[0]] = replace(target, records=(*target.records, page.records[-1]))
    elif kind in ("title", "supersedes", "status", "date", "requirement") and page and page.records:
        first = replace(page.records[0], **{kind: rest[0]})
        state[name] = replace(page, records=(first, *page.records[1:]))
    return state


class Sources:
    """Keeps the files of a project equal to a state."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.files: dict[str, tuple[str, str]] = {}

    def sync(self, state: dict[str, Page], touched: str = "") -> None:
        for name in (*DOCUMENTS, *EXISTING):
            page = state.get(name)
            wanted = (f"{name}.{page.suffix}", page.text()) if page else None
            known = self.files.get(name)
            if known and (wanted is None or wanted[0] != known[0]):
                self.project.remove(known[0])
                del self.files[name]
            if wanted and (self.files.get(name) != wanted or touched == name):
                self.project.write(*wanted)
                self.files[name] = wanted


def _conf(on: dict[str, object]) -> str:
    return "".join(f"{name} = {value!r}\n" for name, value in on.items())


def run(initial: list[Page], history: list[tuple]) -> None:
    """Builds after each edit, and compares."""
    _digest.update(repr((initial, history)).encode())
    root = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        extensions = ("sphinx_adr", "myst_parser") if "md" in SUFFIXES else ("sphinx_adr",)
        project = Project(root / "p", extensions)
        project.write("index.rst", "Root\n====\n")
        project.write("reqs.csv", f"id,title\n{REQUIREMENTS[0]},One\n")
        on: dict[str, object] = {"adr_documents": SETTINGS["adr_documents"]}
        project.configure(_conf(on))
        sources, state, tags = Sources(project), dict(zip(DOCUMENTS, initial, strict=True)), ()
        last_tags: dict[str, tuple[str, ...]] = {}
        sources.sync(state)
        project.build()
        for edit, builder, jobs, named in history:
            state = edited(state, edit)
            if edit[0] == "tag":
                tags = ("internal",) if edit[1] else ()
            elif edit[0] == "setting":
                on = {name: value for name, value in SETTINGS.items() if (name == edit[1]) != (name in on)}
                project.configure(_conf(on))
            elif edit[0] == "source":
                project.write("reqs.csv", "".join(f"{name},{name}\n" for name in ("id", *edit[1])))
            sources.sync(state, edit[1] if edit[0] == "touch" else "")
            # Sphinx itself lets only HTML builders notice a tag, and marks all pages after a build of some.
            used = tags if builder == "html" else ()
            if named and sources.files and used == last_tags.get(builder, ()):
                project.build(builder, tags=used, jobs=jobs, only=(min(sources.files.values())[0],))
            last_tags[builder] = used
            project.assert_exact(builder, tags=used, jobs=jobs)
    finally:
        shutil.rmtree(root, ignore_errors=True)


_histories = (st.lists(pages, min_size=3, max_size=3), st.lists(steps, min_size=6, max_size=9))
_common = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True, "database": None}


@settings(max_examples=12, derandomize=True, **_common)
@given(*_histories)
def test_any_history_leaves_nothing_stale(initial, history):
    """RELIABILITY 16, the same histories in every run."""
    run(initial, history)


@pytest.mark.skipif(not SOAK, reason="set SOAK to the number of random histories")
def test_soak():
    """RELIABILITY 16, other histories in every run; prints a digest of them."""
    settings(max_examples=SOAK, **_common)(given(*_histories)(run))()
    print(_digest.hexdigest()[:12])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_generated_declares_decisions_in_each_form(tmp_path, suffix):
    """The histories are about what they seem to be about."""
    record = Record("ADR-1", supersedes="ADR-2", requirement="R-REQ-1")
    page = Page(suffix, (record, Record("ADR-2", adopted=True)), ("ADR-1",), tuple(VIEWS), "R-REQ-2")
    state = {"d0": page, EXISTING[0]: Existing(suffix, Record("ADR-3", title="Gamma", supersedes="ADR-1"))}
    project = Project(tmp_path, ("sphinx_adr", "myst_parser") if "md" in SUFFIXES else ("sphinx_adr",))
    project.write("index.rst", "Root\n====\n")
    project.configure(_conf({"adr_documents": SETTINGS["adr_documents"]}))
    Sources(project).sync(state)
    assert not [line for line in project.build().warnings if "option" in line]
    found = project.seen()["decisions.json"]["decisions"]
    assert {one["title"]: one["declared"] for one in found if one["title"] == "Gamma"} == {
        "Gamma": "document"
    }
    assert {one["declared"] for one in found} == {"directive", "section", "document"}
    assert len({one["superseded_by"][0] for one in found if one["superseded_by"]}) == 2
    html = (project.out("html") / "d0.html").read_text()
    shown = {
        name for name in ("index", "cards", "timeline", "matrix", "graph", "g-log") if f"adr-{name}" in html
    }
    assert shown == {"index", "cards", "timeline", "matrix", "graph", "g-log"}
