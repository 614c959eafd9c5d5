"""What single records must satisfy: their sections, options, reviews and seals; and who cites them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sphinx_adr.log.decision import Anatomy, Consequences, Option
from sphinx_adr.log.finding import Place
from sphinx_adr.log.rules.circumstances import Citation
from sphinx_adr.log.seal import Seal, SealProblem, fingerprint
from sphinx_adr.log.vocabulary import UNKNOWN_STATUS

from .records import adr, log, outside
from .test_rules import findings, on

DAY = dt.date(2026, 1, 1)


# -- anatomy ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "required", "lacking"),
    [
        ("context decision", ["context", "decision"], None),
        ("context", ["context", "decision"], "section decision"),
        ("", ["Context", "security review"], "sections Context, security review"),
        ("background", ["context"], None),
        ("security-review", ["Security Review"], None),
        ("", [], None),
    ],
)
def test_sections_that_a_project_requires(parts, required, lacking):
    ledger = log(
        adr(1, "draft"),
        adr(2, at="full", parts="context decision security-review"),
        adr(3, at="a", parts=parts),
    )
    told = [f"a.rst:1: ADR-3 lacks the {lacking} [section-missing]"] if lacking else []
    assert [
        line
        for line in findings(ledger, on("section-missing"), required_sections=required)
        if "ADR-2" not in line
    ] == told


@pytest.mark.parametrize(
    ("anatomy", "required"),
    [
        (Anatomy(drivers=("cost",)), "drivers"),
        (Anatomy(options=(Option("a"), Option("b", chosen=True))), "options"),
        (Anatomy(choice="a"), "decision"),
        (Anatomy(consequences=Consequences(positive=("a",))), "consequences"),
        (Anatomy(consequences=Consequences(negative=("a",))), "consequences"),
        (Anatomy(consequences=Consequences(neutral=("a",))), "consequences"),
    ],
)
def test_what_the_text_tells_needs_no_section_of_its_name(anatomy, required):
    """A heading is one way to say it."""
    told = replace(adr(1), anatomy=anatomy)
    assert findings(log(told), on("section-missing"), required_sections=[required]) == []
    assert len(findings(log(adr(1)), on("section-missing"), required_sections=[required])) == 1
    others = [name for name in ("drivers", "options", "decision", "consequences") if name != required]
    lacking = findings(log(told), on("section-missing"), required_sections=[others[0], others[-1]])
    assert lacking == [
        f"decisions/adr-1.rst:1: ADR-1 lacks the sections {others[0]}, {others[-1]} [section-missing]"
    ]


def test_a_part_counts_by_its_title_and_by_its_anchor():
    for title, slug in (("Warum", "context"), ("Background", "hintergrund")):
        told = adr(1, parts="context")
        told = replace(told, parts=(replace(told.parts[0], title=title, slug=slug),))
        assert findings(log(told), on("section-missing"), required_sections=["context"]) == []
        assert findings(log(told), on("section-missing"), required_sections=[title, slug]) == []


@pytest.mark.parametrize(
    ("words", "required"), [("security-review", "Security Review"), ("problem-statement", "context")]
)
def test_a_part_with_a_translated_title_counts_by_its_words_in_the_source(words, required):
    told = adr(1, parts=words)
    told = replace(told, parts=(replace(told.parts[0], title="Aufgabe"),))
    assert findings(log(told), on("section-missing"), required_sections=[required]) == []


CHOSEN, OTHER, THIRD = Option("SQLite", chosen=True), Option("files"), Option("paper")


@pytest.mark.parametrize(
    ("status", "options", "told"),
    [
        ("accepted", [CHOSEN], True),
        ("accepted", [OTHER], False),
        ("accepted", [CHOSEN, OTHER], False),
        ("proposed", [CHOSEN], False),
        ("accepted", [], False),
    ],
)
def test_an_option_has_an_alternative(status, options, told):
    ledger = log(adr(2), adr(1, status, at="a", options=options), adr(3, options=[CHOSEN, OTHER]))
    message = "a.rst:1: ADR-1 lists the option that it chose, 'SQLite', and no other [options-too-few]"
    assert findings(ledger, on("options-too-few")) == ([message] if told else [])


@pytest.mark.parametrize(
    ("status", "options", "choice", "required", "told"),
    [
        ("accepted", [OTHER, THIRD], None, [], True),
        ("accepted", [OTHER, THIRD], "files", [], False),
        ("accepted", [OTHER, CHOSEN], None, [], False),
        ("accepted", [OTHER], None, [], False),
        ("proposed", [OTHER, THIRD], None, [], False),
        ("accepted", [OTHER, THIRD], None, ["context"], True),
        ("accepted", [OTHER, THIRD], None, ["decision"], False),
    ],
)
def test_a_decision_says_what_was_chosen(status, options, choice, required, told):
    ledger = log(adr(1, status, at="a", options=options, choice=choice))
    found = findings(ledger, on("option-none-chosen", "section-missing"), required_sections=required)
    message = "a.rst:1: ADR-1 lists 2 options and does not say which was chosen [option-none-chosen]"
    assert [line for line in found if "option-none-chosen" in line] == ([message] if told else [])


# -- life -----------------------------------------------------------------------------------------------------


def test_a_review_says_when_it_was_due():
    ledger = log(adr(1), adr(2, "deprecated", review="2020"), adr(3, at="a", review="2025-12"))
    assert findings(ledger, today=DAY) == ["a.rst:1: the review of ADR-3 was due by 2025-12 [review-overdue]"]


def test_a_proposal_says_how_long_it_waits():
    ledger = log(adr(1, date="2020"), adr(2, "proposed"), adr(3, "draft", at="a", date="2025-10-31"))
    assert findings(ledger, today=DAY, proposed_days=61) == [
        "a.rst:1: ADR-3 is draft since 2025-10-31, for more than 61 days [proposed-too-long]"
    ]
    assert findings(ledger, today=DAY, proposed_days=62) == []


def sealed(*decisions, path="docs/adr-seal.json", **known: object) -> Seal:
    return replace(Seal().sealing(decisions), path=path, **known)


def test_a_sealed_text_stays_and_so_does_its_record():
    records = [replace(adr(n, at="a", line=n), fingerprint=fingerprint([str(n)])) for n in (1, 2)]
    gone = replace(adr(3), fingerprint=fingerprint(["3"]))
    seal = sealed(*records, gone, lines={"ADR-3": 4})
    changed = [records[0], replace(records[1], fingerprint=fingerprint(["other"]))]
    assert findings(log(*changed), seal=seal) == [
        "a.rst:2: the text of ADR-2 is not the one that was sealed; restore it and supersede the decision, or add an adr-amendment [sealed-changed]",
        "docs/adr-seal.json:4: ADR-3 is sealed and no decision has this ID; name it in :formerly: of the one that it became [sealed-lost]",
    ]
    assert findings(log(*records), seal=seal, hidden=frozenset({"ADR-3"})) == []
    assert findings(log(*records), seal=replace(seal, lines={}))[0].startswith("docs/adr-seal.json: ADR-3")


def test_what_is_lost_comes_in_the_order_of_its_numbers():
    gone = [replace(adr(number), fingerprint="1") for number in (10, 9)]
    assert [line.split()[1] for line in findings(log(), seal=sealed(*gone))] == ["ADR-9", "ADR-10"]


def test_what_is_accepted_is_sealed():
    records = [replace(adr(1), fingerprint="1"), adr(2, "proposed"), replace(adr(3, at="a"), fingerprint="3")]
    seal = sealed(records[0])
    message = "a.rst:1: ADR-3 is accepted and not sealed; run `sphinx-adr seal` [not-sealed]"
    assert findings(log(*records), on("not-sealed"), seal=seal) == [message]


def test_a_file_that_cannot_be_read_is_told_once_for_each_fault():
    seal = Seal(path="docs/adr-seal.json", problems=(SealProblem("is no JSON", 3), SealProblem("is odd")))
    assert findings(log(adr(1)), on("not-sealed"), seal=seal) == [
        "docs/adr-seal.json:3: adr-seal.json is no JSON [seal-invalid]",
        "docs/adr-seal.json: adr-seal.json is odd [seal-invalid]",
    ]


def test_what_is_taken_and_retired_has_a_date_and_every_record_a_status():
    ledger = log(
        adr(1, UNKNOWN_STATUS, at="a"),
        adr(2, at="b"),
        adr(3, "proposed"),
        adr(4, "deprecated", at="d"),
        adr(5, date="2020"),
    )
    assert findings(ledger, on("status-missing", "date-missing")) == [
        "a.rst:1: ADR-1 has no status [status-missing]",
        "b.rst:1: ADR-2 is accepted and has no date [date-missing]",
        "d.rst:1: ADR-4 is deprecated and has no date [date-missing]",
    ]


# -- readers --------------------------------------------------------------------------------------------------

LINEAGE = log(
    adr(1, at="one", relates_to="ADR-7"),
    adr(2, at="two", supersedes="ADR-1", depends_on="ADR-8"),
    adr(3, at="three", supersedes="ADR-2"),
    adr(4, "deprecated", at="four"),
    adr(5, "rejected", at="five"),
    adr(6, "proposed", at="six", supersedes="ADR-3"),
    adr(7, at="seven", relates_to="ADR-9"),
    adr(8, at="eight"),
    adr(9, at="nine"),
    adr(10, at="ten", superseded_by="x:ADR-1"),
    outsiders=outside("x:ADR-1"),
)


def cited(target: str, docname: str = "guide") -> list[str]:
    citation = Citation(docname, target, Place(f"{docname}.rst", 5))
    return findings(LINEAGE, on("cites-retired"), citations=[citation])


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("ADR-1", "ADR-1 is superseded; current is ADR-3; where it is meant all the same, write :adr:`ADR-1 (superseded)`"),
        (
            "ADR-1#context",
            "ADR-1 is superseded; current is ADR-3; where it is meant all the same, write :adr:`ADR-1#context (superseded)`",
        ),
        ("ADR-4", "ADR-4 is deprecated; where it is meant all the same, write :adr:`ADR-4 (deprecated)`"),
        ("ADR-3", None),
        ("ADR-5", None),
        ("ADR-6", None),
        ("ADR-99", None),
    ],
)  # fmt: skip
def test_a_page_refers_to_what_is_to_be_followed(target, told):
    assert cited(target) == ([f"guide.rst:5: {told} [cites-retired]"] if told else [])


@pytest.mark.parametrize(
    ("docname", "may"),
    [
        ("one", True),
        ("two", True),
        ("three", True),
        ("six", True),
        ("seven", True),
        ("eight", False),
        ("nine", False),
        ("four", False),
    ],
)
def test_a_lineage_may_cite_its_own_past(docname, may):
    """What a decision links to itself may cite it as well; what its successors link to may not."""
    assert cited("ADR-1", docname) == [] if may else len(cited("ADR-1", docname)) == 1


def test_every_citation_is_told():
    places = [Citation("guide", "ADR-99", Place("g.rst", 1)), Citation("two", "ADR-1", Place("t.rst", 1))]
    places += [
        Citation("guide", name, Place("guide.rst", line)) for line, name in ((3, "ADR-1"), (4, "ADR-2"))
    ]
    found = findings(LINEAGE, on("cites-retired"), citations=places)
    assert [line.partition(": ")[0] for line in found] == ["guide.rst:3", "guide.rst:4"]


def test_a_lineage_is_that_of_the_decision_that_is_cited():
    places = [Citation("two", name, Place("two.rst", line)) for line, name in ((1, "ADR-1"), (2, "ADR-4"))]
    found = findings(LINEAGE, on("cites-retired"), citations=places)
    assert [line.partition(": ")[0] for line in found] == ["two.rst:2"]


def test_two_that_replaced_one_are_both_current():
    ledger = log(adr(1), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-1"))
    (found,) = findings(
        ledger, on("cites-retired"), citations=[Citation("guide", "ADR-1", Place("guide.rst", 1))]
    )
    assert "; current is ADR-2 and ADR-3; where" in found


def test_a_page_without_a_way_to_it_is_told_once():
    ledger = log(adr(2, at="a", line=9), adr(1, at="a", line=3), adr(3, at="b"), adr(4, at="c"))
    assert findings(ledger, on("not-in-toctree"), orphans=frozenset({"a", "c"})) == [
        "a.rst:3: no table of contents leads to the page of ADR-1 [not-in-toctree]",
        "c.rst:1: no table of contents leads to the page of ADR-4 [not-in-toctree]",
    ]
