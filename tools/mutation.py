"""Measures how many faults in ``sphinx_adr/log`` the tests in ``tests/log`` find.

``python -m tools.mutation`` lets mutmut plant faults, one at a time, and run the tests that reach each; it goes on
where it was interrupted. ``python -m tools.mutation "sphinx_adr.log.seal*"`` does so for one module only, and
``--report`` only counts. ``--write`` puts the figures and the faults that no test found into the file that the
documentation shows. It fails where fewer than nine of ten faults are found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import re
import subprocess
import sys
from collections import Counter
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOUND = frozenset({"killed", "timeout", "segfault"})
LEFT = frozenset({"survived", "no tests", "suspicious"})
ENOUGH = 0.90
FIGURES = ROOT / "docs" / "explanation" / "mutants.json"


def mutmut(*arguments: str, quiet: bool = False) -> str:
    """Runs mutmut and gives back what it says, where it is *quiet*."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=ROOT,
        check=True,
        text=True,
        stdout=subprocess.PIPE if quiet else None,
    )
    return done.stdout or ""


def counts(results: str) -> dict[str, Counter[str]]:
    """How many faults of each module ended how, from lines such as ``sphinx_adr.log.seal.x_of__mutmut_1: killed``."""
    found: dict[str, Counter[str]] = {}
    for line in results.splitlines():
        name, colon, ending = line.strip().partition(": ")
        if colon:
            module = name.rpartition(".")[0].removeprefix("sphinx_adr.log.")
            found.setdefault(module, Counter())[ending] += 1
    return found


def table(found: dict[str, Counter[str]]) -> tuple[list[str], float]:
    """A line for each module, and the share of all faults that were found."""
    lines = [f"{'module':24} {'faults':>7} {'found':>7} {'left':>7} {'share':>8}"]
    faults = dead = 0
    for module, endings in [*sorted(found.items()), ("all", sum(found.values(), Counter()))]:
        killed, left = (sum(endings[name] for name in names) for names in (FOUND, LEFT))
        tried = killed + left
        if module == "all":
            faults, dead = tried, killed
        if tried:
            lines.append(f"{module:24} {tried:7} {killed:7} {left:7} {killed / tried:8.1%}")
    return lines, dead / faults if faults else 0.0


def function_of(fault: str) -> str:
    """The function of a fault: ``names.Names.find`` of ``sphinx_adr.log.names.xǁNamesǁfind__mutmut_19``."""
    module, _, mangled = fault.removeprefix("sphinx_adr.log.").rpartition(".")
    name = re.sub(r"__mutmut_\d+$", "", mangled)
    return f"{module}.{'.'.join(name.split('ǁ')[1:]) if 'ǁ' in name else name.removeprefix('x_')}"


def change(diff: str) -> tuple[str, str]:
    """What a fault changes, and into what, from its *diff*."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    before, after = ([line[1:].strip() for line in lines if line.startswith(sign)] for sign in "-+")
    return " ".join(before), " ".join(after)


def faults_left(results: str) -> dict[str, list[tuple[str, str]]]:
    """What the faults that no test found change, by function."""
    show = import_module("mutmut.__main__").get_diff_for_mutant
    left: dict[str, list[tuple[str, str]]] = {}
    for line in results.splitlines():
        name, _, ending = line.strip().partition(": ")
        if ending in LEFT:
            left.setdefault(function_of(name), []).append(change(show(name)))
    return dict(sorted(left.items()))


def report(results: str) -> dict[str, object]:
    """The figures for the documentation; they must be complete."""
    untried = [line.strip() for line in results.splitlines() if line.endswith(": not checked")]
    if untried:
        message = f"{len(untried)} faults were not tried yet, such as {untried[0]}"
        raise SystemExit(message)
    tried = {module: sum(found[name] for name in FOUND | LEFT) for module, found in counts(results).items()}
    return {
        "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "versions": {"mutmut": version("mutmut"), "Python": platform.python_version()},
        "modules": {
            module: {"faults": tried[module], "found": sum(found[name] for name in FOUND)}
            for module, found in sorted(counts(results).items())
            if tried[module]
        },
        "left": faults_left(results),
    }


def main() -> int:
    """Runs what was asked for; 1 says that too many faults live."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("--report", action="store_true", help="count what was measured before")
    parser.add_argument("--write", action="store_true", help="write what was measured for the documentation")
    parser.add_argument("names", nargs="*", help="patterns of faults, such as 'sphinx_adr.log.seal*'")
    asked = parser.parse_args()
    if not (asked.report or asked.write):
        mutmut("run", *asked.names)
    results = mutmut("results", "--all", "true", quiet=True)
    lines, share = table(counts(results))
    if asked.write:
        FIGURES.write_text(json.dumps(report(results), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return int(share < ENOUGH)


if __name__ == "__main__":
    sys.exit(main())
