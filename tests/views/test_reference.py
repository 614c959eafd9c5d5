"""References in running text."""

from __future__ import annotations

import pytest

from sphinx_adr.log.ledger import Ledger
from sphinx_adr.views import Answers, ReferenceQuestion, RequirementPlaceQuestion, RequirementQuestion
from sphinx_adr.views.reference import Reference, RequirementAnswer, RequirementPlace

from ..log.records import adr, labels, log, required

LOG = log(
    adr(1, parts="retention context"),
    adr(2, supersedes="ADR-1", addresses="REQ-1", formerly="RFC-1"),
    adr(3, "superseded"),
    adr(4, at="a"),
    adr(4, at="b"),
    adr(5, mentions="REQ-1 REQ-9"),
    requirements="REQ-1",
)


def ask(target: str) -> Reference:
    answer = Answers(LOG).to(ReferenceQuestion(target))
    assert isinstance(answer, Reference)
    return answer


@pytest.mark.parametrize(
    ("target", "leads_to", "current"),
    [
        ("ADR-2", ["ADR-2"], []),
        ("adr-02", ["ADR-2"], []),
        (" ADR-2 ", ["ADR-2"], []),
        ("RFC-1", ["ADR-2"], []),
        ("ADR-1", ["ADR-1"], ["ADR-2"]),
        ("ADR-3", ["ADR-3"], []),
        ("ADR-4", ["ADR-4", "ADR-4"], []),
        ("ADR-9", [], []),
        ("", [], []),
    ],
)
def test_a_reference_leads_to_a_decision_and_tells_what_replaced_it(target, leads_to, current):
    answer = ask(target)
    assert (labels(answer.candidates), labels(answer.current)) == (leads_to, current)


@pytest.mark.parametrize(
    ("target", "part", "anchor"),
    [
        ("ADR-1", None, None),
        ("ADR-1#retention", "Retention", "adr-1-retention"),
        ("ADR-1# Retention ", "Retention", "adr-1-retention"),
        ("ADR-1#adr-1-context", "Context", "adr-1-context"),
        ("ADR-1#storage", "storage", None),
        ("ADR-1#", None, None),
    ],
)
def test_a_reference_may_lead_to_a_part(target, part, anchor):
    answer = ask(target)
    assert (answer.part, answer.part_anchor) == (part, anchor)


def test_a_requirement_tells_who_answers_it():
    answer = Answers(LOG).to(RequirementQuestion("REQ-1"))
    assert isinstance(answer, RequirementAnswer)
    assert answer.requirement.state == "covered"
    assert [(decision.label, how) for decision, how in answer.decisions] == [
        ("ADR-2", "addresses"),
        ("ADR-5", "mentions"),
    ]
    assert Answers(LOG).to(RequirementQuestion("REQ-2")) is None


def test_a_reference_to_a_requirement_depends_on_its_place_and_title_only():
    question = RequirementPlaceQuestion("REQ-1")
    assert Answers(LOG).to(question) == RequirementPlace("requirements", "req-1", "")
    assert Answers(LOG).digest([question]) == Answers(Ledger([adr(7)], [required("REQ-1")])).digest(
        [question]
    )


@pytest.mark.parametrize("identifier", ["REQ-9", "REQ-77"])
def test_what_no_document_declares_has_no_place(identifier):
    assert Answers(LOG).to(RequirementPlaceQuestion(identifier)) is None
