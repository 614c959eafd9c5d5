"""Questions are answered once, and pages are told apart by the answers to theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.links import key_of
from sphinx_adr.views import Answers, CardQuestion, IndexQuestion, MatrixQuestion, ReferenceQuestion

from ..log.records import adr, decisions, log

asked: list[int] = []


@dataclass(frozen=True)
class Counting:
    number: int

    def answer(self, answers: Answers) -> object:
        asked.append(self.number)
        return self.number


def test_a_question_is_answered_once():
    asked.clear()
    answers = Answers(log())
    for _ in range(3):
        answers.to(Counting(1))
        answers.digest([Counting(2), Counting(2), Counting(1)])
    assert asked == [1, 2]


def test_a_digest_tells_questions_their_order_and_seeds_apart():
    answers = Answers(log(adr(1)))
    index, card = IndexQuestion(), CardQuestion("decisions/adr-1", "adr-1")
    digests = [
        answers.digest([]),
        answers.digest([index]),
        answers.digest([card]),
        answers.digest([index, card]),
        answers.digest([card, index]),
        answers.digest([index], "a"),
        answers.digest([index], "a", "b"),
        answers.digest([index], "b", "a"),
    ]
    assert len(set(digests)) == len(digests)
    assert all(len(digest) == 32 for digest in digests)


def test_text_that_no_encoding_holds_has_a_digest():
    assert Answers(log(adr(1, title="\ud800"))).digest([IndexQuestion()])


def test_a_page_changes_with_what_it_shows_and_with_nothing_else():
    before = log(adr(1), adr(2), adr(3, relates_to="ADR-2"))
    after = log(adr(1), adr(2), adr(3, relates_to="ADR-2", supersedes="ADR-1", story="TKT-1"))

    def digest(ledger, number):
        return Answers(ledger).digest([CardQuestion(f"decisions/adr-{number}", f"adr-{number}")])

    assert digest(before, 1) != digest(after, 1)
    assert digest(before, 2) == digest(after, 2)
    assert digest(before, 3) != digest(after, 3)


@given(decisions(), st.data())
def test_the_body_of_a_decision_changes_no_other_page(records, data):
    if not records:
        return
    position = data.draw(st.integers(0, len(records) - 1))
    changed = replace(records[position], place=replace(records[position].place, line=77), story="another")
    before, after = (
        Answers(log(*records)),
        Answers(log(*[*records[:position], changed, *records[position + 1 :]])),
    )
    questions = [
        MatrixQuestion(),
        IndexQuestion(),
        ReferenceQuestion("ADR-1"),
        *(CardQuestion(*key_of(record)) for record in records if record is not records[position]),
    ]
    assert before.digest(questions) == after.digest(questions)
