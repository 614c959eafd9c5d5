"""Decisions in docstrings, which autodoc shows once for each object that inherits them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from sphinx_adr.log.coverage import read_coverage
from sphinx_adr.log.finding import Place
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.links import key_of
from sphinx_adr.log.rules.checks import check
from sphinx_adr.log.rules.policy import Policy

from .records import adr, labels, log, one, required

BASE = adr(1, at="api/base", source="shop.py:docstring of shop.Base.pay", parts="context", supersedes="ADR-9")
COPY = adr(
    1, at="api/child", source="shop.py:docstring of shop.Child.pay", parts="context", supersedes="ADR-9"
)
BESIDE = replace(
    COPY,
    docname="api/base",
    anchor="adr-1-2",
    anchors=("adr-1-2-more",),
    parts=(replace(COPY.parts[0], anchor="adr-1-2-context"),),
    place=replace(COPY.place, line=9),
)
OLD = adr(9, parts="context")


def test_an_inherited_docstring_declares_one_decision():
    for order in permutations([BASE, COPY, BESIDE, OLD]):
        ledger = Ledger(order)
        assert [key_of(decision) for decision in ledger] == [key_of(BASE), key_of(OLD)]
        assert ledger.find("ADR-1") == [BASE]
        assert ledger.duplicates == ()
        assert ledger.by_key[key_of(COPY)] is ledger.by_key[key_of(BESIDE)] is BASE
        assert [link.authored_on for link in ledger.links] == [(key_of(BASE),)]
        assert labels(ledger.current(one(ledger, 9))) == ["ADR-1"]
        assert list(Policy().reported(check(ledger, read_coverage(ledger)), ledger)) == []


def test_docstrings_that_differ_declare_two_decisions():
    for changed in (
        replace(COPY, title="Another one"),
        replace(COPY, links=()),
        replace(COPY, parts=()),
        replace(COPY, visible_if=("internal",)),
    ):
        assert labels(log(BASE, changed)) == ["ADR-1", "ADR-1"]


def test_equal_decisions_on_pages_are_duplicates():
    ledger = log(adr(1, at="a"), adr(1, at="b"), replace(BASE, links=()))
    assert len(ledger) == 3
    assert [len(group) for group in ledger.duplicates] == [3]


def test_a_requirement_in_an_inherited_docstring_is_declared_once():
    first = replace(required("REQ-1", at="api/base"), place=BASE.place)
    copy = replace(required("REQ-1", at="api/child"), place=COPY.place)
    ledger = Ledger([], [copy, first])
    assert ledger.requirements == (first,)
    assert list(Policy().reported(check(ledger, read_coverage(ledger)), ledger)) == []


def test_an_inherited_requirement_is_declared_once():
    source = "shop.py:docstring of shop.Base.pay"
    base = replace(required("REQ-1", at="api/base"), place=Place(source, 3))
    copies = [
        replace(base, docname="api/child"),
        replace(base, anchor="req-1-2"),
        replace(base, place=Place(source.replace("Base", "Child"), 9)),
    ]
    assert Ledger([], [base, *copies]).requirements == (base,)
    other = replace(base, docname="api/child", title="Another")
    assert len(Ledger([], [base, other]).requirements) == 2
