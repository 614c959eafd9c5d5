"""Options: compared in one table within a decision, and listed across decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from ..placeholders import considered_option
from ..reading.anatomy import read_arguments
from ..views.options import OptionRow
from . import nodes as styled
from .pieces import badge, block, cell, decision_link, element, empty, grid, line, words
from .words import _


def render_comparison(options: Sequence[considered_option]) -> nodes.Node:
    """The options of one decision side by side; what is no argument for or against stands under the name."""
    heads = [
        cell("th", "", words(text), scope="col")
        for text in (_("Option"), _("Good, because"), _("Bad, because"))
    ]
    table = grid(
        "adr-stack",
        str(_("Considered options with arguments for and against")),
        (28, 36, 36),
        heads,
        [_option(option) for option in options],
    )
    return block("adr-ui adr-tablebox adr-options", table)


def _option(option: considered_option) -> styled.styled_row:
    pros, cons, rest = _sorted_body(option)
    name: list[nodes.Node] = [line("", words(option["name"]), tag="div")]
    if option["chosen"]:
        name.append(line("", badge("accepted", str(_("Chosen")), small=True), tag="div"))
    if option["reason"]:
        name.append(line("adr-out", words(option["reason"])))
    return element(
        styled.styled_row,
        "tr",
        "adr-chosen" if option["chosen"] else "",
        cell("th", "", *name, *rest, scope="row"),
        cell("td", "adr-pros", *_list(pros), data_label=str(_("Good, because"))),
        cell("td", "adr-cons", *_list(cons), data_label=str(_("Bad, because"))),
    )


def _sorted_body(
    option: considered_option,
) -> tuple[Sequence[str], Sequence[str], list[nodes.Node]]:
    pros: list[str] = []
    cons: list[str] = []
    rest: list[nodes.Node] = []
    for child in option.children:
        good, bad = read_arguments([child])
        pros += good
        cons += bad
        if not good and not bad:
            rest.append(child)
    return pros, cons, rest


def _list(arguments: Iterable[str]) -> list[nodes.Node]:
    items = [element(styled.item, "li", "", line("", words(text), tag="")) for text in arguments]
    return [element(styled.listing, "ul", "", *items)] if items else []


def render_options(rows: Sequence[OptionRow], refdoc: str) -> list[nodes.Node]:
    """The options that were not chosen, across decisions."""
    if not rows:
        return [empty(_("No options on record."))]
    titles = (_("Option not chosen"), _("Decision"), _("Why not"))
    heads = [cell("th", "", words(text), scope="col") for text in titles]
    table = grid(
        "adr-stack",
        str(_("Options that were not chosen")),
        (28, 32, 40),
        heads,
        [_row(row, refdoc) for row in rows],
    )
    return [block("adr-ui adr-tablebox adr-options", table)]


def _row(row: OptionRow, refdoc: str) -> styled.styled_row:
    decision = [line("", decision_link(row.decision, refdoc), tag="div")]
    if row.choice:
        decision.append(line("adr-out", words(_("Chosen:") + f" {row.choice}")))
    reason: list[nodes.Node] = [line("", words(row.option.reason))] if row.option.reason else []
    return element(
        styled.styled_row,
        "tr",
        "",
        cell("th", "", words(row.option.name), scope="row"),
        cell("td", "", *decision, data_label=str(_("Decision"))),
        cell("td", "adr-cons", *(reason or _list(row.option.cons)), data_label=str(_("Why not"))),
    )
