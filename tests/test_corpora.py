"""Decision sets of public projects, read as they stand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .support import Project

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
SEEDS = CORPORA.parent / "seeds"


def read(tmp_path: Path, folders: list[Path], documents: list, *, conf: str = "") -> dict:
    """The register of a documentation that holds copies of *folders* and nothing else."""
    extensions = ["sphinx_adr"]
    if any(path.suffix == ".md" for folder in folders for path in folder.rglob("*")):
        pytest.importorskip("myst_parser", reason="the documents are Markdown")
        extensions.append("myst_parser")
    project = Project(tmp_path / "docs", tuple(extensions))
    project.conf = (
        f"adr_documents = {documents!r}\nsuppress_warnings = ['toc', 'myst', 'docutils', 'ref']\n{conf}"
    )
    project.write({"index.rst": "Root\n====\n\n.. adr-index::\n"})
    for folder in folders:
        shutil.copytree(folder, project.source / folder.name, dirs_exist_ok=True)
    project.build("adr")
    found = json.loads((project.out("adr") / "decisions.json").read_text(encoding="utf-8"))
    found["by_doc"] = {}
    for decision in found["decisions"]:
        found["by_doc"].setdefault(decision["docname"].rpartition("/")[2], decision)
    return found


def folder(*names: str) -> Path:
    path = CORPORA.joinpath(*names)
    if not path.is_dir():
        pytest.skip("the decision sets are not beside this checkout")
    return path


def edges(found: dict, kind: str = "supersedes") -> list[tuple[str, str, str, int]]:
    """Each link as (newer, older, state, how many sides state it)."""
    return sorted(
        (d["docname"].rpartition("/")[2], link["target"], link["state"], len(link["authored_on"]))
        for d in found["decisions"]
        for link in d["links"]
        if link["kind"] == kind
    )


def problems(found: dict) -> list[tuple[str, str]]:
    return [(p["code"], p["path"].rpartition("/")[2]) for p in found["problems"]]


def test_openedx_aspects(tmp_path):
    """Fifteen records in reStructuredText, whose title shares its adornment with nothing but itself."""
    docs = folder("openedx-aspects", "docs", "technical_documentation", "decisions")
    found = read(tmp_path, [docs], ["decisions/*"])
    records = found["by_doc"]
    assert len(found["decisions"]) == 15
    assert [d["id"] for d in found["decisions"]].count("ADR-0014") == 2
    superseded = records.pop("0006_areas_of_responsibility")
    assert (superseded["status"], superseded["status_text"]) == (
        "superseded",
        "Superseded by ADR 8 Project structure.",
    )
    update = records["0014_project_structure_update"]
    assert (update["status"], update["status_text"]) == ("accepted", "Draft -> Accepted")
    assert {d["status"] for d in found["decisions"] if d is not superseded} == {"accepted"}
    assert edges(found) == [
        ("0008_project_structure", "ADR-0006", "effective", 2),
        ("0014_project_structure_update", "ADR-0006", "effective", 1),
        ("0014_project_structure_update", "ADR-0008", "effective", 1),
    ]
    assert records["0008_project_structure"]["effective_status"] == "superseded"
    assert records["0008_project_structure"]["status"] == "accepted"
    assert all(d["date"] is None for d in found["decisions"])
    assert records["0008_project_structure"]["title"] == "Project Structure"
    codes = [code for code, _path in problems(found)]
    assert codes == ["id-duplicate"]
    assert {d["docname"]: d["unread"] for d in found["documents"] if d["unread"]}.keys() == {
        "decisions/index"
    }


def test_jabref(tmp_path):
    """Thirty records in Markdown, with front matter that holds an octal trap."""
    found = read(tmp_path, [folder("jabref", "docs", "decisions")], ["decisions/*"])
    assert len(found["decisions"]) == 30
    assert [d["id"] for d in found["decisions"]] == [f"ADR-{n:04}" for n in range(40, 70)]
    stated = {d["id"]: d["status"] for d in found["decisions"] if d["status"] != "unknown"}
    assert stated == {
        "ADR-0042": "accepted",
        "ADR-0045": "superseded",
        "ADR-0047": "accepted",
        "ADR-0049": "accepted",
        "ADR-0057": "accepted",
        "ADR-0061": "accepted",
    }
    texts = {d["id"]: d["status_text"] for d in found["decisions"]}
    assert texts["ADR-0045"] == "superseded by ADR-0057"
    assert texts["ADR-0057"] == "accepted; supersedes ADR-0045"
    assert edges(found) == [("0057-allow-positional-input-file-argument", "ADR-0045", "effective", 2)]
    titles = {d["id"]: d["title"] for d in found["decisions"]}
    assert titles["ADR-0042"] == "Use MarkdownTextFlow for Summarization Content"
    assert all(title and not title.startswith("markdownlint") for title in titles.values())


def test_wagov(tmp_path):
    """Twenty records in three folders, with all fields on one line."""
    folders = [folder("wagov", name) for name in ("development", "operations", "security")]
    found = read(tmp_path, folders, ["development/*", "operations/*", "security/*"])
    assert [d["id"] for d in found["decisions"]] == [f"ADR-{n:03}" for n in range(1, 21)]
    statuses = [d["status"] for d in found["decisions"]]
    assert (statuses.count("accepted"), statuses.count("proposed")) == (14, 6)
    assert max(d["date"] for d in found["decisions"]) == "2026-06-17"
    assert edges(found) == []
    record = next(d for d in found["decisions"] if d["id"] == "ADR-004")
    assert (record["date"], record["review"]) == ("2025-03-10", "2026-03-10")


def test_log4brains(tmp_path):
    """Seventeen records in three packages, named by date and slug."""
    root = folder("log4brains")
    for number, part in enumerate(("docs/adr", "packages/core/docs/adr", "packages/web/docs/adr")):
        shutil.copytree(root / part, tmp_path / "sets" / f"p{number}")
    folders = sorted((tmp_path / "sets").iterdir())
    found = read(tmp_path / "project", folders, ["p*/*"])
    by_set = [sum(d["docname"].startswith(f"p{n}/") for d in found["decisions"]) for n in range(3)]
    assert by_set == [9, 3, 5]
    newer, older = (
        "20201016-use-the-adr-slug-as-its-unique-id",
        "20200926-use-the-adr-number-as-its-unique-id",
    )
    assert edges(found) == [(newer, older, "effective", 2)]
    record = found["by_doc"][newer]
    assert (record["id"], record["date"], record["status"]) == (newer, "2020-10-16", "accepted")
    unread = {d["docname"] for d in found["documents"] if d["unread"]}
    assert unread == {"p0/README", "p0/index", "p0/template"}


def test_adr_viewer(tmp_path):
    """Six records as adr-tools writes them."""
    found = read(tmp_path, [folder("adr-viewer", "doc", "adr")], ["adr/*"])
    assert [d["id"] for d in found["decisions"]] == [f"ADR-{n:04}" for n in range(1, 7)]
    assert edges(found) == [("0004-distinguish-superseded-records-with-colour", "ADR-0003", "effective", 2)]
    assert edges(found, "amends") == [
        ("0005-distinguish-amendments-to-records-with-colour", "ADR-0004", "effective", 2)
    ]
    assert found["decisions"][2]["effective_status"] == "superseded"
    assert found["decisions"][3]["status"] == "accepted"
    assert all(d["date"] for d in found["decisions"])
    assert problems(found) == []


# -- the documents that the project started from ------------------------------------------------------------


def seed(
    tmp_path: Path, number: str, *, conf: str = "", entry: object = "page", text=lambda text: text
) -> dict:
    paths = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not paths:
        pytest.skip("the seeds are not beside this checkout")
    source = tmp_path / "seed"
    source.mkdir(parents=True)
    (source / "page.md").write_text(text(paths[0].read_text(encoding="utf-8")), encoding="utf-8")
    return read(
        tmp_path / "project", [source], [f"seed/{entry}" if isinstance(entry, str) else entry], conf=conf
    )


def test_three_records_in_one_page(tmp_path):
    found = seed(tmp_path, "000")
    decisions = found["decisions"]
    assert [(d["id"], d["status"], d["date"]) for d in decisions] == [
        ("DR-001", "accepted", "2025-01-15"),
        ("DR-002", "accepted", "2025-01-15"),
        ("DR-003", "accepted", "2025-01-16"),
    ]
    assert [len(d["options"]) for d in decisions] == [4, 3, 4]
    assert all(option["pros"] and option["cons"] for d in decisions for option in d["options"])
    assert [d["choice"] for d in decisions] == [
        "Aurora DSQL",
        "Lambda + API Gateway HTTP API",
        "React + Vite",
    ]
    assert [{r["id"] for r in d["requirements"]} for d in decisions] == [
        {"PRD-FINE-REQ-001", "PRD-MON-REQ-001"},
        set(),
        set(),
    ]
    assert [r["id"] for r in found["requirements"]] == ["PRD-FINE-REQ-001", "PRD-MON-REQ-001"]


@pytest.mark.parametrize("default", [None, "accepted"])
def test_ten_records_without_status_and_date(tmp_path, default):
    found = seed(tmp_path, "001", conf=f"adr_default_status = {default!r}\n")
    assert [d["id"] for d in found["decisions"]] == [f"ADR-{n:03}" for n in range(1, 11)]
    assert {d["status"] for d in found["decisions"]} == {default or "unknown"}
    assert {d["date"] for d in found["decisions"]} == {None}
    for decision in found["decisions"]:
        slugs = {part["slug"] for part in decision["parts"]}
        assert {"context", "decision", "rationale", "consequences"} <= slugs
        assert decision["choice"]
        assert any(decision["consequences"].values())


def test_a_template_in_fenced_code_is_no_record(tmp_path):
    found = seed(tmp_path, "002")
    assert found["decisions"] == []
    assert [d["docname"] for d in found["documents"] if d["unread"]] == ["seed/page"]


def test_the_three_examples_of_the_template_are_records(tmp_path):
    import re

    paths = sorted(SEEDS.glob("002_*.txt"))
    if not paths:
        pytest.skip("the seeds are not beside this checkout")
    blocks = re.findall(
        r"```markdown\n(# ADR-00\d: .*?)\n```\n\n(?=---|###)", paths[0].read_text(encoding="utf-8"), re.DOTALL
    )
    source = tmp_path / "seed"
    source.mkdir()
    for number, block in enumerate(blocks, 1):
        (source / f"record-{number}.md").write_text(block, encoding="utf-8")
    found = read(tmp_path / "project", [source], ["seed/*"])
    decisions = found["decisions"]
    assert [d["id"] for d in decisions] == ["ADR-001", "ADR-002", "ADR-003"]
    assert {d["status"] for d in decisions} == {"accepted"}
    assert all(d["deciders"] and d["story"] and d["drivers"] and d["date"] for d in decisions)
    assert [len(d["options"]) for d in decisions] == [3, 3, 4]
    assert all(
        all(d["consequences"][kind] for kind in ("positive", "negative", "neutral")) for d in decisions
    )
    related = {link["target"] for d in decisions for link in d["links"] if link["kind"] == "relates-to"}
    assert {"ADR-005", "ADR-008", "ADR-003", "ADR-007"} <= related


def test_completed_and_pending_decisions_below_headings(tmp_path):
    found = seed(tmp_path, "003")
    statuses = [d["status"] for d in found["decisions"]]
    assert (statuses.count("accepted"), statuses.count("proposed"), len(statuses)) == (5, 5, 10)
    assert len({d["id"] for d in found["decisions"]}) == 10
    accepted = [d for d in found["decisions"] if d["status"] == "accepted"]
    assert [d["date_text"] for d in accepted] == [
        "October 2024", "November 2024", "September 2024", "October 2024", "November 2024",
    ]  # fmt: skip
    assert [d["date"] for d in accepted] == ["2024-10", "2024-11", "2024-09", "2024-10", "2024-11"]
    assert all(d["consequences"]["positive"] and d["consequences"]["negative"] for d in accepted)
    pending = [d for d in found["decisions"] if d["status"] == "proposed"]
    assert [len(d["options"]) for d in pending] == [3] * 5
    assert not any(d["choice"] for d in pending)


def test_completed_and_pending_decisions_with_a_template_for_ids(tmp_path):
    entry = {
        "documents": "seed/page",
        "sections": {
            "Completed Decisions": {"status": "accepted", "prefix": "C-"},
            "Pending Decisions": {"status": "proposed", "id_template": "P-{number}"},
        },
    }
    found = seed(tmp_path, "003", entry=entry)
    assert [d["id"] for d in found["decisions"]] == [f"{p}-{n}" for p in "CP" for n in range(1, 6)]


def test_ten_records_below_a_table_of_contents(tmp_path):
    found = seed(tmp_path, "004")
    assert [d["id"] for d in found["decisions"]] == [f"TDR-{n:03}" for n in range(1, 11)]
    for decision in found["decisions"]:
        assert (decision["status"], decision["date"]) == ("accepted", "2025-01-20")
        assert decision["deciders"] == ["Architecture Team"]
        rejected = [option for option in decision["options"] if not option["chosen"]]
        assert len(rejected) in (3, 4)
        assert all(option["pros"] and option["cons"] for option in rejected)
        assert decision["consequences"]["positive"]
        assert decision["consequences"]["negative"]
