"""Running text with its links and its struck-through words, as one string that can be scanned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Linked:
    """A hyperlink in running text.

    *target* is what it leads to as the caller normalised it: the name of a document, an ID, a URL.
    """

    text: str
    target: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Struck:
    """Struck-through text: it is no longer valid."""

    text: str


Fragment = str | Linked | Struck

_FIRST_MARK, _LAST_MARK = 0xF0000, 0x10FFFD
MARKS = f"{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}"
"""The characters that stand for links in scanned text, as a range of a regular expression."""

_MARK = re.compile(f"[{MARKS}]")
_LITERAL = re.compile(
    r"\[(?P<text>[^\[\]]{0,300})\]\((?P<target>[^()\s<>]{0,500})\)|"
    r"~~(?P<tildes>[^~]{1,300})~~|"
    r"<(?P<tag>del|s|strike)>(?P<struck>[^<>]{0,300})</(?P=tag)>",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_BULLET = re.compile(r"[-*+•][ \t]")


@dataclass(frozen=True, slots=True)
class Script:
    """Text with one character for each link and struck text; a line end stands only between blocks."""

    text: str
    pieces: Sequence[Linked | Struck]

    def linked(self, mark: str) -> Linked | None:
        """The link that *mark* stands for."""
        piece = self.pieces[ord(mark) - _FIRST_MARK] if _MARK.match(mark) else None
        return piece if isinstance(piece, Linked) else None

    def authored(self) -> str:
        """The text as it was written, with links as their text."""
        return " ".join(_MARK.sub(self._shown, self.text).split())

    def scanned(self, shown: Callable[[str], str]) -> str:
        """The text without struck words; what *shown* takes of the text of a link stands before its mark."""

        def replaced(match: re.Match[str]) -> str:
            linked = self.linked(match[0])
            if linked is None:
                return " "
            return f"{shown(linked.text)} {match[0]}"

        return _MARK.sub(replaced, self.text)

    def _shown(self, match: re.Match[str]) -> str:
        piece = self.pieces[ord(match[0]) - _FIRST_MARK]
        return piece.text if isinstance(piece, Linked) else f"~~{piece.text}~~"


def script_of(fragments: Sequence[Fragment]) -> Script:
    """Put *fragments* together, without comments; Markdown and HTML that stands in a text is read too."""
    pieces: list[Linked | Struck] = []

    def mark(piece: Linked | Struck) -> str:
        if len(pieces) > _LAST_MARK - _FIRST_MARK:
            return piece.text
        pieces.append(piece)
        return chr(_FIRST_MARK + len(pieces) - 1)

    def literal(match: re.Match[str]) -> str:
        if match["text"] is not None:
            return mark(Linked(_MARK.sub("", match["text"]), match["target"]))
        return mark(Struck(match["tildes"] or match["struck"] or ""))

    text = "".join(
        _MARK.sub("\ufffd", fragment)
        if isinstance(fragment, str)
        else mark(Linked(_one_line(fragment.text), fragment.target, fragment.part))
        if isinstance(fragment, Linked)
        else mark(Struck(_one_line(fragment.text)))
        for fragment in fragments
    )
    text = _LINE_BREAK.sub("\n\n", "".join(_outside_comments(text)))
    return Script(_LITERAL.sub(literal, "\n".join(_blocks(text))), pieces)


def holds_mark(text: str) -> bool:
    """Whether *text* holds a mark that stands for something else."""
    return _MARK.search(text) is not None


def _one_line(text: str) -> str:
    return " ".join(_MARK.sub("\ufffd", text).split())


def _outside_comments(text: str) -> Iterator[str]:
    begin = 0
    while (opening := text.find("<!--", begin)) >= 0:
        closing = text.find("-->", opening)
        if closing < 0:
            break
        yield text[begin:opening]
        begin = closing + 3
    yield text[begin:]


def _blocks(text: str) -> Iterator[str]:
    """Yield what stands between empty lines and the items of lists, each on one line."""
    block: list[str] = []
    for line in text.split("\n"):
        words = line.split()
        if block and (not words or _BULLET.match(line.lstrip())):
            yield " ".join(block)
            block = []
        block += words
    if block:
        yield " ".join(block)
