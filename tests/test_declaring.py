"""Declaring decisions: what authors write, and what then stands on the page and in the register."""

from __future__ import annotations

import pytest

from .conftest import needs_myst
from .support import MYST, RST, Markup, Project


def decision(markup: Markup, argument: str, /, *body: str, **options: str) -> str:
    return markup.directive("adr", argument, *body, **options)


def three_sections(markup: Markup) -> tuple[str, ...]:
    return (
        markup.title("Context", 2),
        "Events outgrew the database.",
        markup.title("Load", 3),
        "Ten thousand a second.",
        markup.title("Decision", 2),
        "Use a column store.",
    )


ANCHORS = ["adr-0013", "adr-0013-context", "adr-0013-load", "adr-0013-decision"]


# -- form A ---------------------------------------------------------------------------------------------------


def test_a_page_of_decisions_has_a_section_for_each(project: Project, markup: Markup) -> None:
    """Headings nest below the decision, with stable anchors. Case 34, 47."""
    page = markup.page(
        markup.title("Decisions"),
        "All of them.",
        decision(
            markup, "ADR-0013: ClickHouse", *three_sections(markup), status="accepted", date="2025-11-04"
        ),
        decision(
            markup, "ADR-0009: PostgreSQL", markup.title("Context", 2), "Few events.", status="accepted"
        ),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    shown = built.page("index")
    assert [heading for heading in shown.headings if heading[1] not in THEME] == [
        (1, "Decisions"),
        (2, "ADR-0013: ClickHouse"),
        (3, "Context"),
        (4, "Load"),
        (3, "Decision"),
        (2, "ADR-0009: PostgreSQL"),
        (3, "Context"),
    ]
    assert [anchor for anchor in shown.ids if anchor.startswith("adr-")] == [
        *ANCHORS,
        "adr-0009",
        "adr-0009-context",
    ]
    assert built.decision("ADR-0013")["parts"] == [
        {"slug": "context", "title": "Context", "anchor": "adr-0013-context"},
        {"slug": "load", "title": "Load", "anchor": "adr-0013-load"},
        {"slug": "decision", "title": "Decision", "anchor": "adr-0013-decision"},
    ]
    assert [one["id"] for one in built.register["decisions"]] == ["ADR-0009", "ADR-0013"]


THEME = ("Navigation", "Table of Contents", "This Page", "Quick search", "Previous topic", "Next topic")


def test_headings_appear_in_the_contents_of_the_page(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Decisions"), decision(markup, "ADR-0013: ClickHouse", *three_sections(markup))
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.app is not None
    contents = built.app.env.tocs["index"].astext().split("\n\n")
    assert contents == ["Decisions", "ADR-0013: ClickHouse", "Context", "Load", "Decision"]


@pytest.mark.parametrize("around", ["note", "paragraph after", "list"])
def test_anywhere_else_headings_become_rubrics_with_the_same_anchors(
    project: Project, markup: Markup, around: str
) -> None:
    inside = decision(markup, "ADR-0013: ClickHouse", *three_sections(markup), status="accepted")
    if around == "note":
        blocks = [markup.directive("note", "", "Mind this.", inside)]
    elif around == "list":
        blocks = ["* Item\n\n" + "\n".join(f"  {line}".rstrip() for line in inside.splitlines())]
    else:
        blocks = [inside, "And this paragraph is no part of the decision."]
    built = project.write({f"index{markup.suffix}": markup.page(markup.title("Page"), *blocks)}).build(
        strict=True
    )
    shown = built.page("index")
    assert [anchor for anchor in shown.ids if anchor.startswith("adr-")] == ANCHORS
    assert [text for _, text in shown.headings if text not in THEME] == ["Page"] or [
        text for _, text in shown.headings if text not in THEME
    ] == ["Page", "ADR-0013: ClickHouse", "Context", "Load", "Decision"]
    assert built.app is not None
    assert built.app.env.tocs["index"].astext() == "Page"
    if around == "paragraph after":
        last = shown.body.rindex("</div>", 0, shown.body.index("And this paragraph"))
        assert shown.body.index("Use a column store") < last
        assert [part["slug"] for part in built.decision("ADR-0013")["parts"]] == [
            "context",
            "load",
            "decision",
        ]


def test_notes_at_the_end_of_a_page_may_follow(project: Project) -> None:
    page = RST.page(
        RST.title("Decisions"),
        RST.directive("adr", "ADR-0013: ClickHouse [#why]_", RST.title("Why [#why]_", 2), "It is [CIT]_."),
        RST.directive("adr", "ADR-0014: Keep", "As ADR-0013.", amends="ADR-0013#why"),
        ".. [#why] Explained.\n.. [CIT] Cited.",
    )
    built = project.write({"index.rst": page}).build(strict=True)
    assert built.app is not None
    contents = built.app.env.tocs["index"].astext().split("\n\n")
    assert contents[0] == "Decisions"
    assert [text.strip() for text in contents[1:]] == ["ADR-0013: ClickHouse", "Why", "ADR-0014: Keep"]
    assert built.decision("ADR-0013")["title"] == "ClickHouse"
    assert [(part["slug"], part["title"]) for part in built.decision("ADR-0013")["parts"]] == [("why", "Why")]


def test_a_page_may_consist_of_decisions_alone(project: Project, markup: Markup) -> None:
    """The first one then gives the page its title."""
    page = markup.page(
        *(decision(markup, f"ADR-{n}: Title {n}", markup.title("Why", 2), "Text.") for n in (1, 2))
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    headings = [heading for heading in built.page("index").headings if heading[1] not in THEME]
    assert headings == [(1, "ADR-1: Title 1"), (2, "Why"), (1, "ADR-2: Title 2"), (2, "Why")]
    assert "<title>ADR-1: Title 1" in built.page("index").html


def test_numbered_contents_number_decisions(project: Project) -> None:
    page = RST.page(
        RST.title("X"),
        decision(RST, "ADR-1: One", RST.title("Context", 2), "Text."),
        decision(RST, "ADR-2: Two"),
    )
    built = project.write(
        {"index.rst": "Page\n====\n\n.. toctree::\n   :numbered:\n\n   x\n", "x.rst": page}
    ).build(strict=True)
    assert "1. X 1.1. ADR-1: One 1.1.1. Context 1.2. ADR-2: Two" in built.page("index").text


def test_local_contents_hold_decisions(project: Project) -> None:
    page = RST.page(
        RST.title("Page"), ".. contents::", decision(RST, "ADR-1: One", RST.title("Context", 2), "Text.")
    )
    built = project.write({"index.rst": page}).build(strict=True)
    assert "Contents Page ADR-1: One Context" in built.page("index").text
    assert {"#adr-1", "#adr-1-context"} <= set(built.page("index").hrefs)


def test_roles_and_substitutions_in_titles(project: Project) -> None:
    page = RST.page(
        RST.title("Page"),
        ".. |store| replace:: ClickHouse",
        decision(RST, "ADR-1: The |store| *store* instead of :adr:`ADR-2`", status="accepted"),
        decision(RST, "ADR-2: Two", status="accepted"),
        RST.directive("adr-index"),
    )
    built = project.write({"index.rst": page}).build(strict=True)
    assert built.decision("ADR-1")["title"] == "The ClickHouse store instead of ADR-2"
    assert "ADR-1 The ClickHouse store instead of ADR-2 Accepted" in built.page("index").text


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_headings_of_any_level_stay_inside(project: Project, markup: Markup, level: int) -> None:
    """Case 35: the body begins with any level of heading; nothing escapes or swallows what follows."""
    page = markup.page(
        markup.title("Page"),
        decision(markup, "ADR-1: One", markup.title("Context", level), "Inside."),
        decision(markup, "ADR-2: Two", "Outside."),
        markup.title("After", 2),
        "Elsewhere.",
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    headings = [heading for heading in built.page("index").headings if heading[1] not in THEME]
    assert headings == [(1, "Page"), (2, "ADR-1: One"), (3, "Context"), (2, "ADR-2: Two"), (2, "After")]


def test_skipped_levels_in_markdown(project: Project) -> None:
    pytest.importorskip("myst_parser", reason="myst-parser is not installed")
    page = MYST.page(
        "# Page", decision(MYST, "ADR-1: One", "## Context", "#### Deep", "text", "## Decision", "more")
    )
    built = project.write({"index.md": page}).build(strict=True)
    headings = [heading for heading in built.page("index").headings if heading[1] not in THEME]
    assert headings == [(1, "Page"), (2, "ADR-1: One"), (3, "Context"), (4, "Deep"), (3, "Decision")]


def test_a_body_may_be_empty(project: Project, markup: Markup) -> None:
    page = markup.page(markup.title("Page"), decision(markup, "ADR-1: One", status="accepted"))
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision("ADR-1")["parts"] == []
    assert "ADR-1: One" in built.page("index").text


@pytest.mark.parametrize(
    ("argument", "identifier", "title"),
    [
        ("ADR-0013: ClickHouse", "ADR-0013", "ClickHouse"),
        ("ADR-0013 - ClickHouse", "ADR-0013", "ClickHouse"),
        ("ADR-0013 — ClickHouse: fast", "ADR-0013", "ClickHouse: fast"),
        ("13. ClickHouse", "ADR-13", "ClickHouse"),
        ("0013 - ClickHouse", "ADR-0013", "ClickHouse"),
        ("RFC-7: ClickHouse", "RFC-7", "ClickHouse"),
        ("FIN.ADR-7: ClickHouse", "FIN.ADR-7", "ClickHouse"),
    ],
)
def test_an_id_stands_in_front_of_the_title(
    project: Project, markup: Markup, argument: str, identifier: str, title: str
) -> None:
    page = markup.page(markup.title("Page"), decision(markup, argument))
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision(identifier)["title"] == title


def test_an_id_may_be_an_option(project: Project, markup: Markup) -> None:
    page = markup.page(markup.title("Page"), decision(markup, "ClickHouse: a column store", id="db-choice"))
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision("db-choice")["title"] == "ClickHouse: a column store"
    assert built.decision("db-choice")["anchor"] == "db-choice"
    assert "db-choice: ClickHouse: a column store" in [text for _, text in built.page("index").headings]


def test_a_title_may_be_broken_over_lines(project: Project) -> None:
    page = ".. adr:: ADR-0013: ClickHouse for\n         event storage\n   :status: accepted\n\n   Text.\n"
    built = project.write({"index.rst": f"Page\n====\n\n{page}"}).build(strict=True)
    assert built.decision("ADR-0013")["title"] == "ClickHouse for event storage"


@needs_myst
@pytest.mark.parametrize(
    "page",
    [
        ":::{adr} ADR-1: One\n:status: accepted\n\n## Context\n\nText.\n:::",
        "```{adr} ADR-1: One\n:status: accepted\n\n## Context\n\nText.\n```",
        "```{adr} ADR-1: One\n---\nstatus: accepted\n---\n## Context\n\nText.\n```",
        "::::{adr} ADR-1: One\n:status: accepted\n\n## Context\n\n:::{note}\nText.\n:::\n::::",
        "````{adr} ADR-1: One\n:status: accepted\n\n## Context\n\n```{note}\nText.\n```\n````",
    ],
)
def test_every_fence_of_markdown_makes_the_same_decision(project: Project, page: str) -> None:
    built = project.write({"index.md": f"# Page\n\n{page}\n"}).build(strict=True)
    found = built.decision("ADR-1")
    assert (found["status"], [part["slug"] for part in found["parts"]]) == ("accepted", ["context"])
    assert "Text." in built.page("index").text


@needs_myst
def test_lists_of_yaml(project: Project) -> None:
    """Case 36: MyST hands lists over as they are written."""
    page = (
        "# Page\n\n```{adr} ADR-3: Three\n---\nstatus: accepted\nsupersedes: [ADR-1, 'ADR-2']\n"
        "tags:\n  - storage\n  - cost\ndeciders: D. Okafor, M. Ortiz\n---\n```\n\n"
        "```{adr} ADR-1: One\n```\n\n```{adr} ADR-2: Two\n```\n"
    )
    found = project.write({"index.md": page}).build(strict=True).decision("ADR-3")
    assert found["supersedes"] == ["ADR-1", "ADR-2"]
    assert found["tags"] == ["storage", "cost"]
    assert found["deciders"] == ["D. Okafor", "M. Ortiz"]


# -- form B ---------------------------------------------------------------------------------------------------


def test_without_an_argument_the_page_is_the_decision(project: Project, markup: Markup) -> None:
    """The ID comes from the file name where the heading has none; the anchor that the heading had stays."""
    page = markup.page(
        markup.title("ClickHouse for event storage"),
        markup.directive("adr", "", status="accepted", date="2025-11-04"),
        *three_sections(markup),
    )
    index = markup.page(markup.title("Log"), markup.directive("toctree", "", "decisions/0013-clickhouse"))
    built = project.write(
        {f"index{markup.suffix}": index, f"decisions/0013-clickhouse{markup.suffix}": page}
    ).build(strict=True)
    found = built.decision("ADR-0013")
    assert (found["title"], found["anchor"], found["declared"]) == (
        "ClickHouse for event storage",
        "adr-0013",
        "section",
    )
    shown = built.page("decisions/0013-clickhouse")
    assert set(ANCHORS) <= set(shown.ids)
    assert len(shown.ids) == len(set(shown.ids))
    assert "clickhouse-for-event-storage" in shown.ids
    assert "Accepted · decided 2025-11-04" in shown.text


@pytest.mark.parametrize(
    ("heading", "identifier", "title"),
    [
        ("ADR-0042: Kafka", "ADR-0042", "Kafka"),
        ("42. Kafka", "ADR-42", "Kafka"),
        ("Kafka", "ADR-0007", "Kafka"),
    ],
)
def test_the_heading_of_a_page_goes_before_its_file_name(
    project: Project, markup: Markup, heading: str, identifier: str, title: str
) -> None:
    if heading.startswith("42."):
        heading, identifier = "7. Kafka", "ADR-0007"
    page = markup.page(markup.title(heading), markup.directive("adr", "", status="accepted"), "Text.")
    index = markup.page(markup.title("Log"), markup.directive("toctree", "", "0007-kafka"))
    built = project.write({f"index{markup.suffix}": index, f"0007-kafka{markup.suffix}": page}).build(
        strict=True
    )
    assert built.decision(identifier)["title"] == title


def test_sections_of_a_page_are_decisions(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Log"),
        markup.title("ADR-0013: ClickHouse", 2),
        markup.directive("adr", "", "Column store for events.", status="accepted", supersedes="ADR-0009"),
        markup.title("Context", 3),
        "Text.",
        markup.title("PostgreSQL", 2),
        markup.directive("adr", "", id="ADR-0009", status="accepted"),
        markup.title("Context", 3),
        "Text.",
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision("ADR-0013")["summary"] == "Column store for events."
    assert built.decision("ADR-0009")["title"] == "PostgreSQL"
    assert built.decision("ADR-0009")["effective_status"] == "superseded"
    assert {"adr-0013", "adr-0013-context", "adr-0009", "adr-0009-context"} <= set(built.page("index").ids)
    assert len(built.page("index").ids) == len(set(built.page("index").ids))


def test_a_body_right_below_is_a_summary_and_no_argument(project: Project) -> None:
    page = "ADR-0013: ClickHouse\n====================\n\n.. adr::\n\n   Column store\n   for *events*.\n\nText.\n"
    built = project.write({"index.rst": page}).build(strict=True)
    found = built.decision("ADR-0013")
    assert (found["summary"], found["declared"]) == ("Column store for events.", "section")
    assert "<em>events</em>" in built.page("index").body


def test_the_summary_of_an_argumentless_directive_may_have_several_paragraphs(project: Project) -> None:
    page = "ADR-0013: ClickHouse\n====================\n\n.. adr::\n\n   One.\n\n   Two.\n\nText.\n"
    built = project.write({"index.rst": page}).build(strict=True)
    assert built.decision("ADR-0013")["summary"] == "One. Two."


# -- options --------------------------------------------------------------------------------------------------

FACTS = [
    ("status", "accepted", "status", "accepted"),
    ("state", "Approved", "status", "accepted"),
    ("date", "2025-11-04", "date", "2025-11-04"),
    ("decided", "2025-11", "date", "2025-11"),
    ("deciders", "D. Okafor, M. Ortiz", "deciders", ["D. Okafor", "M. Ortiz"]),
    ("decision-makers", "D. Okafor; M. Ortiz", "deciders", ["D. Okafor", "M. Ortiz"]),
    ("authors", "*D.* Okafor", "deciders", ["*D.* Okafor"]),
    ("consulted", "Ops", "consulted", ["Ops"]),
    ("informed", "All", "informed", ["All"]),
    ("tags", "storage, cost", "tags", ["storage", "cost"]),
    ("story", "JIRA-7: events are slow", "story", "JIRA-7: events are slow"),
    ("technical-story", "JIRA-7", "story", "JIRA-7"),
    ("ticket", "JIRA-7", "story", "JIRA-7"),
    ("review", "2026-11-04", "review", "2026-11-04"),
    ("review-by", "2026-11", "review", "2026-11"),
    ("summary", "A column store.", "summary", "A column store."),
    ("formerly", "ADR-0003, ADR-0004", "formerly", ["ADR-0003", "ADR-0004"]),
    ("drops", "PRD-REQ-001", "drops", ["PRD-REQ-001"]),
    (
        "requirements",
        "PRD-REQ-001",
        "requirements",
        [{"id": "PRD-REQ-001", "how": "addresses", "section": None}],
    ),
    (
        "satisfies",
        "PRD-REQ-001",
        "requirements",
        [{"id": "PRD-REQ-001", "how": "addresses", "section": None}],
    ),
]


@pytest.mark.parametrize("markup", [RST, pytest.param(MYST, marks=needs_myst)], ids=["rst", "myst"])
def test_every_option_and_its_aliases(project: Project, markup: Markup) -> None:
    blocks = [
        decision(markup, f"D-{n}: Decision", **{option: value})
        for n, (option, value, _, _) in enumerate(FACTS)
    ]
    built = project.write({f"index{markup.suffix}": markup.page(markup.title("Page"), *blocks)}).build(
        strict=True
    )
    assert {n: built.decision(f"D-{n}")[field] for n, (_, _, field, _) in enumerate(FACTS)} == {
        n: expected for n, (_, _, _, expected) in enumerate(FACTS)
    }


LINKS = [
    ("supersedes", "supersedes"),
    ("replaces", "supersedes"),
    ("superseded-by", "superseded-by"),
    ("superceded-by", "superseded-by"),
    ("amends", "amends"),
    ("amended-by", "amended-by"),
    ("depends-on", "depends-on"),
    ("relates-to", "relates-to"),
    ("conflicts-with", "conflicts-with"),
    ("refines", "refines"),
]


@pytest.mark.parametrize(("option", "kind"), LINKS)
def test_every_kind_of_link(project: Project, markup: Markup, option: str, kind: str) -> None:
    page = markup.page(
        markup.title("Page"),
        decision(markup, "ADR-1: One", status="accepted", **{option: "ADR-2"}),
        decision(markup, "ADR-2: Two", status="accepted"),
    )
    project.configure(adr_rules={"conflict-in-force": "off"})
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    ends = ("ADR-2", "ADR-1") if kind.endswith("-by") else ("ADR-1", "ADR-2")
    (link,) = built.decision(ends[0])["links"]
    assert (link["kind"], link["target"]) == (
        kind.replace("superseded-by", "supersedes").replace("amended-by", "amends"),
        ends[1],
    )
    assert link["state"] == "effective"
    assert link["authored_on"] == ["ADR-1"]


def test_a_link_may_name_a_part_a_path_and_another_spelling(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Log"),
        markup.directive("toctree", "", "d/0004-retention"),
        decision(markup, "ADR-9: Nine", status="accepted", amends="ADR-0004#context"),
        decision(
            markup, "ADR-10: Ten", status="accepted", depends_on=f"d/0004-retention{markup.suffix}, adr_9"
        ),
    )
    old = markup.page(
        markup.title("Retention"),
        markup.directive("adr", "", status="accepted"),
        markup.title("Context", 2),
        "Text.",
    )
    built = project.write({f"index{markup.suffix}": page, f"d/0004-retention{markup.suffix}": old}).build(
        strict=True
    )
    assert [(link["target"], link["part"]) for link in built.decision("ADR-9")["links"]] == [
        ("ADR-0004", "context")
    ]
    assert [link["target"] for link in built.decision("ADR-10")["links"]] == ["ADR-0004", "ADR-9"]
    assert built.decision("ADR-0004")["in_force"] is True


def test_name_and_class(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        decision(markup, "ADR-1: One", name="the choice", class_="special"),
        "See " + markup.role("ref", "the choice") + ".",
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert "special" in built.page("index").body
    assert "#adr-1" in built.page("index").hrefs
    assert "See ADR-1: One." in built.page("index").text


@pytest.mark.parametrize("last", [True, False], ids=["section", "rubric"])
def test_labels_before_and_in_a_decision(project: Project, markup: Markup, last: bool) -> None:
    def label(name: str) -> str:
        return f".. _{name}:" if markup is RST else f"({name})="

    page = markup.page(
        markup.title("Page"),
        " and ".join(markup.role("ref", name) for name in ("outer", "inner")),
        label("outer"),
        decision(markup, "ADR-1: One", label("inner"), markup.title("Context", 2), "Text."),
        "" if last else "Something follows.",
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    shown = built.page("index")
    assert "Page ADR-1: One and Context" in shown.text
    assert {href.removeprefix("#") for href in shown.hrefs if href in ("#outer", "#inner")} <= set(shown.ids)
    assert {"adr-1", "adr-1-context", "outer", "inner"} <= set(shown.ids)
    assert len(shown.ids) == len(set(shown.ids))


def test_a_heading_that_sounds_like_the_id_gives_way(project: Project, markup: Markup) -> None:
    """Case 47: anchors depend on the ID alone."""
    page = markup.page(
        markup.title("ADR-1"), decision(markup, "ADR-1: One", markup.title("Context", 2), "Text.")
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision("ADR-1")["anchor"] == "adr-1"
    assert {"adr-1", "adr-1-context"} <= set(built.page("index").ids)
    assert len(built.page("index").ids) == len(set(built.page("index").ids))


# -- the body -------------------------------------------------------------------------------------------------


def rich_body(markup: Markup) -> tuple[str, ...]:
    """Case 29: everything that a body can hold."""
    table = "==  ==\n a   b\n==  ==\n1   2\n==  ==" if markup is RST else "| a | b |\n|---|---|\n| 1 | 2 |"
    footnote = ("Noted [#n]_.", ".. [#n] The note.") if markup is RST else ("Noted [^n].", "[^n]: The note.")
    label = ".. _inner label:" if markup is RST else "(inner-label)="
    return (
        markup.title("Context", 2),
        "* one\n* two",
        table,
        markup.directive("code-block", "python", "print('x')", caption="A listing", name="the-listing"),
        *footnote,
        label,
        markup.title("Decision", 2),
        markup.directive("note", "", "Nested.", markup.directive("tip", "", "Deeper.")),
        markup.directive("figure", "picture.png", "The caption.", name="the-figure"),
        markup.directive("math", "", "a = b", label="the-equation"),
        markup.directive("glossary", "", "event\n   What happens."),
        markup.directive("list-table", "", "* - a\n  - b\n* - c\n  - d"),
        markup.directive("index", "storage"),
        "See {}, {}, {} and {}.".format(
            markup.role("numref", "the-figure"),
            markup.role("eq", "the-equation"),
            markup.role("term", "event"),
            markup.role("ref", "there <inner label>" if markup is RST else "there <inner-label>"),
        ),
    )


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def test_the_body_holds_whatever_a_page_holds(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"), decision(markup, "ADR-1: One", *rich_body(markup), status="accepted")
    )
    (project.source / "picture.png").write_bytes(PICTURE)
    built = project.configure(numfig=True).write({f"index{markup.suffix}": page}).build(strict=True)
    shown = built.page("index")
    for words in (
        "one",
        "A listing",
        "The note.",
        "Deeper.",
        "The caption.",
        "What happens.",
        "See Fig. 1, (1), event",
    ):
        assert words in shown.text
    assert "inner-label" in shown.ids
    assert [part["slug"] for part in built.decision("ADR-1")["parts"]] == ["context", "decision"]


@pytest.mark.parametrize(
    "builder", ["dirhtml", "singlehtml", "latex", "text", "man", "texinfo", "epub", "xml", "gettext"]
)
@pytest.mark.parametrize("where", ["section", "rubric"])
def test_a_rich_body_in_every_builder(project: Project, markup: Markup, builder: str, where: str) -> None:
    """Case 29."""
    inner = decision(markup, "ADR-1: One", *rich_body(markup), status="accepted")
    page = markup.page(markup.title("Page"), inner, "" if where == "section" else "Something after it.")
    (project.source / "picture.png").write_bytes(PICTURE)
    project.configure(numfig=True).write({f"index{markup.suffix}": page}).build(builder, strict=True)


def test_a_table_of_contents_in_a_decision(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"), decision(markup, "ADR-1: One", "More:", markup.directive("toctree", "", "more"))
    )
    built = project.write(
        {f"index{markup.suffix}": page, f"more{markup.suffix}": markup.title("More") + "\n"}
    ).build(strict=True)
    assert "more.html" in built.page("index").hrefs


# -- options considered, requirements -------------------------------------------------------------------------


def test_options_considered_become_one_table(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        decision(
            markup,
            "ADR-1: One",
            markup.directive(
                "adr-option", "ClickHouse", "* Good, because fast\n* Bad, because new", chosen=""
            ),
            markup.directive(
                "adr-option",
                "PostgreSQL",
                "Known to *all*.",
                pros="known; free",
                cons="slow",
                reason="too slow",
            ),
            status="accepted",
        ),
        markup.directive("adr-options"),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.decision("ADR-1")["options"] == [
        {"name": "ClickHouse", "chosen": True, "pros": ["fast"], "cons": ["new"], "reason": None},
        {
            "name": "PostgreSQL",
            "chosen": False,
            "pros": ["known", "free"],
            "cons": ["slow"],
            "reason": "too slow",
        },
    ]
    compared, rejected = built.page("index").boxes("adr-tablebox")
    assert compared == (
        "Option Good, because Bad, because ClickHouse Chosen fast new "
        "PostgreSQL too slow Known to all. known free slow"
    )
    assert "PostgreSQL ADR-1 One Chosen: ClickHouse too slow" in rejected
    assert "ClickHouse" not in rejected.replace("Chosen: ClickHouse", "")


def test_requirements_are_declared_and_covered(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr-requirement", "PRD-REQ-001: Keep events for a year", "The *law* says so."),
        markup.directive("adr-requirement", "Answer fast", id="PRD-REQ-002"),
        markup.directive("adr-requirement", "PRD-REQ-003"),
        decision(
            markup, "ADR-1: One", "This meets PRD-REQ-002.", status="accepted", requirements="PRD-REQ-001"
        ),
        markup.directive("adr-matrix"),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert [
        (row["id"], row["title"], row["state"], row["decisions"]) for row in built.register["requirements"]
    ] == [
        ("PRD-REQ-001", "Keep events for a year", "covered", ["ADR-1"]),
        ("PRD-REQ-002", "Answer fast", "covered", ["ADR-1"]),
        ("PRD-REQ-003", None, "uncovered", []),
    ]
    assert built.register["requirements"][0]["uri"] == "index.html#prd-req-001"
    shown = built.page("index")
    assert {"prd-req-001", "prd-req-002", "prd-req-003"} <= set(shown.ids)
    assert "<em>law</em>" in shown.body
    assert shown.hrefs.count("#prd-req-002") >= 2, "the mention in the prose and the matrix both lead there"


# -- docstrings -----------------------------------------------------------------------------------------------

MODULE = '''"""A module."""

class K:
    """A class."""

    def m(self):
        """Stores.

        .. adr:: ADR-0013: ClickHouse
           :status: accepted
           {extra}

           Context
           -------

           Text.
        """


class L(K):
    """Inherits."""


    def m(self):
        pass
'''

AUTODOC = """\
Page
====

.. automodule:: stored
   :members:
   :inherited-members:

See :adr:`ADR-0013`.
"""


def test_a_decision_in_a_docstring(project: Project) -> None:
    """Case 60: an inherited docstring does not declare its decision twice."""
    project.extensions.append("sphinx.ext.autodoc")
    project.conf = f"import sys; sys.path.insert(0, {str(project.source)!r}); sys.modules.pop('stored', None)"
    project.write({"stored.py": MODULE.replace("           {extra}\n", ""), "index.rst": AUTODOC})
    built = project.build(strict=True)
    (found,) = built.register["decisions"]
    assert (found["id"], found["status"]) == ("ADR-0013", "accepted")
    ids = built.page("index").ids
    assert len(ids) == len(set(ids))
    assert ids.count("adr-0013") == 1
    assert "#adr-0013" in built.page("index").hrefs


def test_an_edited_docstring_reaches_the_index(project: Project) -> None:
    """Case 60."""
    project.extensions.append("sphinx.ext.autodoc")
    project.conf = f"import sys; sys.path.insert(0, {str(project.source)!r}); sys.modules.pop('stored', None)"
    module = MODULE.replace("           {extra}\n", "")
    project.write(
        {"stored.py": module, "index.rst": AUTODOC, "log.rst": ":orphan:\n\nLog\n===\n\n.. adr-index::\n"}
    )
    assert "ADR-0013 ClickHouse Accepted" in project.build(strict=True).page("log").text
    project.write({"stored.py": module.replace(": ClickHouse", ": Something longer than before")})
    assert "ADR-0013 Something longer than before" in project.build(strict=True).page("log").text


def test_no_index_in_a_docstring(project: Project) -> None:
    project.extensions.append("sphinx.ext.autodoc")
    project.conf = f"import sys; sys.path.insert(0, {str(project.source)!r}); sys.modules.pop('stored', None)"
    project.write(
        {
            "stored.py": MODULE.replace("{extra}", ":no-index:"),
            "index.rst": AUTODOC.replace("See :adr:`ADR-0013`.", ""),
        }
    )
    built = project.build(strict=True)
    assert built.register["decisions"] == []
    assert built.page("index").text.count("ADR-0013: ClickHouse") == 2


def test_no_index_keeps_a_decision_out_of_the_register(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        decision(markup, "ADR-1: One", markup.title("Context", 2), "Text.", status="accepted"),
        decision(
            markup, "ADR-1: One", markup.title("Context", 2), "Shown again.", status="accepted", no_index=""
        ),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert [one["id"] for one in built.register["decisions"]] == ["ADR-1"]
    assert "Shown again." in built.page("index").text
    assert len(built.page("index").ids) == len(set(built.page("index").ids))


def test_a_status_may_be_a_sentence(project: Project, markup: Markup) -> None:
    """Its words also say what superseded the decision, and since when the status holds."""
    page = markup.page(
        markup.title("Decisions"),
        decision(markup, "ADR-0001: Files", "On disk.", status="Superseded by ADR-0002"),
        decision(markup, "ADR-0002: Objects", "In a store.", status="Accepted (2025-03-01)"),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    old, new = built.decision("ADR-0001"), built.decision("ADR-0002")
    assert (old["status"], old["status_text"], old["superseded_by"]) == (
        "superseded",
        "Superseded by ADR-0002",
        ["ADR-0002"],
    )
    assert (new["status"], new["date"], new["links"][0]["authored_on"]) == (
        "accepted",
        "2025-03-01",
        ["ADR-0001"],
    )


def test_a_summary_is_shown_once(project: Project, markup: Markup) -> None:
    """On the card, unless the page says it anyway as the body of a directive without an argument."""
    page = markup.page(
        markup.title("Decisions"),
        markup.title("ADR-0001: Files", 2),
        markup.directive("adr", "", "All on one disk.", status="accepted"),
        markup.title("More", 2),
        decision(markup, "ADR-0002: Objects", "In a store.", summary="All in one store."),
    )
    built = project.write({f"index{markup.suffix}": page}).build("text", strict=True)
    text = built.read("index.txt")
    assert (text.count("All on one disk."), text.count("All in one store.")) == (1, 1)


def test_arguments_keep_their_markup(project: Project, markup: Markup) -> None:
    """And an item on neither side stays with its option."""
    arguments = "- (+) Fast with *many* rows\n- (-) No ``UPDATE``\n- Comes with a shell"
    option = markup.directive("adr-option", "ClickHouse", arguments)
    page = markup.page(markup.title("Decisions"), decision(markup, "ADR-0001: Storage", option))
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    body = built.read("index.html")
    assert "Fast with <em>many</em> rows" in body
    assert 'No <code class="docutils literal notranslate"><span class="pre">UPDATE</span></code>' in body
    assert "Comes with a shell" in body
    assert "(+)" not in body
    assert built.decision("ADR-0001")["options"][0]["pros"] == ["Fast with many rows"]
