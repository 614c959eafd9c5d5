"""Shapes that records of many sets have, and near misses of each, in Markdown and in reStructuredText."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_adr.reading.existing.people import names_in

from ..support import Built, Project
from .test_languages import SUFFIXES, Text, page

MATTER = {"Context": "Meters send readings.", "Decision": "Keep them."}


def head(text: str) -> Text:
    return "Keep readings", text, MATTER


def options(body: str, decision: str = "Keep them.") -> Text:
    return "Keep readings", "- Status: Accepted", {"Alternatives considered": body, "Decision": decision}


# The name of the file, its text, and what is read.
SHAPES: dict[str, tuple[str, Text, dict[str, Any]]] = {
    "a file named by month": (
        "2024-05-meters",
        ("2024-05 Keep readings", "- Status: Accepted", MATTER),
        {"id": "2024-05-meters", "title": "Keep readings", "date": "2024-05"},
    ),
    "a file named by day": (
        "2024-05-06-meters",
        ("2024-05-06: Keep readings", "- Status: Accepted", MATTER),
        {"id": "2024-05-06-meters", "title": "Keep readings", "date": "2024-05-06"},
    ),
    "a title with another date": (
        "2024-05-07-meters",
        ("2023-11 readings are kept", "- Status: Accepted", MATTER),
        {"title": "2023-11 readings are kept", "date": "2024-05-07"},
    ),
    "a number that is no month": (
        "0020-13-meters",
        head("- Status: Accepted"),
        {"id": "ADR-0020", "title": "Keep readings", "date": None},
    ),
    "options in paragraphs": (
        "0030-a",
        options("**Files on a disk.** Cheap.\n\n**A table** - fast.\n\n**A queue**: lossless."),
        {"options": [("Files on a disk", None), ("A table", None), ("A queue", None)]},
    ),
    "options in paragraphs with labels and verdicts": (
        "0031-b",
        options(
            "**Option A — Files.** Cheap. **Rejected.**\n\n**Option B — A table.** Fast. **Chosen.**",
            "Meters need it.",
        ),
        {"options": [("Files", None), ("A table", None)], "choice": "A table", "chosen": ["A table"]},
    ),
    "prose with words in bold": (
        "0032-c",
        options("**Nobody** liked files.\n\n**Everybody** knew tables."),
        {"options": []},
    ),
    "one paragraph": ("0033-d", options("**Files.** Cheap."), {"options": []}),
    "paragraphs with known names": (
        "0034-e",
        options("**Context:** Meters.\n\n**Note:** Text."),
        {"options": []},
    ),
    "numbered options": (
        "0035-f",
        options("1. Files\n2. A table", "Option 2."),
        {"choice": "A table", "chosen": ["A table"]},
    ),
    "rejected ones in paragraphs": (
        "0036-g",
        (
            "Keep readings",
            "- Status: Accepted",
            {"Rejected alternatives": "**Files.** Slow.\n\n**Mails.** Lossy.", **MATTER},
        ),
        {"options": [("Files", "Slow."), ("Mails", "Lossy.")]},
    ),
    "an outcome": (
        "0040-a",
        (
            "Keep readings",
            "- Status: Accepted",
            {"Options": "- Files\n- Tables", "Discussion": "Outcome: Tables."},
        ),
        {"choice": "Tables", "chosen": ["Tables"]},
    ),
    "an announcement": (
        "0041-b",
        (
            "Keep readings",
            "- Status: Final\n- Resolution: https://example.org/list/1",
            {"Decision": "Keep them.", "Context": "T."},
        ),
        {"status": "accepted", "choice": "Keep them"},
    ),
    "a review that is no date": (
        "0050-a",
        head("- Status: Accepted\n- Review: the first round, the second round"),
        {"status": "accepted", "review": None},
    ),
    "a review that is one": (
        "0051-b",
        head("- Status: Accepted\n- Review: 2031-02-03"),
        {"status": "accepted", "review": "2031-02-03"},
    ),
    "an ambiguous date and a clear one": (
        "0052-c",
        head("- Status: Accepted on 2024-03-04\n- Date: 03/04/2024"),
        {"date": "2024-03-04", "problem": "date-invalid"},
    ),
    "a value before a field of no known name": (
        "0053-d",
        head("Status: Accepted · Effort: 3 days · Date: 2024-03-04 | Area: meters"),
        {"status_text": "Accepted", "date_text": "2024-03-04"},
    ),
    "two people": ("0060-a", head("- Status: Accepted\n- Deciders: Ana and Bo"), {"deciders": ["Ana", "Bo"]}),
    "three people": (
        "0061-b",
        head("- Status: Accepted\n- Deciders: Ana Lima, Bo Kim & Cy Roe"),
        {"deciders": ["Ana Lima", "Bo Kim", "Cy Roe"]},
    ),
    "one team": (
        "0062-c",
        head("- Status: Accepted\n- Deciders: Security and Compliance team"),
        {"deciders": ["Security and Compliance team"]},
    ),
    "people with addresses": (
        "0063-d",
        head("- Status: Accepted\n- Deciders: Ana Lima <ana@example.org>, Bo Kim"),
        {"deciders": ["Ana Lima", "Bo Kim"]},
    ),
    "an active review": (
        "0070-a",
        head("- Status: Active review (June 3...10, 2024)"),
        {"status": "proposed"},
    ),
    "a pitch": ("0071-b", head("- Status: **Pitch**"), {"status": "draft"}),
    "only what it supersedes": (
        "0072-c",
        head("- Status: Supersedes ADR-0071"),
        {"status": "unknown", "problem": "status-unknown", "links": [("supersedes", "ADR-0071", None)]},
    ),
    "a part of another": (
        "0073-d",
        head("- Status: Accepted, amends ADR 0071's tables"),
        {"links": [("amends", "ADR-0071", None)]},
    ),
    "a part of something else": (
        "0075-f",
        head("- Status: Accepted, supersedes METERS's earlier wording for tables"),
        {"links": []},
    ),
    "a relation between points": (
        "0076-g",
        head("- Status: Accepted · amends ADR 0071 · relates to ADR 0073"),
        {"links": [("amends", "ADR-0071", None), ("relates-to", "ADR-0073", None)]},
    ),
    "a box of MkDocs": (
        "0074-e",
        ("Keep readings", '!!! success "Status"\n    Accepted', MATTER),
        {"status": "accepted", "status_text": "Accepted"},
    ),
}


@pytest.fixture(scope="module", params=SUFFIXES)
def log(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = Project(tmp_path_factory.mktemp("shapes") / "docs")
    project.configure(adr_documents=["adr/*"], suppress_warnings=["toc", "myst", "docutils"])
    project.write({"index.rst": "Log\n===\n"})
    project.write(
        {f"adr/{name}{request.param}": page(request.param, text) for name, text, _ in SHAPES.values()}
    )
    return project.build("adr", nitpicky=False)


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape(name: str, log: Built) -> None:
    file, _text, wanted = SHAPES[name]
    expected = dict(wanted)
    (record,) = (one for one in log.register["decisions"] if one["docname"] == f"adr/{file}")
    problems = {p["code"] for p in log.register["problems"] if p["path"].rpartition(".")[0] == f"adr/{file}"}
    problem = expected.pop("problem", None)
    said = {key: record.get(key) for key in expected}
    if "options" in expected:
        said["options"] = [(one["name"], one["reason"]) for one in record["options"]]
    if "chosen" in expected:
        said["chosen"] = [one["name"] for one in record["options"] if one["chosen"]]
    if "links" in expected:
        said["links"] = [(one["kind"], one["target"], one["part"]) for one in record["links"]]
    assert said == expected
    assert problems - {"option-none-chosen", "id-gap"} == ({problem} if problem else set())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana und Bo", "Ana, Bo"),
        ("J. Doe et A. B. Cé", "J. Doe, A. B. Cé"),
        ("@ana, @bo", "ana, bo"),
        ("Research and Development", "Research and Development"),
        ("Ana and the network team", "Ana and the network team"),
        ("Architecture Board & Security", "Architecture Board & Security"),
        ("Ana, and others", "Ana, and others"),
    ],
)
def test_names(text: str, names: str) -> None:
    assert names_in(text) == names


ID_PAGE = "# Decisions\n\n## ADR-0001 Keep readings\n\n{0}\n\n## ADR-0002 Send mails\n\n{0}\n"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("body", "records"), [("We keep them.", []), ("Status: accepted", ["ADR-0001", "ADR-0002"])]
)
def test_a_page_beside_records_tells_of_them(
    suffix: str, body: str, records: list[str], tmp_path: Any
) -> None:
    text = ID_PAGE.format(body)
    if suffix == ".rst":
        lines = [
            line.removeprefix("## ").removeprefix("# ") + ("\n" + ("=" if line[1] == " " else "-") * 40)
            if line.startswith("#")
            else line
            for line in text.split("\n")
        ]
        text = "\n".join(lines)
    project = Project(tmp_path / "docs").configure(adr_documents=["adr/*"], suppress_warnings=["toc", "myst"])
    built = project.write({"index.rst": "Log\n===\n", f"adr/README{suffix}": text}).build(
        "adr", nitpicky=False
    )
    assert [one["id"] for one in built.register["decisions"]] == records
    assert any(p["code"] == "document-unread" for p in built.register["problems"]) is not bool(records)
