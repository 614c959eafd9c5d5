"""The index on pages: its styles in every format, and what the script finds there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .support import Markup, Page, Project, words_of

SCRIPT = "sphinx-adr.js"


def pages(markup: Markup, **options: str) -> dict[str, str]:
    """A log of four decisions and an index of them."""
    decisions = markup.page(
        markup.title("Decisions"),
        markup.directive("adr", "ADR-1: Files", status="accepted", date="2023-05-01", summary="In folders."),
        markup.directive("adr", "ADR-2: Queue", status="proposed", date="2024-02-01", tags="events, a b", requirements="REQ-1"),
        markup.directive("adr", "ADR-9: Objects", status="accepted", date="2024-07-01", supersedes="ADR-1", deciders="D. Okafor", review="2027-01-15"),
        markup.directive("adr", "ADR-10: Tapes", status="rejected", summary="Too slow."),
    )  # fmt: skip
    index = markup.page(
        markup.title("Log"),
        markup.directive("adr-index", "", **options),
        markup.directive("toctree", "", "decisions", hidden=""),
    )
    return {f"index{markup.suffix}": index, f"decisions{markup.suffix}": decisions}


def shown(project: Project, markup: Markup, builder: str = "html", **options: str) -> str:
    """What the page with the index says, as words."""
    built = project.write(pages(markup, **options)).build(builder, strict=True)
    if builder == "html":
        return words_of(
            re.sub(r'<span aria-hidden="true" class="adr-sep">[^<]*</span>', " ", built.page("index").body)
        )
    return " ".join(built.read("index.txt").split())


# -- styles ---------------------------------------------------------------------------------------------------


def test_cards(project: Project, markup: Markup):
    said = shown(project, markup, style="cards", columns="id, decision, status, date, deciders, review")
    assert "ADR-1 Superseded 2023-05-01 Files Replaced by ADR-9" in said
    assert "ADR-2 Proposed 2024-02-01 Queue events a b REQ-1" in said
    assert "ADR-9 Accepted 2024-07-01 Objects Deciders: D. Okafor Review by: 2027-01-15" in said
    assert "ADR-10 Rejected Tapes Too slow." in said


def test_cards_show_the_columns(project: Project, markup: Markup):
    said = shown(project, markup, style="cards", columns="title, tags", sort="-id", group_by="status")
    assert "Proposed Queue Tags: events; a b Accepted Objects Rejected Tapes Superseded Files" in said
    assert "ADR-" not in said


def test_timeline(project: Project, markup: Markup):
    said = shown(project, markup, style="timeline")
    assert (
        "2024 2024-07-01 ADR-9 Objects Accepted Replaced ADR-1 Files 2024-02-01 ADR-2 Queue Proposed 2023"
        in said
    )
    assert (
        "2023 2023-05-01 ADR-1 Files Superseded Replaced by ADR-9 No date ADR-10 Tapes Rejected Too slow."
        in said
    )


def test_text_sets_apart_what_boxes_do(project: Project, markup: Markup):
    assert "ADR-1 · Superseded · 2023-05-01 Files Replaced by ADR-9" in shown(
        project, markup, "text", style="cards"
    )
    said = shown(project, markup, "text", style="timeline", sort="date")
    assert "2023 * 2023-05-01 · ADR-1 Files – Superseded Replaced by ADR-9 2024 * 2024-02-01 · ADR-2" in said
    assert said.index("No date") > said.index("2024-07-01")


@pytest.mark.parametrize(
    "builder",
    ["html", "dirhtml", "singlehtml", "latex", "text", "man", "texinfo", "epub", "xml", "gettext", "json"],
)
@pytest.mark.parametrize("style", ["cards", "timeline"])
def test_every_builder_carries_each_style(project: Project, markup: Markup, style: str, builder: str):
    columns = "id, decision, status, date, deciders, review, tags, supersedes"
    built = project.write(pages(markup, style=style, columns=columns)).build(builder, strict=True)
    if builder in ("gettext", "xml"):
        return
    places = [
        *built.out.glob("index.*html"),
        *built.out.glob("meter.t*"),
        *built.out.glob("meter.1"),
        *built.out.glob("index.txt"),
        *built.out.glob("index.fjson"),
    ]
    text = places[0].read_text(encoding="utf-8")
    text = re.sub(r"\\sphinxhyphen\{\}|\\-", "-", text)
    for fact in ("Tapes", "Too slow.", "D. Okafor", "2027-01-15", "Replaced", "events"):
        assert fact in text, fact


@pytest.mark.parametrize(
    ("wrong", "nearest"), [("card", "cards"), ("time-line", "timeline"), ("Tabel", "table")]
)
def test_the_nearest_style_is_offered(project: Project, markup: Markup, wrong: str, nearest: str):
    built = project.write(pages(markup, style=wrong)).build()
    assert built.codes == ["adr.option-invalid"]
    assert repr(nearest) in built.warnings[0].text
    assert built.warnings[0].line


def test_cards_and_moments_are_items_of_a_list_with_a_name(project: Project, markup: Markup):
    body = project.write(pages(markup, style="timeline")).build(strict=True).page("index").body
    lists = re.findall(r'<ul aria-label="([^"]*)" class="adr-ui adr-timeline">(.*?)</ul>', body, re.DOTALL)
    assert [(name, inside.count("<li")) for name, inside in lists] == [
        ("Architecture decisions: 2024", 2),
        ("Architecture decisions: 2023", 1),
        ("Architecture decisions: No date", 1),
    ]


# -- for the script -------------------------------------------------------------------------------------------


def rows_of(page: Page) -> list[dict[str, str]]:
    found = re.findall(r"<(?:tr|li)[^>]*\bdata-req[^>]*>", page.body)
    return [dict(re.findall(r'(data-[a-z]+)="([^"]*)"', row)) for row in found]


@pytest.mark.parametrize("style", ["table", "cards"])
def test_rows_tell_what_to_filter_by(project: Project, markup: Markup, style: str):
    page = project.write(pages(markup, style=style)).build(strict=True).page("index")
    assert rows_of(page) == [
        {"data-status": "superseded", "data-tag": "", "data-req": ""},
        {"data-status": "proposed", "data-tag": "events,a b", "data-req": "REQ-1"},
        {"data-status": "accepted", "data-tag": "", "data-req": ""},
        {"data-status": "rejected", "data-tag": "", "data-req": ""},
    ]
    counts = re.findall(r'<span class="adr-badge[^>]*data-status="([^"]*)"[^>]*>([^<]*)<', page.body)
    assert counts == [
        ("proposed", "1 proposed"),
        ("accepted", "1 accepted"),
        ("rejected", "1 rejected"),
        ("superseded", "1 superseded"),
    ]


def test_one_decision_in_two_groups_is_known_as_one(project: Project, markup: Markup):
    page = project.write(pages(markup, group_by="tags")).build(strict=True).page("index")
    numbers = [row["data-decision"] for row in rows_of(page)]
    assert sorted(numbers) == ["0", "0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", {"id": "ascending"}),
        ("-date, id", {"date": "descending"}),
        ("title", {"decision": "ascending"}),
        ("tags", {}),
    ],
)
def test_the_head_says_how_rows_are_sorted(
    project: Project, markup: Markup, sort: str, expected: dict[str, str]
):
    page = project.write(pages(markup, **({"sort": sort} if sort else {}))).build(strict=True).page("index")
    heads = re.findall(r"<th [^>]*data-column[^>]*>", page.body)
    assert len(heads) == 4
    told = [dict(re.findall(r'([a-z-]+)="([^"]*)"', head)) for head in heads]
    assert {head["data-column"]: head["aria-sort"] for head in told if "aria-sort" in head} == expected


def test_nothing_is_there_that_only_a_script_can_use(project: Project, markup: Markup):
    body = project.write(pages(markup)).build(strict=True).page("index").body
    assert not re.search(r"<(button|input|select|form)\b", body)
    assert "hidden>" not in body


def test_the_words_of_the_controls_stand_on_the_page(project: Project, markup: Markup):
    page = project.write(pages(markup)).build(strict=True).page("index")
    (view,) = re.findall(r'<div class="adr-view"[^>]*>', page.body)
    assert dict(re.findall(r'data-adr-(\w+)="([^"]*)"', view)) == {
        "filter": "Filter",
        "status": "Status",
        "tag": "Tag",
        "requirement": "Requirement",
        "any": "any",
        "count": "{shown} of {total} decisions",
        "reset": "Show all",
    }


@pytest.mark.parametrize(
    ("options", "loaded"),
    [
        ({}, True),
        ({"style": "cards"}, True),
        ({"style": "timeline"}, True),
        ({"style": "list"}, False),
        ({"filter": "id == 'ADR-1'"}, False),
        ({"filter": "review", "columns": "title, review"}, True),
        ({"filter": "False"}, False),
    ],
)
def test_the_script_is_loaded_where_it_has_something_to_do(
    project: Project, markup: Markup, options: dict[str, str], loaded: bool
):
    built = project.write(pages(markup, **options) | {"plain.rst": ":orphan:\n\nPlain\n=====\n"}).build(
        strict=True
    )
    scripts = re.findall(rf"<script [^>]*{SCRIPT}[^>]*>", built.read("index.html"))
    assert len(scripts) == loaded
    assert all(' defer="defer"' in script for script in scripts)
    # One of its decisions has a review date.
    assert SCRIPT in built.read("decisions.html")
    assert SCRIPT not in built.read("plain.html")


def test_books_and_other_formats_have_no_script(project: Project, markup: Markup):
    project.write(pages(markup))
    epub = project.build("epub", strict=True)
    assert SCRIPT not in epub.read("index.xhtml")
    assert SCRIPT not in epub.read("content.opf")
    assert SCRIPT not in project.build("json", strict=True).read("index.fjson")
    assert SCRIPT in project.build("dirhtml", strict=True).read("index.html")
    assert SCRIPT in project.build("singlehtml", strict=True).read("index.html")


def test_review_dates_are_the_same_whenever_they_are_built(project: Project, markup: Markup):
    built = project.write(pages(markup, columns="title, review")).build(strict=True)
    times = re.findall(r"<time class=\"adr-due\"[^>]*>[^<]*</time>", built.read("index.html"))
    assert times == ['<time class="adr-due" datetime="2027-01-15">2027-01-15</time>']
    assert times[0] in built.read("decisions.html")


# -- incremental ----------------------------------------------------------------------------------------------


def test_the_index_of_the_root_page_is_the_navigation_of_all_pages(project: Project, markup: Markup):
    files = {
        f"index{markup.suffix}": markup.page(
            markup.title("Log"), markup.directive("adr-index", "", toctree="")
        ),
        **{
            f"page{number}{markup.suffix}": markup.page(
                markup.title(f"Page {number}"),
                markup.directive("adr", f"ADR-{number}: Title {number}", status="accepted"),
            )
            for number in (1, 2)
        },
    }
    built = project.configure(html_theme="alabaster").write(files).build(strict=True)
    for name in ("index", "page1", "page2"):
        aside = built.read(f"{name}.html").partition('class="sphinxsidebar"')[2]
        assert re.findall(r'class="toctree-l1[^"]*"><a[^>]*>([^<]*)</a>', aside) == ["Page 1", "Page 2"], name


def test_an_edit_reaches_each_style(tmp_path: Path):
    project = Project(tmp_path / "docs")
    for style in ("cards", "timeline", "table"):
        project.write({f"{style}.rst": f"{style}\n========\n\n.. adr-index::\n   :style: {style}\n"})
    project.write(
        {
            "index.rst": "Log\n===\n\n.. toctree::\n\n   cards\n   timeline\n   table\n   one\n   two\n",
            "one.rst": "One\n===\n\n.. adr:: ADR-1: One\n   :status: accepted\n   :date: 2024-01-01\n",
            "two.rst": "Two\n===\n\n.. adr:: ADR-2: Two\n   :status: accepted\n   :date: 2025-01-01\n",
        }
    )
    project.build()
    project.replace("two.rst", "   :date: 2025-01-01\n", "   :date: 2026-01-01\n   :supersedes: ADR-1\n")
    assert project.build().written >= {"cards", "timeline", "table", "one", "two"}
    project.replace("two.rst", ":date: 2026-01-01", ":date: 2023-01-01")
    project.build()
    project.clean_build()
    assert project.seen() == project.seen(clean=True)
    assert "Replaced <" in str(project.seen()["timeline"])
