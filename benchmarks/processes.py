"""Runs commands and tells what they used."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


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


def run(
    command: Sequence[str], *, patience: float = 3600, environment: Mapping[str, str] | None = None
) -> Used:
    """Runs *command* with this Python and this checkout, for at most *patience* seconds.

    Raises :exc:`CommandError` where the command fails, with what it printed, or has to be ended.
    """
    inherited = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "PYTHONHASHSEED": "0"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=inherited | (environment or {}), start_new_session=True,
    )  # fmt: skip
    timer = _Timer(process.pid, patience)
    with timer:
        errors = process.stderr.read() if process.stderr else ""
        _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stderr:
        process.stderr.close()
    if timer.ended:
        raise CommandError(f"not ready after {patience:g} s: {' '.join(command)}")
    if process.returncode:
        raise CommandError(f"{' '.join(command)}\n{errors}")
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Used(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / unit)


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
