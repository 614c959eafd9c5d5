"""Options that are paragraphs, each of which begins with its name in bold: ``**Name.** text``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docutils import nodes

from sphinx_adr.log.section_names import CHOSEN_SUFFIXES, NOT_OPTIONS, REJECTED_SUFFIXES, normal_title

from .candidates import Candidate, candidate_of
from .passages import is_known
from .wording import shortened, text_of

_MOST_WORDS = 14
"""A bold text with more words than this is no name."""

_ENDS = re.compile(r"[.:!?]$")
_JOINS = re.compile(r"\s*(?:[,;:(]|[-–—]\s)")


def read_paragraphs(blocks: Sequence[nodes.Node], *, rejected: bool = False) -> list[Candidate]:
    """The options that paragraphs in *blocks* name, where at least two begin so.

    A last word in bold, such as "Rejected" or "Chosen", tells what became of the option.
    """
    found = [*_named(blocks)]
    if len(found) < 2:
        return []
    candidates = []
    for name, rest, verdict in found:
        candidate = candidate_of(name)
        if candidate is None:
            continue
        if verdict:
            candidate.chosen = verdict in CHOSEN_SUFFIXES
        if rejected and rest:
            candidate.said.reason = shortened(rest)
        candidates.append(candidate)
    return candidates


def _named(blocks: Sequence[nodes.Node]) -> Iterator[tuple[str, str, str]]:
    """The name, the text behind it and the verdict of each paragraph that begins with a name."""
    for block in blocks:
        parts = (
            [child for child in block.children if text_of(child)]
            if isinstance(block, nodes.paragraph)
            else []
        )
        if len(parts) < 2 or not isinstance(parts[0], nodes.strong):
            continue
        name, behind = text_of(parts[0]), text_of(parts[1:])
        separate = _ENDS.search(name) is not None or _JOINS.match(str(parts[1])) is not None
        title = normal_title(name)
        if not separate or len(name.split()) > _MOST_WORDS or title in NOT_OPTIONS or is_known(name):
            continue
        last = normal_title(text_of(parts[-1])) if isinstance(parts[-1], nodes.strong) else ""
        verdict = last if last in CHOSEN_SUFFIXES or last in REJECTED_SUFFIXES else ""
        yield name, behind.lstrip(" :,.;–—-"), verdict
