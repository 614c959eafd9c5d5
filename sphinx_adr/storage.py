"""What is kept of each document between builds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

from . import __version__
from .log.shapes import shape
from .packed import Packed

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from .log.decision import Decision, Requirement, Trace
    from .log.finding import Finding, Place
    from .reading.existing.outcome import DocumentReading
    from .views import Question

_STORED = (
    "storage.py",
    "packed.py",
    "log/vocabulary.py",
    "log/decision.py",
    "log/finding.py",
    "reading/existing/outcome.py",
    "views/card.py",
    "views/graph.py",
    "views/index.py",
    "views/matrix.py",
    "views/options.py",
    "views/past.py",
    "views/reference.py",
    "views/tracing.py",
)
"""The modules whose records are kept with the environment; none of them is loaded before it is needed."""


class Storage(Domain):
    """The data of the domain.

    All of it is kept by document first, so that two documents may claim one ID, and purging and merging
    documents is exact.
    """

    initial_data: ClassVar[dict[str, Any]] = {
        "records": Packed(
            {
                "decisions": {},
                "requirements": {},
                "questions": {},
                "references": {},
                "findings": {},
                "documents": {},
                "mentions": {},
            }
        ),
        "engines": {},
    }
    data_version = shape(__package__, _STORED, __version__)

    @property
    def _records(self) -> dict[str, dict[str, Any]]:
        return cast("dict[str, dict[str, Any]]", self.data["records"].value)

    @property
    def decisions(self) -> dict[str, list[Decision]]:
        """The records that each document declares."""
        return cast("dict[str, list[Decision]]", self._records["decisions"])

    @property
    def declared_requirements(self) -> dict[str, list[Requirement]]:
        """The requirements that each document declares."""
        return cast("dict[str, list[Requirement]]", self._records["requirements"])

    @property
    def questions(self) -> dict[str, list[Question]]:
        """What each document shows of the log, but for the lineages at the ends of decisions."""
        return cast("dict[str, list[Question]]", self._records["questions"])

    @property
    def references(self) -> dict[str, list[tuple[str, str, Place]]]:
        """The references to decisions and requirements in the text of each document: role, target, place."""
        return cast("dict[str, list[tuple[str, str, Place]]]", self._records["references"])

    @property
    def findings(self) -> dict[str, list[Finding]]:
        """What was found wrong while each document was read."""
        return cast("dict[str, list[Finding]]", self._records["findings"])

    @property
    def documents(self) -> dict[str, DocumentReading]:
        """What became of each document that ``adr_documents`` names."""
        return cast("dict[str, DocumentReading]", self._records["documents"])

    @property
    def mentions(self) -> dict[str, dict[str, Sequence[Trace]]]:
        """The traces in the prose of needs that are decisions, by document and ID."""
        return cast("dict[str, dict[str, Sequence[Trace]]]", self._records["mentions"])

    @property
    def engines(self) -> dict[str, list[str]]:
        """For each document with graphs in layers, the engines that they name; an empty one where they leave it open.

        It is known without the records: each build must know whether Graphviz has a part in it.
        """
        return cast("dict[str, list[str]]", self.data["engines"])

    def note_finding(self, docname: str, finding: Finding) -> None:
        """Keeps a finding with the document in which it stands."""
        self.findings.setdefault(docname, []).append(finding)
        self.forget()

    def clear_doc(self, docname: str) -> None:
        for stored in (*self._records.values(), self.engines):
            stored.pop(docname, None)
        self.forget()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        pairs = [(self._records[name], found) for name, found in otherdata["records"].value.items()]
        for own, found in (*pairs, (self.engines, otherdata["engines"])):
            own.update((docname, found[docname]) for docname in docnames if docname in found)
        self.forget()

    def forget(self) -> None:
        """Drops what was derived from the records, after these changed."""
