"""Rules about what a record says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..coverage import RequirementRow
from ..finding import Code, Finding
from ..ledger import Ledger
from ..vocabulary import UNKNOWN_STATUS, Phase


def missing_status(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A decision has a status. One that is not understood is another matter."""
    for decision in ledger:
        if decision.status == UNKNOWN_STATUS and not decision.status_text:
            yield Finding(Code.STATUS_MISSING, f"{decision.label} has no status", decision.place)


def missing_date(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A decision that was taken says when. What is still proposed has no such day."""
    for decision in ledger:
        if decision.phase in (Phase.IN_FORCE, Phase.RETIRED) and not decision.date and not decision.date_text:
            yield Finding(
                Code.DATE_MISSING, f"{decision.label} is {decision.status} and has no date", decision.place
            )
