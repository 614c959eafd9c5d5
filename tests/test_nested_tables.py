"""Views within tables, and within what becomes a table: few formats know tables within tables."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from .support import Markup, Project

FILES = {
    "html": "index.html",
    "text": "index.txt",
    "man": "meter.1",
    "latex": "meter.tex",
    "texinfo": "meter.texi",
}
VIEWS = {
    "adr-index": ("Keep files", "Accepted", "2024-05-06"),
    "adr-matrix": ("REQ-1", "ADR-1"),
    "adr-options": ("Tapes", "Too slow"),
}


def words(text: str) -> str:
    """The text of any format on one line, with plain hyphens and without what it has for emphasis."""
    for mark, plain in ((r"\sphinxhyphen{}", "-"), (r"\-", "-"), ("|", " ")):
        text = text.replace(mark, plain)
    return " ".join(text.split())


def cell(markup: Markup, *blocks: str) -> str:
    """A table with one cell that holds *blocks*."""
    inner = "\n\n".join(blocks)
    lines = inner.splitlines()
    text = "\n".join([f"* - {lines[0]}", *(f"    {line}".rstrip() for line in lines[1:])])
    return markup.directive("list-table", "", text)


def declared(markup: Markup, *more: str) -> str:
    considered = markup.directive("adr-option", "Tapes", reason="Too slow")
    chosen = markup.directive("adr-option", "Files", chosen="")
    record = markup.directive(
        "adr",
        "ADR-1: Keep files",
        chosen,
        considered,
        status="accepted",
        date="2024-05-06",
        requirements="REQ-1",
    )
    return markup.page(
        markup.title("Log"), *more, record, markup.directive("adr-requirement", "REQ-1: Never lost")
    )


@pytest.mark.parametrize("builder", FILES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_in_a_cell_of_a_table(project: Project, markup: Markup, builder: str, view: str) -> None:
    text = declared(markup, cell(markup, "Before", markup.directive(view), "After"))
    built = project.write({f"index{markup.suffix}": text}).build(builder, strict=True)
    told = words(built.read(FILES[builder]))
    told = told[told.index("Before") : told.index("After")]
    for fact in VIEWS[view]:
        assert fact in told, told
    assert ("<table" in told) == (builder == "html")


@pytest.mark.parametrize("builder", FILES)
def test_a_decision_with_options_in_a_cell_of_a_table(project: Project, markup: Markup, builder: str) -> None:
    text = markup.page(markup.title("Log"), cell(markup, "Before", *declared(markup).split("\n\n", 1)[1:]))
    built = project.write({f"index{markup.suffix}": text}).build(builder, strict=True)
    told = words(built.read(FILES[builder]))
    assert "Tapes" in told[told.index("Before") :]
    assert "Too slow" in told


@pytest.mark.skipif(find_spec("sphinx_needs") is None, reason="sphinx-needs is not installed")
@pytest.mark.parametrize("builder", FILES)
def test_views_in_the_box_of_a_need(project: Project, markup: Markup, builder: str) -> None:
    project.extensions.append("sphinx_needs")
    box = markup.directive("req", "Keep", *map(markup.directive, VIEWS), id="REQ_77")
    built = project.write({f"index{markup.suffix}": declared(markup, box)}).build(builder)
    assert [code for code in built.codes if code.startswith("adr")] == []
    told = words(built.read(FILES[builder]))
    for fact in ("Keep files", "2024-05-06", "Tapes", "Too slow"):
        assert fact in told


def test_an_index_in_a_cell_is_a_list_with_the_heads_of_its_columns(project: Project) -> None:
    text = (
        "Log\n===\n\n.. list-table::\n\n   * - .. adr-index::\n          :columns: decision, status, date, tags\n\n"
        ".. adr:: ADR-1: Keep\n   :status: accepted\n   :date: 2024-05-06\n\n.. adr:: ADR-2: Send\n   :status: proposed\n"
    )
    told = words(project.write({"index.rst": text}).build("text", strict=True).read("index.txt"))
    assert "* Keep Status: Accepted Date: 2024-05-06 * Send Status: Proposed" in told
