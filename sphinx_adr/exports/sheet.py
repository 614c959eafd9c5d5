"""The facts of a matrix as CSV: one line for each tie, so that spreadsheets can filter and pivot them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..views.axes import Head
from ..views.matrix import Matrix, MatrixRow
from ..views.naming import Named, NamedRequirement

_FACTS = {
    "requirements": ("requirement", "requirement_title", "coverage"),
    "decisions": ("decision", "decision_title", "status"),
    "tags": ("tag",),
    "drivers": ("driver",),
    "options": ("option",),
}


def sheet(matrix: Matrix) -> str:
    """The text of the file. A row without any tie has a line with nothing on its other side."""
    between = () if "decisions" in (matrix.rows, matrix.columns) else _FACTS["decisions"]
    made = io.StringIO()
    lines = csv.writer(made, lineterminator="\n")
    lines.writerow([*_FACTS[matrix.rows], *_FACTS[matrix.columns], *between, "how"])
    for group in matrix.groups:
        for row in group.rows:
            for line in _lines(row, group.columns, len(_FACTS[matrix.columns]), with_decision=bool(between)):
                lines.writerow(map(_harmless, line))
    return made.getvalue()


def _lines(
    row: MatrixRow, columns: tuple[Head, ...], width: int, *, with_decision: bool
) -> Iterator[list[str]]:
    for mark in row.marks:
        between = _facts(mark.decision) if with_decision else []
        yield [*_facts(row.head), *_facts(columns[mark.column]), *between, mark.how]
    if not row.marks:
        yield [*_facts(row.head), *[""] * (width + (3 if with_decision else 0) + 1)]


def _facts(head: Head) -> list[str]:
    if isinstance(head, NamedRequirement):
        return [head.id, head.title, head.state]
    return [head.label, head.title, head.status] if isinstance(head, Named) else [head]


def _harmless(text: str) -> str:
    """*text* as spreadsheets show it: never as a formula that they run."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
