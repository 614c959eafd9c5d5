"""The page about faults that no test finds belongs to what was measured, and to the code."""

from __future__ import annotations

import ast
import json
import re
import runpy
import tomllib
from typing import Any

import pytest

from .support import ROOT

EXPLANATION = ROOT / "docs" / "explanation"
REPORT: dict[str, Any] = json.loads((EXPLANATION / "mutants.json").read_text(encoding="utf-8"))
JUDGED: dict[str, Any] = tomllib.loads((EXPLANATION / "mutants.toml").read_text(encoding="utf-8"))
SHOWN = runpy.run_path(str(ROOT / "docs" / "_ext" / "adr_mutants.py"))


def functions(module: str) -> set[str]:
    """The functions of a module of ``sphinx_adr.log``; methods with their class."""
    path = ROOT.joinpath("sphinx_adr", "log", *module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found: set[str] = set()
    if not path.exists():
        return found
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(f"{module}.{node.name}")
        elif isinstance(node, ast.ClassDef):
            found |= {
                f"{module}.{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)
            }
    return found


def test_every_fault_that_lives_is_judged_and_no_other() -> None:
    assert JUDGED.keys() == REPORT["left"].keys()
    for function, judgement in JUDGED.items():
        assert judgement.keys() == {"verdict", "why"}, function
        assert judgement["verdict"], function
        assert set(judgement["verdict"]) <= SHOWN["VERDICTS"].keys(), function
        assert re.fullmatch(r"[A-Z`\"].*\.", judgement["why"], re.DOTALL), function


def test_the_list_names_functions_that_exist() -> None:
    known = set().union(*(functions(module) for module in REPORT["modules"]))
    gone = sorted(set(JUDGED) - known)
    assert not gone, "measure again with `tox run -e mutation`, then `tox run -e mutation -- --write`"


def test_the_figures_add_up_and_are_enough() -> None:
    modules = REPORT["modules"]
    lives: dict[str, int] = dict.fromkeys(modules, 0)
    for function, changes in REPORT["left"].items():
        module = max((name for name in modules if function.startswith(f"{name}.")), key=len)
        lives[module] += len(changes)
    assert lives == {name: found["faults"] - found["found"] for name, found in modules.items()}
    faults, dead = (sum(found[key] for found in modules.values()) for key in ("faults", "found"))
    assert dead / faults >= 0.9


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("count = 0", "count = 1", "`` count = 0 `` → `` count = 1 ``"),
        (
            "for a, b in zip(one, other, strict=True):",
            "for a, b in zip(one, other, ):",
            "`` other, strict=True): `` → `` other, ): ``",
        ),
        ("if not (a and b):", "if not (a or b):", "`` (a and b): `` → `` (a or b): ``"),
    ],
)
def test_a_change_is_shown_with_a_little_around_it(before: str, after: str, shown: str) -> None:
    assert SHOWN["shown_change"](before, after) == shown
