"""The lineage of a decision."""

from __future__ import annotations

import pytest

from sphinx_adr.log.links import Outside
from sphinx_adr.views import Answers, GraphQuestion, LineageQuestion
from sphinx_adr.views.graph import Graph
from sphinx_adr.views.lineage import MOST, Lineage

from ..log.records import adr, log


def ask(ledger, number: int, lineage: str = "all") -> Lineage | None:
    decision = next(one for one in ledger if one.id == f"ADR-{number}")
    answer = Answers(ledger, lineage=lineage).to(LineageQuestion(decision.docname, decision.anchor))
    assert answer is None or isinstance(answer, Lineage)
    return answer


def shown(lineage: Lineage | None) -> str:
    assert lineage is not None
    return " ".join(node.decision.id.removeprefix("ADR-") for node in lineage.graph.nodes)


CHAIN = log(
    adr(1),
    adr(2, supersedes="ADR-1"),
    adr(3, supersedes="ADR-2"),
    adr(4, "proposed", supersedes="ADR-3"),
    adr(5, depends_on="ADR-3"),
    adr(6, "rejected", supersedes="ADR-3"),
    adr(7, amends="ADR-3"),
    adr(8, amends="ADR-1"),
    adr(9, supersedes="ADR-7"),
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1 2 3 4 8"), (2, "1 2 3 4"), (3, "1 2 3 4 7"), (4, "1 2 3 4"), (7, "3 7 9"), (9, "7 9")],
)
def test_a_lineage_is_what_led_to_a_decision_and_what_became_of_it(number, expected):
    assert shown(ask(CHAIN, number)) == expected


@pytest.mark.parametrize("number", [5, 6])
def test_without_a_supersession_or_an_amendment_that_counts_there_is_none(number):
    assert ask(CHAIN, number) is None


def test_the_decision_itself_is_in_focus():
    lineage = ask(CHAIN, 2)
    assert lineage is not None
    assert [node.decision.id for node in lineage.graph.nodes if node.focus] == ["ADR-2"]


def test_forks_show_the_other_branch():
    fork = log(adr(1), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-1"), adr(4, supersedes="ADR-3"))
    assert shown(ask(fork, 1)) == "1 2 3 4"
    assert shown(ask(fork, 2)) == "1 2 3"
    merge = log(adr(1), adr(2), adr(3, supersedes="ADR-1 ADR-2"))
    assert shown(ask(merge, 1)) == "1 2 3"


def test_a_circle_is_no_lineage():
    circle = log(adr(1, supersedes="ADR-2"), adr(2, supersedes="ADR-1"))
    assert ask(circle, 1) is None


def test_a_long_lineage_shows_the_nearest_and_says_that_there_are_more():
    long = log(adr(1), *(adr(n, supersedes=f"ADR-{n - 1}") for n in range(2, 41)))
    lineage = ask(long, 20)
    assert lineage is not None
    assert lineage.more
    assert len(lineage.graph.nodes) == MOST
    assert shown(lineage) == " ".join(map(str, range(14, 26)))
    short = ask(log(adr(1), *(adr(n, supersedes=f"ADR-{n - 1}") for n in range(2, MOST + 1))), 3)
    assert short is not None
    assert not short.more


def test_a_page_of_several_decisions_shows_none_unless_asked_to():
    one = log(adr(1, at="first"), adr(2, supersedes="ADR-1", at="second"))
    assert ask(one, 2, "single") is not None
    several = log(adr(1, at="page"), adr(2, supersedes="ADR-1", at="page"))
    assert ask(several, 2, "single") is None
    assert ask(several, 2, "all") is not None
    assert ask(one, 2, "none") is None


def test_a_decision_of_another_documentation_belongs_to_it():
    outside = Outside("core:ADR-1", "Theirs", "https://example.org/core.html#adr-1")
    ledger = log(adr(2, supersedes="core:ADR-1"), outsiders={"core:ADR-1": outside})
    lineage = ask(ledger, 2)
    assert shown(lineage) == "core:ADR-1 2"
    assert lineage is not None
    assert [edge.kind for edge in lineage.graph.edges] == ["supersedes"]


def test_a_graph_shows_decisions_of_other_documentations_beside_those_that_link_to_them():
    outside = Outside("core:ADR-1", "Theirs", "https://example.org/core.html#adr-1")
    ledger = log(
        adr(1), adr(2, depends_on="core:ADR-1"), adr(3, depends_on="ADR-2"), outsiders={"core:ADR-1": outside}
    )

    def names(**question):
        graph = Answers(ledger).to(GraphQuestion(**question))
        assert isinstance(graph, Graph)
        return [node.decision.id for node in graph.nodes]

    assert names() == ["ADR-1", "core:ADR-1", "ADR-2", "ADR-3"]
    assert names(root="ADR-3", depth=1) == ["ADR-2", "ADR-3"]
    assert names(root="ADR-3", depth=2) == ["core:ADR-1", "ADR-2", "ADR-3"]
    assert names(filter='id == "ADR-1"') == ["ADR-1"]
