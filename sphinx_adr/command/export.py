"""``sphinx-adr export``: the log for other programs and other readers."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO
from types import MappingProxyType

from ..exports.register import decision_document
from ..log.decision import Decision
from ..log.fields import FIELDS, traced
from .failure import FINE
from .formats.document import json_text
from .list import selected
from .reading import Documentation, read_documentation

COLUMNS = (
    "id",
    "title",
    "status",
    "authored_status",
    "in_force",
    "date",
    "deciders",
    "tags",
    "supersedes",
    "superseded_by",
    "current",
    "amends",
    "amended_by",
    "depends_on",
    "relates_to",
    "refines",
    "conflicts_with",
    "requirements",
    "drops",
    "choice",
    "alternatives",
    "review",
    "docname",
)
"""The columns of the CSV file: fields of decisions, as filters name them."""

_LONGEST = 300


def run(arguments: Namespace) -> int:
    """Prints the log."""
    read = read_documentation(arguments)
    chosen = selected(read, arguments.filter)
    sys.stdout.write(EXPORTS[arguments.format](read, chosen))
    return FINE


def _json(read: Documentation, decisions: Sequence[Decision]) -> str:
    """The document of ``decisions.json``, with the decisions that are wanted."""
    chosen = [decision_document(read.ledger, decision) for decision in decisions]
    return json_text(read.register | {"decisions": chosen}, sys.stdout)


def _csv(read: Documentation, decisions: Sequence[Decision]) -> str:
    """A line for each decision; several values of a field are joined by ``; ``."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for decision in decisions:
        values = (FIELDS[column](read.ledger, decision) for column in COLUMNS)
        writer.writerow([_cell(value) for value in values])
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def _markdown(read: Documentation, decisions: Sequence[Decision]) -> str:
    """A digest of the decisions in force, a line each: short enough to be read along with other text."""
    kept = [decision for decision in decisions if read.ledger.in_force(decision)]
    left_out = len(decisions) - len(kept)
    project = read.config.project
    head = f"# Decisions in force{f': {project}' if project else ''}\n\n"
    lines = "".join(f"- {' '.join(_digest(read, decision))}\n" for decision in kept)
    return (
        head + lines + (f"\n{left_out} more are pending, retired or of unknown status.\n" if left_out else "")
    )


def _digest(read: Documentation, decision: Decision) -> Iterator[str]:
    ledger = read.ledger
    label = f"{decision.id} {decision.title}".strip()
    yield f"**{label}**" + (f" ({decision.date})" if decision.date else "") + ":"
    text = " ".join((decision.summary or decision.anatomy.choice or "").split())
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    yield text if text.endswith((".", "!", "?", "…")) or not text else f"{text}."
    amended = FIELDS["amended_by"](ledger, decision)
    if isinstance(amended, tuple) and amended:
        yield f"Amended by {', '.join(amended)}."
    if requirements := traced(decision):
        yield f"[{', '.join(requirements)}]"


EXPORTS: Mapping[str, Callable[[Documentation, Sequence[Decision]], str]] = MappingProxyType(
    {"json": _json, "csv": _csv, "markdown": _markdown}
)
"""Each format by its name."""
