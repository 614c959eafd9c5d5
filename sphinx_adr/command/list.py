"""``sphinx-adr list``: the decisions, or what became of the documents that are read as they stand."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from ..exports.register import decision_document
from ..log.decision import Decision
from ..log.fields import FIELDS
from ..log.filter_words import impossible_words
from ..log.ledger import Ledger
from ..log.query import FilterError, parse_filter, select
from .failure import FINE, Failure
from .formats.document import json_text
from .reading import Documentation, read_documentation
from .table import table
from .terminal import Style

_STYLES = {"in-force": Style.GOOD, "retired": Style.FAINT, "pending": Style.WARNING}


def run(arguments: Namespace) -> int:
    """Prints the decisions that the filter selects, or the documents."""
    read = read_documentation(arguments)
    if arguments.unread:
        documents = read.register["documents"]
        shown = json_text(documents, sys.stdout) if arguments.format == "json" else "".join(_documents(read))
    else:
        chosen = selected(read, arguments.filter)
        if arguments.format == "json":
            shown = json_text([decision_document(read.ledger, decision) for decision in chosen], sys.stdout)
        else:
            shown = "".join(_decisions(read.ledger, chosen))
            if not chosen:
                print("no decision fits the filter" if len(read.ledger) else "no decisions", file=sys.stderr)
    sys.stdout.write(shown)
    return FINE


def selected(read: Documentation, condition: str | None) -> Sequence[Decision]:
    """The decisions that *condition* holds for, in order; all where there is none."""
    if not condition:
        return read.ledger.decisions
    try:
        parsed = parse_filter(condition)
    except FilterError as error:
        raise Failure(_ended(str(error))) from error
    for problem in impossible_words(parsed, read.domain.reading.vocabulary.statuses):
        raise Failure(_ended(problem))
    return select(read.ledger, parsed, read.ledger.decisions)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith("?") else f"{sentence}."


def _decisions(ledger: Ledger, decisions: Sequence[Decision]) -> Iterator[str]:
    rows, styles = [], []
    for decision in decisions:
        status = ledger.effective_status(decision)
        names = FIELDS["current"](ledger, decision)
        now = ", ".join(name for name in names if name != decision.label) if isinstance(names, tuple) else ""
        title = f"{decision.title} (now {now})" if now else decision.title
        rows.append((decision.id or "-", status, decision.date or "-", title))
        styles.append(_STYLES.get(str(ledger.effective_phase(decision))))
    yield from table(("ID", "Status", "Date", "Title"), rows, sys.stdout, styles)


def _documents(read: Documentation) -> Iterator[str]:
    rows, styles = [], []
    for document in read.documents:
        path = read.files[document.docname].relative_to(read.source).as_posix()
        told = document.unread or ", ".join(document.conventions)
        rows.append((path, "unread" if document.unread else str(document.records), told))
        styles.append(Style.WARNING if document.unread else None)
    yield from table(("Document", "Records", "How, or why not"), rows, sys.stdout, styles)
    unread = sum(document.unread is not None for document in read.documents)
    if rows:
        print(f"{len(rows)} documents, {unread} of them unread", file=sys.stderr)
    else:
        print("adr_documents names no documents", file=sys.stderr)
