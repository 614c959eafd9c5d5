"""``sphinx-adr list``, ``show`` and ``export``."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import needs_myst
from ..support import ROOT, RST, Project
from .running import run_in

LOG = {
    "index.rst": """\
Log
===

.. adr-requirement:: R-1: Fast
.. adr-requirement:: R-2: Cheap

.. adr:: ADR-0001: Files
   :status: accepted
   :date: 2024-05-06
   :requirements: R-1, R-2
   :deciders: D. Okafor, M. Ortiz

.. adr:: ADR-0002: A database, SQLite
   :status: Approved
   :date: 2025-01-02
   :supersedes: ADR-0001
   :requirements: R-1
   :tags: storage
   :summary: Data goes to one file.

.. adr:: ADR-0010: Caches
   :status: proposed
   :tags: speed
"""
}


@pytest.fixture
def log(project: Project) -> Project:
    return project.write(LOG)


def test_decisions_are_listed_in_order_with_their_effective_status(log: Project) -> None:
    assert run_in(log, "list").lines == [
        "ID        Status      Date        Title",
        "ADR-0001  superseded  2024-05-06  Files (now ADR-0002)",
        "ADR-0002  accepted    2025-01-02  A database, SQLite",
        "ADR-0010  proposed    -           Caches",
    ]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("in_force", ["ADR-0002"]),
        ('"storage" in tags or status == "proposed"', ["ADR-0002", "ADR-0010"]),
        ('date < "2020"', []),
    ],
)
def test_a_filter_selects(log: Project, condition: str, expected: list[str]) -> None:
    assert [
        one["id"] for one in run_in(log, "list", "--filter", condition, "--format", "json").json
    ] == expected
    assert [line.split()[0] for line in run_in(log, "list", "--filter", condition).lines[1:]] == expected


def test_a_filter_that_does_not_parse_is_told(log: Project) -> None:
    ran = run_in(log, "list", "--filter", "statu == 'x'")
    assert ran.status == 2
    assert ran.err.endswith("no decision has a field 'statu'; did you mean 'status'?\n")


def test_a_status_that_does_not_exist_is_told(log: Project) -> None:
    ran = run_in(log, "list", "--filter", "status == 'acepted'")
    assert ran.status == 2
    assert ran.err.endswith("no decision can have the status 'acepted'; did you mean 'accepted'?\n")


def test_a_terminal_cuts_long_titles(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    project.write({"index.rst": f"Log\n===\n\n.. adr:: ADR-0001: {'long ' * 30}\n   :status: accepted\n"})
    (_, line) = run_in(project, "list", terminal=True).lines
    assert len(line) <= 60
    assert line.endswith("…")
    assert run_in(project, "list").lines[1].count("long") == 30


STANDING = {
    "index.rst": "Log\n===\n",
    "adr/0001-files.rst": "1. Files\n========\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nIt grows.\n\nDecision\n--------\n\nWe use files.\n",
    "adr/notes.rst": "Notes\n=====\n\nSome.\n",
}


def test_documents_are_listed_with_what_became_of_them(project: Project) -> None:
    project.write(STANDING).configure(adr_documents=["adr/*"])
    ran = run_in(project, "list", "--unread")
    assert [line.split()[:2] for line in ran.lines[1:]] == [
        ["adr/0001-files.rst", "1"],
        ["adr/notes.rst", "unread"],
    ]
    assert "2 documents, 1 of them unread" in ran.err
    told = run_in(project, "list", "--unread", "--format", "json").json
    assert [one["docname"] for one in told if one["unread"]] == ["adr/notes"]
    assert told[0]["conventions"]


def test_a_log_without_such_documents_says_so(log: Project) -> None:
    ran = run_in(log, "list", "--unread")
    assert (ran.status, ran.out) == (0, "")
    assert "adr_documents names no documents" in ran.err


# -- show -----------------------------------------------------------------------------------------------------


def test_a_decision_is_shown_with_what_follows(log: Project) -> None:
    out = run_in(log, "show", "ADR-0001").out
    for line in (
        "ADR-0001: Files\n",
        "superseded (written: accepted)\n",
        "Superseded by  ADR-0002\n",
        "Deciders       D. Okafor, M. Ortiz\n",
        "  R-1 (covered) Fast\n",
        "  R-2 (lost) Cheap\n",
    ):
        assert line in out


@pytest.mark.parametrize("name", ["2", "adr-2", "ADR 0002", "A database, SQLite"])
def test_a_decision_is_found_by_its_names(log: Project, name: str) -> None:
    assert run_in(log, "show", name, "--format", "json").json["id"] == "ADR-0002"


def test_a_decision_that_is_not_there(log: Project) -> None:
    ran = run_in(log, "show", "ADR-0020")
    assert ran.status == 2
    assert ran.err.endswith("there is no decision 'ADR-0020'; did you mean ADR-0002?\n")


def test_an_id_that_is_claimed_twice(log: Project) -> None:
    log.write({"more.rst": ":orphan:\n\nMore\n====\n\n.. adr:: ADR-0002: Other\n   :status: accepted\n"})
    ran = run_in(log, "show", "ADR-0002")
    assert ran.status == 2
    assert "more.rst:6" in ran.err


# -- export ---------------------------------------------------------------------------------------------------


def test_the_register_is_that_of_the_build(log: Project) -> None:
    told = run_in(log, "export").json
    assert told == log.build("adr").register
    told = run_in(log, "export", "--filter", "in_force").json
    assert [one["id"] for one in told["decisions"]] == ["ADR-0002"]
    assert len(told["requirements"]) == 2


def test_csv_has_a_line_for_each_decision(log: Project) -> None:
    ran = run_in(log, "export", "--format", "csv")
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert [row["id"] for row in rows] == ["ADR-0001", "ADR-0002", "ADR-0010"]
    assert rows[1]["title"] == "A database, SQLite"
    assert rows[0]["deciders"] == "D. Okafor; M. Ortiz"
    assert rows[0]["in_force"] == "no"
    assert rows[0]["superseded_by"] == "ADR-0002"


def test_csv_holds_what_is_in_effect_and_json_what_would_be(project: Project) -> None:
    proposal = RST.directive("adr", "ADR-2: Two", status="proposed", supersedes="ADR-1")
    old = RST.directive("adr", "ADR-1: One", status="accepted")
    project.write({"index.rst": RST.page(RST.title("Log"), old, proposal)})
    rows = list(csv.DictReader(run_in(project, "export", "--format", "csv").out.splitlines()))
    assert [(row["supersedes"], row["superseded_by"]) for row in rows] == [("", ""), ("", "")]
    told = run_in(project, "export").json["decisions"]
    assert [(one["supersedes"], one["superseded_by"]) for one in told] == [([], []), ([], [])]
    assert [(link["target"], link["state"]) for link in told[1]["links"]] == [("ADR-1", "prospective")]


def test_the_digest_has_what_is_in_force(log: Project) -> None:
    assert run_in(log, "export", "--format", "markdown").out == (
        "# Decisions in force: Meter\n\n"
        "- **ADR-0002 A database, SQLite** (2025-01-02): Data goes to one file. [R-1]\n"
        "\n2 more are pending, retired or of unknown status.\n"
    )


@needs_myst
def test_the_digest_of_the_demonstration_is_short(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs" / "demo"
    project = Project(tmp_path / "docs")
    for path in docs.rglob("*.*"):
        project.write({path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")})
    digest = run_in(project, "export", "--format", "markdown").out
    sources = sum(len(path.read_text(encoding="utf-8")) for path in (docs / "decisions").iterdir())
    assert len(digest) < sources / 15
    assert digest.count("\n- **ADR-") >= 10


def test_a_closed_pipe_is_no_fault(log: Project) -> None:
    log.write_conf()
    command = [sys.executable, "-m", "sphinx_adr", "export", str(log.source)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


def test_a_list_without_decisions_says_so(project: Project) -> None:
    project.write({"index.rst": "Log\n===\n"})
    ran = run_in(project, "list")
    assert (ran.status, ran.out, ran.err) == (0, "", "no decisions\n")
    assert run_in(project, "list", "--format", "json").out == "[]\n"
