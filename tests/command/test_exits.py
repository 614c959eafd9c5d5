"""The exit status of each subcommand and format, and what ``check`` touches: no page, no network, no colour."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from sphinx_adr.command.formats import FORMATS

from ..support import Project
from .running import run, run_in

SOUND = {"index.rst": "Log\n===\n\n.. adr:: ADR-0001: One\n   :status: accepted\n   :date: 2025-01-02\n"}
FAULTY = {"index.rst": SOUND["index.rst"] + "   :supersedes: ADR-0009\n"}


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(("files", "status"), [(SOUND, 0), (FAULTY, 1)], ids=["sound", "faulty"])
def test_the_status_is_the_same_in_every_format(
    project: Project, format_: str, files: dict[str, str], status: int
) -> None:
    assert run_in(project.write(files), "check", "--format", format_).status == status
    assert run_in(project, "check", "--format", format_, "--fail-on", "none").status == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("list",), 0),
        (("list", "--format", "json"), 0),
        (("list", "--filter", "status ="), 2),
        (("show", "ADR-0001"), 0),
        (("show", "ADR-0009"), 2),
        (("export",), 0),
        (("export", "--format", "yaml"), 2),
        (("export", "--filter", "nonsense == 1"), 2),
        (("new", "Two"), 0),
        (("new", "One"), 2),
        (("new", "Two", "--supersedes", "9"), 2),
        (("supersede", "ADR-0001", "ADR-0001"), 2),
        (("seal", "--check"), 1),
        (("seal",), 0),
        (("seal", "--forget", "ADR-0001"), 2),
        (("check", "--fail-on", "nonsense"), 2),
        (("check", "--base", "main"), 2),
        (("check", "-j", "none"), 2),
        (("check", "-c", "/nowhere"), 2),
        (("check", "-D", "nonsense"), 2),
    ],
    ids=lambda told: " ".join(told) if isinstance(told, tuple) else None,
)
def test_the_status_of_each_subcommand(project: Project, arguments: tuple[str, ...], status: int) -> None:
    ran = run_in(project.write(SOUND), *arguments)
    assert ran.status == status, ran.err
    assert "Traceback" not in ran.err
    if status == 2:
        assert ran.err.strip()
        assert ran.out == ""


@pytest.mark.parametrize(
    "arguments", [(), ("nonsense",), ("check", "--nonsense"), ("show",), ("check", "a", "b")]
)
def test_a_wrong_use_is_two(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).status == 2


@pytest.mark.parametrize("command", [("check",), ("list",), ("export",), ("seal", "--check")])
def test_nothing_is_asked_of_the_network(
    project: Project, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    asked: list[Any] = []

    def refuse(*arguments: Any, **_options: Any) -> NoReturn:
        asked.append(arguments)
        raise OSError("no network here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    project.extensions.append("sphinx.ext.intersphinx")
    project.configure(intersphinx_mapping={"python": ("https://docs.python.org/3/", None)})
    ran = run_in(project.write(SOUND), *command)
    assert ran.status in (0, 1)
    assert "Not asked, as that needs the network: python." in ran.err
    assert asked == []
    run_in(project, "check", "--online", "-E")
    assert asked, "with --online it would have asked"


def test_no_page_is_written_anywhere(project: Project, own_cache: Path) -> None:
    project.write(SOUND | {"b.rst": ":orphan:\n\nB\n=\n"})
    run_in(project, "check")
    kept = [path for folder in (own_cache, project.source) for path in folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in kept} <= {".pickle", ".doctree", ".json", ".rst", ".py", ".pyc"}
    assert [path for path in kept if path.suffix == ".doctree"]


@pytest.mark.parametrize("command", [("check",), ("list",), ("show", "ADR-0001")])
@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    variables: dict[str, str],
    terminal: bool,
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    ran = run_in(project.write(FAULTY), *command, terminal=terminal)
    assert ("\x1b[" in ran.out) is coloured
