"""A finding about a link stands on the line of the link, however the record is written."""

from __future__ import annotations

import pytest

from .conftest import needs_myst
from .support import RST, Markup, Project

OPTIONS = {
    "on a line of its own": {"supersedes": "ADR-97"},
    "the second of two": {"relates_to": "ADR-2, ADR-97"},
    "by another name": {"replaces": "ADR-97"},
    "from the other side": {"superseded_by": "ADR-97"},
    "in the status": {"state": "Superseded by ADR-97"},
}


def log(markup: Markup, options: dict[str, str]) -> str:
    given = {"status": "accepted"} if "state" not in options else {}
    subject = markup.directive("adr", "ADR-1: One", **given, date="2025-01-01", **options, tags="a")
    return markup.page(markup.title("Log"), subject, markup.directive("adr", "ADR-2: Two", status="accepted"))


@pytest.mark.parametrize("case", OPTIONS)
def test_a_dangling_link_in_an_option(project: Project, markup: Markup, case: str) -> None:
    text = log(markup, OPTIONS[case])
    built = project.write({f"index{markup.suffix}": text}).build("adr")
    assert built.where == [("adr.link-dangling", f"index{markup.suffix}", markup.line_of(text, "ADR-97"))]
    assert project.build("adr").where == built.where


def test_a_list_over_several_lines(project: Project) -> None:
    text = log(RST, {"relates_to": "ADR-2,"}).replace("ADR-2,\n", "ADR-2,\n      ADR-97\n")
    built = project.write({"index.rst": text}).build("adr")
    assert built.where == [("adr.link-dangling", "index.rst", RST.line_of(text, "ADR-97"))]


@needs_myst
def test_options_as_yaml(project: Project) -> None:
    text = (
        "# Log\n\n```{adr} ADR-1: One\n---\nstatus: accepted\nrelates-to: |\n  ADR-98\n  ADR-97\n---\n```\n"
    )
    built = project.write({"index.md": text}).build("adr")
    assert built.where == [("adr.link-dangling", "index.md", 7), ("adr.link-dangling", "index.md", 8)]


def test_links_to_itself_and_to_copies(project: Project, markup: Markup) -> None:
    copies = [markup.directive("adr", f"ADR-2: {name}", status="accepted") for name in ("Two", "Too")]
    subject = markup.directive("adr", "ADR-1: One", status="accepted", depends_on="ADR-1", refines="ADR-2")
    text = markup.page(markup.title("Log"), *copies, subject)
    built = project.write({f"index{markup.suffix}": text}).build("adr")
    name = f"index{markup.suffix}"
    assert [where for where in built.where if where[0] != "adr.id-duplicate"] == [
        ("adr.link-self", name, markup.line_of(text, "depends-on")),
        ("adr.link-ambiguous", name, markup.line_of(text, "refines")),
    ]


def test_what_is_accepted_at_the_decision_is_accepted_at_its_links(project: Project, markup: Markup) -> None:
    text = log(markup, {"relates_to": "ADR-97", "ignore": "link-dangling"})
    project.write({f"index{markup.suffix}": text}).build("adr", strict=True)


RECORDS = {
    ".md": {
        "front matter": "---\nstatus: accepted\nsupersedes: ADR-0097\n---\n# 1. Keep\n\n## Context\n\nText.\n",
        "list": "# 1. Keep\n\n* Status: accepted\n* Supersedes: ADR-0097\n\n## Context\n\nText.\n",
        "status section": "# 1. Keep\n\n## Status\n\nSuperseded by ADR-0097\n\n## Context\n\nText.\n",
        "further down in a status section": "# 1. Keep\n\n## Status\n\nAccepted\n\nAmends nothing\n\nSupersedes [97](0097-x.md)\n\n## Context\n\nText.\n",
        "links": "# 1. Keep\n\nStatus: accepted\n\n## Related decisions\n\n* Refines ADR-0001\n* Depends on ADR-0097\n",
    },
    ".rst": {
        "fields": "1. Keep\n=======\n\n:Status: accepted\n:Supersedes: ADR-0097\n\nContext\n-------\n\nText.\n",
        "status section": "1. Keep\n=======\n\nStatus\n------\n\nSuperseded by ADR-0097\n\nContext\n-------\n\nText.\n",
        "further down in a status section": "1. Keep\n=======\n\nStatus\n------\n\nAccepted\n\nRefines ADR-0001\n\nSupersedes ADR-0097\n\nContext\n-------\n\nText.\n",
        "links": "1. Keep\n=======\n\nStatus: accepted\n\nRelated decisions\n-----------------\n\n* Text\n\n* Depends on ADR-0097\n",
    },
}
CASES = [
    pytest.param(suffix, name, id=f"{name}{suffix}", marks=[needs_myst] * (suffix == ".md"))
    for suffix in RECORDS
    for name in RECORDS[suffix]
]


@pytest.mark.parametrize(("suffix", "name"), CASES)
def test_a_dangling_link_of_a_document_as_it_stands(project: Project, suffix: str, name: str) -> None:
    text = RECORDS[suffix][name]
    index = "Log\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n"
    project.configure(adr_documents=["adr/*"]).write({"index.rst": index, f"adr/0001-keep{suffix}": text})
    dangling = [where for where in project.build("adr").where if where[0] == "adr.link-dangling"]
    line = next(number for number, words in enumerate(text.splitlines(), 1) if "97" in words)
    assert dangling == [("adr.link-dangling", f"adr/0001-keep{suffix}", line)]


@pytest.mark.parametrize(
    "words", ["Superseded by ADR-97,\nADR-98\nand ADR-99", "Accepted,\nsupersedes ADR-97\nand ADR-98"]
)
def test_links_on_several_lines_of_one_paragraph(project: Project, markup: Markup, words: str) -> None:
    text = markup.page(
        markup.title("1. Keep"), markup.title("Status", 2), words, markup.title("Context", 2), "Text."
    )
    index = "Log\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n"
    name = f"adr/0001-keep{markup.suffix}"
    project.configure(adr_documents=["adr/*"]).write({"index.rst": index, name: text})
    dangling = [where for where in project.build("adr").where if where[0] == "adr.link-dangling"]
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "ADR-9" in line]
    assert dangling == [("adr.link-dangling", name, line) for line in lines]


ACKNOWLEDGED = {
    ".md": "---\nstatus: accepted\nsupersedes: ADR-0097\nadr-ignore: link-dangling\n---\n# 1. Keep\n\n## Context\n\nText.\n",
    ".rst": "1. Keep\n=======\n\n:Status: accepted\n:Supersedes: ADR-0097\n:ADR-Ignore: adr.link-dangling\n\nContext\n-------\n\nText.\n",
}


@pytest.mark.parametrize("suffix", [pytest.param(".md", marks=needs_myst), ".rst"])
def test_a_document_as_it_stands_accepts_a_finding(project: Project, suffix: str) -> None:
    index = "Log\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n"
    files = {"index.rst": index, f"adr/0001-keep{suffix}": ACKNOWLEDGED[suffix]}
    project.configure(adr_documents=["adr/*"]).write(files).build("adr", strict=True)
    files[f"adr/0001-keep{suffix}"] = ACKNOWLEDGED[suffix].replace("link-dangling", "link-danglin")
    built = project.write(files).build("adr")
    assert sorted(built.codes) == ["adr.link-dangling", "adr.option-invalid"]
