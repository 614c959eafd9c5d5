"""What is wrong with a decision log, and where: the codes and the record of one finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Every finding has one of these codes; in warnings it reads ``[adr.<code>]``."""

    CONFIG_INVALID = "config-invalid"
    """A setting in ``conf.py`` has a value that cannot be used; its default is used instead."""
    ID_DUPLICATE = "id-duplicate"
    """Two decisions claim the same ID. Both stay listed; nothing links to either of them by guess."""
    ID_MALFORMED = "id-malformed"
    """An ID contains blanks, control characters or punctuation that no inventory can hold."""
    ID_MISSING = "id-missing"
    """A decision has no ID: neither in its argument or heading, nor in ``:id:``, nor in its file name."""
    TITLE_MISSING = "title-missing"
    """A decision has no title."""
    STATUS_UNKNOWN = "status-unknown"
    """The status is no word of the vocabulary; ``adr_statuses`` adds words."""
    DATE_INVALID = "date-invalid"
    """A date is impossible, or is not of the form ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``."""
    OPTION_UNKNOWN = "option-unknown"
    """A directive was given an option that it does not have."""
    OPTION_INVALID = "option-invalid"
    """An option of a directive has a value that it cannot take."""
    COLUMN_UNKNOWN = "column-unknown"
    """A view names a column that no decision has."""
    FILTER_INVALID = "filter-invalid"
    """A ``:filter:`` does not parse, or names an unknown field; the view shows everything."""
    SECTION_CLAIMED_TWICE = "section-claimed-twice"
    """Two ``adr`` directives without an argument stand in one section; the first one counts."""
    SECTION_ABSENT = "section-absent"
    """An ``adr`` directive without an argument stands outside any section."""
    DECISION_NESTED = "decision-nested"
    """A decision stands inside another one. Both are recorded."""
    PLACEHOLDER = "placeholder"
    """Text of a template was left in place of a value."""
    DOCUMENT_UNREAD = "document-unread"
    """A document that ``adr_documents`` names holds nothing that is understood as a decision."""
    OPTION_OUTSIDE = "option-outside"
    """An ``adr-option`` stands outside any decision."""
    LINK_DANGLING = "link-dangling"
    """A link names a decision, or a part of one, that does not exist."""
    LINK_SELF = "link-self"
    """A decision links to itself."""
    LINK_CYCLE = "link-cycle"
    """Decisions supersede each other in a circle; nothing is derived through it."""
    LINK_AMBIGUOUS = "link-ambiguous"
    """A link names an ID that more than one decision has."""
    REFERENCE_DANGLING = "reference-dangling"
    """A role in the text refers to a decision or requirement that does not exist."""
    REFERENCE_AMBIGUOUS = "reference-ambiguous"
    """A role in the text refers to an ID that more than one decision has."""
    REQUIREMENT_DUPLICATE = "requirement-duplicate"
    """Two places declare the same requirement; the first one counts."""
    REQUIREMENT_MALFORMED = "requirement-malformed"
    """A requirement's ID contains blanks, control characters or punctuation."""
    REQUIREMENT_SOURCE = "requirement-source"
    """A source of requirements cannot be read, or not from some line on."""
    REQUIREMENT_UNKNOWN = "requirement-unknown"
    """A decision addresses a requirement that no source declares, although sources exist."""


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
