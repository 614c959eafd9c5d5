"""What the views of sphinx-needs make of our decisions, wherever these stand."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ..support import Built, Markup, Project, words_of
from .with_needs import CONF, exported, needs_sphinx_needs, ours

pytestmark = needs_sphinx_needs


def declared(markup: Markup) -> dict[str, str]:
    """Three decisions by directives, each on a page of its own."""
    facts = {"requirements": "REQ-001", "status": "accepted"}
    return {
        "one": markup.directive("adr", "ADR-1: Poll", tags="web, net", date="2024-05-06", **facts),
        "two": markup.directive("adr", "ADR-2: Push", supersedes="ADR-1", **facts),
        "three": markup.directive("adr", "ADR-3: Wait", status="proposed", amends="ADR-2"),
    }


def recorded(markup: Markup) -> dict[str, str]:
    """The same as documents that know nothing of this extension."""
    title = markup.title
    return {
        "one": markup.page(
            title("1. Poll"),
            "* Status: superseded by ADR-2\n* Date: 2024-05-06\n* Tags: web, net\n* Requirements: REQ-001",
            title("Decision", 2),
            "Poll.",
        ),
        "two": markup.page(
            title("2. Push"), "* Status: accepted\n* Requirements: REQ-001", title("Decision", 2), "Push."
        ),
        "three": markup.page(
            title("3. Wait"), "* Status: proposed\n* Amends: ADR-2", title("Decision", 2), "Wait."
        ),
    }


def views(markup: Markup) -> str:
    """One of each view of sphinx-needs; its options have underscores."""
    columns = "id, title, status, tags, decided, supersedes, supersedes_back, decides"
    blocks = [
        markup.directive("req", "Often", id="REQ-001"),
        markup.directive("needtable", "", filter="type == 'adr'", columns=columns, style="table"),
        markup.directive(
            "needlist", "", filter="type == 'adr' and 'ADR-2' in supersedes_back", show_status=""
        ),
        markup.directive("needlist", "", types="adr", tags="net"),
        "Sum " + markup.role("need_count", "type == 'adr' and status != 'superseded'") + ".",
        "See " + markup.role("need", "ADR-2") + ".",
    ]
    return markup.page(*blocks).replace("show-status", "show_status")


def flow(markup: Markup) -> str:
    """The drawing of sphinx-needs, which takes Graphviz."""
    shown = markup.directive("needflow", "", types="adr, req", link_types="supersedes, decides")
    return shown.replace("link-types", "link_types")


@pytest.fixture(params=["directives", "documents"])
def declaring(request: pytest.FixtureRequest) -> str:
    """How the three decisions are declared."""
    return str(request.param)


def built(needs: Project, markup: Markup, declaring: str, *shown: str) -> Built:
    """A documentation of the three decisions whose first page has *shown*."""
    made = declared(markup) if declaring == "directives" else recorded(markup)
    index = [markup.title("All"), markup.directive("toctree", "", "log/one\nlog/two\nlog/three"), *shown]
    needs.write({f"index{markup.suffix}": markup.page(*index)})
    needs.write({f"log/{name}{markup.suffix}": text + "\n" for name, text in made.items()})
    if declaring == "documents":
        needs.configure(adr_documents=["log/*"], adr_id_template="ADR-{number}")
    needs.configure(adr_needs={"links": {"amends": "amends"}}, suppress_warnings=["toc.no_title"])
    needs.conf = CONF + 'needs_flow_engine = "graphviz"\n'
    found = needs.build(nitpicky=False)
    assert ours(found) == []
    return found


def test_the_views_of_sphinx_needs_show_decisions(needs: Project, markup: Markup, declaring: str):
    found = built(needs, markup, declaring, views(markup))
    known = exported(found)
    facts = {key: (one["title"], one["status"], one["tags"], one["decided"]) for key, one in known.items()}
    assert facts == {
        "ADR-1": ("Poll", "superseded", ["web", "net"], "2024-05-06"),
        "ADR-2": ("Push", "accepted", [], None),
        "ADR-3": ("Wait", "proposed", [], None),
    }
    links = {
        (key, name, end)
        for key, one in known.items()
        for name in ("decides", "supersedes", "supersedes_back", "amends", "amends_back")
        for end in one[name]
    }
    assert links == {
        ("ADR-1", "decides", "REQ-001"),
        ("ADR-2", "decides", "REQ-001"),
        ("ADR-1", "supersedes_back", "ADR-2"),
        ("ADR-2", "supersedes", "ADR-1"),
        ("ADR-2", "amends_back", "ADR-3"),
        ("ADR-3", "amends", "ADR-2"),
    }
    document = json.loads(found.read("needs.json"))
    (version,) = document["versions"].values()
    assert version["needs"]["REQ-001"]["decides_back"] == ["ADR-1", "ADR-2"]

    body = found.page("index").body
    rows = [
        words_of(row)
        for row in re.findall(r"<tr [^>]*data-need-id.*?</tr>|<tr class=\"need row.*?</tr>", body, re.DOTALL)
    ]
    assert [row.split()[:3] for row in rows] == [
        ["ADR-1", "Poll", "superseded"],
        ["ADR-2", "Push", "accepted"],
        ["ADR-3", "Wait", "proposed"],
    ]
    assert rows[0].split()[3:] == ["web;", "net", "2024-05-06", "ADR-2", "REQ-001"]
    assert rows[1].split()[3:] == ["ADR-1", "REQ-001"]
    text = found.page("index").text
    assert "ADR-1: Poll (superseded) ADR-1: Poll Sum 2. See Push (ADR-2)." in text
    assert "decided by: ADR-1, ADR-2" in text
    for name, identifier in (("one", "ADR-1"), ("two", "ADR-2"), ("three", "ADR-3")):
        assert found.page(f"log/{name}").ids.count(identifier) == 1


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz (dot) is not installed")
def test_the_flow_of_sphinx_needs_shows_decisions(needs: Project, markup: Markup, declaring: str):
    requirement = markup.directive("req", "Often", id="REQ-001")
    found = built(needs, markup, declaring, requirement, flow(markup))
    areas = re.findall(r'<area [^>]*href="([^"]*)"', found.page("index").body)
    assert sorted(areas) == [
        "index.html#REQ-001",
        "log/one.html#ADR-1",
        "log/three.html#ADR-3",
        "log/two.html#ADR-2",
    ]


@pytest.mark.parametrize("how", ["external", "imported"])
def test_another_documentation_takes_our_decisions_from_needs_json(
    needs: Project, markup: Markup, tmp_path: Path, how: str
):
    pages = "\n\n".join([markup.directive("req", "Often", id="REQ-001"), *declared(markup).values()])
    needs.write({f"index{markup.suffix}": markup.page(markup.title("Log"), pages)})
    here = needs.build(nitpicky=False)
    assert ours(here) == []

    other = Project(tmp_path / "other" / "docs")
    other.extensions.append("sphinx_needs")
    other.conf = CONF
    other.write({"far.json": here.read("needs.json")})
    table = markup.directive("needtable", "", filter="type == 'adr'", columns="id, status", style="table")
    own = markup.directive("adr", "ADR-8: Here", status="accepted", requirements="REQ-001")
    blocks = [own, table, markup.directive("adr-matrix")]
    if how == "imported":
        blocks.append(markup.directive("needimport", "far.json"))
    else:
        other.conf += 'needs_external_needs = [{"base_url": "https://x.org", "json_path": "far.json"}]\n'
    other.write({f"index{markup.suffix}": markup.page(markup.title("Other"), *blocks)})
    found = other.build(nitpicky=False)
    assert ours(found) == []
    (one,) = found.register["decisions"]
    assert one["id"] == "ADR-8"
    assert [(row["id"], row["state"]) for row in found.register["requirements"]] == [("REQ-001", "covered")]
    text = found.page("index").text
    for shown in ("ADR-1 superseded", "ADR-2 accepted", "ADR-3 proposed", "ADR-8 accepted"):
        assert shown in text


def test_an_id_that_a_need_has_already_stays_that_need_and_is_reported(needs: Project, markup: Markup):
    taken = markup.directive("req", "Often", id="ADR-1")
    name = f"index{markup.suffix}"
    needs.write({name: markup.page(markup.title("Log"), taken, *declared(markup).values())})
    found = needs.build(nitpicky=False)
    assert set(exported(found)) == {"ADR-2", "ADR-3"}
    (told,) = [warned for warned in found.warnings if warned.code == "adr.id-duplicate"]
    assert told.text == "ADR-1 is a need of the type 'req' already, in index: this decision is none"
    source = (needs.source / name).read_text(encoding="utf-8").splitlines()
    assert "adr" in source[told.line - 1]


@pytest.mark.parametrize("older", [False, True])
def test_types_fields_and_links_of_the_same_name_are_no_error(needs: Project, markup: Markup, older: bool):
    kind = '{"directive": "adr", "title": "Ours", "prefix": "A-", "color": "#fff", "style": "card"}'
    link = '"outgoing": "replaces", "incoming": "replaced by"'
    needs.conf += f"needs_types += [{kind}]\n"
    if older:
        needs.conf += f'needs_extra_links = [{{"option": "supersedes", {link}}}]\n'
        needs.conf += 'needs_extra_options = ["decided", {"name": "deciders"}]\n'
    else:
        needs.conf += f'needs_links = {{"supersedes": {{{link}}}}}\n'
        needs.conf += 'needs_fields = {"decided": {"nullable": True}, "deciders": {"nullable": True}}\n'
    page = markup.page(
        markup.title("Log"), markup.directive("req", "Often", id="REQ-001"), *declared(markup).values()
    )
    needs.write({f"index{markup.suffix}": page})
    found = needs.build(nitpicky=False)
    assert [code for code in ours(found) if code != "needs.deprecated"] == [], found.messages
    known = exported(found)
    assert known["ADR-2"]["supersedes"] == ["ADR-1"]
    assert (known["ADR-1"]["type_name"], known["ADR-1"]["decided"]) == ("Ours", "2024-05-06")
    assert found.decision("ADR-1")["effective_status"] == "superseded"


@pytest.mark.parametrize(
    "builder", ["html", "text", "man", "latex", "epub", "singlehtml", "dirhtml", "texinfo"]
)
def test_every_view_of_ours_beside_needs_in_strict_builds(needs: Project, markup: Markup, builder: str):
    text = "For REQ-002 and " + markup.role("need", "REQ-001") + "."
    newer = {"status": "accepted", "supersedes": "DR-1", "decides": "REQ-001, REQ-002"}
    blocks = [
        *(
            markup.directive("req", f"Number {number}", f"Text {number}.", id=f"REQ-00{number}")
            for number in (1, 2)
        ),
        *declared(markup).values(),
        markup.directive("dec_rec", "Pull", text, id="DR-1", status="accepted"),
        markup.directive("dec_rec", "Wait", text, id="DR-2", **newer),
        markup.directive("req", "Told", markup.directive("adr-for", "REQ-002"), id="REQ-003"),
        markup.directive("adr-index"),
        markup.directive("adr-index", "", style="cards"),
        markup.directive("adr-matrix"),
        markup.directive("adr-graph"),
        markup.directive("adr-options"),
        markup.directive("adr-for", "REQ-001"),
        "See " + markup.role("adr", "DR-1") + " and " + markup.role("adr:req", "REQ-002") + ".",
        "Sum " + markup.role("need_count", "type == 'adr'") + ".",
    ]
    needs.write({f"index{markup.suffix}": markup.page(markup.title("Log"), *blocks)})
    # What sphinx-needs says of its own boxes and files in these formats is not ours to answer for.
    theirs = ["docutils", "epub.unknown_project_files", "config.cache"]
    needs.configure(
        adr_needs={"decisions": ["dec_rec"], "links": {"amends": "amends"}},
        adr_coverage_warnings=["lost"],
        suppress_warnings=theirs,
        needs_flow_engine="graphviz",
        epub_copyright="2025",
        needs_build_json=False,
    )
    done = needs.run("-W", "--keep-going", builder=builder)
    assert (done.status, done.warnings) == (0, []), done.messages
    names = ("index.html", "index.xhtml", "index.txt", "meter.tex", "meter.1", "meter.texi")
    page = next(path.read_text(encoding="utf-8") for path in done.out.iterdir() if path.name in names)
    assert page.count("no longer applies") == 2
    for title in ("Poll", "Push", "Pull", "Number 1"):
        assert title in page
