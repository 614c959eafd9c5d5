"""The wording of a decision: text of nodes, sentences, enumerations, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docutils import nodes

from sphinx_adr.log.section_names import NO_STATEMENT

_LONGEST = 200
_UNREAD = (
    nodes.FixedTextElement,
    nodes.Invisible,
    nodes.Bibliographic,
    nodes.image,
    nodes.footnote,
    nodes.footnote_reference,
    nodes.citation,
    nodes.system_message,
    nodes.topic,
)
_INLINE = (nodes.Text, nodes.Inline)

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?![a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|cf|approx|incl|resp|no|fig|st|dr|mr|ms|mrs)|\b[A-Z])\.$", re.IGNORECASE
)
_CONTINUES = re.compile(
    r"(?:because|which|who|that|but|so|while|whereas|since|as|if|when|where|unless|although|though|due to|"
    r"e\.g\.|i\.e\.|eg|ie|such as|including|especially|particularly|namely|then|not|thus|making|given)(?!\w)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"^(?:and|or|&)\s+", re.IGNORECASE)
_BRACKETS = {"(": 1, "[": 1, "{": 1, "“": 1, ")": -1, "]": -1, "}": -1, "”": -1}
_QUOTES = ('"“”„‟«»', "'‘’‚‹›")
_PLACEHOLDER = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>")


def text_of(node: nodes.Node | Iterable[nodes.Node]) -> str:
    """What a reader reads in *node*, on one line; nothing of literal blocks, images and footnotes."""
    if (
        isinstance(node, nodes.paragraph)
        and len(node.children) == 1
        and isinstance(node.children[0], nodes.Text)
    ):
        return collapsed(node.children[0])
    waiting: list[nodes.Node | str] = []
    waiting += [node] if isinstance(node, nodes.Node) else [*node][::-1]
    if (
        len(waiting) == 1
        and isinstance(waiting[0], nodes.TextElement)
        and not isinstance(waiting[0], _UNREAD)
    ):
        waiting = [*waiting[0].children[::-1]]
        if len(waiting) == 1 and isinstance(waiting[0], str):
            return collapsed(waiting[0])
    pieces: list[str] = []
    while waiting:
        current = waiting.pop()
        if isinstance(current, str):
            pieces.append(current)
        elif isinstance(current, _UNREAD) or is_line_break(current):
            pieces.append(" ")
        else:
            if not isinstance(current, _INLINE):
                pieces.append(" ")
                waiting.append(" ")
            waiting += current.children[::-1]
    return collapsed("".join(pieces))


def collapsed(text: str) -> str:
    """*text* with one blank where there was any white space."""
    return " ".join((text.replace("\x00", "") if "\x00" in text else text).split())


def is_line_break(node: nodes.Node) -> bool:
    """Whether *node* is what a parser makes of a hard line break."""
    return isinstance(node, nodes.raw) and (
        node.astext().strip().startswith("<br") or node.astext().strip() == "\\\\"
    )


def lines_of(paragraph: nodes.Element) -> list[list[nodes.Node]]:
    """The inline nodes of *paragraph*, one list a source line; text that spans lines is cut."""
    lines: list[list[nodes.Node]] = [[]]
    for child in paragraph.children:
        if is_line_break(child):
            lines.append([])
        elif isinstance(child, nodes.Text):
            first, *others = str(child).split("\n")
            lines[-1].append(nodes.Text(first))
            lines.extend([nodes.Text(other)] for other in others)
        else:
            lines[-1].append(child)
    return [line for line in lines if text_of(line)]


def says_nothing(text: str) -> bool:
    """Whether *text* is empty, says "none", or is a placeholder that nobody filled in."""
    bare = text.strip().strip("*_`").rstrip(".:").strip()
    return not bare or bare.casefold() in NO_STATEMENT or _PLACEHOLDER.fullmatch(bare) is not None


def sentences(text: str) -> Iterator[str]:
    """The sentences of *text*, each with its full stop."""
    begin = 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text, max(begin, end.start() - 10), end.start()):
            yield text[begin : end.end()].strip()
            begin = end.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def first_sentence(text: str) -> str:
    """The first sentence of *text*, with its full stop."""
    return next(sentences(text), "")


def shortened(text: str) -> str:
    """*text*, cut at a word where it is longer than a table cell should be."""
    if len(text) <= _LONGEST:
        return text
    cut = text[: _LONGEST - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"


def enumerated(text: str) -> list[str]:
    """The parts of ``a, b (c, d); e``: at commas and semicolons outside brackets; else at sentences.

    A part that only continues the one before ("…, which …", "…, because …") stays with it.
    """
    if len(several := [*sentences(text)]) > 1:
        return several
    parts: list[str] = []
    for part in _separated(text.strip().rstrip(".")):
        if parts and _CONTINUES.match(part):
            parts[-1] += f", {part}"
        else:
            parts.append(_CONJUNCTION.sub("", part, count=1) if parts else part)
    return [part for part in parts if part]


def _separated(text: str) -> list[str]:
    parts, depth, begin, quoted = [], 0, 0, False
    for position, character in enumerate(text):
        depth = max(0, depth + _BRACKETS.get(character, 0))
        quoted ^= character == '"'
        if character in ",;" and not depth and not quoted and text[position + 1 : position + 2].isspace():
            parts.append(text[begin:position].strip())
            begin = position + 1
    return [*parts, text[begin:].strip()]


def quotation(text: str) -> tuple[str, str] | None:
    """What stands in quotes at the head of *text*, and what follows; quotes within are seen by their sides."""
    family = next((quotes for quotes in _QUOTES if text[:1] in quotes and text), None)
    if family is None:
        return None
    depth = 0
    for position, character in enumerate(text):
        if character not in family:
            continue
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        opens = not before or before.isspace() or before in "([{" or (before in family and depth == position)
        if opens and after and not after.isspace():
            depth += 1
        elif not after or not after.isalnum():
            depth -= 1
        if depth == 0:
            return text[1:position].strip(), text[position + 1 :].lstrip(family)
    return None
