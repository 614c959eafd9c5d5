"""What became of the documents that ``adr_documents`` names, at a glance, as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..reading.existing.outcome import DocumentReading


def overview(readings: Sequence[DocumentReading]) -> Iterator[str]:
    """How many documents were read, by which conventions, and what was left unread; nothing without documents."""
    if not readings:
        return
    read = [reading for reading in readings if reading.unread is None]
    records = sum(reading.records for reading in read)
    yield f"documents as they stand: {len(read)} of {len(readings)} read, {_count(records, 'decision')}"
    found = Counter(convention for reading in read for convention in reading.conventions)
    for convention, count in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6}  {convention}"
    unread = [reading for reading in readings if reading.unread is not None]
    if unread:
        yield f"left unread: {len(unread)}"
        width = max(len(reading.docname) for reading in unread)
        for reading in unread:
            yield f"        {reading.docname:{width}}  {reading.unread}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
