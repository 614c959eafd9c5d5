"""``decisions.json``, the inventory, the search index, the settings, and the other distribution."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.util.inventory import InventoryFile

import sphinx_adr
from sphinx_adr.config import SETTINGS
from sphinx_adr.exports.register import Rows, dump, register
from sphinx_adr.log.decision import Decision
from sphinx_adr.log.rules.checks import check
from sphinx_adr.validation import validate_documents
from sphinx_adr.views import Answers

from .log.records import decisions as any_decisions
from .log.records import log
from .support import RST, Markup, Project

SCHEMA = json.loads(
    (Path(sphinx_adr.__file__).parent / "exports" / "decisions.schema.json").read_text(encoding="utf-8")
)

LOG = """\
Log
===

.. adr:: ADR-10: Ten
   :status: Approved
   :date: 2025-11
   :deciders: Ada, Bob
   :consulted: Cem
   :informed: All
   :tags: storage
   :story: JIRA-1
   :review: 2026-11-01
   :summary: A summary.
   :requirements: PRD-REQ-001, PRD-REQ-002
   :drops: PRD-REQ-003
   :supersedes: ADR-9
   :amends: ADR-2#context
   :depends-on: ADR-99
   :relates-to: ADR-2
   :formerly: ADR-5

   Context
   -------

   It shall meet PRD-REQ-004.

   Decision drivers
   ----------------

   * Cost

   .. adr-option:: ClickHouse
      :chosen:

      * Good, because fast

   .. adr-option:: PostgreSQL
      :reason: slow

   Consequences
   ------------

   * Good, because cheap
   * Bad, because new
   * Neutral, because other

.. adr:: ADR-9: Nine
   :status: accepted

.. adr:: ADR-2: Two
   :status: proposed
   :superseded-by: ADR-77

   Context
   -------

   Text.

.. adr:: ADR-2: Two again
   :status: acepted
   :date: soon

.. adr:: No ID

.. adr-requirement:: PRD-REQ-001: Keep
.. adr-requirement:: PRD-REQ-002
.. adr-requirement:: PRD-REQ-003: Forget

See :adr:`ADR-404`.
"""


def broken(project: Project) -> Project:
    return project.write({"index.rst": LOG})


# -- the register ---------------------------------------------------------------------------------------------


def test_the_schema_is_one_and_describes_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, *(part for part in SCHEMA["$defs"].values() if part.get("type") == "object")]
    for part in objects:
        assert part["description"]
        assert sorted(part["required"]) == sorted(part["properties"])
        for key, value in part["properties"].items():
            assert value.get("description"), key
        assert "additionalProperties" not in part


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "adr"])
def test_the_register_follows_its_schema(project: Project, builder: str) -> None:
    """Also where much is wrong: all that is known is there."""
    register = broken(project).build(builder).register
    jsonschema.Draft202012Validator(SCHEMA).validate(register)
    known = {name: set(part["properties"]) for name, part in SCHEMA["$defs"].items() if "properties" in part}
    for decision in register["decisions"]:
        assert set(decision) == known["decision"]
    for requirement in register["requirements"]:
        assert set(requirement) == known["requirement"]
    assert set(register) == set(SCHEMA["properties"])


def test_an_empty_documentation_has_a_register(project: Project) -> None:
    register = project.write({"index.rst": "Page\n====\n"}).build(strict=True).register
    jsonschema.Draft202012Validator(SCHEMA).validate(register)
    assert register == {
        "format_version": 1,
        "project": "Meter",
        "version": "1.0",
        "decisions": [],
        "requirements": [],
        "problems": [],
        "documents": [],
    }


def test_what_the_register_says(project: Project) -> None:
    built = broken(project).build()
    assert [(one["id"], one["line"]) for one in built.register["decisions"]] == [
        (identifier, RST.line_of(LOG, heading))
        for identifier, heading in [
            ("ADR-2", "ADR-2: Two"),
            ("ADR-2", "ADR-2: Two again"),
            ("ADR-9", "ADR-9: Nine"),
            ("ADR-10", "ADR-10: Ten"),
            (None, "No ID"),
        ]
    ]
    ten = built.decision("ADR-10")
    assert {
        key: ten[key] for key in ("status", "status_text", "phase", "effective_status", "in_force", "current")
    } == {
        "status": "accepted",
        "status_text": "Approved",
        "phase": "in-force",
        "effective_status": "accepted",
        "in_force": True,
        "current": ["ADR-10"],
    }
    assert (ten["date"], ten["date_text"], ten["review"]) == ("2025-11", "2025-11", "2026-11-01")
    assert ten["requirements"] == [
        {"id": "PRD-REQ-001", "how": "addresses", "section": None},
        {"id": "PRD-REQ-002", "how": "addresses", "section": None},
        {"id": "PRD-REQ-004", "how": "mentions", "section": "context"},
    ]
    assert ten["drops"] == ["PRD-REQ-003"]
    assert ten["choice"] == "ClickHouse"
    assert [(one["name"], one["chosen"], one["pros"], one["reason"]) for one in ten["options"]] == [
        ("ClickHouse", True, ["fast"], None),
        ("PostgreSQL", False, [], "slow"),
    ]
    assert ten["drivers"] == ["Cost"]
    assert ten["consequences"] == {"positive": ["cheap"], "negative": ["new"], "neutral": ["other"]}
    assert sorted((link["kind"], link["target"], link["state"]) for link in ten["links"]) == [
        ("amends", "ADR-2", "ambiguous"),
        ("depends-on", "ADR-99", "dangling"),
        ("relates-to", "ADR-2", "ambiguous"),
        ("supersedes", "ADR-9", "effective"),
    ]
    nine = built.decision("ADR-9")
    assert (nine["status"], nine["effective_status"], nine["in_force"]) == ("accepted", "superseded", False)
    assert (nine["superseded_by"], nine["current"]) == (["ADR-10"], ["ADR-10"])
    again = built.register["decisions"][1]
    assert (again["status"], again["status_text"], again["phase"]) == ("unknown", "acepted", "unknown")
    assert (again["date"], again["date_text"]) == (None, "soon")
    assert [
        (row["id"], row["state"], row["source"], row["uri"]) for row in built.register["requirements"]
    ] == [
        ("PRD-REQ-001", "covered", "directive", "index.html#prd-req-001"),
        ("PRD-REQ-002", "covered", "directive", "index.html#prd-req-002"),
        ("PRD-REQ-003", "dropped", "directive", "index.html#prd-req-003"),
        ("PRD-REQ-004", "unknown", None, None),
    ]
    assert [(one["code"], one["line"]) for one in built.register["problems"]] == [
        (warned.code.removeprefix("adr."), warned.line) for warned in built.warnings
    ]
    assert {one["path"] for one in built.register["problems"]} == {"index.rst"}


def test_the_adr_builder_writes_the_register_and_nothing_else(project: Project) -> None:
    broken(project)
    alone, beside = project.build("adr"), project.build("html")
    assert alone.register == beside.register
    assert [path.name for path in alone.out.iterdir()] == ["decisions.json"]


def test_the_uris_of_other_builders(project: Project) -> None:
    project.write(
        {
            "index.rst": "Page\n====\n\n.. toctree::\n\n   a/b\n",
            "a/b.rst": "B\n=\n\n.. adr-requirement:: R-REQ-1\n",
        }
    )
    assert project.build("dirhtml", strict=True).register["requirements"][0]["uri"] == "a/b/#r-req-1"
    assert project.build("singlehtml", strict=True).register["requirements"][0]["uri"].endswith("#r-req-1")


# -- inventory and search -------------------------------------------------------------------------------------


def entries(path: Path) -> dict[str, dict[str, Any]]:
    with path.open("rb") as stream:
        found = InventoryFile.load(stream, "", lambda base, rest: rest)
    return {
        kind: {name: (item.uri, item.display_name) for name, item in items.items()}
        for kind, items in getattr(found, "data", found).items()
        if kind.startswith("adr:")
    }


@pytest.mark.parametrize(("builder", "page"), [("html", "log.html"), ("dirhtml", "log/")])
def test_the_inventory_holds_decisions_and_requirements(project: Project, builder: str, page: str) -> None:
    """Case 28: also where pages are folders."""
    log = RST.page(
        RST.title("Log"),
        RST.directive("adr", "ADR-0013: ClickHouse: the *fast* one", "Text."),
        RST.directive("adr", "ADR-0014: Kafka", "Text."),
        RST.directive("adr-requirement", "PRD-REQ-001: Keep events"),
    )
    project.configure(html_baseurl="https://example.org/docs/")
    project.write({"index.rst": "Page\n====\n\n.. toctree::\n\n   log\n", "log.rst": log})
    found = entries(project.build(builder, strict=True).out / "objects.inv")
    assert found == {
        "adr:decision": {
            "ADR-0013": (f"{page}#adr-0013", "ADR-0013: ClickHouse: the fast one"),
            "ADR-0014": (f"{page}#adr-0014", "ADR-0014: Kafka"),
        },
        "adr:requirement": {"PRD-REQ-001": (f"{page}#prd-req-001", "PRD-REQ-001: Keep events")},
    }


def test_ids_that_would_forge_an_inventory_are_not_in_it(project: Project) -> None:
    """Case 42."""
    page = RST.page(
        RST.title("Page"),
        RST.directive("adr", "Forged", id="a b:c 1 d"),
        RST.directive("adr", "Empty", id=""),
        RST.directive("adr", "ADR-1:"),
        RST.directive("adr", "ADR-2: Good"),
    )
    built = project.write({"index.rst": page}).build()
    assert sorted(built.codes) == ["adr.id-malformed", "adr.id-missing", "adr.title-missing"]
    assert sorted(entries(built.out / "objects.inv")["adr:decision"]) == ["ADR-1", "ADR-2"]


def test_the_search_finds_a_decision_by_its_id_and_by_a_word_of_its_body(
    project: Project, markup: Markup
) -> None:
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-0013: ClickHouse", "The zeppelin flies.", status="accepted"),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    index = built.search_index()
    assert "zeppelin" in index["terms"]
    assert [item[3:] for item in index["objects"][""]] == [["adr-0013", "ADR-0013: ClickHouse"]]
    assert index["alltitles"]["ADR-0013: ClickHouse"] == [[0, "adr-0013"]]


def test_the_number_of_a_section_is_no_part_of_a_title(project: Project) -> None:
    """docutils puts the number in front of the ID that is put in front of the title."""
    decisions = (
        RST.directive("adr", f"ADR-{number}: {title}") for number, title in enumerate(("One", "Two"), 1)
    )
    built = project.write({"index.rst": RST.page(RST.title("Page"), ".. sectnum::", *decisions)}).build()
    assert [built.decision(f"ADR-{number}")["title"] for number in (1, 2)] == ["One", "Two"]
    assert "1.2 ADR-2: Two" in built.page("index").text.replace("\xa0", " ").replace("   ", " ")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_view_can_be_kept_out_of_the_search(project: Project, language: str) -> None:
    """As any directive can: where views are written at once, and where they are nodes."""
    project.configure(html_search_language=language)
    project.write({"one.rst": ":orphan:\n\nOne\n===\n\n.. adr:: ADR-1: One\n   :tags: zeppelin\n"})
    for option, pages in (("", ["index", "one"]), ("   :class: no-search\n", ["one"])):
        project.write({"index.rst": f"Page\n====\n\n.. adr-index::\n   :columns: id, tags\n{option}"})
        found = project.build().search_index()
        places = [at for term, at in found["terms"].items() if "zeppelin" in term]
        numbers = {number for at in places for number in (at if isinstance(at, list) else [at])}
        assert sorted(found["docnames"][number] for number in numbers) == pages


# -- settings -------------------------------------------------------------------------------------------------


def one_line_warning(project: Project) -> str:
    built = project.write({"index.rst": "Page\n====\n\n.. adr:: ADR-1: One\n   :status: accepted\n"}).build()
    assert built.codes == ["adr.config-invalid"]
    conf = (project.source / "conf.py").read_text(encoding="utf-8").splitlines()
    assert built.warnings[0].file == "conf.py"
    assert conf[built.warnings[0].line - 1].startswith("adr_")
    assert [problem["code"] for problem in built.register["problems"]] == ["config-invalid"]
    assert built.decision("ADR-1")["status"] == "accepted"
    return built.warnings[0].text


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("adr_documents", "decsions/*"),
        ("adr_documents", {"documents": ["index", "decsions/*.md"]}),
        ("adr_requirements", {"source": "documents", "documents": "decsions/*"}),
    ],
)
def test_a_pattern_that_fits_no_document(project: Project, setting: str, value: object) -> None:
    project.configure(**{setting: [value]})
    text = one_line_warning(project)
    assert f"{setting}: no document fits 'decsions/*" in text


@pytest.mark.parametrize(("suffixes", "hinted"), [((".rst",), True), ((".rst", ".md"), False)])
def test_where_nothing_reads_markdown_a_parser_is_named(suffixes, hinted):
    """Asked directly: Sphinx keeps the suffixes of earlier projects in one process."""
    config = SimpleNamespace(source_suffix=dict.fromkeys(suffixes, "parser"))
    found = list(validate_documents([("adr_documents", "decsions/*")], ["index"], config, "conf.py"))
    assert [("myst_parser" in finding.message) for finding in found] == [hinted]


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("adr_requirement_patern", "x", "did you mean 'adr_requirement_pattern'?"),
        ("adr_unheard_of", 1, "there is no setting 'adr_unheard_of'"),
        ("adr_statuses", ["x"], "'x'"),
        ("adr_statuses", "x", "dict"),
        ("adr_statuses", {"in review": "pendin"}, "did you mean 'pending'?"),
        ("adr_statuses", {"in review": 1}, "words"),
        ("adr_default_status", "acepted", "did you mean 'accepted'?"),
        ("adr_default_status", 1, "str"),
        ("adr_id_pattern", "ADR-(", "does not compile"),
        ("adr_id_pattern", 1, "str"),
        ("adr_id_pattern", "", "empty text"),
        ("adr_requirement_pattern", r"\d*", "empty text"),
        ("adr_requirement_ignore", [""], "empty text"),
        ("adr_documents", [{"documents": "index", "status": "acepted"}], "did you mean 'accepted'?"),
        ("adr_documents", [{"documents": "index", "sections": {"Done": 3}}], "of the heading 'Done'"),
        (
            "adr_documents",
            [{"documents": "index", "sections": {"Done": "acepted"}}],
            "did you mean 'accepted'?",
        ),
        ("adr_id_pattern", "(?P<adr_id>ADR)", "does not compile"),
        ("adr_id_template", "ADR", "{number}"),
        ("adr_requirement_pattern", "REQ-(", "does not compile"),
        ("adr_requirement_pattern", r"(A+)+-\d", "can take without end"),
        ("adr_requirement_ignore", [r"(?:\w+[-_]?)+\d"], "can take without end"),
        ("adr_id_pattern", r"([A-Z]*)*-\d", "can take without end"),
        ("adr_requirement_pattern", "(?P<id>x)(?P<id>y)", "does not compile"),
        ("adr_requirement_ignore", ["SHA-("], "does not compile"),
        ("adr_requirement_ignore", "SHA", "list"),
        ("adr_requirement_ignore", [1], "1"),
        ("adr_mentions_cover", "yes", "bool"),
        ("adr_card", 1, "bool"),
        ("adr_coverage_warnings", [["lost"]], "allowed are lost, uncovered"),
        ("adr_needs", {"typ": "adr"}, "did you mean 'type'?"),
        ("adr_needs", {"links": {"suprsedes": "x"}}, "did you mean 'supersedes'?"),
        ("adr_needs", {"links": "decides"}, "maps no words to words"),
        ("adr_needs", [], "dict"),
        ("adr_documents", "adr/*", "list or tuple"),
        ("adr_documents", [{"documents": "index", "colour": "x"}], "it has: documents"),
        ("adr_documents", [{"documents": "index", "exclud": "x"}], "did you mean 'exclude'?"),
        ("adr_documents", [{"documents": "index", "exclude": 3}], "a list of patterns"),
        ("adr_documents", [{"documents": "index", "id_template": "X"}], "{number}"),
        ("adr_documents", [{"documents": "index", "sections": 3}], "headings"),
        ("adr_documents", [{"documents": "index", "prefix": 3}], "no text"),
        ("adr_documents", [{"document": "index"}], "did you mean 'documents'?"),
        ("adr_documents", [{}], "names no documents"),
        ("adr_requirements", {"source": "file"}, "list"),
        ("adr_requirements", [{"source": "fil", "path": "x"}], "did you mean 'file'?"),
        ("adr_proposed_days", "60", "no int"),
        ("adr_today", 20250101, "no str"),
        ("adr_required_sections", "context", "list"),
        ("adr_graph_limit", -1, "0 or more"),
        ("adr_graph_limit", True, "True"),
    ],
)
def test_a_setting_that_cannot_be_used_is_reported_and_its_default_used(
    project: Project, setting: str, value: object, said: str
) -> None:
    project.configure(**{setting: value})
    text = one_line_warning(project)
    assert setting in text
    assert said in text
    assert "NoneType" not in text


@pytest.mark.parametrize(
    ("setting", "value", "kept"),
    [
        ("adr_statuses", {"in review": "pendin", "agreed on": "accepted"}, {"agreed on": "accepted"}),
        ("adr_statuses", ["x", "accepted"], ["accepted"]),
        ("adr_requirement_ignore", ["SHA-(", r"MD\d"], [r"MD\d"]),
        ("adr_coverage_warnings", ["losst", "uncovered"], ["uncovered"]),
        ("adr_needs", {"typ": "x", "title": "Choice"}, {"title": "Choice"}),
        ("adr_needs", {"links": {"suprsedes": "x", "amends": "y"}}, {"links": {"amends": "y"}}),
        ("adr_documents", [3, "adr/*"], ["adr/*"]),
        (
            "adr_documents",
            [{"documents": "adr/*", "patern": "x", "exclude": "adr/x"}],
            [{"documents": "adr/*", "exclude": "adr/x"}],
        ),
    ],
)
def test_the_rest_of_a_value_stands(setting: str, value: object, kept: object) -> None:
    (known,) = [one for one in SETTINGS if one.name == setting]
    usable, problems = known.repair(value)
    assert (usable, len(problems)) == (kept, 1)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("status == 'acepted'", ["no decision can have the status 'acepted'; did you mean 'accepted'?"]),
        ("status == 'Ratified'", ["did you mean 'accepted'?"]),
        ("status in ('accepted', 'active') and phase != 'in force'", ["status 'active'", "phase 'in force'"]),
        ("status == 'accepted' or 'acepted' in tags", []),
    ],
)
def test_a_filter_of_seals_that_no_decision_can_meet(
    project: Project, condition: str, said: list[str]
) -> None:
    project.configure(adr_seal_filter=condition, adr_statuses={"ratified": "accepted"})
    built = project.write({"index.rst": "Log\n===\n"}).build()
    assert built.codes == ["adr.config-invalid"] * len(said)
    for sentence in said:
        assert any(sentence in warned.text for warned in built.warnings)
    assert all((warned.file, warned.line > 0) == ("conf.py", True) for warned in built.warnings)


def test_settings_are_reported_again_by_a_build_in_which_nothing_changed(project: Project) -> None:
    project.configure(adr_requirement_pattern="REQ-(")
    project.write({"index.rst": "Page\n====\n"})
    first, second = project.build(), project.build()
    assert first.codes == second.codes == ["adr.config-invalid"]
    assert "[config changed" not in second.messages


def test_statuses_of_ones_own(project: Project, markup: Markup) -> None:
    project.configure(
        adr_statuses={"In Kraft": "in-force", "angenommen": "accepted"}, adr_default_status="angenommen"
    )
    page = markup.page(
        markup.title("Page"),
        markup.directive("adr", "ADR-1: One", status="in kraft"),
        markup.directive("adr", "ADR-2: Two", status="Angenommen"),
        markup.directive("adr", "ADR-3: Three"),
        markup.directive("adr-index"),
    )
    built = project.write({f"index{markup.suffix}": page}).build(strict=True)
    assert [(one["status"], one["phase"], one["status_text"]) for one in built.register["decisions"]] == [
        ("in kraft", "in-force", "in kraft"),
        ("accepted", "in-force", "Angenommen"),
        ("accepted", "in-force", None),
    ]
    assert "In kraft" in built.page("index").text


def test_no_status_is_unknown(project: Project) -> None:
    found = project.write({"index.rst": "P\n=\n\n.. adr:: ADR-1: One\n"}).build(strict=True).decision("ADR-1")
    assert (found["status"], found["phase"], found["in_force"], found["current"]) == (
        "unknown",
        "unknown",
        False,
        [],
    )


def test_the_id_of_a_numbered_page(project: Project) -> None:
    project.configure(adr_id_template="DEC-{number}")
    page = "Kafka\n=====\n\n.. adr::\n   :status: accepted\n"
    project.write({"index.rst": "Page\n====\n\n.. toctree::\n\n   0013-kafka\n", "0013-kafka.rst": page})
    assert project.build(strict=True).decision("DEC-0013")["title"] == "Kafka"


def test_what_an_id_looks_like(project: Project) -> None:
    project.configure(adr_id_pattern="DEC[A-Z]")
    page = "Page\n====\n\n.. adr:: DECA: One\n\n.. adr:: ADR-1: Two\n   :id: ADR-1\n"
    built = project.write({"index.rst": page}).build(strict=True)
    assert [(one["id"], one["title"]) for one in built.register["decisions"]] == [
        ("ADR-1", "Two"),
        ("DECA", "One"),
    ]


PROSE = """\
Page
====

.. adr-requirement:: PRD-REQ-001: One

.. adr:: ADR-1: One
   :status: accepted

   Meets PRD-REQ-001 and needs SHA-256 with UTF-8. Not ``PRD-REQ-002``? X-7 though.

   ::

      PRD-REQ-003
"""


@pytest.mark.parametrize(
    ("settings", "mentioned"),
    [
        ({}, ["PRD-REQ-001", "PRD-REQ-002"]),
        ({"adr_requirement_pattern": r"[A-Z]+-\d+"}, ["X-7"]),
        ({"adr_requirement_pattern": r"(?i)prd-req-\d+"}, ["PRD-REQ-001", "PRD-REQ-002"]),
        (
            {"adr_requirement_pattern": r"[A-Z]+-\d+", "adr_requirement_ignore": []},
            ["SHA-256", "UTF-8", "X-7"],
        ),
        (
            {"adr_requirement_pattern": r"[A-Z]+-\d+", "adr_requirement_ignore": [r"SHA-\d+", "UTF-8"]},
            ["X-7"],
        ),
    ],
)
def test_what_a_requirement_looks_like(
    project: Project, settings: dict[str, object], mentioned: list[str]
) -> None:
    built = project.configure(**settings).write({"index.rst": PROSE}).build(strict=True)
    assert [trace["id"] for trace in built.decision("ADR-1")["requirements"]] == mentioned


@pytest.mark.parametrize(("covers", "state"), [(True, "covered"), (False, "uncovered")])
def test_whether_a_mention_covers(project: Project, covers: bool, state: str) -> None:
    built = project.configure(adr_mentions_cover=covers).write({"index.rst": PROSE}).build(strict=True)
    assert built.register["requirements"][0] | {"uri": None, "title": None} == {
        "id": "PRD-REQ-001",
        "title": None,
        "state": state,
        "decisions": ["ADR-1"],
        "dropped_by": [],
        "source": "directive",
        "uri": None,
    }


def test_a_setting_that_only_shapes_answers_reaches_the_pages(project: Project) -> None:
    project.write({"index.rst": PROSE + "\n.. adr-matrix::\n"})
    assert "100 %" in project.build(strict=True).page("index").text
    assert "0 %" in project.configure(adr_mentions_cover=False).build(strict=True).page("index").text


# -- the other distribution -----------------------------------------------------------------------------------


def test_beside_the_other_distribution_the_build_stops(project: Project, tmp_path: Path) -> None:
    """One sentence names the cure."""
    info = tmp_path / "site" / "sphinx_adr-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: sphinx-adr\nVersion: 1.0\n", encoding="utf-8"
    )
    project.write({"index.rst": "Page\n====\n"})
    built = project.run(env={"PYTHONPATH": str(tmp_path / "site")})
    assert built.status == 2
    said = " ".join(built.messages.split())
    assert "pip uninstall -y sphinx-adr sphinx-adr-trace" in said
    assert "pip install sphinx-adr-trace" in said


@given(any_decisions(), st.text(), st.sampled_from(["", "R-1 R-2"]))
def test_any_log_makes_a_register_that_follows_its_schema(
    records: list[Decision], text: str, requirements: str
) -> None:
    """Whatever the links, circles and copies: the text is read as what was written, and holds no surprise."""
    text = text.encode("utf-8", "replace").decode()
    records = [replace(one, title=text or one.title, summary=text or None) for one in records]
    ledger = log(*records, requirements=requirements)
    answers = Answers(ledger)
    made = register(
        answers,
        check(ledger, answers.requirements),
        project=text,
        version=text,
        documents=[],
        srcdir=Path("/docs"),
        uri=lambda docname, anchor: f"{docname}.html#{anchor}",
    )
    written = dump(made)
    assert json.loads(written) == made | {
        name: list(rows) for name, rows in made.items() if isinstance(rows, Rows)
    }
    assert dump(json.loads(written)) == written
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(written))
    assert len(made["decisions"]) == len(records)
