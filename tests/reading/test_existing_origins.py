"""The examples of the documentation for documents of each origin, built as they stand there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ..support import ROOT, Built, Project

pytest.importorskip("myst_parser")

HOWTOS = ROOT / "docs" / "howto"
ORIGINS = ROOT / "docs" / "snippets" / "origins"


def built(tmp_path: Path, origin: str, builder: str = "adr") -> Built:
    """The register of the example for *origin*."""
    project = Project(tmp_path / "docs").configure(suppress_warnings=["toc"])
    shutil.copytree(ORIGINS / origin, project.source, dirs_exist_ok=True)
    project.conf = (project.source / "conf.py").read_text(encoding="utf-8")
    (project.source / "conf.py").unlink()
    return project.write({"index.rst": "Log\n===\n\n.. adr-index::\n"}).build(builder)


def statuses(found: Built) -> dict[str, str]:
    """The status of each decision, with everything that follows from the others."""
    return {one["id"]: one["effective_status"] for one in found.register["decisions"]}


def unread(found: Built) -> list[str]:
    """The documents in which nothing was read."""
    return [one["docname"] for one in found.register["documents"] if one["unread"]]


def test_adr_tools(tmp_path: Path) -> None:
    found = built(tmp_path, "adr-tools")
    assert found.warnings == []
    assert statuses(found) == {"ADR-0001": "superseded", "ADR-0002": "accepted", "ADR-0003": "accepted"}
    kinds = {
        (link["kind"], link["target"]): len(link["authored_on"])
        for link in found.decision("ADR-0003")["links"]
    }
    assert kinds == {("supersedes", "ADR-0001"): 2, ("amends", "ADR-0002"): 2}
    assert found.decision("ADR-0003")["date"] == "2024-06-20"


def test_madr(tmp_path: Path) -> None:
    found = built(tmp_path, "madr")
    assert found.where == [("adr.placeholder", "decisions/0002-labels-in-colour.md", 3)]
    assert statuses(found) == {"ADR-0001": "accepted", "ADR-0002": "unknown"}
    record = found.decision("ADR-0001")
    assert (record["deciders"], record["consulted"]) == (["Ines Roth", "Tomas Lind"], ["the depots"])
    assert record["choice"] == "PDF"
    assert [link["target"] for link in record["links"]] == ["ADR-0002"]
    assert unread(found) == ["decisions/adr-template"]


def test_log4brains(tmp_path: Path) -> None:
    found = built(tmp_path, "log4brains")
    assert found.warnings == []
    assert statuses(found) == {
        "20240304-scans-over-https": "superseded",
        "20240710-scans-over-mqtt": "accepted",
    }
    record = found.decision("20240710-scans-over-mqtt")
    assert (record["date"], record["tags"]) == ("2024-07-10", ["scanner", "protocol"])
    assert unread(found) == ["adr/index", "adr/template"]


def test_one_page(tmp_path: Path) -> None:
    found = built(tmp_path, "one-page")
    assert found.warnings == []
    assert statuses(found) == {
        "ADR-1": "accepted",
        "PENDING-1": "proposed",
        "TDR-001": "superseded",
        "TDR-002": "accepted",
    }
    assert found.decision("ADR-1")["date"] == "2024-10"


def test_tables(tmp_path: Path) -> None:
    found = built(tmp_path, "tables")
    assert found.warnings == []
    assert statuses(found) == {
        "ADR-0001": "accepted", "BOARD-1": "accepted", "OLD-0001": "superseded", "OPEN-1": "proposed",
    }  # fmt: skip


def test_the_other_distribution(tmp_path: Path) -> None:
    found = built(tmp_path, "other-distribution", "html")
    assert found.warnings == []
    assert statuses(found) == {"ADR-0001": "superseded", "ADR-0002": "accepted"}
    assert found.decision("ADR-0001")["deciders"] == ["A. Stone", "B. Reed"]
    listed = found.page("log").text
    assert "gRPC between depots" in listed
    assert "SOAP between depots" not in listed
    assert "ADR-0002: gRPC between depots" in found.read("adr/0001-soap.html")


def test_every_example_is_on_a_page() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "howto").glob("*.md"))
    shown = set(re.findall(r"snippets/origins/([\w./-]+)", pages))
    assert {path.name for path in ORIGINS.iterdir()} == {name.partition("/")[0] for name in shown}
    assert all((ORIGINS / name).exists() for name in shown)


def test_sphinx_needs(tmp_path: Path) -> None:
    pytest.importorskip("sphinx_needs")
    found = built(tmp_path, "sphinx-needs")
    assert found.warnings == []
    assert statuses(found) == {"dec_rec__labels__paper": "superseded", "dec_rec__labels__phone": "accepted"}
    record = found.decision("dec_rec__labels__phone")
    assert (record["date"], record["choice"]) == ("2025-06-03", "The driver's phone shows the code.")
    assert found.decision("dec_rec__labels__paper")["deciders"] == ["Ines Roth", "Tomas Lind"]
    assert found.decision("dec_rec__labels__paper")["choice"] is None


def test_a_bad_status_of_a_need_is_reported(tmp_path: Path) -> None:
    pytest.importorskip("sphinx_needs")
    example = re.search(r"```rst\n(.*?)```", (HOWTOS / "from-sphinx-needs.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    shutil.copytree(ORIGINS / "sphinx-needs", tmp_path / "docs")
    project = Project(tmp_path / "docs").configure(suppress_warnings=["toc"])
    project.conf = (project.source / "conf.py").read_text(encoding="utf-8")
    (project.source / "conf.py").unlink()
    found = project.write({"index.rst": "Log\n===\n\n" + example[1]}).build("adr")
    assert [code for code, *_rest in found.where] == ["adr.status-unknown"]
