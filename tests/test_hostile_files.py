"""Files of others that are huge, malformed, hostile, or newer than we know: one clear message each, no traceback."""

from __future__ import annotations

import json
import os
import time
import zlib
from pathlib import Path

import pytest

from sphinx_adr.log.seal import parse_seal
from sphinx_adr.log.section_names import normal_title
from sphinx_adr.reading.existing.fields import scan
from sphinx_adr.reading.existing.people import names_in
from sphinx_adr.requirements.files import read_files
from sphinx_adr.requirements.sources import FileSource, NeedsJsonSource
from sphinx_adr.views.axes import prefix

from .conftest import needs_myst
from .support import MYST, Built, Project

INDEX = "Log\n===\n\n.. adr:: ADR-1: One\n   :status: accepted\n   :requirements: REQ-1\n\n.. adr-matrix::\n"
DEEP = "[" * 100_000 + "]" * 100_000
BILLION = "9" * 5000
"""A whole number that Python refuses to read from text."""


def needs_json(title: object = "Fine", version: object = 1, **facts: object) -> str:
    need = {"type": "req", "title": title, "docname": "index", **facts}
    return json.dumps(
        {
            "format_version": version,
            "current_version": "1",
            "versions": {"1": {"needs": {"REQ-1": need}}},
        }
    )


HEAD = '---\nstatus: "acc{odd}epted"\ndate: "2024-{odd}01"\ndeciders: ["A{odd}", "B"]\ntags: ["{odd}"]\n---\n'


@needs_myst
@pytest.mark.parametrize("odd", ["\\ud800", "\\0", "\\e[31m", "\\u2028"])
@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub"])
def test_odd_text_in_front_matter_is_only_text(project: Project, builder: str, odd: str) -> None:
    """Case 60: YAML may name characters that no encoding holds."""
    project.configure(adr_documents=["0*"])
    head = HEAD.format(odd=odd)
    page = MYST.page(MYST.title("One"), MYST.title("Context", 2), "Text.", MYST.title("Decision", 2), "Text.")
    option = MYST.directive("adr", "ADR-2: Two", tags=f'"x{odd}"', story=f'"{odd}"')
    index = MYST.page(MYST.title("Log"), MYST.directive("adr-index"), option)
    project.write({"index.md": index, "0001-one.md": head + page})
    built = project.build(builder)
    assert not [code for code in built.codes if code.startswith("adr.reading")]
    if builder == "html":
        assert {one["title"] for one in built.register["decisions"]} == {"One", "Two"}


def built_with(project: Project, name: str, text: str, builder: str = "html") -> Built:
    """A documentation whose requirements stand in a file."""
    source = {"source": "needs.json" if name == "needs.json" else "file", "path": name}
    project.configure(adr_requirements=[source], adr_coverage_warnings=[])
    return project.write({"index.rst": INDEX, name: text}).build(builder)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("reqs.json", DEEP, "nested too deeply"),
        ("reqs.json", f"[{BILLION}]", "no JSON"),
        ("reqs.json", '{"REQ-1": ', "no JSON"),
        ("reqs.json", "7", "neither a list nor an object"),
        ("needs.json", DEEP, "nested too deeply"),
        ("needs.json", needs_json(version=2), "the format 2"),
        ("needs.json", needs_json(version=10**30), "the format 1000"),
        ("needs.json", '{"versions": {"1": {"needs": []}}, "current_version": "1"}', "no needs"),
        ("needs.json", '{"versions": {"1": {"needs": {}}}, "current_version": ["1"]}', "no needs"),
        ("reqs.csv", "id,title\nREQ-1," + "x" * 200_000 + "\n", "field larger than field limit"),
        ("reqs.csv", "id\n\0REQ-1\n", "needs an ID"),
        ("reqs.csv", "", "no column"),
    ],
)
def test_a_malformed_or_newer_file_is_one_message(project: Project, name: str, text: str, said: str) -> None:
    """Case 55, 56: depth, size and format of JSON and CSV."""
    built = built_with(project, name, text)
    found = [warned for warned in built.warnings if warned.code.startswith("adr.requirement-")]
    assert [warned.file for warned in found if said in warned.text] == [name]
    assert built.decision("ADR-1")["requirements"][0]["id"] == "REQ-1"


@pytest.mark.parametrize("builder", ["html", "text", "latex", "epub", "adr"])
@pytest.mark.parametrize(
    "title",
    [
        "half \ud800 of a pair",
        "nul \0 esc \x1b[31m",
        "<script>alert(1)</script>",
        "\\input{/etc/passwd}",
        "\u202egnp",
    ],
)
def test_odd_text_in_a_file_of_others_is_only_text(project: Project, builder: str, title: str) -> None:
    """Case 53: also text that no encoding holds."""
    built = built_with(project, "needs.json", needs_json(title), builder)
    assert built.codes == []
    for path in built.out.rglob("*"):
        if path.suffix in (".html", ".xhtml", ".tex", ".txt", ".json", ".js"):
            text = path.read_text(encoding="utf-8")
            assert path.suffix not in (".html", ".xhtml", ".js") or "<script>alert" not in text, path
            assert path.suffix != ".tex" or "\\input{/etc" not in text
            assert not {"\0", "\x1b"} & set(text), path


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \tjavascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "x:y",
    ],
)
def test_addresses_of_others_are_of_the_web_or_none(project: Project, address: str) -> None:
    """Case 54."""
    built = built_with(project, "needs.json", needs_json(external_url=address))
    hrefs = [href.strip().casefold() for href in built.page("index").hrefs]
    assert not [href for href in hrefs if href.startswith(("java", "data:", "vbs", "file:", "//e", "x:"))]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """Case 55: a pipe that nobody writes to, a folder, a device, a link out of the source folder."""
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "folder.csv").mkdir()
    for name, target in (("zero.csv", "/dev/zero"), ("up.csv", tmp_path.parent)):
        (tmp_path / name).symlink_to(target)
    names = [
        "pipe.csv",
        "folder.csv",
        "zero.csv",
        "up.csv",
        "../x.csv",
        "/etc/passwd",
        "C:\\x.csv",
        "a\0b.csv",
    ]
    started = time.monotonic()
    for name in names:
        for source in (FileSource(name), NeedsJsonSource(name)):
            found, (finding,) = read_files([source], tmp_path)
            assert found == []
            assert finding.code == "requirement-source"
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    "text", [DEEP, BILLION, '{"ADR-1": ' + BILLION + "}", "\ud800", "[]", '{"format_version": 99}']
)
def test_a_seal_that_nobody_can_read_is_one_message(project: Project, text: str) -> None:
    """Case 56."""
    assert parse_seal(text).problems
    project.write({"index.rst": INDEX})
    (project.source / "adr-seal.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert {code for code in project.build().codes if code.startswith("adr.seal")} == {"adr.seal-invalid"}


def inventory(lines: bytes, version: bytes = b"2") -> bytes:
    head = b"# Sphinx inventory version " + version + b"\n# Project: x\n# Version: 1\n"
    return head + b"# The remainder of this file is compressed using zlib.\n" + zlib.compress(lines)


@pytest.mark.parametrize(
    "content",
    [
        inventory(b"ADR-0001 adr:decision 1 javascript:alert(1) ADR-0001: <script>alert(1)</script>\n"),
        inventory(b"ADR-0001 adr:decision 1 ../../../x#$ \xff\xfe\n"),
        inventory(b"ADR-0001 adr:decision 1\n" * 3),
        inventory(b"ADR-0001 adr:decision 1 x.html#a -\n", version=b"9"),
        inventory(b"ADR-%05d adr:decision 1 x.html#a -\n" * 20_000),
    ],
    ids=["script", "outside", "short lines", "newer", "long"],
)
def test_a_hostile_inventory_stops_nothing(project: Project, tmp_path: Path, content: bytes) -> None:
    """Case 45, 53, 54."""
    (tmp_path / "objects.inv").write_bytes(content)
    project.extensions.append("sphinx.ext.intersphinx")
    project.configure(intersphinx_mapping={"a": ("https://a.example/", str(tmp_path / "objects.inv"))})
    page = "Page\n====\n\n.. adr:: ADR-2: Two\n   :supersedes: a:ADR-0001\n\nSee :adr:`a:ADR-0001`.\n"
    built = project.write({"index.rst": page + "\n.. adr-graph::\n"}).build()
    assert built.decision("ADR-2")["links"][0]["state"] in ("dangling", "effective", "prospective")
    html = built.read("index.html")
    assert "<script>alert" not in html
    assert not [href for href in built.page("index").hrefs if href.casefold().startswith("javascript:")]


@pytest.mark.parametrize("run", [" ", "\u00a0", "<!--", "! ", "=", "- "])
def test_long_runs_in_names_and_fields_are_read_in_one_go(run: str) -> None:
    """Each place in a run is looked at once: 100,000 of them would take hours otherwise."""
    gap = run * 100_000
    started = time.monotonic()
    normal_title(f"1. Context{gap}x")
    normal_title(f"{gap}Context{gap}")
    fields = dict(scan(f"Status: Accepted{gap}by | Date: 2024-01-01{gap}x"))
    assert fields["status"].startswith("Accepted")
    assert time.monotonic() - started < 30


def test_names_are_bare() -> None:
    """What is around a name goes, and what is within it stays."""
    assert normal_title("__2 Decision__ (optional)") == "decision"
    assert normal_title("**Decision & Outcome:**") == "decision and outcome"
    assert normal_title("Context <!-- why --> and problem <!-- never closed") == "context and problem"
    assert normal_title("***") == normal_title("") == normal_title("<!--") == ""


def test_long_names_of_people_and_of_requirements_are_read_in_one_go() -> None:
    started = time.monotonic()
    assert names_in(f"Ada Lovelace{' ' * 100_000}and Alan Turing") == "Ada Lovelace, Alan Turing"
    assert names_in(f"Ada{' ' * 100_000}x").startswith("Ada")
    assert names_in(f"Ada {'a@' * 100_000}x").startswith("Ada")
    for number in ("1" * 100_000, "1." * 100_000):
        assert prefix(f"REQ-{number}x") == f"REQ-{number}x"
        assert prefix(f"PRD-REQ-{number}1") == "PRD"
    assert time.monotonic() - started < 30
