"""What became of the documents that are read as they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What became of one document that ``adr_documents`` names."""

    docname: str
    records: int
    conventions: tuple[str, ...] = ()
    unread: str | None = None
