"""Links between records: what each side states, joined into one link with a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .decision import AuthoredLink, Decision
from .identifiers import slug
from .names import shown_name
from .supersession import strongly_connected
from .vocabulary import NEVER_IN_FORCE, LinkKind, Phase

Key = tuple[str, str]
"""What tells one record from all others, also from one that claims its ID: document name and anchor."""


def key_of(decision: Decision) -> Key:
    """The key of a record."""
    return (decision.docname, decision.anchor)


class LinkState(StrEnum):
    """What a link does."""

    EFFECTIVE = "effective"
    """It counts: the newer decision is, or once was, in force."""
    PROSPECTIVE = "prospective"
    """It will count when the newer decision, which is pending, is accepted."""
    VOID = "void"
    """It never counts: the newer decision was rejected, or the link is one of a circle."""
    DANGLING = "dangling"
    """Its target, or the part of it, does not exist."""
    AMBIGUOUS = "ambiguous"
    """Its target is an ID that several decisions have."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A decision of another documentation, known from its inventory."""

    name: str
    title: str
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link between two records, said from the side of the newer one (*source*).

    *source* is ``None`` where the newer side is no record here, *target* likewise for the older side;
    *source_name* and *target_name* then hold what the author wrote, and *outside* what another
    documentation knows of it. *authored_on* names the records that state the link, and *line* is
    the line on which the first of them does, or 0.
    """

    kind: LinkKind
    source: Key | None
    source_name: str
    target: Key | None
    target_name: str
    part: str | None
    state: LinkState
    authored_on: tuple[Key, ...]
    outside: Outside | None = None
    circular: bool = False
    line: int = field(default=0, compare=False)

    @property
    def whole(self) -> bool:
        """Whether this supersedes a decision as a whole."""
        return self.kind is LinkKind.SUPERSEDES and self.part is None

    @property
    def replaces(self) -> bool:
        """Whether this is an effective supersession of a whole decision."""
        return self.whole and self.state is LinkState.EFFECTIVE


def find_part(decision: Decision, part: str) -> str | None:
    """The anchor of a part of *decision*, named by its slug, its title or its anchor.

    Anchors are made of the words in the source: a name from there holds where the heading is translated.
    """
    wanted = slug(part)
    for candidate in decision.parts:
        if part == candidate.anchor or wanted in (candidate.slug, slug(candidate.title)):
            return candidate.anchor
    in_source = f"{decision.anchor}-{wanted}"
    return next((candidate.anchor for candidate in decision.parts if candidate.anchor == in_source), None)


@dataclass(frozen=True, slots=True)
class _Statement:
    """One side's word for a link, resolved."""

    author: Decision
    authored: AuthoredLink
    other: Decision | None
    several: bool
    outside: Outside | None

    @property
    def newer(self) -> Decision | None:
        """The newer side, where it is a record here."""
        return self.other if self.authored.inverse else self.author

    @property
    def older(self) -> Decision | None:
        """The older side, where it is a record here."""
        return self.author if self.authored.inverse else self.other

    @property
    def ends(self) -> tuple[Key | str, Key | str]:
        """The newer and the older side: a key where it is a record here, else what was written."""
        here, there = key_of(self.author), key_of(self.other) if self.other else self.authored.target
        return (there, here) if self.authored.inverse else (here, there)

    @property
    def identity(self) -> tuple[LinkKind, frozenset[Key | str] | tuple[Key | str, Key | str]]:
        """What statements of one link have in common."""
        kind = self.authored.kind
        return kind, frozenset(self.ends) if kind.symmetric else self.ends

    @property
    def part(self) -> str | None:
        """The part of the older side that the link is about.

        The older side may name a section of the newer one, as in ``superseded-by: ADR-0013#storage``: then
        the link is about the whole of the older side.
        """
        part = self.authored.part
        if part is None or not self.authored.inverse:
            return part
        return part if self.other is not None and find_part(self.other, part) is None else None

    @property
    def state(self) -> LinkState:
        """What the link does, as far as this statement of it tells."""
        if self.several:
            return LinkState.AMBIGUOUS
        if self.other is None and self.outside is None:
            return LinkState.DANGLING
        if self.part is not None and self.older is not None and find_part(self.older, self.part) is None:
            return LinkState.DANGLING
        if self.newer is None or self.authored.kind not in (LinkKind.SUPERSEDES, LinkKind.AMENDS):
            return LinkState.EFFECTIVE
        return _what_it_does(self.newer)


def join_links(
    decisions: Iterable[Decision],
    find: Callable[[str], Sequence[Decision]],
    outsiders: Mapping[str, Outside],
) -> tuple[Link, ...]:
    """Every link once, whichever side states it, in the order of the first statement.

    *find* gives all decisions that a name can mean. Links of a decision to itself are left out. Where both
    sides state a link, the newer side says which parts of the older decision it is about.
    """
    statements: dict[object, list[_Statement]] = {}
    for author in decisions:
        for authored in author.links:
            candidates = find(authored.target)
            other = candidates[0] if len(candidates) == 1 else None
            if other is not None and key_of(other) == key_of(author):
                continue
            outside = None if candidates else outsiders.get(authored.target)
            statement = _Statement(author, authored, other, len(candidates) > 1, outside)
            statements.setdefault(statement.identity, []).append(statement)
    return _without_circles([link for group in statements.values() for link in _links_of(group)])


def _links_of(group: Sequence[_Statement]) -> Iterable[Link]:
    authors = tuple(dict.fromkeys(key_of(statement.author) for statement in group))
    for said in _deciding(group):
        newer, older = said.ends
        names = {key_of(one): one.label for one in (said.author, said.other) if one is not None}
        yield Link(
            kind=said.authored.kind,
            source=newer if isinstance(newer, tuple) else None,
            source_name=names[newer] if isinstance(newer, tuple) else shown_name(newer),
            target=older if isinstance(older, tuple) else None,
            target_name=names[older] if isinstance(older, tuple) else shown_name(older),
            part=said.part,
            state=said.state,
            authored_on=authors,
            outside=said.outside,
            line=(said if said.author is group[0].author else group[0]).authored.line,
        )


def _deciding(group: Sequence[_Statement]) -> Iterable[_Statement]:
    """The statements of one link that decide what it is about, one for each part."""
    if group[0].authored.kind.symmetric:
        deciding = [said for said in group if said.part is not None] or group[:1]
    else:
        deciding = [said for said in group if not said.authored.inverse] or group
    parts: dict[object, _Statement] = {}
    for said in deciding:
        anchor = find_part(said.older, said.part) if said.older and said.part else None
        parts.setdefault((said.ends, anchor or said.part), said)
    return parts.values()


def _what_it_does(newer: Decision) -> LinkState:
    """The state of a supersession or an amendment by *newer*."""
    if newer.status in NEVER_IN_FORCE:
        return LinkState.VOID
    if newer.phase in (Phase.IN_FORCE, Phase.RETIRED):
        return LinkState.EFFECTIVE
    return LinkState.PROSPECTIVE


def _without_circles(links: Sequence[Link]) -> tuple[Link, ...]:
    """*links*, where supersessions that run in a circle are void, also those not effective yet."""

    def counts(link: Link) -> bool:
        return link.whole and link.state in (LinkState.EFFECTIVE, LinkState.PROSPECTIVE)

    edges = [(link.source, link.target) for link in links if counts(link) and link.source and link.target]
    nodes = dict.fromkeys(key for edge in edges for key in edge)
    circle = {key: number for number, group in enumerate(strongly_connected(nodes, edges)) for key in group}
    if not circle:
        return tuple(links)

    def runs_in_one(link: Link) -> bool:
        within = circle.get(link.source) if link.source else None
        return within is not None and link.target is not None and circle.get(link.target) == within

    return tuple(
        replace(link, state=LinkState.VOID, circular=True) if counts(link) and runs_in_one(link) else link
        for link in links
    )
