"""Existing documents by templates of the field that no corpus at hand shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..support import has_myst
from .test_existing_records import read

pytestmark = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")


def one(tmp_path: Path, text: str) -> dict[str, Any]:
    """The only record of a document."""
    (found,) = read(tmp_path, {"adr/0001-a.md": text}).register["decisions"]
    return dict(found)


def test_the_decision_stands_in_a_summary_and_the_positions_in_details(tmp_path: Path) -> None:
    """J. Tyree and A. Akerman, "Architecture decisions", IEEE Software 22 (2005), under headings."""
    record = one(
        tmp_path,
        "# Languages\n\n## Summary\n\n### Issue\n\nWhich one?\n\n### Decision\n\n"
        "We are choosing TypeScript for the front-end.\n\n### Status\n\nDecided. We are open to others.\n\n"
        "## Details\n\n### Positions\n\nWe considered:\n\n* Elixir\n* TypeScript\n",
    )
    assert (record["status"], record["choice"]) == ("accepted", "TypeScript")
    assert [(option["name"], option["chosen"]) for option in record["options"]] == [
        ("Elixir", False),
        ("TypeScript", True),
    ]


def test_the_status_stands_behind_the_decision_in_bold(tmp_path: Path) -> None:
    text = "# Languages\n\n**Issue**: Downtime.\n\n**Decision**: We wait.\n\n{}\n\n**Group**: Operations\n"
    assert one(tmp_path, text.format("**Status**: Pending."))["status"] == "proposed"
    near_miss = one(tmp_path / "near", text.format("**Status**: of pending requests is shown."))
    assert near_miss["status"] == "unknown"


def test_labels_without_colons_tell_pros_from_cons(tmp_path: Path) -> None:
    record = one(
        tmp_path,
        "# A\n\nStatus: Accepted\n\n## Alternatives\n\n1. gRPC\n\n   Pros\n\n   - typed\n\n   Cons\n\n   - browsers\n"
        "\n2. REST\n\n   Pros:\n\n   - simple\n\n   Cons\n\n   - chatty\n",
    )
    assert [(option["pros"], option["cons"]) for option in record["options"]] == [
        (["typed"], ["browsers"]),
        (["simple"], ["chatty"]),
    ]


def test_numbers_of_headings_are_no_part_of_the_names_of_options(tmp_path: Path) -> None:
    record = one(
        tmp_path,
        "# A\n\nStatus: Accepted\n\n## 2. Decision\n\n**We will use nox.**\n\n## 3. Alternatives\n\n"
        "### 3.1 tox\n\nKnown.\n\n### 3.2 nox\n\nPython.\n",
    )
    assert [(option["name"], option["chosen"]) for option in record["options"]] == [
        ("tox", False),
        ("nox", True),
    ]


def test_a_column_says_what_was_chosen_and_why_another_was_not(tmp_path: Path) -> None:
    record = one(
        tmp_path,
        "# A\n\nStatus: Accepted\n\n## Alternatives\n\n| Option | Pros | Cons | Decision |\n|---|---|---|---|\n"
        "| One | atomic | big | ✅ chosen |\n| Many | small | drift | rejected: they drift |\n",
    )
    assert record["choice"] == "One"
    assert [(option["chosen"], option["reason"]) for option in record["options"]] == [
        (True, None),
        (False, "they drift"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Effort: 3 days | Status: Accepted | Author(s): Jo",
        "Proposal date: 2022-02-02 | Status: Accepted | Decider(s): Jo",
    ],
)
def test_a_line_of_fields_may_begin_with_an_unknown_one(tmp_path: Path, line: str) -> None:
    record = one(tmp_path, f"# A\n\n{line}\n\n## Context\n\nText.\n")
    assert (record["status"], record["deciders"]) == ("accepted", ["Jo"])


@pytest.mark.parametrize("states", [(1, 0), (0, 1)])
def test_the_date_of_the_latest_state_counts(tmp_path: Path, states: tuple[int, int]) -> None:
    lines = ["Proposed on 2023-12-01", "Accepted on 2024-02-05"]
    text = "\n\n".join(lines[place] for place in states)
    assert one(tmp_path, f"# A\n\n## Status\n\n{text}\n\n## Context\n\nText.\n")["date"] == "2024-02-05"
