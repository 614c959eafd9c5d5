"""``speed-figures``: what the benchmarks measured last, from the file that they wrote."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

FIGURES = Path(__file__).parents[1] / "explanation" / "speed.json"


def _listed(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield from (".. list-table::", "   :header-rows: 1", "")
    for row in (head, *rows):
        yield from (f"   {'*' if place == 0 else ' '} - {cell}" for place, cell in enumerate(row))
    yield ""


def machine(report: Mapping[str, Any]) -> Iterator[str]:
    """Where and when, as a sentence."""
    found, versions = report["machine"], dict(report["versions"])
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    rounds = "once" if report["repeat"] == 1 else f"{report['repeat']} times, of which the median is shown"
    graphviz = "present" if report["graphviz"] else "absent"
    yield (
        f"Measured on {report['date']} on {found['processors']} processors ({found['processor']}), "
        f"{found['memory']} GiB, {found['system']}, with a load of {found['load']} before the run; "
        f"{named}; Graphviz is {graphviz}. Each build ran {rounds}."
    )
    if found["load"] > found["processors"]:
        yield ""
        yield (
            "**The machine was busy with other work at that time**, more than it has processors for. Processor time "
            "suffers from that too: small differences between ratios mean nothing here, and none of them is final."
        )


def targets(report: Mapping[str, Any]) -> Iterator[str]:
    """Each target, met or not."""
    rows = (
        (one["name"], one["wanted"], one["found"], "yes" if one["met"] else "**no**")
        for one in report["targets"]
    )
    return _listed(("Figure", "Target", "Measured, the worst", "Met"), rows)


def builds(report: Mapping[str, Any]) -> Iterator[str]:
    """Each build beside that of Sphinx alone."""
    head = ("Decisions", "Build", "Sphinx alone", "sphinx_adr", "memory", "pages", "sphinx-needs", "memory")
    return _listed(head, (_row(row) for row in report["table"]))


def _row(row: Mapping[str, Any]) -> tuple[str, ...]:
    def times(name: str) -> str:
        return "–" if row[name] is None else f"× {row[name]:.2f}"

    pages = "one a page" if row["per_page"] == 1 else f"{row['per_page']} a page"
    written = "–" if row["adr_written"] is None else f"{row['adr_written']:,}"
    return (
        f"{row['size']:,}, {pages}, {row['markup']}", row["scenario"], f"{row['seconds']:.2f} s",
        times("adr_cpu"), times("adr_memory"), written, times("needs_cpu"), times("needs_memory"),
    )  # fmt: skip


def reading(report: Mapping[str, Any]) -> Iterator[str]:
    """What it costs to read documents that exist already."""
    if "reading" not in report:
        return
    each = ", ".join(
        f"{100 * found['ratio']:.0f} % in {markup}" for markup, found in report["reading"].items()
    )
    yield f"Recognising and reading records that exist already takes, of the time that Sphinx itself reads: {each}."


def traceability(report: Mapping[str, Any]) -> Iterator[str]:
    """What traces to requirements cost."""
    found = report.get("traceability", {})
    if "needs" in found:
        yield (
            f"1,000 decisions of a line each, with 5,000 traces to 2,000 requirements and a matrix, took "
            f"{found['ours']:.1f} s of processor time, with an index as well {found['ours_with_index']:.1f} s, "
            f"the same as needs with one ``needtable``, which is what the matrix is, {found['needs']:.1f} s, and "
            f"pages with nothing but the titles {found['plain']:.1f} s. Beyond these pages that is "
            f"{100 * found['share']:.0f} % of what sphinx-needs costs, with the index "
            f"{100 * found['share_with_index']:.0f} %. Each is the median of {found['rounds']} rounds, in which the "
            "builds took turns and the shares were computed."
        )


PARTS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "machine": machine,
    "targets": targets,
    "builds": builds,
    "reading": reading,
    "traceability": traceability,
}


class SpeedFigures(SphinxDirective):
    """A part of the figures."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The part, as text or table."""
        self.env.note_dependency(str(FIGURES))
        report = json.loads(FIGURES.read_text(encoding="utf-8"))
        return self.parse_text_to_nodes("\n".join(PARTS[self.arguments[0]](report)))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directive."""
    app.add_directive("speed-figures", SpeedFigures)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
