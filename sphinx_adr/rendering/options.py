"""Options: compared in one table within a decision, and listed across decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from ..placeholders import considered_option
from ..reading.anatomy import read_arguments
from ..views.options import OptionRow
from . import nodes as styled
from .content import Content, Later, Piece
from .pieces import badge, block, cell, decision_link, element, empty, grid, line, words
from .words import _


def render_comparison(options: Sequence[considered_option]) -> Content:
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


def _option(option: considered_option) -> Piece:
    sides = _Sides(option)
    name: list[Content] = [line("", words(option["name"]), tag="div")]
    if option["chosen"]:
        name.append(line("", badge("accepted", str(_("Chosen")), small=True), tag="div"))
    if option["reason"]:
        name.append(line("adr-out", words(option["reason"])))
    return element(
        styled.adr_row,
        "tr",
        "adr-chosen" if option["chosen"] else "",
        cell("th", "", *name, *sides.rest, scope="row"),
        cell("td", "adr-pros", *_list(sides.pros), data_label=str(_("Good, because"))),
        cell("td", "adr-cons", *_list(sides.cons), data_label=str(_("Bad, because"))),
    )


class _Sides:
    """The body of an option: what speaks for it, what against it, and the rest, with their markup."""

    def __init__(self, option: considered_option) -> None:
        self.pros: list[list[Content]] = []
        self.cons: list[list[Content]] = []
        self.rest: list[Content] = []
        for child in option.children:
            if isinstance(child, nodes.bullet_list):
                self._sort(child)
            elif not self._take(child, child):
                self.rest.append(child)

    def _sort(self, items: nodes.bullet_list) -> None:
        """Takes each item to its side; those without one stay a list."""
        left = nodes.bullet_list("", **items.attributes)
        for item in list(items.children):
            alone = nodes.bullet_list("", item.deepcopy(), **items.attributes)
            if not self._take(alone, item):
                left.append(item)
        if left.children:
            self.rest.append(left)

    def _take(self, read: nodes.Node, shown: nodes.Node) -> bool:
        pros, cons = read_arguments([read])
        for side, arguments in ((self.pros, pros), (self.cons, cons)):
            for text in arguments:
                content = _with_markup(shown, text) if len(pros) + len(cons) == 1 else None
                side.append(content or [words(text)])
        return bool(pros or cons)


def _with_markup(shown: nodes.Node, argument: str) -> list[Content] | None:
    """The words of *argument* as they stand in *shown*, without the mark in front of them."""
    paragraph = shown[0] if isinstance(shown, nodes.list_item) and len(shown) == 1 else shown
    if not isinstance(paragraph, nodes.paragraph) or not isinstance(first := paragraph[0], nodes.Text):
        return None
    text = " ".join(paragraph.astext().split())
    mark = text.removesuffix(argument)
    if mark == text or not first.startswith(mark.rstrip()):
        return None
    return [nodes.Text(first[len(mark.rstrip()) :].lstrip()), *paragraph.children[1:]]


def _list(arguments: Iterable[Sequence[Content]]) -> list[Content]:
    items = [element(styled.adr_item, "li", "", line("", *content, tag="")) for content in arguments]
    return [element(styled.adr_listing, "ul", "", *items)] if items else []


def render_options(rows: Sequence[OptionRow]) -> list[Content]:
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
        Later(_row, rows),
    )
    return [block("adr-ui adr-tablebox adr-options", table)]


def _row(row: OptionRow) -> Piece:
    decision = [line("", decision_link(row.decision), tag="div")]
    if row.choice:
        decision.append(line("adr-out", words(_("Chosen: %s") % row.choice)))
    reason: list[Content] = [line("", words(row.option.reason))] if row.option.reason else []
    return element(
        styled.adr_row,
        "tr",
        "",
        cell("th", "", words(row.option.name), scope="row"),
        cell("td", "", *decision, data_label=str(_("Decision"))),
        cell(
            "td",
            "adr-cons",
            *(reason or _list([words(text)] for text in row.option.cons)),
            data_label=str(_("Why not")),
        ),
    )
