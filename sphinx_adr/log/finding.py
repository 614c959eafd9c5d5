"""What is wrong with a decision log, and where: the codes, what each one means, and one finding."""

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
    STATUS_CONTRADICTORY = "status-contradictory"
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
    SUPERSEDED_WITHOUT_SUCCESSOR = "superseded-without-successor"
    CONFLICT_IN_FORCE = "conflict-in-force"
    REFERENCE_DANGLING = "reference-dangling"
    REFERENCE_AMBIGUOUS = "reference-ambiguous"
    CITES_RETIRED = "cites-retired"
    NOT_IN_TOCTREE = "not-in-toctree"
    REQUIREMENT_DUPLICATE = "requirement-duplicate"
    REQUIREMENT_MALFORMED = "requirement-malformed"
    REQUIREMENT_SOURCE = "requirement-source"
    REQUIREMENT_LOST = "requirement-lost"
    REQUIREMENT_UNCOVERED = "requirement-uncovered"
    REQUIREMENT_UNKNOWN = "requirement-unknown"
    REVIEW_OVERDUE = "review-overdue"
    PROPOSED_TOO_LONG = "proposed-too-long"
    SEALED_CHANGED = "sealed-changed"
    SEALED_LOST = "sealed-lost"
    NOT_SEALED = "not-sealed"
    SEAL_INVALID = "seal-invalid"


class Severity(StrEnum):
    """What becomes of a finding."""

    OFF = "off"
    """It is not reported."""
    WARNING = "warning"
    """It is a warning of the build, and a problem in ``decisions.json``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The meaning of a code, in sentences that use double backquotes for literal text.

    *judges* tells the rules about how well a record is kept: ``adr_rules_since`` says where they begin.
    What is broken is reported wherever it stands.
    """

    sentence: str
    why: str
    remedy: str
    severity: Severity = Severity.WARNING
    judges: bool = False


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
    """One thing that is wrong, in a sentence, at a place.

    *record* is the document and the anchor of the decision that it is about, where its place is not that
    of the decision.
    """

    code: Code
    message: str
    place: Place
    record: tuple[str, str] | None = None
