"""Builds that are interrupted, shared, or find damaged files."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sphinx.errors import ExtensionError

from sphinx_adr import storage, views
from sphinx_adr.config import SETTINGS
from sphinx_adr.log.shapes import shape

from .support import Project, has_myst

LOG = "Log\n===\n\n.. adr-index::\n   :toctree:\n\n.. adr-graph::\n"


def page(number: int, title: str, options: str = "") -> str:
    return f"Page {number}\n==========\n\n.. adr:: ADR-{number:04}: {title}\n   :status: accepted\n{options}\n   Text.\n"


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path / "docs")
    project.write({"index.rst": LOG})
    for number in range(1, 31):
        project.write({f"d{number:02}.rst": page(number, f"Title {number}")})
    return project


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system cannot kill a build")
def test_a_build_that_was_killed_while_writing(project):
    """Case 9: the next build completes every page."""
    project.conf = (
        "import os, time\n"
        "def setup(app):\n"
        "    if 'SLOW' in os.environ:\n"
        "        app.connect('html-page-context', lambda *hook: time.sleep(0.3))\n"
    )
    project.build()
    project.write({"d30.rst": page(30, "Title 30", "   :supersedes: ADR-0001, ADR-0002, ADR-0003\n")})
    build = subprocess.Popen(
        project.command("html", "-v"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"SLOW": "1", "PYTHONUNBUFFERED": "1"},
    )
    for line in build.stdout:
        if "writing output" in line:
            break
    time.sleep(0.1)
    build.kill()
    build.wait()
    build.stdout.close()
    written = project.assert_exact().written
    assert written & {"d01", "d02", "d03", "index"}


def test_an_included_file_changes(project):
    """Case 13."""
    project.conf = "exclude_patterns = ['part.txt']\n"
    project.write(
        {
            "part.txt": ".. adr:: ADR-0099: Old\n   :status: proposed\n",
            "shows.rst": ":orphan:\n\nShows\n=====\n\n.. include:: part.txt\n",
        }
    )
    project.build()
    project.write({"part.txt": ".. adr:: ADR-0099: New\n   :status: accepted\n   :supersedes: ADR-0001\n"})
    assert {"shows", "index", "d01"} <= project.assert_exact().written


def test_the_builders_of_read_the_docs_in_one_folder(project):
    """Case 24, 25: in its order, with its options, twice; no stray file in the EPUB."""
    conf = "version = '1'\ncopyright = '2026'\nlanguage = 'en'\n"
    project.conf = conf
    for title in ("Title one", "Title 1"):
        for builder in ("html", "singlehtml", "latex", "epub"):
            assert project.build(builder).lines == ()
        project.write({"d01.rst": page(1, title)})
    assert not any(name.name.startswith(".sphinx-adr") for name in project.out("singlehtml").iterdir())
    assert ".sphinx-adr" not in (project.out("epub") / "content.opf").read_text()


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\x04N."], ids=["empty", "garbage", "foreign"])
def test_a_damaged_environment(project, damage):
    """Case 58: everything is read again."""
    project.build()
    (project.root / "doctrees" / "environment.pickle").write_bytes(damage)
    build = project.assert_exact()
    assert len(build.taken_up) == 31


def test_a_folder_that_cannot_be_written(project):
    """The pages are there; what cannot be remembered is found out again."""
    project.build()
    state = project.out("html") / ".sphinx-adr-html.json"
    state.unlink()
    state.mkdir()
    project.replace("d01.rst", "Title 1", "Title one")
    project.build()
    assert "Title one" in (project.out("html") / "index.html").read_text()


def test_two_thousand_decisions_on_one_page(tmp_path):
    """No recursion, nothing quadratic that a reader would notice."""
    project = Project(tmp_path / "docs")
    records = "".join(
        f"\n.. adr:: ADR-{n:04}: Title {n}\n   :status: accepted\n   :supersedes: ADR-{n - 1:04}\n"
        for n in range(1, 2001)
    )
    project.write({"index.rst": f"Log\n===\n{records}"})
    build = project.build("adr")
    assert [line for line in build.lines if "link-dangling" not in line] == []


# -- logs of a size or shape that nobody has ------------------------------------------------------------------

SIZE = 10_000 if "SOAK" in os.environ else 200
"""Decisions of the large logs: the full number on demand."""


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_a_chain_of_thousands_in_every_format(tmp_path, builder):
    """Case 60: no recursion limit anywhere between the page and the output."""
    project = Project(tmp_path / "docs")
    length = SIZE // 2
    for page_number in range(10):
        numbers = range(page_number + 1, length + 1, 10)
        text = "".join(
            f"\n.. adr:: ADR-{n:05}: Title {n}\n   :status: accepted\n"
            + (f"   :supersedes: ADR-{n - 1:05}\n" if n > 1 else "")
            for n in numbers
        )
        project.write({f"p{page_number}.rst": f"Page {page_number}\n======\n{text}"})
    project.write({"index.rst": LOG})
    assert project.build(builder).lines == ()
    end = f"ADR-{length:05}"
    names = {"html": "p0.html", "text": "p0.txt"}
    out = project.out(builder)
    path = out / names[builder] if builder in names else next(out.glob("*.tex"))
    assert end in path.read_text(encoding="utf-8").replace(r"\sphinxhyphen{}", "-")


def test_thousands_of_pages(tmp_path):
    """Case 60: an edit of one among thousands writes what shows it, and nothing else."""
    project = Project(tmp_path / "docs")
    project.write({"index.rst": LOG})
    for number in range(1, SIZE + 1):
        project.write({f"d{number:05}.rst": page(number, f"Title {number}")})
    assert project.build().lines == ()
    assert not project.build().written
    project.write({"d00007.rst": page(7, "Changed")})
    assert project.assert_exact().written == {"d00007", "index"}


def test_one_decision_with_a_body_of_megabytes(tmp_path):
    """Case 60: its text is read once, also where an index shows its summary."""
    size = 5_000_000 if "SOAK" in os.environ else 200_000
    project = Project(tmp_path / "docs")
    sentence = "Readings of meters arrive every minute, for REQ-1, and nobody looks at ADR-0001 again. "
    paragraphs = "".join(f"   {sentence * 5}\n\n" for _ in range(size // (len(sentence) * 5)))
    project.write({"index.rst": LOG + "\n.. adr:: ADR-0001: Long\n   :status: accepted\n\n" + paragraphs})
    assert project.build().lines == ()
    (decision,) = json.loads((project.out("html") / "decisions.json").read_text())["decisions"]
    assert decision["requirements"] == [{"id": "REQ-1", "how": "mentions", "section": None}]
    project.assert_exact()


PLANES = [0x20, 0xA0, 0x0600, 0x200B, 0x202E, 0xD7FF, 0xE000, 0xFDD0, 0xFEFF, 0xFFFD]
PLANES += [plane * 0x10000 + 0x42 for plane in range(1, 17)] + [0x10FFFD]


@pytest.mark.parametrize("builder", ["html", "latex", "text", "epub", "man", "texinfo", "xml"])
def test_titles_of_every_plane(tmp_path, builder):
    """Case 60: letters, marks, private use, invisible and unassigned characters, in both markups."""
    suffixes = ["rst", "md"] if has_myst() else ["rst"]
    project = Project(tmp_path / "docs", ("sphinx_adr", "myst_parser") if has_myst() else ("sphinx_adr",))
    project.conf = "version = '1'\ncopyright = '2026'\nsuppress_warnings = ['toc']\n"
    project.write({"index.rst": "Log\n===\n\n.. adr-index::\n\n.. adr-graph::\n   :style: layers\n"})
    for place, code in enumerate(PLANES):
        for of, suffix in enumerate(suffixes):
            number = place * 2 + of
            argument = f"ADR-{number:04}: Title {chr(code)} {number}"
            link = f":supersedes: ADR-{number - 2:04}" if place else ""
            if suffix == "rst":
                text = f":orphan:\n\nPage\n====\n\n.. adr:: {argument}\n   :status: accepted\n   {link}\n"
            else:
                text = f"---\norphan: true\n---\n# Page\n\n```{{adr}} {argument}\n:status: accepted\n{link}\n```\n"
            project.write({f"d{number:04}.{suffix}": text})
    assert [line for line in project.build(builder).lines if "[adr." in line] == []
    if builder == "html":
        found = json.loads((project.out("html") / "decisions.json").read_text(encoding="utf-8"))["decisions"]
        assert len(found) == len(PLANES) * len(suffixes)
        assert all(one["status"] == "accepted" for one in found)
        ET.fromstring(
            re.search(r"<svg.*?</svg>", (project.out("html") / "index.html").read_text(), re.DOTALL)[0]
        )


def test_tabs_and_latin_1(project):
    """Case 60: tabs are blanks; a file that is not UTF-8 is Sphinx's to report, and the rest is built."""
    project.write(
        {
            "d01.rst": page(1, "Tab\tin title")
            .replace("   :status:", "\t:status:")
            .replace("   Text", "\tText")
        }
    )
    assert project.build().lines == ()
    path = project.source / "d02.rst"
    path.write_bytes(page(2, "Größe").encode("latin-1"))
    try:
        reported = bool(project.build().lines)
    except UnicodeDecodeError:
        reported = True
    assert reported
    project.write({"d02.rst": page(2, "Size")})
    project.assert_exact()


# -- the machine around a build -------------------------------------------------------------------------------


def test_no_builder_writes_into_the_sources(project):
    """Case 60: a source folder can be read-only: nothing in it is created, changed or touched."""

    def state():
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes())
            for path in project.source.rglob("*")
            if path.is_file()
        }

    project.conf = "version = '1'\ncopyright = '2026'\n"
    project.write_conf()
    before = state()
    for builder in ("html", "dirhtml", "singlehtml", "latex", "epub", "text", "adr"):
        project.build(builder)
    after = {path: found for path, found in state().items() if "__pycache__" not in path.parts}
    assert after == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("builder", ["html", "adr"])
def test_a_full_disk(project, builder):
    """One clear message and no half of a file; the next build, with room, is complete."""
    project.build(builder)
    before = (project.out(builder) / "decisions.json").read_bytes()
    project.write({"d01.rst": page(1, "New")})
    (project.out(builder) / "decisions.json.part").symlink_to("/dev/full")
    with pytest.raises(ExtensionError, match=r"^decisions\.json cannot be written: No space left on device$"):
        project.build(builder)
    assert (project.out(builder) / "decisions.json").read_bytes() == before
    assert not list(project.out(builder).glob("*.part"))
    if builder == "html":
        project.assert_exact()
    else:
        project.build(builder)
        assert "New" in (project.out(builder) / "decisions.json").read_text()


def test_two_builders_at_once_on_one_folder_of_doctrees(project):
    """Case 60: whichever comes second to save, the builds after them are right."""
    project.build()
    project.write({"d01.rst": page(1, "Changed")})
    running = [
        subprocess.Popen(project.command(builder, "-q"), stderr=subprocess.PIPE, text=True)
        for builder in ("html", "text")
    ]
    for process in running:
        _out, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
    for builder in ("html", "text"):
        project.assert_exact(builder)


def test_a_build_that_was_killed_while_reading(project):
    """Case 9: nothing is remembered that was not done."""
    project.conf = (
        "import os, signal\n"
        "def setup(app):\n"
        "    if 'DIE' in os.environ:\n"
        "        app.connect('env-get-updated', lambda *hook: os.kill(os.getpid(), signal.SIGKILL))\n"
    )
    project.build()
    project.write({"d30.rst": page(30, "Title 30", "   :supersedes: ADR-0001\n")})
    done = project.run(env={"DIE": "1"})
    assert done.status == -signal.SIGKILL
    assert {"d01", "d30", "index"} <= project.assert_exact().written


@pytest.mark.parametrize("what", ["data_version", "env_version"])
def test_an_environment_of_another_version_is_read_again(project, monkeypatch, what):
    """Case 59: older records are never mistaken for ours."""
    from sphinx_adr import extension
    from sphinx_adr.domain import AdrDomain

    with monkeypatch.context() as older:
        if what == "data_version":
            older.setattr(AdrDomain, "data_version", AdrDomain.data_version - 1)
        else:
            older.setattr(extension, "_ENV_VERSION", extension._ENV_VERSION - 1)
        project.build()
    assert len(project.assert_exact().taken_up) == 31
    assert not project.build().taken_up


def test_a_record_with_another_field_is_of_another_shape(tmp_path, monkeypatch):
    """Case 59: nobody has to remember to count a version up."""
    (tmp_path / "records").mkdir()
    (tmp_path / "records/__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))

    def made(source):
        (tmp_path / "records/one.py").write_text(source, encoding="utf-8")
        return shape("records", ["__init__.py", "one.py"], "1.0")

    assert made("id: str") == made("id: str")
    assert (
        len({made(""), made("id: str"), made("id: int"), made("name: str"), made("id: str, name: str")}) == 5
    )
    without = [shape("records", ["one.py", "two.py"], version) for version in ("1.0", "1.0", "1.1")]
    assert without[0] == without[1] != without[2]


def test_all_records_that_are_stored_are_looked_at():
    folder = Path(views.__file__).parent
    names = {
        f"views/{path.name}"
        for path in folder.glob("*.py")
        if re.search(r"^class \w+Question:", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(names) > 7
    # Lineages are asked for when pages are written.
    assert names - set(storage._STORED) == {"views/lineage.py"}
    assert all((folder.parent / name).is_file() for name in storage._STORED)


CHANGES = {
    "adr_documents": ["d0[1-5]"],
    "adr_card": False,
    "adr_statuses": {"accepted": "rejected"},
    "adr_default_status": "proposed",
    "adr_id_pattern": r"ADR-\d+",
    "adr_id_template": "X-{number}",
    "adr_requirements": [{"source": "documents", "documents": "needs"}],
    "adr_needs": {"register": False},
    "adr_requirement_pattern": r"NEED-\d+",
    "adr_requirement_ignore": ["REQ-1"],
    "adr_mentions_cover": False,
    "adr_coverage_warnings": ["lost", "uncovered"],
    "adr_graph_limit": 3,
    "adr_graph_engine": "graphviz",
    "adr_lineage": "none",
    "adr_rules": {"status-missing": "warning", "gap": "warning"},
    "adr_rules_since": "2025-01-01",
    "adr_required_sections": ["context"],
    "adr_proposed_days": 1,
    "adr_today": "2030-01-01",
    "adr_seal_filter": "'x' in tags",
}


def test_every_setting_has_a_change():
    assert set(CHANGES) == {setting.name for setting in SETTINGS}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_a_setting_changes_between_builds(tmp_path, name):
    """Case 11, 12: on, unchanged, and off again; each time as a clean build would have it."""
    project = Project(tmp_path / "docs")
    project.write(
        {
            "index.rst": LOG + "\n.. adr-matrix::\n",
            "needs.rst": "Needs\n=====\n\nREQ-1: One\n----------\n\nNEED-2: Two\n-----------\n",
            "plain.rst": "0007 Plain\n==========\n\n.. adr::\n\nREQ-1 and NEED-2.\n",
            "d01.rst": "ADR-0001: Old\n=============\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nREQ-1\n",
        }
    )
    for number in range(2, 7):
        project.write(
            {f"d{number:02}.rst": page(number, f"Title {number}", f"   :supersedes: ADR-{number - 1:04}\n")}
        )
    project.assert_exact()
    project.conf = f"{name} = {CHANGES[name]!r}\n"
    project.assert_exact()
    assert not project.build().taken_up
    project.conf = ""
    project.assert_exact()


def test_all_settings_change_at_once(project):
    """Case 11."""
    project.build()
    project.conf = "".join(f"{name} = {value!r}\n" for name, value in CHANGES.items())
    project.assert_exact(jobs=2)
    project.conf = ""
    project.assert_exact("text")
    project.assert_exact()
