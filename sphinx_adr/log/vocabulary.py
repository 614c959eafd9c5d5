"""The words of decision records as data: statuses and their phases, and the kinds of links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Phase(StrEnum):
    """Where a decision stands in its life."""

    PENDING = "pending"
    """Not decided yet: draft, proposed, under review."""
    IN_FORCE = "in-force"
    """Decided, and to be followed."""
    RETIRED = "retired"
    """No longer, or never, to be followed: superseded, deprecated, rejected."""
    UNKNOWN = "unknown"
    """The record does not say."""


UNKNOWN_STATUS = "unknown"
"""The status of a record that states none."""

SUPERSEDED = "superseded"
"""The status that an effective supersession gives to the older decision."""

_CANONICAL: tuple[tuple[str, Phase, str], ...] = (
    ("draft", Phase.PENDING, "idea, wip, work in progress, in progress, pitch, pitched"),
    (
        "proposed",
        Phase.PENDING,
        (
            "proposal, pending, open, provisional, under review, in review, review, "
            "under discussion, in discussion, discussion, request for comments, rfc, deferred, undecided, "
            "awaiting review, active review, scheduled for review, returned for revision, awaiting approval, "
            "pending approval, postponed, on hold, planned, tentative"
        ),
    ),
    (
        "accepted",
        Phase.IN_FORCE,
        (
            "accept, approved, active, decided, implemented, final, adopted, agreed, done, complete, "
            "completed, in force, current, ratified, valid, made, amended, "
            "implementable, confirmed, merged, shipped, landed, released, resolved, settled, in effect, in use"
        ),
    ),
    ("rejected", Phase.RETIRED, "declined, refused, not accepted, dismissed"),
    ("withdrawn", Phase.RETIRED, "abandoned, cancelled, canceled, dropped"),
    (
        "deprecated",
        Phase.RETIRED,
        "retired, obsolete, outdated, no longer valid, historical, archived, inactive, expired",
    ),
    ("superseded", Phase.RETIRED, "superceded, replaced, obsoleted, supplanted"),
)

NEVER_IN_FORCE = frozenset({"rejected", "withdrawn"})
"""Retired without ever having been in force: what such a decision would supersede stays as it is."""


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A canonical status and the phase that it belongs to."""

    status: str
    phase: Phase


STATUSES: Mapping[str, Phase] = MappingProxyType({status: phase for status, phase, _ in _CANONICAL})
"""The canonical statuses in the order of a decision's life."""

ENGLISH_STATUS_WORDS: Mapping[str, StatusWord] = MappingProxyType(
    {
        word: StatusWord(status, phase)
        for status, phase, synonyms in _CANONICAL
        for word in (status, *synonyms.split(", "))
    }
)
"""The words for a status that authors use in English."""


class LinkKind(StrEnum):
    """How one decision stands to another, said from the side of the newer one."""

    SUPERSEDES = "supersedes"
    AMENDS = "amends"
    DEPENDS_ON = "depends-on"
    RELATES_TO = "relates-to"
    CONFLICTS_WITH = "conflicts-with"
    REFINES = "refines"

    @property
    def symmetric(self) -> bool:
        """Whether the link says the same from both sides."""
        return self in (LinkKind.RELATES_TO, LinkKind.CONFLICTS_WITH)


@dataclass(frozen=True, slots=True)
class LinkWord:
    """What an authored link option means: a kind, and whether it is said from the other side."""

    kind: LinkKind
    inverse: bool


LINK_OPTIONS: Mapping[str, LinkWord] = MappingProxyType(
    {
        "supersedes": LinkWord(LinkKind.SUPERSEDES, False),
        "superseded-by": LinkWord(LinkKind.SUPERSEDES, True),
        "amends": LinkWord(LinkKind.AMENDS, False),
        "amended-by": LinkWord(LinkKind.AMENDS, True),
        "depends-on": LinkWord(LinkKind.DEPENDS_ON, False),
        "relates-to": LinkWord(LinkKind.RELATES_TO, False),
        "conflicts-with": LinkWord(LinkKind.CONFLICTS_WITH, False),
        "refines": LinkWord(LinkKind.REFINES, False),
    }
)
"""The options of ``adr`` that name other decisions."""


def normal_word(text: str) -> str:
    """*text* as the status table spells it: lower case, one blank between words."""
    return " ".join(text.replace("-", " ").replace("_", " ").casefold().split())
