"""Bad input: one typed warning at the right place, the build goes on, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import needs_myst
from .support import MYST, RST, Markup, Project


def around_nothing(markup: Markup, block: str) -> dict[str, str]:
    return {"index": markup.page(markup.title("Page"), "Some text.", block)}


def around_note_in_list(markup: Markup, block: str) -> dict[str, str]:
    note = markup.directive("note", "", "Mind this.", block)
    item = "\n".join(f"  {line}".rstrip() for line in note.splitlines())
    return {"index": markup.page(markup.title("Page"), f"* Item\n\n{item}")}


def around_include(markup: Markup, block: str) -> dict[str, str]:
    part = f"shared/part{markup.suffix}"
    include = markup.directive("include", part)
    return {
        "index": markup.page(markup.title("Page"), "Some text.", include, "More."),
        "shared/part": markup.page("Included text.", block),
    }


PLACES = {"top": around_nothing, "nested": around_note_in_list, "included": around_include}


def directive(*arguments: str, **options: str) -> Callable[[Markup], str]:
    """A page's piece in either markup."""
    return lambda markup: markup.directive(*arguments, **options)


# What is written; the code and what the sentence says of it; IDs that the register must still have.
CASES: dict[str, tuple[Callable[[Markup], str], str, list[str], list[str | None]]] = {
    "missing ID": (
        directive("adr", "ClickHouse for events", status="accepted"),
        "id-missing",
        [":id:"],
        [None],
    ),
    "malformed ID": (
        directive("adr", "ClickHouse", id="ADR 1/2"),
        "id-malformed",
        ["'ADR 1/2'"],
        [None],
    ),
    "ID with an invisible character": (
        directive("adr", "ClickHouse", id="ADR\u200b-1"),
        "id-malformed",
        [],
        [None],
    ),
    "unknown status": (
        directive("adr", "ADR-1: One", status="acepted"),
        "status-unknown",
        ["'acepted'", "did you mean 'accepted'?"],
        ["ADR-1"],
    ),
    "status far from any": (
        directive("adr", "ADR-1: One", status="xyzzy"),
        "status-unknown",
        ["'xyzzy'", "draft, proposed, accepted"],
        ["ADR-1"],
    ),
    "impossible date": (
        directive("adr", "ADR-1: One", date="2025-02-30"),
        "date-invalid",
        ["'2025-02-30'", "calendar"],
        ["ADR-1"],
    ),
    "date of another form": (
        directive("adr", "ADR-1: One", date="yesterday"),
        "date-invalid",
        ["YYYY-MM-DD"],
        ["ADR-1"],
    ),
    "impossible review": (
        directive("adr", "ADR-1: One", review="2025-13"),
        "date-invalid",
        ["review"],
        ["ADR-1"],
    ),
    "unknown option": (
        directive("adr", "ADR-1: One", "Body.", statsu="accepted"),
        "option-unknown",
        ["'statsu'", "did you mean 'status'?"],
        ["ADR-1"],
    ),
    "empty title": (directive("adr", "ADR-1:", status="accepted"), "title-missing", ["ADR-1"], ["ADR-1"]),
    "only an ID": (directive("adr", "ADR-1"), "title-missing", ["ADR-1"], ["ADR-1"]),
    "link to nothing": (
        directive("adr", "ADR-1: One", supersedes="ADR-12"),
        "link-dangling",
        ["ADR-1 supersedes ADR-12", "does not exist"],
        ["ADR-1"],
    ),
    "link from nothing": (
        directive("adr", "ADR-1: One", superseded_by="ADR-12"),
        "link-dangling",
        ["ADR-1 is superseded by ADR-12"],
        ["ADR-1"],
    ),
    "link to itself": (
        directive("adr", "ADR-1: One", depends_on="ADR-1"),
        "link-self",
        ["itself"],
        ["ADR-1"],
    ),
    "malformed requirement": (
        directive("adr", "ADR-1: One", requirements="PRD REQ 1"),
        "requirement-malformed",
        ["'PRD REQ 1'"],
        ["ADR-1"],
    ),
    "requirement without ID": (
        directive("adr-requirement", "", "Text."),
        "requirement-malformed",
        ["it has none"],
        [],
    ),
    "requirement with a malformed ID": (
        directive("adr-requirement", "PRD REQ 1: Kept title", "Text."),
        "requirement-malformed",
        ["'PRD REQ 1' is no ID"],
        [],
    ),
    "argument of a view": (directive("adr-index", "Kept title"), "option-invalid", ["no argument"], []),
    "text of a view": (directive("adr-graph", "", "Text."), "option-invalid", ["no text"], []),
    "root that does not exist": (
        directive("adr-graph", "", root="ADR-9"),
        "reference-dangling",
        ["ADR-9"],
        [],
    ),
    "option of nothing": (
        directive("adr-option", "PostgreSQL", "Text."),
        "option-outside",
        ["there is none"],
        [],
    ),
    "option without name": (
        lambda markup: markup.directive("adr-option", "", "Text."),
        "title-missing",
        ["adr-option"],
        [],
    ),
    "unknown view option": (
        directive("adr-index", "", stile="list"),
        "option-unknown",
        ["did you mean 'style'?"],
        [],
    ),
    "unknown style": (
        directive("adr-index", "", style="tabel"),
        "option-invalid",
        ["did you mean 'table'?"],
        [],
    ),
    "unknown column": (
        directive("adr-index", "", columns="id, statsu"),
        "column-unknown",
        ["'statsu'", "'status'"],
        [],
    ),
    "unknown sort field": (
        directive("adr-index", "", sort="dat"),
        "option-invalid",
        ["did you mean 'date'?"],
        [],
    ),
    "unknown group field": (
        directive("adr-index", "", group_by="tag"),
        "option-invalid",
        ["did you mean 'tags'?"],
        [],
    ),
    "filter that does not parse": (
        directive("adr-index", "", filter="status == "),
        "filter-invalid",
        ["'status =='", "not an expression"],
        [],
    ),
    "filter with an unknown field": (
        directive("adr-matrix", "", filter="statsu == 'x'"),
        "filter-invalid",
        ["'statsu'", "did you mean 'status'?"],
        [],
    ),
    "filter with a status that does not exist": (
        directive("adr-index", "", filter="status == 'acepted'"),
        "filter-invalid",
        ["no decision can have the status 'acepted'; did you mean 'accepted'?"],
        [],
    ),
    "filter with a call": (directive("adr-graph", "", filter="print(1)"), "filter-invalid", ["print(1)"], []),
    "filter with an attribute": (directive("adr-options", "", filter="id.x"), "filter-invalid", ["id.x"], []),
    "unknown state": (
        directive("adr-matrix", "", only="lots"),
        "option-invalid",
        ["did you mean 'lost'?"],
        [],
    ),
    "unknown kind of link": (
        directive("adr-graph", "", links="amend"),
        "option-invalid",
        ["did you mean 'amends'?"],
        [],
    ),
    "depth that is no number": (directive("adr-graph", "", depth="two"), "option-invalid", ["'two'"], []),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("case", CASES)
def test_one_warning_at_the_right_place(project: Project, markup: Markup, case: str, place: str) -> None:
    """Case 38: the exact file and line at the top, nested, and included; and nothing is lost."""
    write, code, fragments, recorded = CASES[case]
    block = write(markup)
    files = PLACES[place](markup, block)
    where = "shared/part" if place == "included" else "index"
    first = block.splitlines()[code.startswith("link-")].strip()
    line = next(n for n, text in enumerate(files[where].splitlines(), 1) if text.strip() == first)
    built = project.write({f"{name}{markup.suffix}": text for name, text in files.items()}).build()
    assert built.where == [(f"adr.{code}", f"{where}{markup.suffix}", line)], built.messages
    for fragment in fragments:
        assert fragment in built.warnings[0].text
    assert [one["id"] for one in built.register["decisions"]] == recorded
    (problem,) = built.register["problems"]
    assert (problem["code"], problem["path"], problem["line"]) == (code, f"{where}{markup.suffix}", line)
    assert problem["message"] == built.warnings[0].text
    assert built.status == 1
    for words in ("Body.", "Text.", "More.", "Kept title") if place != "nested" else ("Mind this.",):
        assert words not in "".join(files.values()) or words in built.page("index").text


def two_pages(markup: Markup, one: str, two: str) -> dict[str, str]:
    suffix = markup.suffix
    index = markup.page(
        markup.title("Log"), markup.directive("toctree", "", "one\ntwo"), markup.directive("adr-index")
    )
    return {
        f"index{suffix}": index,
        f"one{suffix}": markup.page(markup.title("One"), one),
        f"two{suffix}": markup.page(markup.title("Two"), two),
    }


# -- duplicates -----------------------------------------------------------------------------------------------


def test_two_decisions_with_one_id_both_stay(project: Project, markup: Markup) -> None:
    """Case 40: both are listed, and what refers to them names the candidates."""
    files = two_pages(
        markup,
        markup.directive("adr", "ADR-1: First", status="accepted"),
        markup.page(
            markup.directive("adr", "ADR-1: Second", status="proposed"),
            markup.directive("adr", "ADR-2: Third", status="accepted", depends_on="ADR-1"),
            f"See {markup.role('adr', 'ADR-1')}.",
        ),
    )
    built = project.write(files).build()
    two = f"two{markup.suffix}"
    lines = {piece: markup.line_of(files[two], piece) for piece in ("ADR-1: Second", "depends-on", "See")}
    assert built.where == [
        ("adr.id-duplicate", two, lines["ADR-1: Second"]),
        ("adr.link-ambiguous", two, lines["depends-on"]),
        ("adr.reference-ambiguous", two, lines["See"]),
    ], built.messages
    for warned in built.warnings:
        assert "one" in warned.text
        assert f"line {markup.line_of(files[f'one{markup.suffix}'], 'ADR-1: First')}" in warned.text
    assert "two" in built.warnings[2].text
    assert [(one["id"], one["title"]) for one in built.register["decisions"]] == [
        ("ADR-1", "First"),
        ("ADR-1", "Second"),
        ("ADR-2", "Third"),
    ]
    index = built.page("index")
    assert "ADR-1 First" in index.text
    assert "ADR-1 Second" in index.text
    assert {"one.html#adr-1", "two.html#adr-1"} <= set(index.hrefs)
    assert {"one.html#adr-1", "#adr-1"} <= set(built.page("two").hrefs), (
        "the reference leads to each candidate"
    )


def test_three_copies_on_one_page(project: Project, markup: Markup) -> None:
    """Case 40: one warning for each extra copy, and every copy has an anchor of its own."""
    page = markup.page(
        markup.title("Page"), *[markup.directive("adr", f"ADR-1: {n}") for n in ("One", "Two", "Three")]
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.codes == ["adr.id-duplicate"] * 2
    assert [warned.line for warned in built.warnings] == [
        markup.line_of(page, "ADR-1: Two"),
        markup.line_of(page, "ADR-1: Three"),
    ]
    assert [one["anchor"] for one in built.register["decisions"]] == ["adr-1", "adr-1-2", "adr-1-3"]
    assert {"adr-1", "adr-1-2", "adr-1-3"} <= set(built.page("index").ids)


def test_an_option_and_its_alias_add_up(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"), markup.directive("adr", "ADR-1: One", deciders="Ada", authors="Bob")
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision("ADR-1")["deciders"] == ["Ada", "Bob"]


@needs_myst
@pytest.mark.parametrize(
    "options", [":deciders: Ada\n:deciders: Bob", "---\ndeciders: Ada\ndeciders: Bob\n---"]
)
def test_an_option_twice_in_markdown(project: Project, options: str) -> None:
    built = project.write({"index.md": f"# Page\n\n```{{adr}} ADR-1: One\n{options}\n```\n"}).build()
    assert built.where == [("adr.option-invalid", "index.md", 3)]
    assert "'deciders' twice" in built.warnings[0].text
    assert built.decision("ADR-1")["deciders"] == ["Bob"]


def test_an_option_twice_in_restructuredtext(project: Project) -> None:
    """Docutils itself refuses the directive, at its line, before anybody is asked."""
    page = "Page\n====\n\n.. adr:: ADR-1: One\n   :deciders: Ada\n   :deciders: Bob\n\nMore.\n"
    built = project.write({"index.rst": page}).build()
    assert built.where == [("docutils", "index.rst", 4)]
    assert "duplicate option" in built.warnings[0].text
    assert "More." in built.page("index").text


def test_an_option_that_is_indented_otherwise(project: Project) -> None:
    """Docutils takes it for more of the title."""
    page = "Page\n====\n\n.. adr:: ADR-1: One\n   :status: accepted\n  :tags: a\n\n   Text.\n"
    built = project.write({"index.rst": page}).build()
    assert built.where == [("adr.option-invalid", "index.rst", 4)]
    assert "':status: accepted' is no option of this adr: indented otherwise" in built.warnings[0].text


def test_options_below_a_blank_line(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-1: One", ":status: accepted\n:date: 2025-01-02\n\nText."),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.codes == ["adr.option-invalid"]
    assert "':status: accepted' is no option of this adr: below a blank line" in built.warnings[0].text
    assert "accepted" in built.page("index").text


def test_fields_below_options_are_text(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-1: One", ":date: of the text", status="accepted"),
        markup.directive("adr", "ADR-2: Two", ":scope: of the text"),
    )
    project.write({f"index{markup.suffix}": page}).build(strict=True)


BROKEN_PART = ".. adr:: ADR-1: One\n   :status: acepted\n\n   Text.\n"


@pytest.mark.parametrize("documents", ["twice in one", "in two", "also a document"])
def test_one_file_included_again(project: Project, documents: str) -> None:
    """Case 40: every copy is a declaration of its own, and each extra one is reported."""
    include = ".. include:: shared/part.txt\n\n"
    head = "Page\n====\n\n"
    files = {"shared/part.txt": BROKEN_PART.replace("acepted", "accepted"), "index.rst": head + include}
    if documents == "twice in one":
        files["index.rst"] = head + include * 2
    elif documents == "in two":
        files["other.rst"] = ":orphan:\n\n" + head + include
    else:
        files["index.rst"] = head + include.replace("shared/part.txt", "part.rst")
        files["part.rst"] = ":orphan:\n\n" + files["shared/part.txt"]
    built = project.write(files).build()
    assert built.codes == ["adr.id-duplicate"], built.messages
    assert len(built.register["decisions"]) == 2
    if documents == "twice in one":
        assert {"adr-1", "adr-1-2"} <= set(built.page("index").ids)


def test_places_in_prologs_and_docstrings(project: Project) -> None:
    """Case 38, 60: a place that is no line of a page is named as Sphinx names it."""
    project.extensions.append("sphinx.ext.autodoc")
    project.conf = f"import sys; sys.path.insert(0, {str(project.source)!r}); sys.modules.pop('placed', None)"
    project.configure(rst_prolog=".. |x| replace:: y\n")
    docstring = '"""Says.\n\n    .. adr:: ADR-2: Two\n       :status: acepted\n    """'
    project.write(
        {
            "placed.py": f'"""M."""\n\n\ndef f():\n    {docstring}\n',
            "index.rst": f"Page\n====\n\n.. autofunction:: placed.f\n\n{BROKEN_PART}",
        }
    )
    built = project.build()
    assert built.where == [
        ("adr.status-unknown", "index.rst", 6),
        ("adr.status-unknown", "placed.py:docstring of placed.f", 3),
    ]


# -- structure ------------------------------------------------------------------------------------------------


def test_two_directives_adopt_one_section(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("ADR-1: One"),
        markup.directive("adr", "", "First summary.", status="accepted"),
        "Text.",
        markup.directive("adr", "", "Second summary.", status="rejected", id="ADR-2"),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    lines = [n for n, text in enumerate(page.splitlines(), 1) if text.strip() in (".. adr::", "```{adr}")]
    assert built.where == [("adr.section-claimed-twice", f"index{markup.suffix}", lines[1])], built.messages
    assert [(one["id"], one["status"]) for one in built.register["decisions"]] == [("ADR-1", "accepted")]
    assert "Second summary." in built.page("index").text


def test_a_decision_in_a_decision(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive(
            "adr",
            "ADR-1: Outer",
            markup.title("Context", 2),
            "Outer text with PRD-REQ-001.",
            markup.directive(
                "adr", "ADR-2: Inner", markup.title("Context", 2), "Inner text with PRD-REQ-002."
            ),
            "Outer text again.",
        ),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [
        ("adr.decision-nested", f"index{markup.suffix}", markup.line_of(page, "ADR-2: Inner"))
    ]
    outer, inner = built.decision("ADR-1"), built.decision("ADR-2")
    assert [trace["id"] for trace in outer["requirements"]] == ["PRD-REQ-001"]
    assert [trace["id"] for trace in inner["requirements"]] == ["PRD-REQ-002"]
    assert [part["anchor"] for part in outer["parts"]] == ["adr-1-context"]
    assert [part["anchor"] for part in inner["parts"]] == ["adr-2-context"]
    assert {"adr-1", "adr-1-context", "adr-2", "adr-2-context"} <= set(built.page("index").ids)
    assert "Outer text again." in built.page("index").text


def test_without_an_argument_and_without_a_section(project: Project, markup: Markup) -> None:
    page = markup.page(markup.directive("adr", "", "A summary.", status="accepted"), "Text.")
    built = project.write({f"index{markup.suffix}": page}).build()
    assert [where for where in built.where if where[0].startswith("adr")] == [
        ("adr.section-absent", f"index{markup.suffix}", 1)
    ]
    assert built.register["decisions"] == []
    assert "A summary." in built.page("index").text


def test_a_page_without_a_number_in_its_name(project: Project, markup: Markup) -> None:
    page = markup.page(markup.title("Kafka"), markup.directive("adr", "", status="accepted"))
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [("adr.id-missing", f"index{markup.suffix}", markup.line_of(page, "adr"))]
    assert built.register["decisions"][0]["title"] == "Kafka"


# -- links ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("length", [2, 3])
def test_a_circle_is_reported_once_and_nothing_is_derived(
    project: Project, markup: Markup, length: int
) -> None:
    """Case 39."""
    names = [f"ADR-{n}" for n in range(1, length + 1)]
    blocks = [
        markup.directive("adr", f"{name}: Title", status="accepted", supersedes=names[n - 1])
        for n, name in enumerate(names)
    ]
    page = markup.page(markup.title("Page"), *blocks)
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [("adr.link-cycle", f"index{markup.suffix}", markup.line_of(page, "ADR-1: Title"))]
    for name in names:
        assert name in built.warnings[0].text
        assert built.decision(name)["effective_status"] == "accepted"
        assert built.decision(name)["current"] == [name]
        assert [link["state"] for link in built.decision(name)["links"]] == ["void"]


def test_a_link_to_a_part_that_is_not_there(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-1: One", markup.title("Context", 2), "Text."),
        markup.directive("adr", "ADR-2: Two", status="accepted", amends="ADR-1#retention"),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [("adr.link-dangling", f"index{markup.suffix}", markup.line_of(page, "amends"))]
    assert "its parts are: context" in built.warnings[0].text


def test_a_path_that_leads_nowhere_is_not_guessed_by_its_number(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-0001: One"),
        markup.directive("adr", "ADR-0002: Two", supersedes="decisions/0001-other.md"),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.codes == ["adr.link-dangling"]
    assert built.decision("ADR-0001")["superseded_by"] == []


def test_references_to_nothing(project: Project, markup: Markup) -> None:
    """Case 39: one warning each, where the reference stands."""
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-1: One", markup.title("Context", 2), "Text."),
        f"See {markup.role('adr', 'ADR-9')}.",
        f"And {markup.role('adr', 'ADR-1#retention')}.",
        f"Also {markup.role('adr:req', 'PRD-REQ-9')}.",
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [
        ("adr.reference-dangling", f"index{markup.suffix}", markup.line_of(page, word))
        for word in ("See", "And", "Also")
    ], built.messages
    assert "See ADR-9." in built.page("index").text
    assert "Also PRD-REQ-9." in built.page("index").text


# -- requirements ---------------------------------------------------------------------------------------------


def test_a_requirement_that_no_source_declares(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr-requirement", "PRD-REQ-001: Fast"),
        markup.directive("adr", "ADR-1: One", status="accepted", requirements="PRD-REQ-001, PRD-REQ-010"),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [
        ("adr.requirement-unknown", f"index{markup.suffix}", markup.line_of(page, "ADR-1: One"))
    ]
    assert "did you mean PRD-REQ-001?" in built.warnings[0].text


def test_a_requirement_twice(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr-requirement", "PRD-REQ-001: Fast"),
        markup.directive("adr-requirement", "PRD-REQ-001: Faster"),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert built.where == [
        ("adr.requirement-duplicate", f"index{markup.suffix}", markup.line_of(page, "PRD-REQ-001: Faster"))
    ]
    assert [row["title"] for row in built.register["requirements"]] == ["Fast"]


# -- escaping -------------------------------------------------------------------------------------------------

EVIL = "<script>alert('x')</script> & \"quoted\" {{ 7*7 }} %s"


def test_markup_in_titles_and_options_is_inert(project: Project, markup: Markup) -> None:
    """Case 53: in pages, in the search index and in the register."""
    block = markup.directive(
        "adr",
        f"ADR-1: {EVIL}",
        markup.directive("adr-option", EVIL, pros=EVIL, reason=EVIL),
        status="accepted",
        deciders="<b>Ada</b>",
        tags="<i>x</i>",
        story=EVIL,
        summary=EVIL,
        formerly="<s>",
    )
    views = [
        markup.directive(
            "adr-index", "", columns="id, title, status, summary, story, tags, deciders, alternatives"
        ),
        markup.directive("adr-matrix"),
        markup.directive("adr-graph"),
        markup.directive("adr-graph", "", style="log"),
        markup.directive("adr-options"),
        markup.directive("adr-requirement", f"PRD-REQ-1: {EVIL}"),
        f"{markup.role('adr', 'ADR-1')}",
    ]
    built = project.write({f"index{markup.suffix}": markup.page(markup.title("Page"), block, *views)}).build()
    body = built.page("index").body
    assert "<b>Ada</b>" not in body
    assert "<i>x</i>" not in body
    assert body.count("<script>") == 0
    assert "49" not in body
    assert "<script>" not in built.read("searchindex.js").replace("\\u003c", "<")
    assert built.decision("ADR-1")["story"] == EVIL
    assert built.decision("ADR-1")["deciders"] == ["<b>Ada</b>"]


@pytest.mark.parametrize(
    ("builder", "file", "never"),
    [
        ("latex", "meter.tex", [r"\input{/etc/passwd}", r"\write18"]),
        ("epub", "index.xhtml", ["<script>alert"]),
    ],
)
def test_commands_of_other_formats_are_inert(
    project: Project, builder: str, file: str, never: list[str]
) -> None:
    title = r"ADR-1: ``\input{/etc/passwd}`` \\write18{x} <script>alert(1)</script> $x$ 50% #1 ~^_"
    page = RST.page(
        RST.title("Page"),
        RST.directive("adr", title, story=r"\input{/etc/passwd}"),
        RST.directive("adr-index"),
    )
    built = project.write({"index.rst": page}).build(builder, nitpicky=False)
    text = built.read(file)
    for words in never:
        assert words not in text
    assert "ADR\\sphinxhyphen{}1" in text or "ADR-1" in text


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//host", "file:///x"]
)
def test_no_option_makes_a_link_to_anywhere(project: Project, markup: Markup, uri: str) -> None:
    """Case 54: options are text, also those that look like addresses."""
    options = dict.fromkeys(("story", "deciders", "tags", "summary", "formerly"), uri)
    page = markup.page(
        markup.title("Page"), markup.directive("adr", "ADR-1: One", **options), markup.directive("adr-index")
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert not [href for href in built.page("index").hrefs if uri.strip().lower() in href.lower()]
    assert built.decision("ADR-1")["story"] == uri.strip()


# -- warnings that last ---------------------------------------------------------------------------------------

BROKEN = """\
Page
====

.. adr:: ADR-1: One
   :status: acepted
   :supersedes: ADR-9
   :colour: red

.. adr:: ADR-1: Again

.. adr-index::
   :filter: status =

See :adr:`ADR-7`.
"""


def test_a_second_build_in_which_nothing_changed_warns_the_same(project: Project) -> None:
    project.write({"index.rst": BROKEN})
    first, second = project.build(), project.build()
    assert first.where == second.where
    assert first.codes == [
        "adr.option-unknown",
        "adr.status-unknown",
        "adr.link-dangling",
        "adr.id-duplicate",
        "adr.filter-invalid",
        "adr.reference-dangling",
    ]
    assert (first.status, second.status) == (1, 1)


def test_strict_builds_fail_every_time(project: Project) -> None:
    """Case 39: as users run them, with ``-W``, in a process of their own."""
    project.write({"index.rst": "Page\n====\n\n.. adr:: ADR-1: One\n   :supersedes: ADR-9\n"})
    first, second = project.run("-W"), project.run("-W")
    assert first.status == second.status == 1
    assert first.where == second.where == [("adr.link-dangling", "index.rst", 5)]


def test_the_register_builder_finds_the_same(project: Project) -> None:
    project.write({"index.rst": BROKEN})
    assert project.build("adr").where == project.build("html").where
    assert project.build("adr").register["problems"] == project.build("html").register["problems"]


@pytest.mark.parametrize(
    ("suppressed", "left"),
    [
        (["adr"], []),
        (["adr.status-unknown", "adr.id-duplicate"], ["option-unknown", "link-dangling", "filter-invalid"]),
    ],
)
def test_warnings_can_be_suppressed(project: Project, suppressed: list[str], left: list[str]) -> None:
    """Case 41."""
    page = BROKEN.replace("See :adr:`ADR-7`.\n", "")
    built = project.configure(suppress_warnings=suppressed).write({"index.rst": page}).build()
    assert built.codes == [f"adr.{code}" for code in left]
    assert built.status == (1 if left else 0)


def test_a_reference_on_the_ignore_list_is_not_reported(project: Project) -> None:
    """Case 41."""
    project.configure(nitpick_ignore=[("adr:decision", "ADR-7")], nitpick_ignore_regex=[("adr:.*", "PRD-.*")])
    project.write({"index.rst": "Page\n====\n\nSee :adr:`ADR-7` and :adr:req:`PRD-REQ-1`.\n"}).build(
        strict=True
    )


# -- where there is nothing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("builder", ["html", "latex", "text", "man", "texinfo", "epub"])
def test_views_of_nothing_say_so(project: Project, markup: Markup, builder: str) -> None:
    """Case 43."""
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr-index"),
        markup.directive("adr-index", "", style="list"),
        markup.directive("adr-index", "", group_by="status", filter="status == 'accepted'", toctree=""),
        markup.directive("adr-matrix"),
        markup.directive("adr-matrix", "", filter="id == 'x'", only="lost"),
        markup.directive("adr-graph"),
        markup.directive("adr-graph", "", style="log"),
        markup.directive("adr-options"),
        "After.",
    )
    built = project.write({f"index{markup.suffix}": page}).build(builder, strict=True)
    if builder == "text":
        assert built.read("index.txt").count("No decisions.") >= 5


def test_a_matrix_with_one_empty_axis(project: Project, markup: Markup) -> None:
    """Case 43."""
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr-requirement", "PRD-REQ-001: Fast"),
        markup.directive("adr-matrix"),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert "PRD-REQ-001 Not covered Fast" in built.page("index").text


# -- odd text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffPage\n====\n\n.. adr:: ADR-1: One\n   :status: accepted\n\n   Text.\n",
        "Page\r\n====\r\n\r\n.. adr:: ADR-1: One\r\n   :status: accepted\r\n\r\n   Text.\r\n",
        "Page\r====\r\r.. adr:: ADR-1: One\r   :status: accepted\r\r   Text.\r",
    ],
    ids=["BOM", "CRLF", "CR"],
)
def test_line_ends_and_byte_order_marks(project: Project, text: str) -> None:
    """Case 60."""
    built = project.write({"index.rst": text}).build(strict=True)
    assert built.decision("ADR-1")["status"] == "accepted"
    assert built.decision("ADR-1")["line"] == 4


@pytest.mark.parametrize(
    "title", ["שלום 🎉 e\u0301", "x" * 10_000, "a *b* [c] <d> $e$ {f}"], ids=["scripts", "long", "marks"]
)
def test_odd_titles(project: Project, markup: Markup, title: str) -> None:
    """Case 60."""
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", f"ADR-1: {title}", status="accepted"),
        markup.directive("adr-index"),
        markup.directive("adr-graph"),
    )
    built = project.write({f"index{markup.suffix}": page}).build()
    assert [code for code in built.codes if code.startswith("adr")] == []
    assert built.decision("ADR-1")["title"]


@needs_myst
def test_ids_of_other_scripts(project: Project) -> None:
    page = MYST.page(
        MYST.title("Page"),
        MYST.directive("adr", "Решение-1: Выбор", MYST.title("Контекст", 2), "Text.", status="accepted"),
        MYST.directive(
            "adr", "決定-2: 選択", MYST.title("文脈", 2), "Text.", status="accepted", supersedes="Решение-1"
        ),
    )
    built = project.write({"index.md": page}).build(strict=True)
    anchors = [one["anchor"] for one in built.register["decisions"]]
    assert len(set(anchors)) == 2
    assert all(anchor.isascii() for anchor in anchors)
    assert set(anchors) <= set(built.page("index").ids)
    assert built.decision("Решение-1")["superseded_by"] == ["決定-2"]


def test_blank_lines_in_a_view_are_no_text(project: Project, markup: Markup) -> None:
    view = markup.directive("adr-index")
    blank = view.replace("\n```", "\n\n\n\n```") if markup.suffix == ".md" else view + "\n\n"
    assert "\n\n" in blank
    project.write({f"index{markup.suffix}": markup.page(markup.title("Log"), blank)})
    project.build(strict=True)
