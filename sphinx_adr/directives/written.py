"""Taking the options of a directive off its argument, in reStructuredText.

docutils reads them as a field list, with a state machine for each directive. Almost all options are of one
shape, which is read here; whatever is of another one is left to docutils, and so are errors.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from docutils.parsers.rst import Directive
from docutils.parsers.rst.states import Body
from docutils.statemachine import StringList

_MARKER = re.compile(Body.patterns["field_marker"])
_ORDINARY = re.compile(r":(?P<name>[A-Za-z]+(?:-[A-Za-z]+)*):(?: +(?P<value>.*))?")


def take_options(directive: Directive) -> tuple[list[str], dict[str, Any]]:
    """The arguments and the options of *directive*, whose one argument holds all up to the first blank line.

    :raises docutils.parsers.rst.states.MarkupError: as docutils does, where they cannot be read.
    """
    text = "\n".join(directive.arguments)
    lines = text.split("\n")
    first = 1 if _is_indented_more(directive, lines[0]) else 0
    start = next((n for n, line in enumerate(lines[first:], first) if _MARKER.match(line)), None)
    if start is None:
        return directive.arguments, directive.options
    found = None if "\0" in text else read_options(lines[start:])
    if found is None:
        block, state = _block(directive, lines[start:], start), cast("Any", directive.state)
        found, _ = state.parse_directive_options({}, type(directive).option_spec, block)
    return _arguments("\n".join(lines[:start])), {**directive.options, **found}


def read_options(lines: Sequence[str]) -> dict[str, str] | None:
    """The options that *lines* hold, as they are written; ``None`` where docutils has to read them.

    An option begins with its name between colons, at the margin. Lines that are indented go on with its value.
    """
    found: dict[str, str] = {}
    position = 0
    while position < len(lines):
        match = _ORDINARY.fullmatch(lines[position])
        if match is None or (name := match["name"].lower()) in found:
            return None
        end = position + 1
        while end < len(lines) and lines[end].startswith(" "):
            end += 1
        value = match["value"] or ""
        if further := lines[position + 1 : end]:
            margin = min(map(_indent, further))
            value = "\n".join([value, *(line[margin:] for line in further)])
        found[name] = value.strip()
        position = end
    return found


def _arguments(text: str) -> list[str]:
    """The words in *text* as the one argument that may hold blanks."""
    words = text.split()
    return words if len(words) < 2 else text.split(None, 0)


def _is_indented_more(directive: Directive, line: str) -> bool:
    """Whether *line*, the first of the argument, stood further in than the lines below: it is no option then."""
    if not line.startswith(":"):
        return False
    head, *below = directive.block_text.split("\n")
    beside = head.partition("::")[2].lstrip(" ")
    if beside:
        return beside[0].isspace()
    return _indent(below[0]) > min(_indent(line) for line in below if line.strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(directive: Directive, lines: list[str], start: int) -> StringList:
    """*lines*, which are the lines of the argument from *start* on, with their places."""
    machine = directive.state_machine
    written = cast("StringList", machine.input_lines)
    beside = directive.block_text.partition("\n")[0].partition("::")[2].strip()
    first = directive.lineno - machine.input_offset - 1 + start + (not beside)
    return StringList(lines, items=written.items[first : first + len(lines)])
