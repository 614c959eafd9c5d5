"""Nothing is computed again while all that the log follows from is the same; each of these things is not the same."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import time
import zlib
from pathlib import Path

import pytest

from sphinx_adr import inputs
from sphinx_adr.domain import AdrDomain

from ..support import Project

INDEX = """Log
===

.. adr:: ADR-0001: First
   :status: accepted
   :requirements: REQ-1
   :relates-to: other:ADR-0009

   See :adr:`ADR-0404`.

.. adr-requirement:: REQ-7
   :title: Here

.. adr-graph::
   :download: dot

.. adr-matrix::
   :csv:
"""
FILE = 'adr_requirements = [{"source": "file", "path": "requirements.csv"}]\n'


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path / "docs")
    project.write({"index.rst": INDEX})
    return project


@pytest.fixture
def computed(monkeypatch):
    """How often the log was looked at again."""
    times: list[str] = []

    def digests(self, *seeds):
        times.append(self.name)
        return original(self, *seeds)

    original = AdrDomain.digests
    monkeypatch.setattr(AdrDomain, "digests", digests)
    return times


def test_a_build_in_which_nothing_changed_computes_nothing(project, computed):
    project.build()
    assert len(computed) == 1
    assert project.build().lines
    assert len(computed) == 1


@pytest.mark.parametrize(
    "conf",
    [
        'nitpick_ignore = [("adr:decision", "ADR-0404")]\n',
        'nitpick_ignore_regex = [("adr:.*", "ADR-04.*")]\n',
        'html_link_suffix = ".htm"\n',
        'html_file_suffix = ".htm"\n',
    ],
)
def test_a_setting_of_sphinx_that_we_follow(project, conf):
    """Each changes the findings or the register, and makes Sphinx read nothing again."""

    def register(out: Path) -> str:
        return (out / "decisions.json").read_text(encoding="utf-8")

    before = (project.build().lines, register(project.out("html")))
    project.conf = conf
    build = project.build()
    assert not build.taken_up
    after = (build.lines, register(project.out("html")))
    assert after != before
    assert after == (project.clean_build().lines, register(project.out(clean=True)))
    project.conf = ""
    assert (project.build().lines, register(project.out("html"))) == before


def test_the_day_is_pinned_to_the_day_that_it_is(project, monkeypatch):
    """Findings that come by themselves with time are for builds whose day is not pinned, or the other way round."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project.replace(
        "index.rst", "   :requirements: REQ-1\n", "   :requirements: REQ-1\n   :review: 2001-01-01\n"
    )
    free = project.assert_exact()
    project.conf = f"adr_today = {dt.datetime.now().astimezone().date().isoformat()!r}\n"
    pinned = project.assert_exact()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    project.conf = ""
    assert project.assert_exact().lines == pinned.lines
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert project.assert_exact().lines == free.lines


def test_a_pin_to_the_same_day_through_the_environment(project, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project.replace(
        "index.rst", "   :requirements: REQ-1\n", "   :requirements: REQ-1\n   :review: 2001-01-01\n"
    )
    free = project.assert_exact()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time())))
    pinned = project.assert_exact()
    assert pinned.lines != free.lines


@pytest.mark.parametrize("what", ["all", "decisions.json", "_adr", ".sphinx-adr-html.json", "index.html"])
def test_the_output_is_removed_while_the_doctrees_remain(project, what):
    project.build()
    path = project.out("html") / ("" if what == "all" else what)
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    project.assert_exact()
    assert {one.name for one in (project.out("html") / "_adr").iterdir()} == {
        "index-graph.dot",
        "index-matrix.csv",
    }


def test_a_file_beside_the_pages_is_edited(project):
    project.build()
    path = project.out("html") / "_adr" / "index-graph.dot"
    before = path.read_text()
    path.write_text("gone")
    project.assert_exact()
    assert path.read_text() == before


def test_another_builder_writes_into_the_same_folder(project):
    """The register holds addresses, and those of ``dirhtml`` are others."""
    project.build()
    out = project.out("html")
    project.out = lambda builder: out  # type: ignore[method-assign]
    project.build("dirhtml")
    del project.out
    project.assert_exact()


def test_a_requirement_appears_in_a_file_of_the_same_size_and_time(project):
    project.conf = FILE
    project.write({"requirements.csv": "id,title\nREQ-1,Ones\n"})
    look = (project.source / "requirements.csv").stat()
    project.assert_exact()
    (project.source / "requirements.csv").write_text("id,title\nREQ-1,Twos\n")
    os.utime(project.source / "requirements.csv", ns=(look.st_atime_ns, look.st_mtime_ns))
    assert project.assert_exact().written == {"index"}
    project.remove("requirements.csv")
    assert any("cannot be read" in line for line in project.assert_exact().lines)


def test_a_reference_of_any_kind_to_a_requirement_in_a_file(project):
    project.conf = FILE
    project.replace("index.rst", ":adr:`ADR-0404`", ":any:`REQ-1`")
    project.write(
        {
            "requirements.csv": "id,title,url\nREQ-1,One,https://a.example/1\n",
            "cites.rst": ":orphan:\n\nCites\n=====\n\nSee :any:`REQ-1`.\n",
        }
    )
    project.assert_exact()
    project.replace("requirements.csv", "a.example", "b.example")
    assert project.assert_exact().written == {"index", "cites"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_source_of_requirements_that_never_ends_is_not_waited_for(project):
    project.conf = FILE
    for made in (os.mkfifo, lambda path: path.symlink_to("/dev/zero")):
        made(project.source / "requirements.csv")
        assert project.assert_exact().lines == project.assert_exact().lines
        project.remove("requirements.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_seal_that_is_no_file_is_not_waited_for(project):
    os.mkfifo(project.source / "adr-seal.json")
    said = project.assert_exact().lines
    assert [line for line in said if "it is no file [adr.seal-invalid]" in line]
    assert project.assert_exact().lines == said


def test_a_source_of_requirements_moves_out_of_the_source_folder(project):
    project.conf = FILE
    project.write({"requirements.csv": "id,title\nREQ-1,One\n"})
    project.assert_exact()
    shutil.move(project.source / "requirements.csv", project.root / "outside.csv")
    (project.source / "requirements.csv").symlink_to(project.root / "outside.csv")
    assert any("must lie inside" in line for line in project.assert_exact().lines)


def test_a_seal_appears_changes_and_goes(project):
    """Nothing else tells a build of it."""
    seen = {project.assert_exact().lines}
    for text in ('{"ADR-0001": "1:0000", "format": 1}', '{"ADR-0001": "1:1111", "format": 1}', "{"):
        project.write({"adr-seal.json": text})
        seen.add(project.assert_exact().lines)
    project.remove("adr-seal.json")
    seen.add(project.assert_exact().lines)
    assert len(seen) > 1


def publish(project: Project, line: str) -> None:
    """Writes an inventory with that line, and names it as that of ``other``."""
    path = project.root / "objects.inv"
    head = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# zlib\n"
    path.write_bytes(head + zlib.compress(line.encode()))
    project.extensions = ("sphinx_adr", "sphinx.ext.intersphinx")
    project.conf = f'intersphinx_mapping = {{"other": ("https://o.example/", {str(path)!r})}}\n'


def test_an_inventory_changes_within_the_second(project, monkeypatch):
    """Sphinx tells when it looked, to the second; what the inventories say of decisions is what counts."""
    monkeypatch.setattr(time, "time", lambda: 1_900_000_000.0)
    publish(project, "ADR-0001 adr:decision 1 a.html#$ -\n")
    assert any("other:ADR-0009" in line for line in project.assert_exact().lines)
    publish(project, "ADR-0009 adr:decision 1 a.html#$ ADR-0009: Nine\n")
    assert not any("other:ADR-0009" in line for line in project.assert_exact().lines)
    publish(project, "ADR-0009 adr:decision 1 a.html#$ ADR-0009: Neun\n")
    assert project.assert_exact().written == {"index"}


def test_a_look_at_an_inventory_that_says_the_same_computes_nothing(project, computed, monkeypatch):
    publish(project, "ADR-0009 adr:decision 1 a.html#$ -\n")
    project.build()
    later = time.time() + 60
    monkeypatch.setattr(time, "time", lambda: later)
    project.build()
    assert len(computed) == 1


def test_a_development_version_is_told_by_its_files(tmp_path, monkeypatch):
    """What is installed from a checkout keeps its version for months; a release is what its version says."""
    (tmp_path / "rendering").mkdir()
    (tmp_path / "rendering" / "card.py").write_text("one = 1\n")
    seen = {inputs.make_of(tmp_path, "1.0.dev0")}
    (tmp_path / "rendering" / "card.py").write_text("one = 2\n")
    seen.add(inputs.make_of(tmp_path, "1.0.dev0"))
    (tmp_path / "rendering" / "card.mo").write_bytes(b"")
    seen.add(inputs.make_of(tmp_path, "1.0.dev0"))
    (tmp_path / "rendering" / "card.cpython-311.pyc").write_bytes(b"")
    assert inputs.make_of(tmp_path, "1.0.dev0") in seen
    assert len(seen) == 3
    assert inputs.make_of(tmp_path, "1.0") == inputs.make_of(Path(os.devnull), "1.0") == "1.0"


def test_another_make_of_the_package_writes_what_shows_the_log(project, computed, monkeypatch):
    project.build()
    monkeypatch.setattr(inputs, "make", lambda: "another")
    assert project.build().written == {"index"}
    assert len(computed) == 2


def test_the_whole_project_moves(project, tmp_path):
    """Findings name files where they are now."""
    project.build()
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("docs", "doctrees", "out"):
        shutil.move(tmp_path / name, moved / name)
    project.source = moved / "docs"
    assert all(str(tmp_path / "docs") not in line for line in project.assert_exact().lines)
