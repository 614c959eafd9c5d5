"""Which parts of existing documents are records: whole files, sections of pages, and what is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..support import Built, Project, has_myst

needs_myst = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")

PARTS = "{h} Context\n\nMeters send readings.\n\n{h} Decision\n\nWe store them.\n\n"


def parts(level: int) -> str:
    """The sections of a record in Markdown."""
    return PARTS.replace("{h}", "#" * level)


def read(tmp_path: Path, files: dict[str, str], *documents: object, **settings: object) -> Built:
    """The register of *files*."""
    project = Project(tmp_path / "docs").configure(
        adr_documents=list(documents or ["adr/*"]), suppress_warnings=["toc", "myst"]
    )
    project.configure(**settings).write({"index.rst": "Log\n===\n", **files})
    return project.build("adr", nitpicky=False)


def records(built: Built) -> list[tuple[str, str, str]]:
    """ID, title and status of each record."""
    return [(one["id"], one["title"], one["status"]) for one in built.register["decisions"]]


def unread(built: Built) -> list[str]:
    """The documents in which nothing was read."""
    return [one["docname"] for one in built.register["documents"] if one["unread"]]


def codes(built: Built) -> list[str]:
    return [one["code"] for one in built.register["problems"]]


# -- pages with many records -----------------------------------------------------------------------------------

PAGES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "IDs at H2": (
        "# Decisions\n\n## ADR-001: Keep\n\n**Status:** Accepted\n\n"
        + parts(3)
        + "## ADR-002: Send\n\n**Status:** Proposed\n\n"
        + parts(3),
        [("ADR-001", "Keep", "accepted"), ("ADR-002", "Send", "proposed")],
    ),
    "IDs at H3": (
        "# Decisions\n\n## Storage\n\n### ADR-001: Keep\n\nStatus: accepted\n\n#### Context\n\nText.\n\n## Mail\n\n### ADR-002: Send\n\nStatus: draft\n",
        [("ADR-001", "Keep", "accepted"), ("ADR-002", "Send", "draft")],
    ),
    "IDs at H1": (
        "# ADR-001: Keep\n\nStatus: accepted\n\n"
        + parts(2)
        + "# ADR-002: Send\n\nStatus: accepted\n\n"
        + parts(2),
        [("ADR-001", "Keep", "accepted"), ("ADR-002", "Send", "accepted")],
    ),
    "other IDs": (
        "# Decisions\n\n## TECH-01 - Keep\n\nStatus: accepted\n\n"
        + parts(3)
        + "## TECH-02 - Send\n\nStatus: accepted\n\n"
        + parts(3),
        [("TECH-01", "Keep", "accepted"), ("TECH-02", "Send", "accepted")],
    ),
    "labels with numbers": (
        "# Decisions\n\n## Decision 1: Keep\n\nStatus: accepted\n\n## Decision 2: Send\n\nStatus: accepted\n",
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "accepted")],
    ),
    "brackets": (
        "# Decisions\n\n## [ADR-1] Keep\n\nStatus: accepted\n\n## [ADR-2] Send\n\nStatus: accepted\n",
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "accepted")],
    ),
    "numbers": (
        "# Decisions\n\n## 1. Keep\n\nStatus: accepted\n\n"
        + parts(3)
        + "## 2. Send\n\nStatus: accepted\n\n"
        + parts(3),
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "accepted")],
    ),
    "no numbers": (
        "# Decisions\n\nAll of them.\n\n## Keep readings\n\nStatus: accepted\n\n"
        + parts(3)
        + "## Send mails\n\nStatus: accepted\n\n"
        + parts(3),
        [("keep-readings", "Keep readings", "accepted"), ("send-mails", "Send mails", "accepted")],
    ),
    "numbers below headings of groups": (
        "# Decisions\n\n## Completed Decisions\n\n### 1. Keep\n\nText.\n\n## Pending Decisions\n\n### 1. Send\n\nText.\n",
        [("ADR-1", "Keep", "accepted"), ("PENDING-1", "Send", "proposed")],
    ),
    "IDs below headings of groups": (
        "# Decisions\n\n## Accepted\n\n### ADR-1: Keep\n\n#### Context\n\nText.\n\n## Rejected\n\n### ADR-2: Send\n\n#### Context\n\nText.\n",
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "rejected")],
    ),
    "a status of its own below a heading": (
        "# Decisions\n\n## Active Decisions\n\n### ADR-1: Keep\n\nStatus: draft\n\n#### Context\n\nText.\n\n### ADR-2: Send\n\n#### Context\n\nText.\n",
        [("ADR-1", "Keep", "draft"), ("ADR-2", "Send", "accepted")],
    ),
    "chapter 9 of arc42": (
        "# Architecture Decisions\n\n## ADR 1: Keep\n\n- Status: accepted\n- Date: 2024-03-04\n\n## ADR 2: Send\n\n- Status: accepted\n\n## Further reading\n\nText.\n",
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "accepted")],
    ),
    "fields in a table": (
        "# Decisions\n\n## ADR-1: Keep\n\n| Status | Accepted |\n|---|---|\n| Date | 2024-03-04 |\n\n## ADR-2: Send\n\n| Status | Draft |\n|---|---|\n| Date | 2024-03-04 |\n",
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "draft")],
    ),
    "rules between": (
        "# Decisions\n\n- [ADR-1](#adr-1-keep)\n\n---\n\n## ADR-1: Keep\n\n**Status**: Accepted\n\n---\n\n## ADR-2: Send\n\n**Status**: Accepted\n\n---\n\n## Template\n\n```markdown\n## ADR-3: Title\n```\n",
        [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "accepted")],
    ),
}


@needs_myst
@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_many_records(name: str, tmp_path: Path) -> None:
    text, expected = PAGES[name]
    built = read(tmp_path, {"adr/log.md": text})
    assert sorted(records(built)) == sorted(expected)
    assert codes(built) == []


def test_a_page_in_restructuredtext_holds_many_records(tmp_path: Path) -> None:
    page = (
        "Decisions\n=========\n\nADR-1: Keep\n-----------\n\n:Status: Accepted\n:Author: D. Okafor\n\nContext\n~~~~~~~\n\nText.\n\n"
        "ADR-2: Send\n-----------\n\n:Status: Superseded by ADR-1\n\nContext\n~~~~~~~\n\nText.\n"
    )
    built = read(tmp_path, {"adr/log.rst": page})
    assert records(built) == [("ADR-1", "Keep", "accepted"), ("ADR-2", "Send", "superseded")]
    assert built.decision("ADR-1")["deciders"] == ["D. Okafor"]
    assert built.decision("ADR-1")["supersedes"] == ["ADR-2"]


# -- what is no record -----------------------------------------------------------------------------------------


@needs_myst
def test_headings_inside_a_record_are_no_records(tmp_path: Path) -> None:
    text = (
        "# 5. Keep readings\n\n## Status\n\nAccepted\n\n"
        + parts(2)
        + "## Requirements\n\n### REQ-001: Fast\n\nText.\n\n"
        "### REQ-002: Cheap\n\nText.\n\n## Options\n\n### OPT-1: Files\n\nText.\n\n### OPT-2: Tables\n\nText.\n\n"
        "## Related\n\n### ADR-0007: Other\n\nText.\n"
    )
    built = read(tmp_path, {"adr/0005-keep.md": text})
    assert records(built) == [("ADR-0005", "Keep readings", "accepted")]


@needs_myst
def test_options_that_look_like_records_make_none(tmp_path: Path) -> None:
    text = (
        "# Keep readings\n\nStatus: accepted\n\n## Context\n\nText.\n\n## Options\n\n### Files\n\n#### Context\n\nText.\n\n"
        "#### Consequences\n\nText.\n\n### Tables\n\n#### Context\n\nText.\n\n#### Consequences\n\nText.\n\n## Decision\n\nFiles.\n"
    )
    assert records(read(tmp_path, {"adr/keep.md": text})) == [("keep", "Keep readings", "accepted")]


@needs_myst
def test_code_is_not_content(tmp_path: Path) -> None:
    text = "# How to write\n\n```markdown\n# ADR-001: Title\n\n## Status\n\nAccepted\n```\n\n~~~\nStatus: accepted\n~~~\n"
    built = read(tmp_path, {"adr/how.md": text})
    assert records(built) == []
    assert unread(built) == ["adr/how"]
    assert codes(built) == ["document-unread"]


@needs_myst
@pytest.mark.parametrize(
    "name",
    [
        "README",
        "index",
        "template",
        "0000-template",
        "adr-template",
        "adr_template",
        "NNNN-template",
        "XXXX-template",
        "decision-record-template",
        "000-adr-template",
        "template-adr",
        "0000-index",
    ],
)
def test_pages_beside_records_are_listed_and_not_reported(name: str, tmp_path: Path) -> None:
    text = "# Title\n\n## Status\n\nProposed\n\n" + parts(2)
    built = read(
        tmp_path,
        {f"adr/{name}.md": text, "adr/0001-keep.md": "# 1. Keep\n\n## Status\n\nAccepted\n\n" + parts(2)},
    )
    assert records(built) == [("ADR-0001", "Keep", "accepted")]
    assert unread(built) == [f"adr/{name}"]
    assert codes(built) == []


@needs_myst
@pytest.mark.parametrize(
    "name", ["0012-email-template", "0012-log", "0012-use-an-index", "0012-templates-for-mail"]
)
def test_a_record_about_templates_is_one(name: str, tmp_path: Path) -> None:
    built = read(tmp_path, {f"adr/{name}.md": "# 12. Mail\n\n## Status\n\nAccepted\n\n" + parts(2)})
    assert records(built) == [("ADR-0012", "Mail", "accepted")]


@needs_myst
@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("0007-keep", "ADR-0007"), ("007-keep", "ADR-007"), ("7-keep", "ADR-7"), ("ADR-0007-keep", "ADR-0007"),
        ("adr0007", "ADR-0007"), ("adr_0007_keep", "ADR-0007"), ("ADR007", "ADR-007"), ("0007", "ADR-0007"),
        ("20240304-keep", "20240304-keep"), ("2024-03-04-keep", "2024-03-04-keep"), ("keep-readings", "keep-readings"),
        ("Keep Readings", "Keep-Readings"), ("madr-0007-keep", "ADR-0007"), ("0007_keep", "ADR-0007"), ("rfc-0007", "ADR-0007"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_gives_an_id(name: str, identifier: str, tmp_path: Path) -> None:
    built = read(tmp_path, {f"adr/{name}.md": "# Keep\n\n## Status\n\nAccepted\n\n" + parts(2)})
    assert records(built) == [(identifier, "Keep", "accepted")]
    dated = {"20240304-keep": "2024-03-04", "2024-03-04-keep": "2024-03-04"}
    assert built.register["decisions"][0]["date"] == dated.get(name)


def test_an_empty_document_is_unread(tmp_path: Path) -> None:
    built = read(tmp_path, {"adr/empty.rst": "", "adr/notes.rst": "Notes\n=====\n\nText.\n"})
    assert unread(built) == ["adr/empty", "adr/notes"]
    assert [(p["code"], p["path"], p["line"]) for p in built.register["problems"]] == [
        ("document-unread", "adr/empty.rst", 1),
        ("document-unread", "adr/notes.rst", 1),
    ]


# -- entries that are tables -----------------------------------------------------------------------------------

RECORD = "# Keep\n\n## Context\n\nText.\n\n## Decision\n\nText.\n"


@needs_myst
def test_an_entry_gives_ids_and_a_status(tmp_path: Path) -> None:
    built = read(
        tmp_path,
        {
            "one/0001-keep.md": RECORD,
            "two/0001-keep.md": RECORD,
            "two/0002-keep.md": RECORD,
            "two/draft.md": RECORD,
        },
        {"documents": "one/*", "id_template": "ONE-{number}", "status": "accepted"},
        {"documents": ["two/*"], "prefix": "TWO-", "default_status": "draft", "exclude": ["two/draft"]},
    )
    assert records(built) == [
        ("ONE-0001", "Keep", "accepted"),
        ("TWO-0001", "Keep", "draft"),
        ("TWO-0002", "Keep", "draft"),
    ]
    assert [one["docname"] for one in built.register["documents"]] == [
        "one/0001-keep",
        "two/0001-keep",
        "two/0002-keep",
    ]


@needs_myst
def test_an_entry_gives_a_pattern_for_ids(tmp_path: Path) -> None:
    page = "# Log\n\n## K1 Keep\n\nText.\n\n## K2: Send\n\nText.\n\n## Notes\n\nText.\n"
    built = read(
        tmp_path, {"adr/log.md": page.replace("K1 ", "K1: ")}, {"documents": "adr/log", "id_pattern": r"K\d+"}
    )
    assert records(built) == [("K1", "Keep", "unknown"), ("K2", "Send", "unknown")]


@needs_myst
def test_an_entry_gives_the_sections_to_look_in(tmp_path: Path) -> None:
    page = "# Log\n\n## Done\n\n### Keep\n\nText.\n\n### Send\n\nText.\n\n## Ideas\n\n### Dream\n\nText.\n\n## Other\n\n### None\n\nText.\n"
    sections = {"Done": {"status": "accepted", "prefix": "D-"}, "Ideas": "proposed"}
    built = read(
        tmp_path, {"adr/log.md": page}, {"documents": "adr/log", "sections": sections, "prefix": "I-"}
    )
    assert records(built) == [
        ("D-1", "Keep", "accepted"),
        ("D-2", "Send", "accepted"),
        ("I-1", "Dream", "proposed"),
    ]


@needs_myst
def test_an_entry_names_one_section(tmp_path: Path) -> None:
    page = "# Log\n\n## Architecture decisions\n\n### Keep\n\nText.\n\n## Other\n\n### None\n\nText.\n"
    built = read(
        tmp_path, {"adr/log.md": page}, {"documents": "adr/log", "section": "Architecture decisions"}
    )
    assert records(built) == [("ADR-1", "Keep", "unknown")]


@pytest.mark.parametrize(
    "entry",
    [
        3,
        {"document": "adr/*"},
        {"documents": "adr/*", "patern": "x"},
        {"documents": "adr/*", "status": "acepted"},
        {"documents": "adr/*", "id_pattern": "("},
        {"documents": []},
    ],
)
def test_a_broken_entry_is_reported(entry: object, tmp_path: Path) -> None:
    built = read(tmp_path, {"adr/0001-keep.rst": "Keep\n====\n\nStatus: accepted\n"}, entry)
    assert codes(built) == ["config-invalid"]


# -- with the rest ---------------------------------------------------------------------------------------------


def test_directives_elsewhere_and_links_both_ways(tmp_path: Path) -> None:
    built = read(
        tmp_path,
        {
            "adr/0001-keep.rst": "1. Keep\n=======\n\n:Status: Accepted\n:Superseded-By: ADR-0003\n",
            "adr/0002-send.rst": "2. Send\n=======\n\n:Status: Accepted\n\nSee :adr:`ADR-0003`.\n",
            "page.rst": "Page\n====\n\n.. adr:: ADR-0003: Both\n   :status: accepted\n   :supersedes: adr/0002-send\n\n   See :adr:`ADR-0001`.\n",
        },
    )
    assert built.decision("ADR-0003")["supersedes"] == ["ADR-0001", "ADR-0002"]
    assert codes(built) == []


def test_a_document_with_directives_is_left_to_them(tmp_path: Path) -> None:
    built = read(
        tmp_path,
        {
            "adr/0001-keep.rst": "Keep\n====\n\nStatus: rejected\n\n.. adr:: ADR-0001: Keep\n   :status: accepted\n"
        },
    )
    assert records(built) == [("ADR-0001", "Keep", "accepted")]
    assert built.register["documents"][0]["conventions"] == ["adr directives"]


def test_duplicates_are_reported(tmp_path: Path) -> None:
    text = "1. Keep\n=======\n\n:Status: Accepted\n"
    built = read(tmp_path, {"adr/0001-keep.rst": text, "adr/0001-send.rst": text})
    assert codes(built) == ["id-duplicate"]
    assert len(records(built)) == 2


@needs_myst
def test_findings_stand_at_their_lines(tmp_path: Path) -> None:
    front = "---\nlayout: page\nstatus: accepted\ndate: 2024-02-31\n---\n# Keep\n\n## Context\n\nText.\n\n## Decision\n\nText.\n"
    section = "# Send\n\nDate: YYYY-MM-DD\n\n## Status\n\nHyväksytty\n\n## Context\n\nText.\n"
    field = "Drop\n====\n\n:Status: Accepted\n:Date: 03/04/2024\n\nContext\n-------\n\nText.\n"
    built = read(tmp_path, {"adr/0001-a.md": front, "adr/0002-b.md": section, "adr/0003-c.rst": field})
    found = [(p["code"], p["path"], p["line"]) for p in built.register["problems"]]
    assert found == [
        ("date-invalid", "adr/0001-a.md", 4),
        ("placeholder", "adr/0002-b.md", 3),
        ("status-unknown", "adr/0002-b.md", 7),
        ("date-invalid", "adr/0003-c.rst", 5),
    ]


PROSE = "Context\n-------\n\nFor METER-REQ-001, with SHA-256, UTF-8, GPT-4, RFC-2119, ADR-0007, ISO-27001 and PROJ-123.\n"


def test_requirements_in_the_prose(tmp_path: Path) -> None:
    built = read(tmp_path, {"adr/0001-keep.rst": f"1. Keep\n=======\n\n:Status: Accepted\n\n{PROSE}"})
    assert built.decision("ADR-0001")["requirements"] == [
        {"id": "METER-REQ-001", "how": "mentions", "section": "context"}
    ]


def test_what_requirements_look_like_is_configured(tmp_path: Path) -> None:
    settings = {
        "adr_requirement_pattern": r"[A-Z]+-\d+",
        "adr_requirement_ignore": [r"(SHA|UTF|GPT|RFC|ADR|ISO)-\d+"],
    }
    built = read(
        tmp_path, {"adr/0001-keep.rst": f"1. Keep\n=======\n\n:Status: Accepted\n\n{PROSE}"}, **settings
    )
    assert [one["id"] for one in built.decision("ADR-0001")["requirements"]] == ["PROJ-123"]


# -- pages -----------------------------------------------------------------------------------------------------

RST_RECORD = (
    ".. _keep:\n\n1. Keep\n=======\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nFor METER-REQ-001.\n\nMore\n~~~~\n\nText.\n\n"
    "Decision\n--------\n\nWe keep, see `Context`_.\n"
)
PLAIN = {
    "a record": RST_RECORD,
    "no heading": ":orphan:\n\nStatus: accepted\n\nWe keep readings.\n",
    "sections without a title": "Status\n------\n\nAccepted\n\nContext\n-------\n\nText.\n",
    "a page": "Log\n===\n\nADR-1: One\n----------\n\nStatus: accepted\n\nADR-2: Two\n----------\n\nStatus: accepted\n",
}


def bare(html: str) -> str:
    """A body without the anchors and classes that are ours; permanent links may lead to one of them."""
    html = re.sub(r'(<a class="headerlink") href="[^"]*"', r"\1", html)
    html = re.sub(r'<span id="[^"]*"></span>', "", html)
    html = re.sub(r' (?:id|class)="[^"]*"', "", html)
    return re.sub(r"\s+", " ", re.sub(r"</?span>", "", html))


@pytest.mark.parametrize("name", PLAIN)
def test_without_a_card_the_page_stays_as_it_is(name: str, tmp_path: Path) -> None:
    files = {
        "index.rst": "Log\n===\n",
        "adr/0001-keep.rst" if name != "a page" else "adr/log.rst": PLAIN[name],
    }
    plain = Project(tmp_path / "plain" / "docs").configure(suppress_warnings=["toc"]).write(files)
    plain.extensions = []
    ours = Project(tmp_path / "ours" / "docs").configure(suppress_warnings=["toc"]).write(files)
    ours.configure(adr_documents=["adr/*"], adr_card=False)
    docname = "adr/log" if name == "a page" else "adr/0001-keep"
    built = ours.build()
    assert bare(built.page(docname).body) == bare(plain.build().page(docname).body)
    assert built.register["decisions"][0]["status"] == "accepted"


def test_a_title_with_the_adornment_of_its_sections(tmp_path: Path) -> None:
    text = "1. Keep\n=======\n\nStatus\n======\n\nAccepted\n\nContext\n=======\n\nText.\n\nDecision\n========\n\nSee `Context`_.\n"
    project = Project(tmp_path / "docs").configure(adr_documents=["adr/*"], suppress_warnings=["toc"])
    built = project.write(
        {"index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   adr/*\n", "adr/0001-keep.rst": text}
    ).build(strict=True)
    page = built.page("adr/0001-keep")
    assert [one for one in page.headings if one[1] != "Navigation"][:4] == [
        (1, "1. Keep"),
        (2, "Status"),
        (2, "Context"),
        (2, "Decision"),
    ]
    assert {"adr-0001", "adr-0001-context", "context"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    contents = built.read("index.html")
    assert 'href="adr/0001-keep.html#context"' in contents
    assert 'href="adr/0001-keep.html">1. Keep' in contents


@needs_myst
@pytest.mark.parametrize(
    "builder", ["html", "dirhtml", "singlehtml", "text", "latex", "man", "texinfo", "epub", "gettext", "xml"]
)
def test_every_builder_takes_a_set(builder: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "docs").configure(adr_documents=["adr/*"], suppress_warnings=["toc", "epub"])
    project.write(
        {
            "index.rst": "Log\n===\n\n.. adr-index::\n\n.. toctree::\n   :glob:\n\n   adr/*\n",
            "adr/0001-keep.rst": RST_RECORD,
            "adr/0002-send.md": "# Send\n\n## Status\n\nAccepted, supersedes [1](0001-keep.rst)\n\n"
            + parts(2),
            "adr/0003-none.md": "Status: accepted\n\nNo heading at all.\n",
            "adr/log.rst": PLAIN["a page"],
        }
    )
    assert project.build(builder, nitpicky=False).messages == ""


# -- the set at a glance -----------------------------------------------------------------------------------------


def test_the_set_at_a_glance(tmp_path: Path) -> None:
    log = Project(tmp_path / "docs")
    log.conf = "adr_documents = ['adr/*']\nsuppress_warnings = ['toc', 'adr']\n"
    log.write(
        {
            "index.rst": "Log\n===\n",
            "adr/0001-keep.rst": "1. Keep\n=======\n\n:Status: Accepted\n",
            "adr/0002-send.rst": "2. Send\n=======\n\n:Status: Accepted\n\nStatus\n------\n\nAccepted\n",
            "adr/log.rst": PLAIN["a page"],
            "adr/notes.rst": "Notes\n=====\n\nText.\n",
            "adr/README.rst": "About\n=====\n\nText.\n",
        }
    )
    said = log.build("adr").told
    table = said[said.index("documents as they stand") :].splitlines()
    assert [line.rstrip() for line in table[:9]] == [
        "documents as they stand: 3 of 5 read, 4 decisions",
        "     2  a record a file",
        "     2  field list",
        "     1  plain lines",
        "     1  sections with IDs",
        "     1  status section",
        "left unread: 2",
        "        adr/README  the name 'README' is that of a page beside records",
        "        adr/notes   nothing in it tells that it is a decision record",
    ]


def test_a_log_of_directives_has_no_such_table(tmp_path: Path) -> None:
    log = Project(tmp_path / "docs")
    log.write({"index.rst": "Log\n===\n\n.. adr:: ADR-0001: Keep\n   :status: accepted\n"})
    assert "as they stand" not in log.build("adr").told
