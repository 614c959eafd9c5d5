"""``sphinx-adr supersede``: one line in the newer record, in the form that it has."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sphinx_adr.command.statement import Statement, beside_status

from ..conftest import needs_myst
from ..support import Markup, Project
from .running import run_in

OLD = "Old\n===\n\n.. adr:: ADR-0001: Old\n   :status: accepted\n   :date: 2024-01-01\n"
OTHER = "Other\n=====\n\n.. adr:: ADR-0002: Other\n   :status: accepted\n   :date: 2024-01-02\n"
LOG = {"index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   *\n", "old.rst": OLD, "other.rst": OTHER}

RST_HEAD = "New\n===\n\n.. adr:: ADR-0003: New\n"
MD_HEAD = "# New\n\n```{adr} ADR-0003: New\n"

DIRECTIVES = [
    (
        "new.rst",
        RST_HEAD + "   :status: accepted\n\n   Body.\n",
        "   :supersedes: ADR-0001\n",
        "   :status: accepted\n",
    ),
    ("new.rst", RST_HEAD + "\n   Body.\n", "   :supersedes: ADR-0001\n", ".. adr:: ADR-0003: New\n"),
    (
        "new.rst",
        "ADR-0003: New\n=============\n\n.. adr::\n  :status: accepted\n",
        "  :supersedes: ADR-0001\n",
        "  :status: accepted\n",
    ),
    (
        "new.rst",
        RST_HEAD + "   :status: accepted\n   :summary: long\n      and longer\n",
        "   :supersedes: ADR-0001\n",
        "      and longer\n",
    ),
    (
        "new.rst",
        "New\n===\n\n.. note::\n\n   .. adr:: ADR-0003: New\n      :status: accepted\n",
        "      :supersedes: ADR-0001\n",
        "      :status: accepted\n",
    ),
    (
        "new.md",
        MD_HEAD + ":status: accepted\n\nBody.\n```\n",
        ":supersedes: ADR-0001\n",
        ":status: accepted\n",
    ),
    ("new.md", MD_HEAD + "```\n", ":supersedes: ADR-0001\n", "```{adr} ADR-0003: New\n"),
    (
        "new.md",
        "# ADR-0003: New\n\n:::{adr}\n:status: accepted\n:::\n",
        ":supersedes: ADR-0001\n",
        ":status: accepted\n",
    ),
    (
        "new.md",
        MD_HEAD + "---\nstatus: accepted\n---\nBody.\n```\n",
        "supersedes: ADR-0001\n",
        "status: accepted\n",
    ),
]

CHANGED = [
    (
        "new.rst",
        RST_HEAD + "   :supersedes: ADR-0002\n   :status: accepted\n",
        "   :supersedes: ADR-0002\n",
        "   :supersedes: ADR-0002, ADR-0001\n",
    ),
    (
        "new.rst",
        RST_HEAD + "   :replaces: ADR-0002\n   :status: accepted\n",
        "   :replaces: ADR-0002\n",
        "   :replaces: ADR-0002, ADR-0001\n",
    ),
    (
        "new.rst",
        RST_HEAD + "   :status: accepted\n   :supersedes:\n",
        "   :supersedes:\n",
        "   :supersedes: ADR-0001\n",
    ),
    (
        "new.rst",
        RST_HEAD + "   :status: accepted\n   :supersedes:\n     ADR-0002\n",
        "     ADR-0002\n",
        "     ADR-0002, ADR-0001\n",
    ),
    (
        "new.md",
        MD_HEAD + ":status: accepted\n:supersedes: [ADR-0002]\n```\n",
        ":supersedes: [ADR-0002]\n",
        ":supersedes: [ADR-0002, ADR-0001]\n",
    ),
]


def documents(status: str, rest: str = "") -> str:
    return f"{status}\n## Context\n\nC.\n\n## Decision\n\nD.\n{rest}"


STANDING = [
    (
        "adr/0003-new.md",
        "---\nstatus: accepted\ndate: 2024-01-03\n---\n# New\n" + documents(""),
        "supersedes: ADR-0001\n",
    ),
    (
        "adr/0003-new.md",
        "---\r\nstatus: accepted\r\n---\r\n# New\r\n\r\n## Context\r\n\r\nC.\r\n\r\n## Decision\r\n\r\nD.\r\n",
        "supersedes: ADR-0001\r\n",
    ),
    (
        "adr/0003-new.md",
        "# 3. New\n\nDate: 2024-01-03\n\n" + documents("## Status\n\nAccepted\n"),
        "\nSupersedes [ADR-0001](../old.rst)\n",
    ),
    (
        "adr/0003-new.md",
        "# New\n\n* Status: accepted\n* Date: 2024-01-03\n" + documents(""),
        "* Supersedes: ADR-0001\n",
    ),
    (
        "adr/0003-new.md",
        "# New\n\n- **Status:** accepted\n- **Date:** 2024-01-03\n" + documents(""),
        "- **Supersedes:** ADR-0001\n",
    ),
    (
        "adr/0003-new.rst",
        "3. New\n======\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nC.\n\nDecision\n--------\n\nD.\n",
        "\nSupersedes ADR-0001\n",
    ),
    (
        "adr/0003-new.rst",
        "New\n===\n\n:Status: accepted\n:Date: 2024-01-03\n\nContext\n-------\n\nC.\n\nDecision\n--------\n\nD.\n",
        ":Supersedes: ADR-0001\n",
    ),
]

STANDING_CHANGED = [
    ("supersedes: ADR-0002", "supersedes: [ADR-0002, ADR-0001]"),
    ("supersedes: [ADR-0002]", "supersedes: [ADR-0002, ADR-0001]"),
    ("supersedes:\n  - ADR-0002", "supersedes:\n  - ADR-0002\n  - ADR-0001"),
    ("supersedes:", "supersedes: ADR-0001"),
    ("Supersedes: []  ", "Supersedes: [ADR-0001]"),
]


def superseded(project: Project, name: str, content: bytes | str) -> bytes:
    """The content of the file *name* after its decision was made to supersede another one."""
    if name.endswith(".md"):
        pytest.importorskip("myst_parser")
    path = project.write(LOG).source / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    project.configure(adr_documents=["adr/*"])
    others = {one: one.read_bytes() for one in project.source.rglob("*.*") if one != path}
    ran = run_in(project, "supersede", "ADR-0001", "ADR-0003")
    assert ran.status == 0, ran.err
    assert Path(ran.out.strip()).name == path.name
    assert all(one.read_bytes() == before for one, before in others.items() if one.name != "conf.py")
    register = project.build("adr").register
    (old,) = [one for one in register["decisions"] if one["id"] == "ADR-0001"]
    (new,) = [one for one in register["decisions"] if one["id"] == "ADR-0003"]
    assert [link["target"] for link in new["links"] if link["kind"] == "supersedes" and link["part"] is None][
        -1
    ] == "ADR-0001"
    assert old["links"] == []
    return path.read_bytes()


@pytest.mark.parametrize(("name", "content", "line", "after"), DIRECTIVES)
def test_an_option_is_added_to_the_directive(
    project: Project, name: str, content: str, line: str, after: str
) -> None:
    expected = content.replace(after, after + line, 1)
    assert superseded(project, name, content).decode() == expected


@pytest.mark.parametrize(("name", "content", "line", "becomes"), CHANGED)
def test_an_option_that_is_there_is_added_to(
    project: Project, name: str, content: str, line: str, becomes: str
) -> None:
    assert superseded(project, name, content).decode() == content.replace(line, becomes)


@pytest.mark.parametrize(("name", "content", "added"), STANDING)
def test_a_document_as_it_stands_says_it_in_its_form(
    project: Project, name: str, content: str, added: str
) -> None:
    after = superseded(project, name, content).decode()
    assert after.count(added) == 1
    assert after.replace(added, "", 1) == content


@needs_myst
@pytest.mark.parametrize(("before", "becomes"), STANDING_CHANGED)
def test_front_matter_is_added_to(project: Project, before: str, becomes: str) -> None:
    content = "---\nstatus: accepted\n{}\ndate: 2024-01-03\n---\n# New\n" + documents("")
    after = superseded(project, "adr/0003-new.md", content.format(before)).decode()
    assert after == content.format(becomes)


def test_line_ends_and_encoding_stay(project: Project) -> None:
    content = (
        b"\xef\xbb\xbf"
        + (RST_HEAD + "   :status: accepted\n\n   Gr\u00fc\u00dfe.\n").replace("\n", "\r\n").encode()
    )
    after = superseded(project, "new.rst", content)
    assert after == content.replace(b"accepted\r\n", b"accepted\r\n   :supersedes: ADR-0001\r\n")


def test_a_file_without_a_last_line_end_keeps_that(project: Project) -> None:
    content = RST_HEAD + "   :status: accepted"
    assert superseded(project, "new.rst", content).decode() == content + "\n   :supersedes: ADR-0001"


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_another_encoding_stays(project: Project, markup: Markup, ending: str) -> None:
    page = markup.page(
        markup.title("Größe"),
        markup.directive("adr", "ADR-0003: Größe", "Grüße.", status="accepted"),
    )
    content = page.rstrip("\n").replace("\n", ending or "\n") + ending
    project.configure(source_encoding="latin-1", suppress_warnings=["config.cache"])
    after = superseded(project, f"new{markup.suffix}", content.encode("latin-1"))
    first, _ = after.decode("latin-1").split(":supersedes: ADR-0001")
    line = first.rpartition("\n")[2] + ":supersedes: ADR-0001" + (ending or "\n")
    assert after.replace(line.encode(), b"") == content.encode("latin-1")
    assert after.endswith(b"\r\n" if ending == "\r\n" else ending.encode())


def test_bytes_that_are_no_text_stay(project: Project) -> None:
    content = (RST_HEAD + "   :status: accepted\n\n   Gr\u00fc\u00dfe.\n").encode("latin-1")
    project.write(LOG)
    (project.source / "new.rst").write_bytes(content)
    ran = run_in(project, "supersede", "ADR-0001", "ADR-0003")
    # Newer versions of Sphinx read no such file; older ones do.
    stated = content.replace(b"accepted\n", b"accepted\n   :supersedes: ADR-0001\n")
    assert (project.source / "new.rst").read_bytes() == (stated if ran.status == 0 else content)
    assert (ran.status, "cannot be read" in ran.err) in ((0, False), (2, True))


def test_one_of_several_on_a_page(project: Project) -> None:
    page = "Page\n====\n\n" + "\n".join(
        f".. adr:: ADR-000{n}: N{n}\n   :status: accepted\n\n   Body.\n" for n in (3, 4, 5)
    )
    assert superseded(project, "new.rst", page).decode() == page.replace(
        "accepted", "accepted\n   :supersedes: ADR-0001", 1
    )


def test_one_of_several_sections_on_a_page(project: Project) -> None:
    pytest.importorskip("myst_parser")
    page = "# Decisions\n\n" + "\n".join(
        f"## ADR-000{n}: N{n}\n\n### Status\n\nAccepted\n\n### Context\n\nC.\n\n### Decision\n\nD.\n"
        for n in (4, 3, 5)
    )
    after = superseded(project, "adr/all.md", page).decode()
    added = "\nSupersedes [ADR-0001](../old.rst)\n"
    assert after.replace(added, "", 1) == page
    assert after.index("ADR-0003:") < after.index(added) < after.index("ADR-0005:")


# -- what is said about it -------------------------------------------------------------------------------------


def test_a_pending_decision_replaces_once_it_is_accepted(project: Project) -> None:
    project.write(LOG | {"new.rst": RST_HEAD + "   :status: proposed\n"})
    assert "once ADR-0003 is accepted" in run_in(project, "supersede", "1", "3").err


@pytest.mark.parametrize("file", ["new.rst", "old.rst"])
def test_what_one_side_says_is_not_said_again(project: Project, file: str) -> None:
    project.write(LOG | {"new.rst": RST_HEAD + "   :status: accepted\n"})
    options = {"new.rst": "   :supersedes: ADR-0001\n", "old.rst": "   :superseded-by: ADR-0003\n"}
    path = project.source / file
    path.write_text(path.read_text() + options[file])
    before = {one: one.read_bytes() for one in project.source.glob("*.rst")}
    ran = run_in(project, "supersede", "ADR-0001", "ADR-0003")
    assert ran.status == 0
    assert "already" in ran.err
    assert before == {one: one.read_bytes() for one in project.source.glob("*.rst")}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ADR-0001", "ADR-0001", "cannot supersede itself"),
        ("ADR-0001", "ADR-0009", "there is no decision 'ADR-0009'"),
        ("ADR-0003", "ADR-0001", "would be a circle"),
    ],
)
def test_what_cannot_be(project: Project, old: str, new: str, said: str) -> None:
    project.write(LOG | {"new.rst": RST_HEAD + "   :status: accepted\n   :supersedes: ADR-0002\n"})
    project.write({"other.rst": OTHER + "   :supersedes: ADR-0001\n"})
    ran = run_in(project, "supersede", old, new)
    assert ran.status == 2
    assert said in ran.err


def test_a_record_without_room_for_it_stays_as_it_was(project: Project) -> None:
    new = "ADR-0003: New\n=============\n\nContext\n-------\n\nC.\n\nDecision\n--------\n\nD.\n"
    project.write(LOG | {"adr/0003-new.rst": new}).configure(adr_documents=["adr/*"])
    ran = run_in(project, "supersede", "1", "3")
    assert ran.status == 2
    assert "by hand" in ran.err
    assert (project.source / "adr/0003-new.rst").read_text() == new


def test_a_line_that_is_not_read_as_meant_is_taken_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sphinx_adr.command import supersede

    project.write(LOG | {"new.rst": RST_HEAD + "   :status: accepted\n"})
    monkeypatch.setattr(supersede, "in_directive", lambda text, line, statement: text + "\nNonsense.\n")
    ran = run_in(project, "supersede", "1", "3")
    assert ran.status == 2
    assert "by hand" in ran.err
    assert (project.source / "new.rst").read_text() == RST_HEAD + "   :status: accepted\n"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_file_is_whole_whatever_happens(
    project: Project, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fails(handle: int) -> None:
        raise fault

    project.write(LOG | {"new.rst": RST_HEAD + "   :status: accepted\n"}).write_conf()
    before = {one: one.read_bytes() for one in project.source.iterdir() if one.is_file()}
    monkeypatch.setattr(os, "fsync", fails)
    assert run_in(project, "supersede", "1", "3").status in (2, 130)
    assert before == {one: one.read_bytes() for one in project.source.iterdir() if one.is_file()}


def test_the_mode_of_the_file_stays(project: Project) -> None:
    project.write(LOG | {"new.rst": RST_HEAD + "   :status: accepted\n"})
    path = project.source / "new.rst"
    path.chmod(0o640)
    assert run_in(project, "supersede", "1", "3").status == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_outside_of_the_documentation_is_left_alone(project: Project, tmp_path: Path) -> None:
    outside = tmp_path / "new.txt"
    outside.write_text(".. adr:: ADR-0003: New\n   :status: accepted\n")
    project.write(LOG | {"new.rst": "New\n===\n\n.. include:: ../new.txt\n"})
    ran = run_in(project, "supersede", "1", "3")
    assert ran.status == 2
    assert "not in the documentation's folder" in ran.err
    assert "supersedes" not in outside.read_text()


@pytest.mark.parametrize("how", ["file", "folder"])
def test_a_link_to_the_outside_is_not_followed(project: Project, tmp_path: Path, how: str) -> None:
    (tmp_path / "outside").mkdir()
    outside = tmp_path / "outside" / "new.rst"
    outside.write_text(RST_HEAD + "   :status: accepted\n")
    project.write(LOG | {"index.rst": LOG["index.rst"] + "   there/new\n"})
    if how == "file":
        (project.source / "new.rst").symlink_to(outside)
    else:
        (project.source / "there").symlink_to(outside.parent)
    ran = run_in(project, "supersede", "1", "3")
    assert ran.status == 2
    assert "not in the documentation's folder" in ran.err
    assert outside.read_text() == RST_HEAD + "   :status: accepted\n"
    assert [path.name for path in outside.parent.iterdir()] == ["new.rst"]


def test_in_both_markups(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("New"), markup.directive("adr", "ADR-0003: New", "Body.", status="accepted")
    )
    after = superseded(project, f"new{markup.suffix}", page).decode()
    (line,) = set(after.splitlines()) - set(page.splitlines())
    assert line.strip() == ":supersedes: ADR-0001"


def test_a_line_of_nothing_but_blanks_is_passed_over() -> None:
    """However long it is: a pattern that tries every way to part it would not come to an end."""
    statement = Statement("ADR-0001", "old.rst")
    assert beside_status("a" + " " * 200_000 + "b\n* Status: accepted\n", 1, 1, statement) is None
