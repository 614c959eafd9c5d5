"""What is kept of each document between builds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

from .log import decision, finding
from .log.decision import Decision, Requirement, Trace
from .log.finding import Finding, Place
from .log.shapes import shape
from .reading.existing import declare
from .reading.existing.declare import DocumentReading
from .views import (
    Question,
    card,
    graph,
    index,
    lineage,
    matrix,
    options,
    past,
    reference,
    tracing,
)

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

_STORED = (
    decision, finding, declare, card, graph, index, lineage, matrix, options, past, reference, tracing,
)  # fmt: skip
"""The modules whose records are kept with the environment."""


class Storage(Domain):
    """The data of the domain.

    All of it is kept by document first, so that two documents may claim one ID, and purging and merging
    documents is exact.
    """

    initial_data: ClassVar[dict[str, Any]] = {
        "decisions": {},
        "requirements": {},
        "questions": {},
        "references": {},
        "findings": {},
        "documents": {},
        "mentions": {},
    }
    data_version = shape(_STORED)

    @property
    def decisions(self) -> dict[str, list[Decision]]:
        """The records that each document declares."""
        return cast("dict[str, list[Decision]]", self.data["decisions"])

    @property
    def declared_requirements(self) -> dict[str, list[Requirement]]:
        """The requirements that each document declares."""
        return cast("dict[str, list[Requirement]]", self.data["requirements"])

    @property
    def questions(self) -> dict[str, list[Question]]:
        """What each document shows of the log."""
        return cast("dict[str, list[Question]]", self.data["questions"])

    @property
    def references(self) -> dict[str, list[tuple[str, str, Place]]]:
        """The references to decisions and requirements in the text of each document: role, target, place."""
        return cast("dict[str, list[tuple[str, str, Place]]]", self.data["references"])

    @property
    def findings(self) -> dict[str, list[Finding]]:
        """What was found wrong while each document was read."""
        return cast("dict[str, list[Finding]]", self.data["findings"])

    @property
    def documents(self) -> dict[str, DocumentReading]:
        """What became of each document that ``adr_documents`` names."""
        return cast("dict[str, DocumentReading]", self.data["documents"])

    @property
    def mentions(self) -> dict[str, dict[str, Sequence[Trace]]]:
        """The traces in the prose of needs that are decisions, by document and ID."""
        return cast("dict[str, dict[str, Sequence[Trace]]]", self.data["mentions"])

    def note_finding(self, docname: str, finding: Finding) -> None:
        """Keeps a finding with the document in which it stands."""
        self.findings.setdefault(docname, []).append(finding)

    def clear_doc(self, docname: str) -> None:
        for stored in self.data.values():
            if isinstance(stored, dict):
                stored.pop(docname, None)
        self.forget()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for name in self.initial_data:
            for docname in docnames:
                if docname in otherdata[name]:
                    self.data[name][docname] = otherdata[name][docname]
        self.forget()

    def forget(self) -> None:
        """Drops what was derived from the records, after these changed."""
