"""Existing documents that are edited, added, renamed and deleted; odd ones; and what reading costs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ..support import Project, has_myst

ROOT = "Log\n===\n\n.. adr-index::\n\n.. toctree::\n   :glob:\n\n   adr/*\n"
CONF = "adr_documents = ['adr/*']\nsuppress_warnings = ['toc', 'myst', 'docutils', 'ref', 'config']\n"
ONE = "1. Keep\n=======\n\n:Status: Accepted\n:Date: 2024-03-04\n\nContext\n-------\n\nFor METER-REQ-001.\n"
TWO = "2. Send\n=======\n\nStatus\n------\n\nAccepted\n\nSupersedes :doc:`0001-keep`.\n\nContext\n-------\n\nText.\n"


@pytest.fixture
def log(tmp_path: Path) -> Project:
    """A log of two existing documents, and a page that shows and cites them."""
    project = Project(tmp_path / "docs", ("sphinx_adr", "myst_parser") if has_myst() else ("sphinx_adr",))
    project.conf = CONF
    project.write(
        {
            "index.rst": ROOT,
            "page.rst": ":orphan:\n\nPage\n====\n\n:adr:`ADR-0001` and :adr:`ADR-0002`.\n\n.. adr-matrix::\n\n.. adr-graph::\n",
            "adr/0001-keep.rst": ONE,
            "adr/0002-send.rst": TWO,
        }
    )
    project.assert_exact()
    return project


def test_a_status_is_edited(log: Project) -> None:
    log.replace("adr/0002-send.rst", "Accepted", "Rejected")
    log.assert_exact()
    log.replace("adr/0002-send.rst", "Rejected", "Hyväksytty")
    assert any("adr.status-unknown" in line for line in log.assert_exact().lines)


def test_a_record_comes_and_goes(log: Project) -> None:
    log.write({"adr/0003-drop.rst": "3. Drop\n=======\n\n:Status: Accepted\n:Supersedes: ADR-0002\n"})
    log.assert_exact()
    log.remove("adr/0003-drop.rst")
    log.assert_exact()


def test_a_record_is_renamed(log: Project) -> None:
    log.remove("adr/0001-keep.rst")
    log.write({"adr/0001-keep-all.rst": ONE})
    assert any("adr.link-dangling" in line for line in log.assert_exact().lines)
    log.replace("adr/0002-send.rst", "0001-keep", "0001-keep-all")
    log.assert_exact()


def test_a_document_ceases_to_be_a_record(log: Project) -> None:
    log.replace("adr/0002-send.rst", ":doc:`0001-keep`", "ADR-0001")
    log.write({"adr/0001-keep.rst": ""})
    codes = " ".join(log.assert_exact().lines)
    assert "adr.document-unread" in codes
    assert "adr.link-dangling" in codes
    log.write({"adr/0001-keep.rst": ONE})
    assert "[adr." not in " ".join(log.assert_exact().lines)


def test_a_label_moves(log: Project) -> None:
    log.replace("adr/0002-send.rst", ":doc:`0001-keep`", ":ref:`the-old-one`")
    log.assert_exact()
    log.write({"adr/0001-keep.rst": f".. _the-old-one:\n\n{ONE}"})
    log.assert_exact()
    log.write({"adr/0001-keep.rst": ONE})
    log.assert_exact()


def test_the_setting_changes(log: Project) -> None:
    for documents in ("['adr/0001*']", "[{'documents': 'adr/*', 'prefix': 'D-'}]", "[]"):
        log.conf = CONF + f"adr_documents = {documents}\n"
        log.assert_exact()


def test_in_parallel(log: Project) -> None:
    for number in range(3, 16):
        log.write(
            {
                f"adr/{number:04}-more.rst": f"{number}. More\n=======\n\n:Status: Accepted, supersedes ADR-{number - 1:04}\n"
            },
        )
    log.write({"adr/notes.rst": "Notes\n=====\n\nText.\n"})
    log.assert_exact(jobs=2)
    log.replace("adr/0007-more.rst", "Accepted", "Rejected")
    log.assert_exact(jobs=2)


# -- odd documents -----------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "# ADR-1: Keep", "# Keep", "## Status", "## Context", "### ADR-2: Send", "Accepted", "Superseded by", "[1](0001-x.md)",
        "- Status: accepted", "* Date: 2024-13-99", "**Status:** Accepted | **Date:** x", "**Status**", "> Status: draft", "---",
        "status: [accepted", "| Status | Date |\n|---|---|\n| Accepted |  |", "| Status |\n|---|", "```\ncode\n```", "<!-- c -->",
        "```{note}\nStatus: Accepted\n```", "```{admonition} Status\n```", "~~Draft~~ **Accepted**", "Status\n: Accepted",
        ":Status: Accepted", "![Accepted](x.png)", "<input type=checkbox checked>", "1. Status: a\n2. Date:", "(label)=",
        "[x](#label)", "{ref}`label`", "", "Supersedes:\n- ADR-1\n  - ADR-2", "## Supersedes", "\ufeff", "\ue000\U000f0000",
        "## Pending Decisions", "### 1. One", "* [Link type] [Link to ADR]", "METER-REQ-001", "Status:", "Deciders: [a, b]",
    ]
)  # fmt: skip

RST_PIECES = st.sampled_from(
    [
        "Keep\n====", "ADR-1: Keep\n===========", "Status\n------", "Status\n======", "Context\n-------", "Accepted",
        "Superseded by :doc:`0001-x`", ":Status: Accepted", ":Authors:\n  - D. Okafor\n  - M. Ortiz", ":Date:", "| Status: x\n| Date: y",
        "Status\n    Accepted", ".. note::", ".. note:: Status: Accepted", ".. admonition:: Status\n\n   Draft", ".. _label:", ":ref:`label`",
        "`x <0001-x.rst>`_", "======  ====\nStatus  Done\n======  ====", ".. list-table::\n\n   * - Status\n     - Done", "* Status: Accepted",
        "**Status**", "**Status:** Accepted", "D. Okafor", ".. include:: missing.txt", "..\n   comment", "::\n\n   Status: x", "",
        "Pending Decisions\n-----------------", "1. One\n~~~~~~", "ADR-2: Two\n----------", "Related\n-------", "* ADR-1\n\n  * ADR-2",
    ]
)  # fmt: skip


def _build(folder: Path, files: dict[str, str], **more: object) -> None:
    project = (
        Project(folder / "docs")
        .configure(adr_documents=["adr/*"], **more)
        .write({"index.rst": ROOT, **files})
    )
    built = project.build("html", nitpicky=False)
    assert "Traceback" not in built.messages
    assert built.app is not None
    for one in built.register["decisions"]:
        assert one["id"]


@pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")
@pytest.mark.parametrize("card", [True, False])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    pages=st.lists(st.lists(PIECES, max_size=9).map("\n\n".join), min_size=8, max_size=8), front=st.booleans()
)
def test_nothing_in_markdown_stops_a_build(
    pages: list[str], front: bool, card: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    head = "---\nstatus: accepted\nsupersedes: [1, 2]\n---\n" if front else ""
    files = {
        f"adr/{number:04}-x.md" if number % 2 else f"adr/x{number}.md": head + text
        for number, text in enumerate(pages)
    }
    _build(tmp_path_factory.mktemp("odd"), files, adr_card=card)


@pytest.mark.parametrize("card", [True, False])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages=st.lists(st.lists(RST_PIECES, max_size=9).map("\n\n".join), min_size=8, max_size=8))
def test_nothing_in_restructuredtext_stops_a_build(
    pages: list[str], card: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = {
        f"adr/{number:04}-x.rst" if number % 2 else f"adr/x{number}.rst": text
        for number, text in enumerate(pages)
    }
    _build(tmp_path_factory.mktemp("odd"), files, adr_card=card)


# -- cost --------------------------------------------------------------------------------------------------------

BIG = {
    "prose": "The readings of the meters, see ADR-0001 and METER-REQ-001, supersede nothing. Status: of no matter.\n\n",
    "bullets": "* Status: accepted by ADR-0001\n",
    "one paragraph": "supersedes ADR-0001 and status: accepted (partially)\n",
    "sections": "Heading of a section\n--------------------\n\nText.\n\n",
    "fields": ":Status: Accepted\n",
    "brackets": "[[[((({{{<<< ",
}


@pytest.mark.parametrize("shape", BIG)
def test_time_is_linear(shape: str, tmp_path: Path) -> None:
    from sphinx_adr.transforms import ReadDocuments

    spent = [0.0]
    original = ReadDocuments.apply

    def timed(self: ReadDocuments, **kwargs: object) -> None:
        start = time.perf_counter()
        original(self, **kwargs)
        spent[0] += time.perf_counter() - start

    ReadDocuments.apply = timed  # type: ignore[method-assign]
    try:
        text = "1. Keep\n=======\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\n"
        text = "1. Keep\n=======\n\n" if shape in ("bullets", "fields", "one paragraph") else text
        size = 150_000
        project = Project(tmp_path / "docs").configure(
            adr_documents=["adr/*"], suppress_warnings=["docutils"]
        )
        project.write(
            {"index.rst": "Log\n===\n", "adr/0001-x.rst": text + BIG[shape] * (size // len(BIG[shape]))}
        )
        project.build("adr", nitpicky=False)
    finally:
        ReadDocuments.apply = original  # type: ignore[method-assign]
    assert spent[0] < 2
