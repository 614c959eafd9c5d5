"""The traceability matrix: how many requirements are covered, and which decision answers which of them.

Pages of HTML show a grid that scrolls; a grid of many columns is of no use on paper or in a terminal, so
other formats list the decisions beside each requirement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ..views.axes import Head
from ..views.matrix import Mark, Matrix, MatrixGroup, MatrixRow
from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .content import Content, Later, Piece, Reused
from .hues import hue
from .pieces import (
    apart,
    block,
    cell,
    coverage_badge,
    decision_link,
    download,
    element,
    empty,
    grid,
    icon,
    identifier,
    joined,
    line,
    link,
    requirement_link,
    separator,
    span,
    words,
)
from .words import (
    AXES,
    COVERAGE,
    SIDES,
    SIDES_IN_TEXT,
    TRACING,
    _,
    counted,
    coverage_in_text,
    status_in_text,
    status_word,
)


def render_matrix(matrix: Matrix, *, wide: bool, csv: str | None = None) -> list[Content]:
    """The matrix, as a grid where it shall be one and the page is *wide*; a sentence where it has no rows.

    *csv* is the address of a file with the same facts, where there is one.
    """
    if not matrix.groups:
        return [empty(_("No requirements.") if matrix.rows == "requirements" else _("No decisions."))]
    found: list[Content] = [_coverage(matrix)] if matrix.totals else []
    as_grid = wide and matrix.style == "grid"
    if as_grid and any(group.columns for group in matrix.groups):
        found.append(_legend(matrix))
    for group in matrix.groups:
        if group.name is not None:
            share = f" – {group.percentage} %" if group.percentage is not None else ""
            found.append(line("adr-ui adr-group", words(group.name + share)))
        found.append(_grid(matrix, group) if as_grid else _listing(matrix, group))
    if csv:
        found.append(line("adr-ui adr-download", download(csv, _("Download as CSV"))))
    return found


def _coverage(matrix: Matrix) -> Content:
    shown: list[Content] = []
    if matrix.percentage is not None:
        shown += [span("adr-cover-pct", words(f"{matrix.percentage} %")), separator(" – ")]
    bars = [span(hue(state), style=f"--n:{number}") for state, number in matrix.totals]
    counts = [
        span("adr-key", _mark(state), words(counted(number, coverage_in_text(state))))
        for state, number in matrix.totals
    ]
    shown += [span("adr-bar", *bars, aria_hidden="true"), span("adr-legend", *apart(counts))]
    return line("adr-ui adr-cover", *shown, tag="div")


def _mark(state: str, phase: str = "unknown") -> Piece:
    return span(f"adr-mark {hue(state, phase)}", icon(), aria_hidden="true")


# -- the grid -----------------------------------------------------------------------------------------------


def _legend(matrix: Matrix) -> Content:
    marks = [mark for group in matrix.groups for row in group.rows for mark in row.marks]
    phases = {mark.decision.status: mark.decision.phase for mark in marks}
    keys = [
        span("adr-key", _mark(status, phase), words(status_word(status))) for status, phase in phases.items()
    ]
    hows = {mark.how for mark in marks}
    keys += [
        span("adr-key", span(f"adr-mark adr-h-{how} adr-s-unknown", aria_hidden="true"), words(TRACING[how]))
        for how in TRACING
        if how in hows
    ]
    return line("adr-ui adr-legend", words(_("Cells:") + " "), *apart(keys), tag="div")


def _grid(matrix: Matrix, group: MatrixGroup) -> Content:
    heads = [cell("th", "", words(AXES[matrix.rows]), scope="col")]
    heads += [_column(column) for column in group.columns]
    rows = Later(lambda row: _row(row, len(group.columns)), group.rows)
    answered = _("Requirements answered") if matrix.rows == "requirements" else SIDES[matrix.rows]
    foot = [cell("th", "", words(answered), scope="row")]
    foot += [cell("td", "", words(str(number))) for number in group.sums]
    widths = [40, *(8 for _column in group.columns)]
    total = element(styled.adr_row, "tr", "adr-total", *foot) if group.columns else None
    table = grid("", _caption(matrix), widths, heads, rows, total)
    named = str(_("Requirements by decisions, scrollable")) if _is_usual(matrix) else _caption(matrix)
    scroll = block("adr-scroll", table, tabindex="0", role="group", aria_label=named)
    return block("adr-ui adr-tablebox adr-matrix", scroll)


def _is_usual(matrix: Matrix) -> bool:
    return (matrix.rows, matrix.columns) == ("requirements", "decisions")


def _caption(matrix: Matrix) -> str:
    if _is_usual(matrix):
        return str(_("Which decision answers which requirement"))
    sides = {"rows": str(SIDES[matrix.rows]), "columns": str(SIDES_IN_TEXT[matrix.columns])}
    return str(_("%(rows)s by %(columns)s") % sides)


def _column(head: Head) -> Piece:
    if isinstance(head, str):
        return cell("th", "", span("adr-head", span("adr-id", words(head))), scope="col")
    label = head.id if isinstance(head, NamedRequirement) else head.label
    front, dash, number = label.rpartition("-")
    named = span("adr-id", words(front + dash), span("adr-number", words(number)))
    if isinstance(head, NamedRequirement):
        said = span("adr-sr", words(f", {head.title}, {COVERAGE[head.state]}"))
        shown = span("adr-head", named, icon(hue(head.state)), said)
        return cell("th", "", requirement_link(head, shown), scope="col")
    said = span("adr-sr", words(f", {head.title}, {status_word(head.status)}"))
    shown = span("adr-head", named, icon(hue(head.status, head.phase)), said)
    return cell("th", "", link(head, shown), scope="col")


def _row(row: MatrixRow, columns: int) -> Piece:
    marks = _by_column(row)
    head = cell("th", "", *_head(row.head), scope="row")
    answers = (joined((_answer(mark) for mark in marks.get(column, ())), " ") for column in range(columns))
    return element(styled.adr_row, "tr", "", head, *(cell("td", "", *found) for found in answers))


def _by_column(row: MatrixRow) -> Mapping[int, Sequence[Mark]]:
    return {column: list(marks) for column, marks in groupby(row.marks, key=lambda mark: mark.column)}


def _head(head: Head) -> Iterator[Content]:
    if isinstance(head, str):
        yield line("", words(head))
    elif isinstance(head, NamedRequirement):
        name = requirement_link(head, identifier(head.id))
        yield line("adr-reqline", name, words(" "), coverage_badge(head.state), tag="div")
        if head.title:
            yield line("", words(head.title))
    else:
        yield line("", decision_link(head))


def _answer(mark: Mark) -> Content:
    decision = mark.decision
    told = ", ".join(filter(None, (decision.label, status_word(decision.status), _how(mark))))
    shown = span(
        f"adr-mark adr-h-{mark.how or 'has'} {hue(decision.status, decision.phase)}",
        icon(),
        span("adr-sr", words(told)),
        title=told,
    )
    return link(decision, shown, hint=False)


def _how(mark: Mark) -> str:
    return str(TRACING[mark.how]) if mark.how else ""


# -- the same facts as a list -------------------------------------------------------------------------------


def _listing(matrix: Matrix, group: MatrixGroup) -> Content:
    covered = matrix.rows == "requirements"
    titles = [AXES[matrix.rows], *([_("Coverage")] if covered else []), SIDES[matrix.columns]]
    widths = (40, 16, 44) if covered else (40, 60)
    heads = [cell("th", "", words(title), scope="col") for title in titles]
    known: dict[tuple[int, str], Reused] = {}
    rows = Later(lambda row: _listed(row, group.columns, known), group.rows)
    return block("adr-ui adr-tablebox adr-listing", grid("", _caption(matrix), widths, heads, rows))


def _listed(row: MatrixRow, columns: Sequence[Head], known: dict[tuple[int, str], Reused]) -> Piece:
    """A row; *known* are the decisions that other rows named, by their column and how they stand."""
    head = row.head
    answers: list[Content] = []
    for at, marks in _by_column(row).items():
        column = columns[at]
        if isinstance(column, Named):
            kind = (at, marks[0].how)
            if kind not in known:
                known[kind] = Reused(_standing, column, marks[0])
            answers.append(known[kind])
        else:
            answers.append(_tied(column, marks))
    cells = [cell("th", "", *_listed_head(head))]
    if isinstance(head, NamedRequirement):
        cells.append(cell("td", "", coverage_badge(head.state)))
    return element(styled.adr_row, "tr", "", *cells, cell("td", "", *joined(answers)))


def _listed_head(head: Head) -> Iterable[Content]:
    if isinstance(head, NamedRequirement):
        name = requirement_link(head, identifier(head.id))
        return [name, span("", words(f" {head.title}"))] if head.title else [name]
    return [words(head)] if isinstance(head, str) else [decision_link(head)]


def _standing(decision: Named, mark: Mark) -> Content:
    """What a row has in the column of a decision: that and how it stands."""
    said = ", ".join(filter(None, (status_in_text(decision.status), _how(mark))))
    return span("", decision_link(decision, title=False), words(f" ({said})"))


def _tied(column: NamedRequirement | str, marks: Sequence[Mark]) -> Content:
    """What a row has in another column: the requirement, or a word and the decisions behind it."""
    if isinstance(column, NamedRequirement):
        state = coverage_in_text(column.state)
        told = ", ".join(filter(None, (state, _how(marks[0]) if len(marks) == 1 else "")))
        return span("", requirement_link(column, identifier(column.id)), words(f" ({told})"))
    behind = joined(decision_link(mark.decision, title=False) for mark in marks)
    return span("", words(f"{column} ("), *behind, words(")"))
