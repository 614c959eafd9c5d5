"""The graph of decisions."""

from __future__ import annotations

import pytest
from hypothesis import given

from sphinx_adr.views import Answers, GraphQuestion, PastQuestion
from sphinx_adr.views.graph import TRACES, Graph, RequirementNode
from sphinx_adr.views.past import Past

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


# -- requirements -----------------------------------------------------------------------------------------

TRACED = log(
    adr(1, date="2024-01-01", addresses="REQ-1 REQ-10"),
    adr(2, date="2024-06-01", supersedes="ADR-1", addresses="REQ-1", mentions="REQ-2"),
    adr(3, "proposed", date="2025-01-01", addresses="REQ-3", mentions="REQ-1"),
    adr(4, date="2025-02-01", drops="REQ-10 REQ-4", mentions="REQ-4"),
    requirements="REQ-1 REQ-2 REQ-3 REQ-4 REQ-10 REQ-11",
)
ADDRESSED, EVERY = TRACES["addressed"], TRACES["all"]


def items(graph: Graph) -> str:
    """What has a box, in reading order."""
    return " ".join(
        f"{item.requirement.id}={item.requirement.state}"
        if isinstance(item, RequirementNode)
        else item.decision.id
        for item in graph.items
    )


def traces(graph: Graph) -> list[str]:
    name = {node.key: node.decision.id for node in graph.nodes}
    name |= {node.key: node.requirement.id for node in graph.requirements}
    return [f"{name[e.newer]} {e.kind} {name[e.older]}" for e in graph.edges if e.kind in EVERY]


@pytest.mark.parametrize(
    ("question", "shown", "expected"),
    [
        ({}, "ADR-1 ADR-2 ADR-3 ADR-4", []),
        (
            {"traces": ADDRESSED},
            "REQ-1=covered REQ-10=dropped ADR-1 ADR-2 REQ-3=pending ADR-3 ADR-4",
            ["ADR-1 addresses REQ-1", "ADR-2 addresses REQ-1", "ADR-3 addresses REQ-3", "ADR-1 addresses REQ-10"],
        ),
        (
            {"traces": EVERY, "filter": 'id != "ADR-1"'},
            "REQ-1=covered REQ-2=covered ADR-2 REQ-3=pending ADR-3 ADR-4",
            ["ADR-2 addresses REQ-1", "ADR-3 mentions REQ-1", "ADR-2 mentions REQ-2", "ADR-3 addresses REQ-3"],
        ),
        ({"traces": ADDRESSED, "root": "ADR-1", "depth": 0}, "REQ-1=covered REQ-10=dropped ADR-1", None),
        ({"traces": ADDRESSED, "root": "ADR-4"}, "ADR-4", []),
        ({"traces": ADDRESSED, "links": ("amends",), "filter": 'status == "proposed"'}, "REQ-3=pending ADR-3", None),
        ({"traces": EVERY, "root": "ADR-77"}, "", []),
    ],
)  # fmt: skip
def test_a_graph_shows_the_requirements_that_its_decisions_answer(question, shown, expected):
    """Those that no decision in it answers, or that it gives up, are not there; what is given up is not answered."""
    graph = ask(TRACED, **question)
    assert items(graph) == shown
    if expected is not None:
        assert traces(graph) == expected


def test_requirements_are_boxes_too_where_the_style_is_left_open():
    for limit, style in ((7, "layers"), (6, "log")):
        assert ask(TRACED, graph_limit=limit, traces=ADDRESSED).style == style
    assert ask(TRACED, graph_limit=4).style == "layers"


def test_requirements_are_those_of_the_day():
    question = PastQuestion(GraphQuestion(traces=ADDRESSED), "2024-02-01")
    past = Answers(TRACED).to(question)
    assert isinstance(past, Past)
    assert isinstance(past.shown, Graph)
    assert items(past.shown) == "REQ-1=covered REQ-10=covered ADR-1"


@given(decisions())
def test_every_requirement_has_a_decision_and_a_place(records):
    graph = ask(log(*records, requirements="REQ-1 REQ-9"), traces=EVERY)
    shown = {item.key for item in graph.items}
    assert len(graph.items) == len(shown) == len(records) + len(graph.requirements)
    assert {end for edge in graph.edges for end in (edge.newer, edge.older)} <= shown
    assert {node.key for node in graph.requirements} == {e.older for e in graph.edges if e.kind in EVERY}
    for node in graph.requirements:
        assert {e.newer for e in graph.edges if e.older == node.key} <= {each.key for each in graph.nodes}
