"""For every code something that nearly causes it, and must not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from sphinx_adr.log.finding import Code

from .support import Markup, Project

STRICT = {str(code): "warning" for code in Code if code is not Code.NOT_SEALED}
Pages = Mapping[str, str]


def adr(markup: Markup, argument: str, *body: str, **options: str) -> str:
    return markup.directive("adr", argument, *body, **{"status": "accepted", "date": "2025-01-01", **options})


def of(
    *decisions: tuple[str, dict[str, str]], before: Callable[[Markup], str] | None = None
) -> Callable[[Markup], Pages]:
    def made(markup: Markup) -> Pages:
        blocks = [before(markup)] if before else []
        blocks += [adr(markup, argument, **options) for argument, options in decisions]
        return {"index": markup.page(markup.title("Log"), *blocks)}

    return made


def requirement(name: str, *more: str) -> Callable[[Markup], str]:
    return lambda markup: "\n\n".join(
        markup.directive("adr-requirement", f"{one}: Often") for one in (name, *more)
    )


def with_pages(index: str, **pages: Callable[[Markup], str]) -> Callable[[Markup], Pages]:
    def made(markup: Markup) -> Pages:
        toctree = markup.directive("toctree", "", index)
        return {
            "index": markup.page(markup.title("Log"), toctree),
            **{name.replace("__", "/"): text(markup) for name, text in pages.items()},
        }

    return made


ONE = ("ADR-1: One", {})
CASES: dict[str, Callable[[Markup], Pages]] = {
    "id-duplicate: a copy without an index": of(ONE, ("ADR-1: One", {"no-index": ""})),
    "id-duplicate: one a beginning of the other": of(ONE, ("ADR-10: Ten", {"ignore": "id-gap"})),
    "id-malformed: dots and dashes": of(("OPS_a-1.2: One", {})),
    "id-missing: in an option": of(("One", {"id": "ADR-1"})),
    "id-gap: a former ID": of(ONE, ("ADR-3: Three", {"formerly": "ADR-2"})),
    "title-missing: in the argument": of(("Only a title", {"id": "ADR-1"})),
    "title-disagrees: a name that is a part": with_pages(
        "0013-clickhouse",
        **{
            "0013-clickhouse": lambda markup: markup.page(
                markup.title("ADR-0013: ClickHouse for events"), adr(markup, "")
            )
        },
    ),
    "status-unknown: another spelling": of(("ADR-1: One", {"status": "APPROVED"})),
    "status-missing: a status that is not understood is not missing": of(
        ("ADR-1: One", {"status": "Accepted"})
    ),
    "status-contradictory: in other words": lambda markup: {
        "index": markup.page(
            markup.title("Log"), adr(markup, "ADR-1: One", markup.title("Status", 2), "Approved.")
        )
    },
    "date-invalid: a leap day, and a month": of(
        ("ADR-1: One", {"date": "2024-02-29"}), ("ADR-2: Two", {"date": "2024-02"})
    ),
    "date-missing: a proposal": of(("ADR-1: One", {"status": "proposed", "date": ""})),
    "option-unknown: an alias": of(("ADR-1: One", {"decision_makers": "D. Okafor"})),
    "option-invalid: no depth at all": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            markup.directive("adr-graph", depth="0", root="ADR-1"),
            adr(markup, "ADR-1: One"),
        )
    },
    "column-unknown: with a hyphen": lambda markup: {
        "index": markup.page(markup.title("Log"), markup.directive("adr-index", columns="id, Superseded-By"))
    },
    "filter-invalid: brackets and not": lambda markup: {
        "index": markup.page(
            markup.title("Log"), markup.directive("adr-index", filter='not (in_force or "a" in tags)')
        )
    },
    "section-claimed-twice: a section each": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            *(block for n in "12" for block in (markup.title(f"ADR-{n}: Title", 2), adr(markup, ""))),
        )
    },
    "section-absent: below a heading": lambda markup: {
        "index": markup.page(markup.title("ADR-1: Title"), adr(markup, ""))
    },
    "decision-nested: beside each other in a section": lambda markup: {
        "index": markup.page(
            markup.title("Log"), markup.title("Storage", 2), adr(markup, "ADR-1: A"), adr(markup, "ADR-2: B")
        )
    },
    "placeholder: braces in a sentence": lambda markup: {
        "index": markup.page(
            markup.title("Log"), adr(markup, "ADR-1: One", "The path holds {id} and a {name}.")
        )
    },
    "document-unread: an index beside records": with_pages(
        "adr/index\nadr/0001-keep",
        adr__index=lambda markup: markup.page(markup.title("All of them"), "They are listed here."),
        **{
            "adr/0001-keep": lambda markup: markup.page(
                markup.title("ADR-0001: Keep"), "Status: accepted", "Date: 2025-01-01", "We keep it."
            )
        },
    ),
    "option-outside: in a section that is a decision": lambda markup: {
        "index": markup.page(
            markup.title("ADR-1: Title"),
            adr(markup, ""),
            markup.directive("adr-option", "QR", chosen=""),
            markup.directive("adr-option", "None"),
        )
    },
    "amendment-outside: in a section that is a decision": lambda markup: {
        "index": markup.page(
            markup.title("ADR-1: Title"),
            adr(markup, ""),
            markup.directive("adr-amendment", "2025-03-01", "More."),
        )
    },
    "options-too-few: rejected": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            adr(markup, "ADR-1: One", markup.directive("adr-option", "QR"), status="rejected"),
        )
    },
    "option-none-chosen: proposed": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            adr(
                markup,
                "ADR-1: One",
                markup.directive("adr-option", "QR"),
                markup.directive("adr-option", "None"),
                status="proposed",
                date="2025-12-30",
            ),
        )
    },
    "section-missing: a draft": of(("ADR-1: One", {"status": "draft", "date": "2025-12-30"})),
    "link-dangling: other spelling, and an old ID": of(
        ("ADR-0001: One", {"formerly": "OLD-7"}), ("ADR-0002: Two", {"relates-to": "adr-1, OLD-7"})
    ),
    "link-self: a longer number": of(
        ("ADR-1: One", {"relates-to": "ADR-10"}), ("ADR-10: Ten", {"ignore": "id-gap"})
    ),
    "link-cycle: two ways to one end": of(
        ONE,
        ("ADR-2: Two", {"supersedes": "ADR-1"}),
        ("ADR-3: Three", {"supersedes": "ADR-1"}),
        ("ADR-4: Four", {"supersedes": "ADR-2, ADR-3"}),
    ),
    "link-ambiguous: one ID is a beginning of others": of(
        ONE, ("ADR-10: Ten", {"relates-to": "ADR-1", "ignore": "id-gap"})
    ),
    "link-premature: one of two is accepted": of(
        ("ADR-1: One", {"status": "superseded"}),
        ("ADR-2: Two", {"supersedes": "ADR-1"}),
        ("ADR-3: Three", {"status": "proposed", "date": "2025-12-30", "supersedes": "ADR-1"}),
    ),
    "link-contradictory: both sides say amended": of(
        ("ADR-1: One", {"amended-by": "ADR-2"}), ("ADR-2: Two", {"amends": "ADR-1"})
    ),
    "superseded-without-successor: the other side says it": of(
        ("ADR-1: One", {"status": "superseded"}), ("ADR-2: Two", {"supersedes": "ADR-1"})
    ),
    "conflict-in-force: one is proposed": of(
        ONE, ("ADR-2: Two", {"status": "proposed", "date": "2025-12-30", "conflicts-with": "ADR-1"})
    ),
    "reference-dangling: an old ID": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            adr(markup, "ADR-1: One", formerly="OLD-1"),
            f"See {markup.role('adr', 'OLD-1')}.",
        )
    },
    "reference-ambiguous: a longer number": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            adr(markup, "ADR-1: One"),
            adr(markup, "ADR-10: Ten", ignore="id-gap"),
            f"See {markup.role('adr', 'ADR-1')}.",
        )
    },
    "cites-retired: rejected": lambda markup: {
        "index": markup.page(
            markup.title("Log"),
            adr(markup, "ADR-1: One", status="rejected"),
            f"See {markup.role('adr', 'ADR-1')}.",
        )
    },
    "not-in-toctree: in a table of contents": with_pages(
        "one", one=lambda markup: markup.page(markup.title("Page"), adr(markup, "ADR-1: One"))
    ),
    "not-in-toctree: a page without decisions": lambda markup: {
        "index": markup.page(markup.title("Log"), adr(markup, "ADR-1: One")),
        "other": (":orphan:\n\n" if markup.suffix == ".rst" else "---\norphan: true\n---\n\n")
        + markup.page(markup.title("Other")),
    },
    "requirement-duplicate: a longer number": of(
        ("ADR-1: One", {"requirements": "A-REQ-1, A-REQ-10"}), before=requirement("A-REQ-1", "A-REQ-10")
    ),
    "requirement-malformed: dots and dashes": of(
        ("ADR-1: One", {"requirements": "A_b-1.2"}), before=requirement("A_b-1.2")
    ),
    "requirement-lost: taken on": of(
        ("ADR-1: One", {"requirements": "A-REQ-1"}),
        ("ADR-2: Two", {"requirements": "A-REQ-1", "supersedes": "ADR-1"}),
        before=requirement("A-REQ-1"),
    ),
    "requirement-uncovered: given up": of(
        ("ADR-1: One", {"drops": "A-REQ-1"}), before=requirement("A-REQ-1")
    ),
    "requirement-unknown: no source at all": of(("ADR-1: One", {"requirements": "A-REQ-1"})),
    "review-overdue: due today": of(("ADR-1: One", {"review": "2026-01-01"})),
    "proposed-too-long: the last day": of(("ADR-1: One", {"status": "proposed", "date": "2025-11-02"})),
    "not-sealed: proposed": of(("ADR-1: One", {"status": "proposed", "date": "2025-12-30"})),
    "not-sealed: deprecated": of(("ADR-1: One", {"status": "deprecated"})),
}
SETTINGS: dict[str, dict[str, object]] = {
    "document-unread": {"adr_documents": ["adr/*"]},
    "section-missing": {"adr_required_sections": ["context"]},
    "not-sealed": {"adr_rules": STRICT | {"not-sealed": "warning"}},
}


@pytest.mark.parametrize("case", CASES)
def test_what_nearly_causes_a_message(project: Project, markup: Markup, case: str) -> None:
    project.configure(
        adr_rules=STRICT,
        adr_coverage_warnings=["lost", "uncovered"],
        adr_today="2026-01-01",
        adr_proposed_days=60,
        suppress_warnings=["toc.not_included"],
    )
    project.configure(**SETTINGS.get(case.partition(":")[0], {}))
    pages = CASES[case](markup)
    project.write({name + markup.suffix: text for name, text in pages.items()}).build("adr", strict=True)


@pytest.mark.parametrize("former", [False, True])
def test_what_nearly_breaks_a_seal(project: Project, markup: Markup, former: bool) -> None:
    text = markup.page(markup.title("Log"), adr(markup, "ADR-1: One", "Every parcel has one."))
    app = project.write({f"index{markup.suffix}": text}).build("adr").app
    assert app is not None
    (decision,) = app.env.domains["adr"].decisions["index"]  # type: ignore[attr-defined]
    name = "OLD-1" if former else "ADR-1"
    # A byte order mark, and windows' ends of lines, are no damage.
    seal = f'\ufeff{{\r\n"{name}": "{decision.fingerprint}",\r\n"format_version": 1\r\n}}\r\n'
    more = {"formerly": "OLD-1"} if former else {"status": "deprecated"}
    again = markup.page(markup.title("Log"), adr(markup, "ADR-1: One", "Every\nparcel  has one.", **more))
    project.configure(adr_rules=STRICT | {"not-sealed": "warning"})
    project.write({"adr-seal.json": seal, f"index{markup.suffix}": again}).build("adr", strict=True)


def test_a_file_of_requirements_with_everything_but_a_fault(project: Project) -> None:
    text = '\ufeffid,title\r\nA-REQ-1,"Often, and\r\nfast"\r\n\r\n'
    project.configure(adr_requirements=[{"source": "file", "path": "requirements.csv"}])
    project.write({"index.rst": "Log\n===\n", "requirements.csv": text}).build("adr", strict=True)


def test_settings_that_look_strange(project: Project) -> None:
    project.configure(
        adr_rules={}, adr_rules_since="2025", adr_default_status="In Review", adr_proposed_days=0
    )
    project.write({"index.rst": "Log\n===\n"}).build("adr", strict=True)


def test_every_code_has_a_near_miss() -> None:
    elsewhere = {"config-invalid", "seal-invalid", "sealed-changed", "sealed-lost", "requirement-source"}
    assert {case.partition(":")[0] for case in CASES} | elsewhere == {str(code) for code in Code}
