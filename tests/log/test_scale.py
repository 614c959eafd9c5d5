"""Logs far larger than real ones take a moment, and no recursion."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx_adr.log.coverage import read_coverage
from sphinx_adr.log.rules.checks import check
from sphinx_adr.log.rules.circumstances import Circumstances
from sphinx_adr.log.rules.policy import Policy
from sphinx_adr.views import Answers, CardQuestion, GraphQuestion, IndexQuestion, RequirementQuestion

from .records import adr, labels, log, one

PATIENCE = 15.0
"""Seconds: a multiple of what a slow machine needs, a fraction of what anything quadratic takes."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def ask_all(ledger) -> Answers:
    answers = Answers(ledger)
    for decision in ledger:
        answers.digest([CardQuestion(decision.docname, decision.anchor), RequirementQuestion("REQ-1")])
    answers.to(IndexQuestion(sort=("-date", "id"), group_by="tags"))
    answers.to(GraphQuestion())
    assert isinstance(list(check(ledger, answers.requirements)), list)
    return answers


def test_ten_thousand_decisions():
    records = (
        adr(
            n,
            date="2025-01-01",
            tags="a b",
            supersedes=f"ADR-{n - 1}" if 1 < n <= 5001 else "",
            relates_to=f"ADR-{n // 2}",
            depends_on="ADR-1",
            addresses=f"REQ-{n % 500} REQ-1",
        )
        for n in range(1, 10_001)
    )
    with at_most(PATIENCE):
        ledger = log(*records, requirements=" ".join(f"REQ-{n}" for n in range(500)))
        ask_all(ledger)
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-5001"]


def test_a_chain_in_either_direction_is_followed_without_recursion():
    with at_most(PATIENCE):
        for step in (-1, 1):
            ledger = log(
                *(
                    adr(n, supersedes=f"ADR-{n + step}" if 1 <= n + step <= 5000 else "")
                    for n in range(1, 5001)
                )
            )
            ask_all(ledger)
            first, last = (1, 5000) if step < 0 else (5000, 1)
            assert labels(ledger.current(one(ledger, first))) == [f"ADR-{last}"]


def test_one_circle_of_five_thousand():
    with at_most(PATIENCE):
        ledger = log(*(adr(n, supersedes=f"ADR-{n % 5000 + 1}") for n in range(1, 5001)))
        ask_all(ledger)
    assert [len(circle) for circle in ledger.cycles] == [5000]


def test_one_decision_that_replaces_five_thousand():
    with at_most(PATIENCE):
        ledger = log(
            adr(9999, supersedes=" ".join(f"ADR-{n}" for n in range(1, 5001))),
            *(adr(n) for n in range(1, 5001)),
        )
        ask_all(ledger)
    assert labels(ledger.current(one(ledger, 77))) == ["ADR-9999"]


def test_five_thousand_links_to_nothing_and_as_many_unknown_requirements():
    with at_most(PATIENCE):
        ledger = log(
            *(adr(n, relates_to=f"ADR-{n + 90_000}", addresses=f"REQ-{n}") for n in range(1, 5001)),
            requirements="REQ-0",
        )
        found = list(Policy().reported(check(ledger, read_coverage(ledger), Circumstances()), ledger))
    assert len(found) == 10_000


def test_five_thousand_on_one_page_that_link_to_the_page():
    with at_most(PATIENCE):
        ledger = log(*(adr(n, at="all", relates_to="all") for n in range(1, 5001)))
        assert {link.state for link in ledger.links} == {"ambiguous"}
