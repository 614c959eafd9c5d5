"""A section *Status* inside a decision that a directive declares: read, or told where the options say otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import needs_myst
from .support import Built, Markup, Project


def with_section(markup: Markup, text: str, **options: str) -> str:
    """A page with ADR-0003, in whose body a section *Status* holds *text*."""
    if markup.suffix == ".md":
        body = f"## Status\n\n{text}\n\n## Context\n\nC."
    else:
        body = f"Status\n------\n\n{text}\n\nContext\n-------\n\nC."
    old = markup.directive("adr", "ADR-0001: Old", status="accepted", date="2024-01-01")
    return markup.page(markup.title("Log"), old, markup.directive("adr", "ADR-0003: New", body, **options))


def built(project: Project, markup: Markup, text: str, **options: str) -> Built:
    project.write({f"index{markup.suffix}": with_section(markup, text, **options)})
    return project.build("adr")


def record(found: Built) -> dict[str, Any]:
    one: dict[str, Any] = found.decision("ADR-0003")
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accepted", ("accepted", "in-force", None)),
        ("Rejected on 2025-02-03", ("rejected", "retired", "2025-02-03")),
        ("Under review", ("proposed", "pending", None)),
    ],
)
def test_it_is_the_status_where_the_options_have_none(
    project: Project, markup: Markup, text: str, expected: tuple[str, str, str | None]
) -> None:
    found = built(project, markup, text)
    one = record(found)
    assert (one["status"], one["phase"], one["date"]) == expected
    assert one["status_text"] == text
    assert not found.messages, found.messages


def test_the_option_for_the_date_counts(project: Project, markup: Markup) -> None:
    one = record(built(project, markup, "Accepted on 2025-02-03", date="2025-01-01"))
    assert (one["status"], one["date"], one["date_text"]) == ("accepted", "2025-01-01", "2025-01-01")


def test_a_status_that_is_no_word_is_told_on_its_line(project: Project, markup: Markup) -> None:
    found = built(project, markup, "Blurred")
    line = markup.line_of(with_section(markup, "Blurred"), "Blurred")
    assert found.where == [("adr.status-unknown", f"index{markup.suffix}", line)]
    assert (record(found)["status"], record(found)["status_text"]) == ("unknown", "Blurred")


def test_what_it_says_of_other_decisions_are_links(project: Project, markup: Markup) -> None:
    for options in ({}, {"status": "accepted"}):
        found = built(project, markup, "Accepted\n\nSupersedes ADR-0001", **options)
        assert not found.messages, found.messages
        (link,) = record(found)["links"]
        assert (link["kind"], link["target"], link["state"]) == ("supersedes", "ADR-0001", "effective")
        assert found.decision("ADR-0001")["effective_status"] == "superseded"


def test_a_link_that_the_option_states_too_is_one(project: Project, markup: Markup) -> None:
    found = built(project, markup, "Accepted\n\nSupersedes ADR-0001", supersedes="ADR-0001")
    assert not found.messages, found.messages
    assert len(record(found)["links"]) == 1


@pytest.mark.parametrize("option", ["accepted", "Approved", "accepted, 2025-01-02"])
def test_the_same_status_twice_is_no_fault(project: Project, markup: Markup, option: str) -> None:
    found = built(project, markup, "Accepted", status=option)
    assert not found.messages, found.messages


def test_another_status_than_the_option_is_told(project: Project, markup: Markup) -> None:
    found = built(project, markup, "Proposed", status="accepted")
    line = markup.line_of(with_section(markup, "Proposed", status="accepted"), "Proposed")
    assert found.where == [("adr.status-contradictory", f"index{markup.suffix}", line)]
    assert "the section says proposed, and the option :status: says accepted" in found.messages
    assert record(found)["status"] == "accepted"


def test_a_successor_is_no_contradiction(project: Project, markup: Markup) -> None:
    found = built(project, markup, "Superseded by ADR-0001", status="accepted")
    assert not found.messages, found.messages
    assert (record(found)["status"], record(found)["effective_status"]) == ("accepted", "superseded")


def test_prose_beside_the_option_is_prose(project: Project, markup: Markup) -> None:
    found = built(project, markup, "The first half runs since March.", status="accepted")
    assert not found.messages, found.messages
    assert record(found)["status"] == "accepted"


def test_also_where_headings_cannot_be_sections(project: Project, markup: Markup) -> None:
    body = "### Status\n\nAccepted" if markup.suffix == ".md" else "Status\n------\n\nAccepted"
    page = markup.page(
        markup.title("Log"), markup.directive("adr", "ADR-0003: New", body), "A paragraph behind it."
    )
    found = project.write({f"index{markup.suffix}": page}).build("adr")
    assert (record(found)["status"], found.messages) == ("accepted", "")


def test_also_where_the_page_is_the_decision(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("ADR-0003: New"),
        markup.directive("adr", date="2025-01-01"),
        markup.title("Status", 2),
        "Accepted",
    )
    found = project.write({f"index{markup.suffix}": page}).build("adr")
    assert (record(found)["status"], record(found)["date"]) == ("accepted", "2025-01-01")
    assert not found.messages


def test_a_default_status_gives_way(project: Project, markup: Markup) -> None:
    project.configure(adr_default_status="proposed")
    assert record(built(project, markup, "Accepted"))["status"] == "accepted"


def test_a_section_of_another_name_is_none(project: Project, markup: Markup) -> None:
    page = with_section(markup, "Accepted").replace("Status", "Set-up")
    found = project.write({f"index{markup.suffix}": page}).build("adr")
    assert record(found)["status"] == "unknown"


def test_that_of_a_decision_inside_is_its_own(project: Project, markup: Markup) -> None:
    body = "## Status\n\nAccepted" if markup.suffix == ".md" else "Status\n------\n\nAccepted"
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-0003: New", "Body.", status="proposed"),
        markup.directive("adr", "ADR-0004: Newer", body),
    )
    found = project.write({f"index{markup.suffix}": page}).build("adr")
    assert (record(found)["status"], found.decision("ADR-0004")["status"]) == ("proposed", "accepted")


@needs_myst
def test_the_pages_show_it_in_every_format(project: Project) -> None:
    from .support import MYST, RST

    for markup in (RST, MYST):
        for builder, name in (("html", "index.html"), ("text", "index.txt"), ("latex", "project.tex")):
            place = Project(project.source.parent / f"{builder}{markup.suffix}" / "docs")
            found = place.write({f"index{markup.suffix}": with_section(markup, "Rejected")}).build(builder)
            files = [path for path in found.out.rglob("*") if path.name == name or path.suffix == ".tex"]
            assert any("rejected" in path.read_text(encoding="utf-8").casefold() for path in files)
