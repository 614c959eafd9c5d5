"""What running text says of a status and of other decisions."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_adr.log.status_words import STATUS_WORDS
from sphinx_adr.log.vocabulary import Phase, StatusWord
from sphinx_adr.reading.phrases import Linked, Struck, read_relations, read_status

USE_X = Linked("4. Use X", "decisions/0004-use-x")
USE_Y = Linked("5. Use Y", "decisions/0005-use-y")


def fragments(text):
    return (text,) if isinstance(text, str | Linked | Struck) else text


def status(text):
    word = read_status(fragments(text), STATUS_WORDS).word
    return word.status if word else None


def said(text, heading=""):
    """The relations as a reader would say them: ``partly superseded by ADR-4 (retention)``."""
    names = {
        "supersedes": "superseded by",
        "amends": "amended by",
        "refines": "refined by",
        "depends-on": "needed by",
    }
    return [
        ("partly " if relation.partial else "")
        + (names.get(relation.kind, relation.kind) if relation.inverse else relation.kind.replace("-", " "))
        + f" {relation.target}"
        + (f" ({relation.part})" if relation.part else "")
        for relation in read_relations(fragments(text), heading)
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Accepted", "accepted"),
        ("accepted.", "accepted"),
        ("ACCEPTED!", "accepted"),
        ("**Accepted**", "accepted"),
        ("_Accepted_", "accepted"),
        ("[Accepted]", "accepted"),
        ('"accepted"', "accepted"),
        ("✅ Accepted", "accepted"),
        (":white_check_mark: Accepted", "accepted"),
        ("Status: accepted", "accepted"),
        ("**Status:** Accepted", "accepted"),
        ("Status\nAccepted", "accepted"),
        ("1. Accepted", "accepted"),
        (Linked("Accepted", "https://example.org"), "accepted"),
        ("in-force", "accepted"),
        ("Accepted on 2021-08-04", "accepted"),
        ("Accepted (2021-08-04)", "accepted"),
        ("2021-08-04: Accepted", "accepted"),
        ("2021-08-04 Accepted", "accepted"),
        ("Accepted by the board", "accepted"),
        ("Accepted - implemented", "accepted"),
        ("Accepted/Implemented", "accepted"),
        ("accepted; supersedes ADR-0045", "accepted"),
        ("Accepted, amended by ADR-0003", "accepted"),
        ("Accepted. The migration was rejected by the board.", "accepted"),
        ("Accepted (rejected alternatives below)", "accepted"),
        ("Accepted, deprecated features are listed below", "accepted"),
        ("Accepted: replaced the old system", "accepted"),
        ("Accepted but not implemented", "accepted"),
        ("Accepted | Date: 2021-01-01", "accepted"),
        ("Accepted <!-- proposed | accepted -->", "accepted"),
        ("Accepted [Proposed | Accepted | Rejected]", "accepted"),
        ("This ADR has been accepted.", "accepted"),
        ("The decision was accepted in May", "accepted"),
        ("Draft -> Accepted", "accepted"),
        ("Proposed → Accepted", "accepted"),
        ("Proposed => accepted on 2021-08-04", "accepted"),
        ("was proposed, now accepted", "accepted"),
        ((Struck("Proposed"), " Accepted"), "accepted"),
        ("~~Proposed~~ Accepted", "accepted"),
        ("<del>Proposed</del> Accepted", "accepted"),
        ("[x] Accepted [ ] Rejected", "accepted"),
        ("☐ Proposed ☑ Accepted", "accepted"),
        ("Accepted, partially superseded by ADR-0010", "accepted"),
        ("Accepted. Superseded in part by ADR-0010", "accepted"),
        ("Partially implemented", "accepted"),
        ("Draft version 3", "draft"),
        ("WIP - do not merge", "draft"),
        ("Under review", "proposed"),
        ("In Review until March", "proposed"),
        ("Open for discussion", "proposed"),
        ("Pending discussion about superseded items", "proposed"),
        ("Proposed", "proposed"),
        ("not yet accepted", "proposed"),
        ("to be decided", "proposed"),
        ("Rejected, now proposed again", "proposed"),
        ("not accepted", "rejected"),
        ("Rejected", "rejected"),
        ("Previously accepted, now rejected", "rejected"),
        ("Proposed -> Rejected", "rejected"),
        ("Deprecated in favor of ADR-4", "deprecated"),
        ("no longer valid", "deprecated"),
        ("no longer in force", "deprecated"),
        ("Accepted; deprecated", "deprecated"),
        ((Struck("Accepted"), " Deprecated since 2022"), "deprecated"),
        (("Superseded by ", USE_X), "superseded"),
        ("Superceded by ADR 4", "superseded"),
        ("Superseeded by ADR 4", "superseded"),
        ("Replaced by ADR 4", "superseded"),
        ("Accepted, superseded by ADR-0004", "superseded"),
        ("Accepted, later superseded by ADR-0004", "superseded"),
        ("Accepted -> Superseded by ADR-7", "superseded"),
        ("Accepted\n\nSuperseded by ADR-4", "superseded"),
        ("Superseded by ADR-7 (accepted)", "superseded"),
        ("This decision is superseded by ADR-4", "superseded"),
        (Linked("Superseded by ADR-4", "0004-use-x"), "superseded"),
        ("Partially superseded by ADR-0010", "accepted"),
        ("Superseded in part by ADR-0010", "accepted"),
        ("Draft, partially superseded by ADR-0010", "draft"),
        ("Rejected; partially superseded by ADR-0010", "rejected"),
        ("Will be partially superseded by ADR-0010", None),
        ("Not partially superseded by ADR-0010", None),
        ("Will be superseded by ADR-9", None),
        ("If accepted, the pilot begins", None),
        (("Supersedes ", USE_X), None),
        (("Amended by ", Linked("5. Rejected ideas", "0005")), "accepted"),
        ("The migration was rejected", None),
        ("We like it", None),
        ("Acccepted", None),
        ("Superset", None),
        ("", None),
    ],
)
def test_the_state_that_holds_now(text, word):
    assert status(text) == word
    assert not read_status(fragments(text), STATUS_WORDS).is_template


@pytest.mark.parametrize(
    "text",
    [
        "Proposed | Accepted | Superseded",
        "[Proposed | Accepted | Deprecated | Superseded by ADR-XXX]",
        "{proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)}",
        "[draft | proposed | rejected | … | superseded by [xxx](yyyymmdd-xxx.md)] <!-- optional -->",
        ("{proposed | rejected | superseded by ", Linked("ADR-0005", "0005-example"), "}"),
        "[proposed | rejected]",
        "Proposed / Accepted / Deprecated",
        "Proposed or accepted",
        "Proposed, accepted, rejected, deprecated",
        "{proposed}",
        "<status>",
        "[status]",
        "[Status of the decision]",
        "{{ status }}",
        "$STATUS",
        "What is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?",
        "What is the status?",
        "[ ] Proposed [ ] Accepted",
    ],
)
def test_a_template_has_no_status(text):
    reading = read_status(fragments(text), STATUS_WORDS)
    assert reading.is_template
    assert reading.word is None
    assert reading.relations == ()


def test_a_reading_keeps_what_the_author_wrote():
    reading = read_status(
        ("Status:  Superseded\n by ", USE_X, " on\n4 Aug 2021, ", Struck("pending"), "."), STATUS_WORDS
    )
    assert reading.text == "Superseded by 4. Use X on 4 Aug 2021, ~~pending~~."
    assert reading.dates == ("4 Aug 2021",)
    assert [relation.target for relation in reading.relations] == ["decisions/0004-use-x"]


def test_the_words_for_statuses_are_given():
    words = {
        "won't do": StatusWord("rejected", Phase.RETIRED),
        "已接受": StatusWord("accepted", Phase.IN_FORCE),
    }
    assert read_status(["Won’t do, too costly"], words).word == words["won't do"]
    assert read_status(["已接受。"], words).word == words["已接受"]
    assert read_status(["Accepted"], words).word is None
    assert read_status(["not yet accepted"], words).word is None


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (("Supersedes ", USE_X), ["supersedes decisions/0004-use-x"]),
        (
            ("Supercedes ", USE_X, "\n\nAmended by ", USE_Y),
            ["supersedes decisions/0004-use-x", "amended by decisions/0005-use-y"],
        ),
        (
            ("Superseded by ", USE_X, " and ", USE_Y, "."),
            ["superseded by decisions/0004-use-x", "superseded by decisions/0005-use-y"],
        ),
        (("This decision ", Linked("supersedes ADR-4", "0004-x")), ["supersedes 0004-x"]),
        (Linked("Superseded", "0004-x"), ["superseded by 0004-x"]),
        (("* [supersedes] ", USE_X), ["supersedes decisions/0004-use-x"]),
        ("superseded by [ADR-0057](0057-positional.md)", ["superseded by 0057-positional.md"]),
        ("accepted; supersedes ADR-0045", ["supersedes ADR-0045"]),
        ("Superseded by ADR 4", ["superseded by ADR-4"]),
        ("Superseded by ADR#4", ["superseded by ADR-4"]),
        ("Superseded by ADR no. 4", ["superseded by ADR-4"]),
        ("Superseded by decision 13", ["superseded by 13"]),
        ("Superseded by #13", ["superseded by 13"]),
        ("Superseded by 0013", ["superseded by 0013"]),
        ("Superseded by 4. Use X", ["superseded by 4"]),
        ("Superseded by 0004-use-x.md", ["superseded by 0004-use-x.md"]),
        ("Superseded by ../adr/0004-use-x.md.", ["superseded by ../adr/0004-use-x.md"]),
        ("superseded by 20201016-use-the-slug", ["superseded by 20201016-use-the-slug"]),
        ("Superseded by Use Postgres for storage.", ["superseded by Use Postgres for storage"]),
        ('Replaced by "Postgres"', ["superseded by Postgres"]),
        ("Superceded by: ADR-4", ["superseded by ADR-4"]),
        ("superseded-by ADR-4", ["superseded by ADR-4"]),
        ("Superseded\n  by\n  ADR-4", ["superseded by ADR-4"]),
        ("Superseded on 2021-08-04 by ADR-4", ["superseded by ADR-4"]),
        ("Superseded (4 Aug 2021) by ADR-4", ["superseded by ADR-4"]),
        ("Implemented in v2, replaced in v3 by ADR-4", ["superseded by ADR-4"]),
        ("Superseded: ADR-4", ["superseded by ADR-4"]),
        ("Superseded, see ADR-4", ["superseded by ADR-4"]),
        ("Superseded -> ADR-4", ["superseded by ADR-4"]),
        ("Superseded by the new storage decision, ADR-12", ["superseded by ADR-12"]),
        ("Obsoleted by ADR-4", ["superseded by ADR-4"]),
        ("Deprecated in favour of ADR-4", ["superseded by ADR-4"]),
        ("Rejected in favour of ADR-4", ["relates to ADR-4"]),
        ("This decision superseded ADR-4", ["supersedes ADR-4"]),
        ("We replace ADR-4 and obsolete ideas", ["supersedes ADR-4"]),
        ("Supersedes ADR-1, 2 & 3", ["supersedes ADR-1", "supersedes ADR-2", "supersedes ADR-3"]),
        ("Supersedes ADR-1/ADR-2", ["supersedes ADR-1", "supersedes ADR-2"]),
        ("Supersedes ADR-1: Use X, ADR-2: Use Y", ["supersedes ADR-1", "supersedes ADR-2"]),
        ("Supersedes ADR-1\nSupersedes ADR-2", ["supersedes ADR-1", "supersedes ADR-2"]),
        ("Supersedes ADR-1 and depends on ADR-2", ["supersedes ADR-1", "depends on ADR-2"]),
        ("Extends ADR-1; clarifies ADR-2", ["amends ADR-1", "amends ADR-2"]),
        ("Requires ADR-1. Required by ADR-2.", ["depends on ADR-1", "needed by ADR-2"]),
        ("Refines ADR-1, refined by ADR-2", ["refines ADR-1", "refined by ADR-2"]),
        ("Conflicts with ADR-1, see also ADR-2", ["conflicts with ADR-1", "relates to ADR-2"]),
        ("Related to ADR-1", ["relates to ADR-1"]),
        ("Supersedes ARCH-12", ["supersedes ARCH-12"]),
        ("Amends ADR-0004#retention", ["partly amends ADR-0004 (retention)"]),
        (("Amends ", Linked("ADR-4", "adr/4", "storage")), ["partly amends adr/4 (storage)"]),
        ("Partially supersedes ADR-4", ["partly supersedes ADR-4"]),
        ("Partially superseded by ADR-4", ["partly superseded by ADR-4"]),
        ("Superseded in part by ADR-4", ["partly superseded by ADR-4"]),
        ("Supersedes parts of ADR-4", ["partly supersedes ADR-4"]),
        ("Supersedes ADR-4 in part", ["partly supersedes ADR-4"]),
        ("Supersedes the retention section of ADR-4", ["partly supersedes ADR-4 (retention)"]),
        ("Supersedes section Retention of ADR-4", ["partly supersedes ADR-4 (retention)"]),
        ("Supersedes ADR-4's retention section", ["partly supersedes ADR-4 (retention)"]),
        ("Supersedes section 3 of ADR-4", ["partly supersedes ADR-4"]),
        ("The retention section was superseded by ADR-4", ["partly superseded by ADR-4 (retention)"]),
        (
            ("This ADR builds upon, and in some cases, supersedes ", USE_X),
            ["partly supersedes decisions/0004-use-x"],
        ),
        ((Linked("ADR-0045", "0045-input"), ", which this decision supersedes"), ["supersedes 0045-input"]),
        ("ADR-3 is superseded by this decision.", ["supersedes ADR-3"]),
        ("Not only supersedes ADR-3", ["supersedes ADR-3"]),
        ("We decided to supersede ADR-3", ["supersedes ADR-3"]),
        ("This will supersede ADR-3", ["supersedes ADR-3"]),
    ],
)
def test_relations_are_read_with_their_targets(text, relations):
    assert said(text) == relations


@pytest.mark.parametrize(
    "text",
    [
        "Does not supersede ADR-3",
        "This doesn't replace ADR-3",
        "not superseded by ADR-3",
        "not yet superseded by ADR-3",
        "Never amended by ADR-3",
        "May be superseded by ADR-9",
        "This could replace ADR-3",
        "would supersede ADR-3",
        "Will be superseded by ADR-9",
        "To be superseded by ADR-9",
        "Intended to supersede ADR-3",
        "If accepted, this supersedes ADR-3",
        "Valid until superseded by ADR-9",
        "Is this superseded by ADR-9?",
        "ADR-3 is superseded by ADR-9",
        "Postgres was superseded by MySQL in ADR-9",
        "Superset of ADR-3",
        "[Apache 2.0](https://example.org/licence) because this setup has frequent updates.",
        "ADR-3 shows why this product needs what it amends.",
        "Superseded",
        "Superseded by ADR-XXX",
        "Superseded by ADR-NNNN",
        "Superseded by [ADR-0005](link)",
        "Superseded by [xxx](yyyymmdd-xxx.md)",
        "Superseded by <link>",
        "Superseded by {ADR}",
        "Superseded by TBD",
        "[Link type] [Link to ADR] <!-- example: supersedes ADR-3 -->",
        ("Superseded by ", Struck("ADR-3")),
        ("Superseded by ", Linked("Postgres", "https://postgresql.org")),
        ("Amended by ", Linked("Jo", "mailto:jo@example.org")),
        "Replaces 3 services",
        "Replaced by 2021",
        "Requires Python 3, SHA-256 and PRD-MON-REQ-001",
        "Depends on 5 teams",
        "Accepted at ADR-3",
        "",
    ],
)
def test_what_is_no_relation_is_left_alone(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Depends on ADR-3 which supersedes ADR-2", ["depends on ADR-3"]),
        ("Supersedes ADR-3, because ADR-5 changed the rules", ["supersedes ADR-3"]),
        ("Supersedes ADR-3, ADR-5 was rejected", ["supersedes ADR-3"]),
        ("Does not supersede ADR-3; supersedes ADR-4", ["supersedes ADR-4"]),
        ("Supersedes ADR-1 (may be superseded by ADR-9)", ["supersedes ADR-1"]),
    ],
)
def test_only_what_is_said_of_this_decision_counts(text, relations):
    assert said(text) == relations


@pytest.mark.parametrize(
    ("heading", "text", "relations"),
    [
        ("Superseded by", "ADR-0004", ["superseded by ADR-0004"]),
        ("Superseded By:", USE_X, ["superseded by decisions/0004-use-x"]),
        ("Superseded by", "None", []),
        ("Superseded by", "n/a", []),
        ("Supersedes", "4, 5", ["supersedes 4", "supersedes 5"]),
        ("Replaces", USE_X, ["supersedes decisions/0004-use-x"]),
        ("Amends", "ADR-4 since ADR-5 exists", ["amends ADR-4"]),
        ("Amended decisions", "ADR-4", []),
        ("depends on", "ARCH-3", ["depends on ARCH-3"]),
        ("Dependencies", "ADR-3, ADR-4", ["depends on ADR-3", "depends on ADR-4"]),
        ("relates to", "ADR-3", ["relates to ADR-3"]),
        (
            "Related decisions",
            "ADR-1, ADR-2 and ADR-3",
            ["relates to ADR-1", "relates to ADR-2", "relates to ADR-3"],
        ),
        ("Related decisions", "ADR-1 introduced the store", ["relates to ADR-1"]),
        ("Related decisions", Linked("Retention", "decisions/retention"), ["relates to decisions/retention"]),
        (
            "Related decisions",
            ("Supersedes ", USE_X, "; see ", USE_Y),
            ["supersedes decisions/0004-use-x", "relates to decisions/0005-use-y"],
        ),
        (
            "Related decisions",
            "- ADR-1\n- Depends on ADR-2\n- ADR-3",
            ["relates to ADR-1", "depends on ADR-2", "relates to ADR-3"],
        ),
        ("Related ADRs", "ADR-3: Use X (superseded by this ADR)", ["supersedes ADR-3"]),
        ("Related ADRs", "ADR-3: Use X (superseded by ADR-10)", ["relates to ADR-3"]),
        ("Related ADRs", "Does not supersede ADR-3", []),
        ("Related ADRs", "[ADR-XXX: Related decision]", []),
        ("Links", "* [Link type] [Link to ADR] <!-- example: Refined by [ADR-0005](0005-example.md) -->", []),
        ("Links", ("Refined by ", USE_X), ["refined by decisions/0004-use-x"]),
        ("Links", USE_X, ["relates to decisions/0004-use-x"]),
        ("Links", Linked("Glossary", "glossary"), []),
        ("Links", Linked("#123", "https://github.com/org/repo/issues/123"), []),
        ("Links", Linked("ADR-4", "https://example.org/adr/0004"), []),
        ("More information", "We measured it; ADR-0003 has the numbers.", ["relates to ADR-0003"]),
        ("References", "RFC 2616, SHA-256, PRD-MON-REQ-001, https://example.org/adr/0003-x.md", []),
        ("Related requirements", "PRD-1 and ADR-1", []),
        ("Related issues", "ADR-1", []),
        ("Consequences", "ADR-1 must change", []),
        ("Supersedes / Superseded by", "ADR-1", []),
    ],
)
def test_the_heading_gives_the_relation_of_bare_targets(heading, text, relations):
    assert said(text, heading) == relations


def test_a_record_may_be_named_in_its_own_text():
    assert said("ADR-0013 supersedes ADR-0009") == []
    (relation,) = read_relations(["ADR 13 supersedes ADR-0009"], own=["ADR-0013"])
    assert (relation.kind, relation.target) == ("supersedes", "ADR-0009")


_WORDS = st.sampled_from(
    [
        "superseded",
        "supersedes",
        "by",
        "in",
        "part",
        "of",
        "ADR-1",
        "ADR-XXX",
        "ADR",
        "13",
        "#4",
        "0004-x.md",
        ",",
        ";",
        ".",
        "|",
        "/",
        "->",
        "not",
        "may",
        "if",
        "which",
        "this",
        "see",
        "accepted",
        "proposed",
        "now",
        "(",
        ")",
        "[",
        "]",
        "~~",
        "<!--",
        "-->",
        "<del>",
        "</del>",
        "{",
        "}",
        ":",
        "?",
        "'",
        '"',
        "…",
        "☐",
        "\n",
        "\U000f0000",
        "\U0010ffff",
        "2021-08-04",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=60)
_FRAGMENTS = st.lists(_TEXTS | st.builds(Linked, _TEXTS, _TEXTS) | st.builds(Struck, _TEXTS), max_size=5)


@given(_FRAGMENTS, st.sampled_from(["", "Supersedes", "Related decisions", "Links"]) | _TEXTS)
@example([Linked("", "")], "")
@example(["superseded"], "Superseded by")
def test_no_text_is_too_odd(pieces, heading):
    for relation in read_relations(pieces, heading):
        assert relation.target
        assert read_relations(pieces, heading) == read_relations([*pieces, ""], heading)
    reading = read_status(pieces, STATUS_WORDS)
    assert not reading.is_template or (reading.word is None and not reading.relations)
    assert "\n" not in reading.text


def _steps(text: str) -> int:
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read_status([text], STATUS_WORDS)
        read_relations([text], "Related decisions")
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("head", ["", "superseded by ", "Accepted, supersedes ADR-1 "])
@pytest.mark.parametrize(
    "piece",
    [
        "superseded ",
        "supersedes ",
        "ADR-1 ",
        "ADR-1, ",
        "a ",
        "in part ",
        "not ",
        "which ",
        "the section of ",
        "accepted, ",
        "not yet ",
        "[a](",
        "~~a",
        "<!-- ",
        "- ",
        "-",
        ".",
        "(",
        "x | ",
        "\n\n",
        "see ",
        "no longer ",
        "'",
        "1",
        "#",
    ],
)
def test_twice_the_text_takes_twice_the_steps(head, piece):
    once, twice = (_steps(head + piece * count) for count in (60, 120))
    assert twice <= 2.2 * once + 500
