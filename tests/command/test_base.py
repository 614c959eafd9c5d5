"""``sphinx-adr check --base``: what a branch does to the log, for its review."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ..support import Project
from .running import Ran, run_in

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

REQUIREMENTS = ".. adr-requirement:: R-1: Fast\n\n.. adr-requirement:: R-2: Cheap\n"
TOCTREE = ".. toctree::\n   :glob:\n\n   adr/*\n"


def record(number: int, title: str, *, text: str = "We do.", status: str = "accepted", more: str = "") -> str:
    head = f"ADR-{number:04}: {title}\n" + "=" * 40
    return f"{head}\n\n.. adr::\n   :status: {status}\n   :date: 2025-01-02\n{more}\nDecision\n--------\n\n{text}\n"


class Repository:
    """A repository whose folder ``docs`` is a documentation."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.root = project.source.parent
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> None:
        names = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        aside = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            check=True,
            env=os.environ | names | aside,
            capture_output=True,
        )

    def commit(self, files: dict[str, str], *gone: str) -> None:
        self.project.write(files).write_conf()
        for name in gone:
            (self.project.source / name).unlink()
        self.git("add", "-A", "docs")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    def check(self, *arguments: str) -> Ran:
        return run_in(self.project, "check", *arguments)

    def found(self) -> list[tuple[str, str]]:
        """The codes that a comparison with main finds, each with the ID that it is about."""
        findings = self.check("--base", "main", "--format", "json").json["findings"]
        return [(one["code"], re.search(r"ADR-\d+|R-\d", one["message"])[0]) for one in findings]  # type: ignore[index]


@pytest.fixture
def repository(project: Project) -> Repository:
    found = Repository(project)
    found.commit(
        {
            "index.rst": f"Log\n===\n\n{REQUIREMENTS}\n{TOCTREE}",
            "adr/0001-files.rst": record(1, "Files", more="   :requirements: R-1\n"),
            "adr/0002-tapes.rst": record(2, "Tapes", status="proposed"),
        }
    )
    found.git("checkout", "-q", "-b", "branch")
    return found


def test_a_branch_without_changes_has_no_findings(repository: Repository) -> None:
    ran = repository.check("--base", "main")
    assert (ran.status, ran.out) == (0, "")


def test_a_number_that_both_sides_took(repository: Repository) -> None:
    repository.commit({"adr/0003-discs.rst": record(3, "Discs")})
    repository.git("checkout", "-q", "main")
    repository.commit({"adr/0003-clouds.rst": record(3, "Clouds")})
    repository.git("checkout", "-q", "branch")
    assert repository.found() == [("base-id-taken", "ADR-0003")]
    ran = repository.check("--base", "main")
    assert ran.status == 1
    path = repository.project.source / "adr/0003-clouds.rst"
    assert f"ADR-0003 is taken on main too, by 'Clouds' in {path};" in ran.out
    assert "adr/0003-discs.rst:4: warning:" in ran.out


def test_the_same_record_on_both_sides_is_no_finding(repository: Repository) -> None:
    files = {"adr/0003-discs.rst": record(3, "Discs")}
    repository.commit(files)
    repository.git("checkout", "-q", "main")
    repository.commit(files)
    repository.git("checkout", "-q", "branch")
    assert repository.found() == []


def test_a_record_that_the_branch_moves_and_renames_is_no_other_one(repository: Repository) -> None:
    repository.commit({"adr/0002-bands.rst": record(2, "Bands", status="proposed")}, "adr/0002-tapes.rst")
    repository.git("checkout", "-q", "main")
    repository.commit({"adr/0004-more.rst": record(4, "More")})
    repository.git("checkout", "-q", "branch")
    assert repository.found() == []


def test_accepted_text_that_changed(repository: Repository) -> None:
    repository.commit(
        {"adr/0001-files.rst": record(1, "Files", text="We do not.", more="   :requirements: R-1\n")}
    )
    assert repository.found() == [("base-text-changed", "ADR-0001")]


def test_proposed_text_and_line_breaks_may_change(repository: Repository) -> None:
    repository.commit(
        {
            "adr/0001-files.rst": record(
                1, "Files", text="We\n do.".replace(" ", ""), more="   :requirements: R-1\n"
            ),
            "adr/0002-tapes.rst": record(2, "Tapes", text="Other.", status="accepted"),
        }
    )
    assert repository.found() == []


def test_what_changed_on_the_other_side_alone_is_not_of_the_branch(repository: Repository) -> None:
    repository.git("checkout", "-q", "main")
    repository.commit(
        {"adr/0001-files.rst": record(1, "Files", text="Changed.", more="   :requirements: R-1\n")}
    )
    repository.git("checkout", "-q", "branch")
    assert repository.found() == []


def test_a_record_that_was_deleted(repository: Repository) -> None:
    repository.commit({}, "adr/0002-tapes.rst")
    assert repository.found() == [("base-record-deleted", "ADR-0002")]


def test_a_record_with_a_new_id_is_there(repository: Repository) -> None:
    repository.commit(
        {"adr/0005-tapes.rst": record(5, "Tapes", status="proposed", more="   :formerly: ADR-0002\n")},
        "adr/0002-tapes.rst",
    )
    assert repository.found() == []


def test_a_requirement_that_was_covered(repository: Repository) -> None:
    repository.commit({"adr/0001-files.rst": record(1, "Files")})
    assert repository.found() == [("base-requirement-lost", "R-1")]


def test_a_requirement_that_a_rule_tells_is_told_once(repository: Repository) -> None:
    repository.commit({"adr/0003-discs.rst": record(3, "Discs", more="   :supersedes: ADR-0001\n")})
    assert [code for code, _ in repository.found()] == ["requirement-lost"]


def test_the_comment_for_a_review(repository: Repository) -> None:
    repository.commit(
        {
            "adr/0003-discs.rst": record(
                3, "*Discs* | x", more="   :supersedes: ADR-0001\n   :requirements: R-1\n"
            )
        }
    )
    assert repository.check("--base", "main", "--format", "markdown").out == (
        "## Decision log\n\n"
        "No findings in 3 decisions, compared with `main`.\n"
        "\n### Changes\n\n"
        "- ADR-0001 was accepted and is superseded: Files\n"
        "- ADR-0003 is new: Discs \\| x (accepted)\n"
    )


def test_the_comment_where_nothing_changed(repository: Repository) -> None:
    assert repository.check("--base", "main", "--format", "markdown").out == (
        "## Decision log\n\n"
        "No findings in 2 decisions, compared with `main`.\n"
        "\nNo decision is new, or has another status.\n"
    )
    assert repository.check("--format", "markdown").out == "## Decision log\n\nNo findings in 2 decisions.\n"


def test_the_comment_tells_findings_before_changes(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.root)
    more = "   :formerly: ADR-0002\n   :requirements: R-2\n"
    repository.commit(
        {
            "adr/0001-files.rst": record(1, "Files", text="We do not.", more="   :requirements: R-1\n"),
            "adr/0005-bands.rst": record(5, "Bands", more=more),
        },
        "adr/0002-tapes.rst",
    )
    assert repository.check("--base", "main", "--format", "markdown").out == (
        "## Decision log\n\n"
        "1 finding in 2 decisions, compared with `main`.\n"
        "\n### Findings\n\n"
        "- `docs/adr/0001-files.rst:4` the text of ADR-0001, which was accepted on main, has changed; "
        "supersede it, or add an adr-amendment (`adr.base-text-changed`)\n"
        "\n### Changes\n\n"
        "- ADR-0005 was ADR-0002: Bands\n"
        "- ADR-0005 was proposed and is accepted: Bands\n"
        "- ADR-0005 was called 'Tapes': Bands\n"
        "- requirement R-2 was uncovered and is covered, by ADR-0005\n"
    )


def test_a_moved_file_is_a_change_and_no_finding(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.root)
    text = (repository.project.source / "adr/0001-files.rst").read_text(encoding="utf-8")
    index = f"Log\n===\n\n{REQUIREMENTS}\n{TOCTREE}   old/*\n"
    repository.commit({"old/0001-files.rst": text, "index.rst": index}, "adr/0001-files.rst")
    ran = repository.check("--base", "main", "--format", "markdown")
    assert ran.status == 0
    assert "- ADR-0001 has moved from docs/adr/0001-files.rst to docs/old/0001-files.rst: Files\n" in ran.out


def test_uncommitted_changes_count(repository: Repository) -> None:
    (repository.project.source / "adr/0002-tapes.rst").unlink()
    assert repository.found() == [("base-record-deleted", "ADR-0002")]


def test_they_are_findings_like_others(repository: Repository) -> None:
    repository.commit({}, "adr/0002-tapes.rst")
    ran = repository.check("--base", "main", "--format", "sarif", "--fail-on", "base-id-taken")
    assert ran.status == 0
    (run,) = ran.json["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["adr.base-record-deleted"]
    assert repository.check("--base", "main", "--fail-on", "base-record-deleted").status == 1


def test_a_documentation_that_is_new(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "empty")
    repository.git("rm", "-q", "-r", "--cached", ".")
    repository.git("commit", "-q", "--allow-empty", "-m", "x")
    ran = repository.check("--base", "empty", "--format", "markdown")
    assert ran.status == 0
    assert "ADR-0001 is new" in ran.out


def test_what_cannot_be_compared(repository: Repository, tmp_path: Path) -> None:
    ran = repository.check("--base", "absent")
    assert ran.status == 2
    assert "knows no revision 'absent'" in ran.err
    assert repository.check("--base", "--upload-pack=x").status == 2
    shutil.rmtree(repository.root / ".git")
    ran = repository.check("--base", "main")
    assert ran.status == 2
    assert "git" in ran.err


def test_the_working_tree_stays_as_it_is(repository: Repository) -> None:
    before = {
        path: path.read_bytes()
        for path in repository.root.rglob("*")
        if path.is_file() and "cache" not in path.parts
    }
    repository.check("--base", "main")
    now = {
        path: path.read_bytes()
        for path in repository.root.rglob("*")
        if path.is_file() and "cache" not in path.parts
    }
    assert {path for path in now if now[path] != before.get(path)} == set()
