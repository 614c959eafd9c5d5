"""The traceability matrix: how many requirements are covered, and which decision answers which of them.

Pages of HTML show a grid that scrolls; a grid of many columns is of no use on paper or in a terminal, so
other formats list the decisions beside each requirement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docutils import nodes

from ..views.matrix import Matrix, MatrixRow
from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .hues import hue
from .pieces import (
    apart,
    block,
    cell,
    coverage_badge,
    decision_link,
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
from .words import COVERAGE, TRACING, _, status_word


def render_matrix(matrix: Matrix, refdoc: str, *, wide: bool) -> list[nodes.Node]:
    """The matrix, as a grid where *wide*; a sentence where there are no requirements."""
    if not matrix.rows:
        return [empty(_("No requirements."))]
    if not wide:
        return [_coverage(matrix), _listing(matrix, refdoc)]
    found = [_coverage(matrix)]
    if matrix.columns:
        found.append(_legend(matrix))
    return [*found, _grid(matrix, refdoc)]


def _coverage(matrix: Matrix) -> nodes.Node:
    shown: list[nodes.Node] = []
    if matrix.percentage is not None:
        shown += [span("adr-cover-pct", words(f"{matrix.percentage} %")), separator(" – ")]
    bars = [span(hue(state), style=f"--n:{number}") for state, number in matrix.totals]
    counts = [
        span("adr-key", _mark(state), words(f"{number} {str(COVERAGE[state]).lower()}"))
        for state, number in matrix.totals
    ]
    shown += [span("adr-bar", *bars, aria_hidden="true"), span("adr-legend", *apart(counts))]
    return line("adr-ui adr-cover", *shown, tag="div")


def _mark(state: str, phase: str = "unknown") -> styled.phrase:
    return span(f"adr-mark {hue(state, phase)}", icon(), aria_hidden="true")


# -- the grid -----------------------------------------------------------------------------------------------


def _legend(matrix: Matrix) -> nodes.Node:
    phases = {column.status: column.phase for column in matrix.columns}
    keys = [
        span("adr-key", _mark(status, phase), words(status_word(status))) for status, phase in phases.items()
    ]
    hows = {how for row in matrix.rows for how in row.cells if how}
    keys += [
        span("adr-key", span(f"adr-mark adr-h-{how} adr-s-unknown", aria_hidden="true"), words(TRACING[how]))
        for how in TRACING
        if how in hows
    ]
    return line("adr-ui adr-legend", words(_("Cells:") + " "), *apart(keys), tag="div")


def _grid(matrix: Matrix, refdoc: str) -> nodes.Node:
    heads = [cell("th", "", words(_("Requirement")), scope="col")]
    heads += [_head(column, refdoc) for column in matrix.columns]
    rows = [_row(row, matrix.columns, refdoc) for row in matrix.rows]
    foot = [cell("th", "", words(_("Requirements answered")), scope="row")]
    foot += [cell("td", "", words(str(number))) for number in matrix.sums]
    widths = [40, *(8 for _column in matrix.columns)]
    total = element(styled.styled_row, "tr", "adr-total", *foot) if matrix.columns else None
    table = grid("", str(_("Which decision answers which requirement")), widths, heads, rows, total)
    named = str(_("Requirements by decisions, scrollable"))
    scroll = block("adr-scroll", table, tabindex="0", role="region", aria_label=named)
    return block("adr-ui adr-tablebox adr-matrix", scroll)


def _head(column: Named, refdoc: str) -> styled.cell:
    front, dash, number = column.label.rpartition("-")
    shown = span("adr-head", span("adr-id", words(front + dash), span("adr-number", words(number))))
    shown += icon(hue(column.status, column.phase))
    shown += span("adr-sr", words(f", {column.title}, {status_word(column.status)}"))
    return cell("th", "", link(column, shown, refdoc), scope="col")


def _row(row: MatrixRow, columns: Iterable[Named], refdoc: str) -> styled.styled_row:
    cells = [cell("th", "", *_requirement(row.requirement, refdoc), scope="row")]
    for column, how in zip(columns, row.cells, strict=True):
        cells.append(cell("td", "", _answer(column, how, refdoc)) if how else cell("td", ""))
    return element(styled.styled_row, "tr", "", *cells)


def _requirement(requirement: NamedRequirement, refdoc: str) -> Iterator[nodes.Node]:
    name = requirement_link(requirement, identifier(requirement.id), refdoc)
    yield line("adr-reqline", name, words(" "), coverage_badge(requirement.state), tag="div")
    if requirement.title:
        yield line("", words(requirement.title))


def _answer(column: Named, how: str, refdoc: str) -> nodes.Element:
    told = f"{column.label}, {status_word(column.status)}, {TRACING[how]}"
    mark = span(
        f"adr-mark adr-h-{how} {hue(column.status, column.phase)}",
        icon(),
        span("adr-sr", words(told)),
        title=told,
    )
    return link(column, mark, refdoc, hint=False)


# -- the same facts as a list -------------------------------------------------------------------------------


def _listing(matrix: Matrix, refdoc: str) -> nodes.Node:
    titles = (_("Requirement"), _("Coverage"), _("Decisions"))
    heads = [cell("th", "", words(title), scope="col") for title in titles]
    rows = [_listed(row, matrix.columns, refdoc) for row in matrix.rows]
    return grid("", str(_("Which decision answers which requirement")), (40, 16, 44), heads, rows)


def _listed(row: MatrixRow, columns: Sequence[Named], refdoc: str) -> styled.styled_row:
    requirement = row.requirement
    name = [requirement_link(requirement, identifier(requirement.id), refdoc)]
    if requirement.title:
        name.append(span("", words(f" {requirement.title}")))
    answers = [
        span("", decision_link(column, refdoc, title=False), words(f" ({_said(column, how)})"))
        for column, how in zip(columns, row.cells, strict=True)
        if how
    ]
    return element(
        styled.styled_row,
        "tr",
        "",
        cell("th", "", *name),
        cell("td", "", words(COVERAGE[requirement.state])),
        cell("td", "", *joined(answers)),
    )


def _said(column: Named, how: str) -> str:
    return f"{status_word(column.status).lower()}, {TRACING[how]}"
