"""Pieces as nodes of docutils, for builders that have a form of their own for each kind of node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx import addnodes

from .content import Content, Later, Link, Piece, Place, Reused


def as_nodes(contents: Iterable[Content], refdoc: str) -> list[nodes.Node]:
    """*contents* as nodes in the document *refdoc*; links within the documentation are for Sphinx to resolve."""
    return [made for content in contents for made in _made(content, refdoc)]


def _made(content: Content, refdoc: str) -> Iterator[nodes.Node]:
    if isinstance(content, str):
        yield nodes.Text(content)
    elif isinstance(content, Piece):
        yield _element(content, refdoc)
    elif isinstance(content, Link):
        yield _link(content, refdoc)
    elif isinstance(content, Later):
        yield from as_nodes(content, refdoc)
    elif isinstance(content, Reused):
        yield from _made(content.made(), refdoc)
    else:
        yield content


def _element(piece: Piece, refdoc: str) -> nodes.Element:
    children = as_nodes(piece.children, refdoc)
    made = piece.kind("", **piece.data)
    made += children
    made["classes"] = piece.classes.split()
    if piece.tag:
        made["tag"] = piece.tag
    if piece.html:
        made["html"] = dict(piece.html)
    return made


def _link(link: Link, refdoc: str) -> nodes.Element:
    content = as_nodes([link.content], refdoc)
    if not isinstance(link.to, Place):
        named = {"reftitle": link.title} if link.title else {}
        return nodes.reference("", "", *content, internal=link.internal, refuri=link.to, **named)
    role, name, docname, anchor = link.to
    return addnodes.pending_xref(
        name,
        *content,
        refdomain="adr",
        reftype=role,
        reftarget=name,
        refexplicit=True,
        refwarn=False,
        refdoc=refdoc,
        **{"adr-place": (docname, anchor, link.title)},
    )
