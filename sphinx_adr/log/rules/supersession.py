"""Rules about supersessions that do not add up, and about decisions that contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..coverage import RequirementRow
from ..decision import Decision
from ..finding import Code, Finding
from ..ledger import Ledger
from ..links import Link, LinkState, key_of
from ..nearest import Nearest
from ..vocabulary import SUPERSEDED, LinkKind


def premature_supersessions(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A record calls itself superseded once its successor is in force, not while that is proposed."""
    for decision, links in _called_superseded(ledger):
        pending = [link for link in links if link.whole]
        if pending and all(link.state is LinkState.PROSPECTIVE for link in pending):
            newer = " and ".join(link.source_name for link in pending)
            verb = "is" if len(pending) == 1 else "are"
            would = f"{newer}, which would replace it, {verb} not accepted"
            message = f"{decision.label} calls itself superseded, but {would}"
            yield Finding(Code.LINK_PREMATURE, message, decision.place)


def contradictory_status(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A record calls itself superseded only if something replaces all of it."""
    for decision, links in _called_superseded(ledger):
        whole = [link for link in links if link.whole]
        if any(link.state is not LinkState.VOID for link in whole) or not links:
            continue
        newer = ledger.by_key[(whole or links)[0].source or key_of(decision)]
        what = f"{newer.label} is {newer.status}" if whole else f"{newer.label} replaces only a part of it"
        yield Finding(
            Code.LINK_CONTRADICTORY, f"{decision.label} calls itself superseded, but {what}", decision.place
        )


def contradictory_sides(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """Where two records speak of the same change, they agree whether it replaces or amends."""
    amending = {
        (link.source, link.target): link
        for link in ledger.links
        if link.kind is LinkKind.AMENDS and link.source and link.target
    }
    for link in ledger.links:
        if link.source is None or link.target is None or not link.whole or link.circular:
            continue
        other = amending.get((link.source, link.target))
        if other is None or set(link.authored_on) & set(other.authored_on):
            continue
        older, newer = ledger.by_key[link.target], link.source_name
        if link.target in link.authored_on:
            message = (
                f"{older.label} says that {newer} supersedes it, but {newer} says that it only amends it"
            )
        else:
            message = (
                f"{older.label} says that {newer} only amends it, but {newer} says that it supersedes it"
            )
        yield Finding(Code.LINK_CONTRADICTORY, message, older.place)


def superseded_without_successor(
    ledger: Ledger, requirements: Mapping[str, RequirementRow]
) -> Iterator[Finding]:
    """A record that calls itself superseded has a successor."""
    missed = _nearly_superseded(ledger)
    for decision, links in _called_superseded(ledger):
        if not links and decision.id not in missed:
            message = f"{decision.label} calls itself superseded, and no decision replaces it"
            yield Finding(Code.SUPERSEDED_WITHOUT_SUCCESSOR, message, decision.place)


def conflicts_in_force(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """Of two decisions that conflict, at most one is in force."""
    for link in ledger.links:
        if link.kind is LinkKind.CONFLICTS_WITH and link.source and link.target:
            one, other = ledger.by_key[link.source], ledger.by_key[link.target]
            if link.state is LinkState.EFFECTIVE and ledger.in_force(one) and ledger.in_force(other):
                message = f"{one.label} conflicts with {other.label}, and both are in force"
                yield Finding(Code.CONFLICT_IN_FORCE, message, ledger.by_key[link.authored_on[0]].place)


def _called_superseded(ledger: Ledger) -> Iterator[tuple[Decision, list[Link]]]:
    """The records that call themselves superseded, with the supersessions of them, or of parts of them.

    Left out are records about whose links something else is reported: that comes first.
    """
    copies = {key_of(copy) for group in ledger.duplicates for copy in group}
    for decision in ledger:
        if decision.status != SUPERSEDED or key_of(decision) in copies:
            continue
        own = key_of(decision)
        links = [
            link
            for link in ledger.links_of.get(own, ())
            if link.kind is LinkKind.SUPERSEDES and link.target == own
        ]
        broken = any(
            link.circular or link.state in (LinkState.DANGLING, LinkState.AMBIGUOUS) for link in links
        )
        if not broken and (links or not _names_itself(ledger, decision)):
            yield decision, links


def _names_itself(ledger: Ledger, decision: Decision) -> bool:
    """Whether the successor that *decision* names is itself."""
    return any(
        link.kind is LinkKind.SUPERSEDES
        and [key_of(d) for d in ledger.find(link.target)] == [key_of(decision)]
        for link in decision.links
    )


def _nearly_superseded(ledger: Ledger) -> Collection[str]:
    """The IDs that a supersession may have meant whose target does not exist."""
    dangling = [
        link.target_name
        for link in ledger.links
        if link.whole and link.state is LinkState.DANGLING and link.target is None
    ]
    known = Nearest(decision.id for decision in ledger if decision.id and dangling)
    return {near for name in dangling if (near := known.to(name)) is not None}
