"""``decisions.json``: the whole register with everything that follows from it, for other programs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from ..log.coverage import RequirementRow
from ..log.decision import Decision
from ..log.fields import linked_outside
from ..log.finding import Finding
from ..log.ledger import Ledger
from ..log.links import Key, Link, key_of
from ..log.vocabulary import LinkKind
from ..reading.existing.outcome import DocumentReading
from ..views import Answers

FORMAT_VERSION = 1

Document = dict[str, Any]

Value = TypeVar("Value")


class Rows(Sequence[Document], Generic[Value]):
    """The rows of a table, one for each of *values*, made when they are asked for: a register can be long."""

    def __init__(self, make: Callable[[Value], Document], values: Iterable[Value]) -> None:
        self._make = make
        self._values = tuple(values)

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Document]:
        return map(self._make, self._values)

    @overload
    def __getitem__(self, index: int) -> Document: ...

    @overload
    def __getitem__(self, index: slice) -> Rows[Value]: ...

    def __getitem__(self, index: int | slice) -> Document | Rows[Value]:
        if isinstance(index, slice):
            return Rows(self._make, self._values[index])
        return self._make(self._values[index])


def register(
    answers: Answers,
    findings: Iterable[Finding],
    *,
    project: str,
    version: str,
    srcdir: Path,
    uri: Callable[[str, str], str] | None = None,
    documents: Iterable[DocumentReading] = (),
) -> Document:
    """The register as a document of plain values, in the order that the format prescribes.

    *uri* gives the address of an anchor in a document, where the build has addresses.
    """
    ledger = answers.ledger
    return {
        "format_version": FORMAT_VERSION,
        "project": project,
        "version": version,
        "decisions": Rows(partial(decision_document, ledger), ledger),
        "requirements": Rows(partial(_requirement, uri), answers.requirements.values()),
        "problems": Rows(partial(_problem, srcdir), findings),
        "documents": [
            {
                "docname": reading.docname,
                "records": reading.records,
                "conventions": list(reading.conventions),
                "unread": reading.unread,
            }
            for reading in documents
        ],
    }


def dump(document: Document) -> str:
    """The text of the file."""
    parts = [f"{_encode(key)}: {_listed(value)}" for key, value in document.items()]
    return "{{\n{}\n}}\n".format(",\n".join(parts))


def listed(value: object) -> list[Document]:
    """*value*, which has to be rows, as a list: what JSON can hold."""
    if isinstance(value, Rows):
        return list(value)
    raise TypeError(f"{type(value).__name__} is nothing that a register holds")


_encode = json.JSONEncoder(ensure_ascii=False, default=listed).encode


def _listed(value: object) -> str:
    """*value*, if it is a list with each of its items on a line of its own: so versions can be compared."""
    if not isinstance(value, (list, Rows)):
        return _encode(value)
    return "[\n {}\n]".format(",\n ".join(map(_encode, value))) if value else "[]"


def write(path: Path, text: str) -> None:
    """Writes *text* beside *path* and puts it in its place, unless *path* holds it already.

    Raises :exc:`OSError`, which names the file; then *path* is as it was, and nothing else is left.
    """
    try:
        if path.read_text(encoding="utf-8") == text:
            return
    except (OSError, UnicodeDecodeError):
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise OSError(error.errno, f"{path.name} cannot be written: {error.strerror}") from error


def decision_document(ledger: Ledger, decision: Decision) -> Document:
    """What the register says of *decision*."""
    anatomy, key = decision.anatomy, key_of(decision)
    return {
        "id": decision.id or None,
        "title": decision.title,
        "status": decision.status,
        "status_text": decision.status_text,
        "phase": str(decision.phase),
        "effective_status": ledger.effective_status(decision),
        "in_force": ledger.in_force(decision),
        "current": [now.label for now in ledger.current(decision)]
        + [beyond.name for beyond in ledger.current_outside(decision)],
        "date": decision.date,
        "date_text": decision.date_text,
        "deciders": list(decision.deciders),
        "consulted": list(decision.consulted),
        "informed": list(decision.informed),
        "tags": list(decision.tags),
        "story": decision.story,
        "review": decision.review,
        "summary": decision.summary,
        "formerly": list(decision.formerly),
        "supersedes": [older.label for older in ledger.supersedes.get(key, ())]
        + [older.name for older in linked_outside(ledger, decision, "supersedes")],
        "superseded_by": [newer.label for newer in ledger.superseded_by.get(key, ())]
        + [newer.name for newer in ledger.superseded_outside.get(key, ())],
        "links": list(_links(ledger, key)),
        "requirements": [
            {"id": trace.requirement, "how": str(trace.how), "section": trace.section}
            for trace in decision.traces
        ],
        "drops": list(decision.drops),
        "choice": anatomy.choice,
        "options": [
            {
                "name": option.name,
                "chosen": option.chosen,
                "pros": list(option.pros),
                "cons": list(option.cons),
                "reason": option.reason,
            }
            for option in anatomy.options
        ],
        "drivers": list(anatomy.drivers),
        "consequences": {
            "positive": list(anatomy.consequences.positive),
            "negative": list(anatomy.consequences.negative),
            "neutral": list(anatomy.consequences.neutral),
        },
        "parts": [{"slug": part.slug, "title": part.title, "anchor": part.anchor} for part in decision.parts],
        "amendments": [{"date": added.date, "text": added.text} for added in decision.amendments],
        "docname": decision.docname,
        "anchor": decision.anchor,
        "line": decision.place.line,
        "declared": str(decision.declared),
    }


def _links(ledger: Ledger, key: Key) -> Iterator[Document]:
    """The links that leave a record, and those that lead to it from nowhere."""
    for link in ledger.links_of.get(key, ()):
        if link.source == key:
            yield _link(ledger, link, str(link.kind), link.target_name)
        elif link.source is None:
            inverse = {LinkKind.SUPERSEDES: "superseded-by", LinkKind.AMENDS: "amended-by"}
            yield _link(ledger, link, inverse.get(link.kind, str(link.kind)), link.source_name)


def _link(ledger: Ledger, link: Link, kind: str, target: str) -> Document:
    return {
        "kind": kind,
        "target": target,
        "part": link.part,
        "state": str(link.state),
        "authored_on": [ledger.by_key[author].label for author in link.authored_on],
    }


def _requirement(uri: Callable[[str, str], str] | None, row: RequirementRow) -> Document:
    declared = row.declared
    address = None
    if declared is not None:
        address = declared.uri
        if uri is not None and declared.docname and declared.anchor:
            address = uri(declared.docname, declared.anchor)
    return {
        "id": row.id,
        "title": row.title or None,
        "state": str(row.state),
        "decisions": [answer.decision.label for answer in row.answers],
        "dropped_by": [decision.label for decision in row.dropped_by],
        "source": declared.source if declared else None,
        "uri": address,
    }


def _problem(srcdir: Path, finding: Finding) -> Document:
    place = finding.place
    path = place.source
    if path and Path(path).is_absolute():
        path = Path(os.path.relpath(path, srcdir)).as_posix()
    return {"code": str(finding.code), "message": finding.message, "path": path, "line": place.line or None}
