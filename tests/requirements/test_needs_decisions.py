"""Needs that are decisions: their facts, their prose, and what stands above their boxes."""

from __future__ import annotations

import pytest

from ..support import Built, Markup, Project
from .with_needs import needs_sphinx_needs, ours

pytestmark = needs_sphinx_needs

NEEDS = {"decisions": ["dec_rec"], "links": {"amends": "amends", "depends-on": "links"}}


def built(needs: Project, markup: Markup, *blocks: str, builder: str = "html") -> Built:
    reqs = (markup.directive("req", f"Number {number}", id=f"REQ-00{number}") for number in range(1, 5))
    needs.write({f"index{markup.suffix}": markup.page(markup.title("Log"), *reqs, *blocks)})
    needs.configure(adr_needs=NEEDS, adr_coverage_warnings=[])
    return needs.build(builder, nitpicky=False)


def traces(built: Built, identifier: str) -> list[tuple[str, str]]:
    return [(one["id"], one["how"]) for one in built.decision(identifier)["requirements"]]


def pull(markup: Markup, *body: str, **options: str) -> str:
    return markup.directive("dec_rec", "Pull", *body, id="DR-1", **{"status": "accepted"} | options)


def test_prose_mentions(needs: Project, markup: Markup):
    text = "For REQ-001 and " + markup.role("need", "REQ-002") + "."
    found = built(needs, markup, pull(markup, text))
    assert ours(found) == []
    assert traces(found, "DR-1") == [("REQ-001", "mentions"), ("REQ-002", "mentions")]
    body = found.page("index").body
    text = body.partition("For ")[2].partition("</p>")[0]
    assert text.startswith('<a class="reference internal" href="#REQ-001"')
    assert '<em class="xref need">Number 2 (REQ-002)</em>' in text
    assert "&lt;" not in text
    states = {one["id"]: one["state"] for one in found.register["requirements"]}
    assert states["REQ-001"] == states["REQ-002"] == "covered"
    assert states["REQ-003"] == "uncovered"


def test_a_role_of_sphinx_needs_in_a_decision_stays_whole(needs: Project, markup: Markup):
    text = "For " + markup.role("need", "REQ-002") + "."
    found = built(needs, markup, markup.directive("adr", "ADR-1: Poll", text, status="accepted"))
    assert traces(found, "ADR-1") == [("REQ-002", "mentions")]
    assert "For Number 2 (REQ-002)." in found.page("index").text


def test_titles_mention(needs: Project, markup: Markup):
    block = markup.directive("dec_rec", "Pull, for REQ-002", id="DR-1", status="accepted")
    assert traces(built(needs, markup, block), "DR-1") == [("REQ-002", "mentions")]


def test_what_a_need_within_says_is_its_own(needs: Project, markup: Markup):
    inner = markup.directive("dec_rec", "Inner", "For REQ-002.", id="DR-2", status="proposed")
    found = built(needs, markup, pull(markup, "For REQ-001.", inner, "And REQ-003."))
    assert traces(found, "DR-1") == [("REQ-001", "mentions"), ("REQ-003", "mentions")]
    assert traces(found, "DR-2") == [("REQ-002", "mentions")]


def test_a_hidden_need_has_prose_and_an_anchor(needs: Project, markup: Markup):
    found = built(needs, markup, pull(markup, "For REQ-001.", hide=""), markup.directive("adr-index"))
    assert traces(found, "DR-1") == [("REQ-001", "mentions")]
    assert 'id="DR-1"' in found.page("index").body
    assert "For REQ-001" not in found.page("index").text


def test_plain_links_to_requirements_address_them(needs: Project, markup: Markup):
    other = markup.directive("dec_rec", "Push", id="DR-2", status="accepted")
    found = built(needs, markup, pull(markup, links="REQ-001, DR-2", decides="REQ-002"), other)
    assert ours(found) == []
    assert traces(found, "DR-1") == [("REQ-002", "addresses"), ("REQ-001", "addresses")]
    links = [(one["kind"], one["target"]) for one in found.decision("DR-1")["links"]]
    assert links == [("depends-on", "DR-2")]


def test_links_to_parts(needs: Project, markup: Markup):
    role = markup.role("need_part", "(a)How often")
    whole = markup.directive("req", "Number 5", markup.role("need_part", "(1)First"), id="REQ-005")
    newer = markup.directive(
        "dec_rec", "Push", id="DR-2", status="accepted", supersedes="DR-1.a", decides="REQ-005.1"
    )
    found = built(needs, markup, whole, pull(markup, role), newer)
    assert ours(found) == []
    assert traces(found, "DR-2") == [("REQ-005", "addresses")]
    assert found.decision("DR-1")["effective_status"] == "accepted"
    (link,) = found.decision("DR-2")["links"]
    assert (link["target"], link["part"]) == ("DR-1", "a")


def test_facts_and_typed_links(needs: Project, markup: Markup):
    older = markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="REQ-004")
    amended = markup.directive("dec_rec", "Push", id="DR-2", status="accepted")
    facts = {"decided": "2025-02-03", "deciders": "D. Okafor, M. Ortiz", "tags": "web, net"}
    found = built(needs, markup, older, amended, pull(markup, supersedes="ADR-1", amends="DR-2", **facts))
    one = found.decision("DR-1")
    assert (one["date"], one["tags"]) == ("2025-02-03", ["web", "net"])
    assert one["deciders"] == ["D. Okafor", "M. Ortiz"]
    assert [(link["kind"], link["target"]) for link in one["links"]] == [
        ("supersedes", "ADR-1"),
        ("amends", "DR-2"),
    ]
    assert found.decision("ADR-1")["effective_status"] == "superseded"


@pytest.mark.parametrize("builder", ["html", "text", "man", "latex", "epub"])
def test_a_banner_stands_above_the_box(needs: Project, markup: Markup, builder: str):
    newer = markup.directive("dec_rec", "Push", id="DR-2", status="accepted", supersedes="DR-1")
    proposed = markup.directive("dec_rec", "Wait", id="DR-3", status="proposed", supersedes="DR-2")
    found = built(needs, markup, pull(markup), newer, proposed, builder=builder)
    names = ("index.html", "index.xhtml", "index.txt", "meter.tex", "meter.1")
    page = next(path.read_text() for path in found.out.iterdir() if path.name in names)
    assert page.count("no longer applies") == 1
    assert page.count("A successor is proposed") == 1
    if builder == "html":
        places = [page.index(text) for text in ("no longer", ">Pull<", "A successor", ">Push<")]
        assert places == sorted(places)
        assert "adr-header" not in page
