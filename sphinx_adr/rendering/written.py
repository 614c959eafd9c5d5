"""What a view shows on a page of HTML, written at once instead of kept as thousands of nodes.

Sphinx walks over every node of a page a dozen times, for transforms, references, search and output. What
our own nodes become in HTML is known as soon as they are made; only the addresses in links are not. So they
are turned into text, which stands in the page as a single node. Where something else is among them, the
nodes themselves stand in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, cast

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx import addnodes

from .nodes import Drawn, Styled, column, written

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

_CHARACTERS = HTMLTranslator.special_characters
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _CHARACTERS)))}]")
_WHITESPACE = re.compile(r"[\n\r\t\v\f]")

Target = tuple[str, str, str, str]
"""A link: its document, the document and the anchor that it leads to, and its title as an attribute."""


class _ForeignError(Exception):
    """Something is not known to be HTML already."""


def write(found: Sequence[nodes.Node]) -> Sequence[nodes.Node]:
    """*found*, with what is known to be HTML already in single nodes, and the rest completed."""
    shown: list[nodes.Node] = []
    for node in found:
        parts: list[str | Target] = []
        words: dict[str, None] = {}
        try:
            _write(node, parts, words)
        except _ForeignError:
            shown += complete([node])
            continue
        _release(node)
        shown.append(written("", nodes.Text(" ".join(words)), parts=list(_joined(parts))))
    return shown


def complete(found: Sequence[nodes.Node]) -> Sequence[nodes.Node]:
    """*found*, with the children that were to be made later."""
    for node in found:
        for styled in list(node.findall(Styled)):
            made, styled.later = styled.later, ()
            styled[0:0] = list(made)
    return found


def _joined(parts: Iterable[str | Target]) -> Iterator[str | Target]:
    """*parts* with one text between two links."""
    for is_text, run in groupby(parts, key=lambda part: isinstance(part, str)):
        if is_text:
            yield "".join(cast("Iterable[str]", run))
        else:
            yield from run


def _write(node: nodes.Node, parts: list[str | Target], words: dict[str, None]) -> None:
    """Adds the HTML of *node* to *parts*, and its texts to *words*, each once."""
    if isinstance(node, nodes.Text):
        text = str(node)
        words[text] = None
        parts.append(_escaped(text))
        return
    element = cast("nodes.Element", node)
    attributes = element.attributes
    if isinstance(element, Styled):
        if isinstance(element, column):
            return
        ending = ""
        if tag := attributes.get("tag"):
            parts.append(_start(tag, " ".join(attributes["classes"]), attributes.get("html")))
            ending = f"</{tag}>"
        if attributes["ids"]:
            raise _ForeignError
        for child in element.later:
            _write(child, parts, words)
            _release(child)
        for child in element.children:
            _write(child, parts, words)
        parts.append(ending)
    elif isinstance(element, Drawn):
        parts.append(element.as_html())
    else:
        parts.append(_link(element))
        for child in element.children:
            _write(child, parts, words)
        parts.append("</a>")


def _link(node: nodes.Element) -> str | Target:
    """How a link begins."""
    if isinstance(node, addnodes.pending_xref) and "adr-place" in node:
        docname, anchor, title = node["adr-place"]
        return node["refdoc"], docname, anchor, _attributes({"title": title} if title else {})
    if type(node) is nodes.reference and "refuri" in node and not node["refuri"].startswith("mailto:"):
        kind = "internal" if node.get("internal") else "external"
        title = {"title": node["reftitle"]} if "reftitle" in node else {}
        return _start("a", f"reference {kind}", {"href": node["refuri"] or "#", **title})
    raise _ForeignError


def _release(node: nodes.Node) -> None:
    """Takes *node* apart: nodes that know their parents stay in memory until the next search for garbage."""
    node.parent = None
    for child in node.children:
        _release(child)


def _start(tag: str, classes: str, html: Mapping[str, str] | None) -> str:
    if not html:
        return _plain_start(tag, classes)
    return f"<{tag}{_attributes({'class': ' '.join(dict.fromkeys(classes.split())), **html} if classes else html)}>"


@lru_cache(256)
def _plain_start(tag: str, classes: str) -> str:
    """The start of an element with nothing but classes: there are few of them."""
    named = " ".join(dict.fromkeys(classes.split()))
    return f'<{tag} class="{_escaped(named)}">' if named else f"<{tag}>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name}="{_escaped(_WHITESPACE.sub(" ", str(value)))}"'
        for name, value in sorted(attributes.items())
    )


def _escaped(text: str) -> str:
    return text.translate(_CHARACTERS) if _SPECIAL.search(text) else text


def visit_written(self: HTML5Translator, node: written) -> None:
    """Writes the HTML, with the addresses as this builder makes them."""
    parts: Iterable[str | Target] = node["parts"]
    addresses: dict[tuple[str, str], str] = {}
    for part in parts:
        if isinstance(part, str):
            self.body.append(part)
            continue
        refdoc, docname, anchor, attributes = part
        if (refdoc, docname) not in addresses:
            uri = "" if refdoc == docname else self.builder.get_relative_uri(refdoc, docname)
            addresses[refdoc, docname] = self.attval(uri)
        href = f"{addresses[refdoc, docname]}#{self.attval(anchor)}"
        self.body.append(f'<a class="reference internal" href="{href}"{attributes}>')
    raise nodes.SkipNode
