"""Runs commands and tells what they used."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

_LAUNCHER = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
wall, used = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, wall, used.ru_maxrss]))
sys.exit(code != 0)
"""
"""Runs a command and tells what it used: a process begins with the peak of memory of the one that starts it."""


class Used(NamedTuple):
    """What a process and all its children used."""

    cpu: float
    """Seconds of processor time, of the user and of the system."""
    wall: float
    """Seconds on the clock."""
    memory: float
    """The most memory that one process held at a time, in MiB (``ru_maxrss``)."""


class CommandError(RuntimeError):
    """A command that failed, or that took longer than it was given."""


def surroundings() -> dict[str, str]:
    """The environment of what is measured: this checkout, compiled when it is first loaded as pip compiles packages."""
    ours = {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "PYTHONHASHSEED": "0"}
    return os.environ | ours | {"PYTHONDONTWRITEBYTECODE": ""}


def run(
    command: Sequence[str], *, patience: float = 3600, environment: Mapping[str, str] | None = None
) -> Used:
    """Runs *command* with this Python and this checkout, for at most *patience* seconds.

    Raises :exc:`CommandError` where the command fails, with what it printed, or has to be ended.
    """
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _LAUNCHER, sys.executable, *command],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=surroundings() | (environment or {}), start_new_session=True,
    )  # fmt: skip
    timer = _Timer(process.pid, patience)
    with timer:
        told, errors = process.communicate()
    if timer.ended:
        raise CommandError(f"not ready after {patience:g} s: {' '.join(command)}")
    if process.returncode:
        raise CommandError(f"{' '.join(command)}\n{errors}")
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    cpu, wall, peak = json.loads(told)
    return Used(cpu, wall, peak / unit)


class _Timer:
    """Ends a session of processes when its time is over."""

    def __init__(self, session: int, seconds: float) -> None:
        self.ended = False
        self._session = session
        self._timer = threading.Timer(seconds, self._end)

    def _end(self) -> None:
        self.ended = True
        os.killpg(self._session, signal.SIGKILL)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
