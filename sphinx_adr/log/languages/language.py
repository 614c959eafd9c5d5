"""What is known of a language: its words for the things that records state, and how they are spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_FORMS = re.compile(r"(?P<word>\w+)/(?P<ending>[ae])(?!\w)")
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language.

    Each table maps what is meant, as the English tables name it, to words with commas between. ``accepté/e``
    has a second form with one more letter, ``aceptado/a`` one with another vowel at its end. *links* maps a kind
    of link to the phrases of the newer record and to those of the older one. *months* has the twelve names, with
    ``|`` between spellings.
    """

    name: str
    statuses: Mapping[str, str]
    fields: Mapping[str, str]
    sections: Mapping[str, str]
    sides: Mapping[str, str]
    links: Mapping[str, tuple[str, str]]
    months: str
    options: Mapping[str, str] = field(default_factory=dict)
    """What stands in and around lists and tables of options: ``option``, ``reason``, ``verdict``, ``chosen`` …"""
    lists: str = ""
    """Headings over lists of related decisions."""
    nothing: str = ""
    """What stands where nothing is said."""
    partly: str = ""
    """Words for "partially"."""
    also: str = ""
    """Words between the items of a list: "and", "or"."""
    joining: str = ""
    """Other words that begin a clause: "but", "then"."""
    particles: str = ""
    """Articles and prepositions that may stand in front of the name of a record."""
    names_of_record: str = ""
    """Words for a decision record in front of its number."""
    beside: str = ""
    """Names of files that stand beside records and are none."""


def spellings(words: str, *, exact: bool = False) -> Iterator[str]:
    """Each of *words* in all its forms, in lower case, with accents and as it is typed without them.

    *exact* leaves the accents of single words, which without them can be words of English ("complète").

    >>> [*spellings("accepté/e par")]
    ['accepté par', 'acceptée par', 'accepte par', 'acceptee par']
    """
    listed = [" ".join(word.split()) for word in words.split(",")]
    forms = [form for word in listed if word for form in _forms(word.replace("-", " ").casefold())]
    bare = [form for form in forms if " " in form or not exact]
    plain = [spelled for form in bare for spelled in (_without_accents(form), form.translate(_DIGRAPHS))]
    quoted = [form.replace("'", "").replace("’", "") for form in (*forms, *plain)]
    yield from dict.fromkeys((*forms, *plain, *quoted))


def _forms(word: str) -> tuple[str, ...]:
    if _FORMS.search(word) is None:
        return (word,)
    other = _FORMS.sub(
        lambda m: m["word"] + "e" if m["ending"] == "e" else m["word"][:-1] + m["ending"], word
    )
    return _FORMS.sub(lambda m: m["word"], word), other


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word.replace("œ", "oe"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
