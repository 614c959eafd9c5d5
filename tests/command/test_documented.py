"""What the documentation says about the command is so."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sphinx_adr.command.parser import make_parser

from ..conftest import needs_myst
from ..support import ROOT, Project
from .running import run

DOCS = ROOT / "docs"
PAGES = [
    *DOCS.rglob("*.rst"),
    *(path for path in DOCS.rglob("*.md") if "_build" not in path.parts),
    *(DOCS / "snippets" / "ci").glob("*.yml"),
    ROOT / ".pre-commit-hooks.yaml",
    ROOT / "sphinx_adr" / "command" / "examples.py",
]
USES = re.compile(r"^\s*(?:\$ |- |entry: |- run: |)sphinx-adr (?P<arguments>[^\n]*)$", re.MULTILINE)


def uses() -> Iterator[str]:
    for path in PAGES:
        for match in USES.finditer(path.read_text(encoding="utf-8")):
            arguments = re.sub(r" >\S+$", "", re.split(r"\s{3,}", match["arguments"])[0].rstrip())
            if "{" not in arguments and "[" not in arguments:
                yield arguments.strip()


def test_there_are_examples() -> None:
    assert len(set(uses())) > 20


@pytest.mark.parametrize("arguments", sorted(set(uses())))
def test_an_example_parses(arguments: str) -> None:
    if arguments.endswith("--help"):
        assert run(*shlex.split(arguments)).status == 0
        return
    make_parser().parse_args(shlex.split(arguments))


@pytest.mark.parametrize(
    "path", [path for path in PAGES if path.suffix in (".yml", ".yaml")], ids=lambda path: path.name
)
def test_recipes_are_yaml(path: Path) -> None:
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_reference_has_every_subcommand_and_option(tmp_path: Path) -> None:
    project = Project(tmp_path / "docs")
    project.extensions.append("adr_command")
    project.conf = f"import sys\nsys.path.insert(0, {str(DOCS / '_ext')!r})"
    project.write({"index.rst": "Command\n=======\n\n.. adr-command::\n"})
    before = set(sys.modules)
    try:
        text = project.build("text", strict=True).read("index.txt")
    finally:
        for name in set(sys.modules) - before:
            if name == "adr_command":
                del sys.modules[name]
    for words in (
        "check",
        "supersede",
        "--fail-on CODE,...",
        "--online",
        "sphinx-adr show [--format {text,json}] ID",
    ):
        assert words in text


@needs_myst
def test_the_decisions_of_the_project_itself_are_sealed() -> None:
    pytest.importorskip("furo")
    ran = run("seal", DOCS, "--check")
    assert (ran.status, ran.out) == (0, ""), ran.out
    own = run("list", DOCS, "--filter", '"sphinx-adr" in tags and in_force', "--format", "json").json
    sealed = json.loads((DOCS / "adr-seal.json").read_text(encoding="utf-8"))
    assert sealed.keys() - {"format_version"} >= {one["id"] for one in own}
    assert len(own) >= 10


def test_the_scripts_of_the_distribution_are_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '\n[project.scripts]\nsphinx-adr = "sphinx_adr.command:main"\n' in text
