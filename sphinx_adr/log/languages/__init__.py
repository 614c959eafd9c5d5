"""The words of decision records in languages other than English: data, one module a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from .dutch import DUTCH
from .french import FRENCH
from .german import GERMAN
from .italian import ITALIAN
from .language import Language, spellings
from .portuguese import PORTUGUESE
from .spanish import SPANISH

__all__ = ["LANGUAGES", "Language", "entries", "listed", "spellings"]

LANGUAGES: tuple[Language, ...] = (DUTCH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, SPANISH)
"""Every language whose words are read, beside English."""


def entries(table: Callable[[Language], Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each word of that table in any of the languages, with what it means."""
    for language in LANGUAGES:
        for meaning, words in table(language).items():
            for word in spellings(words):
                yield word, meaning


def listed(words: Callable[[Language], str]) -> frozenset[str]:
    """Those words of all languages."""
    return frozenset(word for language in LANGUAGES for word in spellings(words(language)))
