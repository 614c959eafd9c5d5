"""States in the text of a record that it supersedes another one, in the form that the record has.

Everything here is text in, text out; all lines but the one that states it stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..log.vocabulary import LINK_OPTIONS
from ..reading.existing.fields import field_of
from ..reading.front_matter import read_front_matter
from ..reading.metadata import ALIASES
from .front_matter import add_to_front_matter

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_RST = re.compile(r"(?P<indent>\s*)\.\. +adr::(?:\s|$)")
_MYST = re.compile(r"(?P<indent>\s*)(?P<fence>`{3,}|~{3,}|:{3,})\{adr\}")
_OPTION = re.compile(r"(?P<indent>\s*):(?P<name>[\w -]+):(?:\s+(?P<value>\S.*))?$")
_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*)")
_UNDERLINE = re.compile(r"([=\-`:'\"~^_*+#.])\1{2,}\s*$")
_STATUS_LINE = re.compile(
    r"(?P<lead>\s*(?:[-*+]\s+|\|\s*|>\s*|:)?(?:\*\*|__)?)(?P<name>[A-Za-z][A-Za-z ]*?)"
    r"(?P<colon>\s*(?:\*\*|__)?\s*[:|]\s*(?:\*\*|__)?\s*)(?P<value>[^\s|:].*?)(?P<end>\s*\|?\s*)$"
)
_LONGEST_LINE = 1000
"""A line that is longer is no field."""

_NEAR = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """What is to be stated: *name* is the ID of the older decision, *path* leads to its document."""

    name: str
    path: str


def lines_of(text: str) -> list[str]:
    """The lines of *text* with their ends."""
    return _LINE.findall(text)


def in_directive(text: str, line: int, statement: Statement) -> str | None:
    """*text* with the statement among the options of the directive at *line*, counted from 1."""
    lines = lines_of(text)
    near = sorted(range(len(lines)), key=lambda n: abs(n + 1 - line))[: 2 * _NEAR + 1]
    for number in near:
        if match := _RST.match(lines[number]):
            first = number + 1
            indent = len(match["indent"])
            while (
                first < len(lines)
                and _indent(lines[first]) > indent
                and not _OPTION.match(_bare(lines[first]))
            ):
                first += 1
            end = first
            while end < len(lines) and lines[end].strip() and _indent(lines[end]) > indent:
                end += 1
            return "".join(_with_option(lines, first, end, " " * (indent + 3), statement))
        if match := _MYST.match(lines[number]):
            first = number + 1
            if first < len(lines) and lines[first].strip() == "---":
                return _in_block(lines, first, statement)
            end = first
            while end < len(lines) and _OPTION.match(_bare(lines[end])):
                end += 1
            return "".join(_with_option(lines, first, end, match["indent"], statement))
    return None


def in_front_matter(text: str, statement: Statement) -> str | None:
    """*text* with the statement in its front matter; ``None`` where there is none."""
    found = read_front_matter(text)
    if found is None:
        return None
    lines = lines_of(text)
    opening = next(number for number, line in enumerate(lines) if line.lstrip("\ufeff").strip() == "---")
    return "".join(add_to_front_matter(lines, opening + 1, found.end - 1, statement.name))


def in_status_section(
    text: str, first: int, last: int, statement: Statement, *, markdown: bool
) -> str | None:
    """*text* with a paragraph in the section *Status* that begins between the lines *first* and *last*."""
    lines = lines_of(text)
    headings = list(_headings(lines, markdown=markdown))
    for position, (start, body, title) in enumerate(headings):
        if not first <= start + 1 <= last or " ".join(title.split()).casefold().rstrip(":") != "status":
            continue
        end = headings[position + 1][0] if position + 1 < len(headings) else len(lines)
        while end > body and not lines[end - 1].strip():
            end -= 1
        link = f"[{statement.name}]({statement.path})" if markdown else statement.name
        return "".join(_inserted(lines, end, "", f"Supersedes {link}"))
    return None


def beside_status(text: str, first: int, last: int, statement: Statement) -> str | None:
    """*text* with a line below that of the status, such as ``* Status: accepted``, in its form."""
    lines = lines_of(text)
    for number in range(max(first - 1, 0), min(last, len(lines))):
        line = _bare(lines[number])
        match = _STATUS_LINE.match(line) if len(line) <= _LONGEST_LINE else None
        if match is None or field_of(match["name"]) != "status":
            continue
        if re.search(r"[|•·].*[:：]", match["value"]):
            return None
        said = f"{match['lead']}Supersedes{match['colon']}{statement.name}{match['end'].rstrip()}"
        end = number + 1
        while end < len(lines) and lines[end].strip() and _indent(lines[end]) > _indent(lines[number]):
            end += 1
        return "".join(_inserted(lines, end, said))
    return None


def _with_option(lines: list[str], first: int, end: int, indent: str, statement: Statement) -> list[str]:
    """The lines with the statement among the options from *first* to *end*."""
    for number in range(first, end):
        match = _OPTION.match(_bare(lines[number]))
        if match is None:
            continue
        indent = match["indent"]
        name = match["name"].strip().casefold().replace("_", "-").replace(" ", "-")
        if ALIASES.get(name, name) == "supersedes" and name in (*ALIASES, *LINK_OPTIONS):
            last = number
            while last + 1 < end and not _OPTION.match(_bare(lines[last + 1])):
                last += 1
            return _appended(
                lines, last, statement.name, value=" ".join(map(_bare, lines[number : last + 1]))
            )
    return _inserted(lines, end, f"{indent}:supersedes: {statement.name}")


def _appended(lines: list[str], number: int, name: str, *, value: str) -> list[str]:
    """The lines with *name* at the end of a list of names that ends at line *number*."""
    bare = _bare(lines[number]).rstrip()
    ending = lines[number][len(_bare(lines[number])) :]
    if bare.endswith("]"):
        bare = f"{bare[:-1].rstrip()}, {name}]"
    else:
        bare += f" {name}" if value.rstrip().endswith((":", ",")) else f", {name}"
    return [*lines[:number], bare + ending, *lines[number + 1 :]]


def _in_block(lines: list[str], opening: int, statement: Statement) -> str | None:
    """The text with the statement in the YAML block of a directive that begins at line *opening*."""
    for closing in range(opening + 1, len(lines)):
        if lines[closing].strip() == "---":
            return "".join(add_to_front_matter(lines, opening + 1, closing, statement.name))
    return None


def _inserted(lines: Sequence[str], at: int, *added: str) -> list[str]:
    """The lines with new ones before the line *at*, which end as the line before them does."""
    before = list(lines[:at])
    end = next((ending for line in reversed(before or lines) if (ending := line[len(_bare(line)) :])), "\n")
    if before and before[-1] == _bare(before[-1]):
        # The text did not end with a line end, and does not after this.
        before[-1] += end
        *most, last = added
        return [*before, *(line + end for line in most), last]
    return [*before, *(line + end for line in added), *lines[at:]]


def _headings(lines: Sequence[str], *, markdown: bool) -> list[tuple[int, int, str]]:
    """For each heading the line on which it begins, the one after it, and its words."""
    found = []
    fence = ""
    for number, line in enumerate(lines):
        bare = _bare(line)
        if markdown:
            if mark := re.match(r"\s*(`{3,}|~{3,})", bare):
                fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            elif not fence and (match := _HEADING.match(bare)):
                title = match["title"].rstrip().rstrip("#").rstrip()
                found.append((number, number + 1, title))
        if number + 1 < len(lines) and bare.strip() and not bare[0].isspace():
            under = _bare(lines[number + 1])
            is_line = _UNDERLINE.match(under) and len(under.rstrip()) >= min(len(bare.rstrip()), 4)
            if is_line and not fence and not _UNDERLINE.match(bare) and (not markdown or under[0] in "=-"):
                over = number > 0 and _bare(lines[number - 1]).rstrip() == under.rstrip()
                found.append((number - over, number + 2, bare))
    return found


def _bare(line: str) -> str:
    return line.rstrip("\r\n")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0
