"""``sphinx-adr seal``: keeps the fingerprints of what was accepted in ``adr-seal.json``."""

from __future__ import annotations

import codecs
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ..log.decision import Decision
from ..log.finding import Code
from ..log.seal import Comparison, Seal, compare
from .check import report_of
from .failure import FINDINGS, FINE, Failure
from .formats import FORMATS, Report
from .places import shown_path
from .reading import Documentation, read_documentation
from .show import find
from .writing import create, replace

_ABOUT = frozenset(map(str, (Code.SEALED_CHANGED, Code.SEALED_LOST, Code.NOT_SEALED, Code.SEAL_INVALID)))
_BROKEN = _ABOUT - {str(Code.NOT_SEALED)}


def run(arguments: Namespace) -> int:
    """Seals what is accepted and not sealed; with ``--check`` it only says what that is."""
    read = read_documentation(arguments)
    seal: Seal = read.domain.seal
    if arguments.check:
        return _tell(read, _ABOUT)
    if seal.problems:
        raise Failure(
            f"{shown_path(seal.path)} {seal.problems[0].message}; repair it, or restore it from the history."
        )
    found = compare(read.ledger, seal, read.hidden)
    again = [find(read, name) for name in arguments.again]
    _refuse(again, found)
    forgotten = _forgotten(arguments.forget, seal)
    wanted = [*found.unsealed, *(decision for decision in again if decision in found.changed)]
    prints = {name: told for name, told in seal.prints.items() if name not in forgotten}
    sealed = Seal(prints, seal.path).sealing(wanted)
    if sealed.prints != seal.prints:
        _write(Path(seal.path), sealed.dump(), read.settings)
        after = read_documentation(Namespace(**(vars(arguments) | {"quiet": True})))
    else:
        after = read
    for decision in sorted(wanted, key=read.ledger.decisions.index):
        print(f"sealed {decision.label}: {decision.title}")
    for name in forgotten:
        print(f"forgot {name}")
    if not wanted and not forgotten:
        print("nothing new to seal", file=sys.stderr)
    return _tell(after, _BROKEN)


def _tell(read: Documentation, codes: frozenset[str]) -> int:
    """Prints the findings about the seal with *codes*, also where the documentation does not report them."""
    whole = report_of(read, codes)
    kept = tuple(found for found in whole.findings if found.code in codes)
    report = Report(kept, whole.decisions, whole.requirements)
    sys.stdout.write(FORMATS["text"](report, sys.stdout))
    if kept or codes == _ABOUT:
        print(report.summary, file=sys.stderr)
    return FINDINGS if kept else FINE


def _refuse(again: Sequence[Decision], found: Comparison) -> None:
    """What is to be sealed again must be sealed, and changed."""
    for decision in again:
        if decision not in (*found.changed, *found.kept):
            raise Failure(f"{decision.label} is not sealed; `seal` without --again seals what is accepted.")


def _forgotten(names: Sequence[str], seal: Seal) -> list[str]:
    """The IDs whose seals are to go."""
    for name in names:
        if name not in seal.prints:
            raise Failure(f"{name} is not sealed.")
    return list(dict.fromkeys(names))


def _write(path: Path, text: str, folder: Path) -> None:
    """Writes the file of seals, with the byte order mark, the line ends and the last line end that it has."""
    if not os.path.lexists(path):
        create(path, text.encode(), folder)
        return
    there = path.read_bytes()
    mark = codecs.BOM_UTF8 if there.startswith(codecs.BOM_UTF8) else b""
    ends = "\r\n" if b"\r\n" in there else "\n"
    if there.strip() and not there.endswith(b"\n"):
        text = text.rstrip("\n")
    replace(path, mark + text.replace("\n", ends).encode(), folder)
