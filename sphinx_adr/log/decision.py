"""The frozen records of a decision log, as authors wrote them; what follows from them is the ledger's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .finding import Place
from .vocabulary import UNKNOWN_STATUS, LinkKind, Phase


class Declared(StrEnum):
    """How a decision was declared."""

    DIRECTIVE = "directive"
    """By an ``adr`` directive with an argument: its body is the decision."""
    SECTION = "section"
    """By an ``adr`` directive without an argument: the section around it is the decision."""
    DOCUMENT = "document"
    """By ``adr_documents``: the document is read as it stands."""


class Tracing(StrEnum):
    """How a decision is tied to a requirement."""

    ADDRESSES = "addresses"
    """Declared in the ``requirements`` of the decision."""
    MENTIONS = "mentions"
    """Found in the prose of the decision."""


@dataclass(frozen=True, slots=True)
class AuthoredLink:
    """A link as one side states it: ``:superseded-by: ADR-0013`` is *supersedes*, *inverse*.

    *line* is the line of its words in the file of the decision; 0 where it is not known. Links that say the same
    are equal, wherever they stand.
    """

    kind: LinkKind
    target: str
    part: str | None = None
    inverse: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Trace:
    """A tie to a requirement; *section* is the slug of the section that mentions it, if any."""

    requirement: str
    how: Tracing
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """An option that was considered, with the reason for choosing it or for not choosing it."""

    name: str
    chosen: bool = False
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a decision that can be referred to and replaced on its own."""

    slug: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Consequences:
    """What follows from a decision, by its kind."""

    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What the text of a decision says beside its metadata."""

    choice: str | None = None
    options: tuple[Option, ...] = ()
    drivers: tuple[str, ...] = ()
    consequences: Consequences = Consequences()


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction that was added to a decision later; *date* is ISO 8601, *date_text* what the author wrote."""

    date: str | None
    date_text: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision as written.

    *id* is empty where the author gave none. *date* is ISO 8601, possibly with the precision of a month
    (``2025-11``) or a year; *date_text* is what the author wrote. *anchors* are other anchors that lead to
    it. *visible_if* holds the expressions of the ``only`` directives around the declaration: the decision
    exists in a build where all of them hold. *fingerprint* stands for its normative text. *ignored* are the
    codes whose findings about this record its author knows.
    """

    id: str
    title: str
    status: str = UNKNOWN_STATUS
    status_text: str | None = None
    phase: Phase = Phase.UNKNOWN
    date: str | None = None
    date_text: str | None = None
    deciders: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    story: str | None = None
    review: str | None = None
    summary: str | None = None
    formerly: tuple[str, ...] = ()
    links: tuple[AuthoredLink, ...] = ()
    traces: tuple[Trace, ...] = ()
    drops: tuple[str, ...] = ()
    anatomy: Anatomy = Anatomy()
    parts: tuple[Part, ...] = ()
    anchors: tuple[str, ...] = ()
    docname: str
    anchor: str
    place: Place
    declared: Declared = Declared.DIRECTIVE
    visible_if: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    fingerprint: str = ""
    ignored: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The ID, or the title of a decision that has none."""
        return self.id or self.title

    @property
    def addresses(self) -> tuple[str, ...]:
        """The IDs of the requirements that the decision declares to address."""
        return tuple(trace.requirement for trace in self.traces if trace.how is Tracing.ADDRESSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A requirement, where it is declared.

    *source* tells which kind of place declares it: ``directive``, ``document``, ``file`` or ``needs``.
    """

    id: str
    title: str
    docname: str | None = None
    anchor: str | None = None
    uri: str | None = None
    source: str = "directive"
    place: Place
    visible_if: tuple[str, ...] = ()
