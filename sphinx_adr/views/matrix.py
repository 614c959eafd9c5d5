"""The traceability matrix: requirements against decisions, or other sides that decisions tie together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..log.coverage import Coverage, RequirementRow, percentage, totals
from ..log.decision import Decision
from ..log.identifiers import natural_key
from ..log.links import Key, key_of
from ..log.query import parse_filter, select
from .answers import Answers
from .axes import WORDS, Axis, Head, decisions_axis, prefix, requirements_axis, selected, words_axis
from .naming import Named, NamedRequirement
from .told import told

MANY_COLUMNS = 60
"""The number of columns above which a grid is of no use: the matrix is a list unless a grid is asked for."""


@told
@dataclass(frozen=True, slots=True, repr=False)
class Mark:
    """A decision that ties a row to the column at position *column*.

    *how* says in which way: ``addresses``, ``mentions``, ``drops``, ``chosen``, ``considered``, or nothing.
    """

    column: int
    decision: Named
    how: str


@told
@dataclass(frozen=True, slots=True, repr=False)
class MatrixRow:
    """A row, with its marks by column and decision."""

    head: Head
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """Rows under one name, which is ``None`` where the matrix is not grouped, and the columns they need.

    *sums* counts, for each column, the rows that it answers.
    """

    name: str | None
    columns: tuple[Head, ...]
    rows: tuple[MatrixRow, ...]
    sums: tuple[int, ...]
    percentage: int | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix as it shall be shown.

    *totals* and *percentage* tell the coverage of all requirements that were asked for, also of those whose
    state is not shown; they are empty where no side is requirements. *csv* is the name of a file that holds
    the same facts.
    """

    rows: str
    columns: str
    style: str
    groups: tuple[MatrixGroup, ...]
    totals: tuple[tuple[str, int], ...]
    percentage: int | None
    csv: str | None = None


@dataclass(frozen=True, slots=True)
class MatrixQuestion:
    """Asks for a matrix of the decisions that *filter* lets through.

    Of the requirements, those that fit *requirements* and are in *only* states are shown. Coverage is always
    that of the whole log: a filter hides decisions, it does not undo them.
    """

    filter: str | None = None
    only: tuple[str, ...] = ()
    rows: str = "requirements"
    columns: str = "decisions"
    requirements: tuple[str, ...] = ()
    group_by: str | None = None
    style: str = "auto"
    csv: str | None = None

    def answer(self, answers: Answers) -> Matrix:
        """The matrix; columns other than requirements have a mark each."""
        ledger = answers.ledger
        condition = parse_filter(self.filter) if self.filter else None
        shown = select(ledger, condition, ledger.decisions)
        asked = selected(answers.requirements.values(), self.requirements)
        visible = [row for row in asked if not self.only or row.state in self.only]
        names = {key_of(decision): answers.names.of(decision) for decision in shown}
        down, across = (self._axis(name, answers, shown, visible) for name in (self.rows, self.columns))
        marks = _marks(down, across, names)
        heads = [key for key in down.heads if key in marks or self.rows == "requirements"]
        every = self.columns == "requirements"
        groups = tuple(
            _group(name, keys, (down, across), marks, answers, every=every and self.group_by is None)
            for name, keys in self._grouped(heads, down)
        )
        widest = max((len(group.columns) for group in groups), default=0)
        style = self.style if self.style != "auto" else "list" if widest > MANY_COLUMNS else "grid"
        counted = asked if "requirements" in (self.rows, self.columns) else []
        return Matrix(
            rows=self.rows,
            columns=self.columns,
            style=style,
            groups=groups,
            totals=tuple((str(state), number) for state, number in totals(counted)),
            percentage=percentage(counted),
            csv=self.csv,
        )

    @staticmethod
    def _axis(name: str, answers: Answers, shown: Sequence[Decision], rows: Sequence[RequirementRow]) -> Axis:
        if name == "requirements":
            return requirements_axis(answers.names, rows, shown)
        return decisions_axis(answers, shown) if name == "decisions" else words_axis(shown, WORDS[name])

    def _grouped(self, heads: list[object], down: Axis) -> Iterator[tuple[str | None, list[object]]]:
        if self.group_by is None:
            yield from [(None, heads)] if heads else []
            return
        groups: dict[str, list[object]] = {}
        for key in heads:
            head = down.heads[key]
            groups.setdefault(prefix(head if isinstance(head, str) else head.id), []).append(key)
        for name in sorted(groups, key=lambda name: (natural_key(name), name)):
            yield name, groups[name]


_Tied = Sequence[tuple[Named, str]]
_Marks = Mapping[object, Mapping[object, _Tied]]


def _marks(down: Axis, across: Axis, names: Mapping[Key, Named]) -> _Marks:
    """For each row and each column that some decision ties together, these decisions and how they do."""
    found: dict[object, dict[object, _Tied]] = defaultdict(dict)
    for key, decision in names.items():
        columns = [tie for tie in across.ties.get(key, ()) if tie[0] in across.heads]
        # Most cells have a single decision: all of the same one, tied in the same way, share one value.
        known: dict[str, tuple[tuple[Named, str]]] = {}
        for row, how in down.ties.get(key, ()):
            if columns and row in down.heads:
                cells = found[row]
                for column, also in columns:
                    said = how or also
                    alone = known.get(said) or known.setdefault(said, ((decision, said),))
                    others = cells.get(column)
                    if others is None:
                        cells[column] = alone
                    elif isinstance(others, list):
                        others += alone
                    else:
                        cells[column] = [*others, *alone]
    return found


def _group(
    name: str | None,
    keys: Iterable[object],
    axes: tuple[Axis, Axis],
    marks: _Marks,
    answers: Answers,
    *,
    every: bool,
) -> MatrixGroup:
    down, across = axes
    keys = list(keys)
    needed = {column for key in keys for column in marks.get(key, ())}
    columns = [column for column in across.heads if every or column in needed]
    position = {column: number for number, column in enumerate(columns)}
    rows: list[MatrixRow] = []
    sums: Counter[int] = Counter()
    made: dict[tuple[int, str, str, str], Mark] = {}

    def mark(at: int, decision: Named, how: str) -> Mark:
        """The mark for *decision* in that column, which is the same in each row."""
        key = (at, decision.docname, decision.anchor, how)
        if key not in made:
            made[key] = Mark(at, decision, how)
        return made[key]

    for key in keys:
        cells = sorted((position[column], found) for column, found in marks.get(key, {}).items())
        rows.append(MatrixRow(down.heads[key], tuple(mark(at, *one) for at, found in cells for one in found)))
        sums.update(at for at, found in cells if any(how != "drops" for _decision, how in found))
    required = [row.head.id for row in rows if isinstance(row.head, NamedRequirement)]
    return MatrixGroup(
        name,
        tuple(across.heads[column] for column in columns),
        tuple(rows),
        tuple(sums[number] for number in range(len(columns))),
        percentage([answers.requirements[identifier] for identifier in required]),
    )


STATES = tuple(str(state) for state in Coverage)
"""The coverage states that ``:only:`` can name."""
STYLES = ("auto", "grid", "list")
"""The looks that ``:style:`` can name."""
