"""References to decisions and requirements: from the text, from docstrings, and from other documentations."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from .conftest import needs_myst
from .support import MYST, RST, Built, Markup, Project

PAST = ("ADR-0009: PostgreSQL", "ADR-0013: ClickHouse", "ADR-0014: Parquet", "ADR-0015: Kafka")


def decisions(markup: Markup) -> str:
    """A page of decisions, in the states that a reference can tell."""
    return markup.page(
        markup.title("Decisions"),
        markup.directive("adr", "ADR-0009: PostgreSQL", "Old.", status="accepted"),
        markup.directive(
            "adr",
            "ADR-0013: ClickHouse",
            markup.title("Context", 2),
            "New.",
            status="accepted",
            supersedes="ADR-0009",
            formerly="ADR-0113",
        ),
        markup.directive("adr", "ADR-0014: Parquet", "Perhaps.", status="proposed"),
        markup.directive("adr", "ADR-0015: Kafka", "Never.", status="rejected"),
        markup.directive("adr-requirement", "PRD-REQ-001: Keep events"),
    )


def written(project: Project, markup: Markup, *lines: str) -> Project:
    """A project whose other page holds *lines*."""
    other = markup.page(markup.title("Page"), *lines, markup.directive("toctree", "", "decisions"))
    return project.write({f"index{markup.suffix}": other, f"decisions{markup.suffix}": decisions(markup)})


@pytest.mark.parametrize(
    ("target", "shown", "leads_to"),
    [
        ("ADR-0013", "ADR-0013 (accepted)", ["decisions.html#adr-0013"]),
        ("ADR-0014", "ADR-0014 (proposed)", ["decisions.html#adr-0014"]),
        ("ADR-0015", "ADR-0015 (rejected)", ["decisions.html#adr-0015"]),
        (
            "ADR-0009",
            "ADR-0009 (superseded by ADR-0013)",
            ["decisions.html#adr-0009", "decisions.html#adr-0013"],
        ),
        ("ADR-0013#context", "ADR-0013, Context (accepted)", ["decisions.html#adr-0013-context"]),
        ("ADR-0013#Context", "ADR-0013, Context (accepted)", ["decisions.html#adr-0013-context"]),
        ("the store <ADR-0013>", "the store (accepted)", ["decisions.html#adr-0013"]),
        ("the reason <ADR-0013#context>", "the reason (accepted)", ["decisions.html#adr-0013-context"]),
        ("ADR-0113", "ADR-0013 (accepted)", ["decisions.html#adr-0013"]),
        ("adr_13", "ADR-0013 (accepted)", ["decisions.html#adr-0013"]),
        ("!ADR-0013", "ADR-0013", []),
        ("!ADR-9999", "ADR-9999", []),
    ],
)
def test_a_reference_says_where_the_decision_stands(
    project: Project, markup: Markup, target: str, shown: str, leads_to: list[str]
) -> None:
    built = written(project, markup, f"See {markup.role('adr', target)} there.").build(strict=True)
    page = built.page("index")
    assert f"See {shown} there." in page.text
    assert [href for href in page.hrefs if "#" in href and "decisions" in href and href in page.body][
        : len(leads_to)
    ] == leads_to


def test_the_full_name_of_the_role(project: Project, markup: Markup) -> None:
    built = written(project, markup, f"See {markup.role('adr:decision', 'ADR-0013')}.").build(strict=True)
    assert "decisions.html#adr-0013" in built.page("index").hrefs


@pytest.mark.parametrize(
    ("target", "shown"), [("PRD-REQ-001", "PRD-REQ-001"), ("the need <PRD-REQ-001>", "the need")]
)
def test_a_reference_to_a_requirement(project: Project, markup: Markup, target: str, shown: str) -> None:
    built = written(project, markup, f"See {markup.role('adr:req', target)}.").build(strict=True)
    assert f"See {shown}." in built.page("index").text
    assert "decisions.html#prd-req-001" in built.page("index").hrefs


def test_any_finds_decisions_and_requirements(project: Project, markup: Markup) -> None:
    line = f"See {markup.role('any', 'ADR-0013')}, {markup.role('any', 'PRD-REQ-001')}."
    page = written(project, markup, line).build(strict=True).page("index")
    assert {"decisions.html#adr-0013", "decisions.html#prd-req-001"} <= set(page.hrefs)
    assert "See ADR-0013, PRD-REQ-001." in page.text


def test_any_that_leads_nowhere_is_reported_by_sphinx_alone(project: Project, markup: Markup) -> None:
    built = written(project, markup, f"See {markup.role('any', 'ADR-9999')}.").build()
    assert built.codes == ["ref.any"]


@needs_myst
@pytest.mark.parametrize(
    ("link", "shown", "target"),
    [
        ("[](#ADR-0013)", "ADR-0013", "decisions.html#adr-0013"),
        ("<project:#ADR-0013>", "ADR-0013", "decisions.html#adr-0013"),
        ("[the store](#ADR-0013)", "the store", "decisions.html#adr-0013"),
        ("[](#PRD-REQ-001)", "PRD-REQ-001", "decisions.html#prd-req-001"),
    ],
)
def test_links_of_markdown(project: Project, link: str, shown: str, target: str) -> None:
    """Case 37."""
    page = written(project, MYST, f"See {link}.").build(strict=True).page("index")
    assert target in page.hrefs
    assert f"See {shown}" in page.text


def test_references_from_docstrings(project: Project) -> None:
    project.extensions.append("sphinx.ext.autodoc")
    project.conf = (
        f"import sys; sys.path.insert(0, {str(project.source)!r}); sys.modules.pop('referring', None)"
    )
    module = '"""Stores, after :adr:`ADR-0013`, for :adr:req:`PRD-REQ-001`; see :adr:`ADR-9999`."""\n'
    project.write({"referring.py": module})
    built = written(project, RST, ".. automodule:: referring").build()
    assert {"decisions.html#adr-0013", "decisions.html#prd-req-001"} <= set(built.page("index").hrefs)
    assert built.where == [("adr.reference-dangling", "referring.py:docstring of referring", 1)]


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "singlehtml", "man"])
def test_references_in_other_builders(project: Project, markup: Markup, builder: str) -> None:
    written(project, markup, f"See {markup.role('adr', 'ADR-0009')}.").build(builder, strict=True)


def test_an_id_in_the_prose_of_a_decision_becomes_a_reference(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr-requirement", "PRD-REQ-001: Keep"),
        markup.directive(
            "adr",
            "ADR-1: One",
            markup.title("Context of PRD-REQ-001", 2),
            "Meets PRD-REQ-001, not PRD-REQ-0011, not XPRD-REQ-001x, but PRD-REQ-404.",
        ),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    mentions = [(trace["id"], trace["section"]) for trace in built.decision("ADR-1")["requirements"]]
    assert ("PRD-REQ-001", "context-of-prd-req-001") in mentions
    assert ("PRD-REQ-0011", "context-of-prd-req-001") in mentions
    assert "PRD-REQ-404" in [identifier for identifier, _ in mentions]
    assert built.page("index").body.count('href="#prd-req-001"') >= 2


# -- other documentations -------------------------------------------------------------------------------------

OTHER = """\
Log
===

.. adr:: ADR-0001: Use events
   :status: accepted

   Text.

.. adr-requirement:: SYS-REQ-007: Be fast
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The inventory of another documentation."""
    project = Project(tmp_path / "other" / "docs").write({"index.rst": OTHER})
    return project.build(strict=True).out / "objects.inv"


def beside(project: Project, inventory: Path) -> Project:
    """*project*, which knows the other documentation as ``a``."""
    project.extensions.append("sphinx.ext.intersphinx")
    return project.configure(
        intersphinx_mapping={"a": ("https://a.example/", str(inventory))}, intersphinx_timeout=1
    )


URI = "https://a.example/index.html#adr-0001"


def test_what_is_current_may_stand_in_another_documentation(project: Project, other: Path) -> None:
    page = RST.directive("adr", "ADR-0101: Older", status="accepted", superseded_by="a:ADR-0001")
    built = beside(project, other).write({"index.rst": RST.page(RST.title("Log"), page)}).build(strict=True)
    record = built.decision("ADR-0101")
    assert (record["superseded_by"], record["current"]) == (["a:ADR-0001"], ["a:ADR-0001"])


def test_what_stands_in_another_documentation_is_in_filters_columns_and_references(
    project: Project, markup: Markup, other: Path
) -> None:
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-0101: Older", status="accepted", superseded_by="a:ADR-0001"),
        markup.directive("adr", "ADR-0102: Oldest", status="accepted", superseded_by="ADR-0101"),
        markup.directive("adr", "ADR-0103: Newer", status="accepted", supersedes="a:ADR-0001"),
        markup.directive("adr", "ADR-0104: Proposed", status="proposed", supersedes="a:ADR-0001"),
    )
    lists = [
        markup.directive(
            "adr-index",
            filter=condition,
            columns="id, current, superseded-by, supersedes",
        )
        for condition in (
            'id > "A" and "a:ADR-0001" in current',
            'id > "A" and "a:ADR-0001" in superseded_by',
            'id > "A" and "a:ADR-0001" in supersedes',
        )
    ]
    view = markup.page(markup.title("View"), f"See {markup.role('adr', 'ADR-0102')}.", *lists)
    files = {f"index{markup.suffix}": page, f"view{markup.suffix}": view}
    beside(project, other).configure(suppress_warnings=["toc.not_included", "adr.cites-retired"])
    built = project.write(files).build("text", strict=True)
    told = " ".join(built.read("view.txt").split())
    assert "ADR-0102 (superseded by a:ADR-0001)" in told
    listed = [
        [line.split("|")[1].split()[0] for line in part.splitlines() if line.startswith("| ADR-")]
        for part in built.read("view.txt").split("| ID")[1:]
    ]
    assert listed == [["ADR-0101", "ADR-0102"], ["ADR-0101"], ["ADR-0103"]]
    register = project.build("adr").decision
    assert register("ADR-0102")["current"] == ["a:ADR-0001"]
    assert register("ADR-0103")["supersedes"] == ["a:ADR-0001"]
    assert register("ADR-0104")["supersedes"] == []


@pytest.mark.parametrize(
    ("role", "target"),
    [
        ("external:adr", "ADR-0001"),
        ("external+a:adr", "ADR-0001"),
        ("external+a:adr:decision", "ADR-0001"),
        ("adr", "ADR-0001"),
        ("adr", "a:ADR-0001"),
        ("any", "ADR-0001"),
    ],
)
def test_decisions_of_another_documentation(
    project: Project, markup: Markup, other: Path, role: str, target: str
) -> None:
    """Case 44."""
    page = markup.page(
        markup.title("Page"), f"See {markup.role(role, target)}.", f"{markup.role(role, f'it <{target}>')}"
    )
    built = beside(project, other).write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.page("index").hrefs.count(URI) == 2


def test_requirements_of_another_documentation(project: Project, markup: Markup, other: Path) -> None:
    roles = ("adr:req", "external:adr:req", "external+a:adr:req")
    page = markup.page(markup.title("Page"), *(f"See {markup.role(role, 'SYS-REQ-007')}." for role in roles))
    built = beside(project, other).write({f"index{markup.suffix}": page}).build(strict=True)
    assert built.page("index").hrefs.count("https://a.example/index.html#sys-req-007") == 3


@needs_myst
def test_inventory_links_of_markdown(project: Project, other: Path) -> None:
    page = "# Page\n\nSee [](inv:a:adr:decision#ADR-0001) and <inv:#ADR-0001>.\n"
    built = beside(project, other).write({"index.md": page}).build(strict=True)
    assert built.page("index").hrefs.count(URI) == 2


def test_links_to_decisions_of_another_documentation(project: Project, markup: Markup, other: Path) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-0002: Here", status="accepted", supersedes="a:ADR-0001"),
        markup.directive("adr", "ADR-0003: There", status="accepted", superseded_by="a:ADR-0001"),
        markup.directive("adr", "ADR-0004: Nowhere", status="accepted", depends_on="a:ADR-9999, b:ADR-0001"),
        markup.directive("adr-graph"),
    )
    built = beside(project, other).write({f"index{markup.suffix}": page}).build()
    assert built.codes == ["adr.link-dangling"] * 2
    assert {warned.line for warned in built.warnings} == {markup.line_of(page, "ADR-9999")}
    assert [(link["target"], link["state"]) for link in built.decision("ADR-0002")["links"]] == [
        ("a:ADR-0001", "effective")
    ]
    there = built.decision("ADR-0003")
    assert (there["effective_status"], there["superseded_by"]) == ("superseded", ["a:ADR-0001"])
    assert built.page("index").hrefs.count(URI) >= 3
    assert "a:ADR-0001 Use events" in built.page("index").text


def dangling(built: Built) -> bool:
    return built.codes == ["", "adr.reference-dangling"] or "adr.reference-dangling" in built.codes


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"# Sphinx inventory version 2\n# Project: x\n",
        b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# The remainder of this file is compressed using zlib.\n"
        + zlib.compress(b"ADR-0001 adr:decision 1 index.html#adr-0001 -\n" * 50)[:20],
        b"\xff\x00garbage",
    ],
    ids=["missing", "empty", "short", "truncated", "garbage"],
)
def test_an_inventory_that_cannot_be_read_stops_nothing(
    project: Project, tmp_path: Path, content: bytes | None
) -> None:
    """Case 45."""
    inventory = tmp_path / "objects.inv"
    if content is not None:
        inventory.write_bytes(content)
    page = "Page\n====\n\n.. adr:: ADR-2: Two\n   :supersedes: a:ADR-0001\n\nSee :adr:`ADR-0001`.\n"
    built = beside(project, inventory).write({"index.rst": page}).build()
    assert built.decision("ADR-2")["links"][0]["state"] == "dangling"
    assert {"adr.link-dangling", "adr.reference-dangling"} <= set(built.codes)
    assert "See ADR-0001." in built.page("index").text
