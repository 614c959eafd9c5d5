"""After each edit only the pages whose content changes are written again, and nothing is stale."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec

import pytest

from sphinx_adr.domain import AdrDomain

from ..support import Project

LOG = """:orphan:

Log
===

.. adr-index::

.. adr-matrix::

.. adr-graph::

.. adr-options::
"""
CITES = """:orphan:

Cites
=====

We follow :adr:`ADR-0001` and :adr:req:`PRD-A-REQ-001`.
"""
PLAIN = """:orphan:

Plain
=====

Nothing of ours.
"""


def decision(number: int, title: str, *, body: str = "We do.", **options: str) -> str:
    options = {"status": "accepted"} | options
    lines = "".join(f"   :{name.replace('_', '-')}: {value}\n" for name, value in options.items())
    return f"\n.. adr:: ADR-{number:04}: {title}\n{lines}\n   {body}\n"


def page(*parts: str) -> str:
    return ":orphan:\n\nPage\n====\n" + "".join(parts)


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path / "docs")
    project.write(
        {
            "index.rst": "Root\n====\n",
            "log.rst": LOG,
            "cites.rst": CITES,
            "plain.rst": PLAIN,
            "one.rst": page(decision(1, "First", requirements="PRD-A-REQ-001")),
            "two.rst": page(decision(2, "Second")),
        }
    )
    project.build()
    project.build("text")
    return project


def test_nothing_is_written_when_nothing_changed(project):
    """Case 12."""
    build = project.assert_exact()
    assert not build.written
    assert not build.taken_up
    assert "0 added, 0 changed, 0 removed" in build.told
    assert "no targets are out of date" in build.told
    assert "configuration has changed" not in build.told
    assert "configuration has changed" not in project.assert_exact("text").told


def test_a_changed_title_reaches_the_pages_that_show_it(project):
    """Case 1: the index, and no page that shows nothing of it. References show IDs, but carry the title."""
    project.replace("one.rst", "First", "Foremost")
    assert project.assert_exact().written == {"one", "log", "cites"}
    assert project.assert_exact("text").written == {"one", "log", "cites"}


def test_a_changed_body_is_written_alone(project):
    """Case 2."""
    project.replace("two.rst", "We do.", "We do, and more.")
    assert project.assert_exact().written == {"two"}


def test_a_new_successor_reaches_the_decision_that_nobody_edited(project):
    """Case 3."""
    project.write({"three.rst": page(decision(3, "Third", supersedes="ADR-0001"))})
    build = project.assert_exact()
    assert build.written == {"one", "three", "log", "cites"}
    assert build.taken_up == {"three"}
    assert "no longer applies" in project.seen()["one"]
    project.assert_exact("text")


def test_a_supersession_that_is_taken_back_disappears(project):
    """Case 4."""
    project.write({"three.rst": page(decision(3, "Third", supersedes="ADR-0001"))})
    project.build()
    project.write({"three.rst": page(decision(3, "Third"))})
    assert project.assert_exact().written == {"one", "three", "log", "cites"}
    project.remove("three.rst")
    assert project.assert_exact().written == {"log"}


def test_a_deleted_decision_leaves_no_trace(project):
    """Case 5: without a globbed toctree, too; and the build after that has nothing left to do."""
    project.remove("two.rst")
    assert project.assert_exact().written == {"log"}
    assert "0 removed" in project.build().told


def test_a_decision_can_move_to_another_page(project):
    """Case 6."""
    project.write(
        {
            "one.rst": page(),
            "two.rst": page(decision(1, "First", requirements="PRD-A-REQ-001"), decision(2, "Second")),
        }
    )
    build = project.assert_exact()
    assert build.written == {"one", "two", "log", "cites"}
    assert not build.lines or all("duplicate" not in line for line in build.lines)


def test_a_requirement_appears_changes_and_goes(project):
    project.write({"needed.rst": page("\n.. adr-requirement:: PRD-A-REQ-001: It works\n")})
    assert project.assert_exact().written == {"needed", "one", "log", "cites"}
    project.replace("needed.rst", "It works", "It works well")
    assert project.assert_exact().written == {"needed", "one", "log", "cites"}
    project.remove("needed.rst")
    assert project.assert_exact().written == {"one", "log", "cites"}


def test_a_view_is_edited_alone(project):
    project.replace("log.rst", ".. adr-index::\n", ".. adr-index::\n   :style: list\n")
    assert project.assert_exact().written == {"log"}


OUTPUTS = {
    "html": "log.html",
    "dirhtml": "log/index.html",
    "singlehtml": "index.html",
    "latex": "meter.tex",
    "epub": "log.xhtml",
    "text": "log.txt",
}
"""Where each builder writes the page *log*."""


def test_builders_that_share_doctrees_are_each_right(project):
    """Case 8: each has its own memory of what it wrote; Read the Docs builds several in a row."""
    project.configure(suppress_warnings=["toc", "epub"])
    project.write({"index.rst": "Root\n====\n\n.. toctree::\n\n   log\n   one\n   two\n"})
    for builder in OUTPUTS:
        project.build(builder)
    for title in ("Foremost", "Earliest"):
        project.write({"one.rst": page(decision(1, title, requirements="PRD-A-REQ-001"))})
        for builder, name in OUTPUTS.items():
            assert project.build(builder).read(name).count(title) > 1, builder
    project.assert_exact("text")
    project.assert_exact("latex")
    project.assert_exact("html")


def test_a_build_of_named_files_leaves_the_others_to_the_next_build(project):
    """Case 10."""
    project.replace("one.rst", "First", "Foremost")
    project.build(only=("one.rst",))
    assert project.assert_exact().written == {"log", "cites"}


def test_a_page_that_showed_the_log_is_remembered_until_it_is_written(project):
    """Case 10: its last view is gone, but the build that noticed wrote another page only."""
    project.write({"part.txt": ".. adr-index::\n", "shows.rst": page("\n.. include:: part.txt\n")})
    project.conf = "exclude_patterns = ['part.txt']\n"
    project.assert_exact()
    project.write({"part.txt": "No longer.\n"})
    project.build(only=("one.rst",))
    assert project.assert_exact().written == {"shows"}
    assert not project.assert_exact().written


def test_a_setting_that_shapes_answers_reaches_every_builder(project):
    """Case 11."""
    project.write({"two.rst": page(decision(2, "Second", body="For PRD-B-REQ-002."))})
    project.build()
    project.build("text")
    project.conf = "adr_mentions_cover = False\n"
    assert "log" in project.assert_exact("text").written
    project.assert_exact()


def test_an_unreadable_state_writes_everything_that_shows_the_log(project):
    """Case 58."""
    for garbage in (b"", b"[]", b"null", b"\xff", b'{"log": 1}'):
        (project.out("html") / ".sphinx-adr-html.json").write_bytes(garbage)
        assert project.assert_exact().written == {"one", "two", "log", "cites"}


def test_an_older_output_folder_is_brought_up_to_date(project, tmp_path):
    """Case 14: as a CI cache brings it back."""
    shutil.copytree(project.out("html"), tmp_path / "cached")
    project.replace("one.rst", "First", "Foremost")
    project.build()
    shutil.rmtree(project.out("html"))
    shutil.copytree(tmp_path / "cached", project.out("html"))
    project.assert_exact()


def test_doctrees_are_removed_while_the_output_remains(project):
    """Case 14: everything is read again, and what the pages show is as it was."""
    shutil.rmtree(project.root / "doctrees")
    assert len(project.assert_exact().taken_up) == 6


def test_one_doctree_is_gone(project):
    """Case 58: its document is read again."""
    (project.root / "doctrees" / "one.doctree").unlink()
    assert project.assert_exact().taken_up == {"one"}


def test_one_doctree_is_damaged(project):
    """Case 58: Sphinx stops, and forgets what it knew; the build after that is right."""
    (project.root / "doctrees" / "one.doctree").write_bytes(b"\x80\x04")
    project.write({"two.rst": page(decision(2, "Second", supersedes="ADR-0001"))})
    with pytest.raises(EOFError):
        project.build()
    assert len(project.assert_exact().taken_up) == 6


def terms(out):
    """The words of the search index with the documents in which they stand, and the titles."""
    index = json.loads((out / "searchindex.js").read_text(encoding="utf-8")[len("Search.setIndex(") : -1])

    def words(kind):
        places = {word: [at] if isinstance(at, int) else at for word, at in index[kind].items()}
        # Sphinx keeps words that are gone, without a place.
        return {word: sorted(index["docnames"][number] for number in at) for word, at in places.items() if at}

    return words("terms"), words("titleterms"), sorted(index["alltitles"])


def test_the_search_finds_what_pages_show_now(project):
    """Case 32: a title that changed is found on the page of its index, as in a clean build."""
    project.replace("one.rst", "First", "Zeppelin")
    project.assert_exact()
    found = terms(project.out())
    assert "log" in found[0]["zeppelin"]
    assert "first" not in found[0]
    assert found == terms(project.out(clean=True))


def test_a_tag_hides_and_shows_a_decision(project):
    """Case 15."""
    hidden = ".. only:: internal\n\n" + "".join(f"   {line}\n" for line in decision(4, "Secret").splitlines())
    project.write({"four.rst": page("\n", hidden)})
    project.assert_exact()
    assert "ADR-0004" not in project.seen()["log"]
    project.assert_exact(tags=("internal",))
    assert "ADR-0004" in project.seen()["log"]
    project.assert_exact()


def test_navigation_of_an_index_follows_its_decisions(project):
    project.write({"index.rst": "Root\n====\n\n.. adr-index::\n   :toctree:\n"})
    for name in ("one", "two"):
        project.replace(f"{name}.rst", ":orphan:\n\n", "")
    build = project.assert_exact()
    assert not [line for line in build.lines if "toctree" in line]
    project.write({"three.rst": page(decision(3, "Third")).replace(":orphan:\n\n", "")})
    build = project.assert_exact()
    assert not [line for line in build.lines if "toctree" in line]
    assert "three" in (project.out("html") / "index.html").read_text()
    project.build("singlehtml")
    assert "ADR-0003: Third" in (project.out("singlehtml") / "index.html").read_text()
    project.remove("two.rst")
    project.assert_exact()


def test_findings_are_reported_on_every_build(project):
    """Case 39, and a second build in which nothing changed fails like the first."""
    project.write({"three.rst": page(decision(3, "Third", supersedes="ADR-0099", date="2025-13-01"))})
    first = project.assert_exact()
    codes = [line.rpartition("[adr.")[2] for line in first.lines]
    assert codes == ["reference-dangling]", "date-invalid]", "link-dangling]"]
    assert project.assert_exact().lines == first.lines
    project.replace("plain.rst", "Nothing", "Still nothing")
    assert project.assert_exact().lines == first.lines


@pytest.mark.parametrize("jobs", [2, 4])
def test_parallel_builds_equal_serial_ones(tmp_path, jobs):
    """Case 17, 18, 20, 21: all files and all warnings, duplicates and dangling links included."""
    projects = [Project(tmp_path / str(n) / "docs") for n in (1, jobs)]
    for project, n in zip(projects, (1, jobs), strict=True):
        project.write({"index.rst": "Root\n====\n\n.. adr-index::\n   :toctree:\n", "log.rst": LOG})
        for number in range(24):
            options = {"supersedes": f"ADR-{number - 1:04}"} if number % 5 == 4 else {}
            if number % 7 == 6:
                options["relates_to"] = "ADR-0999"
            text = decision(
                number if number % 11 else 3, f"Title {number}", requirements=f"R-{number % 4}", **options
            )
            project.write({f"d{number:02}.rst": page(text).replace(":orphan:\n\n", "")})
        project.first = project.build(jobs=n)
        project.write({"d07.rst": page(decision(7, "Changed", supersedes="ADR-0006"))})
        project.remove("d11.rst")
        project.second = project.build(jobs=n)
    serial, parallel = projects
    assert serial.first.lines == parallel.first.lines
    assert serial.second.lines == parallel.second.lines
    files = sorted(p.relative_to(serial.out("html")) for p in serial.out("html").rglob("*") if p.is_file())
    assert files == sorted(
        p.relative_to(parallel.out("html")) for p in parallel.out("html").rglob("*") if p.is_file()
    )
    for name in files:
        assert (serial.out("html") / name).read_bytes() == (parallel.out("html") / name).read_bytes(), name
    parallel.assert_exact(jobs=jobs)


def files(out):
    """Every file of an output folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_hashes_of_strings_make_no_difference_to_any_file(project):
    """Case 17: in processes of their own, as sets and dictionaries come out of them."""
    for number in range(3, 24):
        text = decision(number, f"Title {number}", supersedes=f"ADR-{number - 2:04}", tags=f"a{number}, b, c")
        project.write({f"d{number:02}.rst": page(text)})
    found = []
    for seed, jobs in (("0", "1"), ("1", "2")):
        shutil.rmtree(project.root / "out")
        shutil.rmtree(project.root / "doctrees")
        project.run("-j", jobs, env={"PYTHONHASHSEED": seed})
        found.append(files(project.out()))
    assert found[0] == found[1]


def test_parallel_builds_need_what_they_merge(project, monkeypatch):
    """Case 21: the merge is what brings decisions home; without it the log is empty."""
    shutil.rmtree(project.root / "doctrees")
    monkeypatch.setattr(AdrDomain, "merge_domaindata", lambda self, docnames, otherdata: None)
    project.build(jobs=2)
    assert project.seen()["decisions.json"]["decisions"] == []


@pytest.mark.skipif(find_spec("myst_parser") is None, reason="myst-parser is not installed")
def test_a_page_changes_its_markup(tmp_path):
    """Case 7: the same name, another suffix, and back."""
    project = Project(tmp_path / "docs", ("sphinx_adr", "myst_parser"))
    project.write(
        {
            "index.rst": "Root\n====\n\n.. adr-index::\n",
            "cites.rst": ":orphan:\n\nCites\n=====\n\n:adr:`ADR-0001`\n",
        }
    )
    restructured = page(decision(1, "First"))
    project.write({"one.rst": restructured})
    project.assert_exact()
    project.remove("one.rst")
    project.write(
        {
            "one.md": "---\norphan: true\n---\n# Page\n\n```{adr} ADR-0001: First\n:status: accepted\n\nWhy.\n```\n"
        },
    )
    assert project.assert_exact().lines == ()
    project.remove("one.md")
    project.write({"one.rst": restructured})
    assert project.assert_exact().lines == ()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("builder", ["html", "text", "latex"])
@pytest.mark.parametrize("suffix", ["rst", "md"])
def test_status_sections_and_requirements_in_graphs(tmp_path, suffix, builder, jobs):
    """What a section *Status* says and what graphs show of requirements, after edits of six pages at once."""
    if suffix == "md" and find_spec("myst_parser") is None:
        pytest.skip("myst-parser is not installed")
    project = Project(tmp_path / "docs", ("sphinx_adr", "myst_parser") if suffix == "md" else ("sphinx_adr",))
    heads = (
        "\n\n.. toctree::\n   :glob:\n\n   d*\n\n.. adr-index::\n\n.. adr-graph::\n   :requirements: all\n"
    )
    project.write({"index.rst": f"Root\n===={heads}"})

    def write(status: str, requirement: str) -> None:
        for number in range(1, 7):
            name, options = f"ADR-{number:04}: Title", f":requirements: {requirement}-{number % 3}"
            older = f" Supersedes ADR-{number - 1:04}." if number % 2 == 0 else ""
            said = f"{status}.{older}"
            text = (
                f"# Page {number}\n\n````{{adr}} {name}\n{options}\n\n## Status\n\n{said}\n````\n"
                if suffix == "md"
                else f"Page {number}\n======\n\n.. adr:: {name}\n   {options}\n\n   Status\n   ------\n\n   {said}\n"
            )
            project.write({f"d{number}.{suffix}": text})

    for status, requirement in (("Accepted", "PRD"), ("Proposed", "PRD"), ("Accepted", "OPS")):
        write(status, requirement)
        project.assert_exact(builder, jobs=jobs)
        written = "".join(map(str, project.seen(builder).values()))
        assert f"{requirement}-1" in written.replace("\\sphinxhyphen{}", "-")
        assert status.casefold() in written.casefold()
