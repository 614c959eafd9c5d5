"""Graphs in LaTeX: what is written, and that TeX makes pages of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .support import RST, Markup, Project

TITLES = ('100% of <b> & "c" #1 {d} ~e^f $g \\\\h under\\_score', "Zwölf Äpfel", "x" * 300)
UNICODE = ("事件存储采用列式数据库", "قرار معماري", "🚀 rockets")


def pages(markup: Markup, *titles: str, style: str = "layers") -> dict[str, str]:
    """A page of its own for each title, each superseding the one before, and a page with the graph."""
    found = {}
    for number, title in enumerate(titles, 1):
        options = {"supersedes": f"ADR-{number - 1:04}"} if number > 1 else {}
        found[f"d{number}{markup.suffix}"] = markup.page(
            markup.title(f"ADR-{number:04}: {title}"),
            markup.directive("adr", status="accepted", date=f"2024-01-{number % 28 + 1:02}", **options),
            "Text.",
        )
    names = "\n\n".join(f"d{number}" for number in range(1, len(titles) + 1))
    return found | {
        f"index{markup.suffix}": markup.page(
            markup.title("Log"),
            markup.directive("toctree", "", names),
            markup.directive("adr-graph", style=style),
        )
    }


def tex(project: Project, **settings: object) -> str:
    return project.configure(**settings).build("latex", strict=True).read("meter.tex")


def test_a_graph_is_a_drawing_whose_boxes_are_links(project: Project, markup: Markup):
    written = tex(project.write(pages(markup, "First", "Second")))
    graph = written[written.rindex(r"\begin{tikzpicture}") :]
    graph = graph[: graph.index(r"\end{tikzpicture}")]
    assert graph.count(r"\clip[") == 2
    assert r"\draw[-{Triangle[" in graph
    for label in re.findall(r"\\hyperref\[(\\detokenize\{[^}]*\})\]", graph):
        assert rf"\label{{{label}}}" in written
    assert graph.count(r"\hyperref[") == 2
    assert "Superseded" in graph
    assert "Accepted" in graph
    assert r"\begin{itemize}" not in written[written.rindex(r"\begin{tikzpicture}") :]


def traced(markup: Markup, *, style: str = "layers") -> dict[str, str]:
    """Decisions as in `pages`, with requirements that they answer or mention, and a graph of both."""
    found = pages(markup, "First", "Second", style=style)
    second = f"d2{markup.suffix}"
    found[second] = (
        found[second]
        .replace("supersedes: ADR-0001", "supersedes: ADR-0001\n{}requirements: REQ-1".format(
            "   :" if markup is RST else ":"
        ))
        .replace("Text.", "So says REQ-2.")
    )  # fmt: skip
    index = f"index{markup.suffix}"
    requirements = [
        markup.directive("adr-requirement", "REQ-1: 100% of #1"),
        markup.directive("adr-requirement", "REQ-2: Losses"),
    ]
    graph = markup.directive("adr-graph", style=style)
    wanted = markup.directive("adr-graph", style=style, requirements="all")
    found[index] = found[index].replace(graph, markup.page(*requirements, wanted))
    return found


def test_requirements_are_hexagons_whose_boxes_are_links(project: Project, markup: Markup):
    written = project.write(traced(markup)).build("latex").read("meter.tex")
    graph = written[written.rindex(r"\begin{tikzpicture}[x=") :]
    drawing, legend = graph.split(r"\end{tikzpicture}", 1)
    assert drawing.count("-- cycle;") == 2
    assert drawing.count(r"\clip[") == 2
    assert drawing.count(r"\hyperref[") == 4
    for label in re.findall(r"\\hyperref\[(\\detokenize\{[^}]*\})\]", written):
        assert rf"\label{{{label}}}" in written
    assert drawing.count(r"\draw[{Circle[length") == 1
    assert drawing.count(r"\draw[{Circle[open,") == 1
    assert r"100\% of \#1" in drawing
    for words in ("Requirement: covered", "addresses", "mentions"):
        assert rf"\mbox{{{words}}}" in legend


@pytest.mark.parametrize("style", ["layers", "log"])
@pytest.mark.parametrize("engine", ["pdflatex", "xelatex"])
def test_tex_makes_pages_of_a_graph_with_requirements(project: Project, engine: str, style: str):
    _pdf, said = compiled(project.write(traced(RST, style=style)), engine)
    assert re.findall(r"Hyper reference `([^']*)' on page \d+ undefined", said) == []


def test_tikz_is_loaded_only_where_something_is_drawn(project: Project):
    drawn = tex(project.write(pages(RST, "First", "Second")))
    assert drawn.count(r"\usepackage{tikz}") == 1
    alone = Project(project.source.parent / "other" / "docs")
    assert "tikz" not in tex(
        alone.write({"index.rst": "Log\n===\n\n.. adr:: ADR-1: One\n   :status: accepted\n"})
    )


def test_a_setting_of_the_author_stays(project: Project):
    written = tex(
        project.write(pages(RST, "First", "Second")),
        latex_elements={"extrapackages": r"\usepackage{amssymb}"},
    )
    assert r"\usepackage{amssymb}" in written
    assert r"\usepackage{tikz}" in written


def test_titles_are_text_in_tex(project: Project):
    written = tex(project.write(pages(RST, *TITLES)))
    graph = written[written.rindex(r"\begin{tikzpicture}") :]
    assert r"100\% of \textless{}b\textgreater{} \& " in graph
    assert not re.search(r"(?<!\\)[%&#](?!\n|$)", graph[graph.index("100") : graph.index("100") + 60])


def test_a_log_is_rows_that_break_over_pages(project: Project):
    written = tex(project.write(pages(RST, "First", "Second", "Third", style="log")))
    log = written[written.index(r"\begin{lrbox}") :]
    assert log.count(r"\usebox\sphinxadrrow") == 3
    assert "First" in log[log.rindex(r"\begin{lrbox}") :]


# -- in a TeX that is installed -------------------------------------------------------------------------------

ENGINES = ("pdflatex", "xelatex")


def compiled(project: Project, engine: str) -> tuple[Path, str]:
    """The PDF that *engine* makes of a project, and what it said."""
    if shutil.which(engine) is None or shutil.which("kpsewhich") is None:
        pytest.skip(f"{engine} is not installed: no PDF is made")
    for needed in ("tikz.sty", "fncychap.sty", "tabulary.sty", "cmap.sty", "tgtermes.sty"):
        if subprocess.run(["kpsewhich", needed], capture_output=True, check=False).returncode:
            pytest.skip(f"{needed} is not installed: no PDF is made")
    settings: dict[str, object] = {"latex_engine": engine}
    if engine == "xelatex":
        settings["latex_elements"] = {"fontpkg": ""}
    out = project.configure(**settings).build("latex", strict=True).out
    said = ""
    for _run in range(2):
        done = subprocess.run(
            [engine, "-interaction=nonstopmode", "-halt-on-error", "meter.tex"],
            cwd=out,
            capture_output=True,
            check=False,
            timeout=300,
        )
        said = done.stdout.decode("utf-8", "replace")
        assert done.returncode == 0, said[-3000:]
    return out / "meter.pdf", said


@pytest.mark.parametrize("style", ["layers", "log"])
@pytest.mark.parametrize("engine", ENGINES)
def test_tex_makes_pages_of_a_graph(project: Project, engine: str, style: str):
    """Case 26: no link is undefined."""
    titles = TITLES if engine == "pdflatex" else (*TITLES, *UNICODE)
    pdf, said = compiled(project.write(pages(RST, *titles, *["More"] * 25, style=style)), engine)
    assert pdf.stat().st_size > 10_000
    undefined = re.findall(r"Hyper reference `([^']*)' on page \d+ undefined", said)
    assert undefined == []


@pytest.mark.parametrize("word", ["pending", "lost", "covered", "uncovered", "dropped"])
def test_a_status_of_a_name_that_coverage_has_too(project: Project, word: str):
    """It is drawn in the colour of its phase, which every document with drawings has."""
    project.configure(adr_statuses={word: "pending"}).write(
        {"index.rst": f"Log\n===\n\n.. adr:: ADR-1: One\n   :status: {word}\n\n.. adr-graph::\n\n"
                      ".. adr-graph::\n   :style: log\n"}
    )  # fmt: skip
    text = project.build("latex", strict=True).read("meter.tex")
    used = set(re.findall(r"\bsphinxadr([a-z]+)!\d", text)) - {"rejected"}
    known = set(re.findall(r"\\definecolor{sphinxadr([a-z]+)}", text))
    assert used == ({"superseded"} if word == "dropped" else {"proposed"})
    assert used < known
    assert "adr-s-" in project.build("html").read("index.html")
