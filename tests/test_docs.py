"""The documentation holds what it says: its snippets, its reference, its demonstration, and the README."""

from __future__ import annotations

import ast
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from .support import ROOT, Built, Project, Warned, has_myst

DOCS = ROOT / "docs"
SNIPPETS = DOCS / "snippets"
NAMES = sorted(path.stem for path in SNIPPETS.glob("*.rst"))
needs_myst = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")


def copied(project: Project, files: Mapping[str, Path]) -> Project:
    """*project* with copies of files and folders, by their names in it."""
    for name, path in files.items():
        place = project.source / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, place)
        else:
            shutil.copy(path, place)
    return project


# -- snippets -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def in_both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Built, Built]]:
    """All snippets beside the demonstration, by markup: as the register and as text."""
    found = {}
    for suffix in (".rst", ".md"):
        project = Project(tmp_path_factory.mktemp(suffix[1:]) / "docs").configure(
            suppress_warnings=["toc.no_title"], adr_coverage_warnings=[]
        )
        files = {f"snippet-{name}{suffix}": SNIPPETS / (name + suffix) for name in NAMES}
        copied(project, {"demo": DOCS / "demo", **files})
        project.write({"index.rst": "All\n===\n\n.. toctree::\n   :glob:\n\n   demo/index\n   *\n"})
        found[suffix] = (project.build("adr", strict=True), project.build("text", strict=True))
    return found


def declared_in(built: Built, docname: str) -> list[dict[str, Any]]:
    """What the register says of the decisions of a document, apart from where they stand."""
    found = [one for one in built.register["decisions"] if one["docname"] == docname]
    return [{key: value for key, value in one.items() if key not in ("docname", "line")} for one in found]


def test_each_snippet_is_there_in_both_markups() -> None:
    assert sorted(path.stem for path in SNIPPETS.glob("*.md")) == NAMES


@needs_myst
@pytest.mark.parametrize("name", NAMES)
def test_a_snippet_declares_the_same_in_both_markups(
    name: str, in_both: dict[str, tuple[Built, Built]]
) -> None:
    rst, md = (declared_in(in_both[suffix][0], f"snippet-{name}") for suffix in (".rst", ".md"))
    source = (SNIPPETS / f"{name}.rst").read_text(encoding="utf-8")
    assert rst == md
    assert len(rst) == len(re.findall(r"^\.\. adr::", source, re.MULTILINE))


@needs_myst
@pytest.mark.parametrize("name", NAMES)
def test_a_snippet_shows_the_same_in_both_markups(name: str, in_both: dict[str, tuple[Built, Built]]) -> None:
    # Widths of columns and lines between blocks are the markup's.
    rst, md = (
        re.sub(r"[-=+|\s]+", " ", in_both[suffix][1].read(f"snippet-{name}.txt")).strip()
        for suffix in (".rst", ".md")
    )
    assert rst == md
    assert rst


@needs_myst
def test_the_register_is_the_same_in_both_markups(in_both: dict[str, tuple[Built, Built]]) -> None:
    rst, md = (in_both[suffix][0].register for suffix in (".rst", ".md"))
    for one in (*rst["decisions"], *md["decisions"]):
        del one["line"]
    assert rst == md


def test_every_snippet_is_on_some_page() -> None:
    pages = "\n".join(
        page.read_text(encoding="utf-8") for page in [*DOCS.rglob("*.rst"), *DOCS.rglob("*.md")]
    )
    assert [name for name in NAMES if not re.search(rf"(\.\. snippet::|{{snippet}}) {name}\n", pages)] == []


def test_a_decision_in_a_docstring(project: Project) -> None:
    project.extensions.append("sphinx.ext.autodoc")
    project.conf = f"import sys\nsys.path.insert(0, {str(project.source)!r})"
    copied(project, {"barcodes_of_the_documentation.py": SNIPPETS / "docstring.py"})
    page = "Barcodes\n========\n\n.. automodule:: barcodes_of_the_documentation\n   :members:\n"
    built = project.write({"index.rst": page}).build("adr", strict=True)
    assert built.decision("ADR-0116")["title"] == "Barcodes are read on the device"
    sys.modules.pop("barcodes_of_the_documentation", None)


@needs_myst
def test_records_that_exist_already(project: Project) -> None:
    copied(project.configure(adr_documents=["decisions/*"]), {"decisions": SNIPPETS / "existing"})
    page = "Log\n===\n\n.. toctree::\n   :glob:\n\n   decisions/*\n"
    built = project.write({"index.rst": page}).build("adr", strict=True)
    old, new = built.decision("ADR-0006"), built.decision("ADR-0007")
    assert (old["effective_status"], old["current"], old["declared"]) == (
        "superseded",
        ["ADR-0007"],
        "document",
    )
    assert (new["status"], new["date"], new["in_force"]) == ("accepted", "2025-04-01", True)


def test_python_on_the_pages_is_python() -> None:
    blocks = re.compile(
        r"code-block:: python\n\n((?:   [^\n]*\n|\n)+)|^```python\n(.*?)^```", re.MULTILINE | re.DOTALL
    )
    found = 0
    for page in [*DOCS.glob("howto/*"), DOCS / "index.rst", DOCS / "tutorial.md", ROOT / "README.md"]:
        for match in blocks.finditer(page.read_text(encoding="utf-8")):
            ast.parse(textwrap.dedent(match[1] or match[2]))
            found += 1
    assert found


# -- the tutorial ---------------------------------------------------------------------------------------------


def tutorial(tmp_path: Path, step: int) -> Built:
    """The HTML of a step of the tutorial, built from its files and nothing else."""
    project = copied(Project(tmp_path / "parcels"), {"docs": SNIPPETS / "tutorial" / str(step)})
    project.source /= "docs"
    project.write_conf = lambda: None  # type: ignore[method-assign]
    return project.build("html")


def test_the_tutorial_declares_a_decision(tmp_path: Path) -> None:
    built = tutorial(tmp_path, 1)
    assert built.messages == ""
    text = built.read("index.html")
    assert [one["id"] for one in built.register["decisions"]] == ["ADR-0001"]
    assert "SQLite for tracking events" in text
    assert "Accepted" in text


def test_the_tutorial_replaces_it(tmp_path: Path) -> None:
    built = tutorial(tmp_path, 2)
    assert built.messages == ""
    old, new = built.decision("ADR-0001"), built.decision("ADR-0002")
    assert (old["status"], old["effective_status"], old["current"]) == (
        "accepted",
        "superseded",
        ["ADR-0002"],
    )
    assert new["in_force"]
    assert "This decision no longer applies" in built.read("index.html")
    assert (
        (SNIPPETS / "tutorial/2/index.rst")
        .read_text()
        .startswith((SNIPPETS / "tutorial/1/index.rst").read_text())
    )


def test_the_tutorial_traces_requirements(tmp_path: Path) -> None:
    built = tutorial(tmp_path, 3)
    assert built.codes == ["adr.requirement-lost"]
    assert "ADR-0002 supersedes ADR-0001 and leaves TRACK-REQ-002" in built.messages
    states = {row["id"]: row["state"] for row in built.register["requirements"]}
    assert states == {"TRACK-REQ-001": "covered", "TRACK-REQ-002": "lost", "TRACK-REQ-003": "uncovered"}
    assert re.search(r"33\s*%", built.read("requirements.html"))
    assert "<svg" in built.read("log.html")
    assert "Replaced by" in built.read("log.html")


# -- the reference --------------------------------------------------------------------------------------------


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The module that generates the reference."""
    monkeypatch.syspath_prepend(str(DOCS / "_ext"))
    import adr_reference

    yield adr_reference
    for name in ("adr_reference", "adr_meanings"):
        sys.modules.pop(name, None)


def test_every_directive_and_role_is_in_the_reference(reference: Any) -> None:
    setup = (ROOT / "sphinx_adr/extension.py").read_text(encoding="utf-8")
    thin = (ROOT / "sphinx_adr/directives/thin.py").read_text(encoding="utf-8")
    assert set(reference.DIRECTIVES) == set(re.findall(r'add_directive\("([\w-]+)"', thin))
    roles = re.findall(r'add_role_to_domain\("(\w+)", "(\w+)"', setup)
    assert set(reference.meanings.ROLES) == {
        role if domain == "std" else f"{domain}:{role}" for domain, role in roles
    }
    page = (DOCS / "reference/directives.rst").read_text(encoding="utf-8")
    assert set(re.findall(r"adr-reference:: options ([\w-]+)", page)) == set(reference.DIRECTIVES)


def test_every_option_has_a_meaning(reference: Any) -> None:
    for directive in reference.DIRECTIVES:
        assert set(reference.meanings.OPTIONS[directive]) == set(reference.options_of(directive))


def test_every_alias_names_an_option(reference: Any) -> None:
    shown = [alias for option in reference.options_of("adr") for alias in reference.aliases_of("adr", option)]
    assert sorted(shown) == sorted(reference.ALIASES)


def test_every_field_column_and_link_has_a_meaning(reference: Any) -> None:
    meanings = reference.meanings
    assert set(meanings.FIELDS) == set(reference.FIELDS)
    assert set(meanings.COLUMNS) == set(reference.COLUMNS) - set(reference.FIELDS)
    assert set(meanings.LINKS) == {str(kind) for kind in reference.LinkKind}


def test_every_enumeration_is_explained(reference: Any) -> None:
    for enum in reference.ENUMS.values():
        assert set(reference.docstrings(enum)) == {str(member.value) for member in enum}


def test_every_message_has_an_example(reference: Any) -> None:
    codes = {str(code) for code in reference.Code}
    assert {path.stem for path in (SNIPPETS / "messages").iterdir()} == codes


def test_every_key_of_the_register_is_explained(reference: Any) -> None:
    if not reference.SCHEMA.exists():
        pytest.skip("there is no schema")
    import json

    schema = json.loads(reference.SCHEMA.read_text(encoding="utf-8"))
    for path, part in reference._objects(schema, schema, ""):
        for key, value in part["properties"].items():
            assert reference._said(value, schema), f"{path} {key}"


def test_the_example_of_each_message_causes_it(project: Project) -> None:
    folder = SNIPPETS / "messages"
    alone = {path.stem for path in folder.iterdir() if path.suffix in (".py", ".json")}
    together = [path for path in folder.iterdir() if path.suffix != ".md" and path.stem not in alone]
    copied(project, {path.name: path for path in together})
    project.configure(adr_requirements=[{"source": "file", "path": "requirement-source.csv"}])
    project.configure(adr_coverage_warnings=["lost", "uncovered"])
    project.write({"index.rst": "Messages\n========\n\n.. toctree::\n   :glob:\n\n   *\n"})
    found: dict[str, list[Warned]] = {}
    for warned in project.build("adr").warnings:
        found.setdefault(Path(warned.file).stem, []).append(warned)
    assert set(found) == {path.stem for path in together}
    for name, warned in found.items():
        assert warned[-1].code == f"adr.{name}"


# -- the demonstration ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The register of the demonstration alone."""
    pytest.importorskip("myst_parser")
    project = copied(Project(tmp_path_factory.mktemp("demo") / "docs"), {"demo": DOCS / "demo"})
    project.configure(adr_coverage_warnings=[])
    return project.write({"index.rst": "Demo\n====\n\n.. toctree::\n\n   demo/index\n"}).build(
        "adr", strict=True
    )


def test_the_demonstration_is_covered_as_it_says(demo: Built) -> None:
    states = {row["id"]: row["state"] for row in demo.register["requirements"]}
    others = {name: state for name, state in states.items() if state != "covered"}
    assert len(states) == 16
    assert others == {
        "PRD-BOOK-REQ-004": "uncovered",
        "PRD-DATA-REQ-003": "lost",
        "PRD-PAY-REQ-004": "pending",
    }


def test_the_demonstration_has_a_chain(demo: Built) -> None:
    assert len(demo.register["decisions"]) == 21
    assert demo.decision("ADR-0002")["superseded_by"] == ["ADR-0009"]
    assert demo.decision("ADR-0009")["superseded_by"] == ["ADR-0013"]
    assert demo.decision("ADR-0002")["current"] == ["ADR-0013"]
    assert demo.decision("ADR-0013")["in_force"]


def test_the_demonstration_has_a_merge(demo: Built) -> None:
    assert demo.decision("ADR-0015")["supersedes"] == ["ADR-0011", "ADR-0012"]
    assert demo.decision("ADR-0011")["current"] == demo.decision("ADR-0012")["current"] == ["ADR-0015"]


def test_the_demonstration_has_a_partial_supersession(demo: Built) -> None:
    (link,) = [one for one in demo.decision("ADR-0016")["links"] if one["target"] == "ADR-0004"]
    assert (link["part"], link["state"]) == ("retention", "effective")
    assert demo.decision("ADR-0004")["in_force"]


def test_the_demonstration_has_a_proposed_successor(demo: Built) -> None:
    (link,) = [one for one in demo.decision("ADR-0021")["links"] if one["kind"] == "supersedes"]
    assert (link["target"], link["state"]) == ("ADR-0008", "prospective")
    assert demo.decision("ADR-0008")["effective_status"] == "accepted"


# -- the whole ------------------------------------------------------------------------------------------------


@needs_myst
def test_the_documentation_builds(tmp_path: Path) -> None:
    pytest.importorskip("furo")
    project = Project(tmp_path / "docs")
    shutil.copytree(
        DOCS, project.source, dirs_exist_ok=True, ignore=shutil.ignore_patterns("_build", "__pycache__")
    )
    project.write_conf = lambda: None  # type: ignore[method-assign]
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, tmp_path)
    built = project.build("html", strict=True)
    assert built.decision("SADR-0010")["status"] == "accepted"


def test_the_readme_is_short() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.partition("## More")[0].split()) < 350
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", readme):
        assert (ROOT / target).exists(), target


def test_the_readme_names_the_commands_of_a_contributor() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 -m venv .venv && .venv/bin/pip install -q tox && .venv/bin/tox run -e docs\n" in readme
    assert "\n.venv/bin/tox run\n" in readme


def test_nobody_is_told_to_install_the_other_distribution() -> None:
    for page in [ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.rst"), *DOCS.rglob("*.md")]:
        assert not re.search(r"pip install (-\S+ )*sphinx-adr(?!-trace)", page.read_text(encoding="utf-8")), (
            page
        )


def test_the_changelog_has_what_is_not_released() -> None:
    assert "\n## Unreleased\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# -- hard times -----------------------------------------------------------------------------------------------

HELD = re.compile(r"``(tests/[\w/]+\.py)::(\w+)``")
NUMBERS = re.compile(r"\bCase (\d+(?:, \d+)*)")


def numbers_of(text: str) -> set[int]:
    return {int(number) for number in text.split(", ")}


def numbers_of_test(file: str, name: str) -> set[int]:
    """The cases that the docstring of a test names; the test has to be there."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    (test,) = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
    found = NUMBERS.findall(ast.get_docstring(test) or "")
    return set().union(*map(numbers_of, found))


def test_each_hard_case_is_held_by_a_test_or_a_decision() -> None:
    page = (DOCS / "explanation" / "hard-times.rst").read_text(encoding="utf-8")
    row = re.compile(
        r"^   \* - ([\d, ]+)\n     - (.*?)\n     - (.*?)(?=^   \* - |^\S|\Z)", re.DOTALL | re.MULTILINE
    )
    rows = [(numbers_of(numbers), case, held) for numbers, case, held in row.findall(page)]
    assert set().union(*(numbers for numbers, _, _ in rows)) == set(range(1, 61))
    for numbers, case, held in rows:
        tests = HELD.findall(held)
        assert tests or held.startswith(("Not supported: ", "Not tested")), case
        said = set().union(*(numbers_of_test(*test) for test in tests))
        assert not tests or numbers <= said, f"{case}: no test of it says {numbers - said}"
