"""What is wrong with a decision log, and where: the codes and the record of one finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Every finding has one of these codes; in warnings it reads ``[adr.<code>]``.

    What each one means is in :data:`~sphinx_adr.log.catalogue.CATALOGUE`.
    """

    CONFIG_INVALID = "config-invalid"
    ID_DUPLICATE = "id-duplicate"
    ID_MALFORMED = "id-malformed"
    ID_MISSING = "id-missing"
    ID_GAP = "id-gap"
    TITLE_MISSING = "title-missing"
    TITLE_DISAGREES = "title-disagrees"
    STATUS_UNKNOWN = "status-unknown"
    STATUS_MISSING = "status-missing"
    DATE_INVALID = "date-invalid"
    DATE_MISSING = "date-missing"
    OPTION_UNKNOWN = "option-unknown"
    OPTION_INVALID = "option-invalid"
    COLUMN_UNKNOWN = "column-unknown"
    FILTER_INVALID = "filter-invalid"
    SECTION_CLAIMED_TWICE = "section-claimed-twice"
    SECTION_ABSENT = "section-absent"
    DECISION_NESTED = "decision-nested"
    PLACEHOLDER = "placeholder"
    DOCUMENT_UNREAD = "document-unread"
    OPTION_OUTSIDE = "option-outside"
    AMENDMENT_OUTSIDE = "amendment-outside"
    OPTIONS_TOO_FEW = "options-too-few"
    OPTION_NONE_CHOSEN = "option-none-chosen"
    SECTION_MISSING = "section-missing"
    LINK_DANGLING = "link-dangling"
    LINK_SELF = "link-self"
    LINK_CYCLE = "link-cycle"
    LINK_AMBIGUOUS = "link-ambiguous"
    LINK_PREMATURE = "link-premature"
    LINK_CONTRADICTORY = "link-contradictory"
    SUCCESSOR_MISSING = "successor-missing"
    CONFLICT_IN_FORCE = "conflict-in-force"
    REFERENCE_DANGLING = "reference-dangling"
    REFERENCE_AMBIGUOUS = "reference-ambiguous"
    REFERENCE_RETIRED = "reference-retired"
    TOCTREE_MISSING = "toctree-missing"
    REQUIREMENT_DUPLICATE = "requirement-duplicate"
    REQUIREMENT_MALFORMED = "requirement-malformed"
    REQUIREMENT_SOURCE = "requirement-source"
    REQUIREMENT_LOST = "requirement-lost"
    REQUIREMENT_UNCOVERED = "requirement-uncovered"
    REQUIREMENT_UNKNOWN = "requirement-unknown"
    REVIEW_OVERDUE = "review-overdue"
    PROPOSED_TOO_LONG = "proposed-too-long"
    SEAL_BROKEN = "sealed-changed"
    SEAL_LOST = "sealed-lost"
    SEAL_MISSING = "sealed-not"
    SEAL_INVALID = "seal-invalid"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in the sources.

    *source* is a file name, as docutils reports it; *line* counts from 1, or is 0 where no line is known.
    """

    source: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.source}:{self.line}" if self.line else self.source


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in a sentence, at a place."""

    code: Code
    message: str
    place: Place
