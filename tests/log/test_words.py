"""Words as the tables spell them."""

from __future__ import annotations

import pytest

from sphinx_adr.log.section_names import SECTION_NAMES, SIDE_NAMES, Section, normal_title
from sphinx_adr.log.status_words import STATUS_WORDS
from sphinx_adr.log.vocabulary import LINK_OPTIONS, STATUSES, LinkKind, Phase, normal_word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Accepted", "accepted"),
        ("  No   longer\nvalid ", "no longer valid"),
        ("under_review", "under review"),
        ("Under-Review", "under review"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_a_word_is_in_lower_case_with_single_blanks(text, word):
    assert normal_word(text) == word


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Context", "context"),
        ("Context and Problem Statement", "context and problem statement"),
        ("2. Decision", "decision"),
        ("2.1 Decision:", "decision"),
        ("(3) Decision", "decision"),
        ("iv. Decision", "decision"),
        ("a) Decision", "decision"),
        ("**Pros & Cons**", "pros and cons"),
        ("Pros/Cons", "pros and cons"),
        ("Pros + Cons", "pros and cons"),
        ("Decision Drivers (optional)", "decision drivers"),
        ("Links [if applicable]", "links"),
        ("Consequences <!-- optional -->", "consequences"),
        ("What’s next", "whats next"),
        ("What's next", "whats next"),
        ("Decision" + " again" * 40, "decision" + " again" * 40),
        ("—", ""),
        ("—" * 201, ""),
    ],
)
def test_a_title_is_the_words_that_tell_what_a_section_is_for(text, title):
    assert normal_title(text) == title


def test_the_tables_are_spelled_as_what_is_looked_up():
    assert all(normal_word(word) == word for word in STATUS_WORDS)
    assert SECTION_NAMES["background"] is Section.CONTEXT
    assert SECTION_NAMES[normal_title("Vor- und Nachteile der Optionen")] is Section.OPTIONS
    assert SECTION_NAMES[normal_title("Décideur(s)")] is Section.FIELD
    assert all(normal_title(name) in SECTION_NAMES for name in SECTION_NAMES)
    assert all(normal_title(name) in SIDE_NAMES for name in SIDE_NAMES)
    assert {found.status for found in STATUS_WORDS.values()} == set(STATUSES)
    assert all(STATUSES[found.status] is found.phase for found in STATUS_WORDS.values())
    assert Phase.UNKNOWN not in STATUSES.values()


def test_links_that_say_the_same_from_both_sides():
    symmetric = {kind for kind in LinkKind if kind.symmetric}
    assert symmetric == {LinkKind.RELATES_TO, LinkKind.CONFLICTS_WITH}
    assert not any(word.inverse for word in LINK_OPTIONS.values() if word.kind in symmetric)
