"""What a view shows on a page of HTML, written at once instead of kept as thousands of nodes.

Sphinx walks over every node of a page a dozen times, for transforms, references, search and output. What
our own pieces become in HTML is known as soon as they are made; only the addresses in links are not. So they
are turned into text, which stands in the page as a single node. Where something else is among them, they
become nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx.search import SearchLanguage, languages

from .content import NONE, Content, Later, Link, Piece, Place, Reused
from .doctree import as_nodes
from .nodes import Drawn, adr_column, adr_styled, adr_written

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

_CHARACTERS = HTMLTranslator.special_characters
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _CHARACTERS)))}]")
_ANGLE = re.compile("[<>]")
_DROPS_NUMBERS = not SearchLanguage.word_filter(cast("SearchLanguage", SearchLanguage), "0")
"""Whether the search of this Sphinx has no numbers in its index: those before 9.0 have."""
_NUMBER = re.compile(r"\b\d+\b")
_WHITESPACE = re.compile(r"[\n\r\t\v\f]")

Target = tuple[str, str, str]
"""A link: the document and the anchor that it leads to, and its title as an attribute."""


class _ForeignError(Exception):
    """Something is not known to be HTML already."""


def takes_words_alone(language: str) -> bool:
    """Whether the search in *language* takes words one by one, as in most: then their order says nothing."""
    kind = languages.get(language) or languages.get(language.partition("_")[0], SearchLanguage)
    if isinstance(kind, str):
        module, _, name = kind.rpartition(".")
        kind = cast("type[SearchLanguage]", getattr(import_module(module), name))
    usual = SearchLanguage
    return kind.split is usual.split and kind.word_filter is usual.word_filter


def write(found: Iterable[Content], refdoc: str) -> Sequence[nodes.Node]:
    """*found* in the document *refdoc*: what is known to be HTML already in single nodes, the rest as nodes.

    The search must take words alone.
    """
    shown: list[nodes.Node] = []
    for content in found:
        parts: list[str | Target] = []
        words: dict[str, None] = {}
        try:
            _write((content,), parts, words)
        except _ForeignError:
            shown += as_nodes([content], refdoc)
            continue
        is_searched = not isinstance(content, Piece) or "no-search" not in content.classes.split()
        text = _searched(words) if is_searched else ""
        shown.append(adr_written("", format="html", words=text, parts=parts, refdoc=refdoc))
    return shown


def _searched(texts: Iterable[str]) -> str:
    """The words in *texts* that Sphinx looks at for its search, each once; it takes what looks like tags out first.

    It stems numbers as well, also where it drops them then: in a table of identifiers they are most of its work.
    """
    text = _ANGLE.sub(" ", " ".join(texts))
    return " ".join(dict.fromkeys((_NUMBER.sub("", text) if _DROPS_NUMBERS else text).split()))


def _joined(parts: Iterable[str | Target]) -> Iterator[str | Target]:
    """*parts* with one text between two links."""
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        if texts:
            yield "".join(texts)
            texts.clear()
        yield part
    if texts:
        yield "".join(texts)


def _write(contents: Iterable[Content], parts: list[str | Target], words: dict[str, None]) -> None:
    """Adds the HTML of *contents* to *parts*, and their texts to *words*, each once."""
    for content in contents:
        if isinstance(content, str):
            words[content] = None
            parts.append(_escaped(content))
        elif isinstance(content, Piece):
            kind, tag, classes, html, children, data = content
            if issubclass(kind, adr_styled):
                if kind is adr_column:
                    continue
                if not tag:
                    _write(children, parts, words)
                    continue
                start = _start(tag, classes, html) if html else _plain_start(tag, classes)
                if len(children) == 1 and isinstance(text := children[0], str):
                    words[text] = None
                    parts.append(f"{start}{_escaped(text)}</{tag}>")
                else:
                    parts.append(start)
                    _write(children, parts, words)
                    parts.append(f"</{tag}>")
            elif issubclass(kind, Drawn):
                parts.append(kind("", **data).as_html())
            else:
                raise _ForeignError
        elif isinstance(content, Reused):
            if content.html is None:
                content.html = _reused(content.made())
            own_parts, own_words = content.html
            parts += own_parts
            words.update(own_words)
        elif isinstance(content, Link):
            parts.append(_link(content))
            _write((content.content,), parts, words)
            parts.append("</a>")
        elif isinstance(content, Later):
            _write(content, parts, words)
        else:
            raise _ForeignError


def _reused(content: Content) -> tuple[Sequence[str | Target], Mapping[str, None]]:
    """The HTML of *content* and its texts."""
    parts: list[str | Target] = []
    words: dict[str, None] = {}
    _write((content,), parts, words)
    return tuple(_joined(parts)), words


def _link(link: Link) -> str | Target:
    """How a link begins."""
    title = {"title": link.title} if link.title else NONE
    if isinstance(link.to, Place):
        return link.to.docname, link.to.anchor, _attributes(title)
    if link.to.startswith("mailto:"):
        raise _ForeignError
    return _start(
        "a", f"reference {'internal' if link.internal else 'external'}", {"href": link.to or "#", **title}
    )


def _start(tag: str, classes: str, html: Mapping[str, str]) -> str:
    return f"<{tag}{_attributes({'class': _each_once(classes), **html} if classes else html)}>"


@lru_cache(256)
def _plain_start(tag: str, classes: str) -> str:
    """The start of an element with nothing but classes: there are few of them."""
    named = _each_once(classes)
    return f'<{tag} class="{_escaped(named)}">' if named else f"<{tag}>"


@lru_cache(256)
def _each_once(classes: str) -> str:
    return " ".join(dict.fromkeys(classes.split()))


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join([_attribute(name, value) for name, value in sorted(attributes.items())])


@lru_cache(1024)
def _attribute(name: str, value: str) -> str:
    return f' {name}="{_escaped(_WHITESPACE.sub(" ", value))}"'


def _escaped(text: str) -> str:
    return text.translate(_CHARACTERS) if _SPECIAL.search(text) else text


def visit_written(self: HTML5Translator, node: adr_written) -> None:
    """Writes the HTML, with the addresses as this builder makes them."""
    parts: Iterable[str | Target] = node["parts"]
    refdoc: str = node["refdoc"]
    addresses: dict[str, str] = {}

    def begin(link: Target) -> str:
        docname, anchor, attributes = link
        if docname not in addresses:
            uri = "" if refdoc == docname else self.builder.get_relative_uri(refdoc, docname)
            addresses[docname] = self.attval(uri)
        href = f"{addresses[docname]}#{self.attval(anchor)}"
        return f'<a class="reference internal" href="{href}"{attributes}>'

    self.body += [part if isinstance(part, str) else begin(part) for part in parts]
    raise nodes.SkipNode
