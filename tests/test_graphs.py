"""Graphs on pages: the lineage of a decision, what falls back to the log, and hostile titles."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape

import pytest

from sphinx_adr.exports.diagram import dot, mermaid
from sphinx_adr.rendering.doctree import as_nodes
from sphinx_adr.rendering.drawing import render_graph
from sphinx_adr.rendering.history import MOST_LANES
from sphinx_adr.rendering.plan import WIDEST, Plan, Refusal, plan
from sphinx_adr.rendering.related import MOST, lit
from sphinx_adr.views.graph import Edge, Graph, Node, RequirementNode
from sphinx_adr.views.naming import Named, NamedRequirement

from .support import RST, Markup, Project, element_at, words_of


def graph(count: int, edges: list[tuple[int, int]], style: str = "layers") -> Graph:
    """Decisions by number, and supersessions as pairs of newer and older."""
    nodes = (
        Node(f"{n:04}", Named(f"ADR-{n}", f"Title {n}", "accepted", "in-force", True, "page", f"adr-{n}"), None, False, False)
        for n in range(count)
    )  # fmt: skip
    lines = (Edge("supersedes", f"{newer:04}", f"{older:04}", None, "effective") for newer, older in edges)
    return Graph(style, tuple(nodes), tuple(lines))


def decision(markup: Markup, number: int, title: str, **options: str) -> str:
    """A page of one decision."""
    return markup.page(
        markup.title(f"ADR-{number:04}: {title}"),
        markup.directive("adr", status="accepted", date=f"202{number}-01-01", **options),
        markup.title("Context", 2),
        "Text.",
    )


def pages(markup: Markup) -> dict[str, str]:
    return {
        f"index{markup.suffix}": markup.page(
            markup.title("Log"), markup.directive("toctree", "", "a\n\nb\n\nc\n\nd")
        ),
        f"a{markup.suffix}": decision(markup, 1, "First"),
        f"b{markup.suffix}": decision(markup, 2, "Second", supersedes="ADR-0001"),
        f"c{markup.suffix}": decision(markup, 3, "Third", supersedes="ADR-0002#context"),
        f"d{markup.suffix}": decision(markup, 4, "Fourth", depends_on="ADR-0001"),
    }


# -- lineages -------------------------------------------------------------------------------------------------


def test_a_decision_page_shows_its_lineage_at_its_end(project: Project, markup: Markup):
    built = project.write(pages(markup)).build(strict=True)
    page = built.page("b")
    assert page.body.index("Text.") < page.body.index("Lineage") < page.body.index("adr-g-svg")
    assert re.findall(r'<a class="adr-n[^>]* href="([^"]*)"', page.body) == [
        "a.html#adr-0001",
        "#adr-0002",
        "c.html#adr-0003",
    ]
    assert 'aria-current="true"' in page.body
    assert "partly superseded by" in page.text
    assert "Lineage" not in built.page("d").text
    assert "Lineage" in built.page("a").text


@pytest.mark.parametrize(("builder", "name"), [("text", "b.txt"), ("latex", "meter.tex")])
def test_a_lineage_in_other_formats(project: Project, builder: str, name: str):
    written = project.write(pages(RST)).build(builder, strict=True).read(name)
    assert "Lineage" in written
    if builder == "text":
        after = " ".join(written[written.index("Lineage") :].split())
        assert "ADR-0001 First – Superseded · 2021-01-01 · superseded by ADR-0002" in after
        assert "ADR-0002 Second – Accepted · 2022-01-01 · current · supersedes ADR-0001" in after


def test_documents_as_they_stand_show_their_lineage(project: Project):
    project.write(
        {
            "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n",
            "adr/0001-first.rst": "1. First\n========\n\nStatus\n------\n\nSuperseded by `2. Second <0002-second.rst>`_\n",
            "adr/0002-second.rst": "2. Second\n=========\n\nStatus\n------\n\nAccepted\n",
        }
    ).configure(adr_documents=["adr/*"])
    assert project.build().page("adr/0002-second").text.count("Lineage") == 1
    project.configure(adr_card=False)
    assert "Lineage" not in project.build().page("adr/0002-second").text


def test_a_page_of_several_decisions_shows_no_lineage_unless_asked_to(project: Project, markup: Markup):
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-0001: First", status="accepted"),
        markup.directive("adr", "ADR-0002: Second", status="accepted", supersedes="ADR-0001"),
    )
    project.write({f"index{markup.suffix}": page})
    assert "Lineage" not in project.build(strict=True).page("index").text
    project.configure(adr_lineage="all")
    assert project.build(strict=True).page("index").text.count("Lineage") == 2


def test_pages_are_written_again_when_their_lineage_changes(tmp_path):
    docs = Project(tmp_path / "docs")
    for name, text in pages(RST).items():
        docs.write({name: text})
    docs.build()
    docs.replace("c.rst", ":supersedes: ADR-0002#context", ":supersedes: ADR-0002")
    changed = docs.assert_exact()
    # The first one's lineage goes on to the third.
    assert changed.written >= {"a", "b", "c"}
    docs.replace("d.rst", "Text.", "Other text.")
    assert docs.assert_exact().written <= {"d", "index"}
    docs.conf = 'adr_lineage = "none"\n'
    assert docs.assert_exact().written - {"index"} == {"a", "b", "c"}
    docs.replace("d.rst", ":depends-on: ADR-0001", ":amends: ADR-0001")
    docs.assert_exact()
    docs.conf = ""
    assert "a" in docs.assert_exact().written


def test_no_page_is_written_again_for_lineages_that_it_does_not_show(tmp_path):
    docs = Project(tmp_path / "docs")
    records = {f"adr/000{n}-r{n}.rst": f"{n}. R{n}\n=====\n\nStatus\n------\n\nAccepted\n" for n in (1, 2)}
    docs.write({"index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n", **records})
    docs.configure(adr_documents=["adr/*"], adr_card=False)
    docs.build()
    assert not [*docs.out("html").glob(".sphinx-adr-*.json")]
    docs.configure(adr_lineage="none")
    assert docs.assert_exact().written == frozenset()
    docs.configure(adr_card=True, adr_lineage="single")
    docs.assert_exact()
    docs.replace("adr/0002-r2.rst", "Accepted", "Accepted\n\nSupersedes `1. R1 <0001-r1.rst>`_")
    assert "adr/0001-r1" in docs.assert_exact().written
    docs.configure(adr_card=False)
    docs.assert_exact()
    docs.configure(adr_lineage="none")
    assert docs.assert_exact().written == frozenset()


def test_a_setting_that_is_none_of_the_words(project: Project):
    project.write({"index.rst": "Log\n===\n"}).configure(adr_lineage="singel")
    built = project.build()
    assert built.codes == ["adr.config-invalid"]
    assert "did you mean 'single'?" in built.warnings[0].text


# -- what cannot be drawn in layers ---------------------------------------------------------------------------


def test_a_wide_star_falls_back_to_the_log_and_says_so():
    star = graph(499, [(n, 0) for n in range(1, 499)])
    refused = plan(star, paper=False)
    assert isinstance(refused, Refusal)
    assert "Too wide" in refused.reason
    said = [node.astext() for node in as_nodes(render_graph(star, "g"), "page")]
    assert said[0].startswith("Too wide to be drawn in layers")
    assert said[1].startswith("Too many lines side by side")
    assert said[2].count("ADR-") >= 499


def test_too_many_links_fall_back_to_the_log_and_say_so():
    dense = graph(400, [(newer, older) for newer in range(400) for older in range(max(0, newer - 40), newer)])
    refused = plan(dense, paper=False)
    assert isinstance(refused, Refusal)
    assert "Too many links" in refused.reason


def test_what_fits_is_drawn_and_says_nothing():
    chain = graph(30, [(n, n - 1) for n in range(1, 30)])
    drawn = plan(chain, paper=False)
    assert isinstance(drawn, Plan)
    assert drawn.size[0] < WIDEST
    assert len(render_graph(chain, "g")) == 1


def test_a_page_of_paper_does_not_scroll():
    chain = graph(30, [(n, n - 1) for n in range(1, 30)])
    assert "Too large for a page" in as_nodes(render_graph(chain, "g", paper=True), "page")[0].astext()


def test_the_log_has_lines_so_long_as_they_can_be_told_apart():
    few = graph(MOST_LANES, [(MOST_LANES - 1, n) for n in range(MOST_LANES - 1)], "log")
    many = graph(MOST_LANES + 3, [(MOST_LANES + 2, n) for n in range(MOST_LANES + 2)], "log")
    assert len(render_graph(few, "g")) == 1
    assert len(render_graph(many, "g")) == 2


# -- pointing -------------------------------------------------------------------------------------------------


def test_pointing_lights_what_led_to_a_decision_and_what_became_of_it():
    #     0 -> 1 -> 2, 0 -> 3, 4 alone
    nodes, edges = lit(graph(5, [(1, 0), (2, 1), (3, 0)]))
    assert nodes == {"0000": "0 1 2 3", "0001": "0 1 2", "0002": "0 1 2", "0003": "0 3", "0004": "4"}
    assert list(edges) == ["0 1 2", "0 1 2", "0 3"]


def test_the_stylesheet_has_a_number_for_each_that_can_be_pointed_at():
    from .test_rendering import STYLESHEET

    assert {int(n) for n in re.findall(r'\[data-n="(\d+)"\]', STYLESHEET)} == set(range(MOST))
    assert {int(n) for n in re.findall(r'\[data-l~="(\d+)"\]', STYLESHEET)} == set(range(MOST))
    assert lit(graph(MOST + 1, []))[0] == {}


# -- requirements ---------------------------------------------------------------------------------------------


def traced(markup: Markup, /, **options: str) -> str:
    """A page with two decisions, the requirements that they answer, one that nobody answers, and a graph."""
    return markup.page(
        markup.title("Log"),
        markup.directive("adr-requirement", "REQ-1: Found <fast> & safe"),
        markup.directive("adr-requirement", "REQ-2: Lost <b>"),
        markup.directive("adr-requirement", "REQ-3: Nobody cares"),
        markup.directive("adr-requirement", "REQ-4: In passing"),
        markup.directive(
            "adr", "ADR-1: First", status="accepted", date="2024-01-01", requirements="REQ-1, REQ-2"
        ),
        markup.directive(
            "adr",
            "ADR-2: Second",
            "It is not about REQ-4.",
            status="accepted",
            date="2025-01-01",
            supersedes="ADR-1",
            requirements="REQ-1",
            drops="REQ-3",
        ),
        markup.directive("adr-graph", **options),
    )


def last_svg(body: str) -> str:
    return body[body.rindex('<svg class="adr-g-svg"') :].partition("</svg>")[0]


def test_requirements_are_boxes_of_another_shape_with_links_and_one_name(project: Project, markup: Markup):
    built = project.write({f"index{markup.suffix}": traced(markup, requirements="")}).build()
    body = built.page("index").body
    svg = last_svg(body)
    boxes = re.findall(r'<a class="adr-n (adr-s-\w+)[^"]*" href="([^"]*)" aria-label="([^"]*)"', svg)
    assert [(look, href, unescape(told)) for look, href, told in boxes] == [
        ("adr-s-covered", "#req-1", "Requirement REQ-1 Found <fast> & safe. Covered. addressed by ADR-1, ADR-2"),
        ("adr-s-lost", "#req-2", "Requirement REQ-2 Lost <b>. Lost. addressed by ADR-1"),
        ("adr-s-superseded", "#adr-1", "ADR-1 First. Superseded. 2024-01-01. superseded by ADR-2; addresses REQ-1, REQ-2"),
        ("adr-s-accepted", "#adr-2", "ADR-2 Second. Accepted. 2025-01-01. current. supersedes ADR-1; addresses REQ-1"),
    ]  # fmt: skip
    assert svg.count('<polygon class="adr-g-box"') == 2
    assert svg.count('<rect class="adr-g-box"') == 2
    assert [svg.count(f'class="adr-e adr-e-{kind} ') for kind in ("supersedes", "addresses", "mentions")] == [
        1,
        3,
        0,
    ]
    assert all(name in built.page("index").ids for name in ("req-1", "req-2"))
    legend = words_of(element_at(body, body.rindex('<ul class="adr-legend">')))
    assert "Requirement: covered Requirement: lost superseded by (old → new) addresses" in legend
    told = built.page("index").text
    assert "Requirement REQ-2 Lost <b> – Lost · addressed by ADR-1" in told
    assert "addresses REQ-1 (covered), REQ-2 (lost)" in told


def test_mentions_are_shown_for_those_who_ask(project: Project, markup: Markup):
    built = project.write({f"index{markup.suffix}": traced(markup, requirements="all")}).build()
    svg = last_svg(built.page("index").body)
    assert svg.count('class="adr-e adr-e-mentions ') == 1
    assert "Requirement REQ-4 In passing. Covered. mentioned by ADR-2" in svg
    assert "REQ-3" not in svg
    none = project.write({f"index{markup.suffix}": traced(markup)}).build().page("index").body
    assert "REQ-" not in last_svg(none)


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "epub"])
def test_requirements_in_graphs_of_other_formats(project: Project, builder: str):
    name = {"text": "index.txt", "man": "meter.1", "texinfo": "meter.texi", "epub": "index.xhtml"}[builder]
    project.write({"index.rst": traced(RST, requirements="")}).configure(
        man_pages=[("index", "meter", "Meter", [], 1)]
    )
    written = project.build(builder).read(name)
    if builder == "epub":
        written = words_of(written)
    told = " ".join(
        re.sub(r"\\(?:fI|fP|fB|%|-)|@ref\{\w+,,|@w\{|\}|<#[^>]*>|\*", "", written).replace("\\", "").split()
    )
    told = told[told.rindex("Requirement REQ") - 400 :] if "Requirement REQ" in told else told
    assert "Found <fast> & safe – Covered · addressed by" in unescape(told), told


def test_the_log_names_requirements_as_links(project: Project, markup: Markup):
    built = project.write({f"index{markup.suffix}": traced(markup, requirements="", style="log")}).build()
    body = built.page("index").body
    log = body[body.rindex("adr-g-log") :]
    assert log.count('href="#req-1"') == 2
    assert log.count('href="#req-2"') == 1
    assert "addresses REQ-1 (covered), REQ-2 (lost)" in words_of(log)


def test_a_graph_that_falls_back_to_the_log_names_its_requirements():
    star = graph(499, [(n, 0) for n in range(1, 499)])
    required = RequirementNode("#R-1", NamedRequirement("R-1", "", "lost", "page", "r-1"))
    trace = Edge("addresses", "0007", "#R-1", None, "effective")
    wide = replace(star, edges=(*star.edges, trace), requirements=(required,))
    said = as_nodes(render_graph(wide, "g"), "page")
    assert said[0].astext().startswith("Too wide to be drawn in layers")
    assert said[2].astext().count("R-1 (lost)") == 1


def test_pointing_at_a_requirement_lights_the_decisions_that_answer_it():
    required = RequirementNode("#R-1", NamedRequirement("R-1", "", "lost", "page", "r-1"))
    chain = graph(3, [(1, 0), (2, 1)])
    trace = Edge("addresses", "0001", "#R-1", None, "effective")
    # 0, R-1, 1, 2 in reading order
    nodes, edges = lit(replace(chain, edges=(*chain.edges, trace), requirements=(required,)))
    assert nodes["#R-1"] == "1 2"
    assert nodes["0001"] == "0 1 2 3"
    assert edges[-1] == "1 2"


def test_a_graph_with_requirements_can_be_downloaded(project: Project, markup: Markup):
    page = traced(markup, requirements="all", download="mermaid, dot")
    built = project.write({f"index{markup.suffix}": page}).build()
    mermaid_lines = built.read("_adr/index-graph.mmd").splitlines()
    assert '  n1{{"REQ-1<br/>Found #60;fast#62; #38; safe<br/>covered"}}' in mermaid_lines
    assert '  n3["ADR-1<br/>First<br/>superseded, 2024-01-01"]' in mermaid_lines
    assert '  n5 -.->|"mentions"| n4' in mermaid_lines
    dot_lines = built.read("_adr/index-graph.dot").splitlines()
    assert '  n2 [label="REQ-2\\nLost <b>\\nlost", shape=hexagon, style=solid];' in dot_lines
    assert '  n3 -> n2 [label="addresses", style=dotted];' in dot_lines


def test_pages_are_written_again_when_a_requirement_of_their_graph_changes(tmp_path):
    docs = Project(tmp_path / "docs")
    docs.write(
        {
            "index.rst": "Home\n====\n\n.. toctree::\n\n   graph\n   plain\n   r\n   a\n   b\n",
            "graph.rst": "Graph\n=====\n\n.. adr-graph::\n   :requirements:\n",
            "plain.rst": "Plain\n=====\n\n.. adr-graph::\n",
            "r.rst": "R\n=\n\n.. adr-requirement:: REQ-1: Speed\n",
            "a.rst": "A\n=\n\n.. adr:: ADR-1: One\n   :status: accepted\n   :requirements: REQ-1\n",
            "b.rst": "B\n=\n\n.. adr:: ADR-2: Two\n   :status: accepted\n",
        }
    )
    docs.build()
    docs.build("text")
    edits = [
        ("r.rst", "Speed", "Great speed", False),
        ("a.rst", ":status: accepted", ":status: proposed", True),
        ("b.rst", ":status: accepted", ":status: accepted\n   :requirements: REQ-1", False),
        ("a.rst", "   :requirements: REQ-1\n", "", False),
        ("b.rst", "REQ-1", "REQ-2", False),
    ]
    for name, old, new, everywhere in edits:
        docs.replace(name, old, new)
        for builder in ("html", "text"):
            written = docs.assert_exact(builder).written
            assert "graph" in written
            assert ("plain" in written) is everywhere
    docs.write(
        {"b.rst": "B\n=\n\n.. adr:: ADR-2: Two\n   :status: accepted\n   :requirements: REQ-2\n\n   More.\n"}
    )
    assert docs.assert_exact().written - {"index"} == {"b"}


def test_requirements_that_are_asked_for_in_other_words(project: Project, markup: Markup):
    page = traced(markup, requirements="addresed")
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.codes.count("adr.option-invalid") == 1
    (warned,) = [one for one in built.warnings if one.code == "adr.option-invalid"]
    assert warned.line == markup.line_of(page, "adr-graph")
    assert "did you mean 'addressed'?" in warned.text
    assert last_svg(built.page("index").body).count("<polygon") == 2


# -- hostile content ------------------------------------------------------------------------------------------

TITLES = (
    "<b>&amp; \"quoted\" 'single'",
    "🚀 rockets 👩‍👩‍👧",
    "قرار معماري",
    "事件存储采用列式数据库",
    "x" * 300,
    "100% #1 {a}_b^c~d \\e $f",
)


def test_any_title_is_drawn_as_text(project: Project):
    found = [
        RST.directive("adr", title, status="accepted", id=f"ADR-{n}", **({"supersedes": f"ADR-{n - 1}"} if n > 1 else {}))
        for n, title in enumerate((t.replace("\\", "\\\\").replace("_b", "\\_b") for t in TITLES), 1)
    ]  # fmt: skip
    page = RST.page(
        RST.title("Log"), *found, RST.directive("adr-graph"), RST.directive("adr-graph", style="log")
    )
    body = project.write({"index.rst": page}).build(strict=True).page("index").body
    assert "<b>" not in body
    svg = body[body.index("<svg") : body.index("</svg>", body.index("<svg"))]
    assert "&lt;b&gt;&amp;amp;" in svg
    for text in ("🚀", "قرار", "事件存储"):
        assert text in svg
    assert max(map(len, re.findall(r"<text[^>]*>([^<]*)<", svg))) < 60


# -- downloads ------------------------------------------------------------------------------------------------

HARD = 'A "quoted" <b>&amp; #1; `x` [y] {z} | 100%'


def test_a_graph_can_be_downloaded(project: Project, markup: Markup):
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-1: First", status="accepted", date="2024-01-01"),
        markup.directive("adr", "ADR-2: Second", status="proposed", supersedes="ADR-1", amends="ADR-1"),
        markup.directive("adr-graph", download="mermaid, dot"),
        markup.directive("adr-graph", root="ADR-2", depth="0", download="dot"),
    )
    files = {f"a/b{markup.suffix}": page, "index.rst": "All\n===\n\n.. toctree::\n\n   a/b\n"}
    built = project.write(files).build(strict=True)
    assert re.findall(r'href="(\.\./_adr/[^"]*)"', built.read("a/b.html")) == [
        "../_adr/a/b-graph.mmd",
        "../_adr/a/b-graph.dot",
        "../_adr/a/b-graph-2.dot",
    ]
    assert built.read("_adr/a/b-graph.mmd").splitlines() == [
        "flowchart TB",
        '  n1["ADR-1<br/>First<br/>accepted, 2024-01-01"]',
        '  n2["ADR-2<br/>Second<br/>proposed"]',
        '  n1 -.->|"superseded by (prospective)"| n2',
        '  n2 -.->|"amends (prospective)"| n1',
        "  classDef pending stroke-dasharray:5 3",
        "  class n2 pending",
    ]
    assert (
        '  n2 -> n1 [label="amends (prospective)", style=dashed];'
        in built.read("_adr/a/b-graph.dot").splitlines()
    )
    assert "n2" not in built.read("_adr/a/b-graph-2.dot")
    text = project.build("text", strict=True)
    assert "Download" not in text.read("a/b.txt")


def hard() -> Graph:
    named = Named("ADR-1", HARD + "\\ \n end", "accepted", "in-force", True, "page", "adr-1")
    return Graph("layers", (Node("1", named, None, False, False),), ())


def test_titles_are_text_in_mermaid():
    (label,) = re.findall(r'\["(.*)"\]', mermaid(hard()))
    shown = re.sub(r"#(\d+);", lambda entity: chr(int(entity[1])), label.replace("<br/>", "\n"))
    assert shown.splitlines()[1] == HARD + "\\ end"
    assert not re.search(r'["`\[\]{}|<>]', re.sub(r"<br/>", "", label))


@pytest.mark.parametrize(
    "title",
    ["1. Use it", "12. Use it", "1) Use it", "12) Use it", "- Use it", "+ Use it", "* Use *it*", "--- x", "=== x", "# Use", "See https://a.example",
     "Ask me@a.example", "Try www.a.example", "~~Use~~ it"],
)  # fmt: skip
def test_a_title_is_no_markdown_in_mermaid(title):
    """Mermaid draws ``Unsupported markdown`` in place of a list, a heading or an address."""
    named = Named("", title, "accepted", "in-force", True, "page", "adr-1")
    (label,) = re.findall(
        r'\["(.*)"\]', mermaid(Graph("layers", (Node("1", named, None, False, False),), ()))
    )
    written = label.partition("<br/>")[0]
    assert re.sub(r"#(\d+);", lambda entity: chr(int(entity[1])), written) == title
    assert not re.match(r"\d+\.|[-+*=]|#(?!\d+;)", written)
    assert not re.search(r"[:@*~]|www\.", written)


@pytest.mark.parametrize(
    "title", ["C:\\new\\data", "Drop fa:fa-ban and sofa:fa-x", "Pay $$5$$ a month", "$$$$"]
)
def test_a_title_has_no_icon_and_no_formula_in_mermaid(title):
    """Mermaid draws these even from entities: a space without width is between what would be one."""
    named = Named("", title, "accepted", "in-force", True, "page", "adr-1")
    (label,) = re.findall(
        r'\["(.*)"\]', mermaid(Graph("layers", (Node("1", named, None, False, False),), ()))
    )
    shown = re.sub(r"#(\d+);", lambda entity: chr(int(entity[1])), label.partition("<br/>")[0])
    assert shown.replace("\u200b", "") == title
    assert not re.search(r"\\n|fa:fa-|\$\$", shown)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz (dot) is not installed")
def test_titles_are_text_in_dot():
    done = subprocess.run(["dot", "-Tsvg"], input=dot(hard()), capture_output=True, text=True, check=True)
    lines = [
        unescape(text).replace("\xa0", " ") for text in re.findall(r"<text[^>]*>([^<]*)</text>", done.stdout)
    ]
    assert lines == ["ADR-1", HARD + "\\ end", "accepted"]


def test_without_languages_all_are_offered(project: Project, markup: Markup):
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-1: First", status="accepted"),
        markup.directive("adr-graph", download=""),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert re.findall(r'href="(_adr/[^"]*)"', built.read("index.html")) == [
        "_adr/index-graph.mmd",
        "_adr/index-graph.dot",
    ]


def test_downloads_follow_edits(tmp_path):
    docs = Project(tmp_path / "docs")
    docs.write(
        {
            "index.rst": "Log\n===\n\n.. adr:: ADR-1: One\n   :status: accepted\n\n.. adr-graph::\n   :download: dot\n"
        },
    )
    docs.build()
    path = docs.out("html") / "_adr" / "index-graph.dot"
    assert "One" in path.read_text(encoding="utf-8")
    docs.replace("index.rst", "ADR-1: One", "ADR-1: Other")
    docs.assert_exact()
    assert "Other" in path.read_text(encoding="utf-8")
    docs.replace("index.rst", "   :download: dot\n", "")
    docs.assert_exact()
    assert not path.parent.exists()


def test_a_language_that_is_none(project: Project):
    built = project.write({"index.rst": "Log\n===\n\n.. adr-graph::\n   :download: plantuml\n"}).build()
    assert built.codes == ["adr.option-invalid"]
