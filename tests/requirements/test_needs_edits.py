"""After any edit that sphinx-needs hears of, an incremental build of our pages equals a clean one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .with_needs import CONF, Pages, needs_sphinx_needs

pytestmark = [needs_sphinx_needs, pytest.mark.parametrize("jobs", [1, 2])]

SETTINGS = """
needs_external_needs = [{"base_url": "https://x.org", "json_path": "far.json"}]
adr_needs = {"decisions": ["dec_rec"]}
adr_coverage_warnings = ["lost", "uncovered"]
"""


def exported(**needs: dict[str, object]) -> str:
    """A ``needs.json`` with these needs, whose IDs have underscores here."""
    found = {
        name.replace("_", "-"): {"id": name.replace("_", "-"), "type": "req", "content": "", **facts}
        for name, facts in needs.items()
    }
    return json.dumps({"current_version": "1", "versions": {"1": {"needs": found}}})


@pytest.fixture
def log(tmp_path: Path) -> Pages:
    """Needs of pages, of an import and of another documentation; decisions of both kinds; one view a page."""
    project = Pages(tmp_path / "docs", extensions=("sphinx_adr", "sphinx_needs"))
    project.conf = CONF + SETTINGS
    project.write(
        {
            "far.json": exported(REQ_007={"title": "Far", "docname": "far"}),
            "near.json": exported(
                REQ_005={"title": "Near"},
                DR_5={"title": "Taken", "type": "dec_rec", "status": "accepted", "decides": ["REQ-005"]},
            ),
        }
    )
    pages = {
        "index": "Log\n===\n\n.. toctree::\n   :glob:\n\n   a/*\n",
        "a/imports": "Imports\n=======\n\n.. needimport:: /near.json\n",
        "a/reqs": "Reqs\n====\n\n.. req:: Often\n   :id: REQ-001\n\n.. req:: Rarely\n   :id: REQ-002\n",
        "a/adr": "One\n===\n\n.. adr:: ADR-1: Poll\n   :status: accepted\n   :requirements: REQ-001, REQ-007\n",
        "a/need": "Two\n===\n\n.. dec_rec:: Pull\n   :id: DR-1\n   :status: proposed\n\n   For REQ-002.\n",
        "a/matrix": "Matrix\n======\n\n.. adr-matrix::\n",
        "a/list": "List\n====\n\n.. adr-index::\n",
        "a/graph": "Graph\n=====\n\n.. adr-graph::\n",
        "a/for": "For\n===\n\n.. adr-for:: REQ-005\n\nSee :adr:req:`REQ-007` and :adr:`DR-5`.\n",
        "a/text": "Text\n====\n\nNothing of the log.\n",
    }
    for name, text in pages.items():
        project.write({f"{name}.rst": text})
    return project


EDITS: dict[str, list[tuple[str, str, str]]] = {
    "title of a requirement": [("a/reqs.rst", "Often", "Seldom")],
    "id of a requirement": [("a/reqs.rst", "REQ-002", "REQ-003")],
    "type of a requirement": [("a/reqs.rst", "req:: Rarely", "dec_rec:: Rarely")],
    "status of a decision": [("a/need.rst", "proposed", "accepted")],
    "prose of a decision": [("a/need.rst", "For REQ-002", "For REQ-001")],
    "title of a decision": [("a/need.rst", "Pull", "Pull, for REQ-007")],
    "tags of a decision": [("a/need.rst", "   :status:", "   :tags: web\n   :status:")],
    "date of a decision": [("a/need.rst", "   :status:", "   :decided: 2025-01-02\n   :status:")],
    "typed link": [("a/need.rst", "   :status: proposed", "   :supersedes: ADR-1\n   :status: accepted")],
    "typed link to an import": [
        ("a/need.rst", "   :status: proposed", "   :supersedes: DR-5\n   :status: accepted")
    ],
    "plain link": [("a/need.rst", "   :status:", "   :links: REQ-005\n   :status:")],
    "hidden decision": [("a/need.rst", "   :status:", "   :hide:\n   :status:")],
    "decision becomes a requirement": [("a/need.rst", "dec_rec", "req")],
    "title of an imported requirement": [("near.json", "Near", "Nearer")],
    "id of an imported requirement": [("near.json", "REQ-005", "REQ-006")],
    "status of an imported decision": [("near.json", "accepted", "proposed")],
    "title of an external requirement": [("far.json", "Far", "Farther")],
    "id of an external requirement": [("far.json", "REQ-007", "REQ-008")],
    "type of an external requirement": [("far.json", '"req"', '"spec"')],
    "address of an external requirement": [("far.json", '"docname": "far"', '"docname": "near"')],
    "decision by directive": [("a/adr.rst", "accepted", "deprecated")],
    "supersession of a need by a directive": [
        ("a/adr.rst", "   :status:", "   :supersedes: DR-5\n   :status:")
    ],
}


@pytest.mark.parametrize("edit", EDITS)
def test_our_pages_are_right_after_an_edit(log: Pages, edit: str, jobs: int) -> None:
    before = log.assert_exact(jobs=jobs)
    clean = log.seen()
    for file, old, new in EDITS[edit]:
        log.replace(file, old, new)
    log.assert_exact(jobs=jobs)
    assert log.seen() != clean
    # Back again.
    for file, old, new in EDITS[edit]:
        log.replace(file, new, old)
    after = log.assert_exact(jobs=jobs)
    assert log.seen() == clean
    assert [line for line in after.warnings if "[adr." in line] == [
        line for line in before.warnings if "[adr." in line
    ]


@pytest.mark.parametrize("builder", ["html", "text"])
def test_our_pages_are_right_after_files_came_and_went(log: Pages, builder: str, jobs: int) -> None:
    log.assert_exact(builder, jobs=jobs)
    log.write(
        {
            "a/more.rst": "More\n====\n\n.. dec_rec:: New\n   :id: DR-9\n   :status: accepted\n   :supersedes: DR-5\n"
        },
    )
    log.assert_exact(builder, jobs=jobs)
    log.write({"a/later.rst": "Later\n=====\n\n.. needimport:: later.json\n"})
    log.assert_exact(builder, jobs=jobs)
    log.write({"a/later.json": exported(DR_8={"title": "Late", "type": "dec_rec", "supersedes": ["DR-9"]})})
    log.assert_exact(builder, jobs=jobs)
    log.remove("a/later.json")
    log.assert_exact(builder, jobs=jobs)
    log.remove("a/imports.rst")
    log.assert_exact(builder, jobs=jobs)
    log.remove("a/more.rst")
    log.remove("a/need.rst")
    log.assert_exact(builder, jobs=jobs)
    log.conf = CONF + SETTINGS.replace("needs_external_needs", "_unused")
    log.assert_exact(builder, jobs=jobs)
    log.conf = CONF + SETTINGS.replace('{"decisions": ["dec_rec"]}', "{}")
    log.assert_exact(builder, jobs=jobs)
