"""What we add to pages: the stylesheet, the drawings, and the same facts in other formats."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import sphinx_adr
from sphinx_adr.log.vocabulary import STATUSES, LinkKind
from sphinx_adr.rendering import edges, layers
from sphinx_adr.rendering.boxes import HALO, Boxes
from sphinx_adr.rendering.hues import LOOKS, hue, look
from sphinx_adr.rendering.lanes import lanes
from sphinx_adr.rendering.layout import log
from sphinx_adr.rendering.measure import width, wrap
from sphinx_adr.rendering.plan import MARGIN, Plan, plan
from sphinx_adr.rendering.words import CONTROLS, COVERAGE, TRACING
from sphinx_adr.views.graph import Edge, Graph, Node, RequirementNode
from sphinx_adr.views.naming import Named, NamedRequirement

from .support import RST, Project

PACKAGE = Path(sphinx_adr.__file__).parent
STYLESHEET = (PACKAGE / "static" / "sphinx-adr.css").read_text(encoding="utf-8")
SCRIPT = (PACKAGE / "static" / "sphinx-adr.js").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", STYLESHEET, flags=re.DOTALL)


# -- the stylesheet -------------------------------------------------------------------------------------------


def test_the_stylesheet_is_small():
    assert len(gzip.compress(STYLESHEET.encode(), mtime=0)) < 9000


def test_the_script_is_small_and_harmless():
    assert len(gzip.compress(SCRIPT.encode(), mtime=0)) < 4000
    assert not re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", SCRIPT
    )
    assert not re.findall(r"\bfetch\b|XMLHttpRequest|import\b|https?:|\bon\w+ *=", SCRIPT)
    # Looks are for the stylesheet: the script tells only how far down a box is open.
    assert re.findall(r"\.style\b.*", SCRIPT) == [
        '.style.cssText = "";',
        '.style.cssText = `overflow:hidden;max-height:${high > 0 ? `${high}px` : "0;margin:0;border-block:0"}`;',
    ]


def test_the_script_has_no_words_of_its_own():
    text = re.sub(r"/\*.*?\*/", "", SCRIPT, flags=re.DOTALL)
    for name in CONTROLS:
        assert f"words.adr{name.capitalize()}" in text
    for said in re.findall(r'"([^"]*)"', text):
        assert (
            not re.search(r"[A-Z][a-z]+ |[a-z] [a-z]{2,}", said) or "adr-" in said or said == "use strict"
        ), said


def test_the_stylesheet_names_no_theme_and_no_mode():
    foreign = "furo|rst-content|writer-html|wy-|bd-|sd-|body|document|sphinxsidebar|table-wrapper|docutils|container"
    assert not re.findall(rf"[.#]({foreign})[\w-]*", RULES)
    assert "data-theme" not in RULES
    assert "prefers-color-scheme" not in RULES


def test_the_stylesheet_outbids_themes_in_one_rule_only():
    assert sum("!important" in rule for rule in RULES.split("}")) == 1


def test_every_rule_is_about_something_of_ours():
    selectors = re.findall(r"(?:^|[{}])\s*([^{}@]+)\{", re.sub(r"@media[^{]*\{", "", RULES))
    assert len(selectors) > 100
    for selector in selectors:
        for part in re.split(r",(?![^(]*\))", selector):
            assert ".adr-" in part, part


def test_the_stylesheet_is_balanced():
    assert RULES.count("{") == RULES.count("}")


def classes_in_code() -> set[str]:
    sources = [*(PACKAGE / "rendering").glob("*.py"), *(PACKAGE / "directives").glob("*.py")]
    text = SCRIPT + "".join(source.read_text(encoding="utf-8") for source in sources)
    fixed = set(re.findall(r"(?<![\w-])adr-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])", text))
    states = {f"adr-s-{one}" for one in LOOKS} | {f"adr-e-{one}" for one in LinkKind}
    return fixed | states | {f"adr-h-{one}" for one in TRACING}


def test_no_rule_is_dead():
    assert set(re.findall(r"\.(adr-[\w-]+)", RULES)) <= classes_in_code()


def test_every_look_has_a_colour_and_a_shape():
    for one in LOOKS:
        (rule,) = [
            r for r in STYLESHEET.split("\n") if "--_ico: url" in r and re.search(rf"\.adr-s-{one}\b", r)
        ]
        assert "--_hue: var(--adr-hue-" in rule


def test_every_status_and_coverage_state_has_a_look():
    assert all(look(status) in LOOKS for status in (*STATUSES, *COVERAGE))
    assert look("in trial", "in-force") == "accepted"
    assert look("parked", "pending") == "proposed"
    assert look("gone", "retired") == "deprecated"
    assert hue("in trial", "in-force") == "adr-s-accepted adr-own-in-trial"
    assert hue("withdrawn") == "adr-s-rejected"


# -- measuring ------------------------------------------------------------------------------------------------

# Advance widths of DejaVu Sans and DejaVu Sans Bold, in em.
REGULAR = {
    "ADR-0013": 5.014,
    "Superseded": 5.951,
    "Deprecated": 5.829,
    "WMmw@%": 5.594,
    "The quick brown fox": 10.101,
    "illicit, fiji": 4.152,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ": 17.472,
    "{}<>|~^_#$€£": 8.208,
    "éüßłø": 2.775,
    "Жшщыфм ДЮ": 7.512,
}
BOLD = {
    "ADR-0013": 5.572,
    "PLATFORM-0017": 9.245,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ": 19.627,
    "Жшщыфм ДЮ": 8.518,
}


@pytest.mark.parametrize("text", REGULAR)
def test_text_is_never_wider_than_we_say(text):
    assert REGULAR[text] <= width(text, 1.0) <= 1.8 * REGULAR[text]


@pytest.mark.parametrize("text", BOLD)
def test_bold_text_is_never_wider_than_we_say(text):
    assert BOLD[text] <= width(text, 1.0, bold=True)


@given(st.text(max_size=120), st.floats(4, 40), st.floats(2, 60), st.integers(1, 4), st.booleans())
@example("", 12.0, 10.0, 2, False)
@example("Rechtsschutzversicherungsgesellschaften", 12.0, 5.0, 2, False)
@example("決定を記録する方法について考える", 12.0, 5.0, 1, True)
def test_wrapped_text_stays_in_its_box(text, size, ems, lines, bold):
    room = size * ems
    found = wrap(text, size, room, lines, bold=bold)
    assert len(found) <= lines
    assert all(line and width(line, size, bold=bold) <= room for line in found)


@given(st.text(max_size=60))
def test_text_that_fits_is_not_cut(text):
    assert "".join(wrap(text, 12, 12 * 40, 60)).replace(" ", "") == "".join(text.split())


# -- drawings -------------------------------------------------------------------------------------------------

EVIL = '<script>alert(1)</script> & "x" \' ]]> onload=1'


def node(
    key: str, title: str = "A title", status: str = "accepted", *, identifier: str = "", head: bool = False
) -> Node:
    phase = {"accepted": "in-force", "proposed": "pending"}.get(status, "retired")
    named = Named(identifier or key, title, status, phase, phase == "in-force", "page", key)
    return Node(key, named, "2025-01-01", head, key == "ADR-1")


GRAPH = Graph(
    "layers",
    (
        node("ADR-1", EVIL, "superseded"),
        node("ADR-2", "An uncommonly long title that will never fit into two lines of a box", head=True),
        node("ADR-3", "Short", "proposed"),
        node("ADR-4", "Telekommunikationsüberwachungsverordnung", "in <trial>", identifier='A"<&>-4'),
    ),
    (
        Edge("supersedes", "ADR-2", "ADR-1", None, "effective"),
        Edge("supersedes", "ADR-3", "ADR-2", None, "prospective"),
        Edge("supersedes", "ADR-4", "ADR-3", "retention", "effective"),
        *(Edge(str(kind), "ADR-4", "ADR-1", None, "effective") for kind in LinkKind),
    ),
)
TRACED = replace(
    GRAPH,
    edges=(
        *GRAPH.edges,
        *(Edge("addresses", "ADR-2", f"#{state}", None, "effective") for state in COVERAGE),
        Edge("mentions", "ADR-1", "#lost", None, "effective"),
    ),
    requirements=tuple(
        RequirementNode(
            f"#{state}", NamedRequirement(f"PRD-<{state}>", f"{EVIL} {'Ü' * 40}", state, "page", state)
        )
        for state in COVERAGE
    ),
)
"""The same with a requirement in each state."""
HREFS = {"#lost": "page.html#lost", "ADR-1": 'page.html?a=1&b="2"#x', "ADR-2": "#adr-2"}


def drawn(graph: Graph = GRAPH) -> str:
    found = plan(graph, paper=False)
    assert isinstance(found, Plan)
    return layers.picture(found, HREFS, "g") + layers.legend(graph, "g")


def parsed(markup: str) -> ET.Element:
    return ET.fromstring(f"<div>{markup.replace(' xmlns=', ' data-ns=')}</div>")


def log_rows() -> str:
    keys = [n.key for n in reversed(GRAPH.nodes)]
    rows = log(keys, [(e.newer, e.older) for e in GRAPH.edges])
    by_key = {n.key: n for n in GRAPH.nodes}
    return "".join(lanes(row, by_key[row.node], 4, frozenset(), frozenset({0})) for row in rows)


@pytest.mark.parametrize(
    "markup", [drawn(), drawn(TRACED), log_rows()], ids=["layers", "requirements", "log"]
)
def test_drawings_are_well_formed_and_harmless(markup):
    """Case 57."""
    allowed = {
        "div",
        "svg",
        "defs",
        "marker",
        "path",
        "g",
        "a",
        "title",
        "rect",
        "text",
        "circle",
        "polygon",
        "ul",
        "li",
    }
    for element in parsed(markup).iter():
        assert element.tag in allowed
        assert not [name for name in element.attrib if name.startswith("on")]
        if element.tag == "a":
            assert element.attrib["href"] in HREFS.values()


def test_titles_are_text_in_drawings():
    assert "<script" not in drawn()
    names = [
        e.attrib["aria-label"]
        for e in parsed(drawn()).iter()
        if e.tag in ("a", "g") and "aria-label" in e.attrib
    ]
    assert len(names) == len(GRAPH.nodes)
    assert names[0].startswith(f"ADR-1 {EVIL}. Superseded. 2025-01-01. superseded by ADR-2")


def test_ids_in_drawings_are_unique_and_used():
    markup = drawn()
    ids = re.findall(r' id="([^"]*)"', markup)
    assert all(count == 1 for count in Counter(ids).values())
    assert set(re.findall(r"url\(#([^)]*)\)", markup)) <= set(ids)


def test_a_node_has_one_name_for_those_who_hear_it():
    """Its link is named, and nothing inside it is heard besides."""
    links = list(parsed(drawn(TRACED)).iter("a"))
    assert len(links) == len(HREFS)
    for link in links:
        assert link.attrib["aria-label"]
        assert [child.attrib.get("aria-hidden") for child in link] == ["true"]


def test_text_stays_in_the_boxes():
    """In the widest of the usual fonts, whatever the lengths of IDs, words and titles."""
    boxes = Boxes.of(GRAPH)
    across, down = boxes.size
    for box in (
        e
        for e in parsed(drawn()).iter("g")
        if e.find("rect[@class='adr-g-box']") is not None and e.find("text") is not None
    ):
        rect = box.find("rect[@class='adr-g-box']").attrib
        left, top = float(rect["x"]), float(rect["y"])
        for line in box.iter("text"):
            bold = line.attrib.get("font-weight") == "700"
            wide = width(line.text, float(line.attrib["font-size"]), bold=bold)
            start = float(line.attrib["x"]) - (wide if line.attrib.get("text-anchor") == "end" else 0)
            assert left + 6 <= start
            assert start + wide <= left + across
            assert top + 8 <= float(line.attrib["y"]) <= top + down - 4


def test_text_stays_in_the_hexagons():
    across, down = Boxes.of(TRACED).size
    hexagons = [
        group
        for group in parsed(drawn(TRACED)).iter("g")
        if group.find("polygon") is not None and group.find("text") is not None
    ]
    assert len(hexagons) == len(COVERAGE)
    for group in hexagons:
        corners = [tuple(map(float, at.split(","))) for at in group.find("polygon").attrib["points"].split()]
        top, left, right = corners[0][1], corners[5][0], corners[2][0]
        assert (right - left, corners[3][1] - top) == pytest.approx((across, down))
        lean = corners[0][0] - left
        for line in group.iter("text"):
            size = float(line.attrib["font-size"])
            wide = width(line.text, size, bold=line.attrib.get("font-weight") == "700")
            base = float(line.attrib["y"])
            start = float(line.attrib["x"]) - (wide if line.attrib.get("text-anchor") == "end" else 0)
            for y in (base, base - 0.75 * size):
                inside = lean * abs(2 * (y - top) / down - 1)
                assert left + inside + 2 <= start
                assert start + wide <= right - inside


def test_a_long_head_puts_the_status_in_a_line_of_its_own():
    plain = Graph("layers", (node("ADR-0001"),), ())
    assert not Boxes.of(plain).own_line
    assert Boxes.of(Graph("layers", (node("PLATFORM-ADR-0001", status="superseded"),), ())).own_line


def test_what_a_line_looks_like_tells_kind_state_and_part():
    looks = [
        (kind, state, part)
        for kind in [*map(str, LinkKind), "addresses", "mentions"]
        for state in ("effective", "prospective")
        for part in (False, True)
    ]
    seen = {
        edges.line(look, "M0 0", "g")
        for look in looks
        if not look[2] or look[:2] == ("supersedes", "effective")
    }
    assert len(seen) == 2 * (len(LinkKind) + 2) + 1


def test_lines_end_at_the_outer_outline_of_a_current_decision():
    found = plan(GRAPH, paper=False)
    assert isinstance(found, Plan)
    _across, down = found.boxes.size
    halos = [
        float(each.attrib["y"])
        for each in parsed(drawn()).iter("rect")
        if each.attrib["class"] == "adr-g-halo"
    ]
    ends = [
        route[-1][1]
        for edge, route in zip(found.graph.edges, found.drawing.routes, strict=True)
        if edge.newer == "ADR-2"
    ]
    top = found.drawing.centres["ADR-2"][1] - down / 2
    assert ends == [top - HALO] * len(ends) != []
    assert halos[0] == pytest.approx(top - HALO + MARGIN, abs=0.06)


# -- pages and other formats ----------------------------------------------------------------------------------

PAGE = RST.page(
    RST.title("Decisions"),
    RST.directive("adr", "ADR-0001: <script>alert(1)</script>", status="accepted", date="2023-01-01", requirements="PRD-A-REQ-001"),
    RST.directive("adr", "ADR-0002: Second", "Needs PRD-A-REQ-002.", status="accepted", date="2024-01-01", supersedes="ADR-0001", tags="one, two"),
    RST.directive("adr", "ADR-0003: Third", status="accepted", date="2025-01-01", supersedes="ADR-0002", depends_on="ADR-0001, ADR-0002"),
    RST.directive("adr", "ADR-0004: Fourth", status="proposed", supersedes="ADR-0003"),
    RST.directive("adr-requirement", "PRD-A-REQ-001: First requirement", "Text of it."),
    RST.directive("adr-requirement", "PRD-A-REQ-002: Second requirement"),
    "See :adr:`ADR-0003`, :adr:`ADR-0004` and :adr:`ADR-0001`.",
    RST.directive("adr-index"),
    RST.directive("adr-index", columns="choice, status, date"),
    RST.directive("adr-index", style="list", group_by="status"),
    RST.directive("adr-matrix"),
    RST.directive("adr-graph", style="layers"),
    RST.directive("adr-graph", style="layers", root="ADR-0002", depth="1"),
    RST.directive("adr-graph", style="log"),
)  # fmt: skip


def test_a_page_with_everything_is_sound(project: Project):
    page = (
        project.write({"index.rst": PAGE})
        .configure(adr_coverage_warnings=[])
        .build(strict=True)
        .page("index")
    )
    body = page.body
    assert [one for one, count in Counter(page.ids).items() if count > 1] == []
    assert "<script" not in body
    assert not re.search(r" on\w+=", re.sub(r'"[^"]*"', '""', body))
    assert all('scope="' in head for head in re.findall(r"<th\b[^>]*>", body))
    for row in re.findall(r"<tr\b.*?</tr>", body, re.DOTALL):
        assert len(re.findall(r"<th\b", row)) >= 1
    for facts in re.findall(r"<dl\b[^>]*adr-facts.*?</dl>", body, re.DOTALL):
        assert re.sub(r"<(dt|dd)>.*?</\1>", "", facts, flags=re.DOTALL).count("<") == 2
    scrolling = re.findall(r"<div[^>]*adr-scroll[^>]*>", body)
    assert len(scrolling) == 3
    assert all('tabindex="0"' in one and 'role="group"' in one and "aria-label=" in one for one in scrolling)


def test_separators_are_for_formats_without_styles(project: Project):
    body = (
        project.write({"index.rst": PAGE})
        .configure(adr_coverage_warnings=[])
        .build(strict=True)
        .page("index")
        .body
    )
    assert all('aria-hidden="true"' in one for one in re.findall(r"<span[^>]*adr-sep[^>]*>", body))
    assert "supersedes ADR-0001 · superseded by ADR-0003" in re.sub(r"<[^>]*>", "", body)


def test_text_says_the_same(project: Project):
    text = " ".join(
        project.write({"index.rst": PAGE})
        .configure(adr_coverage_warnings=[])
        .build("text", strict=True)
        .read("index.txt")
        .split()
    )
    assert "This decision no longer applies. Read ADR-0003 Third instead, in force since 2025-01-01." in text
    assert "ADR-0001 → ADR-0002 (this one) → ADR-0003" in text
    assert "ADR-0002 · Superseded · decided 2024-01-01" in text
    assert "ADR-0004 Fourth would supersede this decision if accepted." in text
    assert "PRD-A-REQ-001 First requirement – Lost" in text
    assert "See ADR-0003 (accepted), ADR-0004 (proposed) and ADR-0001 (superseded by ADR-0003)." in text
    assert "Requirement | Coverage | Decisions" in text
    assert "| Lost | ADR-0001 (superseded, addresses)" in text
    assert "| Lost | ADR-0002 (superseded, mentions)" in text
    assert "ADR-0003 Third – Accepted · 2025-01-01 · current · supersedes ADR-0002" in text


@pytest.mark.parametrize("builder", ["latex", "man", "texinfo", "epub"])
def test_every_format_keeps_paragraphs_and_rows_apart(project: Project, builder: str):
    built = (
        project.write({"index.rst": PAGE}).configure(adr_coverage_warnings=[]).build(builder, nitpicky=False)
    )
    assert [warned for warned in built.warnings if warned.code.startswith("adr.")] == []
    written = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("*.tex", "*.1", "*.texi", "index.xhtml")
        for path in built.out.glob(pattern)
    )
    assert "no longer applies.Read" not in written
    assert "Second requirement" in written
