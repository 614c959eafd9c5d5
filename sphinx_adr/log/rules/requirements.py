"""Rules about requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ..coverage import Coverage, RequirementRow
from ..decision import Tracing
from ..finding import Code, Finding
from ..ledger import Ledger


def unknown_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A requirement that a decision addresses is declared somewhere, if any is."""
    declared = [row.id for row in requirements.values() if row.declared]
    for row in requirements.values():
        if row.state is not Coverage.UNKNOWN:
            continue
        near = get_close_matches(row.id, declared, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        for answer in row.answers:
            if answer.how is Tracing.ADDRESSES:
                message = f"{answer.decision.label} addresses {row.id}, which no source declares{hint}"
                yield Finding(Code.REQUIREMENT_UNKNOWN, message, answer.decision.place)
