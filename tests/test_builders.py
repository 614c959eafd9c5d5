"""Every builder finishes without a warning and carries the same facts."""

from __future__ import annotations

import re
import shutil
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from docutils import nodes

from sphinx_adr.filling import OnOwnPages
from sphinx_adr.rendering import nodes as styled

from .support import MYST, RST, Built, Markup, Page, Project, words_of

BUILDERS = [
    "html",
    "dirhtml",
    "singlehtml",
    "latex",
    "text",
    "man",
    "texinfo",
    "epub",
    "gettext",
    "xml",
    "pseudoxml",
    "json",
    "linkcheck",
    "changes",
    "dummy",
    "adr",
]
BOOKS = ["html", "singlehtml", "latex", "text", "man", "texinfo", "epub"]


def log(project: Project, markup: Markup = RST, extra: str = "") -> Project:
    """A log with something of everything."""
    suffix = markup.suffix
    index = markup.page(
        markup.title("Decisions"),
        markup.directive("adr-index", "", columns="id, decision, status, date, requirements, superseded_by"),
        markup.directive("adr-index", "", style="list", group_by="status"),
        markup.directive("adr-matrix"),
        markup.directive("adr-graph", "", style="layers"),
        markup.directive("adr-graph", "", style="log"),
        markup.directive("adr-options"),
        f"Read {markup.role('adr', 'ADR-0009')} and {markup.role('adr', 'ADR-0013#context')}.",
        f"Meets {markup.role('adr:req', 'PRD-REQ-001')}.",
        markup.directive("toctree", "", "events\n0009-postgresql"),
    )
    events = markup.page(
        markup.title("Events"),
        markup.directive("adr-requirement", "PRD-REQ-001: Keep events", "For a year."),
        markup.directive("adr-requirement", "PRD-REQ-002: Never reached"),
        markup.directive(
            "note", "", markup.directive("adr", "ADR-0020: In a note", markup.title("Why", 2), "Because.")
        ),
        extra,
        markup.directive(
            "adr",
            "ADR-0013: ClickHouse for *events*",
            markup.title("Context", 2),
            "Events grow; see PRD-REQ-001.",
            markup.directive("adr-option", "ClickHouse", "* Good, because fast", chosen=""),
            markup.directive("adr-option", "Timescale", "* Bad, because slow", reason="too slow"),
            status="accepted",
            date="2025-11-04",
            deciders="D. Okafor",
            tags="storage",
            requirements="PRD-REQ-001",
            supersedes="ADR-0009",
        ),
        markup.directive("adr", "ADR-0014: Parquet", "Maybe.", status="proposed", amends="ADR-0013#context"),
    )
    postgresql = markup.page(
        markup.title("PostgreSQL"),
        markup.directive("adr", "", "One database.", status="accepted", date="2024-06-18"),
        markup.title("Context", 2),
        "Few events.",
    )
    return project.write(
        {f"index{suffix}": index, f"events{suffix}": events, f"0009-postgresql{suffix}": postgresql}
    )


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_finishes(project: Project, markup: Markup, builder: str) -> None:
    """Case 22: with ``-W -n``."""
    log(project, markup).build(builder, strict=True)


@pytest.mark.skipif(find_spec("sphinx_needs") is None, reason="sphinx-needs is not installed")
@pytest.mark.parametrize("builder", ["html", "singlehtml", "latex", "text", "epub"])
def test_every_builder_finishes_beside_sphinx_needs(project: Project, builder: str) -> None:
    """Case 23: an extension beside that names epub for its own nodes takes nothing from ours."""
    project.extensions.append("sphinx_needs")
    # Files that sphinx-needs itself leaves among the pages.
    project.configure(epub_exclude_files=["permalink.html", "schema_violations.json", "needs.json"])
    log(project).build(builder, strict=True)


@pytest.mark.parametrize(
    ("builder", "language"), [("html", "en"), ("dirhtml", "de"), ("html", "ja"), ("html", "zh_CN")]
)
def test_views_written_at_once_are_the_same_as_views_of_nodes(
    project: Project, builder: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So are the words that can be searched for, also in languages whose search tells words apart as it likes."""
    project.configure(html_search_language=language)
    odd = '.. adr:: ADR-0030: <b>\x20"Quoted" & e@mail\xa0</b> OAuth2 v2_1 90 p95\n   :status: <i>\n   :relates-to: x:Y\n   :tags: a"b\n'
    log(project, extra=odd)

    def pages() -> dict[str, str]:
        out = project.build(builder).out
        return {path.name: path.read_text("utf-8") for path in [*out.rglob("*.html"), out / "searchindex.js"]}

    at_once = pages()
    monkeypatch.setattr(OnOwnPages, "is_supported", lambda self: False)
    shutil.rmtree(project.source.parent / "out")
    assert pages() == at_once


# -- the same facts -------------------------------------------------------------------------------------------


def plain(built: Built, builder: str) -> str:
    """All that a builder wrote, as words with one blank between them."""
    if builder in ("html", "epub"):
        suffix = "xhtml" if builder == "epub" else "html"
        pages = [built.read(f"{name}.{suffix}") for name in ("index", "events", "0009-postgresql")]
        text = " ".join(_body(page) for page in pages)
    elif builder == "singlehtml":
        text = _body(built.read("index.html"))
    elif builder == "text":
        text = " ".join(built.read(f"{name}.txt") for name in ("index", "events", "0009-postgresql"))
        text = re.sub(r"[|+*=_\"-]{3,}|\|", " ", text)
    elif builder == "latex":
        text = built.read("meter.tex").replace(r"\sphinxhyphen{}", "-").replace(r"\sphinxAtStartPar", " ")
        text = re.sub(
            r"\\hyperref\[[^]]*\]|\\sphinx\w+(\[\w+\])?|\\(emph|label|sphinxstyle\w+|DUrole\w*)|[{}]",
            "",
            text,
        )
    elif builder == "man":
        text = built.read("meter.1").replace(r"\-", "-").replace(r"\(aq", "'").replace("\n", " ")
        text = re.sub(r"\\f[BIPR]|\\&|\.(sp|TP|IP|INDENT \S+|UNINDENT|nf|fi|B)\b|\bT[{}]", " ", text)
    else:
        text = re.sub(r"@ref\{\w+,,([^}]*)\}", r"\1", built.read("meter.texi"))
        text = re.sub(r"@\w+\{([^{}]*)\}", r"\1", text)
    return " ".join(text.split())


def _body(html: str) -> str:
    start = html.index('role="main">') if 'role="main">' in html else html.index("<body")
    return words_of(html[start:])


THEIRS = """
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

KINDS = [type(name, (nodes.General, nodes.Element), {}) for name in NAMES.split()]
globals().update(zip(NAMES.split(), KINDS))

class Theirs(SphinxDirective):
    def run(self):
        return [kind() for kind in KINDS]

def visit(self, node):
    self.body.append(f'<i class="theirs">{type(node).__name__}</i>')

def depart(self, node):
    pass

def setup(app):
    app.add_directive("theirs", Theirs)
    for kind in KINDS:
        app.add_node(kind, html=(visit, depart))
"""


@pytest.mark.parametrize("theirs", ["nodes_before", "nodes_behind"])
def test_nodes_of_other_extensions_keep_their_visitors(project: Project, theirs: str) -> None:
    blocks = [
        RST.title("Log"),
        RST.directive("adr", "ADR-1: Poll", status="accepted"),
        RST.directive("adr", "ADR-2: Push", status="accepted", supersedes="ADR-1"),
        *(RST.directive(view) for view in ("adr-index", "adr-graph")),
        RST.directive("adr-graph", "", style="log"),
        RST.directive("note", "", RST.directive("adr", "ADR-3: Wait", status="proposed")),
        RST.directive("theirs"),
    ]
    # Those of ours without their prefix, and the name that they shared without one.
    ours = [name for name in vars(styled) if name.startswith("adr_")]
    bare = {"Styled", "decision", *(name.removeprefix("adr_") for name in ours)}
    names = sorted(name for name in bare if not hasattr(nodes, name))
    assert {"banner", "lanes", "picture", "written"} < set(names)
    module = f'NAMES = "{" ".join(names)}"\n{THEIRS}'
    project.write({"index.rst": RST.page(*blocks), f"{theirs}.py": module})
    project.conf = "import os, sys\nsys.path.insert(0, os.path.dirname(__file__))"
    # Their names are taken before ours are, or after.
    project.extensions = [theirs, "sphinx_adr"] if theirs == "nodes_before" else ["sphinx_adr", theirs]
    page = project.build(strict=True).page("index")
    shown = re.findall(r'<i class="theirs">(\w+)</i>', page.body)
    assert shown == names
    assert "adr-banner" in page.body
    assert 'class="adr-decision docutils container"' in page.body
    assert "adr-g-svg" in page.body
    assert "adr-g-lanes" in page.body


@pytest.mark.parametrize("builder", BOOKS)
def test_every_format_carries_the_same_facts(project: Project, builder: str) -> None:
    built = log(project).build(builder, strict=True)
    said = plain(built, builder)
    for fact in (
        "ADR-0013: ClickHouse for events"
        if builder not in ("text", "man", "texinfo", "latex")
        else "ADR-0013",
        "ClickHouse for",
        "Accepted",
        "2025-11-04",
        "D. Okafor",
        "storage",
        "PRD-REQ-001",
        "Keep events",
        "Superseded by",
        "This decision no longer applies.",
        "Proposed",
        "ADR-0014",
        "No status",
        "ADR-0020",
        "Not covered",
        "Covered",
        "too slow",
        "Timescale",
        "Events grow",
        "Few events.",
    ):
        assert fact in said, f"{fact} is not in {builder}"
    # The banner, the card, both indexes, the matrix, both graphs, the options and the references name it.
    assert said.count("ADR-0013") >= 9
    assert said.count("ADR-0009") >= 6
    # Cells of the matrix say how a decision answers.
    assert re.search(r"\baddresses\b", said)
    assert re.search(r"1 of 2|50 ?\\?%", said)


@pytest.mark.parametrize("builder", ["text", "man", "texinfo"])
def test_a_graph_is_a_list_where_there_are_no_pictures(project: Project, builder: str) -> None:
    page = RST.page(
        RST.title("Page"),
        RST.directive("adr-graph"),
        RST.directive("adr", "ADR-1: One", status="accepted"),
        RST.directive("adr", "ADR-2: Two", status="accepted", supersedes="ADR-1"),
        RST.directive("adr", "ADR-3: Three", status="proposed", amends="ADR-2"),
    )
    built = project.write({"index.rst": page}).build(builder, strict=True)
    name = {"text": "index.txt", "man": "meter.1", "texinfo": "meter.texi"}[builder]
    text = built.read(name).replace(r"\-", "-")
    graph = text[text.index("ADR-1") : text.index("ADR-3", text.index("ADR-3") + 200)]
    assert "<svg" not in text
    for words in ("superseded by", "supersedes", "amends", "Three"):
        assert words in graph


# -- links ----------------------------------------------------------------------------------------------------


def test_every_link_in_latex_has_a_label(project: Project) -> None:
    """Case 26."""
    tex = log(project).build("latex", strict=True).read("meter.tex")
    labels = re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", tex)
    for target in re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}\]", tex):
        assert target in labels
    assert sorted(set(labels)) == sorted(labels), "no label twice"
    for anchor in ("adr-0009", "adr-0013", "adr-0013-context", "adr-0020", "adr-0020-why", "prd-req-001"):
        assert any(label.split(":")[-1] == anchor for label in labels), anchor


def test_long_indexes_are_long_tables(project: Project) -> None:
    """Case 26: also no table stands in another one."""
    blocks = [RST.directive("adr", f"ADR-{n}: Title {n}", status="accepted") for n in range(1, 33)]
    page = RST.page(RST.title("Page"), RST.directive("adr-index"), *blocks)
    tex = project.write({"index.rst": page}).build("latex", strict=True).read("meter.tex")
    assert r"\begin{longtable}" in tex
    depth = 0
    for begin in re.findall(r"\\(begin|end)\{(?:tabulary|longtable|tabular|tabularx)\}", tex):
        depth += 1 if begin == "begin" else -1
        assert depth in (0, 1)


@pytest.mark.parametrize("builder", ["singlehtml", "html", "epub"])
def test_every_link_leads_to_an_anchor(project: Project, markup: Markup, builder: str) -> None:
    """Case 27: and every anchor is there once."""
    built = log(project, markup).build(builder, strict=True)
    suffix = ".xhtml" if builder == "epub" else ".html"
    pages = {path.name: Page.of(path.read_text(encoding="utf-8")) for path in built.out.glob(f"*{suffix}")}
    seen = 0
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        # The sidebar of a single page is Sphinx's own, with links of a form that leads nowhere.
        for href in Page.of(page.body).hrefs if builder == "singlehtml" else page.hrefs:
            target, hash_, anchor = href.partition("#")
            if hash_ and anchor and "://" not in href and (target or name) in pages:
                seen += 1
                assert anchor in pages[target or name].ids, href
    assert seen > 20


def test_pages_as_folders(project: Project) -> None:
    """Case 28."""
    project.configure(html_baseurl="https://example.org/")
    built = log(project).build("dirhtml", strict=True)
    page = Page.of(built.read("index.html"))
    assert {"events/#adr-0013", "0009-postgresql/#adr-0009", "events/#adr-0013-context"} <= set(page.hrefs)


def test_urls_in_decisions_are_checked_where_they_stand(project: Project) -> None:
    """Case 48."""
    page = RST.page(
        RST.title("Page"),
        RST.directive(
            "adr", "ADR-1: One", RST.title("Links", 2), "See `there <http://localhost:1/nothing>`__."
        ),
    )
    built = project.write({"index.rst": page}).build("linkcheck")
    assert built.read("output.txt").startswith(f"index.rst:{RST.line_of(page, 'See')}: [broken] ")


# -- levels ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("documentclass", "sectioning"),
    [
        ("manual", "part"),
        ("manual", "chapter"),
        ("manual", "section"),
        ("howto", "part"),
        ("howto", "section"),
    ],
)
def test_deep_headings_have_a_level_in_every_class(
    project: Project, documentclass: str, sectioning: str
) -> None:
    """Case 30."""
    project.configure(
        latex_documents=[("index", "meter.tex", "Meter", "Ada", documentclass)],
        latex_toplevel_sectioning=sectioning,
    )
    deep = RST.directive(
        "adr",
        "ADR-1: One",
        *(
            block
            for level, name in enumerate(("A", "B", "C", "D"), 1)
            for block in (RST.title(name * 4, level), "Text.")
        ),
    )
    page = RST.page(
        RST.title("Page"), RST.title("Sub", 2), RST.title("Subsub", 3), deep, "Something after it."
    )
    project.write({"index.rst": page}).build("latex", strict=True)


# -- several builders, one after the other --------------------------------------------------------------------


def test_the_sequence_of_read_the_docs(project: Project) -> None:
    """Case 24: one folder of doctrees, and nothing strange is left behind."""
    log(project)
    for builder in ("html", "singlehtml", "latex", "epub"):
        built = project.build(builder, strict=True)
        css = list(built.out.rglob("sphinx-adr.css"))
        assert bool(css) == (builder != "latex")


def test_three_epubs_in_a_row(project: Project) -> None:
    """Case 25: what is left in the folder does not come into the book."""
    log(project)
    for number in range(3):
        (project.source / "events.rst").write_text(
            (project.source / "events.rst").read_text(encoding="utf-8").replace("Maybe", f"Maybe {number}"),
            encoding="utf-8",
        )
        built = project.build("epub", strict=True)
    (book,) = built.out.glob("*.epub")
    with zipfile.ZipFile(book) as archive:
        names = archive.namelist()
    assert "_static/sphinx-adr.css" in names
    assert not [name for name in names if "sphinx-adr-" in name or name.startswith(".sphinx-adr")]


# -- the stylesheet -------------------------------------------------------------------------------------------


def test_the_stylesheet_stands_on_the_pages_that_need_it(project: Project) -> None:
    """Case 31: with a checksum; and no other format gets it."""
    project.write(
        {
            "index.rst": "Page\n====\n\nNothing.\n\n.. toctree::\n\n   one\n   two\n   three\n",
            "one.rst": "One\n===\n\n.. adr:: ADR-1: One\n",
            "two.rst": "Two\n===\n\n.. adr-index::\n",
            "three.rst": "Three\n=====\n\nOnly :adr:`ADR-1`.\n",
        }
    )
    built = project.build(strict=True)
    linked = {
        name: re.search(r'href="_static/sphinx-adr\.css(\?v=\w+)?"', built.read(f"{name}.html"))
        for name in ("index", "one", "two", "three")
    }
    assert linked["index"] is None
    assert all(linked[name] and linked[name][1] for name in ("one", "two", "three"))
    for builder in ("latex", "text", "man", "texinfo", "xml"):
        assert list(project.build(builder).out.rglob("*sphinx-adr*.css")) == []


def test_markup_makes_no_difference_to_other_formats(tmp_path: Path) -> None:
    """Case 34: text, man and texinfo pages are the same from both languages."""
    pytest.importorskip("myst_parser", reason="myst-parser is not installed")
    for builder, name in (("text", "events.txt"), ("man", "meter.1"), ("latex", "meter.tex")):
        texts = []
        for markup in (RST, MYST):
            project = Project(tmp_path / builder / markup.suffix / "docs").configure(today="today")
            texts.append(log(project, markup).build(builder, strict=True).read(name))
        assert texts[0] == texts[1]
