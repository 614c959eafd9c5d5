"""Text of a template that was left where something of one's own should stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from docutils import nodes

from ..log.finding import Code, Finding, Place
from .places import place_of

_VALUE = re.compile(r"\s*(?:\{.*\}|<[^<>]+>|\[[^\[\],]+\s[^\[\],]+\])\s*", re.DOTALL)
_PASSAGE = re.compile(r"\s*(?:\{[^{}]*\s[^{}]*\}|…|\.\.\.)[\s.…]*", re.DOTALL)
_OPENING = ("{", "…", "...")
_OPTIONS = ("deciders", "consulted", "informed", "tags", "story", "summary")


def left_in_options(options: Mapping[str, str], place: Place) -> Iterator[Finding]:
    """The options that still hold the words of a template, such as ``{list everyone involved}``."""
    for name in _OPTIONS:
        text = options.get(name, "")
        if text and _VALUE.fullmatch(text):
            yield Finding(Code.PLACEHOLDER, f"the {name} {text!r} is text of a template, not a value", place)


def left_in_text(own: Iterable[nodes.Node], record: tuple[str, str]) -> Iterator[Finding]:
    """The paragraphs among *own* nodes of a decision that still hold the words of a template."""
    for node in own:
        if not isinstance(node, nodes.paragraph) or not (text := node.astext().lstrip()).startswith(_OPENING):
            continue
        if _PASSAGE.fullmatch(text := " ".join(text.split())):
            shown = text if len(text) <= 60 else text[:57] + "..."
            message = f"{shown!r} is text of a template"
            yield Finding(Code.PLACEHOLDER, message, place_of(node), record)
