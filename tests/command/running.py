"""Running the command as a user does, in this process."""

from __future__ import annotations

import json
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

from sphinx.testing.util import _clean_up_global_state

from sphinx_adr.command import main

from ..support import Project


class Stream(TextIOWrapper):
    """A stream as Python's own: text over bytes."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(BytesIO(), encoding=encoding, newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    @property
    def text(self) -> str:
        self.flush()
        return bytes(self.buffer.getvalue()).decode(self.encoding)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Ran:
    """What a run of the command gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as a JSON document."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines of the output."""
        return self.out.splitlines()


def run(*arguments: str | Path, terminal: bool = False, encoding: str = "utf-8") -> Ran:
    """Runs ``sphinx-adr`` with *arguments*."""
    out, err = Stream(encoding, terminal=terminal), Stream(encoding, terminal=terminal)
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([os.fspath(argument) for argument in arguments])
        finally:
            _clean_up_global_state()
    return Ran(status, out.text, err.text)


def run_in(project: Project, command: str, *arguments: str | Path, **how: Any) -> Ran:
    """Runs ``sphinx-adr`` for the documentation of *project*."""
    project.write_conf()
    return run(command, *arguments, project.source, **how)
