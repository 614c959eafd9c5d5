"""How the words of other languages are typed."""

from __future__ import annotations

import pytest

from sphinx_adr.log.languages import spellings


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("accepté/e", "accepté acceptée accepte acceptee"),
        ("aceptado/a", "aceptado aceptada"),
        ("Abgelöst", "abgelöst abgelost abgeloest"),
        ("manœuvre", "manœuvre manoeuvre"),
        ("œuvré", "œuvré oeuvre oeuvré"),
        ("d'abord", "d'abord dabord"),
        ("d’abord", "d’abord dabord"),
        ("vor-läufig", "vor läufig|vor laufig|vor laeufig"),
        ("oui,\n  non,", "oui non"),
        ("", ""),
    ],
)
def test_with_accents_and_without(words, typed):
    assert [*spellings(words)] == (typed.split("|") if "|" in typed else typed.split())


def test_single_words_that_are_words_of_english_too_keep_their_accents():
    assert [*spellings("complète", exact=True)] == ["complète"]
    assert [*spellings("complète, après tout", exact=True)] == ["complète", "après tout", "apres tout"]
