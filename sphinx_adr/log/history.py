"""The log as it stood on a day in the past.

A record keeps one date: the day of its decision. What follows from that alone is derived; a status that was
changed later without a supersession is shown as it is written today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from .dates import last_day
from .decision import Decision
from .ledger import Ledger
from .links import Key, LinkState, key_of
from .vocabulary import SUPERSEDED, LinkKind, Phase

_TAKEN = "accepted"
"""What a decision was before the supersession that its author notes in its status."""


def known_since(ledger: Ledger) -> Mapping[Key, dt.date]:
    """For each decision a day on which it was there; decisions of which nothing tells that are left out.

    A date without a day counts from its end. A decision without a date was there when one that supersedes or
    amends it was: the earliest of these tells.
    """
    found = {key_of(d): last_day(d.date) for d in ledger if d.date}
    older: dict[Key, list[Key]] = {}
    for link in ledger.links:
        follows = link.kind in (LinkKind.SUPERSEDES, LinkKind.AMENDS) and link.state is LinkState.EFFECTIVE
        if follows and link.source and link.target:
            older.setdefault(link.source, []).append(link.target)
    for dated, day in sorted(found.items(), key=lambda item: (item[1], item[0])):
        waiting = [dated]
        while waiting:
            for key in older.get(waiting.pop(), ()):
                if key not in found:
                    found[key] = day
                    waiting.append(key)
    return found


def as_of(ledger: Ledger, day: dt.date) -> Ledger:
    """*ledger* without what was decided after *day*, and without decisions of which nothing tells when.

    What calls itself superseded only because of a decision that was not there yet is accepted again. Links to
    what was not there are left out. Requirements have no dates: all of them are there. A supersession by a
    decision of another documentation, whose date is not known here, holds on every day.
    """
    since = known_since(ledger)
    kept = {key for key, known in since.items() if known <= day}
    records = [_as_of(ledger, decision, kept) for decision in ledger if key_of(decision) in kept]
    return replace(ledger, records=records, today=day.isoformat())


def _as_of(ledger: Ledger, decision: Decision, kept: set[Key]) -> Decision:
    links = tuple(link for link in decision.links if _was_there(ledger, link.target, kept))
    if len(links) != len(decision.links):
        decision = replace(decision, links=links)
    key = key_of(decision)
    newer = [key_of(successor) for successor in ledger.superseded_by.get(key, ())]
    if decision.status != SUPERSEDED or not newer or key in ledger.superseded_outside or kept & {*newer}:
        return decision
    return replace(decision, status=_TAKEN, status_text=None, phase=Phase.IN_FORCE)


def _was_there(ledger: Ledger, name: str, kept: set[Key]) -> bool:
    """Whether a link to *name* can have led somewhere; what leads nowhere today is left to the rules."""
    found = ledger.find(name)
    return not found or any(key_of(decision) in kept for decision in found)
