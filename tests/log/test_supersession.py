"""What follows from who supersedes whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.decision import AuthoredLink
from sphinx_adr.log.links import LinkState, find_part, key_of
from sphinx_adr.log.supersession import ends_of_chains, strongly_connected
from sphinx_adr.log.vocabulary import LinkKind

from .records import adr, decisions, labels, log, one, outside, standing, stated

EDGE = ["ADR-2 supersedes ADR-1 (effective)"]


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([adr(1), adr(2, supersedes="ADR-1")], id="newer"),
        pytest.param([adr(1, superseded_by="ADR-2"), adr(2)], id="older"),
        pytest.param([adr(1, superseded_by="ADR-2"), adr(2, supersedes="ADR-1")], id="both"),
        pytest.param(
            [adr(1, "superseded", superseded_by="adr-0002"), adr(2, supersedes="ADR_1")], id="spelled"
        ),
        pytest.param([adr(1), adr(2, supersedes="ADR-1 ADR-001")], id="twice"),
        pytest.param([adr(1), adr(2, supersedes="decisions/adr-1")], id="path"),
        pytest.param([adr(1, formerly="RFC-9"), adr(2, supersedes="RFC-9")], id="former"),
    ],
)
def test_whichever_side_states_it_a_supersession_is_one_edge(records):
    ledger = log(*records)
    assert stated(ledger) == EDGE
    assert standing(ledger) == {"ADR-1": "superseded", "ADR-2": "accepted"}
    assert not ledger.in_force(one(ledger, 1))
    assert ledger.in_force(one(ledger, 2))
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-2"]
    assert labels(ledger.current(one(ledger, 2))) == ["ADR-2"]


def test_an_edge_names_all_who_state_it():
    ledger = log(adr(1, superseded_by="ADR-2"), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-2"))
    assert [[key[1] for key in link.authored_on] for link in ledger.links] == [["adr-1", "adr-2"], ["adr-3"]]


@pytest.mark.parametrize(
    ("successor", "state", "older"),
    [
        ("accepted", "effective", "superseded"),
        ("deprecated", "effective", "superseded"),
        ("superseded", "effective", "superseded"),
        ("draft", "prospective", "accepted"),
        ("proposed", "prospective", "accepted"),
        ("unknown", "prospective", "accepted"),
        ("rejected", "void", "accepted"),
        ("withdrawn", "void", "accepted"),
    ],
)
@pytest.mark.parametrize("side", ["newer", "older"])
def test_the_successor_decides_what_a_supersession_does(successor, state, older, side):
    newer = {"supersedes": "ADR-1"} if side == "newer" else {}
    ledger = log(adr(1, **({} if newer else {"superseded_by": "ADR-2"})), adr(2, successor, **newer))
    assert stated(ledger) == [f"ADR-2 supersedes ADR-1 ({state})"]
    assert standing(ledger)["ADR-1"] == older


def test_a_successor_that_was_itself_superseded_still_superseded():
    ledger = log(adr(1), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-2"))
    assert standing(ledger) == {"ADR-1": "superseded", "ADR-2": "superseded", "ADR-3": "accepted"}
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-3"]


def test_a_chain_that_forks_ends_in_all_its_ends():
    ledger = log(adr(1), adr(10, supersedes="ADR-1"), adr(9, supersedes="ADR-1"), adr(11, supersedes="ADR-9"))
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-10", "ADR-11"]
    assert labels(ledger.superseded_by[key_of(one(ledger, 1))]) == ["ADR-9", "ADR-10"]


def test_two_may_merge_into_one():
    ledger = log(adr(1), adr(2), adr(3, supersedes="ADR-1 ADR-2"))
    assert labels(ledger.supersedes[key_of(one(ledger, 3))]) == ["ADR-1", "ADR-2"]
    assert labels(ledger.current(one(ledger, 1))) == labels(ledger.current(one(ledger, 2))) == ["ADR-3"]


def test_a_diamond_has_one_end():
    ledger = log(
        adr(1), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-1"), adr(4, supersedes="ADR-2 ADR-3")
    )
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-4"]


def test_what_is_not_in_force_and_not_superseded_has_no_current_decision():
    ledger = log(adr(1, "proposed"), adr(2, "rejected"), adr(3, "unknown"))
    assert [labels(ledger.current(decision)) for decision in ledger] == [[], [], []]


def test_the_end_of_a_chain_is_current_also_where_it_was_deprecated():
    ledger = log(adr(1), adr(2, "deprecated", supersedes="ADR-1"))
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-2"]


# -- parts ------------------------------------------------------------------------------------------------


def test_superseding_a_part_leaves_the_decision_in_force():
    ledger = log(adr(4, parts="retention context"), adr(13, supersedes="ADR-4#retention"))
    assert stated(ledger) == ["ADR-13 supersedes ADR-4#retention (effective)"]
    assert standing(ledger)["ADR-4"] == "accepted"
    assert labels(ledger.current(one(ledger, 4))) == ["ADR-4"]


@pytest.mark.parametrize("part", ["retention", "Retention", "adr-4-retention"])
def test_a_part_is_known_by_slug_title_and_anchor(part):
    ledger = log(adr(4, parts="retention"), adr(13, amends=f"ADR-4#{part}"))
    assert [link.state for link in ledger.links] == [LinkState.EFFECTIVE]


def test_a_part_whose_heading_is_translated_is_known_by_its_words_in_the_source():
    old = adr(4, parts="context retention")
    translated = [replace(part, slug=f"x-{part.slug}", title=f"X {part.title}") for part in old.parts]
    old = replace(old, parts=tuple(translated))
    ledger = log(old, adr(13, amends="ADR-4#Retention"), adr(14, amends="ADR-4#storage"))
    assert [find_part(old, name) for name in ("Retention", "x retention", "storage")] == [
        "adr-4-retention",
        "adr-4-retention",
        None,
    ]
    assert [link.state for link in ledger.links] == [LinkState.EFFECTIVE, LinkState.DANGLING]


def test_a_part_named_in_two_ways_is_one():
    ledger = log(adr(4, parts="retention"), adr(13, amends="ADR-4#retention ADR-4#Retention"))
    assert stated(ledger) == ["ADR-13 amends ADR-4#retention (effective)"]


def test_each_part_is_a_link_of_its_own():
    ledger = log(adr(4, parts="retention context"), adr(13, amends="ADR-4#retention ADR-4#context"))
    assert stated(ledger) == [
        "ADR-13 amends ADR-4#retention (effective)",
        "ADR-13 amends ADR-4#context (effective)",
    ]


def test_a_part_that_does_not_exist_dangles_and_changes_nothing():
    ledger = log(adr(4), adr(13, supersedes="ADR-4#retention"))
    assert stated(ledger) == ["ADR-13 supersedes ADR-4#retention (dangling)"]
    assert standing(ledger)["ADR-4"] == "accepted"


def test_the_newer_side_says_which_part_is_replaced():
    partly = log(adr(4, parts="retention", superseded_by="ADR-13"), adr(13, supersedes="ADR-4#retention"))
    assert stated(partly) == ["ADR-13 supersedes ADR-4#retention (effective)"]
    assert standing(partly)["ADR-4"] == "accepted"
    wholly = log(adr(4, superseded_by="ADR-13#storage"), adr(13, parts="storage", supersedes="ADR-4"))
    assert stated(wholly) == ["ADR-13 supersedes ADR-4 (effective)"]
    assert standing(wholly)["ADR-4"] == "superseded"


def test_the_older_side_may_name_the_section_that_replaces_it():
    ledger = log(adr(4, superseded_by="ADR-13#storage"), adr(13, parts="storage"))
    assert standing(ledger)["ADR-4"] == "superseded"


def test_the_older_side_may_name_its_own_part():
    ledger = log(adr(4, parts="retention", superseded_by="ADR-13#retention"), adr(13))
    assert stated(ledger) == ["ADR-13 supersedes ADR-4#retention (effective)"]
    assert standing(ledger)["ADR-4"] == "accepted"


def test_a_part_that_neither_side_has_dangles():
    ledger = log(adr(4, superseded_by="ADR-13#retention"), adr(13))
    assert stated(ledger) == ["ADR-13 supersedes ADR-4#retention (dangling)"]


def test_an_amendment_leaves_the_decision_in_force():
    ledger = log(adr(4), adr(13, amends="ADR-4"))
    assert standing(ledger)["ADR-4"] == "accepted"


# -- circles ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("length", [2, 3, 7])
def test_nothing_is_derived_through_a_circle(length):
    ledger = log(*(adr(n, supersedes=f"ADR-{n % length + 1}") for n in range(1, length + 1)))
    assert [labels(circle) for circle in ledger.cycles] == [[f"ADR-{n}" for n in range(1, length + 1)]]
    assert set(standing(ledger).values()) == {"accepted"}
    assert all(link.state is LinkState.VOID and link.circular for link in ledger.links)


@pytest.mark.parametrize("status", ["unknown", "proposed"])
def test_a_circle_of_pending_decisions_is_one_too(status):
    ledger = log(adr(1, status, supersedes="ADR-2"), adr(2, status, supersedes="ADR-1"))
    assert [labels(circle) for circle in ledger.cycles] == [["ADR-1", "ADR-2"]]


def test_a_rejected_decision_closes_no_circle():
    ledger = log(adr(1, supersedes="ADR-2"), adr(2, "rejected", supersedes="ADR-1"))
    assert not ledger.cycles
    assert standing(ledger) == {"ADR-1": "accepted", "ADR-2": "superseded"}


def test_a_successor_outside_a_circle_still_supersedes():
    ledger = log(adr(1, supersedes="ADR-2"), adr(2, supersedes="ADR-1"), adr(3, supersedes="ADR-1"))
    assert standing(ledger) == {"ADR-1": "superseded", "ADR-2": "accepted", "ADR-3": "accepted"}
    assert labels(ledger.current(one(ledger, 1))) == ["ADR-3"]


def test_what_a_circle_supersedes_is_superseded():
    ledger = log(adr(1, supersedes="ADR-2 ADR-3"), adr(2, supersedes="ADR-1"), adr(3))
    assert standing(ledger)["ADR-3"] == "superseded"
    assert labels(ledger.current(one(ledger, 3))) == ["ADR-1"]


def test_two_circles_are_two():
    ledger = log(
        adr(3, supersedes="ADR-4"),
        adr(4, supersedes="ADR-3"),
        adr(1, supersedes="ADR-2"),
        adr(2, supersedes="ADR-1 ADR-3"),
    )
    assert [labels(circle) for circle in ledger.cycles] == [["ADR-1", "ADR-2"], ["ADR-3", "ADR-4"]]


def test_decisions_that_amend_parts_of_each_other_are_no_circle():
    ledger = log(adr(1, parts="a", amends="ADR-2#b"), adr(2, parts="b", amends="ADR-1#a"))
    assert not ledger.cycles


def test_a_link_to_itself_is_left_out():
    ledger = log(adr(1, supersedes="adr-1", depends_on="decisions/adr-1"))
    assert ledger.links == ()
    assert standing(ledger) == {"ADR-1": "accepted"}


def test_what_stands_behind_a_link_to_itself_counts():
    ledger = log(adr(1, supersedes="ADR-1 ADR-2"), adr(2))
    assert stated(ledger) == ["ADR-1 supersedes ADR-2 (effective)"]


def on_line(number: int, line: int, inverse: bool, *targets: str):
    stated = (
        AuthoredLink(LinkKind.AMENDS, "ADR-4", part, inverse, line + at) for at, part in enumerate(targets)
    )
    return replace(adr(number), links=tuple(stated))


@pytest.mark.parametrize(
    ("records", "lines"),
    [
        ([adr(4), on_line(13, 9, False, None)], [9]),
        ([adr(4, parts="a b"), on_line(13, 9, False, "a", "b")], [9, 10]),
    ],
)
def test_a_link_has_the_line_of_its_words(records, lines):
    assert [link.line for link in log(*records).links] == lines


def test_a_link_that_both_sides_state_has_the_line_of_the_first():
    older = replace(adr(4), links=(AuthoredLink(LinkKind.AMENDS, "ADR-13", None, True, 7),))
    assert [link.line for link in log(older, on_line(13, 9, False, None)).links] == [7]
    assert [link.line for link in log(older, adr(13)).links] == [7]


# -- links that lead nowhere, to several, and far ----------------------------------------------------------


def test_a_link_to_nothing_is_kept_and_dangles():
    ledger = log(adr(1, supersedes="ADR-99", superseded_by="ADR-98"))
    assert stated(ledger) == ["ADR-1 supersedes ADR-99 (dangling)", "ADR-98 supersedes ADR-1 (dangling)"]
    assert standing(ledger) == {"ADR-1": "accepted"}


def test_a_link_to_an_id_that_two_have_is_ambiguous():
    ledger = log(adr(1, at="a"), adr(1, at="b"), adr(2, supersedes="ADR-1"))
    assert stated(ledger) == ["ADR-2 supersedes ADR-1 (ambiguous)"]
    assert not any(ledger.effective_status(decision) == "superseded" for decision in ledger)
    assert [labels(group) for group in ledger.duplicates] == [["ADR-1", "ADR-1"]]


def test_a_path_makes_clear_which_of_two_is_meant():
    ledger = log(adr(1, at="a"), adr(1, at="b"), adr(2, supersedes="b"))
    assert [ledger.effective_status(decision) for decision in ledger] == [
        "accepted",
        "superseded",
        "accepted",
    ]


def test_decisions_of_other_documentations_supersede_too():
    ledger = log(
        adr(1, superseded_by="platform:ADR-7"),
        adr(2, superseded_by="ADR-1"),
        outsiders=outside("platform:ADR-7"),
    )
    assert standing(ledger) == {"ADR-1": "superseded", "ADR-2": "superseded"}
    assert labels(ledger.current(one(ledger, 2))) == []
    assert [found.name for found in ledger.current_outside(one(ledger, 2))] == ["platform:ADR-7"]


def test_what_is_found_here_is_not_looked_for_elsewhere():
    ledger = log(adr(1), adr(2, supersedes="ADR-1"), outsiders=outside("ADR-1"))
    assert [(link.target, link.outside) for link in ledger.links] == [(key_of(one(ledger, 1)), None)]


def test_a_target_of_another_documentation_that_it_does_not_have_dangles():
    ledger = log(adr(1, superseded_by="platform:ADR-7"))
    assert stated(ledger) == ["platform:ADR-7 supersedes ADR-1 (dangling)"]


def test_superseding_what_stands_elsewhere_follows_the_own_status():
    ledger = log(adr(1, "proposed", supersedes="platform:ADR-7"), outsiders=outside("platform:ADR-7"))
    assert stated(ledger) == ["ADR-1 supersedes platform:ADR-7 (prospective)"]


@pytest.mark.parametrize("option", ["relates_to", "conflicts_with"])
def test_a_symmetric_link_that_both_sides_state_is_one(option):
    ledger = log(adr(1, **{option: "ADR-2"}), adr(2, **{option: "ADR-1"}))
    assert stated(ledger) == [f"ADR-1 {option.replace('_', '-')} ADR-2 (effective)"]


def test_each_side_of_a_symmetric_link_may_name_a_part_of_the_other():
    ledger = log(adr(1, parts="a", relates_to="ADR-2#b"), adr(2, parts="b", relates_to="ADR-1#a"))
    assert stated(ledger) == ["ADR-1 relates-to ADR-2#b (effective)", "ADR-2 relates-to ADR-1#a (effective)"]
    half = log(adr(1, relates_to="ADR-2"), adr(2, relates_to="ADR-1#a"))
    assert stated(half) == ["ADR-2 relates-to ADR-1#a (dangling)"]


def test_depending_on_each_other_is_two_links():
    ledger = log(adr(1, depends_on="ADR-2"), adr(2, depends_on="ADR-1"))
    assert len(ledger.links) == 2


# -- against an oracle ------------------------------------------------------------------------------------


@given(decisions())
def test_every_log_is_derived_by_the_rules(records):
    ledger = log(*records, outsiders=outside("other:ADR-1"))
    assert sorted(map(key_of, ledger)) == sorted(map(key_of, records))
    edges = {(link.source, link.target) for link in ledger.links if link.replaces}
    beyond = {link.target for link in ledger.links if link.replaces and link.source is None}
    for decision in ledger:
        key = key_of(decision)
        newer = {source for source, target in edges if target == key}
        assert (ledger.effective_status(decision) == "superseded") == (
            bool(newer) or decision.status == "superseded"
        )
        reached, front = set(), {key}
        while front:
            front = {s for s, t in edges if t in front and s is not None} - reached
            reached |= front
        assert key not in reached
        ends = {end for end in reached if end not in beyond and not any(t == end and s for s, t in edges)}
        if newer:
            assert {key_of(found) for found in ledger.current(decision)} == ends


_EDGES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20)


@given(_EDGES)
def test_circles_are_what_can_be_left_and_reached_again(edges):
    nodes = range(7)
    reach = {node: {b for a, b in edges if a == node} for node in nodes}
    for _ in nodes:
        reach = {a: bs | {c for b in bs for c in reach[b]} for a, bs in reach.items()}
    expected = {frozenset(b for b in nodes if b == a or (b in reach[a] and a in reach[b])) for a in nodes}
    found = strongly_connected(nodes, edges)
    assert {frozenset(group) for group in found} == {group for group in expected if len(group) > 1}
    assert list(found) == sorted(tuple(sorted(group)) for group in found)


def test_circles_come_in_the_order_of_their_nodes():
    edges = [(0, 3), (3, 0), (1, 2), (2, 1), (2, 0)]
    assert strongly_connected(range(4), edges) == ((0, 3), (1, 2))
    assert strongly_connected(reversed(range(4)), edges) == ((3, 0), (2, 1))
    assert strongly_connected([1, 2], [*edges, (9, 1), (1, 9)]) == ((1, 2),)


def test_ends_come_in_the_order_that_is_given():
    assert ends_of_chains({1: [2, 3, 4]}, {2: 3, 3: 1, 4: 2}) == {1: (3, 4, 2)}


def test_a_chain_that_joins_another_has_its_ends_too():
    assert ends_of_chains({1: [2, 3], 3: [2], 2: [4]}, {4: 0}) == {1: (4,), 2: (4,), 3: (4,)}


@given(_EDGES)
def test_ends_are_what_is_reached_and_leads_nowhere(edges):
    successors = {a: [b for x, b in edges if x == a and b > a] for a in range(7)}
    successors = {a: after for a, after in successors.items() if after}
    found = ends_of_chains(successors, {node: node for node in range(7)})

    def ends(node):
        return {e for after in successors[node] for e in ends(after)} if node in successors else {node}

    assert found == {node: tuple(sorted(ends(node))) for node in successors}
