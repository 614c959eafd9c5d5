"""The small things that cards, tables and drawings are made of: references, badges, chips and cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from typing import Any

from docutils import nodes

from ..views.naming import Named, NamedRequirement
from . import nodes as styled
from .content import NONE, Content, Later, Link, Piece, Place, Reused
from .hues import hue
from .words import COVERAGE, _, coverage_in_text, status_word

_HOLE = re.compile(r"%(?:\((\d)\))?s")
MANY = 4096
"""Pieces that are kept for the next place: about as many as the requirements of a large documentation."""

_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def element(kind: type[nodes.Element], tag: str, classes: str, *children: Content, **html: str) -> Piece:
    """*tag* with *classes* and attributes in HTML, *kind*'s base class everywhere else.

    Underscores in attribute names stand for hyphens.
    """
    named = {_attribute(name): value for name, value in html.items()} if html else NONE
    return Piece(kind, tag, classes, named, children)


@cache
def _attribute(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def words(text: str) -> str:
    """Plain text, translated now if it is a word of ours."""
    return str(text)


def span(classes: str, *children: Content, **html: str) -> Piece:
    """A run of text with a class."""
    if not html:
        return Piece(styled.adr_phrase, "span", classes, NONE, children)
    return element(styled.adr_phrase, "span", classes, *children, **html)


def line(classes: str, *children: Content, tag: str = "p") -> Piece:
    """A paragraph."""
    return Piece(styled.adr_paragraph, tag, classes, NONE, children)


def block(classes: str, *children: Content, **html: str) -> Piece:
    """A box around other blocks."""
    return element(styled.adr_division, "div", classes, *children, **html)


def empty(text: str) -> Piece:
    """What stands where a view has nothing to show."""
    return line("adr-ui adr-empty", words(text))


def separator(text: str) -> Reused:
    """A separator that the stylesheet hides: boxes and distances do its work there."""
    return _separator(words(text))


@cache
def _separator(text: str) -> Reused:
    return Reused(partial(span, aria_hidden="true"), "adr-sep", text)


def time(text: str, classes: str = "") -> Content:
    """A date; ISO dates are marked up as such."""
    if _ISO_DATE.fullmatch(text):
        return element(styled.adr_phrase, "time", classes, text, datetime=text)
    return text


def due(text: str) -> Content:
    """A date to come, beside which the reader's browser says how far away it is: what is built stays the same."""
    return time(text, "adr-due")


def badge(status: str, text: str = "", *, phase: str = "unknown", small: bool = False, **html: str) -> Piece:
    """A status as shape, word and colour; *phase* tells the look of a status of the project's own."""
    return span(_badge_classes(status, phase, small=small), words(text or status_word(status)), **html)


def _badge_classes(status: str, phase: str, *, small: bool) -> str:
    return f"adr-badge{' adr-badge-sm' if small else ''} {hue(status, phase)}"


def status_badge(decision: Named, *, small: bool = False) -> Reused:
    """The status of a decision as shape, word and colour."""
    return _badge(decision.status, decision.phase, status_word(decision.status), small=small)


def coverage_badge(state: str) -> Reused:
    """A coverage state as shape, word and colour."""
    return _badge(state, "unknown", str(COVERAGE[state]), small=True)


@lru_cache(MANY)
def _badge(status: str, phase: str, text: str, *, small: bool) -> Reused:
    return Reused(span, _badge_classes(status, phase, small=small), text)


def link(to: Named, content: Content, anchor: str | None = None, *, hint: bool = True) -> Content:
    """A reference to a decision; Sphinx resolves it. *hint* offers the title that *content* does not show."""
    title = to.title if hint else ""
    if to.uri is not None:
        return Link(to.uri, content, title)
    if not to.anchor:
        return content
    return Link(Place("decision", to.label, to.docname, anchor or to.anchor), content, title)


def requirement_link(to: NamedRequirement, content: Content, *, hint: bool = True) -> Content:
    """A reference to a requirement, or only *content* where nothing declares it."""
    title = to.title if hint else ""
    if to.uri:
        return Link(to.uri, content, title)
    if to.docname is None or to.anchor is None:
        return content
    return Link(Place("req", to.id, to.docname, to.anchor), content, title)


def download(uri: str, text: str) -> Link:
    """A link to a file beside the pages."""
    return Link(uri, span("", words(text)), internal=True)


def identifier(text: str) -> Piece:
    """An ID."""
    return span("adr-id", words(text))


def decision_link(
    to: Named, *, title: bool = True, anchor: str | None = None, key: str | None = None
) -> Content:
    """A decision as a link: its ID, and its title. *key* names it in a drawing that has the same link."""
    shown: list[Content] = [identifier(to.id)] if to.id else [words(to.title or _("Untitled decision"))]
    if to.id and title and to.title:
        shown.append(f" {to.title}")
    content = span("", *shown)
    if key is not None:
        content = content._replace(data={"adr-node": key})
    return link(to, content, anchor, hint=not title and bool(to.id))


def requirement_chip(to: NamedRequirement, *, title: bool = False) -> Content:
    """A requirement as a chip with its coverage; *title* adds its title."""
    return _chip(to, coverage_in_text(to.state), to.title if title else "")


@lru_cache(MANY)
def _chip(to: NamedRequirement, said: str, title: str) -> Reused:
    return Reused(_make_chip, to, said, title)


def _make_chip(to: NamedRequirement, said: str, title: str) -> Content:
    named = [f" {title}"] if title else []
    shown: list[Content] = [icon(), identifier(to.id), *named, span("adr-sr", f" ({said})")]
    return requirement_link(to, span(f"adr-chip {hue(to.state)}", *shown), hint=not title)


@cache
def icon(classes: str = "") -> Piece:
    """A shape that the stylesheet draws in the colour of its surroundings."""
    return span(f"adr-ico {classes}", aria_hidden="true")


def chips(items: Iterable[Content]) -> Piece:
    """Items in a row, with commas where there are no styles."""
    return line("adr-chips", *apart(items), tag="div")


def joined(items: Iterable[Content], text: str = ", ") -> list[Content]:
    """*items* as running text, with *text* between them."""
    return _between(items, lambda: words(text))


def apart(items: Iterable[Content], text: str = ", ") -> list[Content]:
    """*items* that styles set apart, with *text* between them where there are none."""
    return _between(items, lambda: separator(text))


def sentence(text: str, *holes: Sequence[Content]) -> list[Content]:
    """*text* with nodes in the place of each ``%s`` or ``%(1)s``, ``%(2)s``: translations order them freely."""
    pieces = _HOLE.split(str(text))
    found: list[Content] = []
    for position in range(0, len(pieces), 2):
        if position:
            found += holes[int(pieces[position - 1] or 1) - 1]
        if pieces[position]:
            found.append(words(pieces[position]))
    return found


def _between(items: Iterable[Content], divider: Callable[[], Content]) -> list[Content]:
    parts: list[Content] = []
    for found in items:
        parts += [divider(), found] if parts else [found]
    return parts


def cell(tag: str, classes: str, *children: Content, **html: str) -> Piece:
    """A cell of a table; inline children are wrapped as a paragraph."""
    if not (children and is_block(children[0])):
        children = (line("", *children, tag=""),)
    return element(styled.adr_cell, tag, classes, *children, **html)


def is_block(content: Content) -> bool:
    """Whether *content* stands by itself, and not in a line."""
    if isinstance(content, Piece):
        return not issubclass(content.kind, nodes.Inline)
    return isinstance(content, nodes.Body) and not isinstance(content, nodes.Inline)


def grid(
    classes: str,
    caption: str,
    widths: Sequence[int],
    heads: Iterable[Piece],
    rows: Later[Any] | Sequence[Piece],
    foot: Piece | None = None,
) -> Piece:
    """A table; *caption* is read out where tables are read out.

    It has no class of docutils in HTML: themes hang borders, stripes and wrapping on that.
    """
    head = element(styled.adr_table_head, "thead", "", element(styled.adr_row, "tr", "", *heads))
    all_rows: Sequence[Content] = [rows] if isinstance(rows, Later) else rows
    body = element(styled.adr_table_body, "tbody", "", *all_rows, *([foot] if foot else []))
    columns = [Piece(styled.adr_column, "", "", NONE, (), {"colwidth": width}) for width in widths]
    group = Piece(styled.adr_table_group, "", "", NONE, (*columns, head, body), {"cols": len(widths)})
    long = " longtable" if len(rows) > 30 else ""
    return element(styled.adr_table, "table", f"adr-table {classes}{long}", group, aria_label=caption)
