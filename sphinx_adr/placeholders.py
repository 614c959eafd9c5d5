"""Nodes that stand in the doctree for something of ours until its facts are known.

Each derives from a docutils node that every writer knows, so that a builder nobody thought of still works. The one
that writers can meet has a name that no other extension has: visitors go by the bare names of classes.
"""

from __future__ import annotations

from typing import TypeVar

from docutils import nodes
from sphinx.addnodes import pending_xref

Kind = TypeVar("Kind", bound=nodes.Node)


class adr_decision(nodes.container):
    """An ``adr`` directive with an argument, and its body; ``argument`` and ``options`` are as written.

    The first child is the title, a ``rubric``, where the argument holds one. Where the place allows it the
    decision becomes a section; elsewhere it stays a container whose headings are rubrics.
    """

    tagname = "container"


class declaration(nodes.container):
    """An ``adr`` directive without an argument: the section around it is the decision. Its body is a summary."""


class considered_option(nodes.container):
    """An ``adr-option`` with its body; attributes ``name``, ``chosen`` and ``reason``."""


class amendment(nodes.container):
    """An ``adr-amendment`` with its body; attributes ``date``, in ISO 8601 if it is one, and ``date_text``."""


class view(nodes.container):
    """The place of something that is computed from the whole log; ``question`` says what it shall show."""


class card(view):
    """The place of a decision's card.

    Until the record is read it carries ``argument`` and ``options`` as written, ``declared`` and ``anchor``.
    """


def name_in_title(head: card) -> str:
    """The ID that is put in front of the title, before a colon; empty where the author wrote it there."""
    return str(head["options"]["id"]) if head["declared"] == "directive" else ""


class requirement_card(view):
    """The place of what a requirement's own box says about it; attributes ``req_id`` and ``title``."""


_OURS = (view, considered_option, amendment, pending_xref)


def find(root: nodes.Node, *kinds: type[Kind]) -> list[Kind]:
    """The nodes of *kinds* in *root* and below it, in the order of the document.

    ``findall`` of docutils takes a single kind, or a condition, which takes twice as long.
    """
    found: list[Kind] = []
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, kinds):
            found.append(node)
        if node.children:
            stack += node.children[::-1]
    return found


def ours_in(root: nodes.Node) -> list[nodes.Node]:
    """The nodes of ours in *root*, and the references that may lead to us."""
    return [
        node
        for node in find(root, *_OURS)
        if not isinstance(node, pending_xref)
        or node.get("refdomain") == "adr"
        or node.get("reftype") in ("any", "myst")
    ]


def waiting(root: nodes.Node) -> list[nodes.Node]:
    """The nodes in *root* that are to be filled in when the whole log is known."""
    found = ours_in(root)
    return [one for one in found if not isinstance(one, pending_xref) or one.get("refdomain") == "adr"]


def is_in_decision(node: nodes.Element) -> bool:
    """Whether *node* stands inside a decision."""
    inside = node.parent
    while inside is not None:
        if isinstance(inside, adr_decision) or any(isinstance(child, card) for child in inside.children):
            return True
        inside = inside.parent
    return False
