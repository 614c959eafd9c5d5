"""The benchmarks measure what they say; no test asserts a time."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from xml.etree import ElementTree as ET

import pytest

from .support import ROOT, Project, has_myst

if not (ROOT / "benchmarks").is_dir():
    pytest.skip("the benchmarks are not here", allow_module_level=True)

from benchmarks import corpus, figures
from benchmarks.__main__ import main
from benchmarks.builds import SCENARIOS, Build
from benchmarks.corpus import Layout
from benchmarks.processes import CommandError, run

LAYOUTS = [
    Layout(20, n, markup) for n in (10, 1) for markup in ("rst", "md") if markup == "rst" or has_myst()
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_each_system_has_the_same_facts(layout, project: Project):
    files = corpus.project("adr", layout)
    del files["conf.py"]
    built = project.write(files).build("adr", strict=True)
    decisions = built.register["decisions"]
    assert len(decisions) == 20
    assert sum(bool(one["supersedes"]) for one in decisions) == 4
    for one in decisions:
        number = int(one["id"][4:])
        facts = corpus.Facts(number, layout.size)
        assert (one["title"], one["date"]) == (facts.name, facts.date)
        assert {each["id"] for each in one["requirements"]} == set(facts.requirements)
        for system in corpus.SYSTEMS:
            text = corpus.page(system, layout, number)
            for _title, prose in corpus.prose(facts):
                assert all(line.strip() in text for line in prose.splitlines())


@pytest.mark.skipif(
    not hasattr(__import__("os"), "wait4"), reason="the system does not count for a child alone"
)
def test_a_small_run_from_end_to_end(tmp_path, capsys):
    systems = [one for one in corpus.SYSTEMS if one != "needs" or find_spec("sphinx_needs")]
    places = ["--json", str(tmp_path / "figures.json"), "--svg", str(tmp_path / "chart.svg")]
    sizes = ["--sizes", "20", "--per-page", "10", "--markups", "rst", "--systems", ",".join(systems)]
    assert main(["--only", "builds", *sizes, *places]) == 0
    report = json.loads((tmp_path / "figures.json").read_text())
    builds = [Build(**one) for one in report["builds"]]
    assert [(one.system, one.scenario) for one in builds] == [(s, c) for s in systems for c in SCENARIOS]
    measured = figures.Measured(builds)
    (layout,) = measured.layouts
    for build in builds:
        assert build.cpu > 0
        assert build.wall > 0
        assert 10 < build.memory < 10_000
        assert (build.scenario == "no change") == (build.written == 0)
    assert measured.get(layout, "plain", "cold").written == 4
    assert measured.get(layout, "adr", "cold").written == 7
    # A body is shown on its own page only; Sphinx also writes the page above it again.
    assert measured.get(layout, "adr", "body").written == measured.get(layout, "plain", "body").written == 2
    assert "two processes" in capsys.readouterr().out
    chart = ET.parse(tmp_path / "chart.svg").getroot()
    assert chart.get("role") == "img"
    assert len(chart.findall(".//{*}rect")) == 1 + len(systems) + len(builds)


def test_a_run_can_add_to_an_earlier_one(tmp_path):
    path = tmp_path / "figures.json"
    common = ["--only", "builds", "--per-page", "10", "--markups", "rst", "--systems", "plain"]
    assert main([*common, "--sizes", "10", "--json", str(path)]) == 0
    first = json.loads(path.read_text())
    assert main([*common, "--sizes", "20", "--json", str(path), "--add"]) == 0
    both = json.loads(path.read_text())
    assert both["builds"][: len(SCENARIOS)] == first["builds"]
    assert [one["size"] for one in both["builds"]] == [10] * len(SCENARIOS) + [20] * len(SCENARIOS)
    path.write_text(json.dumps(both | {"versions": {"python": "2.7"}}))
    with pytest.raises(SystemExit, match="another machine"):
        main([*common, "--sizes", "10", "--json", str(path), "--add"])


def test_what_fails_or_takes_too_long_is_told():
    with pytest.raises(CommandError, match="no such thing"):
        run(["-c", "raise SystemExit('no such thing')"])
    with pytest.raises(CommandError, match=r"not ready after 0\.2 s"):
        run(["-c", "import time; time.sleep(60)"], patience=0.2)


def test_what_is_measured_is_compiled_once_as_pip_does_it(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    run(["-c", "import sys; sys.exit(sys.dont_write_bytecode)"])


def test_figures_follow_from_builds():
    def build(size: int, system: str, cpu: float, scenario: str = "cold", **more: int) -> Build:
        given = {"written": 1, "changed": 1, "environment": 0} | more
        return Build(size, 10, "rst", system, scenario, cpu, cpu, 100, **given)

    made = [build(size, "plain", size / 100) for size in (1000, 10_000)]
    made += [build(1000, "adr", 11), build(10_000, "adr", 150, environment=30_000_000)]
    made += [build(1000, "needs", 30), build(10_000, "needs", 1100)]
    made += [build(1000, "plain", 1, "body", written=2), build(1000, "adr", 1, "body", written=3)]
    found = {one.name: one for one in figures.targets(figures.Measured(made), 12)}
    assert {name: one.met for name, one in found.items()} == {
        "First build of 1,000 decisions, beside Sphinx alone": True,
        "First build of 10,000 decisions, beside Sphinx alone": False,
        "Pages written after an edit of a body that show nothing new, beyond those of Sphinx alone": False,
        "Cost of a decision, beside sphinx-needs": True,
        "Growth of the cost with the number of decisions, as an exponent": False,
        "Pickled environment, for each decision": False,
        "Memory of a first build, beside Sphinx alone": True,
        "Import and setup(), beyond Sphinx": True,
    }
    growth = found["Growth of the cost with the number of decisions, as an exponent"].found
    assert growth.startswith("1.70 ")  # 50 times the cost of ten times as many


def test_the_documentation_shows_what_was_measured():
    """The page, the how-to and the file belong together."""
    report = json.loads((ROOT / "docs" / "explanation" / "speed.json").read_text(encoding="utf-8"))
    measured = figures.Measured([Build(**one) for one in report["builds"]])
    start = report["start"]["sphinx_adr"]["median"]
    traces = report["traceability"]["share"]
    assert [vars(one) for one in figures.targets(measured, start, traces)] == report["targets"]
    assert list(figures.table(measured)) == report["table"]
    page = (ROOT / "docs" / "explanation" / "speed.rst").read_text(encoding="utf-8")
    assert not re.search(r"\d+(\.\d+)? (s|ms|MiB|times)\b", page)
    howto = (ROOT / "docs" / "howto" / "measure.rst").read_text(encoding="utf-8")
    from benchmarks.__main__ import parser

    for option in parser()._option_string_actions:
        assert option in howto or option in ("-h", "--help"), option
