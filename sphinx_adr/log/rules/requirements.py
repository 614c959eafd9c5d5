"""Rules about requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..coverage import Coverage, RequirementRow
from ..decision import Tracing
from ..finding import Code, Finding
from ..ledger import Ledger
from ..nearest import Nearest


def unknown_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A requirement that a decision addresses is declared somewhere, if any is."""
    unknown = [row for row in requirements.values() if row.state is Coverage.UNKNOWN]
    declared = Nearest(row.id for row in requirements.values() if row.declared and unknown)
    for row in unknown:
        addressing = [answer for answer in row.answers if answer.how is Tracing.ADDRESSES]
        hint = declared.hint(row.id) if addressing else ""
        for answer in addressing:
            message = f"{answer.decision.label} addresses {row.id}, which no source declares{hint}"
            yield Finding(Code.REQUIREMENT_UNKNOWN, message, answer.decision.place)
