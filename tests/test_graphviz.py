"""The opt-in engine: Graphviz places the boxes where somebody asks for it, and only there."""

from __future__ import annotations

import os
import shutil
import stat
from itertools import pairwise
from pathlib import Path

import pytest

from sphinx_adr.rendering.edges import segments
from sphinx_adr.rendering.layout import Drawing, GraphvizError, Point, graphviz, version

from .support import RST, Markup, Project
from .test_layout import Graph, chain_with_skips, decisions, graph, overlaps, star

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz (dot) is not installed")


def page(markup: Markup, **options: str) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("adr", 'ADR-1: <b> "quoted" \\\\ {x|y}', status="accepted"),
        markup.directive("adr", "ADR-2: Second", status="accepted", supersedes="ADR-1"),
        markup.directive("adr", "ADR-3: Third", status="proposed", supersedes="ADR-2", amends="ADR-1"),
        markup.directive("adr-graph", **options),
    )


def program(folder: Path, text: str) -> str:
    """A ``dot`` that does something else, in front of all others."""
    folder.mkdir()
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def drawn(given: Graph) -> Drawing:
    sizes, edges = given
    return graphviz(sizes, edges, weights=[1] * len(edges), max_width=700)


def at_border(point: Point, centre: Point, size: tuple[float, float]) -> bool:
    """Beside a side of the box; Graphviz rounds to whole pixels, and uses all four."""
    across, down = abs(point[0] - centre[0]) - size[0] / 2, abs(point[1] - centre[1]) - size[1] / 2
    return abs(max(across, down)) <= 1


@needs_dot
@pytest.mark.parametrize(
    "given",
    [
        decisions(12, 16, 1, reach=6),
        decisions(60, 85, 1, reach=14),
        chain_with_skips(60, 1),
        star(40),
        graph(9, [(0, 1), (1, 2), (2, 0), (3, 3), (4, 5), (4, 5), (5, 4)]),
        graph(7, []),
        ({}, []),
    ],
    ids=["12 nodes", "60 nodes", "skips", "star", "cycles", "isolated", "nothing"],
)
def test_its_drawings_hold_what_ours_hold(given: Graph):
    sizes, edges = given
    drawing = drawn(given)
    assert list(drawing.centres) == sorted(sizes)
    assert overlaps(sizes, drawing.centres) == []
    for (first, second), route in zip(edges, drawing.routes, strict=True):
        if first == second:
            assert route == ()
            continue
        assert len(route) % 3 == 1
        assert at_border(route[0], drawing.centres[first], sizes[first])
        assert at_border(route[-1], drawing.centres[second], sizes[second])
        assert list(segments(route, curved=True))[-1][-1] == route[-1]
    for name, (x, y) in drawing.centres.items():
        width, height = sizes[name]
        assert width / 2 - 1 <= x <= drawing.width - width / 2 + 1
        assert height / 2 - 1 <= y <= drawing.height - height / 2 + 1


@needs_dot
def test_the_order_of_nodes_and_edges_does_not_matter_there_either():
    sizes, edges = decisions(40, 60, 1, reach=10)
    one, other = drawn((sizes, edges)), drawn((dict(reversed(sizes.items())), edges[::-1]))
    assert one.centres == other.centres
    assert one.routes == other.routes[::-1]


@needs_dot
def test_an_edge_leads_from_its_first_node_to_its_second():
    sizes, edges = graph(3, [(0, 1), (1, 2)])
    drawing = drawn((sizes, edges))
    for (first, second), route in zip(edges, drawing.routes, strict=True):
        assert at_border(route[0], drawing.centres[first], sizes[first])
        assert at_border(route[-1], drawing.centres[second], sizes[second])
    assert all(drawing.centres[a][1] < drawing.centres[b][1] for a, b in pairwise(sizes))


@needs_dot
def test_it_is_used_only_where_it_is_named(project: Project, markup: Markup):
    name = f"index{markup.suffix}"

    def svg() -> str:
        html = project.build(strict=True).page("index").body
        return html[html.index("<svg") : html.index("</svg>")]

    ours = project.write({name: page(markup)}) and svg()
    theirs = project.write({name: page(markup, engine="graphviz")}) and svg()
    assert ours != theirs
    assert theirs.count('role="listitem"') == ours.count('role="listitem"') == 3
    assert theirs.count('class="adr-e ') == ours.count('class="adr-e ')
    project.write({name: page(markup)}).configure(adr_graph_engine="graphviz")
    assert svg() == theirs
    project.write({name: page(markup, engine="built-in")})
    assert svg() == ours


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("echo broken >&2; exit 1", "dot failed: broken"),
        ("echo nonsense", "cannot be read"),
        ("exec /nonexistent", "dot failed"),
    ],
)
def test_one_that_fails_is_told_once_and_ours_is_taken(
    project: Project, monkeypatch: pytest.MonkeyPatch, text: str, said: str
):
    project.write({"index.rst": page(RST) + "\n.. adr-graph::\n   :root: ADR-1\n"})
    usual = project.build(strict=True).page("index").body
    project.configure(adr_graph_engine="graphviz")
    monkeypatch.setenv("PATH", program(project.source.parent / "bin", text))
    built = project.build()
    assert built.codes == ["adr.config-invalid"]
    assert built.warnings[0].file == "conf.py"
    assert built.warnings[0].line > 0
    assert said in built.warnings[0].text
    assert built.page("index").body == usual
    assert project.build().codes == ["adr.config-invalid"]


def test_a_missing_one_is_told_once_and_ours_is_taken(project: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(GraphvizError, match="there is no program dot"):
        version()
    built = project.write({"index.rst": page(RST, engine="graphviz")}).build()
    assert built.codes == ["adr.config-invalid"]
    assert "adr-g-svg" in built.page("index").body


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
@needs_dot
def test_one_that_fails_on_a_graph_is_told_there(project: Project, monkeypatch: pytest.MonkeyPatch):
    real = shutil.which("dot")
    text = f'input=$(cat)\ncase "$input" in *weight*) echo too hard >&2; exit 1;; esac\necho "$input" | {real} "$@"'
    monkeypatch.setenv("PATH", program(project.source.parent / "bin", text))
    built = project.write({"index.rst": page(RST, engine="graphviz")}).build()
    assert [(one.code, one.file) for one in built.warnings] == [("adr.config-invalid", "index.rst")]
    assert "too hard" in built.warnings[0].text
    assert "adr-g-svg" in built.page("index").body


def test_an_engine_that_is_none(project: Project, markup: Markup):
    built = project.write({f"index{markup.suffix}": page(markup, engine="neato")}).build()
    assert built.codes == ["adr.option-invalid"]


@needs_dot
def test_pages_with_graphs_are_written_again_when_the_engine_changes(tmp_path: Path):
    docs = Project(tmp_path / "docs")
    docs.write(
        {
            "index.rst": "Home\n====\n\n.. toctree::\n\n   log\n   other\n",
            "log.rst": page(RST),
            "other.rst": "Other\n=====\n\n:adr:`ADR-1`\n",
        }
    )
    docs.build()
    docs.conf = 'adr_graph_engine = "graphviz"\n'
    assert docs.assert_exact().written - {"index"} == {"log"}
    docs.conf = ""
    assert docs.assert_exact().written - {"index"} == {"log"}
