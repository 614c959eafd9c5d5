"""What the title of a section, or the name of a field, says of the decisions that are named below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...log.languages import listed
from .wording import PARTIALLY, PARTICIPLES, PHRASES, Phrase, words_of

_OF_RECORDS = words_of("decision decisions adr adrs record records architecture architectural documents docs")
_OF_OTHERS = words_of("requirement requirements issue issues ticket tickets story stories work people")
_LISTS = frozenset(
    {
        "links",
        "more information",
        "additional information",
        "more info",
        "references",
        "further reading",
        "see also",
        "related",
        "related links",
        "related resources",
        "related documentation",
        "related documents",
        "relations",
        "relationships",
        "resources",
        "notes",
    }
) | listed(lambda one: one.lists)
_FIELDS = {"supersedes", "superseded", "replaced", "replaces", "obsoletes", "obsoleted"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What holds below a heading.

    *phrase* is said of every target below it. Otherwise *mentioned* are related: with ``"records"`` only
    what is named as a record, with ``"links"`` also other links in the documentation.
    """

    phrase: Phrase | None = None
    partial: bool = False
    mentioned: str = ""


def read_heading_words(heading: str) -> Heading:
    """Read *heading*; one that says nothing of decisions, or several things at once, holds nothing."""
    return _read_words(heading[:200])


@lru_cache(maxsize=2048)
def _read_words(heading: str) -> Heading:
    words = re.findall(r"[^\W_]+", heading.casefold())
    if not words or len(words) > 8:
        return Heading()
    if " ".join(words) in _LISTS:
        return Heading(mentioned="records")
    core = [word for word in words if word not in _OF_RECORDS and word not in PARTIALLY]
    partial = any(word in PARTIALLY for word in words)
    said = " ".join(core)
    if said in ("related", "linked", "see", "see also", "relates", "relates to", "related to"):
        return Heading(mentioned="links")
    if core[:1] == ["related"] and not _OF_OTHERS & set(core):
        return Heading(mentioned="records")
    if said in PARTICIPLES and len(core) + partial < len(words):
        return Heading()
    if phrase := PHRASES.get(said) or PHRASES.get(f"{said} by" if said in _FIELDS else said):
        return Heading(phrase, partial)
    if said in ("depends", "dependency", "conflicts"):
        return Heading(
            PHRASES[{"dependency": "dependencies", "conflicts": "conflicts with"}.get(said, "depends on")]
        )
    return Heading()
