"""``sphinx-adr check``: the findings of a build, without a build."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ..support import ROOT, Project
from .running import run, run_in

FAULTY = {
    "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   *\n",
    "one.rst": "One\n===\n\n.. adr:: ADR-0001: One\n   :status: accepted\n   :supersedes: ADR-0009\n",
    "two.rst": "Two\n===\n\n.. adr:: ADR-0002: Two\n   :status: acepted\n\nSee :adr:`ADR-0077`.\n",
}
SOUND = {
    "index.rst": "Log\n===\n\n.. adr:: ADR-0001: One\n   :status: accepted\n   :date: 2025-01-02\n   :requirements: R-1\n"
}


@pytest.fixture
def faulty(project: Project) -> Project:
    return project.write(FAULTY)


def test_findings_are_lines_of_path_line_and_code(faulty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(faulty.source.parent)
    ran = run_in(faulty, "check")
    assert ran.status == 1
    expected = [
        r"docs/one\.rst:6: warning: .* ADR-0009.* \[adr\.link-dangling\]",
        r"docs/two\.rst:4: warning: unknown status 'acepted'.* \[adr\.status-unknown\]",
        r"docs/two\.rst:7: warning: there is no decision ADR-0077 \[adr\.reference-dangling\]",
    ]
    for pattern in expected:
        assert [line for line in ran.lines if re.fullmatch(pattern, line)], ran.out


def test_a_sound_log_has_no_findings(project: Project) -> None:
    ran = run_in(project.write(SOUND), "check")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "no findings in 1 decision\n"


def test_it_names_what_the_register_and_a_clean_build_name(faulty: Project) -> None:
    named = run_in(faulty, "check", "--format", "json").json["findings"]
    here = {(one["code"], Path(one["path"]).name, one["line"]) for one in named}
    register = faulty.build("adr", doctrees="register")
    assert here == {(code.removeprefix("adr."), file, line) for code, file, line in register.where}
    pages = faulty.build("html", doctrees="pages")
    assert here == {(c.removeprefix("adr."), f, n) for c, f, n in pages.where if c.startswith("adr.")}


def test_the_second_run_reads_only_what_changed_and_says_the_same(faulty: Project) -> None:
    first = run_in(faulty, "check")
    log = faulty.source.parent / "read"
    faulty.conf = f"""
def setup(app):
    app.connect("source-read", lambda app, name, source: open({str(log)!r}, "a").write(name + " ") and None)
"""
    run_in(faulty, "check")
    log.unlink(missing_ok=True)
    second = run_in(faulty, "check")
    assert second.out == first.out
    assert not log.exists()
    faulty.write({"two.rst": FAULTY["two.rst"].replace("acepted", "accepted")})
    third = run_in(faulty, "check")
    assert log.read_text().split() == ["two"]
    assert "status-unknown" not in third.out


def test_nothing_is_written_to_the_documentation(faulty: Project) -> None:
    faulty.write_conf()
    before = sorted(faulty.source.rglob("*"))
    run_in(faulty, "check")
    assert [path for path in sorted(faulty.source.rglob("*")) if "__pycache__" not in path.parts] == before


def test_the_cache_can_be_named(faulty: Project, own_cache: Path) -> None:
    place = faulty.source / "_build" / "adr"
    run_in(faulty, "check", "--cache", place)
    assert (place / "doctrees" / "environment.pickle").is_file()
    assert not own_cache.exists()


def test_a_cache_that_is_broken_is_read_anew(faulty: Project, own_cache: Path) -> None:
    first = run_in(faulty, "check")
    (pickle,) = own_cache.rglob("environment.pickle")
    pickle.write_bytes(b"nothing")
    assert run_in(faulty, "check").out == first.out


def test_silenced_codes_are_left_out_unless_they_are_asked_for(faulty: Project) -> None:
    faulty.configure(suppress_warnings=["adr.link-dangling"])
    assert "link-dangling" not in run_in(faulty, "check").out
    assert "link-dangling" in run_in(faulty, "check", "--fail-on", "link-dangling").out


def test_fail_on_says_what_counts(faulty: Project) -> None:
    assert run_in(faulty, "check", "--fail-on", "adr.link-dangling,link-cycle").status == 1
    ran = run_in(faulty, "check", "--fail-on", "link-cycle")
    assert ran.status == 0
    assert "link-dangling" in ran.out
    assert run_in(faulty, "check", "--fail-on", "none").status == 0


def test_an_unknown_code_is_told_with_the_nearest_one(faulty: Project) -> None:
    ran = run_in(faulty, "check", "--fail-on", "link-dangle")
    assert ran.status == 2
    assert "link-dangling" in ran.err


REQUIRED = {
    "index.rst": """\
Log
===

.. adr-requirement:: R-1: Kept
.. adr-requirement:: R-2: Lost
.. adr-requirement:: R-3: Never met

.. adr:: ADR-0001: One
   :status: accepted
   :date: 2025-01-02
   :requirements: R-1, R-2

.. adr:: ADR-0002: Two
   :status: accepted
   :date: 2025-01-03
   :requirements: R-1
   :supersedes: ADR-0001
"""
}


def test_gaps_in_the_coverage_are_findings_where_they_are_asked_for(project: Project) -> None:
    project.write(REQUIRED)
    ran = run_in(project, "check", "--fail-on", "uncovered")
    assert ran.status == 1
    assert [line for line in ran.lines if "requirement-uncovered" in line and "R-3" in line]
    assert run_in(project, "check", "--fail-on", "lost").status == 1
    strict = run_in(project, "check", "--strict")
    assert strict.status == 1
    assert "R-2" in strict.out
    assert "R-3" in strict.out


# -- formats --------------------------------------------------------------------------------------------------

AWKWARD = {
    "index.rst": "Log\n===\n\n.. adr:: ADR-0001: One\n   :status: 50%, odd: <&>\n   :date: 2025-01-01\n"
}


def test_github_annotations_are_escaped(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.source.rename(project.source.with_name("a,b"))
    project = Project(project.source.with_name("a,b")).write(AWKWARD)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project.source.parent))
    ran = run_in(project, "check", "--format", "github")
    (line,) = [line for line in ran.lines if "status-unknown" in line]
    assert line.startswith("::warning file=a%2Cb/index.rst,line=4,title=adr.status-unknown::")
    assert "50%25, odd: <&>" in line


def test_json_tells_what_was_read(faulty: Project) -> None:
    document = run_in(faulty, "check", "--format", "json").json
    assert document["format_version"] == 1
    assert document["decisions"] == 2
    one = next(one for one in document["findings"] if one["code"] == "link-dangling")
    assert set(one) == {"code", "severity", "message", "path", "line"}
    assert one["line"] == 6


SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"type": "object", "required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {"type": "object", "required": ["text"]},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "properties": {
                                                            "uri": {"type": "string", "pattern": "^[^ ]+$"}
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1}
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What the schema of SARIF 2.1.0 demands of the parts that are used."""


def test_sarif_is_as_its_schema_demands(faulty: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    monkeypatch.chdir(faulty.source.parent)
    document = run_in(faulty, "check", "--format", "sarif").json
    jsonschema.validate(document, SARIF)
    (results,) = [run["results"] for run in document["runs"]]
    rules = document["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in results)
    assert {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results} == {
        "docs/one.rst",
        "docs/two.rst",
    }
    assert all(rule["shortDescription"]["text"] != rule["id"].removeprefix("adr.") for rule in rules)


def test_sarif_of_a_sound_log_has_a_run_without_results(project: Project) -> None:
    document = run_in(project.write(SOUND), "check", "--format", "sarif").json
    assert document["runs"][0]["results"] == []


def test_junit_is_xml_with_a_failure_for_each_finding(project: Project) -> None:
    root = ET.fromstring(run_in(project.write(AWKWARD), "check", "--format", "junit").out)
    (suite,) = root
    assert (
        int(suite.get("failures", ""))
        == len(suite.findall("testcase/failure"))
        == int(suite.get("tests", ""))
    )
    (failure,) = [one for one in suite.iter("failure") if one.get("type") == "adr.status-unknown"]
    assert "'50%, odd: <&>'" in failure.get("message", "")


def test_junit_of_a_sound_log_is_a_case_that_passed(project: Project) -> None:
    (suite,) = ET.fromstring(run_in(project.write(SOUND), "check", "--format", "junit").out)
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_what_a_terminal_has_no_letter_for_is_escaped(project: Project) -> None:
    project.write({"index.rst": SOUND["index.rst"].replace("accepted", "hyväksytty – 決定")})
    ran = run_in(project, "check", encoding="ascii")
    assert "\\u6c7a" in ran.out
    assert (
        "決" in run_in(project, "check", "--format", "json", encoding="ascii").json["findings"][0]["message"]
    )


def test_colour_is_for_terminals_and_never_against_no_color(
    faulty: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in run_in(faulty, "check").out
    assert "\x1b[33m" in run_in(faulty, "check", terminal=True).out
    assert "\x1b[" not in run_in(faulty, "check", "--format", "json", terminal=True).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run_in(faulty, "check", terminal=True).out


# -- what cannot be run ---------------------------------------------------------------------------------------


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


def test_a_folder_without_conf_py(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("check", tmp_path)
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert "there is no conf.py" in ran.err
    monkeypatch.chdir(tmp_path)
    ran = run("check")
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert run("check", tmp_path / "absent").status == 2


def test_a_documentation_that_does_not_use_the_extension(project: Project) -> None:
    project.extensions = []
    ran = run_in(project.write(SOUND), "check")
    assert ran.status == 2
    assert one_sentence(ran.err)
    assert 'add "sphinx_adr" to its extensions' in ran.err


@pytest.mark.parametrize(
    "fault", ["import absent_module", "raise SystemExit(3)", "extensions = ['absent_extension']", "1 +"]
)
def test_a_conf_py_that_cannot_be_used(project: Project, fault: str) -> None:
    project.conf = fault
    ran = run_in(project.write(SOUND), "check")
    assert ran.status == 2
    assert one_sentence(ran.err), ran.err
    assert "Traceback" in run_in(project, "check", "-v").err


def test_usage_is_explained(project: Project) -> None:
    assert run().status == 2
    assert run("check", "--format", "yaml").status == 2
    assert "examples:" in run("--help").out
    assert "examples:" in run("check", "--help").out
    assert run("--version").status == 0


def test_the_documentation_is_found_in_the_likely_folders(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(SOUND).write_conf()
    monkeypatch.chdir(project.source.parent)
    assert run("check").status == 0
    monkeypatch.chdir(project.source)
    assert run("check").status == 0


def test_settings_and_tags_of_the_build_can_be_given(project: Project) -> None:
    project.write(
        {
            "index.rst": SOUND["index.rst"].replace("accepted", "zapped")
            + "\n.. only:: inside\n\n   :adr:`ADR-0009`\n"
        }
    )
    project.conf = "adr_statuses = {'zapped': 'accepted'} if not tags.has('bare') else {}"
    assert run_in(project, "check").out.count("[adr.status-unknown]") == 0
    assert run_in(project, "check", "-t", "bare").out.count("[adr.status-unknown]") == 1
    project.conf = ""
    assert (
        run_in(project, "check", "-D", "adr_default_status=nonsense").out.count("[adr.config-invalid]") == 1
    )


def test_conf_py_can_lie_elsewhere(project: Project, tmp_path: Path) -> None:
    project.write(SOUND).write_conf()
    (tmp_path / "conf").mkdir()
    (project.source / "conf.py").rename(tmp_path / "conf" / "conf.py")
    assert run("check", project.source).status == 2
    assert run("check", project.source, "-c", tmp_path / "conf").status == 0


def test_it_works_where_conf_py_needs_other_extensions(project: Project) -> None:
    project.extensions += ["sphinx.ext.autodoc", "sphinx.ext.todo", "own_extension", "sphinx.ext.graphviz"]
    project.conf = "import sys, os\nsys.path.insert(0, os.path.abspath('.'))\n"
    project.write(
        SOUND | {"own_extension.py": "def setup(app):\n    app.add_css_file('x.css')\n    return {}\n"}
    )
    path = sys.path[:]
    assert run_in(project, "check").status == 0
    assert sys.path == path


# -- the network ----------------------------------------------------------------------------------------------

ELSEWHERE = {
    "index.rst": "Log\n===\n\n.. adr:: ADR-0001: One\n   :status: accepted\n   :date: 2025-01-02\n"
    "   :relates-to: other:ADR-0005, third:ADR-0006\n"
}


def test_inventories_on_the_network_are_set_aside_and_what_they_decide_with_them(project: Project) -> None:
    project.extensions.append("sphinx.ext.intersphinx")
    project.configure(
        intersphinx_mapping={"other": ("http://192.0.2.1/nowhere/", None)}, intersphinx_timeout=0.1
    )
    ran = run_in(project.write(ELSEWHERE), "check", "-v")
    assert "Not asked, as that needs the network: other." in ran.err
    assert "192.0.2.1" not in ran.err
    assert [line for line in ran.lines if "third:ADR-0006" in line]
    assert not [line for line in ran.lines if "other:ADR-0005" in line]


def test_inventories_in_files_are_read(project: Project, tmp_path: Path) -> None:
    other = Project(tmp_path / "other" / "docs").write(
        {"index.rst": "Log\n===\n\n.. adr:: ADR-0005: Five\n   :status: accepted\n"}
    )
    inventory = other.build().out / "objects.inv"
    project.extensions.append("sphinx.ext.intersphinx")
    project.configure(intersphinx_mapping={"other": ("http://192.0.2.1/nowhere/", str(inventory))})
    ran = run_in(project.write(ELSEWHERE), "check")
    assert "Not asked" not in ran.err
    assert not [line for line in ran.lines if "other:ADR-0005" in line]


# -- a process of its own -------------------------------------------------------------------------------------


def test_it_runs_as_a_module(faulty: Project, tmp_path: Path) -> None:
    faulty.write_conf()
    done = subprocess.run(
        [sys.executable, "-m", "sphinx_adr", "check", str(faulty.source), "--format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path), "PATH": "", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1, done.stderr
    assert len(json.loads(done.stdout)["findings"]) >= 3


def test_help_comes_without_sphinx() -> None:
    script = "import sys; from sphinx_adr.command import main; main(['check', '--help']); assert 'sphinx' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, env={"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stderr
