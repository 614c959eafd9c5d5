"""The ``sphinx-adr`` command: the decision log without building pages."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

from .failure import FINE, USAGE, Failure
from .parser import make_parser
from .signals import SIGNALLED, Ended, ended_by_signals


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit status: 0 fine, 1 findings, 2 it could not be run.

    A run that a signal ends has 128 and the number of the signal, as shells have it.
    """
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            # What the terminal has no letter for is shown as an escape.
            reconfigure(errors="backslashreplace")
    try:
        arguments = make_parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        with ended_by_signals():
            status: int = arguments.run(arguments)
            sys.stdout.flush()
    except Failure as failure:
        return _said(arguments.command, str(failure), USAGE)
    except KeyboardInterrupt:
        return _said(arguments.command, "interrupted.", SIGNALLED + signal.SIGINT)
    except Ended as end:
        return _said(arguments.command, "ended by a signal.", SIGNALLED + end.signal)
    except BrokenPipeError:
        # The reader has seen enough.
        _close_output()
        return FINE
    except OSError as error:
        _close_output()
        what = error.filename or "the output"
        return _said(
            arguments.command, f"{what} cannot be read or written: {error.strerror or error}.", USAGE
        )
    return status


def _said(command: str, sentence: str, status: int) -> int:
    print(f"sphinx-adr {command}: {sentence}", file=sys.stderr)
    return status


def _close_output() -> None:
    """Nothing more is to be written to the standard output, also not at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
