"""After any edit of a source an incremental build equals a clean one, in one process and in two."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..support import Project

CONF = """
adr_requirements = [
    {"source": "file", "path": "reqs.csv"},
    {"source": "needs.json", "path": "needs.json"},
    {"source": "documents", "documents": "spec/*"},
]
"""
NEEDS = '{"current_version": "1", "versions": {"1": {"needs": {"PRD-NEED-REQ-1": {"title": "A need"}}}}}'


@pytest.fixture
def log(tmp_path: Path) -> Project:
    project = Project(tmp_path / "docs", conf=CONF)
    project.write(
        {
            "reqs.csv": "id,title,url\nREQ-1,One,https://x.org/1\nREQ-2,Two,\n",
            "needs.json": NEEDS,
            "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   *\n   spec/*\n\n.. adr-matrix::\n   :only: covered, uncovered\n",
            "one.rst": "One\n===\n\n.. adr:: ADR-1: Poll\n   :status: accepted\n   :requirements: REQ-1, SPEC-REQ-1\n",
            "two.rst": "Two\n===\n\nSee :adr:req:`REQ-2` and :adr:req:`SPEC-REQ-1`.\n",
            "three.rst": "Three\n=====\n\nNothing of the log.\n",
            "spec/all.rst": "Spec\n====\n\nSPEC-REQ-1: Soon\n----------------\n\nText.\n",
        }
    )
    for number in range(6):
        project.write({f"more{number}.rst": f"More {number}\n======\n\nText.\n"})
    return project


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("builder", ["html", "text"])
def test_edits_of_sources_reach_the_pages_that_show_them(log: Project, builder: str, jobs: int) -> None:
    log.build(builder, jobs=jobs)
    log.write(
        {"reqs.csv": "id,title,url\nREQ-1,Uno,https://x.org/1\nREQ-2,Two,https://x.org/2\nREQ-3,Three,\n"}
    )
    # Where pages are written by several processes, only the chunks of pages are named.
    written = log.assert_exact(builder, jobs=jobs).written
    assert jobs > 1 or {"index", "one", "two"} <= written
    assert jobs > 1 or builder == "text" or "three" not in written
    assert not log.build(builder, jobs=jobs).written
    log.replace("needs.json", "A need", "Another need")
    written = log.assert_exact(builder, jobs=jobs).written
    assert jobs > 1 or "index" in written
    assert jobs > 1 or builder == "text" or written == {"index"}
    log.replace("spec/all.rst", "Soon", "Later")
    log.assert_exact(builder, jobs=jobs)
    log.replace("spec/all.rst", "SPEC-REQ-1", "SPEC-REQ-2")
    log.assert_exact(builder, jobs=jobs)
    log.write({"reqs.csv": 'id\nREQ-1\nREQ-2\n"'})
    log.assert_exact(builder, jobs=jobs)
    log.remove("reqs.csv")
    said = log.assert_exact(builder, jobs=jobs).lines
    assert any("adr.requirement-source" in line for line in said)
    log.remove("spec/all.rst")
    log.assert_exact(builder, jobs=jobs)


def test_a_source_that_is_taken_from_the_settings(log: Project) -> None:
    log.build()
    log.conf = "adr_requirements = []"
    log.assert_exact()
