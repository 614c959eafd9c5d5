"""The fields of a decision by name: what filters compare, views sort by, and tables show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from .decision import Decision
from .ledger import Ledger
from .links import key_of

Value = str | bool | tuple[str, ...] | None
"""What a field can hold."""


def _names(decisions: object) -> tuple[str, ...]:
    assert isinstance(decisions, (list, tuple))
    return tuple(decision.label for decision in decisions)


def _alternatives(decision: Decision) -> tuple[str, ...]:
    return tuple(option.name for option in decision.anatomy.options if not option.chosen)


def _reason(decision: Decision) -> str | None:
    return next((option.reason for option in decision.anatomy.options if option.chosen and option.reason), None)


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
        "current": lambda ledger, d: _names(list(ledger.current(d))),
        "date": lambda ledger, d: d.date,
        "deciders": lambda ledger, d: d.deciders,
        "consulted": lambda ledger, d: d.consulted,
        "informed": lambda ledger, d: d.informed,
        "tags": lambda ledger, d: d.tags,
        "story": lambda ledger, d: d.story,
        "review": lambda ledger, d: d.review,
        "summary": lambda ledger, d: d.summary,
        "requirements": lambda ledger, d: tuple(dict.fromkeys(t.requirement for t in d.traces)),
        "drops": lambda ledger, d: d.drops,
        "supersedes": lambda ledger, d: _names(list(ledger.supersedes.get(key_of(d), ()))),
        "superseded_by": lambda ledger, d: _names(list(ledger.superseded_by.get(key_of(d), ()))),
        "choice": lambda ledger, d: d.anatomy.choice,
        "alternatives": lambda ledger, d: _alternatives(d),
        "reason": lambda ledger, d: _reason(d),
        "drivers": lambda ledger, d: d.anatomy.drivers,
        "docname": lambda ledger, d: d.docname,
    }
)
"""Every field, with the function that reads it. ``status`` is the effective one."""


def field_name(word: str) -> str:
    """The name of a field as authors may write it: ``superseded-by`` is ``superseded_by``."""
    return word.strip().casefold().replace("-", "_").replace(" ", "_")
