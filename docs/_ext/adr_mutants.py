"""``mutants-figures`` and ``mutants-left``: which faults the tests find, and what is to be said of the others.

The figures are those that ``python -m tools.mutation --write`` wrote; the judgements are written by hand.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

EXPLANATION = Path(__file__).parents[1] / "explanation"
FIGURES = EXPLANATION / "mutants.json"
JUDGEMENTS = EXPLANATION / "mutants.toml"
VERDICTS = {
    "same": "nothing depends on it",
    "any": "any value would do",
    "again": "another check says the same",
    "speed": "only slower",
    "never": "never reached",
    "gap": "a gap that is accepted",
}
_AROUND = 4
"""How many words and signs around a change are shown."""


def figures(report: Mapping[str, Any], _: Mapping[str, Any]) -> Iterator[str]:
    """A row for each module, and one for all."""
    versions = " on ".join(f"{name} {version}" for name, version in report["versions"].items())
    modules = report["modules"]
    whole = {key: sum(found[key] for found in modules.values()) for key in ("faults", "found")}
    yield f"Measured on {report['date']} with {versions}."
    yield from ("", "| module | faults | found | left | share |", "|---|---:|---:|---:|---:|")
    for name, found in {**modules, "**all**": whole}.items():
        faults, dead = found["faults"], found["found"]
        shown = name if name.startswith("*") else f"`{name}`"
        yield f"| {shown} | {faults:,} | {dead:,} | {faults - dead:,} | {int(1000 * dead / faults) / 10} % |"


def left(report: Mapping[str, Any], judged: Mapping[str, Any]) -> Iterator[str]:
    """Each function with faults that live: what is to be said of them, and what they change."""
    for function, changes in report["left"].items():
        verdicts = ", ".join(VERDICTS[name] for name in judged[function]["verdict"])
        yield from (f"`{function}`: {verdicts}", f": {judged[function]['why']}", "")
        yield from (f"  - {shown}" for shown in dict.fromkeys(shown_change(*change) for change in changes))
        yield ""


def shown_change(before: str, after: str) -> str:
    """What is changed into what, with a little around it."""
    old, new = (re.findall(r"\w+|\s+|[^\w\s]", text) for text in (before, after))
    start = _same(old, new)
    rest = _same(old[start:][::-1], new[start:][::-1])
    pieces = (words[max(start - _AROUND, 0) : len(words) - max(rest - _AROUND, 0)] for words in (old, new))
    return " → ".join(f"`` {''.join(piece).strip(' ,')} ``" for piece in pieces)


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many pieces at the beginning are the same."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


class _Told(SphinxDirective):
    told: Callable[[Mapping[str, Any], Mapping[str, Any]], Iterator[str]]

    def run(self) -> list[nodes.Node]:
        for path in (FIGURES, JUDGEMENTS):
            self.env.note_dependency(str(path))
        report = json.loads(FIGURES.read_text(encoding="utf-8"))
        judged = tomllib.loads(JUDGEMENTS.read_text(encoding="utf-8"))
        return self.parse_text_to_nodes("\n".join(type(self).told(report, judged)))


class MutantsFigures(_Told):
    """How many faults of each module are found, as a Markdown table."""

    told = figures


class MutantsLeft(_Told):
    """The faults that are not, as a Markdown list of definitions."""

    told = left


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directives."""
    app.add_directive("mutants-figures", MutantsFigures)
    app.add_directive("mutants-left", MutantsLeft)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
