"""Rules about who is who."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..coverage import RequirementRow
from ..finding import Code, Finding
from ..ledger import Ledger


def duplicate_ids(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """An ID names one decision."""
    for first, *copies in ledger.duplicates:
        for copy in copies:
            message = f"{copy.id} is already declared at {first.docname}, line {first.place.line}"
            yield Finding(Code.ID_DUPLICATE, message, copy.place)


def duplicate_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A requirement is declared once."""
    for requirement in ledger.requirements:
        first = requirements[requirement.id].declared
        if first is not None and first is not requirement:
            where = first.docname or first.place.source.replace("\\", "/").rpartition("/")[2]
            there = f"{where}, line {first.place.line}"
            message = f"requirement {requirement.id} is already declared at {there}"
            yield Finding(Code.REQUIREMENT_DUPLICATE, message, requirement.place)
