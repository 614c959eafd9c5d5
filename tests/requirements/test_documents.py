"""Requirements that stand in documents of the project."""

from __future__ import annotations

import pytest

from ..support import MYST, RST, Built, Markup, Project

PATTERN = {"source": "documents", "documents": "requirements/*"}


def built(project: Project, markup: Markup, page: str, builder: str = "html", **source: object) -> Built:
    index = markup.page(
        markup.title("All"),
        markup.directive("toctree", "", "requirements/monitor"),
        "See " + markup.role("adr:req", "PRD-MON-REQ-001") + ".",
        markup.directive("adr-matrix"),
        markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="PRD-MON-REQ-001"),
    )
    project.write({f"index{markup.suffix}": index, f"requirements/monitor{markup.suffix}": page})
    project.configure(adr_requirements=[{**PATTERN, **source}], suppress_warnings=["toc.no_title"])
    return project.build(builder)


RST_PAGES = {
    "heading": "Needs\n=====\n\nPRD-MON-REQ-001: Refreshes often\n--------------------------------\n\nText.\n",
    "term": "Needs\n=====\n\nPRD-MON-REQ-001\n   Refreshes often\n",
    "term with words": "Needs\n=====\n\nPRD-MON-REQ-001 Refreshes often\n   Every second.\n",
    "row": "Needs\n=====\n\n=============== ===============\nID              What\n"
    "=============== ===============\nPRD-MON-REQ-001 Refreshes often\n=============== ===============\n",
    "item": "Needs\n=====\n\n* **PRD-MON-REQ-001** – Refreshes often\n* Something else\n",
    "target": "Needs\n=====\n\n.. _PRD-MON-REQ-001:\n\nRefreshes often\n---------------\n\nText.\n",
    "target of a paragraph": "Needs\n=====\n\n.. _PRD-MON-REQ-001:\n\nRefreshes often\n",
    "list-table": "Needs\n=====\n\n.. list-table::\n   :header-rows: 1\n\n   * - ID\n     - What\n"
    "   * - PRD-MON-REQ-001\n     - Refreshes often\n",
}
MYST_PAGES = {
    "heading": "# Needs\n\n## PRD-MON-REQ-001: Refreshes often\n\nText.\n",
    "term": "# Needs\n\nPRD-MON-REQ-001\n: Refreshes often\n",
    "row": "# Needs\n\n| ID | What |\n|---|---|\n| PRD-MON-REQ-001 | Refreshes often |\n",
    "item": "# Needs\n\n- **PRD-MON-REQ-001** – Refreshes often\n- Something else\n",
    "target": "# Needs\n\n(PRD-MON-REQ-001)=\n## Refreshes often\n\nText.\n",
}
PAGES = [
    *(pytest.param(RST, page, id=f"rst-{name}") for name, page in RST_PAGES.items()),
    *(pytest.param(MYST, page, id=f"myst-{name}") for name, page in MYST_PAGES.items()),
]


@pytest.mark.parametrize(("markup", "page"), PAGES)
@pytest.mark.parametrize("builder", ["html", "singlehtml"])
def test_an_id_in_its_place_is_a_requirement(
    project: Project, markup: Markup, page: str, builder: str
) -> None:
    if markup is MYST:
        pytest.importorskip("myst_parser")
    found = built(project, markup, page, builder)
    assert found.messages == ""
    (one,) = found.register["requirements"]
    assert one["id"] == "PRD-MON-REQ-001"
    assert one["title"] == "Refreshes often"
    assert one["state"] == "covered"
    assert one["source"] == "document"
    file, _, anchor = one["uri"].rpartition("#")
    if builder == "html":
        assert file == "requirements/monitor.html"
        assert f'id="{anchor}"' in found.read(file)
        assert f'href="{file}#{anchor}"' in found.read("index.html")
    else:
        assert f'id="{anchor}"' in found.read("index.html")
        assert f'href="#{anchor}"' in found.read("index.html")


@pytest.mark.parametrize("builder", ["text", "latex", "man", "epub"])
@pytest.mark.parametrize("name", ["heading", "term", "row", "item", "target"])
def test_other_builders_take_the_anchors(project: Project, name: str, builder: str) -> None:
    project.conf = "epub_copyright = '2025'"
    found = built(project, RST, RST_PAGES[name], builder)
    assert not [warned for warned in found.warnings if not warned.code.startswith("epub")], found.messages
    if builder == "latex":
        text = next(found.out.glob("*.tex")).read_text(encoding="utf-8")
        assert "prd-mon-req-001" in text.replace(r"\sphinxhyphen{}", "-")


def test_a_table_and_a_heading_on_one_page_are_one_requirement(project: Project) -> None:
    page = (
        RST_PAGES["row"]
        + "\nPRD-MON-REQ-001: Refreshes every second\n---------------------------------------\n\nText.\n"
    )
    found = built(project, RST, page)
    assert [one["title"] for one in found.register["requirements"]] == ["Refreshes every second"]
    assert found.codes == []


def test_two_headings_are_two_declarations(project: Project) -> None:
    page = RST_PAGES["heading"] + "\nPRD-MON-REQ-001 again\n---------------------\n\nText.\n"
    found = built(project, RST, page)
    assert found.where == [("adr.requirement-duplicate", "requirements/monitor.rst", 10)]


def test_only_the_places_that_are_asked_for(project: Project) -> None:
    found = built(project, RST, RST_PAGES["item"], **{"in": ["headings", "tables"]})
    assert found.register["requirements"][0]["source"] is None


def test_a_pattern_of_its_own(project: Project) -> None:
    page = "Needs\n=====\n\nSTORY 12: Scan\n--------------\n\nUS12: Print\n-----------\n\nText.\n"
    found = built(project, RST, page, pattern=r"US\d+")
    assert [one["id"] for one in found.register["requirements"] if one["source"]] == ["US12"]


def test_other_documents_and_decisions_declare_nothing(project: Project) -> None:
    page = (
        "Needs\n=====\n\nPRD-MON-REQ-001: Refreshes often\n--------------------------------\n\nText.\n\n"
        ".. adr:: ADR-9: Poll less\n   :status: accepted\n\n   * PRD-MON-REQ-007: is too much.\n"
    )
    found = built(project, RST, page, documents="requirements/*", exclude="index")
    states = {one["id"]: one["source"] for one in found.register["requirements"]}
    assert states == {"PRD-MON-REQ-001": "document", "PRD-MON-REQ-007": None}
