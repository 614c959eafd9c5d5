"""The options of the matrix on pages, and the file beside them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from sphinx_adr.exports.addresses import address
from sphinx_adr.exports.sheet import sheet
from sphinx_adr.views import Answers, MatrixQuestion
from sphinx_adr.views.matrix import MANY_COLUMNS, Matrix

from ..log.records import adr, log
from ..support import RST, Markup, Project, words_of


def page(markup: Markup, **options: str) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("adr-requirement", "PRD-MON-REQ-001: Often"),
        markup.directive("adr-requirement", "PRD-MON-REQ-002: Rarely"),
        markup.directive("adr-requirement", "PRD-FINE-REQ-001: =Never"),
        markup.directive(
            "adr",
            "ADR-1: Poll",
            status="accepted",
            tags="web",
            requirements="PRD-MON-REQ-001, PRD-FINE-REQ-001",
        ),
        markup.directive(
            "adr",
            "ADR-2: Push",
            "As of PRD-MON-REQ-001.",
            status="accepted",
            supersedes="ADR-1",
            drops="PRD-FINE-REQ-001",
        ),
        markup.title("Matrix", 2),
        markup.directive("adr-matrix", "", **options),
    )


def text_of(project: Project, markup: Markup, builder: str = "text", **options: str) -> str:
    project.write({f"index{markup.suffix}": page(markup, **options)})
    built = project.build(builder, strict=True)
    found = next(
        path for path in built.out.iterdir() if path.name in ("index.html", "index.txt", "meter.tex")
    )
    return found.read_text(encoding="utf-8").rpartition("adr-cover" if builder == "html" else "Matrix")[2]


CASES: list[tuple[dict[str, str], list[str], list[str]]] = [
    ({}, ["ADR-2 (accepted, mentions)", "up on purpose)", "50 %"], ["web"]),
    (
        {"requirements": "PRD-FINE"},
        ["PRD-FINE-REQ-001", "Dropped on", "1 dropped on purpose"],
        ["PRD-MON-REQ-001"],
    ),
    ({"group_by": "prefix"}, ["PRD-FINE", "PRD-MON – 50 %"], []),
    ({"transpose": ""}, ["Requirements", "ADR-1 Poll"], ["PRD-MON-REQ-002"]),
    ({"columns": "tags"}, ["Tags", "web (ADR-1)"], ["ADR-2"]),
    ({"rows": "decisions", "columns": "tags"}, ["ADR-1 Poll"], ["PRD-MON", "ADR-2", "50 %"]),
    ({"rows": "drivers"}, ["No decisions."], ["PRD-MON"]),
]


@pytest.mark.parametrize(("options", "present", "absent"), CASES)
def test_what_the_options_show(project: Project, markup: Markup, options, present, absent):
    text = " ".join(text_of(project, markup, **options).replace("|", " ").split())
    for piece in present:
        assert piece in text
    for piece in absent:
        assert piece not in text


@pytest.mark.parametrize("builder", ["html", "latex", "man", "texinfo", "epub"])
@pytest.mark.parametrize("options", [case[0] for case in CASES] + [{"style": "list"}, {"csv": ""}])
def test_every_builder_shows_them(project: Project, builder: str, options: dict[str, str]):
    project.write({"index.rst": page(RST, **options)})
    project.configure(epub_copyright="2025", version="1")
    assert project.build(builder, nitpicky=False).codes == []


def test_html_has_a_grid_or_a_list(project: Project, markup: Markup):
    assert "adr-scroll" in text_of(project, markup, "html")
    listed = text_of(project, markup, "html", style="list")
    assert "adr-scroll" not in listed
    assert "<table" in listed


def test_a_list_stands_in_a_box_with_badges(project: Project, markup: Markup):
    project.write({f"index{markup.suffix}": page(markup, style="list")})
    shown = project.build(strict=True).page("index")
    assert "Covered" in shown.box("adr-listing")
    assert "adr-badge" in shown.body[shown.body.index("adr-listing") :]


@pytest.mark.parametrize("builder", ["html", "singlehtml"])
def test_a_list_names_in_each_row_the_decisions_of_that_row(project: Project, markup: Markup, builder: str):
    blocks = [
        markup.title("Log"),
        *(markup.directive("adr-requirement", f"NET-REQ-00{number}: R{number}") for number in (1, 2, 3)),
        markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="NET-REQ-001, NET-REQ-002"),
        markup.directive("adr", "ADR-2: Push", "As of NET-REQ-001.", status="proposed"),
        markup.directive(
            "adr",
            "ADR-3: Wait",
            "See NET-REQ-002.",
            status="rejected",
            requirements="NET-REQ-003, NET-REQ-001",
        ),
        markup.title("Matrix", 2),
        markup.directive("adr-matrix", "", style="list"),
    ]
    project.write({f"index{markup.suffix}": markup.page(*blocks)})
    body = project.build(builder, strict=True).page("index").body
    rows = re.findall(r"<tr>.*?</tr>", body[body.index("adr-listing") :], re.DOTALL)[1:]
    assert [words_of(row).replace(" ,", ",") for row in rows] == [
        "NET-REQ-001 R1 Covered ADR-1 (accepted, addresses), ADR-2 (proposed, mentions), ADR-3 (rejected, addresses)",
        "NET-REQ-002 R2 Covered ADR-1 (accepted, addresses), ADR-3 (rejected, mentions)",
        "NET-REQ-003 R3 Lost ADR-3 (rejected, addresses)",
    ]


def test_a_requirement_of_another_place_is_one_word_in_text(project: Project):
    """Its link is a reference from the start, which docutils also counts as a body element."""
    project.configure(adr_requirements=[{"source": "file", "path": "more.csv"}])
    files = {
        "more.csv": "id,title,uri\nSHOP-REQ-1,Cards are not stored,https://example.org/1\n",
        "index.rst": "Log\n===\n\n.. adr:: ADR-1: One\n   :status: accepted\n"
        "   :requirements: SHOP-REQ-1\n\n.. adr-matrix::\n",
    }
    said = project.write(files).build("text", strict=True).read("index.txt")
    assert "| SHOP-REQ-1 Cards are not stored" in said


def test_many_columns_are_listed(project: Project):
    decisions = [
        RST.directive("adr", f"ADR-{n}: One", status="accepted", requirements="REQ-1")
        for n in range(MANY_COLUMNS + 1)
    ]
    project.write({"index.rst": RST.page(RST.title("Log"), *decisions, RST.directive("adr-matrix"))})
    assert "adr-scroll" not in project.build(strict=True).read("index.html")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"rows": "requirement"}, "did you mean 'requirements'?"),
        ({"rows": "tags", "columns": "tags"}, "tags on both sides"),
        ({"style": "gird"}, "did you mean 'grid'?"),
        ({"group_by": "suffix"}, "prefix"),
        ({"csv": "file.csv"}, "takes no value"),
        ({"transposed": ""}, "did you mean 'transpose'?"),
    ],
)
def test_bad_options_are_reported_and_the_matrix_shown(project: Project, markup: Markup, options, said):
    text = page(markup, **options)
    project.write({f"index{markup.suffix}": text})
    built = project.build()
    (warned,) = built.warnings
    assert warned.code in ("adr.option-invalid", "adr.option-unknown")
    assert said in warned.text
    assert warned.line == markup.line_of(text, "adr-matrix")
    assert "adr-cover" in built.read("index.html")


# -- CSV ------------------------------------------------------------------------------------------------------


def test_a_file_beside_the_page(project: Project, markup: Markup):
    project.write(
        {f"a/b{markup.suffix}": page(markup, csv=""), "index.rst": "All\n===\n\n.. toctree::\n\n   a/b\n"}
    )
    built = project.build(strict=True)
    assert 'href="../_adr/a/b-matrix.csv"' in built.read("a/b.html")
    rows = list(csv.DictReader(io.StringIO(built.read("_adr/a/b-matrix.csv"))))
    assert [
        (row["requirement"], row["coverage"], row["decision"], row["status"], row["how"]) for row in rows
    ] == [
        ("PRD-FINE-REQ-001", "dropped", "ADR-1", "superseded", "addresses"),
        ("PRD-FINE-REQ-001", "dropped", "ADR-2", "accepted", "drops"),
        ("PRD-MON-REQ-001", "covered", "ADR-1", "superseded", "addresses"),
        ("PRD-MON-REQ-001", "covered", "ADR-2", "accepted", "mentions"),
        ("PRD-MON-REQ-002", "uncovered", "", "", ""),
    ]
    assert rows[0]["requirement_title"] == "'=Never"


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_formats_have_no_file_and_no_link(project: Project, builder: str):
    project.configure(epub_copyright="2025", version="1").write({"index.rst": page(RST, csv="")})
    built = project.build(builder)
    assert not list(built.out.rglob("*.csv"))
    assert not any("matrix.csv" in path.read_text(errors="ignore") for path in built.out.rglob("*.*html"))


@pytest.mark.parametrize(
    ("builder", "docname", "expected"),
    [
        ("html", "index", "_adr/x.csv"),
        ("html", "a/b", "../_adr/x.csv"),
        ("dirhtml", "index", "_adr/x.csv"),
        ("dirhtml", "a/index", "../_adr/x.csv"),
        ("dirhtml", "a/b", "../../_adr/x.csv"),
        ("singlehtml", "a/b", "_adr/x.csv"),
    ],
)
def test_where_the_file_is_seen_from_a_page(builder, docname, expected):
    assert address(builder, docname, "x.csv") == expected


def test_the_address_of_a_file_whose_page_has_an_odd_name(project: Project, markup: Markup):
    """A number sign in an address would end it, and a per cent sign would begin a character."""
    project.write(
        {
            f"a #1 50%/ü{markup.suffix}": page(markup, csv=""),
            "index.rst": "All\n===\n\n.. toctree::\n   :glob:\n\n   a*/*\n",
        }
    )
    built = project.build()
    (href,) = re.findall(r'href="(\.\./_adr/[^"]*)"', built.read("a #1 50%/ü.html"))
    assert "#" not in href
    assert (built.out / "a #1 50%" / unquote(href)).is_file()


def test_a_folder_whose_name_ends_like_a_file(tmp_path):
    """Cleaning up takes it for what it is."""
    log = Project(tmp_path / "docs")
    log.write(
        {
            "index.rst": "All\n===\n\n.. adr-matrix::\n   :csv:\n",
            "a.csv/one.rst": ":orphan:\n\nOne\n===\n\n.. adr-requirement:: REQ-1\n\n.. adr-matrix::\n   :csv:\n",
        }
    )
    log.assert_exact()
    folder = log.out("html") / "_adr"
    assert (folder / "a.csv" / "one-matrix.csv").is_file()
    log.replace("a.csv/one.rst", "   :csv:\n", "")
    log.build()
    assert [path.name for path in folder.iterdir()] == ["index-matrix.csv"]


def test_lines_of_other_sides_name_the_decision_between():
    ledger = log(adr(1, addresses="REQ-1", tags="web"), requirements="REQ-1 REQ-2")
    matrix = Answers(ledger).to(MatrixQuestion(columns="tags"))
    assert isinstance(matrix, Matrix)
    assert sheet(matrix).splitlines() == [
        "requirement,requirement_title,coverage,tag,decision,decision_title,status,how",
        "REQ-1,,covered,web,ADR-1,Title of ADR-1,accepted,addresses",
        "REQ-2,,uncovered,,,,,",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_follow_every_edit(tmp_path: Path, jobs: int):
    log = Project(tmp_path / "docs")
    log.write(
        {
            "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   a/*\n\n.. adr-matrix::\n   :csv:\n\n.. adr-matrix::\n   :csv:\n   :only: lost\n",
            "a/one.rst": "One\n===\n\n.. adr:: ADR-1: Poll\n   :status: accepted\n   :requirements: REQ-1\n\n.. adr-matrix::\n   :csv:\n",
            "a/two.rst": "Two\n===\n\n.. adr-requirement:: REQ-1: Often\n",
        }
    )

    def files(out: Path) -> dict[str, str]:
        return {
            path.relative_to(out).as_posix(): path.read_text()
            for path in (out / "_adr").rglob("*")
            if path.is_file()
        }

    def exact() -> dict[str, str]:
        log.assert_exact(jobs=jobs)
        assert files(log.out("html")) == files(log.out(clean=True))
        return files(log.out("html"))

    assert set(exact()) == {"_adr/index-matrix.csv", "_adr/index-matrix-2.csv", "_adr/a/one-matrix.csv"}
    log.replace("a/two.rst", "Often", "Rarely")
    assert "Rarely" in exact()["_adr/index-matrix.csv"]
    log.replace("a/one.rst", "   :csv:\n", "")
    (log.out(clean=True) / "_adr" / "a" / "one-matrix.csv").unlink()
    assert set(exact()) == {"_adr/index-matrix.csv", "_adr/index-matrix-2.csv"}
    assert not (log.out("html") / "_adr" / "a").exists()
