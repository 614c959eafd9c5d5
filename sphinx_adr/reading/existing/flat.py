"""Running text as one string in which links and struck-through words are single characters with a meaning."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docutils import nodes
from sphinx import addnodes

from ...log.vocabulary import normal_word
from ..phrases import Fragment, Linked, Struck
from .fields import is_label

_MARK = re.compile("[\ue000-\uf8ff]")
_FIRST = 0xE000
_MOST = 0xF8FF - _FIRST
_SUFFIXES = (".md", ".rst", ".html", ".htm", ".txt", ".adoc")
_CHECKBOX = re.compile(r"\s*<input\b[^>]*checkbox", re.IGNORECASE)
_BADGE = re.compile(
    r"https?://(?:img\.)?(?:shields\.io|badgen\.net)/(?:badge/)?(?:static/v1)?(?P<label>\w+)[-/](?P<value>[^-/?]+)"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass
class FlatText:
    """Text whose links stand in it as characters of the private use area, with what each of them means.

    *documents* tells which targets are documents, perhaps with an anchor behind ``#``, or labels: those are
    never anything else.
    """

    text: str = ""
    fragments: list[Linked | Struck] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def lines(self) -> list[str]:
        """The lines as written."""
        return self.text.split("\n")

    def line_of(self, target: str) -> int:
        """The line that names *target* or has a link to it, counted from 0; the first one where none does."""
        for number, line in enumerate(self.lines()):
            for piece in self.pieces(line):
                named = piece if isinstance(piece, str) else piece.target if isinstance(piece, Linked) else ""
                if target in named:
                    return number
        return 0

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
        self._document = document

    @cached_property
    def _named(self) -> dict[str, str]:
        """Where the named hyperlinks of the document lead."""
        targets = (target for target in self._document.findall(nodes.target) if "refuri" in target)
        return {name: target["refuri"] for target in targets for name in target["names"]}

    def flat(self, elements: Iterable[nodes.Node], between: str = "\n") -> FlatText:
        """The text of *elements*, with *between* from one to the next."""
        made = FlatText()
        parts = ["".join(self._walk(element, made)) for element in elements]
        made.text = between.join(part.strip("\n") for part in parts)
        return made

    def _walk(self, node: nodes.Node, made: FlatText) -> Iterator[str]:
        if isinstance(node, nodes.Text):
            yield _MARK.sub(" ", node.astext())
        elif isinstance(node, nodes.raw):
            yield from self._raw(node)
        elif isinstance(node, nodes.image):
            yield _said_by_image(node)
        elif isinstance(node, (nodes.literal_block, nodes.comment, nodes.target, nodes.system_message)):
            return
        elif isinstance(node, (nodes.reference, addnodes.pending_xref, addnodes.download_reference)):
            if isinstance(next(iter(node.children), None), nodes.image):
                yield from self._walk(node.children[0], made)
                return
            yield self._mark(self._linked(node, made), made)
        elif isinstance(node, nodes.Element):
            if "strike" in node.get("classes", ()) or "del" in node.get("classes", ()):
                yield self._mark(Struck(node.astext()), made)
                return
            if isinstance(node, (nodes.strong, nodes.emphasis)) and is_label(node.astext()):
                # A field of its own, also where others stand on the line.
                yield f"  {node.astext()}{'' if _has_colon(node) else ':'}"
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
        if "html" in node.get("format", ""):
            text = node.astext()
            if re.match(r"\s*<br\s*/?>", text, re.IGNORECASE):
                yield "\n"
            elif _CHECKBOX.match(text):
                yield "[x] " if "checked=" in text else "[ ] "

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
            uri = node.get("refuri") or (self._named.get(node["refname"], "") if "refname" in node else "")
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
        if kind in ("any", "myst"):
            return f"label:{target.lstrip('#').casefold()}", True
        if kind in ("decision", "adr"):
            return target, False
        return target, False

    def document_of(self, uri: str) -> tuple[str, bool]:
        """The document that a URI leads to; other URIs stay as they are."""
        if _SCHEME.match(uri) or uri.startswith("//"):
            return uri, False
        path, _, anchor = uri.partition("#")
        if not path:
            here = anchor in self._document.ids or anchor in self._document.nameids
            return (f"{self._docname}#{anchor}", True) if here else (f"label:{anchor.casefold()}", True)
        for suffix in _SUFFIXES:
            path = path.removesuffix(suffix)
        path = self._joined(path.rstrip("/"))
        return (f"{path}#{anchor}" if anchor else path), True

    def _joined(self, path: str) -> str:
        if path.startswith("/"):
            return posixpath.normpath(path.lstrip("/"))
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._docname), path))


def lines_of(content: Iterable[nodes.Node]) -> list[nodes.Node]:
    """The elements of *content* that hold lines: paragraphs, items of lists, lines of quotations."""
    found: list[nodes.Node] = []
    for child in content:
        if isinstance(child, nodes.enumerated_list):
            found += _enumerated(child)
        elif isinstance(child, (nodes.bullet_list, nodes.block_quote, nodes.list_item, nodes.Admonition)):
            found += lines_of(child.children)
        elif not isinstance(
            child, (nodes.comment, nodes.target, nodes.raw, nodes.system_message, nodes.title)
        ):
            found.append(child)
    return found


def opens_in_bold(node: nodes.Node) -> nodes.strong | None:
    """The bold words that *node* begins with."""
    first = next(
        (child for child in node.children if not isinstance(child, nodes.Text) or child.strip()), None
    )
    return first if isinstance(first, nodes.strong) else None


def _enumerated(element: nodes.enumerated_list) -> list[nodes.Node]:
    """The lines of an enumeration; where letters count, they are the initials of names: "D. Okafor"."""
    if not element.get("enumtype", "").startswith("upper") or len(element) > 1:
        return lines_of(element.children)
    lines = lines_of(element.children)
    start = element.get("start", 1)
    initial = chr(ord("A") + start - 1) if element["enumtype"] == "upperalpha" else {1: "I"}.get(start, "")
    if not lines or not initial or not isinstance(lines[0], nodes.paragraph):
        return lines
    first = lines[0].deepcopy()
    first.insert(0, nodes.Text(f"{initial}. "))
    return [first, *lines[1:]]


def _has_colon(node: nodes.Element) -> bool:
    """Whether a colon ends the name of a field, or follows it; only the first words of a line need one."""
    if node.astext().rstrip().endswith((":", "：")):
        return True
    place = node.parent.index(node)
    if _behind(node).startswith((":", "：")):
        return True
    before = "".join(child.astext() for child in node.parent.children[:place])
    return (bool(before.strip()) and not before.endswith("\n")) or not _behind(node)


def _behind(node: nodes.Element) -> str:
    following = node.parent.children[node.parent.index(node) + 1 :]
    return "".join(child.astext() for child in following).lstrip()


def _said_by_image(image: nodes.Element) -> str:
    """What a badge says: its text, or the words in the address of a common server of badges."""
    text = str(image.get("alt", "")).strip()
    badge = _BADGE.match(image.get("uri", ""))
    if badge and normal_word(text) in ("", "status", "badge", "status badge", image.get("uri", "")):
        return f"{badge['label']}: {badge['value'].replace('_', ' ').replace('%20', ' ')}"
    return text if text != image.get("uri") else ""
