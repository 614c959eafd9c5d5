"""Together with sphinx-needs: needs as requirements and as decisions, decisions as needs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_adr.requirements.needs_setting import usable_needs

from ..support import RST, Markup, Project
from .with_needs import CONF, EXTERNAL, Pages, exported, needs_sphinx_needs, ours


def page(markup: Markup, *blocks: str) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("req", "Refreshes often", id="REQ-001"),
        markup.directive("req", "Works offline", id="REQ-002"),
        markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="REQ-001, ELSE-1", tags="web"),
        markup.directive(
            "adr",
            "ADR-2: Push",
            status="accepted",
            date="2025-01-02",
            deciders="D. Okafor, M. Ortiz",
            requirements="REQ-001",
            supersedes="ADR-1",
        ),
        *blocks,
    )


@needs_sphinx_needs
def test_needs_are_requirements(needs: Project, markup: Markup):
    (needs.source / "far.json").write_text(json.dumps(EXTERNAL))
    needs.conf += 'needs_external_needs = [{"base_url": "https://x.org", "json_path": "far.json"}]\n'
    role = "See " + markup.role("adr:req", "REQ-002") + " and " + markup.role("adr:req", "REQ-7") + "."
    needs.write({f"index{markup.suffix}": page(markup, role, markup.directive("adr-matrix"))})
    built = needs.configure(adr_coverage_warnings=[]).build()
    assert ours(built) == ["adr.requirement-unknown"]
    rows = {
        row["id"]: (row["title"], row["state"], row["source"], row["uri"])
        for row in built.register["requirements"]
    }
    assert rows == {
        "ELSE-1": (None, "unknown", None, None),
        "REQ-001": ("Refreshes often", "covered", "needs", "index.html#REQ-001"),
        "REQ-002": ("Works offline", "uncovered", "needs", "index.html#REQ-002"),
        "REQ-7": ("Far away", "uncovered", "needs", "https://x.org/far.html#REQ-7"),
    }
    body = built.page("index").body
    assert 'href="#REQ-002"' in body
    assert 'href="https://x.org/far.html#REQ-7"' in body


@needs_sphinx_needs
def test_decisions_are_needs(needs: Project, markup: Markup):
    blocks = (
        markup.directive(
            "needtable", "", filter="type == 'adr'", columns="id; title; status; supersedes; decides"
        ),
        "Count " + markup.role("need_count", "type=='adr'") + ", see " + markup.role("need", "ADR-2") + ".",
    )
    needs.write({f"index{markup.suffix}": page(markup, *blocks)})
    built = needs.build()
    assert ours(built) == ["adr.requirement-unknown"]
    found = exported(built)
    assert {key: need["status"] for key, need in found.items()} == {
        "ADR-1": "superseded",
        "ADR-2": "accepted",
    }
    assert found["ADR-1"]["tags"] == ["web"]
    assert found["ADR-1"]["supersedes_back"] == ["ADR-2"]
    assert found["ADR-1"]["decides"] == ["REQ-001"]
    assert found["ADR-2"]["supersedes"] == ["ADR-1"]
    assert (found["ADR-2"]["decided"], found["ADR-2"]["deciders"]) == (
        "2025-01-02",
        ["D. Okafor", "M. Ortiz"],
    )
    page_ = built.read("index.html")
    assert "Count 2" in re.sub(r"<[^>]*>", "", page_)
    assert 'id="ADR-2"' in page_
    assert 'href="#ADR-2"' in page_
    assert page_.count('class="need_container') == 2


@needs_sphinx_needs
def test_needs_are_decisions(needs: Project, markup: Markup):
    block = markup.directive(
        "dec_rec",
        "Pull",
        "Text.",
        id="DR-3",
        status="accepted",
        tags="web",
        supersedes="ADR-2",
        decides="REQ-002",
    )
    needs.configure(adr_needs={"decisions": ["dec_rec"]}, adr_coverage_warnings=[])
    needs.write({f"index{markup.suffix}": page(markup, block, markup.directive("adr-index"))})
    built = needs.build()
    assert ours(built) == ["adr.requirement-unknown"]
    found = built.decision("DR-3")
    assert (found["title"], found["status"], found["tags"]) == ("Pull", "accepted", ["web"])
    assert found["supersedes"] == ["ADR-2"]
    assert [one["id"] for one in found["requirements"]] == ["REQ-002"]
    assert found["anchor"] == "DR-3"
    assert built.decision("ADR-2")["effective_status"] == "superseded"
    assert 'href="#DR-3"' in built.page("index").body
    assert set(exported(built)) == {"ADR-1", "ADR-2"}
    assert exported(built)["ADR-2"]["supersedes_back"] == ["DR-3"]


@needs_sphinx_needs
@pytest.mark.parametrize("first", [True, False])
def test_a_type_link_or_field_that_exists_is_used(needs: Project, first: bool):
    needs.extensions.sort(reverse=not first)
    needs.conf += """
needs_types += [{"directive": "adr", "title": "Ours", "prefix": "A-", "color": "#fff", "style": "card"}]
needs_links = {"supersedes": {"outgoing": "replaces", "incoming": "replaced by"}}
needs_fields = {"decided": {"description": "Ours", "schema": {"type": "string"}, "nullable": True}}
"""
    needs.write({"index.rst": page(RST)})
    built = needs.build()
    assert ours(built) == ["adr.requirement-unknown"]
    assert exported(built)["ADR-2"]["supersedes"] == ["ADR-1"]
    assert exported(built)["ADR-2"]["type_name"] == "Ours"
    assert built.decision("ADR-1")["effective_status"] == "superseded"


@needs_sphinx_needs
def test_names_of_ones_own(needs: Project):
    needs.configure(
        adr_needs={"type": "choice", "links": {"supersedes": "replaces"}, "fields": {"deciders": ""}}
    )
    needs.write({"index.rst": page(RST)})
    document = json.loads(needs.build().read("needs.json"))
    found = document["versions"][document["current_version"]]["needs"]["ADR-2"]
    assert (found["type"], found["replaces"]) == ("choice", ["ADR-1"])
    assert "deciders" not in found


@needs_sphinx_needs
def test_decisions_need_not_be_needs(needs: Project):
    needs.configure(adr_needs={"register": False}).write({"index.rst": page(RST)})
    built = needs.build()
    assert exported(built) == {}
    assert 'id="ADR-2"' not in built.read("index.html")


@needs_sphinx_needs
def test_what_sphinx_needs_refuses_is_said_once(needs: Project):
    needs.conf += 'needs_fields = {"deciders": {"schema": {"type": "integer"}, "nullable": True}}'
    needs.write({"index.rst": page(RST)})
    built = needs.build()
    (refused,) = [warned for warned in built.warnings if warned.code == "adr.config-invalid"]
    assert refused.text.startswith("sphinx-needs refuses ADR-2 as a need")
    assert "deciders" in refused.text
    assert set(exported(built)) == {"ADR-1"}


@needs_sphinx_needs
def test_the_pattern_of_needs_does_not_judge_decisions(needs: Project):
    needs.conf = CONF.replace("[A-Z0-9_-]{3,}", "REQ-[0-9]+")
    needs.write({"index.rst": page(RST)})
    built = needs.build()
    assert ours(built) == ["adr.requirement-unknown"]
    assert set(exported(built)) == {"ADR-1", "ADR-2"}


@needs_sphinx_needs
@pytest.mark.parametrize("builder", ["text", "man", "latex", "epub", "dirhtml", "singlehtml", "adr", "needs"])
def test_every_builder_works(needs: Project, markup: Markup, builder: str):
    needs.configure(epub_copyright="2025", version="1")
    table = markup.directive("needtable", "", filter="type == 'adr'")
    needs.write({f"index{markup.suffix}": page(markup, table, markup.directive("adr-matrix"))})
    built = needs.build(builder, nitpicky=False)
    # The boxes of sphinx-needs have cells that manual pages cannot have.
    others = ("epub", "docutils")
    assert [code for code in ours(built) if not code.startswith(others)] == ["adr.requirement-unknown"]
    if builder == "latex":
        assert r"ADR\sphinxhyphen{}2" in built.read("meter.tex") or "ADR-2" in built.read("meter.tex")


@needs_sphinx_needs
@pytest.mark.parametrize("jobs", [1, 2])
def test_our_pages_follow_every_edit_of_a_need(tmp_path: Path, jobs: int):
    log = Pages(tmp_path / "docs", extensions=("sphinx_adr", "sphinx_needs"))
    log.write({"far.json": json.dumps(EXTERNAL)})
    log.conf = (
        CONF + 'adr_needs = {"decisions": ["dec_rec"]}\n'
        'needs_external_needs = [{"base_url": "https://x.org", "json_path": "far.json"}]\n'
    )
    log.write(
        {
            "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   a/*\n\n.. adr-matrix::\n\n.. adr-index::\n",
            "a/reqs.rst": "Reqs\n====\n\n.. req:: Often\n   :id: REQ-001\n\n.. req:: Rarely\n   :id: REQ-002\n",
            "a/one.rst": "One\n===\n\n.. adr:: ADR-1: Poll\n   :status: accepted\n   :requirements: REQ-001\n",
            "a/two.rst": "Two\n===\n\n.. dec_rec:: Pull\n   :id: DR-1\n   :status: proposed\n   :decides: REQ-002\n",
        }
    )
    for number in range(5):
        log.write({f"a/more{number}.rst": f"More {number}\n======\n\nText.\n"})
    log.assert_exact(jobs=jobs)
    assert not log.build(jobs=1).written
    log.replace("a/reqs.rst", "Often", "Seldom")
    log.assert_exact(jobs=jobs)
    log.replace("a/two.rst", "proposed", "accepted\n   :supersedes: ADR-1")
    log.assert_exact(jobs=jobs)
    log.write({"far.json": json.dumps(EXTERNAL).replace("Far away", "Near")})
    log.assert_exact(jobs=jobs)
    log.remove("a/two.rst")
    log.assert_exact(jobs=jobs)
    log.replace("a/reqs.rst", "REQ-002", "REQ-003")
    log.assert_exact(jobs=jobs)


def test_without_sphinx_needs_nothing_of_it_is_imported(project: Project):
    project.configure(
        adr_requirements=[{"source": "needs", "types": ["req"]}], adr_needs={"decisions": ["dec_rec"]}
    )
    project.write({"index.rst": "Log\n===\n\n.. adr:: ADR-1: Poll\n   :status: accepted\n"})
    project.build(strict=True)
    script = (
        "import sys, sphinx.cmd.build\n"
        f"sphinx.cmd.build.main(['-q', '-b', 'adr', {str(project.source)!r}, {str(project.source.parent / 'x')!r}])\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] == 'sphinx_needs']"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, None),
        ({"type": "decision", "links": {"supersedes": None}, "decisions": "dec_rec"}, None),
        ({"typ": "x"}, "did you mean 'type'?"),
        ({"register": "no"}, "neither True nor False"),
        ({"type": ""}, "no text"),
        ({"decisions": [1]}, "no list of types"),
        ({"links": ["decides"]}, "maps no words"),
        ({"links": {"supersede": "x"}}, "did you mean 'supersedes'?"),
        ({"fields": {"date": 1}}, "no text"),
    ],
)
def test_what_the_setting_can_be(value, said):
    _kept, problems = usable_needs(value)
    assert not problems if said is None else said in problems[0]
