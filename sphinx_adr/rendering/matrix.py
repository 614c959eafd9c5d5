"""The traceability matrix: a coverage bar, a legend, and the grid."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from ..views.matrix import Matrix, MatrixRow
from ..views.naming import Named
from . import nodes as styled
from .pieces import (
    cell,
    coverage_badge,
    element,
    grid,
    hue,
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

_SHORT = {"addresses": "x", "mentions": "m"}


def render_matrix(matrix: Matrix, refdoc: str) -> list[nodes.Node]:
    """The matrix, or a sentence where there are no requirements."""
    if not matrix.rows:
        return [line("adr-ui adr-empty", words(_("No requirements.")))]
    heads = [cell("th", "", words(_("Requirement")), scope="col")]
    heads += [_head(column, refdoc) for column in matrix.columns]
    rows = [_row(row, matrix.columns, refdoc) for row in matrix.rows]
    foot = [cell("th", "", words(_("Requirements answered")), scope="row")]
    foot += [cell("td", "", words(str(number))) for number in matrix.sums]
    widths = [40, *(8 for _column in matrix.columns)]
    total = element(styled.styled_row, "tr", "adr-total", *foot) if matrix.columns else None
    table = grid("", str(_("Which decision answers which requirement")), widths, heads, rows, total)
    scroll = element(
        styled.division,
        "div",
        "adr-scroll",
        table,
        tabindex="0",
        role="region",
        aria_label=_("Requirements by decisions, scrollable"),
    )
    return [
        _coverage(matrix),
        _legend(matrix),
        element(styled.division, "div", "adr-ui adr-tablebox adr-matrix", scroll),
    ]


def _coverage(matrix: Matrix) -> nodes.Node:
    bars = [span(f"adr-bar-{state} {hue(state)}", style=f"--n:{number}") for state, number in matrix.totals]
    counts = [
        span("adr-key", _mark(state), words(f"{number} {str(COVERAGE[state]).lower()}"))
        for state, number in matrix.totals
    ]
    percent = "" if matrix.percentage is None else f"{matrix.percentage} %"
    return element(
        styled.division,
        "div",
        "adr-ui adr-cover",
        line(
            "adr-cover-line",
            span("adr-cover-pct", words(percent)),
            separator(" – "),
            span("adr-bar", *bars, aria_hidden="true"),
            span("adr-legend", *joined(counts)),
            tag="div",
        ),
    )


def _mark(status: str) -> styled.phrase:
    return span(f"adr-mark {hue(status)}", icon(), aria_hidden="true")


def _legend(matrix: Matrix) -> nodes.Node:
    statuses = dict.fromkeys(column.status for column in matrix.columns)
    keys = [span("adr-key", _mark(status), words(status_word(status))) for status in statuses]
    hows = dict.fromkeys(how for row in matrix.rows for how in row.cells if how)
    keys += [_how_key(how) for how in sorted(hows)]
    return line("adr-ui adr-legend", span("adr-strong", words(_("Cells:") + " ")), *joined(keys), tag="div")


def _how_key(how: str) -> styled.phrase:
    sample = span(f"adr-mark adr-h-{how} adr-s-accepted", icon(), aria_hidden="true")
    return span("adr-key", sample, span("adr-letter", words(f"{_SHORT[how]} = ")), words(TRACING[how]))


def _head(column: Named, refdoc: str) -> styled.cell:
    shown = span("adr-vert", identifier(column.label), icon(hue(column.status)))
    told = span("adr-sr", words(f", {column.title}, {status_word(column.status)}"))
    return cell("th", "", link(column, shown, refdoc), told, scope="col")


def _row(row: MatrixRow, columns: Iterable[Named], refdoc: str) -> styled.styled_row:
    requirement = row.requirement
    top = line(
        "adr-reqline",
        requirement_link(requirement, identifier(requirement.id), refdoc),
        words(" "),
        coverage_badge(requirement.state),
        tag="div",
    )
    title = [line("adr-reqtitle", words(requirement.title))] if requirement.title else []
    cells = [cell("th", "", top, *title, scope="row")]
    for column, how in zip(columns, row.cells, strict=True):
        cells.append(_answer(column, how, refdoc) if how else cell("td", ""))
    return element(styled.styled_row, "tr", "", *cells)


def _answer(column: Named, how: str, refdoc: str) -> styled.cell:
    told = f"{column.label}, {status_word(column.status)}, {TRACING[how]}"
    mark = span(
        f"adr-mark adr-h-{how} {hue(column.status)}",
        icon(),
        span("adr-letter", words(_SHORT[how]), aria_hidden="true"),
        span("adr-sr", words(told)),
        title=told,
    )
    return cell("td", "", link(column, mark, refdoc))
