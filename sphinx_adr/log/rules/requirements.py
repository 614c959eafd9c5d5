"""Rules about requirements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ..coverage import Answer, Coverage, RequirementRow
from ..decision import Decision, Tracing
from ..finding import Code, Finding
from ..identifiers import sort_key
from ..ledger import Ledger
from ..links import Link, key_of
from ..nearest import Nearest
from ..vocabulary import NEVER_IN_FORCE, Phase

_NUMBERS = re.compile(r"\d+")


def unknown_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A requirement that a decision addresses is declared somewhere, if any is."""
    unknown = _unknown(requirements)
    declared = _declared(requirements if unknown else {})
    for row in unknown:
        hint = declared.hint(row.id)
        for answer in _addressing(row):
            message = f"{answer.decision.label} addresses {row.id}, which no source declares{hint}"
            yield Finding(Code.REQUIREMENT_UNKNOWN, message, answer.decision.place)


def _unknown(requirements: Mapping[str, RequirementRow]) -> list[RequirementRow]:
    """The requirements that decisions address and no source declares."""
    return [row for row in requirements.values() if row.state is Coverage.UNKNOWN and _addressing(row)]


def _addressing(row: RequirementRow) -> list[Answer]:
    return [answer for answer in row.answers if answer.how is Tracing.ADDRESSES]


def _declared(requirements: Mapping[str, RequirementRow]) -> Nearest:
    return Nearest(row.id for row in requirements.values() if row.declared)


def _misspelled(requirements: Mapping[str, RequirementRow]) -> frozenset[str]:
    """The requirements that an unknown one, which is reported, was meant to be: it has the same numbers."""
    unknown = _unknown(requirements)
    declared = _declared(requirements if unknown else {})
    near = ((row.id, declared.to(row.id) or "") for row in unknown)
    return frozenset(meant for name, meant in near if _NUMBERS.findall(name) == _NUMBERS.findall(meant))


def lost_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """What a decision addressed, its successors address too, or drop on purpose.

    A requirement is lost once, however many supersessions had a part in it: the latest successor is told.
    """
    for identifier, links in _losses(ledger, requirements).items():
        here = [ledger.by_key[link.source] for link in links if link.source]
        older = [ledger.by_key[link.target] for link in links if link.target]
        blamed = max(here or older, key=lambda decision: (decision.date or "", sort_key(decision.id)))
        leave = "leaves" if len({link.source_name for link in links}) == 1 else "leave"
        message = (
            f"{_supersessions(links)} and {leave} {identifier}, which {_one(older)} addressed, without "
            f"a decision in force; address it, or give it up with :drops:"
        )
        yield Finding(Code.REQUIREMENT_LOST, message, blamed.place)


def _losses(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Mapping[str, Sequence[Link]]:
    """The supersessions that lost each requirement that was lost by any, in the order of the links."""
    found: dict[str, list[Link]] = {}
    misspelled = _misspelled(requirements)
    for link in ledger.links:
        if link.replaces and link.target:
            newer, older = ledger.by_key[link.source] if link.source else None, ledger.by_key[link.target]
            for identifier in _lost_by(newer, older, requirements):
                if identifier in misspelled:
                    continue
                found.setdefault(identifier, []).append(link)
    return found


def _lost_by(
    newer: Decision | None, older: Decision, requirements: Mapping[str, RequirementRow]
) -> Iterator[str]:
    if older.phase is Phase.PENDING or older.status in NEVER_IN_FORCE:
        return
    kept = {*older.drops, *(newer.drops if newer else ()), *(newer.addresses if newer else ())}
    for identifier in dict.fromkeys(older.addresses):
        if identifier not in kept and requirements[identifier].state in (Coverage.LOST, Coverage.PENDING):
            yield identifier


def _supersessions(links: Sequence[Link]) -> str:
    """Who supersedes whom, each successor once: ``ADR-3 supersedes ADR-1 and ADR-4 supersedes ADR-2``."""
    replaced: dict[str, list[str]] = {}
    for link in links:
        replaced.setdefault(link.source_name, []).append(link.target_name)
    by_replaced: dict[str, list[str]] = {}
    for newer, older in replaced.items():
        by_replaced.setdefault(" and ".join(older), []).append(newer)
    return " and ".join(
        f"{' and '.join(newer)} supersede{'s' if len(newer) == 1 else ''} {older}"
        for older, newer in by_replaced.items()
    )


def _one(older: Sequence[Decision]) -> str:
    return "that one" if len({key_of(decision) for decision in older}) == 1 else "those"


def uncovered_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """Each declared requirement has an answer that counts, or was given up.

    What a supersession lost is told there.
    """
    told = {*_losses(ledger, requirements), *_misspelled(requirements)}
    for row in requirements.values():
        if row.declared is None or row.state not in (Coverage.UNCOVERED, Coverage.LOST) or row.id in told:
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
