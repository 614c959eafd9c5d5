"""What reading existing documents costs, beside what Sphinx and MyST need for the same documents.

Reads 200 records in the manner of MADR, about as long as public ones are (440 words), in Markdown and again in
reStructuredText, in turn without and with sphinx_adr, and tells CPU seconds: of Sphinx alone, of our reading
(recognising records, their heads, their anatomy), and the ratio of the two, as the median of the rounds.
"""

from __future__ import annotations

import io
import statistics
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state

from sphinx_adr import recording
from sphinx_adr.reading.existing import declare

RECORDS, ROUNDS = 200, 5
SECTIONS = {
    "Context and Problem Statement": "Readings of meters arrive every minute, and the table that holds them grows by "
    "two million rows a day. A report over ninety days takes more than a minute. Where shall readings be kept?\n\n"
    "The table was made for the first forty customers, whose meters sent a value every quarter of an hour. Since then "
    "the interval has become shorter three times, and two of the largest customers read their meters from our tables "
    "by themselves, at the same hour in which we make our own reports. The nightly job that thins out old values has "
    "not come to its end since January, and every attempt to make it quicker has moved the lock to another place.\n\n"
    "Nobody wants a second kind of system for its own sake. Whoever is on call at night knows the database that we "
    "have, the restore has been rehearsed with it, and the contracts say where data may lie. On the other hand each of "
    "the last four incidents began with a report, and none with a write.",
    "Decision Drivers": "* Reports open within two seconds\n* Two people can run it\n* Readings are kept ten years",
    "Considered Options": "* A column store\n* Partitions in the database that we have\n* Files in object storage",
    "Decision Outcome": 'Chosen option: "A column store", because it is the only one that opens reports in time '
    "and that two people can run.\n\n"
    "Readings go to both places for one quarter. Reports move one after the other, the slowest first, and each of them "
    "is compared with the old one for two weeks before the old one is taken away. The customers who read our tables "
    "get a view with the names that they know, and a date on which it ends.",
    "Consequences": "* Good, because reports open within a second\n* Good, because storage costs a third\n"
    "* Bad, because a second system has to be run\n* Neutral, because the interface stays",
    "Pros and Cons of the Options": "The load test of February was run with a copy of ninety days, on the machines "
    "that we would rent, by the two people who would be on call. It took three days, and its notes are in the wiki of "
    "the team. Partitions helped with the thinning out and did nothing for the reports, which touch all of them. Files "
    "in object storage were cheap to keep and slow to ask, and would have needed a catalogue that somebody has to run.",
    "More Information": "The load test of March confirms the figures. We look again when readings double.",
}


def record(number: int, heading: Callable[[str, int], str], status: str) -> str:
    """One record."""
    parts = [heading(f"Keep readings of meter {number}", 0), status]
    for title, text in SECTIONS.items():
        parts += [heading(title, 1), text]
    return "\n\n".join(parts) + "\n"


def markdown(text: str, level: int) -> str:
    """A heading in Markdown."""
    return f"{'#' * (level + 1)} {text}"


def restructured(text: str, level: int) -> str:
    """A heading in reStructuredText."""
    return f"{text}\n{'=-'[level] * len(text)}"


def write(folder: Path, suffix: str, records: int = RECORDS) -> None:
    """The documentation."""
    heading = markdown if suffix == ".md" else restructured
    status = "* Status: accepted\n* Date: 2025-03-10"
    (folder / "adr").mkdir(parents=True)
    for number in range(1, records + 1):
        name = f"{number:04}-keep-readings{suffix}"
        (folder / "adr" / name).write_text(record(number, heading, status), encoding="utf-8")
    (folder / f"index{suffix}").write_text(heading("Log", 0) + "\n", encoding="utf-8")


def read(folder: Path, extensions: list[str], **settings: object) -> float:
    """CPU seconds that a builder needs to read *folder*."""
    with tempfile.TemporaryDirectory() as out:
        app = Sphinx(
            folder, None, Path(out), Path(out) / "doctrees", "dummy", status=None, warning=io.StringIO(),
            freshenv=True, confoverrides={"extensions": extensions, "suppress_warnings": ["toc"], **settings},
        )  # fmt: skip
        start = time.process_time()
        app.builder.read()
        taken = time.process_time() - start
        _clean_up_global_state()
    return taken


def timed(function: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    """*function*, which adds its CPU seconds to *spent*."""

    def call(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[0] += time.process_time() - start

    return call


def measure(records: int = RECORDS, rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """Seconds of Sphinx alone and of our reading, and their ratio, for each markup: medians."""
    spent, found = [0.0], {}
    kept = recording.read_record, declare.declare_records
    recording.read_record = timed(recording.read_record, spent)
    declare.declare_records = timed(declare.declare_records, spent)
    try:
        for suffix, parser in ((".md", ["myst_parser"]), (".rst", [])):
            if parser and not find_spec(parser[0]):
                continue
            measured = []
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) / "source"
                write(folder, suffix, records)
                for _round in range(rounds):
                    plain = read(folder, parser)
                    spent[0] = 0.0
                    read(folder, [*parser, "sphinx_adr"], adr_documents=["adr/*"])
                    measured.append((plain, spent[0], spent[0] / plain))
            plain, ours, ratio = (statistics.median(column) for column in zip(*measured, strict=True))
            found[suffix[1:]] = {"plain": round(plain, 3), "ours": round(ours, 3), "ratio": round(ratio, 3)}
    finally:
        recording.read_record, declare.declare_records = kept
    return found
