"""The rules in a build: the examples of the documentation trigger them, what nearly does so does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sphinx_adr.log.catalogue import CATALOGUE
from sphinx_adr.log.finding import Code

from .support import MYST, ROOT, RST, Built, Markup, Project
from .test_i18n import translate

EXAMPLES = ROOT / "docs" / "snippets" / "messages"
_NAMED = re.compile(r"(?:\.\.|%) ([\w/-]+)\.\w+\n")

PAIR = {
    RST: ".. adr:: ADR-0001: One\n   :status: accepted\n\n.. adr:: ADR-0002: Two\n   :status: accepted\n   :supersedes: ADR-0001\n",
    MYST: "```{adr} ADR-0001: One\n:status: accepted\n```\n\n```{adr} ADR-0002: Two\n:status: accepted\n:supersedes: ADR-0001\n```\n",
}

# For each rule the words on whose line it reports, where that is not the first decision of the example.
LINES = {
    "id-gap": "ADR-0003",
    "title-disagrees": "{adr}|adr::",
    "amendment-outside": "2025-03-01",
    "link-premature": "MSG-0201",
    "link-contradictory": "MSG-0203",
    "conflict-in-force": "MSG-0207",
    "cites-retired": "Labels are made",
    "id-duplicate": "Hourly exports",
    "link-ambiguous": "supersedes: MSG-0114",
    "link-dangling": "MSG-0999",
    "link-self": "supersedes: MSG-0111",
    "reference-ambiguous": "Exports follow",
    "reference-dangling": "Exports run",
    "decision-nested": "MSG-0109",
    "column-unknown": "adr-index",
    "filter-invalid": "adr-index",
    "option-invalid": "adr-graph",
    "option-outside": "adr-option",
    "requirement-duplicate": "by noon",
    "requirement-lost": "ADR-0902",
    "requirement-uncovered": "DEPOT-REQ-902",
    "requirement-unknown": "MSG-0118",
    "document-unread": "decisions/meeting",
    "placeholder": "YYYY-MM-DD",
    "status-contradictory": "Proposed",
}
SECOND = ("section-claimed-twice",)
"""Rules that report the second of two directives."""
BESIDE = {"link-ambiguous": ["adr.id-duplicate"], "reference-ambiguous": ["adr.id-duplicate"]}
"""What an example shows with its rule: nothing is ambiguous without a copy."""
SEALED = {"sealed-lost": 2, "seal-invalid": 2}
WITH_MARKDOWN = sorted(path.stem for path in EXAMPLES.glob("*.md"))
ALONE = sorted(
    {path.stem for path in EXAMPLES.iterdir() if path.suffix in (".py", ".json")} - set(WITH_MARKDOWN)
)


def example(project: Project, code: str, markup: Markup) -> tuple[Built, str, str]:
    """The build of the example of *code*, the name of its page, and its text."""
    page = EXAMPLES / f"{code}{markup.suffix}"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    named = _NAMED.match(text)
    name = (named[1] if named else code) + markup.suffix
    files = {name: text} if text else {}
    if code == "cites-retired":
        files[f"log{markup.suffix}"] = PAIR[markup]
    if (seal := EXAMPLES / f"{code}.json").exists():
        files["adr-seal.json"] = seal.read_text(encoding="utf-8")
    if (conf := EXAMPLES / f"{code}.py").exists():
        project.conf = conf.read_text(encoding="utf-8")
    orphan = ":orphan:" in text or "orphan: true" in text
    toctree = ".. toctree::\n   :glob:\n\n   **\n" if text and not orphan else ""
    files["index.rst"] = f"Index\n=====\n\n{toctree}"
    project.configure(suppress_warnings=["toc.no_title", "docutils", "myst.header"])
    return project.write(files).build("adr"), name, text


@pytest.mark.parametrize("code", [*WITH_MARKDOWN, *ALONE])
def test_the_example_triggers_its_rule_alone(project: Project, markup: Markup, code: str) -> None:
    built, name, text = example(project, code, markup)
    *others, warned = sorted(built.warnings, key=lambda warned: warned.code == f"adr.{code}")
    assert (warned.code, [other.code for other in others]) == (f"adr.{code}", BESIDE.get(code, []))
    if code in SEALED:
        assert (warned.file, warned.line) == ("adr-seal.json", SEALED[code])
    elif text:
        words = LINES.get(code, "adr::|{adr}")
        found = [n for n, line in enumerate(text.splitlines(), 1) if re.search(words, line)]
        assert (warned.file, warned.line) == (name, found[code in SECOND])
    assert [
        p["code"] for p in built.register["problems"] if f"adr.{p['code']}" not in BESIDE.get(code, [])
    ] == [code]


def test_every_code_has_an_entry() -> None:
    assert set(CATALOGUE) == set(Code)
    for entry in CATALOGUE.values():
        for sentence in (entry.sentence, entry.why, entry.remedy):
            assert sentence.endswith(".")
            assert sentence.count("``") % 2 == 0


# -- what nearly triggers a rule ----------------------------------------------------------------------------------


def adr(markup: Markup, argument: str, *body: str, **options: str) -> str:
    return markup.directive("adr", argument, *body, **{"status": "accepted", "date": "2025-01-01", **options})


STRICT = {
    str(code): "warning"
    for code in Code
    if code not in (Code.NOT_SEALED, Code.REQUIREMENT_UNCOVERED, Code.NOT_IN_TOCTREE)
}


def near_misses(markup: Markup) -> dict[str, str]:
    chosen = markup.directive("adr-option", "QR", chosen="")
    other = markup.directive("adr-option", "Code 128")
    amendment = markup.directive("adr-amendment", "2025-03-01", "Kilograms.")
    return {
        "a former ID in the gap": adr(markup, "ADR-1: One")
        + "\n\n"
        + adr(markup, "ADR-3: Three", formerly="ADR-2"),
        "two series": adr(markup, "ADR-1: One") + "\n\n" + adr(markup, "OPS-7: Seven"),
        "a proposal without a date": markup.directive("adr", "ADR-1: One", status="proposed"),
        "a chosen option": adr(markup, "ADR-1: One", chosen, other),
        "one option that is only proposed": adr(
            markup, "ADR-1: One", other, status="proposed", date="2025-12-01"
        ),
        "one option that was rejected": adr(markup, "ADR-1: One", other),
        "no option": adr(markup, "ADR-1: One"),
        "an amendment in its place": adr(markup, "ADR-1: One", amendment),
        "superseded": adr(markup, "ADR-1: One", status="superseded")
        + "\n\n"
        + adr(markup, "ADR-2: Two", supersedes="ADR-1"),
        "a successor proposed for a decision in force": adr(markup, "ADR-1: One")
        + "\n\n"
        + adr(markup, "ADR-2: Two", status="proposed", date="2025-12-01", supersedes="ADR-1"),
        "both sides agree": adr(markup, "ADR-1: One", amended_by="ADR-2")
        + "\n\n"
        + adr(markup, "ADR-2: Two", amends="ADR-1"),
        "a conflict with what was rejected": adr(markup, "ADR-1: One", status="rejected")
        + "\n\n"
        + adr(markup, "ADR-2: Two", conflicts_with="ADR-1"),
        "a review that is due today": adr(markup, "ADR-1: One", review="2026-01-01"),
        "a review due this month": adr(markup, "ADR-1: One", review="2026-01"),
        "a review of what was retired": adr(markup, "ADR-1: One", status="deprecated", review="2025-01-01"),
        "a proposal of the last day": adr(markup, "ADR-1: One", status="proposed", date="2025-11-02"),
        "braces in a sentence": adr(markup, "ADR-1: One", "The path holds {id} and {name of the depot}."),
        "words in brackets": adr(markup, "ADR-1: One", tags="[storage, events]"),
    }


@pytest.mark.parametrize("case", near_misses(RST))
def test_what_nearly_triggers_a_rule(project: Project, markup: Markup, case: str) -> None:
    page = markup.page(markup.title("Log"), near_misses(markup)[case])
    project.configure(adr_rules=STRICT, adr_today="2026-01-01", adr_proposed_days=60)
    project.write({f"index{markup.suffix}": page}).build("adr", strict=True)


def test_a_file_may_have_a_part_of_the_title_and_a_number(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("ADR-0013: ClickHouse for storing events"), markup.directive("adr", status="accepted")
    )
    toctree = markup.directive("toctree", "", "0013-clickhouse-events")
    files = {
        f"index{markup.suffix}": markup.page(markup.title("Log"), toctree),
        f"0013-clickhouse-events{markup.suffix}": page,
    }
    project.configure(adr_rules={"title-disagrees": "warning", "not-in-toctree": "warning"})
    project.write(files).build("adr", strict=True)


def test_sections_by_other_names_and_drafts(project: Project, markup: Markup) -> None:
    sections = [
        markup.title("Background", 2),
        "Text.",
        markup.title("Decision outcome", 2),
        "Chosen option: QR, it is small.",
    ]
    page = markup.page(
        markup.title("Log"),
        adr(markup, "ADR-1: One", *sections),
        adr(markup, "ADR-2: Two", status="draft"),
    )
    project.configure(adr_required_sections=["context", "Decision"], suppress_warnings=["myst.header"])
    project.write({f"index{markup.suffix}": page}).build("adr", strict=True)


# -- what reports once ----------------------------------------------------------------------------------------------


ONCE = {
    "a successor that does not exist": (
        [("ADR-1: One", {"status": "superseded", "superseded_by": "ADR-9"})],
        "link-dangling",
    ),
    "a predecessor that is misspelled": (
        [("ADR-0011: One", {"status": "superseded"}), ("ADR-0020: Two", {"supersedes": "ADR-0012"})],
        "link-dangling",
    ),
    "a successor that is itself": (
        [("ADR-1: One", {"status": "superseded", "superseded_by": "ADR-1"})],
        "link-self",
    ),
    "a circle": (
        [
            ("ADR-1: One", {"status": "superseded", "superseded_by": "ADR-2"}),
            ("ADR-2: Two", {"status": "superseded", "superseded_by": "ADR-1"}),
        ],
        "link-cycle",
    ),
    "a copy": (
        [("ADR-1: One", {"status": "superseded"}), ("ADR-1: Two", {"status": "superseded"})],
        "id-duplicate",
    ),
    "a status of a template": (
        [("ADR-1: One", {"status": "{proposed | accepted}", "date": "YYYY-MM-DD"})],
        "placeholder",
    ),
    "a rejected successor": (
        [
            ("ADR-1: One", {"status": "superseded"}),
            ("ADR-2: Two", {"status": "rejected", "supersedes": "ADR-1"}),
        ],
        "link-contradictory",
    ),
}


def test_a_copy_with_the_number_of_another_is_not_also_told_that_its_file_disagrees(
    project: Project, markup: Markup
) -> None:
    files = {
        f"{name}{markup.suffix}": markup.page(markup.title("ADR-0001: Barcodes"), adr(markup, ""))
        for name in ("0001-barcodes", "0002-labels")
    }
    files[f"index{markup.suffix}"] = markup.page(
        markup.title("Log"), markup.directive("toctree", "", "0001-barcodes\n0002-labels")
    )
    built = project.configure(adr_rules=STRICT).write(files).build("adr")
    assert built.codes == ["adr.id-duplicate"]


def test_a_choice_is_missed_once(project: Project, markup: Markup) -> None:
    options = [markup.directive("adr-option", name) for name in ("QR", "Code 128")]
    page = markup.page(markup.title("Log"), adr(markup, "ADR-1: One", *options))
    project.configure(adr_rules=STRICT, adr_required_sections=["options", "decision"])
    assert project.write({f"index{markup.suffix}": page}).build("adr").codes == ["adr.section-missing"]
    project.configure(adr_required_sections=["options"])
    assert project.build("adr").codes == ["adr.option-none-chosen"]


@pytest.mark.parametrize("case", ONCE)
def test_a_fault_is_reported_by_one_rule(project: Project, markup: Markup, case: str) -> None:
    decisions, code = ONCE[case]
    page = markup.page(markup.title("Log"), *(adr(markup, title, **options) for title, options in decisions))
    quiet = {"id-gap": "off", "title-disagrees": "off"}
    project.configure(adr_rules=STRICT | quiet).write({f"index{markup.suffix}": page})
    assert set(project.build("adr").codes) == {f"adr.{code}"}


# -- policies -------------------------------------------------------------------------------------------------------


def log(markup: Markup) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-0039: Old", status="accepted", relates_to="ADR-9999"),
        markup.directive("adr", "ADR-0040: New", status="accepted", date="2025-06-01", deciders="{names}"),
        markup.directive("adr", "ADR-0041: Newer", status="accepted", ignore="date-missing"),
    )


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (None, ["link-dangling", "date-missing", "placeholder"]),
        ("ADR-0040", ["link-dangling", "placeholder"]),
        ("2025-06", ["link-dangling", "placeholder"]),
        ("2025-07-01", ["link-dangling"]),
    ],
)
def test_where_strictness_begins(
    project: Project, markup: Markup, since: str | None, expected: list[str]
) -> None:
    project.configure(adr_rules={"date-missing": "warning"}, adr_rules_since=since)
    built = project.write({f"index{markup.suffix}": log(markup)}).build("adr")
    assert sorted(built.codes) == sorted(f"adr.{code}" for code in expected)
    again = project.build("adr")
    assert again.where == built.where


def test_rules_are_off_by_setting_and_by_suppression(project: Project, markup: Markup) -> None:
    project.configure(adr_rules={"placeholder": "off"}, suppress_warnings=["adr.link-dangling"])
    built = project.write({f"index{markup.suffix}": log(markup)}).build("adr", strict=True)
    assert [problem["code"] for problem in built.register["problems"]] == ["link-dangling"]


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ({"adr_rules": {"id-gaps": "warning"}}, "did you mean id-gap?"),
        ({"adr_rules": {"id-gap": "warn"}}, "did you mean warning?"),
        ({"adr_rules": {"id-gap": True}}, "allowed are off, warning"),
        ({"adr_rules": {"id-gap": ["off"]}}, "allowed are off, warning"),
        ({"adr_rules": {3: "off"}}, "names '3', which is no code"),
        ({"adr_rules_since": "the 40th"}, "neither an ID with a number"),
        ({"adr_rules_since": "x"}, "neither an ID with a number"),
        ({"adr_rules_since": "2025-13"}, "no date of the calendar"),
        ({"adr_required_sections": ["contxt"]}, "did you mean 'context'?"),
        ({"adr_today": "tomorrow"}, "YYYY-MM-DD"),
        ({"adr_proposed_days": -1}, "0 or more"),
        ({"adr_required_sections": [3]}, "no name of a section"),
    ],
)
def test_settings_that_cannot_be_used(project: Project, settings: dict[str, object], hint: str) -> None:
    built = project.configure(**settings).write({"index.rst": "Log\n===\n"}).build("adr")
    (warned,) = built.warnings
    assert warned.code == "adr.config-invalid"
    assert hint in warned.text


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            {"adr_rules": {"id-gap": "warn", "id-gaps": "off", "placeholder": "off"}},
            ["adr.config-invalid", "adr.config-invalid", "adr.link-dangling"],
        ),
        (
            {"adr_required_sections": ["contxt", "consequences"], "adr_rules": {"placeholder": "off"}},
            ["adr.config-invalid", "adr.link-dangling", *["adr.section-missing"] * 3],
        ),
        (
            {"adr_required_sections": ["Risks", "Threat model"], "adr_rules": {"placeholder": "off"}},
            ["adr.link-dangling", *["adr.section-missing"] * 3],
        ),
    ],
)
def test_the_rest_of_a_setting_stands(
    project: Project, markup: Markup, settings: dict[str, object], expected: list[str]
) -> None:
    built = project.configure(**settings).write({f"index{markup.suffix}": log(markup)}).build("adr")
    assert sorted(built.codes) == sorted(expected)


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("ADR-0100", None),
        ("ADR-1", None),
        ("2025", None),
        ("ADX-0040", "did you mean ADR-0040?"),
        ("0040", "no decision has an ID that begins with ''"),
    ],
)
def test_strictness_begins_in_a_series_that_exists(
    project: Project, markup: Markup, since: str, told: str | None
) -> None:
    project.configure(adr_rules_since=since, suppress_warnings=["adr.link-dangling", "adr.placeholder"])
    built = project.write({f"index{markup.suffix}": log(markup)}).build("adr")
    assert built.codes == (["adr.config-invalid"] if told else [])
    assert (told or "") in built.messages
    assert project.build("adr").where == built.where


def test_a_code_that_does_not_exist_cannot_be_ignored(project: Project, markup: Markup) -> None:
    page = markup.page(markup.title("Log"), adr(markup, "ADR-1: One", ignore="id-gapp"))
    (warned,) = project.write({f"index{markup.suffix}": page}).build("adr").warnings
    assert warned.where == ("adr.option-invalid", f"index{markup.suffix}", markup.line_of(page, "ADR-1"))
    assert "did you mean id-gap?" in warned.text


def test_time_that_passes_is_no_finding_unless_asked_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = RST.page(RST.title("Log"), adr(RST, "ADR-1: One", review="2020-01-01"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project.write({"index.rst": page}).build("adr", strict=True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836799")
    project.build("adr", strict=True)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577923200")
    assert project.build("adr").codes == ["adr.review-overdue"]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    project.configure(adr_rules={"review-overdue": "warning"})
    assert project.build("adr").codes == ["adr.review-overdue"]


def test_an_index_of_what_is_due(project: Project, markup: Markup) -> None:
    page = markup.page(
        markup.title("Log"),
        markup.directive("adr-index", filter="review <= today", columns="id, title"),
        adr(markup, "ADR-1: One", review="2025-12-31"),
        adr(markup, "ADR-2: Two", review="2026-01-02"),
    )
    project.configure(adr_today="2026-01-01", adr_rules={"review-overdue": "off"})
    project.write({f"index{markup.suffix}": page})
    assert "ADR-0002" not in (shown := table_of(project.build(strict=True)))
    assert "ADR-1" in shown and "ADR-2" not in shown
    project.configure(adr_today="2026-02-01")
    assert "ADR-2" in table_of(project.build(strict=True))


def table_of(built: Built) -> str:
    return built.page("index").body.partition("<table")[2].partition("</table>")[0]


# -- readers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["ADR-0001 (superseded)", "ADR-0002", "the old one <ADR-0001 (Superseded)>"])
def test_citing_knowingly(project: Project, markup: Markup, text: str) -> None:
    project.configure(adr_rules={"cites-retired": "warning"})
    pages = {
        "log": PAIR[markup],
        "index": markup.page(
            markup.title("Page"), markup.directive("toctree", "", "log"), f"See {markup.role('adr', text)}."
        ),
    }
    project.configure(suppress_warnings=["toc.no_title"])
    built = project.write({name + markup.suffix: page for name, page in pages.items()}).build(strict=True)
    shown = built.page("index").text
    assert ("the old one" if text.startswith("the") else text.partition(" ")[0]) in shown
    assert "(superseded)" not in shown and "(Superseded)" not in shown


def test_the_lineage_may_cite_its_own(project: Project, markup: Markup) -> None:
    pages = {
        "index": markup.page(markup.title("Index"), markup.directive("toctree", "", "a\nb\nc")),
        "a": markup.page(markup.title("A"), adr(markup, "ADR-1: One")),
        "b": markup.page(
            markup.title("B"),
            adr(markup, "ADR-2: Two", f"Unlike {markup.role('adr', 'ADR-1')}.", supersedes="ADR-1"),
        ),
        "c": markup.page(
            markup.title("C"),
            adr(markup, "ADR-3: Three", f"Unlike {markup.role('adr', 'ADR-1')}.", supersedes="ADR-2"),
        ),
    }
    project.configure(adr_rules={"cites-retired": "warning"})
    project.write({name + markup.suffix: page for name, page in pages.items()}).build("adr", strict=True)


# -- amendments and seals -------------------------------------------------------------------------------------------


BODY = "Every parcel has a *barcode* on its label, and a number below it."


def sealed(project: Project, markup: Markup, body: str, name: str = "index", **options: str) -> Built:
    """A build of one decision with *body*."""
    page = markup.page(markup.title("Log"), adr(markup, "ADR-1: Barcodes", body, **options))
    index = markup.page(markup.title("Index"), markup.directive("toctree", "", name))
    project.write({f"index{markup.suffix}": index} if name != "index" else {})
    return project.write({f"{name}{markup.suffix}": page}).build("adr")


def seal(project: Project, built: Built) -> None:
    assert built.app is not None
    (decision,) = built.app.env.domains["adr"].decisions["index"]  # type: ignore[attr-defined]
    text = json.dumps({decision.id: decision.fingerprint, "format_version": 1}, indent=0)
    project.write({"adr-seal.json": text})


@pytest.mark.parametrize(
    ("body", "options"),
    [
        ("Every parcel\nhas a barcode   on its label,\nand a **number** below it.", {}),
        (BODY, {"status": "superseded", "superseded_by": "x:ADR-2"}),
        (BODY, {"date": "2025-02-02", "deciders": "D. Okafor", "tags": "labels"}),
    ],
)
def test_a_seal_permits(project: Project, markup: Markup, body: str, options: dict[str, str]) -> None:
    seal(project, sealed(project, markup, BODY))
    built = sealed(project, markup, body, **options)
    assert "adr.sealed-changed" not in built.codes


def test_a_seal_permits_an_amendment_and_a_moved_file(project: Project, markup: Markup) -> None:
    seal(project, sealed(project, markup, BODY))
    amended = f"{BODY}\n\n{markup.directive('adr-amendment', '2025-03-01', 'Some have two.')}"
    assert sealed(project, markup, amended).codes == []
    assert sealed(project, markup, amended, name="moved").codes == []


def test_a_seal_minds_a_word(project: Project, markup: Markup) -> None:
    seal(project, sealed(project, markup, BODY))
    changed = BODY.replace("Every", "Nearly every")
    built = sealed(project, markup, changed)
    assert built.where == [("adr.sealed-changed", f"index{markup.suffix}", 4 if markup is RST else 3)]
    assert "adr-amendment" in built.messages
    assert project.build("adr").where == built.where
    assert sealed(project, markup, changed, ignore="sealed-changed").codes == []


def test_a_seal_minds_no_language(project: Project) -> None:
    page = RST.page(RST.title("Log"), adr(RST, "ADR-1: Barcodes", "Every parcel has one."))
    seal(project, project.write({"index.rst": page}).build("adr"))
    translate(project, {"Every parcel has one.": "Cada paquete tiene uno.", "Barcodes": "Códigos"})
    built = project.configure(language="es", locale_dirs=["locale"]).build("adr")
    assert built.decision("ADR-1")["title"] == "Códigos"
    assert built.codes == []


def test_a_seal_minds_no_tag(project: Project, markup: Markup) -> None:
    seal(project, sealed(project, markup, BODY))
    only = markup.directive("only", "shown", adr(markup, "ADR-1: Barcodes", BODY))
    project.write({f"index{markup.suffix}": markup.page(markup.title("Log"), only)})
    assert project.build("adr").codes == []
    assert project.build("adr", tags=["shown"]).codes == []


def test_a_build_never_writes_a_seal(project: Project, markup: Markup) -> None:
    sealed(project, markup, BODY)
    assert not (project.source / "adr-seal.json").exists()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format_version": 7}', '{"ADR-1": 1}', '{"ADR 1": "0"}'])
def test_a_seal_that_cannot_be_read(project: Project, text: str) -> None:
    project.write({"adr-seal.json": text})
    assert sealed(project, RST, BODY).codes == ["adr.seal-invalid"]


def test_a_seal_of_a_document_as_it_stands(project: Project) -> None:
    page = "# 1. Barcodes\n\n* Status: {status}\n* Date: 2025-01-01\n\n## Status\n\n{status}\n\n## Context\n\n{text}\n\n## References\n\n* [{status}](https://example.org)\n"
    pytest.importorskip("myst_parser")
    project.configure(adr_documents=["0001-*"])
    index = "# Log\n\n```{toctree}\n0001-barcodes\n```\n"

    def prints(status: str, text: str) -> str:
        files = {"index.md": index, "0001-barcodes.md": page.format(status=status, text=text)}
        app = project.write(files).build("adr").app
        assert app is not None
        (decision,) = app.env.domains["adr"].decisions["0001-barcodes"]  # type: ignore[attr-defined]
        return str(decision.fingerprint)

    assert prints("Accepted", "Labels get wet.") == prints("Superseded by ADR-0002", "Labels\nget wet.")
    assert prints("Accepted", "Labels get wet.") != prints("Accepted", "Labels stay dry.")


@pytest.mark.parametrize(
    "builder", ["html", "text", "latex", "epub", "man", "texinfo", "xml", "pseudoxml", "singlehtml"]
)
def test_an_amendment_is_visible(project: Project, markup: Markup, builder: str) -> None:
    amended = f"{BODY}\n\n{markup.directive('adr-amendment', '1 March 2025', 'Some have two.')}"
    page = markup.page(markup.title("Log"), adr(markup, "ADR-1: Barcodes", amended))
    built = project.write({f"index{markup.suffix}": page}).build(builder, strict=True, nitpicky=False)
    written = [
        path
        for path in built.out.rglob("*")
        if path.suffix in (".html", ".txt", ".tex", ".xhtml", ".1", ".texi", ".xml", ".pseudoxml")
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in written)
    assert "Some have two." in text
    assert "Amendment of" in text and "2025-03-01" in text.replace("\\sphinxhyphen{}", "-").replace(
        "\\-", "-"
    )


def test_amendments_are_recorded(project: Project, markup: Markup) -> None:
    amended = f"{BODY}\n\n{markup.directive('adr-amendment', '1 March 2025', 'Some have two.')}"
    page = markup.page(markup.title("Log"), adr(markup, "ADR-1: Barcodes", amended))
    built = project.write({f"index{markup.suffix}": page}).build("adr", strict=True)
    assert built.decision("ADR-1")["amendments"] == [{"date": "2025-03-01", "text": "Some have two."}]


@pytest.mark.parametrize("written", ["", "soon", "2025-02-30"])
def test_an_amendment_needs_a_date(project: Project, markup: Markup, written: str) -> None:
    page = markup.page(
        markup.title("Log"),
        adr(markup, "ADR-1: Barcodes", markup.directive("adr-amendment", written, "Two.")),
    )
    built = project.write({f"index{markup.suffix}": page}).build("adr")
    assert built.where == [
        ("adr.date-invalid", f"index{markup.suffix}", markup.line_of(page, "adr-amendment"))
    ]
    assert [added["text"] for added in built.decision("ADR-1")["amendments"]] == ["Two."]


def test_the_folder_of_examples_holds_nothing_else() -> None:
    assert {path.suffix for path in Path(EXAMPLES).iterdir()} <= {".rst", ".md", ".py", ".json", ".csv"}
