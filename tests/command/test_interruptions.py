"""A full disk and signals: files of the documentation are as they were, and one sentence says what happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sphinx_adr.command import writing

from ..support import ROOT, Project
from .running import Ran, run_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the signals of POSIX")

FILES = {
    "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   decisions/*\n",
    "decisions/0001-old.rst": "ADR-0001: Old\n=============\n\n.. adr::\n   :status: accepted\n   :date: 2024-01-01\n",
    "decisions/0002-new.rst": "ADR-0002: New\n=============\n\n.. adr::\n   :status: accepted\n   :date: 2024-01-02\n",
    "adr-seal.json": '{\n"format_version": 1\n}\n',
}
COMMANDS = {"new": ("Other",), "supersede": ("1", "2"), "seal": ()}
ENDS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129, "full": 2}
SAID = {
    "SIGINT": "interrupted.",
    "SIGTERM": "ended by a signal.",
    "SIGHUP": "ended by a signal.",
    "full": "No space left on device.",
}


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Signals are heard, also where the tests were started in the background or by ``nohup``, which are deaf to some."""
    before = [
        (kind, signal.signal(kind, heard))
        for kind, heard in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL))
    ]
    yield
    for kind, was in before:
        signal.signal(kind, was)


@pytest.fixture
def log(project: Project) -> Project:
    project.write(FILES).write_conf()
    return project


def files(project: Project) -> dict[Path, bytes]:
    """All files and folders, without what Python keeps."""
    return {
        path: path.read_bytes() if path.is_file() else b""
        for path in project.source.rglob("*")
        if "__pycache__" not in path.parts
    }


def fault(kind: str) -> Callable[..., None]:
    """Something that fails, or during which the process gets a signal."""

    def happens(*_arguments: Any, **_options: Any) -> None:
        if kind == "full":
            raise OSError(28, "No space left on device")
        os.kill(os.getpid(), getattr(signal, kind))
        time.sleep(10)

    return happens


def has_one_sentence(ran: Ran, command: str) -> bool:
    return ran.err.startswith(f"sphinx-adr {command}: ") and ran.err.count("\n") == 1 and ran.out == ""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ENDS)
@pytest.mark.parametrize("moment", ["writing", "replacing"])
def test_what_was_there_stays(
    log: Project, monkeypatch: pytest.MonkeyPatch, command: str, kind: str, moment: str
) -> None:
    if moment == "writing":
        monkeypatch.setattr(os, "fsync", fault(kind))
    else:
        _fail_to_move(monkeypatch, log, kind)
    before = files(log)
    ran = run_in(log, command, *COMMANDS[command])
    assert ran.status == ENDS[kind], ran.err
    assert has_one_sentence(ran, command), ran.err
    assert ran.err.rstrip().endswith(SAID[kind])
    assert files(log) == before


def _fail_to_move(monkeypatch: pytest.MonkeyPatch, project: Project, kind: str) -> None:
    """What gives the finished file its name fails, and nothing else does."""
    really = Path.replace

    def replace(self: Path, target: Any) -> Any:
        if self.is_relative_to(project.source):
            return fault(kind)()
        return really(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(os, "link", fault(kind))


@pytest.mark.parametrize("kind", ["SIGINT", "SIGTERM", "full"])
def test_a_name_that_was_taken_is_given_back(
    project: Project, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    project.write({"index.rst": "Log\n===\n"}).write_conf()

    def no_links(*_arguments: Any, **_options: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    _fail_to_move(monkeypatch, project, kind)
    monkeypatch.setattr(os, "link", no_links)
    before = files(project)
    assert run_in(project, "new", "One").status == ENDS[kind]
    assert files(project) == before


@pytest.mark.parametrize("kind", ["SIGINT", "SIGTERM"])
def test_a_supersession_that_was_not_looked_at_again_is_taken_back(
    log: Project, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    from sphinx_adr.command import supersede

    really, calls = supersede.read_documentation, []

    def read(arguments: Any) -> Any:
        calls.append(arguments)
        if len(calls) == 2:
            assert b":supersedes: ADR-0001" in (log.source / "decisions/0002-new.rst").read_bytes()
            fault(kind)()
        return really(arguments)

    monkeypatch.setattr(supersede, "read_documentation", read)
    before = files(log)
    ran = run_in(log, "supersede", "1", "2")
    assert (ran.status, len(calls)) == (ENDS[kind], 2)
    assert files(log) == before


def test_a_line_that_cannot_be_taken_back_is_told(log: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from sphinx_adr.command import supersede

    really, calls = writing.replace, []

    def replace(path: Path, content: bytes, source: Path) -> None:
        calls.append(path)
        if len(calls) == 2:
            monkeypatch.setattr(os, "fsync", fault("full"))
        really(path, content, source)

    monkeypatch.setattr(supersede, "replace", replace)
    monkeypatch.setattr(supersede, "in_directive", lambda text, line, statement: text + "\nNonsense.\n")
    ran = run_in(log, "supersede", "1", "2")
    assert ran.status == 2
    assert "could not be taken out again" in ran.err
    assert has_one_sentence(ran, "supersede")


# -- in a process of its own ----------------------------------------------------------------------------------


def start(project: Project, script: str, *arguments: str, **how: Any) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process that executes *script* first."""
    code = f"{script}\nimport sys\nfrom sphinx_adr.command import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments, str(project.source)],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        **({"stdout": subprocess.PIPE} | how),
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_where_no_room_is_left(log: Project, command: str) -> None:
    assert run_in(log, "check").status == 0  # What is read is kept by now.
    before = files(log)
    script = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))"
    done = start(log, script, command, *COMMANDS[command])
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"sphinx-adr {command}: {log.source}")
    assert done.stderr.endswith("cannot be written: File too large.\n")
    assert done.stderr.count("\n") == 1
    assert files(log) == before


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_the_process(log: Project, name: str) -> None:
    before = files(log)
    script = f"import os, signal, time\nos.fsync = lambda file: (os.kill(os.getpid(), signal.{name}), time.sleep(10))"
    done = start(log, script, "seal")
    assert (done.returncode, done.stderr) == (ENDS[name], f"sphinx-adr seal: {SAID[name]}\n")
    assert files(log) == before


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
@pytest.mark.parametrize(
    "arguments",
    [("export",), ("export", "--format", "csv"), ("list",), ("show", "1"), ("check", "--format", "sarif")],
)
def test_an_output_that_is_full(log: Project, arguments: tuple[str, ...]) -> None:
    before = files(log)
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = start(log, "", *arguments, stdout=full)
    assert done.returncode == 2
    sentence = f"sphinx-adr {arguments[0]}: the output cannot be read or written: No space left on device.\n"
    assert done.stderr == sentence
    assert files(log) == before
