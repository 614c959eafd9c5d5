"""The small things that cards, tables and drawings are made of: references, badges, chips and cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from docutils import nodes
from sphinx import addnodes

from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .words import COVERAGE, _, status_word

Kind = TypeVar("Kind", bound=nodes.Element)

_HUES = {"withdrawn": "rejected"}


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


def separator(text: str) -> styled.phrase:
    """A separator that only formats without styles show."""
    return span("adr-sep", words(text), aria_hidden="true")


def hue(status: str) -> str:
    """The class that gives a status, or a coverage state, its colour and its shape."""
    return f"adr-s-{nodes.make_id(_HUES.get(status, status)) or 'unknown'}"


def time(text: str) -> nodes.Node:
    """A date; ISO dates are marked up as such."""
    if text[:4].isdecimal():
        return element(styled.phrase, "time", "", words(text), datetime=text)
    return words(text)


def badge(status: str, text: str = "", classes: str = "") -> styled.phrase:
    """A status as shape, word and colour."""
    return span(f"adr-badge {hue(status)} {classes}", words(text or status_word(status)))


def coverage_badge(state: str) -> styled.phrase:
    """A coverage state as shape, word and colour."""
    return badge(state, str(COVERAGE[state]), "adr-badge-sm")


def link(to: Named, content: nodes.Element, refdoc: str, anchor: str | None = None) -> nodes.Element:
    """A reference to a decision; Sphinx resolves it."""
    if to.uri is not None:
        return nodes.reference("", "", content, internal=False, refuri=to.uri, reftitle=to.title)
    if not to.anchor:
        return content
    return _reference("decision", to.label, (to.docname, anchor or to.anchor, to.title), content, refdoc)


def requirement_link(to: NamedRequirement, content: nodes.Element, refdoc: str) -> nodes.Element:
    """A reference to a requirement, or only *content* where nothing declares it."""
    if to.docname is None or to.anchor is None:
        return content
    return _reference("req", to.id, (to.docname, to.anchor, to.title), content, refdoc)


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
        return link(to, span("", words(to.title or _("Untitled decision"))), refdoc, anchor)
    children: list[nodes.Node] = [identifier(to.id)]
    if title and to.title:
        children.append(words(f" {to.title}"))
    return link(to, span("", *children), refdoc, anchor)


def requirement_chip(to: NamedRequirement, refdoc: str, *, title: bool = False) -> nodes.Element:
    """A requirement as a chip with its coverage."""
    shown: list[nodes.Node] = [identifier(to.id)]
    if title and to.title:
        shown.append(words(f" {to.title}"))
    chip = span(f"adr-chip {hue(to.state)}", icon(), *shown)
    return requirement_link(to, chip, refdoc)


def icon(classes: str = "") -> styled.phrase:
    """A shape that the stylesheet draws in the colour of its surroundings."""
    return span(f"adr-ico {classes}", aria_hidden="true")


def chips(items: Iterable[nodes.Node]) -> styled.styled_paragraph:
    """Items in a row, with commas where there are no styles."""
    return line("adr-chips", *joined(items), tag="div")


def joined(items: Iterable[nodes.Node], text: str = ", ") -> list[nodes.Node]:
    """*items* with separators between them."""
    parts: list[nodes.Node] = []
    for found in items:
        if parts:
            parts.append(separator(text))
        parts.append(found)
    return parts


def cell(tag: str, classes: str, *children: nodes.Node, **html: str) -> styled.cell:
    """A cell of a table; inline children are wrapped as a paragraph."""
    content: Sequence[nodes.Node] = children
    if not children or not isinstance(children[0], (nodes.Body, nodes.paragraph)):
        content = [line("", *children, tag="")]
    return element(styled.cell, tag, classes, *content, **html)


def grid(
    classes: str,
    caption: str,
    widths: Sequence[int],
    heads: Sequence[styled.cell],
    rows: Sequence[styled.styled_row],
    foot: styled.styled_row | None = None,
) -> styled.styled_table:
    """A table; *caption* is read out where tables are read out."""
    head = element(styled.table_head, "thead", "", element(styled.styled_row, "tr", "", *heads))
    body = element(styled.table_body, "tbody", "", *rows, *([foot] if foot else []))
    columns = []
    for width in widths:
        column = styled.column("", colwidth=width)
        columns.append(column)
    group = element(styled.table_group, "", "", *columns, head, body)
    group["cols"] = len(widths)
    made = element(styled.styled_table, "table", f"adr-table {classes}", group)
    made["html"] = {"aria-label": caption}
    if len(rows) > 30:
        made["classes"].append("longtable")
    return made
