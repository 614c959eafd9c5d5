"""The ``sphinx-adr`` command: the decision log without building pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .failure import USAGE, Failure
from .parser import make_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit status: 0 fine, 1 findings, 2 it could not be run."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            # What the terminal has no letter for is shown as an escape.
            reconfigure(errors="backslashreplace")
    try:
        arguments = make_parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except Failure as failure:
        print(f"sphinx-adr {arguments.command}: {failure}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has seen enough; nothing more is to be written, also not at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status
