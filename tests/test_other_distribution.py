"""A site written for the other extension of the same name builds unchanged."""

from __future__ import annotations

import pytest

from .support import Project

CONF = """
adr_path = "adr"
adr_statuses = ["Proposed", "Accepted", "Deprecated", "Superseded"]
html_sidebars = {"adr/*": ["adr_nav.html"]}
"""


@pytest.fixture
def site(tmp_path):
    project = Project(tmp_path / "docs")
    project.conf = CONF
    project.write(
        {
            "index.rst": "Log\n===\n\n.. adrlist::\n\n.. toctree::\n   :hidden:\n\n   adr/0001-rest\n   adr/0002-grpc\n",
            "tooling.rst": ":orphan:\n\nTooling\n=======\n\n.. adrlist::\n   :status: Accepted, Proposed\n   :tags: tooling\n   :sort: date-asc\n",
            "adr/0001-rest.rst": "ADR-0001: REST between services\n===============================\n\n.. adr::\n   :id: ADR-0001\n"
            "   :status: Superseded\n   :date: 2024-01-15\n   :authors: A. Stone, B. Reed\n   :tags: api, tooling\n"
            "   :superseded-by: adr/0002-grpc\n\n   Services call each other over REST.\n\nContext\n-------\n\nText.\n",
            "adr/0002-grpc.rst": "ADR-0002: gRPC between services\n===============================\n\n.. adr::\n   :id: ADR-0002\n"
            "   :status: Accepted\n   :date: 2024-06-01\n   :tags: tooling\n\n   Services call each other over gRPC.\n",
        }
    )
    return project


def test_it_builds_without_a_warning(site):
    assert site.assert_exact().lines == ()
    assert site.assert_exact("text").lines == ()


def test_its_records_are_decisions(site):
    site.build()
    old, new = site.seen()["decisions.json"]["decisions"]
    assert (old["id"], old["effective_status"], old["superseded_by"], old["current"]) == (
        "ADR-0001", "superseded", ["ADR-0002"], ["ADR-0002"],
    )  # fmt: skip
    assert (old["deciders"], old["tags"], old["date"]) == (
        ["A. Stone", "B. Reed"],
        ["api", "tooling"],
        "2024-01-15",
    )
    assert old["summary"] == "Services call each other over REST."
    assert new["in_force"]


def test_its_lists_filter_and_sort(site):
    site.build("text")
    log, tooling = site.seen("text")["index"], site.seen("text")["tooling"]
    assert log.index("ADR-0002") < log.index("ADR-0001")
    assert "ADR-0002" in tooling
    assert "ADR-0001" not in tooling


def test_its_sidebar_lists_the_decisions(site):
    site.conf = CONF
    site.build()
    page = (site.out("html") / "adr" / "0002-grpc.html").read_text()
    assert 'href="0001-rest.html#adr-0001">ADR-0001: REST between services</a> (Superseded)' in page
