"""Adds a superseded decision to the front matter of a document, or to the YAML block of a directive."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.existing.fields import field_of
from .failure import Failure

_KEY = re.compile(r"(?P<indent>\s*)(?P<quote>[\"']?)(?P<key>[A-Za-z][\w -]*)(?P=quote)\s*:(?P<value>\s.*|)$")
_PLAIN = re.compile(r"[\w .\-#/]+|\"[^\"\\]*\"|'[^']*'")


def add_to_front_matter(lines: Sequence[str], first: int, end: int, name: str) -> list[str]:
    """*lines* with *name* as superseded between the lines *first* and *end*, counted from 0; *end* closes it.

    Raises :class:`Failure` where the value that is there has a form of its own.
    """
    for number in range(first, end):
        bare, ending = _split(lines[number])
        match = _KEY.match(bare)
        if match is None or field_of(match["key"]) != "supersedes":
            continue
        value = match["value"].strip()
        head = bare[: match.start("value")]
        if not value or value.startswith("#"):
            return _with_item(lines, number, end, name)
        if value.startswith("[") and value.endswith("]"):
            items = value[1:-1].strip().rstrip(",")
            said = f"[{items}, {name}]" if items else f"[{name}]"
        elif _PLAIN.fullmatch(value):
            said = f"[{value}, {name}]"
        else:
            raise Failure(f"line {number + 1} states {value!r}; add {name} to it by hand.")
        return [*lines[:number], f"{head} {said}{ending}", *lines[number + 1 :]]
    indent, ending = "", _split(lines[end - 1])[1] or "\n"
    if first < end and (match := _KEY.match(_split(lines[first])[0])):
        indent = match["indent"]
    return [*lines[:end], f"{indent}supersedes: {name}{ending}", *lines[end:]]


def _with_item(lines: Sequence[str], number: int, end: int, name: str) -> list[str]:
    """The lines with an item at the end of the list below the key on line *number*, or a value beside it."""
    last = number
    indent = None
    for below in range(number + 1, end):
        match = re.match(r"(\s*)-\s", lines[below])
        if match is None:
            break
        last, indent = below, match[1]
    bare, ending = _split(lines[last])
    if indent is None:
        head, comment, rest = bare.partition("#")
        said = f"{head.rstrip()} {name}" + (f"  {comment}{rest}" if comment else "")
        return [*lines[:number], said + ending, *lines[number + 1 :]]
    return [*lines[: last + 1], f"{indent}- {name}{ending}", *lines[last + 1 :]]


def _split(line: str) -> tuple[str, str]:
    """A line and its end."""
    bare = line.rstrip("\r\n")
    return bare, line[len(bare) :]
