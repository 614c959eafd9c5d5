"""Docutils nodes that are one exact element in HTML and what their base class is everywhere else.

A :class:`adr_styled` node names its HTML element in ``tag`` and that element's attributes in ``html``; without a
tag only its children are written. Only HTML has a visitor for them: all other writers find one by the base
class, as Sphinx looks visitors up along the class hierarchy. It goes by the bare names of classes, which extensions
share: those of ours begin with ``adr_``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


class adr_styled(nodes.Element):
    """Mixin for nodes that know their HTML element; anything that goes by tag names sees the base class."""

    def __init_subclass__(cls) -> None:
        cls.tagname = cls.__mro__[2].__name__


class Drawn(nodes.Element):
    """Mixin for nodes whose HTML is the same wherever they stand."""

    def as_html(self) -> str:
        """The HTML of this node and all in it."""
        raise NotImplementedError


class adr_division(adr_styled, nodes.container):
    """A block."""


class adr_banner(adr_styled, nodes.important):
    """A block that other formats set off as an admonition."""


class adr_paragraph(adr_styled, nodes.paragraph):
    """A paragraph."""


class adr_phrase(adr_styled, nodes.inline):
    """A run of text."""


class adr_listing(adr_styled, nodes.bullet_list):
    """A list."""


class adr_item(adr_styled, nodes.list_item):
    """An item of a list."""


class adr_facts(adr_styled, nodes.field_list):
    """A list of names and values."""


class adr_fact(adr_styled, nodes.field):
    """A name and its value."""


class adr_fact_name(adr_styled, nodes.field_name):
    """A name in a list of facts."""


class adr_fact_body(adr_styled, nodes.field_body):
    """A value in a list of facts."""


class adr_table(adr_styled, nodes.table):
    """A table."""


class adr_table_group(adr_styled, nodes.tgroup):
    """The body of a table with its column specifications."""


class adr_column(adr_styled, nodes.colspec):
    """A column specification."""


class adr_table_head(adr_styled, nodes.thead):
    """The head rows of a table."""


class adr_table_body(adr_styled, nodes.tbody):
    """The rows of a table."""


class adr_row(adr_styled, nodes.row):
    """A row."""


class adr_cell(adr_styled, nodes.entry):
    """A cell."""


class adr_written(adr_styled, nodes.raw):
    """HTML in the document ``refdoc``: ``parts`` holds it as text and, where a link begins, its target.

    ``words`` are those in it that can be searched for, which is all that the search asks of ``raw`` nodes.
    """

    def astext(self) -> str:
        """The words."""
        return str(self["words"])


class adr_picture(nodes.container):
    """A graph: ``plan`` tells how it is drawn, ``name`` is its name on the page, ``small`` a lineage.

    Its child is the same as a list.
    """

    tagname = "container"


class adr_log_list(adr_styled, nodes.bullet_list):
    """The list of the log."""


class adr_log_entry(adr_styled, nodes.list_item):
    """A decision in the log."""


class adr_lanes(Drawn, nodes.inline):
    """The lines beside one row of the log; ``drawn`` holds the arguments for drawing them."""

    tagname = "inline"

    def as_html(self) -> str:
        """The lines."""
        from .lanes import lanes as draw

        return f'<span class="adr-g-lanes">{draw(*self["drawn"])}</span>'


NODES: tuple[type[adr_styled], ...] = (
    adr_division,
    adr_banner,
    adr_paragraph,
    adr_phrase,
    adr_listing,
    adr_item,
    adr_facts,
    adr_fact,
    adr_fact_name,
    adr_fact_body,
    adr_table,
    adr_table_group,
    adr_table_head,
    adr_table_body,
    adr_row,
    adr_cell,
)


def visit_styled(self: HTML5Translator, node: nodes.Element) -> None:
    """Opens the element that the node names."""
    if tag := node.get("tag"):
        self.body.append(self.starttag(node, tag, "", **node.get("html", {})))


def depart_styled(self: HTML5Translator, node: nodes.Element) -> None:
    """Closes the element that the node names."""
    if tag := node.get("tag"):
        self.body.append(f"</{tag}>")


def visit_column(self: HTML5Translator, node: nodes.Element) -> None:
    """Leaves column widths to the stylesheet."""
    raise nodes.SkipNode
