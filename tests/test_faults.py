"""Planted faults, alone and in pairs: each is reported once, and nothing that only follows from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations

import pytest

from sphinx_adr.log.finding import Code

from .support import Markup, Project

STRICT = {str(code): "warning" for code in Code if code not in (Code.NOT_SEALED, Code.NOT_IN_TOCTREE)}
LISTS = ("relates-to", "supersedes", "requirements")


@dataclass(frozen=True)
class Fault:
    """What is wrong with the decision ``{}-0002`` of a page, in the options that differ from a sound one.

    *beside* are other decisions of the page. *in_force* tells a fault that only a decision in force can have, *taken*
    one that only a decision that was decided can have.
    """

    codes: str
    options: dict[str, str | None] = field(default_factory=dict)
    beside: tuple[tuple[str, dict[str, str]], ...] = ()
    argument: str = ""
    options_considered: tuple[str, ...] = ()
    in_force: bool = False
    taken: bool = False
    sections: bool = True


SOUND = {"status": "accepted", "date": "2025-12-01"}

FAULTS = {
    "no title": Fault("title-missing", argument="{0}-0002"),
    "no status": Fault("status-missing", {"status": None}),
    "a strange status": Fault("status-unknown", {"status": "sortof"}),
    "no date": Fault("date-missing", {"date": None}, taken=True),
    "an impossible date": Fault("date-invalid", {"date": "2025-02-30"}),
    "text of a template": Fault("placeholder", {"deciders": "{{names}}"}),
    "an unknown option": Fault("option-unknown", {"colour": "red"}),
    "a link to nowhere": Fault("link-dangling", {"relates-to": "{0}-9999"}),
    "a link to itself": Fault("link-self", {"depends-on": "{0}-0002"}),
    "superseded too early": Fault(
        "link-premature",
        {"status": "superseded"},
        (("{0}-0003: Newer", {"status": "proposed", "supersedes": "{0}-0002"}),),
    ),
    "superseded by nothing": Fault("superseded-without-successor", {"status": "superseded"}),
    "superseded by nobody knows what": Fault(
        "link-dangling", {"status": "superseded", "superseded-by": "{0}-9998"}
    ),
    "two sides that disagree": Fault(
        "link-contradictory",
        {"superseded-by": "{0}-0003"},
        (("{0}-0003: Newer", {"amends": "{0}-0002"}),),
    ),
    "a circle": Fault(
        "link-cycle", {"supersedes": "{0}-0003"}, (("{0}-0003: Newer", {"supersedes": "{0}-0002"}),)
    ),
    "a conflict": Fault(
        "conflict-in-force", {"conflicts-with": "{0}-0003"}, (("{0}-0003: Other", {}),), in_force=True
    ),
    "an unknown requirement": Fault("requirement-unknown", {"requirements": "{0}-REQ-77"}),
    "a misspelled requirement": Fault(
        "requirement-unknown", {"requirements": "{0}-RQE-1", "supersedes": "{0}-0001"}, in_force=True
    ),
    "a requirement lost": Fault("requirement-lost", {"supersedes": "{0}-0001"}, in_force=True),
    "a requirement lost by two": Fault(
        "requirement-lost",
        {"supersedes": "{0}-0001"},
        (("{0}-0003: Other", {"supersedes": "{0}-0001"}),),
        in_force=True,
    ),
    "one option": Fault("options-too-few", options_considered=("+QR",), in_force=True),
    "no choice": Fault("option-none-chosen", options_considered=("QR", "Code 128"), in_force=True),
    "no section": Fault("section-missing", sections=False),
    "a review that is due": Fault("review-overdue", {"review": "2025-12-31"}),
    "a proposal that waits": Fault("proposed-too-long", {"status": "proposed", "date": "2025-01-01"}),
    "a gap": Fault("id-gap", beside=(("{0}-0006: Later", {}),)),
}
FOLLOWS = {
    "placeholder": {
        "status-missing",
        "date-missing",
        "section-missing",
        "options-too-few",
        "option-none-chosen",
    }
}
"""What is not told where the other is: the text of a template stands for all that it lacks."""


def of_status(fault: Fault) -> bool:
    """Whether the decision is not in force because of the fault."""
    return "status" in fault.options or fault.codes == "link-contradictory"


def can_meet(one: Fault, other: Fault) -> bool:
    """Whether one decision can have both faults."""
    same = set(one.options) & set(other.options) - {*LISTS}
    titles = {argument for argument, _ in one.beside} & {argument for argument, _ in other.beside}
    numbers = {a[:8] for a, _ in one.beside} & {a[:8] for a, _ in other.beside}
    texts = (one.options_considered and other.options_considered) or (one.argument and other.argument)
    force = (one.in_force and of_status(other)) or (other.in_force and of_status(one))
    undecided = {"no status", "a strange status", "a proposal that waits"}
    pending = [fault for fault in (one, other) if fault in [FAULTS[name] for name in undecided]]
    force = force or (bool(pending) and (one.taken or other.taken))
    both_replace = "supersedes" in one.options and "supersedes" in other.options
    return not (same or titles or numbers or texts or force or both_replace)


IMPOSSIBLE = {
    # Nobody looks again at what was retired.
    *(frozenset({"a review that is due", name}) for name in FAULTS if name.startswith("superseded by")),
    frozenset({"a review that is due", "superseded too early"}),
    frozenset({"a review that is due", "two sides that disagree"}),
    # What supersedes it is there.
    frozenset({"superseded by nothing", "two sides that disagree"}),
    frozenset({"superseded by nothing", "a circle"}),
}

PAIRS = [
    (one, other)
    for one, other in combinations(FAULTS, 2)
    if can_meet(FAULTS[one], FAULTS[other])
    and {one, other} not in IMPOSSIBLE
    # Where numbers are missing, a third decision closes the gap or makes another.
    and not ("a gap" in (one, other) and (FAULTS[one].beside and FAULTS[other].beside))
]


def page(markup: Markup, series: str, *faults: Fault) -> str:
    options: dict[str, str | None] = dict(SOUND)
    for fault in faults:
        for name, value in fault.options.items():
            known = options.get(name) if name in LISTS else None
            options[name] = f"{known}, {value}" if known else value
    argument = next((fault.argument for fault in faults if fault.argument), "{0}-0002: Subject")
    considered = [
        markup.directive("adr-option", name.lstrip("+"), **({"chosen": ""} if name.startswith("+") else {}))
        for fault in faults
        for name in fault.options_considered
    ]
    sections = [markup.title("Consequences", 2), "Some."] if all(f.sections for f in faults) else []
    subject = {name: value.format(series) for name, value in options.items() if value is not None}
    beside = [
        markup.directive(
            "adr",
            other.format(series),
            *(markup.title("Consequences", 2), "Some."),
            **{name: value.format(series) for name, value in (SOUND | more).items()},
        )
        for fault in faults
        for other, more in fault.beside
    ]
    first = markup.directive(
        "adr",
        f"{series}-0001: First",
        *(markup.title("Consequences", 2), "Some."),
        **SOUND,
        requirements=f"{series}-REQ-1",
    )
    requirement = markup.directive("adr-requirement", f"{series}-REQ-1: Often")
    body = markup.directive("adr", argument.format(series), *considered, *sections, **subject)
    return markup.page(markup.title("Log"), requirement, first, body, *beside)


def expected(*faults: Fault) -> Counter[str]:
    codes = Counter(fault.codes for fault in faults)
    for code in list(codes):
        for following in FOLLOWS.get(code, ()):
            del codes[following]
    return Counter({f"adr.{code}": count for code, count in codes.items()})


def series_of(number: int) -> str:
    return f"S{chr(65 + number // 26)}{chr(65 + number % 26)}"


def test_faults_are_reported_once_alone_and_in_pairs(project: Project, markup: Markup) -> None:
    cases = [(name,) for name in FAULTS] + PAIRS
    pages = {f"p{n}": page(markup, series_of(n), *(FAULTS[f] for f in case)) for n, case in enumerate(cases)}
    toctree = markup.directive("toctree", "", "\n".join(pages))
    files = {"index": markup.page(markup.title("Index"), toctree), **pages}
    project.configure(
        adr_rules=STRICT,
        adr_coverage_warnings=["lost", "uncovered"],
        adr_required_sections=["consequences"],
        adr_today="2026-01-01",
        adr_proposed_days=60,
        adr_requirement_pattern=r"S[A-Z]{2}-REQ-\d+",
        suppress_warnings=["myst.header"],
    )
    built = project.write({name + markup.suffix: text for name, text in files.items()}).build("adr")
    found: dict[str, Counter[str]] = {name: Counter() for name in pages}
    for warned in built.warnings:
        found[warned.file.partition(".")[0]][warned.code] += 1
    wrong = {
        " and ".join(case): (dict(found[name]), dict(expected(*(FAULTS[f] for f in case))))
        for name, case in zip(pages, cases, strict=True)
        if found[name] != expected(*(FAULTS[f] for f in case))
    }
    assert not wrong, "\n".join(f"{case}: {wrong[case]}" for case in wrong)


def test_enough_pairs_are_tried() -> None:
    assert len(PAIRS) > 150
    assert {name for pair in PAIRS for name in pair} == set(FAULTS)


@pytest.mark.parametrize("sealed", [True, False])
def test_a_record_that_was_deleted_is_missed_once(project: Project, markup: Markup, sealed: bool) -> None:
    made = [markup.directive("adr", f"ADR-{n}: Title", **SOUND) for n in (1, 3)]
    files = {f"index{markup.suffix}": markup.page(markup.title("Log"), *made)}
    if sealed:
        files["adr-seal.json"] = '{\n"ADR-2": "' + "0" * 32 + '",\n"format_version": 1\n}\n'
    project.configure(adr_rules={"id-gap": "warning"})
    built = project.write(files).build("adr")
    assert built.codes == ["adr.sealed-lost" if sealed else "adr.id-gap"]
