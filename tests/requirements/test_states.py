"""What the matrix shows of a requirement, whatever became of the decisions that answer it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..support import Built, Markup, Project

AWAY = ".. adr:: ADR-7: There\n   :status: accepted\n\n   Text.\n"
R = "REQ-1"


def one(
    number: int, status: str = "accepted", body: str = "", **options: str
) -> tuple[int, str, str, dict[str, str]]:
    return number, status, body, options


Decided = tuple[int, str, str, dict[str, str]]

# The decisions; the state of REQ-1; its cells: decision, effective status, how it answers.
CASES: dict[str, tuple[list[Decided], str, list[str]]] = {
    "nobody": ([one(1)], "not covered", []),
    "superseded and taken on": (
        [one(1, requirements=R), one(2, requirements=R, supersedes="ADR-1")],
        "covered",
        ["ADR-1 superseded addresses", "ADR-2 accepted addresses"],
    ),
    "superseded and left": (
        [one(1, requirements=R), one(2, supersedes="ADR-1")],
        "lost",
        ["ADR-1 superseded addresses"],
    ),
    "a fork of which one branch takes it on": (
        [one(1, requirements=R), one(2, supersedes="ADR-1"), one(3, requirements=R, supersedes="ADR-1")],
        "covered",
        ["ADR-1 superseded addresses", "ADR-3 accepted addresses"],
    ),
    "a fork of which no branch takes it on": (
        [one(1, requirements=R), one(2, supersedes="ADR-1"), one(3, supersedes="ADR-1")],
        "lost",
        ["ADR-1 superseded addresses"],
    ),
    "a fork of which one branch is a proposal": (
        [
            one(1, requirements=R),
            one(2, supersedes="ADR-1"),
            one(3, "proposed", requirements=R, supersedes="ADR-1"),
        ],
        "pending",
        ["ADR-1 superseded addresses", "ADR-3 proposed addresses"],
    ),
    "a join": (
        [one(1, requirements=R), one(2), one(3, requirements=R, supersedes="ADR-1, ADR-2")],
        "covered",
        ["ADR-1 superseded addresses", "ADR-3 accepted addresses"],
    ),
    "a part of it replaced": (
        [one(1, body="Context", requirements=R), one(2, supersedes="ADR-1#context")],
        "covered",
        ["ADR-1 accepted addresses"],
    ),
    "a part of it replaced by a decision that answers too": (
        [one(1, body="Context", requirements=R), one(2, requirements=R, supersedes="ADR-1#context")],
        "covered",
        ["ADR-1 accepted addresses", "ADR-2 accepted addresses"],
    ),
    "a prospective supersession": (
        [one(1, requirements=R), one(2, "proposed", supersedes="ADR-1")],
        "covered",
        ["ADR-1 accepted addresses"],
    ),
    "a void supersession": (
        [one(1, requirements=R), one(2, "rejected", requirements=R, supersedes="ADR-1")],
        "covered",
        ["ADR-1 accepted addresses", "ADR-2 rejected addresses"],
    ),
    "moved to a decision that is not its successor": (
        [one(1, requirements=R), one(2, supersedes="ADR-1"), one(3, requirements=R)],
        "covered",
        ["ADR-1 superseded addresses", "ADR-3 accepted addresses"],
    ),
    "moved to a mention": (
        [one(1, requirements=R), one(2, body="Meets REQ-1.", supersedes="ADR-1")],
        "covered",
        ["ADR-1 superseded addresses", "ADR-2 accepted mentions"],
    ),
    "moved to a decision that has gone since": (
        [one(1, requirements=R), one(2, "deprecated", requirements=R, supersedes="ADR-1")],
        "lost",
        ["ADR-1 superseded addresses", "ADR-2 deprecated addresses"],
    ),
    "dropped by the successor": (
        [one(1, requirements=R), one(2, supersedes="ADR-1", drops=R)],
        "dropped on purpose",
        ["ADR-1 superseded addresses", "ADR-2 accepted gives up on purpose"],
    ),
    "dropped by a proposal": (
        [one(1, requirements=R), one(2, "proposed", supersedes="ADR-1", drops=R)],
        "covered",
        ["ADR-1 accepted addresses", "ADR-2 proposed gives up on purpose"],
    ),
    "superseded by a decision of another project": (
        [one(1, requirements=R, superseded_by="away:ADR-7")],
        "lost",
        ["ADR-1 superseded addresses"],
    ),
    "superseding a decision of another project": (
        [one(1, requirements=R, supersedes="away:ADR-7")],
        "covered",
        ["ADR-1 accepted addresses"],
    ),
    "a circle": (
        [one(1, requirements=R, supersedes="ADR-2"), one(2, supersedes="ADR-1")],
        "covered",
        ["ADR-1 accepted addresses"],
    ),
}


@pytest.fixture(scope="module")
def inventory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What another documentation tells of its decisions."""
    project = Project(tmp_path_factory.mktemp("away") / "docs").write({"index.rst": f"Log\n===\n\n{AWAY}"})
    return project.build(strict=True).out / "objects.inv"


def in_html(built: Built) -> tuple[str, list[str]]:
    body = built.page("index").body.rpartition("<tbody>")[2]
    row = body.partition("</tr>")[0]
    badge = re.search(r'<span class="adr-badge[^>]*>([^<]*)<', row)
    assert badge is not None
    return badge[1].lower(), [
        cell.replace(",", "").lower() for cell in re.findall(r'title="(ADR-\d+, [^"]*)"', row)
    ]


def in_text(built: Built) -> tuple[str, list[str]]:
    cells = ["", "", ""]
    for line in built.read("index.txt").rpartition("|===")[2].splitlines()[1:]:
        if line.startswith("|"):
            cells = [
                f"{old} {new.strip()}" for old, new in zip(cells, line.strip("|").split("|"), strict=True)
            ]
    found = re.findall(r"(ADR-\d+) \((\w+), ([\w ]+)\)", " ".join(cells[2].split()))
    return cells[1].strip().lower(), [" ".join(cell).lower() for cell in found]


@pytest.mark.parametrize("case", CASES)
def test_the_matrix_shows_the_state_and_the_cells(
    project: Project, markup: Markup, inventory: Path, case: str
):
    decisions, state, cells = CASES[case]
    blocks = []
    for number, status, body, options in decisions:
        inner = (
            [markup.directive("rubric", "Context"), "Text."] if body == "Context" else [body] if body else []
        )
        blocks.append(markup.directive("adr", f"ADR-{number}: One", *inner, status=status, **options))
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr-requirement", "REQ-1: Often"),
        *blocks,
        markup.directive("adr-matrix"),
    )
    project.extensions.append("sphinx.ext.intersphinx")
    project.configure(intersphinx_mapping={"away": ("https://away.example/", str(inventory))})
    project.write({f"index{markup.suffix}": page})
    built = project.build()
    (told,) = built.register["requirements"]
    assert told["state"] == {"not covered": "uncovered"}.get(state, state.split()[0])
    expected = (state, [cell.lower() for cell in cells])
    assert in_html(built) == expected
    assert in_text(project.build("text")) == expected
    # A proposal keeps nothing in force.
    expects = state in ("lost", "pending") and "has gone since" not in case
    assert ("adr.requirement-lost" in built.codes) is expects
