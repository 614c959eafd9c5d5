"""The small things that cards, tables and drawings are made of: references, badges, chips and cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, overload

from docutils import nodes
from sphinx import addnodes

from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .hues import hue
from .words import COVERAGE, _, coverage_in_text, status_word

Kind = TypeVar("Kind", bound=nodes.Element)
Value = TypeVar("Value")

_HOLE = re.compile(r"%(?:\((\d)\))?s")
_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def element(kind: type[Kind], tag: str, classes: str, *children: nodes.Node, **html: str) -> Kind:
    """A styled node: *tag* with *classes* and attributes in HTML, *kind*'s base class everywhere else.

    Underscores in attribute names stand for hyphens.
    """
    made = kind("", *children) if not issubclass(kind, nodes.TextElement) else kind("", "", *children)
    made["tag"] = tag
    made["classes"] = classes.split()
    if html:
        made["html"] = {name.rstrip("_").replace("_", "-"): value for name, value in html.items()}
    return made


def words(text: str) -> nodes.Text:
    """Plain text."""
    return nodes.Text(str(text))


def span(classes: str, *children: nodes.Node, **html: str) -> styled.phrase:
    """A run of text with a class."""
    return element(styled.phrase, "span", classes, *children, **html)


def line(classes: str, *children: nodes.Node, tag: str = "p") -> styled.styled_paragraph:
    """A paragraph."""
    return element(styled.styled_paragraph, tag, classes, *children)


def block(classes: str, *children: nodes.Node, **html: str) -> styled.division:
    """A box around other blocks."""
    return element(styled.division, "div", classes, *children, **html)


def empty(text: str) -> styled.styled_paragraph:
    """What stands where a view has nothing to show."""
    return line("adr-ui adr-empty", words(text))


def separator(text: str) -> styled.phrase:
    """A separator that the stylesheet hides: boxes and distances do its work there."""
    return span("adr-sep", words(text), aria_hidden="true")


def time(text: str) -> nodes.Node:
    """A date; ISO dates are marked up as such."""
    if _ISO_DATE.fullmatch(text):
        return element(styled.phrase, "time", "", words(text), datetime=text)
    return words(text)


def due(text: str) -> nodes.Node:
    """A date to come, beside which the reader's browser says how far away it is: what is built stays the same."""
    made = time(text)
    if isinstance(made, nodes.Element):
        made["classes"].append("adr-due")
    return made


def badge(status: str, text: str = "", *, phase: str = "unknown", small: bool = False) -> styled.phrase:
    """A status as shape, word and colour; *phase* tells the look of a status of the project's own."""
    size = " adr-badge-sm" if small else ""
    return span(f"adr-badge{size} {hue(status, phase)}", words(text or status_word(status)))


def status_badge(decision: Named, *, small: bool = False) -> styled.phrase:
    """The status of a decision as shape, word and colour."""
    return badge(decision.status, phase=decision.phase, small=small)


def coverage_badge(state: str) -> styled.phrase:
    """A coverage state as shape, word and colour."""
    return badge(state, str(COVERAGE[state]), small=True)


def link(
    to: Named, content: nodes.Element, refdoc: str, anchor: str | None = None, *, hint: bool = True
) -> nodes.Element:
    """A reference to a decision; Sphinx resolves it. *hint* offers the title that *content* does not show."""
    title = to.title if hint else ""
    if to.uri is not None:
        named = {"reftitle": title} if title else {}
        return nodes.reference("", "", content, internal=False, refuri=to.uri, **named)
    if not to.anchor:
        return content
    return _reference("decision", to.label, (to.docname, anchor or to.anchor, title), content, refdoc)


def requirement_link(
    to: NamedRequirement, content: nodes.Element, refdoc: str, *, hint: bool = True
) -> nodes.Element:
    """A reference to a requirement, or only *content* where nothing declares it."""
    if to.uri:
        named = {"reftitle": to.title} if hint and to.title else {}
        return nodes.reference("", "", content, internal=False, refuri=to.uri, **named)
    if to.docname is None or to.anchor is None:
        return content
    return _reference("req", to.id, (to.docname, to.anchor, to.title if hint else ""), content, refdoc)


def _reference(
    role: str, target: str, place: tuple[str, str, str], content: nodes.Element, refdoc: str
) -> addnodes.pending_xref:
    return addnodes.pending_xref(
        target,
        content,
        refdomain="adr",
        reftype=role,
        reftarget=target,
        refexplicit=True,
        refwarn=False,
        refdoc=refdoc,
        **{"adr-place": place},
    )


def identifier(text: str) -> styled.phrase:
    """An ID."""
    return span("adr-id", words(text))


def decision_link(to: Named, refdoc: str, *, title: bool = True, anchor: str | None = None) -> nodes.Element:
    """A decision as a link: its ID, and its title."""
    if not to.id:
        return link(to, span("", words(to.title or _("Untitled decision"))), refdoc, anchor, hint=False)
    shown = span("", identifier(to.id))
    if title and to.title:
        shown += words(f" {to.title}")
    return link(to, shown, refdoc, anchor, hint=not title)


def requirement_chip(to: NamedRequirement, refdoc: str, *, title: bool = False) -> nodes.Element:
    """A requirement as a chip with its coverage; *title* adds its title."""
    chip = span(f"adr-chip {hue(to.state)}", icon(), identifier(to.id))
    if title and to.title:
        chip += words(f" {to.title}")
    said = coverage_in_text(to.state)
    chip += span("adr-sr", words(f" ({said})"))
    return requirement_link(to, chip, refdoc, hint=not title)


def icon(classes: str = "") -> styled.phrase:
    """A shape that the stylesheet draws in the colour of its surroundings."""
    return span(f"adr-ico {classes}", aria_hidden="true")


def chips(items: Iterable[nodes.Node]) -> styled.styled_paragraph:
    """Items in a row, with commas where there are no styles."""
    return line("adr-chips", *apart(items), tag="div")


def joined(items: Iterable[nodes.Node], text: str = ", ") -> list[nodes.Node]:
    """*items* as running text, with *text* between them."""
    return _between(items, lambda: words(text))


def apart(items: Iterable[nodes.Node], text: str = ", ") -> list[nodes.Node]:
    """*items* that styles set apart, with *text* between them where there are none."""
    return _between(items, lambda: separator(text))


def sentence(text: str, *holes: Sequence[nodes.Node]) -> list[nodes.Node]:
    """*text* with nodes in the place of each ``%s`` or ``%(1)s``, ``%(2)s``: translations order them freely."""
    pieces = _HOLE.split(str(text))
    found: list[nodes.Node] = []
    for position in range(0, len(pieces), 2):
        if position:
            found += holes[int(pieces[position - 1] or 1) - 1]
        if pieces[position]:
            found.append(words(pieces[position]))
    return found


def _between(items: Iterable[nodes.Node], divider: Callable[[], nodes.Node]) -> list[nodes.Node]:
    parts: list[nodes.Node] = []
    for found in items:
        parts += [divider(), found] if parts else [found]
    return parts


def cell(tag: str, classes: str, *children: nodes.Node, **html: str) -> styled.cell:
    """A cell of a table; inline children are wrapped as a paragraph."""
    content: Sequence[nodes.Node] = children
    first = children[0] if children else nodes.Text("")
    # A reference is a body element in docutils, too.
    if isinstance(first, nodes.Inline) or not isinstance(first, (nodes.Body, nodes.paragraph)):
        content = [line("", *children, tag="")]
    return element(styled.cell, tag, classes, *content, **html)


class Later(Sequence[Kind]):
    """What *make* makes of each of *values*, made anew whenever it is asked for and kept nowhere."""

    def __init__(self, make: Callable[[Value], Kind], values: Sequence[Value]) -> None:
        self._make: Callable[[Any], Kind] = make
        self._values: Sequence[Any] = values

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, index: int) -> Kind: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Kind]: ...
    def __getitem__(self, index: int | slice) -> Kind | Sequence[Kind]:
        if isinstance(index, slice):
            return Later(self._make, self._values[index])
        return self._make(self._values[index])


def grid(
    classes: str,
    caption: str,
    widths: Sequence[int],
    heads: Sequence[styled.cell],
    rows: Sequence[styled.styled_row],
    foot: styled.styled_row | None = None,
) -> styled.styled_table:
    """A table; *caption* is read out where tables are read out.

    It has no class of docutils in HTML: themes hang borders, stripes and wrapping on that.
    """
    head = element(styled.table_head, "thead", "", element(styled.styled_row, "tr", "", *heads))
    at_once, later = ((), rows) if isinstance(rows, Later) else (rows, ())
    body = element(styled.table_body, "tbody", "", *at_once, *([foot] if foot else []))
    body.later = later
    columns = [styled.column("", colwidth=width) for width in widths]
    group = element(styled.table_group, "", "", *columns, head, body)
    group["cols"] = len(widths)
    made = element(styled.styled_table, "table", f"adr-table {classes}", group)
    made["html"] = {"aria-label": caption}
    if len(rows) > 30:
        made["classes"].append("longtable")
    return made
