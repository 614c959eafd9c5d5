"""``adr-for``: the decisions that answer a requirement, beside its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..support import RST, Markup, Project


def page(markup: Markup, argument: str, **options: str) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("adr-requirement", "REQ-1: Often"),
        markup.directive("adr-requirement", "REQ-2: Rarely"),
        markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="REQ-1, REQ-2"),
        markup.directive(
            "adr", "ADR-2: Push", "As of REQ-1.", status="accepted", supersedes="ADR-1", drops="REQ-2"
        ),
        markup.title("Answers", 2),
        markup.directive("adr-for", argument, **options),
    )


@pytest.mark.parametrize("builder", ["html", "text", "latex", "man", "epub"])
def test_the_decisions_of_a_requirement(project: Project, markup: Markup, builder: str):
    project.write({f"index{markup.suffix}": page(markup, "REQ-1")})
    built = project.configure(epub_copyright="2025", version="1").build(builder, nitpicky=False)
    assert built.codes == []
    if builder == "text":
        text = " ".join(built.read("index.txt").rpartition("Answers")[2].split())
        assert text.endswith(
            "Decisions: Covered * ADR-1 Poll Superseded addresses * ADR-2 Push Accepted mentions"
        )


def test_several_requirements_are_named_and_what_was_dropped_is_said(project: Project, markup: Markup):
    project.write({f"index{markup.suffix}": page(markup, "REQ-1, REQ-2", class_="here")})
    built = project.build("text", strict=True)
    text = " ".join(built.read("index.txt").rpartition("Answers")[2].split())
    assert "REQ-1 Decisions: Covered" in text
    assert "REQ-2 Decisions: Dropped on purpose" in text
    assert text.endswith("ADR-2 Push Accepted gives up on purpose")
    assert "here" in project.build().read("index.html")


@pytest.mark.parametrize(
    ("argument", "code", "said"),
    [
        ("", "adr.requirement-malformed", "needs the ID"),
        ("REQ 1", "adr.requirement-malformed", "'REQ 1'"),
        ("REQ-9", "adr.reference-dangling", "REQ-9"),
        ("REQ-1, REQ-9", "adr.reference-dangling", "REQ-9"),
    ],
)
def test_what_is_no_requirement_is_reported(
    project: Project, markup: Markup, argument: str, code: str, said: str
):
    text = page(markup, argument)
    project.write({f"index{markup.suffix}": text})
    (warned,) = project.build().warnings
    assert warned.code == code
    assert said in warned.text
    assert warned.line == markup.line_of(text, "adr-for")


def test_without_sources_it_is_enough_that_a_decision_names_it(project: Project):
    decision = RST.directive("adr", "ADR-1: Poll", status="accepted", requirements="REQ-1")
    project.write({"index.rst": RST.page(RST.title("Log"), decision, RST.directive("adr-for", "REQ-1"))})
    assert "ADR-1" in project.build(strict=True).page("index").body.partition("adr-for")[2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_edits_elsewhere_reach_it(tmp_path: Path, jobs: int):
    log = Project(tmp_path / "docs")
    log.write(
        {
            "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   a/*\n",
            "a/one.rst": "One\n===\n\n.. adr-for:: REQ-1\n",
            "a/two.rst": "Two\n===\n\n.. adr:: ADR-1: Poll\n   :status: proposed\n   :requirements: REQ-1\n",
            "a/three.rst": "Three\n=====\n\nText.\n",
        }
    )
    for builder in ("html", "text"):
        log.assert_exact(builder, jobs=jobs)
    log.replace("a/two.rst", "proposed", "accepted")
    for builder in ("html", "text"):
        log.assert_exact(builder, jobs=jobs)
    log.replace("a/two.rst", "REQ-1", "REQ-2")
    assert any("reference-dangling" in line for line in log.assert_exact(jobs=jobs).lines)
    log.remove("a/two.rst")
    log.assert_exact(jobs=jobs)
