"""``sphinx-adr new``: a file for the next decision, in the manner of those that are there."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import pytest

from ..conftest import needs_myst
from ..support import MYST, RST, Markup, Project
from .running import run_in

INDEX = {"index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   */*\n"}
NYGARD_MD = "# {n}. {title}\n\nDate: 2024-01-0{n}\n\n## Status\n\nAccepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n\n## Consequences\n\nE.\n"
MADR = "---\nstatus: accepted\ndate: 2024-01-0{n}\n---\n# {title}\n\n## Context and Problem Statement\n\nC.\n\n## Considered Options\n\n* A\n* B\n\n## Decision Outcome\n\nChosen option: A, because.\n"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = dt.datetime(2025, 11, 4, tzinfo=dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def record(markup: Markup, identifier: str, title: str, **options: str) -> str:
    options = {"status": "accepted", "date": "2025-01-02"} | options
    return markup.page(markup.title(f"{identifier}: {title}"), markup.directive("adr", **options))


def made(project: Project, *arguments: str) -> tuple[str, str, dict[str, Any]]:
    """The path of a new file below the documentation, its text, and its record after a build without warnings."""
    project.write_conf()
    before = set(project.source.rglob("*.*"))
    ran = run_in(project, "new", *arguments)
    assert ran.status == 0, ran.err
    (path,) = set(project.source.rglob("*.*")) - before
    assert Path(ran.out.strip()).name == path.name
    project.configure(suppress_warnings=["adr.not-in-toctree", "toc.not_included"])
    built = project.build("adr")
    assert not built.messages, built.messages
    docname = path.relative_to(project.source).with_suffix("").as_posix()
    (found,) = [one for one in built.register["decisions"] if one["docname"] == docname]
    return path.relative_to(project.source).as_posix(), path.read_text(encoding="utf-8"), found


def test_it_follows_the_others(project: Project, markup: Markup) -> None:
    suffix = markup.suffix
    project.write(INDEX | {f"decisions/0009-files{suffix}": record(markup, "ADR-0009", "Files")})
    path, text, found = made(project, "Cache  search results")
    assert path == f"decisions/0010-cache-search-results{suffix}"
    assert (found["id"], found["title"]) == ("ADR-0010", "Cache search results")
    assert (found["status"], found["date"], found["declared"]) == ("proposed", "2025-11-04", "section")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [part["slug"] for part in found["parts"]][:2] == ["context", "decision-drivers"]


def test_the_same_sections_in_both_markups(tmp_path: Path) -> None:
    pytest.importorskip("myst_parser")
    found = []
    for markup in (RST, MYST):
        project = Project(tmp_path / markup.suffix / "docs")
        project.write(INDEX | {f"decisions/0001-one{markup.suffix}": record(markup, "ADR-0001", "One")})
        found.append(
            [
                made(project, f"Two {name}", "--template", name)[2]["parts"]
                for name in ("full", "quick", "madr", "nygard")
            ]
        )
    assert found[0] == found[1]


def test_the_number_is_the_one_after_the_highest(project: Project) -> None:
    project.write(
        INDEX
        | {
            "decisions/0003-three.rst": record(RST, "ADR-0003", "Three", status="rejected"),
            "decisions/0001-one.rst": record(RST, "ADR-0001", "One", formerly="ADR-0017"),
            "decisions/0005-draft.txt": "no document\n",
            "other/0040-other.rst": record(RST, "RFC-0040", "Other"),
        }
    )
    assert made(project, "Next")[0] == "decisions/0018-next.rst"


@pytest.mark.parametrize(
    ("file", "identifier", "expected"),
    [
        ("decisions/adr-007-seven.rst", "ADR-007", ("decisions/adr-008-a-thing.rst", "ADR-008")),
        ("log/ADR_09_nine_lives.rst", "ADR-9", ("log/ADR_10_a_thing.rst", "ADR-10")),
        ("a/b/0099-x.rst", "DEC-0099", ("a/b/0100-a-thing.rst", "DEC-0100")),
        ("adr/0009.rst", "ADR-0009", ("adr/0010.rst", "ADR-0010")),
    ],
)
def test_names_and_padding_are_those_of_the_folder(
    project: Project, file: str, identifier: str, expected: tuple[str, str]
) -> None:
    project.write({"index.rst": "Log\n===\n", file: record(RST, identifier, "Nine lives")})
    path, _, found = made(project, "A thing")
    assert (path, found["id"]) == expected


def test_the_first_decision(project: Project) -> None:
    path, _, found = made(project.write({"index.rst": "Log\n===\n"}), "Über uns – 決定!")
    assert path == "decisions/0001-über-uns-決定.rst"
    assert (found["id"], found["title"]) == ("ADR-0001", "Über uns – 決定!")


def test_a_decision_it_supersedes(project: Project, markup: Markup) -> None:
    project.write(INDEX | {f"decisions/0009-files{markup.suffix}": record(markup, "ADR-0009", "Files")})
    before = (project.source / f"decisions/0009-files{markup.suffix}").read_bytes()
    _, _, found = made(project, "Tapes", "--supersedes", "9")
    assert [(link["kind"], link["target"], link["state"]) for link in found["links"]] == [
        ("supersedes", "ADR-0009", "prospective")
    ]
    assert (project.source / f"decisions/0009-files{markup.suffix}").read_bytes() == before
    ran = run_in(project, "new", "Discs", "--supersedes", "ADR-0100")
    assert ran.status == 2
    assert "there is no decision 'ADR-0100'" in ran.err


# -- documents that are read as they stand -----------------------------------------------------------------------


@needs_myst
def test_beside_nygard_documents_it_is_one(project: Project) -> None:
    project.write(
        {"index.rst": "Log\n===\n"}
        | {f"adr/000{n}-r.md": NYGARD_MD.format(n=n, title="Files") for n in (1, 2)}
    )
    project.configure(adr_documents=["adr/*"])
    path, text, found = made(project, "Tapes", "--supersedes", "2")
    assert path == "adr/0003-tapes.md"
    assert text.startswith(
        "# 3. Tapes\n\nDate: 2025-11-04\n\n## Status\n\nProposed\n\nSupersedes [ADR-0002](0002-r.md)\n"
    )
    assert (found["id"], found["title"], found["declared"], found["status"]) == (
        "ADR-0003",
        "Tapes",
        "document",
        "proposed",
    )
    assert found["date"] == "2025-11-04"
    assert [(link["kind"], link["target"]) for link in found["links"]] == [("supersedes", "ADR-0002")]


@needs_myst
def test_beside_madr_documents_it_is_one(project: Project) -> None:
    project.write(
        {"index.rst": "Log\n===\n"} | {f"adr/000{n}-r.md": MADR.format(n=n, title="Files") for n in (1, 2)}
    )
    project.configure(adr_documents=["adr/*"])
    _, text, found = made(project, "Tapes", "--supersedes", "ADR-0001")
    assert text.startswith("---\nstatus: proposed\ndate: 2025-11-04\nsupersedes: ADR-0001\n---\n\n# Tapes\n")
    assert (found["id"], found["title"], found["status"]) == ("ADR-0003", "Tapes", "proposed")
    assert [(link["kind"], link["target"]) for link in found["links"]] == [("supersedes", "ADR-0001")]


@needs_myst
@pytest.mark.parametrize(("date", "expected"), [("20240105", "20251104"), ("2024-01-05", "2025-11-04")])
def test_beside_documents_with_dates_it_has_one(project: Project, date: str, expected: str) -> None:
    old = "# Keep 2 files\n\n- Status: accepted\n\n## Context\n\nC.\n\n## Decision\n\nD.\n"
    project.write({"index.rst": "Log\n===\n", f"adr/{date}-keep-2-files.md": old})
    project.configure(adr_documents=["adr/*"])
    path, _, found = made(project, "Tapes")
    assert path == f"adr/{expected}-tapes.md"
    assert (found["title"], found["status"], found["date"]) == ("Tapes", "proposed", "2025-11-04")


@pytest.mark.parametrize("template", ["nygard", "madr"])
def test_in_restructuredtext_too(project: Project, template: str) -> None:
    old = "1. Files\n========\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nC.\n\nDecision\n--------\n\nD.\n"
    project.write({"index.rst": "Log\n===\n", "adr/0001-files.rst": old}).configure(adr_documents=["adr/*"])
    _, text, found = made(project, "Tapes", "--template", template, "--supersedes", "1")
    assert "adr::" not in text
    assert (found["id"], found["title"], found["status"], found["date"]) == (
        "ADR-0002",
        "Tapes",
        "proposed",
        "2025-11-04",
    )
    assert [(link["kind"], link["target"]) for link in found["links"]] == [("supersedes", "ADR-0001")]


# -- choices ---------------------------------------------------------------------------------------------------


@needs_myst
def test_the_markup_can_be_chosen(project: Project) -> None:
    project.write(
        INDEX | {"decisions/0001-one.rst": record(RST, "ADR-0001", "One"), "more.md": ":::{note}\nx\n:::\n"}
    )
    project.write({"more.md": "---\norphan: true\n---\n# More\n"})
    path, _, found = made(project, "Two", "--format", "md")
    assert path == "decisions/0002-two.md"
    assert found["id"] == "ADR-0002"


def test_a_markup_that_conf_py_does_not_read(project: Project) -> None:
    ran = run_in(project.write(INDEX), "new", "Two", "--format", "md")
    assert ran.status == 2
    assert "reads no .md files" in ran.err


def test_a_template_of_the_project(project: Project, tmp_path: Path) -> None:
    template = tmp_path / "template.rst"
    template.write_text(
        "{heading}\n====================\n\n.. adr::\n   :status: {status}\n   :date: {date}\n   :story: {title}/{number}/{id}\n\n{braces} stay.\n"
    )
    _, text, found = made(project.write(INDEX), "Two", "--template", str(template))
    assert found["story"] == "Two/1/ADR-0001"
    assert "{braces} stay." in text
    ran = run_in(project, "new", "Three", "--template", "fulll")
    assert ran.status == 2
    assert "fulll is none of the templates full, quick, madr, nygard" in ran.err


def test_the_folder_can_be_chosen(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(INDEX | {"decisions/0004-four.rst": record(RST, "ADR-0004", "Four")})
    assert made(project, "Five", "--directory", "elsewhere")[0] == "elsewhere/0005-five.rst"
    monkeypatch.chdir(project.source.parent)
    assert made(project, "Six", "--directory", "docs/decisions")[0] == "decisions/0006-six.rst"


def test_lines_end_as_in_the_others(project: Project) -> None:
    project.write(INDEX | {"decisions/0001-one.rst": record(RST, "ADR-0001", "One").replace("\n", "\r\n")})
    ran = run_in(project, "new", "Two")
    assert ran.status == 0
    data = (project.source / "decisions" / "0002-two.rst").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 10


# -- what it refuses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["..", "../elsewhere", "/"])
def test_it_stays_in_the_documentation(project: Project, folder: str) -> None:
    ran = run_in(project.write(INDEX), "new", "Two", "--directory", folder)
    assert ran.status == 2
    assert "not in the documentation's folder" in ran.err


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_a_link_leads_nowhere_else(project: Project, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    project.write(INDEX)
    (project.source / "decisions").symlink_to(tmp_path / "outside")
    assert run_in(project, "new", "Two").status == 2
    assert not list((tmp_path / "outside").iterdir())


def test_it_never_overwrites(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_adr.command import naming

    project.write(INDEX | {"decisions/0001-one.rst": record(RST, "ADR-0001", "One")})
    monkeypatch.setattr(naming, "_numbers", lambda *arguments: [0])
    before = (project.source / "decisions/0001-one.rst").read_bytes()
    ran = run_in(project, "new", "One", "--again")
    assert ran.status == 2
    assert "exists already" in ran.err
    assert (project.source / "decisions/0001-one.rst").read_bytes() == before


def test_a_title_that_a_decision_has_is_refused_and_that_one_is_named(
    project: Project, markup: Markup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.source)
    project.write(INDEX | {f"decisions/0007-keep-it{markup.suffix}": record(markup, "ADR-0007", "Keep it")})
    ran = run_in(project, "new", " keep  IT")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert re.search(
        rf"ADR-0007 is called 'Keep it' already \(decisions/0007-keep-it{markup.suffix}:\d", ran.err
    )
    assert len(list(project.source.glob("decisions/*"))) == 1
    assert made(project, "Keep it!")[2]["id"] == "ADR-0008"
    assert made(project, "Keep it", "--supersedes", "7")[2]["id"] == "ADR-0009"
    assert made(project, "Keep it", "--again")[2]["id"] == "ADR-0010"


def test_the_second_of_two_runs_is_refused(project: Project) -> None:
    assert made(project.write(INDEX), "Keep it")[2]["id"] == "ADR-0001"
    ran = run_in(project, "new", "Keep it")
    assert ran.status == 2
    assert "ADR-0001" in ran.err


def test_an_empty_title(project: Project) -> None:
    assert run_in(project.write(INDEX), "new", "  ").status == 2


def test_an_interrupt_leaves_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    project.write(INDEX)
    project.write_conf()
    before = sorted(project.source.rglob("*"))
    monkeypatch.setattr(os, "fsync", interrupted)
    assert run_in(project, "new", "Two").status == 130
    assert [path for path in sorted(project.source.rglob("*")) if path.is_file()] == [
        path for path in before if path.is_file()
    ]


def test_a_full_disk_leaves_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run_in(project.write(INDEX), "new", "Two")
    assert ran.status == 2
    assert "No space left on device" in ran.err
    assert not [path for path in project.source.rglob("*") if path.name.endswith((".part", "two.rst"))]
