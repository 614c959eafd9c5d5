"""The front matter of a document as its author wrote it.

Only what decision records need is read, and every value stays text: ``id: 0013`` is ``0013``, which YAML
takes for the octal number 11, and ``status: {proposed | rejected}`` keeps its braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields between the two ``---`` lines at the head of a document.

    *fields* maps the top-level keys in lower case to what is written there: one text, or the items of a list;
    nothing where the value is empty, ``null`` or a mapping of its own. A repeated key has all its values.
    *lines* tells where each key first stands, and *end* where the closing ``---`` does, from 1.
    """

    fields: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, int]
    end: int


_LINE_END = re.compile(r"\r\n|\r|\n")
_OPENING, _CLOSING = re.compile(r"---\s*"), re.compile(r"(?:---|\.\.\.)\s*")
_KEY = re.compile(
    r"""(?:"(?P<double>[^"\\]*+)"\s*+|'(?P<single>[^']*+)'\s*+|"""
    r"""(?P<plain>[^\s#:'"\[\]{}&*!|>%@`,-](?:[^:#]|:(?!\s|$))*+)):(?:\s+|$)"""
)
_NESTED = re.compile(r"\s*(?:-\s+)?(?:[\w.][\w. -]*|\"[^\"]*\"|'[^']*'):(?:\s|$)")
_BLOCK = re.compile(r"(?P<style>[|>])[-+0-9]{0,2}\s*(?:#.*)?")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_QUOTED = re.compile(r""" "(?:[^"\\]|\\.)*+" | '(?:[^']|'')*+' """, re.DOTALL | re.VERBOSE)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "", "_": "\xa0", "N": "\n", "L": "\n", "P": "\n"}
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


def read_front_matter(source: str) -> FrontMatter | None:
    """Read the front matter of *source*; there is none where it is not closed, or is nothing but text.

    A byte order mark, empty lines and HTML comments may stand before it.
    """
    lines = _LINE_END.split(source.removeprefix("\ufeff"))
    opening = _opening(lines)
    if opening is None:
        return None
    closing = next((n for n in range(opening + 1, len(lines)) if _CLOSING.fullmatch(lines[n])), None)
    if closing is None:
        return None
    fields: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    for entry in _entries(lines, opening + 1, closing):
        if entry.key is None:
            if opening > 0 or not fields:
                return None
            continue
        fields.setdefault(entry.key, []).extend(_values(entry.first, entry.more))
        places.setdefault(entry.key, entry.line)
    return FrontMatter({key: tuple(values) for key, values in fields.items()}, places, closing + 1)


def _opening(lines: Sequence[str]) -> int | None:
    within_comment = False
    for number, line in enumerate(lines):
        if _OPENING.fullmatch(line) and not within_comment:
            return number
        text = line.strip()
        if not within_comment and text and not text.startswith("<!--"):
            return None
        if within_comment or text:
            _, closes, after = text.rpartition("-->")
            if closes and after and not after.lstrip().startswith("<!--"):
                return None
            within_comment = not closes or bool(after)
    return None


@dataclass(slots=True)
class _Entry:
    """A top-level line with the lines that belong to it; without *key* it is no field."""

    key: str | None
    first: str
    line: int
    more: list[str]


def _entries(lines: Sequence[str], begin: int, end: int) -> Iterator[_Entry]:
    current: _Entry | None = None
    for number in range(begin, end):
        line = lines[number]
        if not line.strip() or line.startswith("#"):
            if current is not None and not line.strip():
                current.more.append("")
            continue
        if current is not None and _continues(line, current):
            current.more.append(line)
            continue
        if current is not None:
            yield current
        if match := _KEY.match(line):
            key = next(text for text in match.groups() if text is not None)
            current = _Entry(" ".join(key.split()).casefold(), line[match.end() :].strip(), number + 1, [])
        else:
            current = _Entry(None, line, number + 1, [])
    if current is not None:
        yield current


def _continues(line: str, entry: _Entry) -> bool:
    if line[0] in " \t":
        return True
    is_list = not _uncommented(entry.first) and (line.startswith("- ") or line.strip() == "-")
    return is_list or (line[0] in "]}" and entry.first.startswith(("[", "{")))


def _values(first: str, more: Sequence[str]) -> tuple[str, ...]:
    if block := _BLOCK.fullmatch(first):
        joint = "\n" if block["style"] == "|" else " "
        text = joint.join(line.strip() for line in more if line.strip() or joint == "\n").strip()
        return (text,) if text else ()
    rest = [line.strip() for line in more if line.strip() and not line.lstrip().startswith("#")]
    if not _uncommented(first):
        if not rest:
            return ()
        if rest[0] == "-" or rest[0].startswith("- "):
            return tuple(item for item in _block_items(more) if item)
        if _NESTED.match(rest[0]):
            return ()
    text = " ".join([_plain(first), *map(_uncommented, rest)]).strip()
    if (items := _flow_items(text)) is not None:
        return tuple(item for item in items if item)
    text = _scalar(text)
    return (text,) if text else ()


def _block_items(lines: Sequence[str]) -> Iterator[str]:
    """Yield the items of a block list; of an item that is a mapping only its first line."""
    indent: int | None = None
    item: list[str] = []
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        depth = len(line) - len(line.lstrip())
        if (text == "-" or text.startswith("- ")) and (indent is None or depth <= indent):
            yield _scalar(" ".join(item))
            indent, item = depth, [_plain(text[1:])]
        elif not _NESTED.match(item[0]):
            item.append(_uncommented(text))
    yield _scalar(" ".join(item))


def _flow_items(text: str) -> list[str] | None:
    """Split ``[a, "b, c"]``; ``None`` where *text* is something else, also ``[a](b)`` and ``[a] or [b]``."""
    if not text.startswith("["):
        return None
    items, depth, quote, begin, fresh = [], 0, "", 1, True
    for position, character in enumerate(text):
        if quote:
            quote = "" if character == quote and text[position - 1] != "\\" else quote
        elif character in "\"'" and fresh:
            quote = character
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth == 0:
                items.append(_scalar(text[begin:position]))
                return None if text[position + 1 :].strip() else items
        elif character == "," and depth == 1:
            items.append(_scalar(text[begin:position]))
            begin = position + 1
        fresh = character in ",[" or (fresh and character.isspace())
    return None


def _scalar(text: str) -> str:
    """Take *text* out of its quotes, or without its comment."""
    text = text.strip()
    if (quoted := _QUOTED.match(text)) and not _uncommented(text[quoted.end() :]):
        inside = quoted[0][1:-1]
        return (_ESCAPE.sub(_unescaped, inside) if text[0] == '"' else inside.replace("''", "'")).strip()
    text = _uncommented(text)
    return "" if text in _NULL else text


def _plain(text: str) -> str:
    """Take *text* without its comment, unless it begins with a quote, where it may be none."""
    text = text.strip()
    return text if text.startswith(("'", '"')) else _uncommented(text)


def _unescaped(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits is None:
        return _ESCAPED.get(match[4], match[4])
    code = int(digits, 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else match[0]


def _uncommented(text: str) -> str:
    return _COMMENT.sub("", text).strip()
