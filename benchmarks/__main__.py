"""``python -m benchmarks``: measures, prints a table, and writes the figures and a chart of them."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from . import builds, chart, corpus, figures, machine, reading, start, traceability
from .corpus import Layout

PARTS = ("builds", "start", "reading", "traceability")


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    choose = _listed
    made.add_argument("--only", type=choose(PARTS), default=list(PARTS), help=f"parts: {', '.join(PARTS)}")
    made.add_argument(
        "--sizes",
        type=lambda text: [int(one) for one in text.split(",")],
        default=[100, 1000],
        help="numbers of decisions (default: 100,1000)",
    )
    made.add_argument(
        "--per-page",
        type=lambda text: [int(one) for one in text.split(",")],
        default=[10, 1],
        help="decisions a page (default: 10,1)",
    )
    made.add_argument("--markups", type=choose(("rst", "md")), default=["rst", "md"], help="default: rst,md")
    made.add_argument(
        "--systems", type=choose(corpus.SYSTEMS), default=list(corpus.SYSTEMS), help="default: all"
    )
    made.add_argument("--repeat", type=int, default=1, help="rounds, of which medians are taken (default: 1)")
    made.add_argument(
        "--patience", type=float, default=900, help="seconds that a build may take (default: 900)"
    )
    made.add_argument("--json", type=Path, help="file for the figures")
    made.add_argument(
        "--add", action="store_true", help="keep what that file has that this run does not measure"
    )
    made.add_argument("--svg", type=Path, help="file for a chart of the largest size with all systems")
    return made


def _listed(allowed: Sequence[str]) -> Any:
    def read(text: str) -> list[str]:
        found = text.split(",")
        for name in found:
            if name not in allowed:
                raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(allowed)}")
        return found

    return read


def say(line: str) -> None:
    """Tells how far the run is."""
    print(line, file=sys.stderr, flush=True)


def measure_builds(options: argparse.Namespace) -> Iterator[builds.Build]:
    """All builds, without those for which a package is missing."""
    markups = [one for one in options.markups if one != "md" or find_spec("myst_parser")]
    systems = [one for one in options.systems if one != "needs" or find_spec("sphinx_needs")]
    layouts = [Layout(size, n, one) for size in options.sizes for n in options.per_page for one in markups]
    # One build that nobody counts: files of the packages are compiled and in memory afterwards.
    list(builds.measure([Layout(5, 5, markups[0])], systems, say=lambda _line: None))
    graphviz = machine.has_graphviz()
    yield from builds.measure(
        layouts, systems, repeat=options.repeat, graphviz=graphviz, patience=options.patience, say=say
    )


def lines(report: dict[str, Any]) -> Iterator[str]:
    """The report as text."""
    if "table" in report:
        head = ("decisions", "a page", "", "scenario", "plain s", "adr cpu", "wall", "memory", "pages")
        yield "{:>9} {:>6} {:4}{:14}{:>9}{:>9}{:>7}{:>8}{:>7}{:>11}{:>7}".format(*head, "needs cpu", "pages")
        for row in report["table"]:
            cells = [row[name] for name in ("adr_cpu", "adr_wall", "adr_memory", "adr_written")]
            cells += [row["needs_cpu"], row["needs_written"]]
            shown = ["-" if cell is None else str(cell) for cell in cells]
            yield (
                f"{row['size']:>9} {row['per_page']:>6} {row['markup']:4}{row['scenario']:14}{row['seconds']:9.2f}"
                + "{:>9}{:>7}{:>8}{:>7}{:>11}{:>7}".format(*shown)
            )
    for name in ("start", "reading", "traceability"):
        if name in report:
            yield f"{name}: {json.dumps(report[name])}"
    for target in report["targets"]:
        yield f"{'met    ' if target['met'] else 'NOT MET'} {target['name']}: {target['found']}, {target['wanted']}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what is asked for; fails only where a build does."""
    options = parser().parse_args(arguments)
    report: dict[str, Any] = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine.machine(),
        "versions": machine.versions(),
        "graphviz": machine.has_graphviz(),
        "repeat": options.repeat,
    }
    older = kept(report, options.json) if options.add and options.json else {}
    report |= {part: older[part] for part in ("start", "reading", "traceability") if part in older}
    if "start" in options.only:
        report["start"] = {"sphinx_adr": start.measure()}
    if "reading" in options.only:
        report["reading"] = reading.measure()
    if "traceability" in options.only:
        report["traceability"] = traceability.measure()
    before = [builds.Build(**one) for one in older.get("builds", ())]
    made: list[builds.Build] = []
    keep(report, before, options)
    if "builds" in options.only:
        for build in measure_builds(options):
            made.append(build)
            again = {(one.layout, one.system) for one in made}
            left = [one for one in before if (one.layout, one.system) not in again]
            keep(report, sorted([*left, *made], key=lambda one: one.size), options)
    print("\n".join(lines(report)))
    return 0


def kept(report: dict[str, Any], path: Path) -> dict[str, Any]:
    """The figures in the file at *path*, if they are of the same machine, versions and number of rounds.

    :raises SystemExit: where they are not.
    """
    if not path.exists():
        return {}
    older: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    same = ("versions", "graphviz", "repeat")
    # What else a machine tells, its load and the build of its system, differs from day to day.
    machines = [
        [one["machine"][name] for name in ("processor", "processors", "memory")] for one in (older, report)
    ]
    if machines[0] != machines[1] or any(older[name] != report[name] for name in same):
        sys.exit(f"{path} has figures of another machine, of other versions or of another number of rounds")
    return older


def keep(report: dict[str, Any], made: Sequence[builds.Build], options: argparse.Namespace) -> None:
    """Brings *report* up to date and writes what is asked for: a run that is ended leaves what it has."""
    measured = figures.Measured(made)
    if made:
        report["builds"] = [asdict(one) for one in measured.builds]
        report["table"] = list(figures.table(measured))
    began = report["start"]["sphinx_adr"]["median"] if "start" in report else None
    traces = report.get("traceability", {}).get("share")
    report["targets"] = [asdict(one) for one in figures.targets(measured, began, traces)]
    if options.json:
        options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    if options.svg and made:
        options.svg.write_text(chart.draw(made, charted(measured)), encoding="utf-8")


def charted(measured: figures.Measured) -> Layout:
    """The largest documentation that most systems built; ten a page before one a page."""
    return max(
        measured.layouts,
        key=lambda one: (
            sum(other.layout == one for other in measured.builds),
            one.size,
            one.per_page,
            one.markup,
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
