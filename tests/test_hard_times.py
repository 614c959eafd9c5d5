"""Builds that are interrupted, shared, or find damaged files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from .incremental.project import Project

LOG = "Log\n===\n\n.. adr-index::\n   :toctree:\n\n.. adr-graph::\n"


def page(number: int, title: str, options: str = "") -> str:
    return f"Page {number}\n========\n\n.. adr:: ADR-{number:04}: {title}\n   :status: accepted\n{options}\n   Text.\n"


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.write("index.rst", LOG)
    for number in range(1, 31):
        project.write(f"d{number:02}.rst", page(number, f"Title {number}"))
    return project


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system cannot kill a build")
def test_a_build_that_was_killed_while_writing(project):
    """RELIABILITY 9: the next build completes every page."""
    project.configure(
        "import os, time\n"
        "def setup(app):\n"
        "    if 'SLOW' in os.environ:\n"
        "        app.connect('html-page-context', lambda *hook: time.sleep(0.3))\n"
    )
    project.build()
    project.write("d30.rst", page(30, "Title 30", "   :supersedes: ADR-0001, ADR-0002, ADR-0003\n"))
    build = subprocess.Popen(
        [sys.executable, "-m", "sphinx", "-v", "-b", "html", "-d", str(project.root / "doctrees"),
         str(project.source), str(project.out("html"))],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ | {"SLOW": "1", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
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
    """RELIABILITY 13."""
    project.configure("exclude_patterns = ['part.txt']\n")
    project.write("part.txt", ".. adr:: ADR-0099: Old\n   :status: proposed\n")
    project.write("shows.rst", ":orphan:\n\nShows\n=====\n\n.. include:: part.txt\n")
    project.build()
    project.write("part.txt", ".. adr:: ADR-0099: New\n   :status: accepted\n   :supersedes: ADR-0001\n")
    assert {"shows", "index", "d01"} <= project.assert_exact().written


def test_the_builders_of_read_the_docs_in_one_folder(project):
    """RELIABILITY 24, 25: in its order, with its options, twice; no stray file in the EPUB."""
    conf = "version = '1'\ncopyright = '2026'\nlanguage = 'en'\n"
    project.configure(conf)
    for title in ("Title one", "Title 1"):
        for builder in ("html", "singlehtml", "latex", "epub"):
            assert project.build(builder).warnings == ()
        project.write("d01.rst", page(1, title))
    assert not any(name.name.startswith(".sphinx-adr") for name in project.out("singlehtml").iterdir())
    assert ".sphinx-adr" not in (project.out("epub") / "content.opf").read_text()


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\x04N."], ids=["empty", "garbage", "foreign"])
def test_a_damaged_environment(project, damage):
    """RELIABILITY 58: everything is read again."""
    project.build()
    (project.root / "doctrees" / "environment.pickle").write_bytes(damage)
    build = project.assert_exact()
    assert len(build.read) == 31


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
    project = Project(tmp_path)
    records = "".join(
        f"\n.. adr:: ADR-{n:04}: Title {n}\n   :status: accepted\n   :supersedes: ADR-{n - 1:04}\n"
        for n in range(1, 2001)
    )
    project.write("index.rst", f"Log\n===\n{records}")
    build = project.build("adr")
    assert [line for line in build.warnings if "link-dangling" not in line] == []
