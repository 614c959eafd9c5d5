"""Real decision documents, turned into directives on the fly, say in ``decisions.json`` what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .support import Project

pytest.importorskip("myst_parser", reason="the documents are Markdown")
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
_FIELD = re.compile(r"^\*\*(Status|Date|Deciders)(?::\*\*|\*\*:)\s*(.+?)\s*$", re.MULTILINE)


def converted(text: str, heading: str) -> str:
    """Each section that *heading* matches as an ``adr`` directive; its bold fields as options."""
    pieces = re.split(rf"^{heading} (?=[A-Z]+-\d+: )", text, flags=re.MULTILINE)
    out = ["---\norphan: true\n---\n", "# Record\n"]
    for piece in pieces[1:]:
        title, _, body = piece.partition("\n")
        body = re.split(rf"^#{{2,{len(heading)}}} (?!#)", body, flags=re.MULTILINE)[0]
        options = [f":{name.lower()}: {value}" for name, value in _FIELD.findall(body)]
        body = _FIELD.sub("", body).replace("\n---\n", "\n")
        out.append("\n".join([f"``````{{adr}} {title}", *options, "", body, "``````", ""]))
    return "\n".join(out)


def register(tmp_path: Path, seed: str, heading: str) -> dict:
    found = sorted(SEEDS.glob(f"{seed}_*.txt"))
    if not found:
        pytest.skip("the seeds are not beside this checkout")
    project = Project(tmp_path / "docs", ("sphinx_adr", "myst_parser"))
    project.write({"index.md": converted(found[0].read_text(encoding="utf-8"), heading)})
    build = project.build()
    assert [line for line in build.lines if "[adr." in line] == []
    return json.loads((project.out("html") / "decisions.json").read_text(encoding="utf-8"))


def test_three_records_with_numbered_options(tmp_path):
    found = register(tmp_path, "000", "###")
    decisions = found["decisions"]
    assert [(d["id"], d["status"], d["in_force"], d["date"]) for d in decisions] == [
        ("DR-001", "accepted", True, "2025-01-15"),
        ("DR-002", "accepted", True, "2025-01-15"),
        ("DR-003", "accepted", True, "2025-01-16"),
    ]
    assert [len(d["options"]) for d in decisions] == [4, 3, 4]
    assert all(option["pros"] and option["cons"] for d in decisions for option in d["options"])
    assert [d["choice"] for d in decisions] == [
        "Aurora DSQL",
        "Lambda + API Gateway HTTP API",
        "React + Vite",
    ]
    assert [sum(option["chosen"] for option in d["options"]) for d in decisions] == [1, 1, 1]
    assert {(r["id"], r["how"]) for r in decisions[0]["requirements"]} == {
        ("PRD-FINE-REQ-001", "mentions"),
        ("PRD-MON-REQ-001", "mentions"),
    }
    assert [d["requirements"] for d in decisions[1:]] == [[], []]
    assert [(r["id"], r["state"], r["decisions"]) for r in found["requirements"]] == [
        ("PRD-FINE-REQ-001", "covered", ["DR-001"]),
        ("PRD-MON-REQ-001", "covered", ["DR-001"]),
    ]


def test_ten_records_with_tables_of_alternatives(tmp_path):
    decisions = register(tmp_path, "004", "##")["decisions"]
    assert [d["id"] for d in decisions] == [f"TDR-{number:03}" for number in range(1, 11)]
    for decision in decisions:
        assert (decision["status"], decision["date"]) == ("accepted", "2025-01-20")
        assert decision["deciders"] == ["Architecture Team"]
        rejected = [option for option in decision["options"] if not option["chosen"]]
        assert len(rejected) in (3, 4)
        assert all(option["pros"] and option["cons"] for option in rejected)
        assert decision["consequences"]["positive"]
        assert decision["consequences"]["negative"]
        assert decision["requirements"] == []
        assert {"context", "decision", "consequences"} <= {part["slug"] for part in decision["parts"]}
