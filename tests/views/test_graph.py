"""The graph of decisions."""

from __future__ import annotations

import pytest
from hypothesis import given

from sphinx_adr.views import Answers, GraphQuestion
from sphinx_adr.views.graph import Graph

from ..log.records import adr, decisions, log

LOG = log(
    adr(1, date="2024-01-01"),
    adr(2, date="2024-06-01", supersedes="ADR-1"),
    adr(3, date="2025-01-01", parts="retention", supersedes="ADR-2"),
    adr(4, "proposed", supersedes="ADR-3", depends_on="ADR-6"),
    adr(5, date="2023-01-01", amends="ADR-3#retention"),
    adr(6, "rejected", date="2025-05", supersedes="ADR-1"),
    adr(7, relates_to="ADR-99"),
)


def ask(ledger=LOG, graph_limit: int = 40, **question) -> Graph:
    answer = Answers(ledger, graph_limit=graph_limit).to(GraphQuestion(**question))
    assert isinstance(answer, Graph)
    return answer


def names(graph: Graph) -> str:
    return " ".join(node.decision.id.removeprefix("ADR-") for node in graph.nodes)


def edges(graph: Graph) -> list[str]:
    name = {node.key: node.decision.id for node in graph.nodes}
    return [
        f"{name[e.newer]} {e.kind} {name[e.older]}{'#' + e.part if e.part else ''} {e.state}"
        for e in graph.edges
    ]


def test_a_graph_has_all_decisions_and_the_links_between_them():
    assert edges(ask()) == [
        "ADR-2 supersedes ADR-1 effective",
        "ADR-3 supersedes ADR-2 effective",
        "ADR-4 supersedes ADR-3 prospective",
        "ADR-4 depends-on ADR-6 effective",
        "ADR-5 amends ADR-3#retention effective",
        "ADR-6 supersedes ADR-1 void",
    ]


def test_nodes_stand_from_old_to_new_and_undated_ones_where_their_id_puts_them():
    assert names(ask()) == "5 1 2 3 4 6 7"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"root": "ADR-2", "depth": 0}, "2"),
        ({"root": "ADR-2", "depth": 1}, "1 2 3"),
        ({"root": "adr-2", "depth": 2}, "5 1 2 3 4 6"),
        ({"root": "ADR-2"}, "5 1 2 3 4 6"),
        ({"root": "ADR-7"}, "7"),
        ({"root": "ADR-77"}, ""),
        ({"root": "ADR-2", "links": ("amends",)}, "2"),
        ({"root": "ADR-3", "links": ("amends",)}, "5 3"),
        ({"filter": "in_force"}, "5 3 7"),
        ({"root": "ADR-2", "filter": "not in_force"}, "1 2 4 6"),
    ],
)
def test_a_graph_may_show_a_part(question, expected):
    assert names(ask(**question)) == expected


def test_links_of_other_kinds_are_left_out_and_their_decisions_stay():
    graph = ask(links=("depends-on",))
    assert edges(graph) == ["ADR-4 depends-on ADR-6 effective"]
    assert len(graph.nodes) == 7


def test_the_root_is_in_focus():
    assert [node.decision.id for node in ask(root="ADR-3").nodes if node.focus] == ["ADR-3"]


def test_a_head_is_in_force_and_replaced_others():
    assert [node.decision.id for node in ask().nodes if node.head] == ["ADR-3"]


@pytest.mark.parametrize(
    ("style", "limit", "shown"),
    [
        ("auto", 7, "layers"),
        ("auto", 6, "log"),
        ("auto", 0, "log"),
        ("layers", 0, "layers"),
        ("log", 40, "log"),
    ],
)
def test_the_style_is_a_matter_of_size_where_it_is_left_open(style, limit, shown):
    assert ask(graph_limit=limit, style=style).style == shown


def test_forty_decisions_are_drawn_in_layers():
    for count, style in ((40, "layers"), (41, "log")):
        answer = Answers(log(*map(adr, range(1, count + 1)))).to(GraphQuestion())
        assert isinstance(answer, Graph)
        assert answer.style == style


def test_a_circle_is_drawn_and_void():
    graph = ask(log(adr(1, supersedes="ADR-2"), adr(2, supersedes="ADR-1")))
    assert edges(graph) == ["ADR-1 supersedes ADR-2 void", "ADR-2 supersedes ADR-1 void"]


@given(decisions())
def test_every_edge_has_both_its_nodes(records):
    graph = ask(log(*records))
    keys = [node.key for node in graph.nodes]
    assert len(keys) == len(set(keys)) == len(records)
    assert {end for edge in graph.edges for end in (edge.newer, edge.older)} <= set(keys)
