"""``sphinx-adr show``: one decision with everything that follows from the others."""

from __future__ import annotations

import sys
import textwrap
from argparse import Namespace
from collections.abc import Iterator

from ..exports.register import decision_document
from ..log.decision import Decision
from ..log.fields import FIELDS, traced
from ..log.nearest import Nearest
from .failure import FINE, Failure
from .formats.document import json_text
from .places import shown_path
from .reading import Documentation, read_documentation
from .terminal import Style, styled

_FACTS = (
    ("status", "Status"),
    ("date", "Date"),
    ("review", "Review"),
    ("deciders", "Deciders"),
    ("consulted", "Consulted"),
    ("informed", "Informed"),
    ("tags", "Tags"),
    ("story", "Story"),
    ("supersedes", "Supersedes"),
    ("superseded_by", "Superseded by"),
    ("current", "Current"),
    ("amends", "Amends"),
    ("amended_by", "Amended by"),
    ("depends_on", "Depends on"),
    ("refines", "Refines"),
    ("relates_to", "Relates to"),
    ("conflicts_with", "Conflicts with"),
    ("formerly", "Formerly"),
)
"""The fields that are shown as a line each, and what they are called."""

_TEXTS = (("summary", "Summary"), ("choice", "Choice"), ("reason", "Reason"))
_WIDTH = 100


def run(arguments: Namespace) -> int:
    """Prints the decision."""
    read = read_documentation(arguments)
    decision = find(read, arguments.id)
    if arguments.format == "json":
        sys.stdout.write(json_text(decision_document(read.ledger, decision), sys.stdout))
    else:
        sys.stdout.write("\n".join(_lines(read, decision)) + "\n")
    return FINE


def find(read: Documentation, name: str) -> Decision:
    """The one decision that *name* means: an ID, a number, a former ID, a title."""
    found = read.ledger.find(name.strip())
    if not found:
        hint = Nearest(decision.id for decision in read.ledger if decision.id).hint(name)
        raise Failure(f"there is no decision {name!r}{hint or '.'}")
    if len(found) > 1:
        places = " and ".join(_place(one) for one in found)
        raise Failure(f"{name!r} can mean several decisions: {places}.")
    return found[0]


def _place(decision: Decision) -> str:
    return f"{shown_path(decision.place.source)}:{decision.place.line}"


def _lines(read: Documentation, decision: Decision) -> Iterator[str]:
    ledger = read.ledger
    title = f"{decision.id}: {decision.title}" if decision.id else decision.title
    yield styled(title, Style.STRONG, sys.stdout)
    facts = [("Place", _place(decision))]
    for field, name in _FACTS:
        value = FIELDS[field](ledger, decision)
        if field == "current" and value == (decision.label,):
            continue
        if value:
            facts.append((name, ", ".join(value) if isinstance(value, tuple) else str(value)))
        if field == "status" and decision.status_text and decision.status_text.casefold() != value:
            facts[-1] = (name, f"{value} (written: {decision.status_text})")
    widest = max(len(name) for name, _ in facts)
    yield from (f"{name.ljust(widest)}  {value}" for name, value in facts)
    if requirements := traced(decision):
        yield "\nRequirements"
        for identifier in requirements:
            row = read.answers.requirements[identifier]
            yield f"  {identifier} ({row.state}) {row.title}".rstrip()
    for field, name in _TEXTS:
        value = FIELDS[field](ledger, decision)
        if isinstance(value, str) and value:
            yield f"\n{name}"
            yield textwrap.fill(value, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    if decision.anatomy.options:
        yield "\nOptions"
        yield from (f"  {'*' if one.chosen else '-'} {one.name}" for one in decision.anatomy.options)
