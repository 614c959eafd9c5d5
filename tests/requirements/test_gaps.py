"""What a supersession loses, and what nothing answers."""

from __future__ import annotations

import pytest

from sphinx_adr.log.coverage import read_coverage
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.rules.requirements import lost_requirements, uncovered_requirements

from ..log.records import adr, log, outside
from ..support import Markup, Project


def lost(*decisions, requirements: str = "REQ-1", **more) -> list[str]:
    ledger = log(*decisions, requirements=requirements, **more)
    return [
        f"{finding.place.source}: {' '.join(finding.message.split()[:6])}"
        for finding in lost_requirements(ledger, read_coverage(ledger))
    ]


OLD = adr(1, addresses="REQ-1")
LOST = ["decisions/adr-2.rst: ADR-2 supersedes ADR-1 and leaves REQ-1,"]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([OLD], []),
        ([OLD, adr(2, supersedes="ADR-1")], LOST),
        ([adr(1, addresses="REQ-1", superseded_by="ADR-2"), adr(2)], LOST),
        ([OLD, adr(2, supersedes="ADR-1", addresses="REQ-1")], []),
        ([OLD, adr(2, supersedes="ADR-1", mentions="REQ-1")], []),
        ([OLD, adr(2, supersedes="ADR-1", drops="REQ-1")], []),
        ([OLD, adr(2, supersedes="ADR-1"), adr(3, addresses="REQ-1")], []),
        # A proposal is no decision in force.
        ([OLD, adr(2, supersedes="ADR-1"), adr(3, "proposed", addresses="REQ-1")], LOST),
        # Nothing is lost by what does not count, or replaces a part.
        ([OLD, adr(2, "proposed", supersedes="ADR-1")], []),
        ([OLD, adr(2, "rejected", supersedes="ADR-1")], []),
        ([adr(1, addresses="REQ-1", parts="context"), adr(2, supersedes="ADR-1#context")], []),
        ([OLD, adr(2, amends="ADR-1")], []),
        # What was never in force had nothing to lose.
        ([adr(1, "rejected", addresses="REQ-1"), adr(2, supersedes="ADR-1")], []),
        ([adr(1, "proposed", addresses="REQ-1"), adr(2, supersedes="ADR-1")], []),
        # Only what was addressed, not what was mentioned.
        ([adr(1, mentions="REQ-1"), adr(2, supersedes="ADR-1")], []),
        # A circle is reported as such.
        ([adr(1, addresses="REQ-1", supersedes="ADR-2"), adr(2, supersedes="ADR-1")], []),
        # Along a chain the link that lost it is named; a later decision can take it on or drop it.
        ([OLD, adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-2")], LOST),
        ([OLD, adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-2", addresses="REQ-1")], []),
        ([OLD, adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-2", drops="REQ-1")], []),
        # A link of the chain that took it on lost nothing.
        (
            [OLD, adr(2, supersedes="ADR-1", addresses="REQ-1"), adr(3, supersedes="ADR-2")],
            ["decisions/adr-3.rst: ADR-3 supersedes ADR-2 and leaves REQ-1,"],
        ),
        ([OLD, adr(2, "deprecated", supersedes="ADR-1", addresses="REQ-1")], []),
        # In a fork one of the successors is enough; without any, the latest of them is told.
        ([OLD, adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-1", addresses="REQ-1")], []),
        (
            [OLD, adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-1")],
            ["decisions/adr-3.rst: ADR-2 and ADR-3 supersede ADR-1 and"],
        ),
        (
            [
                OLD,
                adr(2, supersedes="ADR-1", date="2025-02-02"),
                adr(3, supersedes="ADR-1", date="2025-01-01"),
            ],
            ["decisions/adr-2.rst: ADR-2 and ADR-3 supersede ADR-1 and"],
        ),
        (
            [OLD, adr(2, addresses="REQ-1"), adr(3, supersedes="ADR-1 ADR-2")],
            ["decisions/adr-3.rst: ADR-3 supersedes ADR-1 and ADR-2 and"],
        ),
        (
            [OLD, adr(2, supersedes="ADR-1"), adr(3, addresses="REQ-1"), adr(4, supersedes="ADR-3")],
            ["decisions/adr-4.rst: ADR-2 supersedes ADR-1 and ADR-4 supersedes"],
        ),
    ],
)
def test_a_requirement_is_lost_where_its_decision_was_superseded(decisions, expected):
    assert lost(*decisions) == expected


def test_a_loss_to_another_documentation_stands_at_the_decision_that_is_here():
    away = adr(1, addresses="REQ-1", superseded_by="base:ADR-7")
    assert lost(away, outsiders=outside("base:ADR-7")) == [
        "decisions/adr-1.rst: base:ADR-7 supersedes ADR-1 and leaves REQ-1,"
    ]
    dropped = adr(1, addresses="REQ-1", drops="REQ-1", superseded_by="base:ADR-7")
    assert lost(dropped, outsiders=outside("base:ADR-7")) == []
    assert lost(away, adr(2, addresses="REQ-1"), outsiders=outside("base:ADR-7")) == []


@pytest.mark.parametrize(("written", "told"), [("RQE-1", False), ("REQ-2", True), ("REQ-11", True)])
def test_a_requirement_that_was_misspelled_is_not_lost_as_well(written: str, told: bool):
    # Another number can be another requirement; other letters before the same number are a slip.
    found = lost(OLD, adr(2, supersedes="ADR-1", addresses=written))
    assert bool(found) is told


def test_the_whole_sentence():
    ledger = log(OLD, adr(2, addresses="REQ-1"), adr(3, supersedes="ADR-1"), adr(4, supersedes="ADR-2"))
    (finding,) = lost_requirements(ledger, read_coverage(ledger))
    assert finding.message == (
        "ADR-3 supersedes ADR-1 and ADR-4 supersedes ADR-2 and leave REQ-1, which those addressed, without a "
        "decision in force; address it, or give it up with :drops:"
    )


def test_what_no_source_declares_is_lost_too_where_there_are_no_sources():
    assert lost(OLD, adr(2, supersedes="ADR-1"), requirements="") == LOST


def uncovered(ledger: Ledger) -> list[str]:
    return [
        f"{finding.place}: {finding.message}"
        for finding in uncovered_requirements(ledger, read_coverage(ledger))
    ]


def test_what_nothing_answers_is_reported_at_its_declaration():
    ledger = log(
        adr(1, addresses="REQ-2"),
        adr(2, "deprecated", addresses="REQ-3"),
        adr(3, "proposed", addresses="REQ-4"),
        adr(4, drops="REQ-5"),
        adr(5, addresses="REQ-6 OTHER-1"),
        adr(6, supersedes="ADR-5"),
        adr(7, "proposed", addresses="REQ-7"),
        adr(8, supersedes="ADR-7"),
        requirements="REQ-1 REQ-2 REQ-3 REQ-4 REQ-5 REQ-6 REQ-7",
    )
    assert uncovered(ledger) == [
        "requirements.rst:1: requirement REQ-1 is not covered: no decision answers it",
        "requirements.rst:3: requirement REQ-3 is not covered: only decisions that are not in force answer it: ADR-2",
        "requirements.rst:7: requirement REQ-7 is not covered: only decisions that are not in force answer it: ADR-7",
    ]


# -- in a build -----------------------------------------------------------------------------------------------


def page(markup: Markup, **newer: str) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("adr-requirement", "REQ-1: Often"),
        markup.directive("adr-requirement", "REQ-2: Rarely"),
        markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="REQ-1"),
        markup.directive("adr", "ADR-2: Push", status="accepted", supersedes="ADR-1", **newer),
        markup.directive("adr-matrix"),
    )


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        (None, ["adr.requirement-lost"]),
        (["lost", "uncovered"], ["adr.requirement-uncovered", "adr.requirement-lost"]),
        (["uncovered"], ["adr.requirement-uncovered"]),
        ([], []),
    ],
)
def test_which_gaps_are_warnings(
    project: Project, markup: Markup, gaps: list[str] | None, expected: list[str]
):
    text = page(markup)
    project.write({f"index{markup.suffix}": text})
    if gaps is not None:
        project.configure(adr_coverage_warnings=gaps)
    built = project.build()
    assert built.codes == expected
    for warned in built.warnings:
        piece = "REQ-2: Rarely" if warned.code.endswith("uncovered") else "ADR-2: Push"
        assert warned.line == markup.line_of(text, piece)
    again = project.build()
    assert again.where == built.where


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_dropping_acknowledges_and_shows(project: Project, markup: Markup, builder: str):
    project.write({f"index{markup.suffix}": page(markup, drops="REQ-1")})
    built = project.build(builder, strict=True)
    text = "".join(
        path.read_text()
        for path in built.out.iterdir()
        if path.name in ("index.html", "index.txt", "meter.tex")
    )
    assert "ropped on purpose" in text
    if builder == "html":
        (one, _) = built.register["requirements"]
        assert (one["state"], one["dropped_by"]) == ("dropped", ["ADR-2"])


def test_gaps_that_do_not_exist_are_a_setting_that_cannot_be_used(project: Project):
    project.write({"index.rst": "Log\n===\n"}).configure(adr_coverage_warnings=["losst"])
    (warned,) = project.build().warnings
    assert warned.code == "adr.config-invalid"
    assert "did you mean 'lost'?" in warned.text
