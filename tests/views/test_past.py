"""Views of the log as it stood on a day: as values, on pages of every format, and after edits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sphinx_adr.views import (
    Answers,
    GraphQuestion,
    IndexQuestion,
    MatrixQuestion,
    OptionsQuestion,
    PastQuestion,
)
from sphinx_adr.views.past import Asked, Past

from ..log.records import adr, log
from ..support import Built, Markup, Project

LOG = log(
    adr(1, "superseded", date="2024-01-01", tags="storage", addresses="REQ-1"),
    adr(2, date="2025-06-01", tags="storage", supersedes="ADR-1"),
    adr(3, tags="storage", relates_to="ADR-1"),
    adr(4, tags="labels"),
    requirements="REQ-1",
)


def ask(question: Asked, day: str = "2024-12-31") -> tuple[Any, list[str]]:
    answer = Answers(LOG).to(PastQuestion(question, day))
    assert isinstance(answer, Past)
    return answer.shown, [one.id for one in answer.undated]


def test_an_index_of_the_past() -> None:
    index, undated = ask(IndexQuestion(filter='"storage" in tags', columns=("id", "superseded_by")))
    (group,) = index.groups
    ((row),) = group.rows
    assert (row.decision.id, row.decision.status, row.cells[1].pieces) == ("ADR-1", "accepted", ())
    assert index.counts == (("accepted", 1),)
    assert undated == ["ADR-3"]


def test_a_matrix_of_the_past() -> None:
    matrix, undated = ask(MatrixQuestion())
    assert matrix.totals == (("covered", 1),)
    assert undated == ["ADR-3", "ADR-4"]
    assert ask(MatrixQuestion(), "2025-12-31")[0].totals == (("lost", 1),)


def test_a_graph_of_the_past_misses_what_it_would_draw() -> None:
    graph, undated = ask(GraphQuestion(root="ADR-1"))
    assert [node.decision.id for node in graph.nodes] == ["ADR-1"]
    assert undated == ["ADR-3"]
    assert [edge.kind for edge in ask(GraphQuestion(), "2025-12-31")[0].edges] == ["supersedes"]


def test_today_is_that_day() -> None:
    assert ask(IndexQuestion(filter="date < today"), "2024-01-01")[0].counts == ()
    assert ask(IndexQuestion(filter="date < today"), "2024-01-02")[0].counts == (("accepted", 1),)


def test_what_no_view_of_the_present_shows_is_not_missed() -> None:
    assert ask(OptionsQuestion(filter='"other" in tags'))[1] == []


# -- pages ------------------------------------------------------------------------------------------------


def page(markup: Markup, day: str = "2024-12") -> str:
    views = [
        markup.directive(name, as_of=day) for name in ("adr-index", "adr-matrix", "adr-graph", "adr-options")
    ]
    option = markup.directive("adr-option", "Paper", reason="It gets wet.")
    return markup.page(
        markup.title("Log"),
        *views,
        markup.directive("adr", "ADR-1: Old", option, status="superseded", date="2024-01-01"),
        markup.directive("adr", "ADR-2: New", status="accepted", date="2025-01-01", supersedes="ADR-1"),
        markup.directive("adr", "ADR-3: Vague", status="accepted"),
        markup.directive("adr-requirement", "REQ-1: Speed"),
    )


FILES = {"html": "index.html", "text": "index.txt", "latex": "meter.tex"}


def words_on_page(built: Built, builder: str) -> str:
    text = built.page("index").text if builder == "html" else built.read(FILES[builder])
    return " ".join(text.replace("\\sphinxhyphen{}", "-").split())


@pytest.mark.parametrize("builder", FILES)
def test_pages_of_the_past(project: Project, markup: Markup, builder: str) -> None:
    built = project.write({f"index{markup.suffix}": page(markup)}).build(builder, strict=True)
    text = words_on_page(built, builder)
    assert text.count("As of 2024-12-31. Left out, because they have no date:") == 4
    assert "1 superseded" not in text
    if builder == "html":
        for label in (
            "Architecture decisions",
            "Requirements by decisions, scrollable",
            "Options that were not chosen",
        ):
            assert f'aria-label="{label}, as of 2024-12-31"' in built.page("index").body
        assert "1 accepted" in text


def test_without_an_undated_decision_nothing_is_missed(project: Project, markup: Markup) -> None:
    built = project.write({f"index{markup.suffix}": page(markup).replace("Vague", "Exact")}).build(
        strict=True
    )
    assert "Left out" in built.page("index").text
    dated = page(markup).replace(":status: accepted\n", ":status: accepted\n:date: 2024-02-02\n")
    built = project.write({f"index{markup.suffix}": dated}).build()
    assert built.page("index").text.count("As of 2024-12-31.") == 4


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("", "is not of the form"),
        ("soon", "is not of the form"),
        ("2025-02-30", "is no date of the calendar"),
        ("03/04/2025", "is ambiguous"),
    ],
)
def test_a_day_that_is_none(project: Project, markup: Markup, day: str, reason: str) -> None:
    text = markup.page(markup.title("Log"), markup.directive("adr-index", as_of=day))
    built = project.write({f"index{markup.suffix}": text}).build()
    assert built.where == [("adr.date-invalid", f"index{markup.suffix}", markup.line_of(text, "adr-index"))]
    assert reason in built.warnings[0].text
    assert "As of" not in built.page("index").text


def test_the_navigation_of_the_past(project: Project, markup: Markup) -> None:
    index = markup.directive("adr-index", as_of="2024", toctree="")
    files = {
        "index": markup.page(markup.title("Log"), index),
        "old": markup.page(markup.title("A"), markup.directive("adr", "ADR-1: Old", date="2024-01-01")),
        "new": ":orphan:\n\n" * (markup.suffix == ".rst")
        + "---\norphan: true\n---\n" * (markup.suffix == ".md")
        + markup.page(markup.title("B"), markup.directive("adr", "ADR-2: New", date="2025-01-01")),
    }
    built = project.write({name + markup.suffix: text for name, text in files.items()}).build(strict=True)
    assert built.app is not None
    assert built.app.env.toctree_includes["index"] == ["old"]


def test_a_matrix_of_the_past_as_csv(project: Project, markup: Markup) -> None:
    text = (
        page(markup)
        .replace("adr-matrix::\n", "adr-matrix::\n   :csv:\n")
        .replace("{adr-matrix}\n", "{adr-matrix}\n:csv:\n")
    )
    built = project.write({f"index{markup.suffix}": text}).build(strict=True)
    assert built.read("_adr/index-matrix.csv").splitlines()[1:] == ["REQ-1,Speed,uncovered,,,,"]


EDITS = [
    ("two.rst", ":date: 2025-01-01", ":date: 2024-01-01"),
    ("one.rst", ":status: superseded", ":status: deprecated"),
    ("three.rst", ":status: accepted", ":status: accepted\n   :date: 2024-05-05"),
    ("two.rst", "ADR-2: New", "ADR-2: Newer"),
    ("two.rst", ":supersedes: ADR-1", ":amends: ADR-1"),
]


@pytest.mark.parametrize("builder", ["html", "text"])
def test_views_of_the_past_are_exact_after_edits(tmp_path: Path, builder: str) -> None:
    project = Project(tmp_path / "docs")
    head = ":orphan:\n\nPage\n====\n\n"
    views = "\n\n".join(
        f".. {name}::\n   :as-of: 2024" for name in ("adr-index", "adr-matrix", "adr-graph", "adr-options")
    )
    project.write(
        {
            "index.rst": f"{head}{views}\n",
            "plain.rst": head,
            "one.rst": f"{head}.. adr:: ADR-1: Old\n   :status: superseded\n   :date: 2024-01-01\n",
            "two.rst": f"{head}.. adr:: ADR-2: New\n   :status: accepted\n   :date: 2025-01-01\n   :supersedes: ADR-1\n",
            "three.rst": f"{head}.. adr:: ADR-3: Vague\n   :status: accepted\n",
        }
    )
    project.build(builder)
    for name, old, new in EDITS:
        project.replace(name, old, new)
        built = project.assert_exact(builder, jobs=2)
        assert "plain" not in built.written
