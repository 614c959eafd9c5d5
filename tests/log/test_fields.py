"""The fields of decisions that name others, here and in other documentations."""

from __future__ import annotations

import pytest

from sphinx_adr.log.fields import FIELDS, linked_outside
from sphinx_adr.log.links import Outside

from .records import adr, log, one, outside

BEYOND = {**outside("x:ADR-1"), **outside("x:ADR-2")}


@pytest.mark.parametrize(
    ("stated", "field", "names"),
    [
        ({"supersedes": "x:ADR-1"}, "supersedes", ("x:ADR-1",)),
        ({"supersedes": "x:ADR-1 x:ADR-2 ADR-9"}, "supersedes", ("ADR-9", "x:ADR-1", "x:ADR-2")),
        ({"supersedes": "x:ADR-1#part"}, "supersedes", ()),
        ({"superseded_by": "x:ADR-1"}, "superseded_by", ("x:ADR-1",)),
        ({"superseded_by": "x:ADR-1"}, "supersedes", ()),
        ({"amends": "x:ADR-1"}, "amends", ("x:ADR-1",)),
        ({"amends": "x:ADR-1#part x:ADR-1"}, "amends", ("x:ADR-1",)),
        ({"amends": "x:ADR-1"}, "amended_by", ()),
        ({"amended_by": "x:ADR-1"}, "amended_by", ("x:ADR-1",)),
        ({"amended_by": "x:ADR-1"}, "amends", ()),
        ({"amends": "x:ADR-1"}, "depends_on", ()),
        ({"depends_on": "x:ADR-1", "refines": "x:ADR-2"}, "depends_on", ("x:ADR-1",)),
        ({"relates_to": "x:ADR-1 ADR-9"}, "relates_to", ("ADR-9", "x:ADR-1")),
        ({"conflicts_with": "x:ADR-1"}, "conflicts_with", ("x:ADR-1",)),
        ({"relates_to": "x:ADR-7"}, "relates_to", ()),
    ],
)
def test_a_field_names_what_stands_here_and_elsewhere(stated, field, names):
    ledger = log(adr(1, **stated), adr(9), outsiders=BEYOND)
    assert FIELDS[field](ledger, one(ledger, 1)) == names


def test_what_is_only_proposed_amends_and_supersedes_nothing_elsewhere():
    ledger = log(adr(1, "proposed", amends="x:ADR-1", supersedes="x:ADR-2"), outsiders=BEYOND)
    assert [FIELDS[field](ledger, one(ledger, 1)) for field in ("amends", "supersedes")] == [(), ()]


def test_what_stands_elsewhere_is_told_with_its_address():
    ledger = log(adr(1, refines="x:ADR-1"), outsiders=BEYOND)
    assert linked_outside(ledger, one(ledger, 1), "refines") == (
        Outside("x:ADR-1", "Title of x:ADR-1", "https://example.org/ADR-1"),
    )


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_side_of_a_symmetric_link_names_the_other(number):
    ledger = log(
        adr(1, relates_to="ADR-2 ADR-3"), adr(2), adr(3), adr(4, depends_on=f"ADR-{number}", refines="ADR-1")
    )
    others = {1: ("ADR-2", "ADR-3"), 2: ("ADR-1",), 3: ("ADR-1",)}
    assert FIELDS["relates_to"](ledger, one(ledger, number)) == others[number]
    assert FIELDS["depends_on"](ledger, one(ledger, number)) == ()
    assert FIELDS["depends_on"](ledger, one(ledger, 4)) == (f"ADR-{number}",)


def test_amendments_are_told_on_both_sides():
    ledger = log(adr(1, amended_by="ADR-2"), adr(2, amends="ADR-3"), adr(3))
    assert [FIELDS["amends"](ledger, one(ledger, n)) for n in (1, 2, 3)] == [(), ("ADR-1", "ADR-3"), ()]
    assert [FIELDS["amended_by"](ledger, one(ledger, n)) for n in (1, 2, 3)] == [("ADR-2",), (), ("ADR-2",)]


def test_what_was_amended_may_amend():
    ledger = log(adr(1), adr(2, amends="ADR-1"), adr(3, amends="ADR-2"))
    assert [FIELDS["amended_by"](ledger, one(ledger, n)) for n in (1, 2, 3)] == [("ADR-2",), ("ADR-3",), ()]
    assert [FIELDS["amends"](ledger, one(ledger, n)) for n in (1, 2, 3)] == [(), ("ADR-1",), ("ADR-2",)]
