"""The facts of a matrix as CSV: one line for each tie, so that spreadsheets can filter and pivot them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..views.axes import Head
from ..views.matrix import Matrix, MatrixRow
from ..views.naming import Named, NamedRequirement
from .register import write

FOLDER = "_adr"
"""The folder below the pages that holds nothing but these files."""

BUILDERS = ("html", "dirhtml", "singlehtml")
"""The builders whose pages can have files beside them."""

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


def address(builder: str, docname: str, name: str) -> str:
    """The address of the file *name*, seen from the page of *docname* as *builder* puts it."""
    depth = docname.count("/")
    if builder == "dirhtml" and docname.rpartition("/")[2] != "index":
        depth += 1
    return f"{'' if builder == 'singlehtml' else '../' * depth}{FOLDER}/{name}"


def write_sheets(outdir: Path, matrices: Iterable[Matrix]) -> None:
    """Writes the files that *matrices* ask for, and removes those that none asks for any more."""
    folder = outdir / FOLDER
    wanted = {folder / matrix.csv: matrix for matrix in matrices if matrix.csv}
    for path, matrix in wanted.items():
        write(path, sheet(matrix))
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.suffix == ".csv" and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
