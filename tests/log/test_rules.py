"""What is found wrong with a whole log, in which words."""

from __future__ import annotations

import pytest
from hypothesis import given

from sphinx_adr.log.coverage import read_coverage
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.rules import check
from sphinx_adr.log.rules.circumstances import Circumstances
from sphinx_adr.log.rules.policy import Policy

from .records import adr, decisions, log, outside, required


def findings(ledger: Ledger, policy: Policy = Policy(), **known: object) -> list[str]:
    found = check(ledger, read_coverage(ledger), Circumstances(**known))  # type: ignore[arg-type]
    return [f"{f.place}: {f.message} [{f.code}]" for f in policy.reported(found, ledger)]


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        (log(adr(1), adr(2, supersedes="ADR-1"), adr(3, "proposed", supersedes="ADR-2")), []),
        (log(adr(1, superseded_by="x:ADR-1"), outsiders=outside("x:ADR-1")), []),
        (
            log(adr(1, at="a"), adr(1, at="b", line=7)),
            ["b.rst:7: ADR-1 is already declared at a, line 1 [id-duplicate]"],
        ),
        (
            log(adr(1, at="a", supersedes="ADR-1")),
            ["a.rst:1: ADR-1 supersedes itself; the link is left out [link-self]"],
        ),
        (
            log(adr(1, at="a", relates_to="RFC-77")),
            ["a.rst:1: ADR-1 relates to RFC-77, which does not exist [link-dangling]"],
        ),
        (
            log(adr(14, at="a", superseded_by="ADR-114")),
            ["a.rst:1: ADR-14 is superseded by ADR-114, which does not exist; did you mean ADR-14? [link-dangling]"],
        ),
        (
            log(adr(4, parts="context retention"), adr(13, at="a", amends="ADR-4#storage")),
            [
                "a.rst:1: ADR-13 amends ADR-4#storage, which has no such part; its parts are: context, retention [link-dangling]"
            ],
        ),
        (
            log(adr(1, at="a"), adr(1, at="b"), adr(2, at="c", amends="ADR-1")),
            [
                "b.rst:1: ADR-1 is already declared at a, line 1 [id-duplicate]",
                "c.rst:1: ADR-2 amends ADR-1, which is declared more than once: a, line 1 and b, line 1 [link-ambiguous]",
            ],
        ),
        (
            log(adr(1, at="a", supersedes="ADR-2"), adr(2, at="b", supersedes="ADR-1")),
            ["a.rst:1: ADR-1, ADR-2 supersede each other in a circle; nothing is derived from it [link-cycle]"],
        ),
        (
            log(adr(1, at="a", addresses="REQ-22", mentions="REQ-3"), requirements="REQ-2"),
            ["a.rst:1: ADR-1 addresses REQ-22, which no source declares; did you mean REQ-2? [requirement-unknown]"],
        ),
        (log(adr(1, addresses="REQ-22")), []),
        (
            Ledger([], [required("REQ-1", at="b"), required("REQ-1", at="a")]),
            ["b.rst:1: requirement REQ-1 is already declared at a, line 1 [requirement-duplicate]"],
        ),
    ],
)
def test_a_rule_says_what_is_wrong_and_where(ledger, expected):
    assert findings(ledger) == expected


@given(decisions())
def test_every_log_can_be_checked(records):
    ledger = log(*records, requirements="REQ-1")
    found = findings(ledger)
    for state, code in (("dangling", "link-dangling"), ("ambiguous", "link-ambiguous")):
        assert sum(code in line for line in found) == sum(link.state == state for link in ledger.links)
