"""Running text as one string in which links and struck-through words are single characters with a meaning."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes

from ..phrases import Fragment, Linked, Struck

_MARK = re.compile("[\ue000-\uf8ff]")
_FIRST = 0xE000
_MOST = 0xF8FF - _FIRST
_SUFFIXES = (".md", ".rst", ".html", ".htm", ".txt", ".adoc")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass
class FlatText:
    """Text whose links stand in it as characters of the private use area, with what each of them means.

    *documents* tells which targets are documents, perhaps with an anchor behind ``#``: those are paths, and
    never anything else.
    """

    text: str = ""
    fragments: list[Linked | Struck] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def lines(self) -> list[str]:
        """The lines as written."""
        return self.text.split("\n")

    def pieces(self, text: str) -> list[Fragment]:
        """A part of the text as fragments."""
        found: list[Fragment] = []
        position = 0
        for match in _MARK.finditer(text):
            if match.start() > position:
                found.append(text[position : match.start()])
            index = ord(match[0]) - _FIRST
            if index < len(self.fragments):
                found.append(self.fragments[index])
            position = match.end()
        if position < len(text):
            found.append(text[position:])
        return found

    def plain(self, text: str) -> str:
        """A part of the text with links as their words, and without what is struck through."""
        shown = (piece if isinstance(piece, str) else _said(piece) for piece in self.pieces(text))
        return " ".join("".join(shown).split())


def _said(piece: Linked | Struck) -> str:
    return piece.text if isinstance(piece, Linked) else ""


class Flattener:
    """Flattens elements of one document; *docname* is what relative links start from."""

    def __init__(self, document: nodes.document, docname: str) -> None:
        self._docname = docname
        self._named: dict[str, str] = {}
        for target in document.findall(nodes.target):
            if "refuri" in target:
                for name in target["names"]:
                    self._named[name] = target["refuri"]

    def flat(self, elements: Iterable[nodes.Node]) -> FlatText:
        """The text of *elements*, each on lines of its own."""
        made = FlatText()
        parts = ["".join(self._walk(element, made)) for element in elements]
        made.text = "\n".join(part.strip("\n") for part in parts)
        return made

    def _walk(self, node: nodes.Node, made: FlatText) -> Iterator[str]:
        if isinstance(node, nodes.Text):
            yield _MARK.sub(" ", str(node))
        elif isinstance(node, nodes.raw):
            yield from self._raw(node)
        elif isinstance(node, (nodes.literal_block, nodes.comment, nodes.target, nodes.image, nodes.system_message)):
            return
        elif isinstance(node, (nodes.reference, addnodes.pending_xref, addnodes.download_reference)):
            yield self._mark(self._linked(node, made), made)
        elif isinstance(node, nodes.Element):
            if "strike" in node.get("classes", ()) or "del" in node.get("classes", ()):
                yield self._mark(Struck(node.astext()), made)
                return
            block = isinstance(node, (nodes.paragraph, nodes.line, nodes.term, nodes.list_item, nodes.entry))
            struck = False
            for child in node.children:
                if isinstance(child, nodes.raw):
                    markup = child.astext().strip().casefold()
                    if markup in ("<s>", "<del>", "<strike>"):
                        struck = True
                        continue
                    if markup in ("</s>", "</del>", "</strike>"):
                        struck = False
                        continue
                if struck:
                    yield self._mark(Struck(child.astext()), made)
                else:
                    yield from self._walk(child, made)
            if block:
                yield "\n"

    @staticmethod
    def _raw(node: nodes.raw) -> Iterator[str]:
        if "html" in node.get("format", "") and re.match(r"\s*<br\s*/?>", node.astext(), re.IGNORECASE):
            yield "\n"

    @staticmethod
    def _mark(piece: Linked | Struck, made: FlatText) -> str:
        if len(made.fragments) >= _MOST:
            return _said(piece)
        made.fragments.append(piece)
        return chr(_FIRST + len(made.fragments) - 1)

    def _linked(self, node: nodes.Element, made: FlatText) -> Linked:
        text = " ".join(node.astext().split())
        target, is_document = self._target(node)
        if is_document:
            made.documents.add(target)
        return Linked(text, target or text)

    def _target(self, node: nodes.Element) -> tuple[str, bool]:
        """What a link leads to, and whether that is a document (perhaps with an anchor)."""
        if isinstance(node, nodes.reference):
            if "refid" in node:
                return f"{self._docname}#{node['refid']}", True
            uri = node.get("refuri") or self._named.get(node.get("refname", ""), "")
            return self.document_of(uri) if uri else (node.astext(), False)
        kind, target = node.get("reftype"), node.get("reftarget", "")
        if node.get("refdomain") == "doc":
            anchor = node.get("reftargetid")
            return (f"{target}#{anchor}" if anchor else target), True
        if kind == "doc":
            return self._joined(target), True
        if kind in ("ref", "numref"):
            return f"label:{target.casefold()}", True
        if kind == "myst" and "#" not in target[:1] and ("/" in target or posixpath.splitext(target)[1]):
            return self.document_of(target)
        if kind in ("decision", "any", "myst", "adr"):
            return target.lstrip("#"), False
        return target, False

    def document_of(self, uri: str) -> tuple[str, bool]:
        """The document that a URI leads to; other URIs stay as they are."""
        if _SCHEME.match(uri) or uri.startswith("//"):
            return uri, False
        path, _, anchor = uri.partition("#")
        if not path:
            return f"{self._docname}#{anchor}", True
        for suffix in _SUFFIXES:
            path = path.removesuffix(suffix)
        path = self._joined(path.rstrip("/"))
        return (f"{path}#{anchor}" if anchor else path), True

    def _joined(self, path: str) -> str:
        if path.startswith("/"):
            return posixpath.normpath(path.lstrip("/"))
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._docname), path))


def plain(elements: Sequence[nodes.Node]) -> str:
    """The words of *elements* on one line."""
    return " ".join(" ".join(element.astext().split()) for element in elements)
