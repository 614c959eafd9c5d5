"""The fields of a decision by name: what filters compare, views sort by, and tables show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from .decision import Decision
from .ledger import Ledger
from .links import LinkState, Outside, key_of
from .vocabulary import LinkKind

Value = str | bool | tuple[str, ...] | None
"""What a field can hold."""

LINK_FIELDS: Mapping[str, tuple[LinkKind, bool]] = MappingProxyType(
    {
        "amends": (LinkKind.AMENDS, False),
        "amended_by": (LinkKind.AMENDS, True),
        "depends_on": (LinkKind.DEPENDS_ON, False),
        "relates_to": (LinkKind.RELATES_TO, False),
        "conflicts_with": (LinkKind.CONFLICTS_WITH, False),
        "refines": (LinkKind.REFINES, False),
    }
)
"""The fields that name the other ends of links: their kind, and whether they are said from the older side."""


def linked(ledger: Ledger, decision: Decision, field: str) -> tuple[Decision, ...]:
    """The decisions that a link field of *decision* leads to."""
    if field == "supersedes":
        return tuple(ledger.supersedes.get(key_of(decision), ()))
    if field == "superseded_by":
        return tuple(ledger.superseded_by.get(key_of(decision), ()))
    kind, inverse = LINK_FIELDS[field]
    return tuple(ledger.linked(decision, kind, inverse=inverse))


def linked_outside(ledger: Ledger, decision: Decision, field: str) -> tuple[Outside, ...]:
    """The decisions of other documentations that a link field of *decision* leads to."""
    own = key_of(decision)
    if field == "superseded_by":
        return tuple(ledger.superseded_outside.get(own, ()))
    kind, inverse = (LinkKind.SUPERSEDES, False) if field == "supersedes" else LINK_FIELDS[field]
    found = (
        link.outside
        for link in ledger.links_of.get(own, ())
        if link.kind is kind
        and link.outside is not None
        and link.state is LinkState.EFFECTIVE
        and (kind.symmetric or own == (link.target if inverse else link.source))
        and (link.replaces or field != "supersedes")
    )
    return tuple(dict.fromkeys(found))


def traced(decision: Decision) -> tuple[str, ...]:
    """The IDs of the requirements that *decision* answers, without those that it gives up."""
    return tuple(dict.fromkeys(t.requirement for t in decision.traces if t.requirement not in decision.drops))


def _names(decisions: Iterable[Decision], outside: Iterable[Outside]) -> tuple[str, ...]:
    return (*(decision.label for decision in decisions), *(beyond.name for beyond in outside))


def _link_field(field: str) -> Callable[[Ledger, Decision], Value]:
    return lambda ledger, d: _names(linked(ledger, d, field), linked_outside(ledger, d, field))


def _alternatives(decision: Decision) -> tuple[str, ...]:
    return tuple(option.name for option in decision.anatomy.options if not option.chosen)


def _reason(decision: Decision) -> str | None:
    chosen = (option for option in decision.anatomy.options if option.chosen)
    return next((option.reason for option in chosen if option.reason), None)


FIELDS: Mapping[str, Callable[[Ledger, Decision], Value]] = MappingProxyType(
    {
        "id": lambda ledger, d: d.id,
        "title": lambda ledger, d: d.title,
        "status": lambda ledger, d: ledger.effective_status(d),
        "authored_status": lambda ledger, d: d.status,
        "effective_status": lambda ledger, d: ledger.effective_status(d),
        "status_text": lambda ledger, d: d.status_text,
        "phase": lambda ledger, d: str(ledger.effective_phase(d)),
        "in_force": lambda ledger, d: ledger.in_force(d),
        "current": lambda ledger, d: _names(ledger.current(d), ledger.current_outside(d)),
        "date": lambda ledger, d: d.date,
        "deciders": lambda ledger, d: d.deciders,
        "consulted": lambda ledger, d: d.consulted,
        "informed": lambda ledger, d: d.informed,
        "tags": lambda ledger, d: d.tags,
        "story": lambda ledger, d: d.story,
        "review": lambda ledger, d: d.review,
        "summary": lambda ledger, d: d.summary,
        "formerly": lambda ledger, d: d.formerly,
        "requirements": lambda ledger, d: traced(d),
        "drops": lambda ledger, d: d.drops,
        "supersedes": _link_field("supersedes"),
        "superseded_by": _link_field("superseded_by"),
        **{field: _link_field(field) for field in LINK_FIELDS},
        "choice": lambda ledger, d: d.anatomy.choice,
        "alternatives": lambda ledger, d: _alternatives(d),
        "options": lambda ledger, d: tuple(option.name for option in d.anatomy.options),
        "reason": lambda ledger, d: _reason(d),
        "drivers": lambda ledger, d: d.anatomy.drivers,
        "docname": lambda ledger, d: d.docname,
        "declared": lambda ledger, d: str(d.declared),
    }
)
"""Every field, with the function that reads it. ``status`` is the effective one."""

LIST_FIELDS = frozenset(
    {
        "current",
        "deciders",
        "consulted",
        "informed",
        "tags",
        "formerly",
        "requirements",
        "drops",
        "supersedes",
        "superseded_by",
        *LINK_FIELDS,
        "alternatives",
        "options",
        "drivers",
    }
)
"""The fields that hold any number of words."""


def field_name(word: str) -> str:
    """The name of a field as authors may write it: ``superseded-by`` is ``superseded_by``."""
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
