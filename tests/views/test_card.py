"""What a decision's own page says about it."""

from __future__ import annotations

import pytest
from hypothesis import given

from sphinx_adr.log.links import key_of
from sphinx_adr.views import Answers, CardQuestion
from sphinx_adr.views.card import Card, prospective

from ..log.records import adr, decisions, labels, log, one, outside


def card(ledger, number: int) -> Card:
    answer = Answers(ledger).to(CardQuestion(*key_of(one(ledger, number))))
    assert isinstance(answer, Card)
    return answer


def groups(shown: Card) -> list[str]:
    return [
        f"{'is ' * group.inverse}{group.kind}: "
        + ", ".join(f"{one.name}{'#' + one.part if one.part else ''} {one.state}" for one in group.links)
        for group in shown.links
    ]


def chain(shown: Card) -> list[str]:
    assert shown.banner
    return labels(shown.banner.chain)


def test_links_are_shown_on_both_sides():
    ledger = log(
        adr(1, parts="retention"),
        adr(2, supersedes="ADR-1"),
        adr(3, amends="ADR-1#retention", relates_to="ADR-1", refines="ADR-2"),
        adr(4, "proposed", supersedes="ADR-1 ADR-99", depends_on="ADR-1"),
    )
    assert groups(card(ledger, 1)) == [
        "is supersedes: ADR-2 effective, ADR-4 prospective",
        "is amends: ADR-3#Retention effective",
        "is depends-on: ADR-4 effective",
        "relates-to: ADR-3 effective",
    ]
    assert groups(card(ledger, 2)) == ["supersedes: ADR-1 effective", "is refines: ADR-3 effective"]
    assert groups(card(ledger, 3)) == [
        "amends: ADR-1#Retention effective",
        "relates-to: ADR-1 effective",
        "refines: ADR-2 effective",
    ]
    assert groups(card(ledger, 4)) == [
        "supersedes: ADR-1 prospective, ADR-99 dangling",
        "depends-on: ADR-1 effective",
    ]


def test_the_anchor_of_a_part_is_one_of_the_decision_that_is_linked():
    ledger = log(adr(1, parts="retention"), adr(2, amends="ADR-1#retention"))
    (there,), (back,) = card(ledger, 2).links[0].links, card(ledger, 1).links[0].links
    assert (there.decision.id, there.part, there.part_anchor) == ("ADR-1", "Retention", "adr-1-retention")
    assert (back.decision.id, back.part, back.part_anchor) == ("ADR-2", "Retention", None)


@pytest.mark.parametrize(
    ("target", "name", "title"),
    [("ADR-9", "ADR-9", None), ("ADR-2", "ADR-2", None), ("x:ADR-1", "x:ADR-1", "Title of x:ADR-1")],
)
def test_links_to_nothing_to_several_and_far_are_shown_too(target, name, title):
    ledger = log(adr(1, amended_by=target), adr(2, at="a"), adr(2, at="b"), outsiders=outside("x:ADR-1"))
    (linked,) = card(ledger, 1).links[0].links
    assert linked.name == name
    assert (linked.decision.title if linked.decision else None) == title


def test_a_banner_leads_to_what_is_current_now():
    ledger = log(adr(1), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-2", date="2025-01-01"))
    banner = card(ledger, 1).banner
    assert (labels(banner.current), banner.since) == (["ADR-3"], "2025-01-01")
    assert chain(card(ledger, 1)) == chain(card(ledger, 2)) == ["ADR-1", "ADR-2", "ADR-3"]
    assert card(ledger, 3).banner is None


def test_a_banner_leads_to_all_ends_of_a_fork():
    ledger = log(
        adr(1),
        adr(2, supersedes="ADR-1", date="2025"),
        adr(3, supersedes="ADR-1"),
        adr(4, supersedes="ADR-2"),
    )
    banner = card(ledger, 1).banner
    assert (labels(banner.current), banner.since, banner.chain) == (["ADR-3", "ADR-4"], None, ())
    assert chain(card(ledger, 2)) == []


def test_a_merge_is_a_line_for_those_that_it_replaced():
    ledger = log(adr(1), adr(2), adr(3, supersedes="ADR-1 ADR-2"), adr(4, supersedes="ADR-3"))
    assert chain(card(ledger, 1)) == ["ADR-1", "ADR-3", "ADR-4"]
    assert chain(card(ledger, 3)) == []


@pytest.mark.parametrize("number", range(1, 7))
def test_a_chain_is_shown_up_to_seven(number):
    seven = log(adr(1), *(adr(n, supersedes=f"ADR-{n - 1}") for n in range(2, 8)))
    assert chain(card(seven, number)) == [f"ADR-{n}" for n in range(1, 8)]
    eight = log(adr(1), *(adr(n, supersedes=f"ADR-{n - 1}") for n in range(2, 9)))
    assert chain(card(eight, number)) == []


def test_a_banner_may_lead_to_another_documentation():
    ledger = log(adr(1, superseded_by="ADR-2"), adr(2, superseded_by="x:ADR-1"), outsiders=outside("x:ADR-1"))
    for number in (1, 2):
        banner = card(ledger, number).banner
        assert [now.uri for now in banner.current] == ["https://example.org/ADR-1"]
        assert banner.chain == ()


def test_no_banner_for_what_a_pending_or_rejected_decision_or_a_circle_would_replace():
    ledger = log(
        adr(1),
        adr(2, "proposed", supersedes="ADR-1"),
        adr(3, "rejected", supersedes="ADR-1"),
        adr(4, supersedes="ADR-5"),
        adr(5, supersedes="ADR-4"),
    )
    assert [card(ledger, number).banner for number in (1, 4, 5)] == [None, None, None]


def test_pending_successors_of_the_whole_are_announced():
    ledger = log(
        adr(1, parts="a"),
        adr(2, "proposed", supersedes="ADR-1"),
        adr(3, "draft", supersedes="ADR-1#a"),
        adr(4, "rejected", supersedes="ADR-1"),
        adr(5, "proposed", supersedes="ADR-1"),
        adr(6, supersedes="ADR-5"),
    )
    assert labels(prospective(card(ledger, 1).links)) == ["ADR-2"]
    assert labels(prospective(card(ledger, 2).links)) == []


def test_requirements_are_addressed_mentioned_or_dropped():
    ledger = log(
        adr(1, addresses="REQ-1 REQ-2 REQ-5", mentions="REQ-1 REQ-3 REQ-2", drops="REQ-2 REQ-4"),
        requirements="REQ-1 REQ-2",
    )
    shown = {how: [(one.id, one.state) for one in some] for how, some in card(ledger, 1).requirements}
    assert shown == {
        "addresses": [("REQ-1", "covered"), ("REQ-5", "unknown")],
        "mentions": [("REQ-3", "unknown")],
        "drops": [("REQ-2", "dropped"), ("REQ-4", "unknown")],
    }
    assert list(shown) == ["addresses", "mentions", "drops"]


def test_facts_stand_as_they_were_written():
    ledger = log(
        adr(
            1,
            "proposed",
            date="2025-11",
            date_text="2025-11",
            deciders="Okafor Ortiz",
            informed="all",
            tags="b a",
            story="TKT-1",
            review="2026-01-01",
            formerly="RFC-1",
            status_text="Under review",
        )
    )
    shown = card(ledger, 1)
    assert shown.people == (("deciders", ("Okafor", "Ortiz")), ("informed", ("all",)))
    assert (shown.tags, shown.story, shown.review, shown.formerly) == (
        ("b", "a"),
        "TKT-1",
        "2026-01-01",
        ("RFC-1",),
    )
    assert (shown.authored_status, shown.status_text, shown.date) == ("proposed", "Under review", "2025-11")


def test_copies_of_an_id_name_each_other():
    ledger = log(adr(1, at="a"), adr(1, at="b"), adr(1, at="c"))
    shown = Answers(ledger).to(CardQuestion("b", "adr-1"))
    assert isinstance(shown, Card)
    assert [copy.docname for copy in shown.copies] == ["a", "c"]


def test_a_card_that_is_not_in_this_build_is_none():
    assert Answers(log(adr(1))).to(CardQuestion("gone", "adr-1")) is None


def test_the_card_of_an_inherited_docstring_is_that_of_the_decision():
    ledger = log(
        adr(1, at="a", source="m.py:docstring of m.A"), adr(1, at="b", source="m.py:docstring of m.B")
    )
    shown = Answers(ledger).to(CardQuestion("b", "adr-1"))
    assert isinstance(shown, Card)
    assert (shown.decision.docname, shown.copies) == ("a", ())


@given(decisions())
def test_every_decision_has_a_card_and_a_banner_when_it_is_superseded(records):
    ledger = log(*records, outsiders=outside("other:ADR-1"))
    answers = Answers(ledger)
    for decision in ledger:
        shown = answers.to(CardQuestion(*key_of(decision)))
        assert isinstance(shown, Card)
        superseded_by_a_link = ledger.effective_status(decision) == "superseded"
        assert (shown.banner is not None) == superseded_by_a_link
        if shown.banner:
            assert shown.banner.current
            if shown.banner.chain:
                assert decision.label in labels(shown.banner.chain)
        assert sum(len(group.links) for group in shown.links) == len(
            ledger.links_of.get(key_of(decision), ())
        )
