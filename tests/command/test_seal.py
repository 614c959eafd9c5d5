"""``sphinx-adr seal``: what was accepted stays as it was accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ..support import Markup, Project
from .running import run_in


def page(markup: Markup, *, decision: str = "We use files.", status: str = "accepted", more: str = "") -> str:
    body = f"### Decision\n\n{decision}" if markup.suffix == ".md" else f"Decision\n--------\n\n{decision}"
    return markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-0001: Files", body, status=status, date="2025-01-02"),
        markup.directive("adr", "ADR-0002: Tapes", status="proposed", date="2025-01-02"),
        more,
    )


def seals(project: Project) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((project.source / "adr-seal.json").read_text(encoding="utf-8"))
    return {name: told for name, told in found.items() if name != "format_version"}


def test_what_is_accepted_is_sealed(project: Project, markup: Markup) -> None:
    project.write({f"index{markup.suffix}": page(markup)})
    ran = run_in(project, "seal")
    assert (ran.status, ran.lines) == (0, ["sealed ADR-0001: Files"])
    assert list(seals(project)) == ["ADR-0001"]
    again = run_in(project, "seal")
    assert (again.status, again.out) == (0, "")
    assert "nothing new" in again.err


def test_check_tells_what_is_not_sealed_and_writes_nothing(project: Project, markup: Markup) -> None:
    project.write({f"index{markup.suffix}": page(markup)})
    ran = run_in(project, "seal", "--check")
    assert ran.status == 1
    assert "[adr.not-sealed]" in ran.out
    assert not (project.source / "adr-seal.json").exists()
    run_in(project, "seal")
    ran = run_in(project, "seal", "--check")
    assert (ran.status, ran.out) == (0, "")


def test_a_changed_word_is_told_and_not_sealed_by_itself(project: Project, markup: Markup) -> None:
    name = f"index{markup.suffix}"
    project.write({name: page(markup)})
    run_in(project, "seal")
    before = seals(project)
    project.write({name: page(markup, decision="We use tapes.")})
    for arguments in ([], ["--check"]):
        ran = run_in(project, "seal", *arguments)
        assert ran.status == 1
        assert "[adr.sealed-changed]" in ran.out
    assert seals(project) == before
    ran = run_in(project, "seal", "--again", "ADR-0001")
    assert (ran.status, ran.lines) == (0, ["sealed ADR-0001: Files"])
    assert seals(project) != before


def test_text_that_is_only_broken_anew_is_the_same(project: Project, markup: Markup) -> None:
    name = f"index{markup.suffix}"
    project.write({name: page(markup)})
    run_in(project, "seal")
    project.write({name: page(markup, decision="We  use\nfiles.")})
    assert run_in(project, "seal", "--check").status == 0


def test_a_record_that_is_gone_is_told_until_it_is_forgotten(project: Project, markup: Markup) -> None:
    name = f"index{markup.suffix}"
    project.write({name: page(markup)})
    run_in(project, "seal")
    project.write({name: page(markup).replace("ADR-0001", "ADR-0007")})
    ran = run_in(project, "seal")
    assert ran.status == 1
    assert "[adr.sealed-lost]" in ran.out
    assert "sealed ADR-0007: Files" in ran.lines
    assert run_in(project, "seal", "--forget", "ADR-0001").status == 0
    assert list(seals(project)) == ["ADR-0007"]
    assert run_in(project, "seal", "--forget", "ADR-0001").status == 2


def test_a_file_that_cannot_be_read_is_left_alone(project: Project, markup: Markup) -> None:
    project.write({f"index{markup.suffix}": page(markup), "adr-seal.json": "<<<<<<< HEAD\n"})
    ran = run_in(project, "seal")
    assert ran.status == 2
    assert (project.source / "adr-seal.json").read_text() == "<<<<<<< HEAD\n"
    assert run_in(project, "seal", "--check").status == 1


def test_a_filter_says_what_is_sealed(project: Project, markup: Markup) -> None:
    other = markup.directive("adr", "ADR-0003: Own", status="accepted", date="2025-01-02", tags="own")
    name = f"index{markup.suffix}"
    project.configure(adr_seal_filter='"own" in tags').write({name: page(markup, more=other)})
    checked = run_in(project, "seal", "--check")
    assert checked.out.count("[adr.not-sealed]") == 1
    assert "ADR-0003 is accepted and not sealed" in checked.out
    assert run_in(project, "seal").lines == ["sealed ADR-0003: Own"]
    assert run_in(project, "seal", "--check").status == 0
    # What the file holds is kept, whatever the filter says.
    project.configure(adr_seal_filter="'own' not in tags")
    assert run_in(project, "seal").lines == ["sealed ADR-0001: Files"]
    assert list(seals(project)) == ["ADR-0001", "ADR-0003"]
    project.configure(adr_seal_filter='"own" in tags').write({name: page(markup, decision="No.", more=other)})
    assert "[adr.sealed-changed]" in run_in(project, "seal", "--check").out


def test_a_filter_that_does_not_parse_is_told(project: Project, markup: Markup) -> None:
    project.configure(adr_seal_filter="tags has own").write({f"index{markup.suffix}": page(markup)})
    ran = run_in(project, "check")
    assert ran.out.count("[adr.config-invalid]") == 1
    assert "adr_seal_filter" in ran.out


def test_lines_are_sorted_and_two_branches_merge(project: Project) -> None:
    records = {
        n: f".. adr:: ADR-{n}: N\n   :status: accepted\n   :date: 2025-01-02\n\n" for n in (2, 10, 9, 1)
    }
    project.write({"index.rst": "Log\n===\n\n" + records[2] + records[10]})
    run_in(project, "seal")
    base = (project.source / "adr-seal.json").read_text().splitlines()
    branches = []
    for number in (1, 9):
        project.write({"index.rst": "Log\n===\n\n" + records[2] + records[10] + records[number]})
        project.write({"adr-seal.json": "\n".join(base) + "\n"})
        run_in(project, "seal")
        branches.append((project.source / "adr-seal.json").read_text().splitlines())
    assert all([line for line in branch if line in base] == base for branch in branches)
    assert list(seals(project)) == ["ADR-2", "ADR-9", "ADR-10"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_of_the_file_stay(project: Project, ending: str) -> None:
    project.write({"index.rst": "Log\n===\n\n.. adr:: ADR-0001: N\n   :status: accepted\n"})
    (project.source / "adr-seal.json").write_bytes(
        f'{{{ending}"format_version": 1{ending}}}{ending}'.encode()
    )
    run_in(project, "seal")
    data = (project.source / "adr-seal.json").read_bytes()
    assert data.count(ending.encode()) == data.count(b"\n") == 4


@pytest.mark.parametrize("last", ["\n", ""])
def test_mark_and_last_line_end_of_the_file_stay(project: Project, last: str) -> None:
    project.write({"index.rst": "Log\n===\n\n.. adr:: ADR-0001: N\n   :status: accepted\n"})
    (project.source / "adr-seal.json").write_bytes(b'\xef\xbb\xbf{\n"format_version": 1\n}' + last.encode())
    assert run_in(project, "seal").status == 0
    data = (project.source / "adr-seal.json").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf{\n"ADR-0001": ')
    assert data.endswith(b"1\n}" + last.encode())
    assert run_in(project, "seal", "--check").status == 0


def test_a_link_to_the_outside_is_not_followed(project: Project, tmp_path: Path) -> None:
    project.write({"index.rst": "Log\n===\n\n.. adr:: ADR-0001: N\n   :status: accepted\n"})
    outside = tmp_path / "seal.json"
    outside.write_text('{\n"format_version": 1\n}\n')
    (project.source / "adr-seal.json").symlink_to(outside)
    ran = run_in(project, "seal")
    assert ran.status == 2
    assert "not in the documentation's folder" in ran.err
    assert outside.read_text() == '{\n"format_version": 1\n}\n'


def test_an_unsealed_decision_is_not_sealed_again(project: Project) -> None:
    project.write({"index.rst": "Log\n===\n\n.. adr:: ADR-0001: N\n   :status: proposed\n"})
    ran = run_in(project, "seal", "--again", "1")
    assert ran.status == 2
    assert "ADR-0001 is not sealed" in ran.err
