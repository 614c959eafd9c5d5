"""The index of decisions: which, in which order and groups, with which columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType

from ..log.decision import Decision
from ..log.fields import FIELDS, LINK_FIELDS, Value, field_name, linked, linked_outside, traced
from ..log.identifiers import natural_key, sort_key
from ..log.ledger import Ledger
from ..log.links import key_of
from ..log.query import parse_filter, select
from ..log.vocabulary import STATUSES
from .answers import Answers
from .naming import Named, NamedRequirement, Names, named_outside
from .told import told

STYLES = ("table", "list", "cards", "timeline")
DEFAULT_COLUMNS = ("id", "decision", "status", "date")

Piece = str | Named | NamedRequirement
"""One item in a cell: plain text, or something to link to."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The content of a cell: its pieces, in order."""

    pieces: tuple[Piece, ...]


@told
@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """A decision with its cells, and what the ``decision`` column says beside the title.

    *replaces* are the decisions that it supersedes, as a timeline tells, *replaced_by* those that are current
    instead.
    """

    decision: Named
    date: str | None
    cells: tuple[Cell, ...]
    outcome: str | None
    replaces: tuple[Named, ...]
    replaced_by: tuple[Named, ...]
    tags: tuple[str, ...]
    requirements: tuple[NamedRequirement, ...]


@told
@dataclass(frozen=True, slots=True, repr=False)
class Group:
    """Rows under one heading; *name* is ``None`` where the index is not grouped."""

    name: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """An index as it shall be shown; *sort* and *group_by* are the fields that it is sorted and grouped by."""

    style: str
    columns: tuple[str, ...]
    sort: tuple[str, ...]
    group_by: str | None
    groups: tuple[Group, ...]
    counts: tuple[tuple[str, int], ...]


def _ends_of(field: str) -> Callable[[Answers, Decision], tuple[Piece, ...]]:
    return lambda answers, d: _linked(answers.names, d, field)


def _linked(names: Names, decision: Decision, field: str) -> tuple[Named, ...]:
    outside = map(named_outside, linked_outside(names.ledger, decision, field))
    return (*names.all(linked(names.ledger, decision, field)), *outside)


_COMPOSED: Mapping[str, Callable[[Answers, Decision], tuple[Piece, ...]]] = MappingProxyType(
    {
        "decision": lambda answers, d: (answers.names.of(d),),
        "id": lambda answers, d: (answers.names.of(d),),
        "title": lambda answers, d: (answers.names.of(d),),
        "requirements": lambda answers, d: _requirements(answers, d),  # noqa: PLW0108 - it is defined below
        **{field: _ends_of(field) for field in ("supersedes", "superseded_by", *LINK_FIELDS)},
        "current": lambda answers, d: answers.names.current(d),
        "date": lambda answers, d: _text(d.date or d.date_text),
    }
)

COLUMNS = tuple(dict.fromkeys((*DEFAULT_COLUMNS, *FIELDS)))
"""Every column that an index can have."""


@dataclass(frozen=True, slots=True)
class IndexQuestion:
    """Asks for an index. Columns, sort and group are names of fields; *sort* may begin with ``-``.

    A timeline goes by date, the newest first unless *sort* says ``date``, and is grouped by year where it is not
    grouped otherwise.
    """

    style: str = "table"
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    filter: str | None = None
    sort: tuple[str, ...] = ("id",)
    group_by: str | None = None

    def answer(self, answers: Answers) -> Index:
        """The index, computed from all decisions that the filter lets through."""
        chosen = self.choose(answers.ledger)
        statuses = Counter(answers.ledger.effective_status(decision) for decision in chosen)
        return Index(
            self.style,
            self.columns,
            self._order,
            self._grouping,
            tuple(self._groups(answers, chosen)),
            tuple((status, statuses[status]) for status in _in_order(statuses)),
        )

    @property
    def _grouping(self) -> str | None:
        return self.group_by or ("date" if self.style == "timeline" else None)

    @property
    def _order(self) -> tuple[str, ...]:
        by_date = {"date", "-date"} & set(self.sort)
        return self.sort if self.style != "timeline" or by_date else ("-date", *self.sort)

    def choose(self, ledger: Ledger) -> list[Decision]:
        """The decisions to show, in order."""
        condition = parse_filter(self.filter) if self.filter else None
        chosen = select(ledger, condition, ledger.decisions)
        for field in reversed(self._order):
            name, backwards = field.removeprefix("-"), field.startswith("-")
            values = [(FIELDS[name](ledger, decision), decision) for decision in chosen]
            present = [(_order(value), decision) for value, decision in values if _is_present(value)]
            absent = [decision for value, decision in values if not _is_present(value)]
            present.sort(key=itemgetter(0), reverse=backwards)
            chosen = [decision for _, decision in present] + absent
        return chosen

    def _groups(self, answers: Answers, chosen: list[Decision]) -> Iterator[Group]:
        group_by = self._grouping
        if group_by is None:
            yield Group(None, tuple(self._row(answers, decision) for decision in chosen))
            return
        getter, grouped = FIELDS[group_by], dict[str, list[Decision]]()
        for decision in chosen:
            for name in _group_names(group_by, getter(answers.ledger, decision)):
                grouped.setdefault(name, []).append(decision)
        names = _in_order(grouped) if "status" in group_by else sorted(grouped, key=sort_key)
        if group_by == "date" and self.style == "timeline" and "-date" in self._order:
            names.sort(key=sort_key, reverse=True)
            names.sort(key=lambda name: not name)
        for name in names:
            yield Group(name, tuple(self._row(answers, decision) for decision in grouped[name]))

    def _row(self, answers: Answers, decision: Decision) -> Row:
        ledger = answers.ledger
        replaced = key_of(decision) in ledger.superseded_by or key_of(decision) in ledger.superseded_outside
        return Row(
            answers.names.of(decision),
            decision.date or decision.date_text,
            tuple(Cell(_pieces(answers, decision, column)) for column in self.columns),
            decision.summary or decision.anatomy.choice,
            _linked(answers.names, decision, "supersedes") if self.style == "timeline" else (),
            answers.names.current(decision) if replaced else (),
            decision.tags,
            _requirements(answers, decision),
        )


def _in_order(statuses: Mapping[str, object]) -> list[str]:
    """The statuses that occur, in the order of a decision's life, then the others; the absent one last."""
    return [s for s in STATUSES if s in statuses] + sorted(statuses.keys() - STATUSES.keys(), key=sort_key)


def _is_present(value: Value) -> bool:
    return isinstance(value, bool) or bool(value)


def _order(value: Value) -> tuple[object, ...]:
    return tuple(natural_key(item) for item in (value if isinstance(value, tuple) else (str(value),)))


def _group_names(field: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value or ("",)
    if field in ("date", "review"):
        return (str(value or "")[:4],)
    return ("yes" if value else "no",) if isinstance(value, bool) else (value or "",)


def _requirements(answers: Answers, decision: Decision) -> tuple[NamedRequirement, ...]:
    return tuple(
        answers.names.requirement(answers.requirements[identifier]) for identifier in traced(decision)
    )


def _text(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _pieces(answers: Answers, decision: Decision, column: str) -> tuple[Piece, ...]:
    if composed := _COMPOSED.get(column):
        return composed(answers, decision)
    value = FIELDS[field_name(column)](answers.ledger, decision)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return value if isinstance(value, tuple) else _text(value)
