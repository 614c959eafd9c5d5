"""Which findings are reported, and how the settings that say so are read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_adr.log.catalogue import CATALOGUE
from sphinx_adr.log.finding import Code, Entry, Finding, Place, Severity
from sphinx_adr.log.rules.policy import (
    Policy,
    problem_of_code,
    problem_of_rule,
    problem_of_since,
    read_policy,
    unknown_since,
)

from .records import adr, log

OLD = adr(9, at="old", date="2020-05-01")
NEW = adr(10, at="new", date="2024-05-01")
PAIR = (adr(20, at="both", line=3), adr(21, at="both", line=30))
LEDGER = log(OLD, NEW, *PAIR, adr("", at="nameless", anchor="nameless"))


def about(
    decision, code: Code = Code.STATUS_MISSING, *, line: int | None = None, named: bool = False
) -> Finding:
    place = decision.place if line is None else Place(decision.place.source, line)
    return Finding(code, "said", place, (decision.docname, decision.anchor) if named else None)


def reported(policy: Policy, *findings: Finding, ledger=LEDGER, also=()) -> list[Finding]:
    return list(policy.reported(findings, ledger, also))


def test_a_setting_goes_before_the_catalogue():
    assert Policy().severity(Code.STATUS_MISSING) is Severity.OFF
    assert Policy().severity(Code.LINK_SELF) is Severity.WARNING
    policy = Policy({Code.STATUS_MISSING: Severity.WARNING, Code.LINK_SELF: Severity.OFF})
    found = [about(OLD), about(OLD, Code.LINK_SELF), about(NEW)]
    assert reported(policy, *found) == [found[0], found[2]]
    assert reported(policy, *found, also={"link-self"}) == found


@pytest.mark.parametrize(
    ("since", "old", "new"),
    [
        (None, True, True),
        ("ADR-10", False, True),
        ("ADR-0010", False, True),
        ("ADR-9", True, True),
        ("ADR-11", False, False),
        ("2021", False, True),
        ("2020-05-01", True, True),
        ("2020-05-02", False, True),
        ("2024-05", False, True),
        ("2025", False, False),
    ],
)
def test_strictness_begins_with_a_record_or_a_day(since, old, new):
    policy = Policy({Code.STATUS_MISSING: Severity.WARNING}, since)
    judged = reported(policy, about(OLD), about(NEW))
    assert [finding.place for finding in judged] == [d.place for d, told in ((OLD, old), (NEW, new)) if told]
    broken = [about(OLD, Code.LINK_SELF), about(NEW, Code.LINK_SELF)]
    assert reported(policy, *broken) == broken


def test_a_record_without_an_id_is_judged_and_one_without_a_date_is_not():
    nameless = next(decision for decision in LEDGER if not decision.id)
    loud = {Code.STATUS_MISSING: Severity.WARNING}
    assert len(reported(Policy(loud, "ADR-9"), about(nameless))) == 1
    assert reported(Policy(loud, "1999"), about(nameless)) == []


def test_an_author_accepts_a_finding_of_a_record():
    known = replace(adr(1, at="a"), ignored=("link-self",))
    ledger = log(known, adr(2, at="b"))
    findings = [
        about(known, Code.LINK_SELF),
        about(known, Code.LINK_CYCLE),
        about(adr(2, at="b"), Code.LINK_SELF),
    ]
    assert reported(Policy(), *findings, ledger=ledger) == findings[1:]
    assert reported(Policy(), findings[0], ledger=ledger, also={"link-self"}) == []


def test_a_finding_is_about_the_record_that_it_names_or_stands_at_or_shares_a_file_with():
    known = replace(adr(1, at="alone"), ignored=("link-self",))
    first = replace(PAIR[0], ignored=("link-self",))
    ledger = log(known, first, PAIR[1])
    silent = [
        about(known, Code.LINK_SELF),
        about(known, Code.LINK_SELF, line=99),
        about(first, Code.LINK_SELF),
        replace(about(PAIR[1], Code.LINK_SELF), record=(first.docname, first.anchor)),
    ]
    for finding in silent:
        assert reported(Policy(), finding, ledger=ledger) == [], finding
    told = [
        about(first, Code.LINK_SELF, line=99),
        about(PAIR[1], Code.LINK_SELF),
        replace(about(first, Code.LINK_SELF), record=(PAIR[1].docname, PAIR[1].anchor)),
        replace(about(first, Code.LINK_SELF), record=("nowhere", "nothing")),
        Finding(Code.LINK_SELF, "said", Place("elsewhere.rst", 1)),
    ]
    assert reported(Policy(), *told, ledger=ledger) == told


def test_what_follows_from_a_finding_is_not_worth_a_second_one():
    policy = Policy({Code.STATUS_MISSING: Severity.WARNING, Code.TITLE_DISAGREES: Severity.WARNING})
    placeholder, status = about(OLD, Code.PLACEHOLDER), about(OLD)
    assert reported(policy, placeholder, status) == [placeholder]
    assert reported(policy, status, placeholder) == [placeholder]
    assert reported(policy, about(NEW, Code.PLACEHOLDER), status) == [about(NEW, Code.PLACEHOLDER), status]
    link = about(OLD, Code.LINK_SELF)
    assert reported(policy, placeholder, link) == [placeholder, link]
    nowhere = Finding(Code.PLACEHOLDER, "said", Place("elsewhere.rst", 1))
    assert reported(policy, nowhere, status) == [nowhere, status]
    duplicate, title = about(OLD, Code.ID_DUPLICATE), about(OLD, Code.TITLE_DISAGREES)
    assert reported(policy, duplicate, title) == [duplicate]
    silent = Policy({Code.STATUS_MISSING: Severity.WARNING, Code.PLACEHOLDER: Severity.OFF})
    assert reported(silent, placeholder, status) == [status]


def test_settings_become_a_policy():
    lost, uncovered, review = Code.REQUIREMENT_LOST, Code.REQUIREMENT_UNCOVERED, Code.REVIEW_OVERDUE
    off, warning = Severity.OFF, Severity.WARNING
    policy = read_policy({}, None, (), pinned=True)
    assert (policy.since, policy.severities) == (None, {lost: off, uncovered: off})
    policy = read_policy({}, "ADR-9", ("lost",), pinned=False)
    assert (policy.since, policy.severities) == ("ADR-9", {lost: warning, uncovered: off, review: off})
    policy = read_policy(
        {"review-overdue": "warning", "id-gap": "warning"}, None, ("uncovered",), pinned=False
    )
    assert policy.severities == {lost: off, uncovered: warning, review: warning, Code.ID_GAP: warning}


@pytest.mark.parametrize(
    ("name", "word", "problem"),
    [
        ("id-gap", "warning", None),
        ("link-self", "off", None),
        ("id-gab", "off", "names 'id-gab', which is no code; did you mean id-gap?"),
        ("id-gap", "warnign", "sets 'id-gap' to 'warnign'; allowed are off, warning; did you mean warning?"),
        ("id-gap", "loud", "sets 'id-gap' to 'loud'; allowed are off, warning"),
        ("id-gap", True, "sets 'id-gap' to True; allowed are off, warning"),
        (1, "off", "names '1', which is no code"),
    ],
)
def test_what_is_wrong_with_a_rule(name, word, problem):
    assert problem_of_rule(name, word) == problem


def test_what_is_wrong_with_a_code():
    assert problem_of_code("link-cycle") is None
    assert problem_of_code("link-cicle") == "names 'link-cicle', which is no code; did you mean link-cycle?"


@pytest.mark.parametrize("value", [None, "ADR-9", "7", "2025", "2025-02", "2025-01-02", 7])
def test_where_strictness_can_begin(value):
    assert problem_of_since(value) is None


@pytest.mark.parametrize("value", ["ADR 9", "", "ADR-x", "ADR-", "-9"])
def test_where_it_cannot(value):
    assert problem_of_since(value) == (
        f"is {value!r}, which is neither an ID with a number, such as 'ADR-0040', nor a date of the form YYYY-MM-DD"
    )


def test_strictness_cannot_begin_on_a_day_that_never_was():
    assert problem_of_since("2025-02-30") == "is '2025-02-30', which is no date of the calendar"


@pytest.mark.parametrize(
    ("since", "problem"),
    [
        (None, None),
        ("ADR-99", None),
        ("2025-01-02", None),
        ("ADRR-7", "is 'ADRR-7', and no decision has an ID that begins with 'ADRR-'; did you mean ADR-7?"),
        ("ZZZ9", "is 'ZZZ9', and no decision has an ID that begins with 'ZZZ'"),
    ],
)
def test_strictness_begins_in_a_series_that_the_log_has(since, problem):
    assert unknown_since(since, log(adr(1), adr(2))) == problem
    assert unknown_since(since, log()) is None


def test_a_series_is_all_that_stands_before_the_number():
    assert unknown_since("MATRIX-7", log(adr("MATRIX-1"))) is None
    assert unknown_since("MATRI7", log(adr("MATRIX7"))) == (
        "is 'MATRI7', and no decision has an ID that begins with 'MATRI'; did you mean MATRIX7?"
    )


def test_every_code_has_an_entry_with_a_sentence_a_reason_and_a_remedy():
    assert set(CATALOGUE) == set(Code)
    for code, entry in CATALOGUE.items():
        assert isinstance(entry, Entry)
        for text in (entry.sentence, entry.why, entry.remedy):
            assert text.endswith((".", "`")), code
            assert text[:1].isupper() or text[:2] == "``", code
        assert isinstance(entry.severity, Severity)
        assert isinstance(entry.judges, bool)
    judging = {code for code, entry in CATALOGUE.items() if entry.judges}
    assert {Code.STATUS_MISSING, Code.PLACEHOLDER, Code.SECTION_MISSING} <= judging
    assert not {Code.LINK_DANGLING, Code.ID_DUPLICATE, Code.SEALED_CHANGED} & judging
