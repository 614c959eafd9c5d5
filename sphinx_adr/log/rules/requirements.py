"""Rules about requirements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ..coverage import Coverage, RequirementRow
from ..decision import Decision, Tracing
from ..finding import Code, Finding
from ..ledger import Ledger
from ..links import key_of
from ..nearest import Nearest
from ..vocabulary import NEVER_IN_FORCE, Phase


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


def lost_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """What a decision addressed, its successors address too, or drop on purpose."""
    for link in ledger.links:
        if not (link.replaces and link.source and link.target):
            continue
        newer, older = ledger.by_key[link.source], ledger.by_key[link.target]
        for identifier in _lost_by(newer, older, requirements):
            message = (
                f"{newer.label} supersedes {older.label} and leaves {identifier}, which that one addressed, without "
                "a decision in force; address it, or give it up with :drops:"
            )
            yield Finding(Code.REQUIREMENT_LOST, message, newer.place)


def _lost_by(newer: Decision, older: Decision, requirements: Mapping[str, RequirementRow]) -> Iterator[str]:
    if older.phase is Phase.PENDING or older.status in NEVER_IN_FORCE:
        return
    for identifier in dict.fromkeys(older.addresses):
        given_up = identifier in older.drops or identifier in newer.drops
        if not given_up and requirements[identifier].state in (Coverage.LOST, Coverage.PENDING):
            yield identifier


def uncovered_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """Each declared requirement has an answer that counts, or was given up."""
    for row in requirements.values():
        if row.declared is None or row.state not in (Coverage.UNCOVERED, Coverage.LOST):
            continue
        addressing = [a.decision for a in row.answers if a.how is Tracing.ADDRESSES]
        if row.state is Coverage.LOST and any(
            key_of(decision) in ledger.superseded_by for decision in addressing
        ):
            continue
        names = ", ".join(answer.decision.label for answer in row.answers)
        only = (
            f"only decisions that are not in force answer it: {names}" if names else "no decision answers it"
        )
        message = f"requirement {row.id} is not covered: {only}"
        yield Finding(Code.REQUIREMENT_UNCOVERED, message, row.declared.place)


GAPS: Mapping[str, Callable[[Ledger, Mapping[str, RequirementRow]], Iterator[Finding]]] = MappingProxyType(
    {"lost": lost_requirements, "uncovered": uncovered_requirements}
)
"""The rules about gaps in the coverage, by the word with which a documentation asks for them."""
