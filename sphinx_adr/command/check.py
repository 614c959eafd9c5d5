"""``sphinx-adr check``: what is wrong with the log."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..log.finding import Code
from ..log.nearest import Nearest
from .base import compare_with
from .failure import FINDINGS, FINE, Failure
from .formats import FORMATS, Report, Reported
from .formats.meanings import COMPARED
from .reading import Documentation, read_documentation

STATES: Mapping[str, str] = MappingProxyType(
    {"lost": "requirement-lost", "uncovered": "requirement-uncovered"}
)
"""The coverage states that can be findings, and the code of each."""

_NONE = "none"


def run(arguments: Namespace) -> int:
    """Prints the findings; the exit status tells whether one of them counts."""
    named = [word for words in arguments.fail_on for word in words]
    counted = counted_codes(named)
    also = frozenset(counted | (set(STATES.values()) if arguments.strict else set()))
    read = read_documentation(arguments)
    report = report_of(read, also)
    if arguments.base is not None:
        found = compare_with(arguments.base, read, report.findings, arguments)
        report = replace(
            report, findings=report.findings + found.findings, changes=found.changes, base=arguments.base
        )
    text = FORMATS[arguments.format](report, sys.stdout)
    sys.stdout.write(text)
    if arguments.format in ("text", "github"):
        print(report.summary, file=sys.stderr)
    counted |= also if arguments.strict else set()
    return FINDINGS if any(not named or found.code in counted for found in report.findings) else FINE


def counted_codes(named: Sequence[str]) -> set[str]:
    """The codes that the words after ``--fail-on`` mean."""
    codes = [*map(str, Code), *COMPARED]
    known = [*codes, *STATES, _NONE]
    for word in named:
        if word not in known:
            hint = Nearest(known).hint(word)
            allowed = f"codes such as 'link-dangling', {', '.join(STATES)} and {_NONE}"
            raise Failure(f"--fail-on knows no {word!r}{hint}; it takes {allowed}.")
    return {STATES.get(word, word) for word in named if word != _NONE}


def report_of(read: Documentation, also: frozenset[str] = frozenset()) -> Report:
    """The findings of a documentation, with those of the codes *also* that it does not report by itself."""
    return Report(
        tuple(
            Reported(finding.place.source, finding.place.line, str(finding.code), finding.message)
            for finding in read.findings(also)
        ),
        len(read.ledger),
        len(read.answers.requirements),
    )
