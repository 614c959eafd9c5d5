"""Measures how many faults in ``sphinx_adr/log`` the tests in ``tests/log`` find.

``python -m tools.mutation`` lets mutmut plant faults, one at a time, and run the tests that reach each; it goes on
where it was interrupted. ``python -m tools.mutation "sphinx_adr.log.seal*"`` does so for one module only, and
``--report`` only counts. It fails where fewer than nine of ten faults are found.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOUND = frozenset({"killed", "timeout", "segfault"})
LEFT = frozenset({"survived", "no tests", "suspicious"})
ENOUGH = 0.90


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


def main() -> int:
    """Runs what was asked for; 1 says that too many faults live."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutation", description=__doc__)
    parser.add_argument("--report", action="store_true", help="count what was measured before")
    parser.add_argument("names", nargs="*", help="patterns of faults, such as 'sphinx_adr.log.seal*'")
    asked = parser.parse_args()
    if not asked.report:
        mutmut("run", *asked.names)
    lines, share = table(counts(mutmut("results", "--all", "true", quiet=True)))
    print("\n".join(lines))
    return int(share < ENOUGH)


if __name__ == "__main__":
    sys.exit(main())
