"""The command in decision sets of public projects."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ..support import ROOT, Project
from .running import run_in

CORPORA = ROOT.parent / "shared" / "corpora"
SETS = {
    "openedx-aspects/docs/technical_documentation/decisions": "0015_a_test.rst",
    "jabref/docs/decisions": "0070-a-test.md",
    "adr-viewer/doc/adr": "0007-a-test.md",
    "log4brains/docs/adr": "20251104-a-test.md",
}


@pytest.mark.parametrize("name", SETS)
def test_a_decision_begins_and_supersedes_there(project: Project, name: str) -> None:
    if not (CORPORA / name).is_dir():
        pytest.skip("the decision sets are not beside this checkout")
    pytest.importorskip("myst_parser")
    project.write({"index.rst": "Root\n====\n", "more.md": "# More\n"})
    shutil.copytree(CORPORA / name, project.source / "decisions")
    project.configure(adr_documents=["decisions/*"], adr_today="2025-11-04")
    before = {path: path.read_bytes() for path in (project.source / "decisions").iterdir() if path.is_file()}
    ran = run_in(project, "new", "A test")
    assert Path(ran.out.strip()).name == SETS[name], ran.err
    old = run_in(project, "list", "--format", "json").json[0]["id"]
    ran = run_in(project, "supersede", old, "A test")
    assert ran.status == 0, ran.err
    shown = run_in(project, "show", "A test", "--format", "json").json
    assert [(link["kind"], link["target"], link["state"]) for link in shown["links"]] == [
        ("supersedes", old, "prospective")
    ]
    assert shown["status"] == "proposed"
    assert before == {path: path.read_bytes() for path in before}
