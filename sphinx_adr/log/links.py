"""Links between records: what each side states, joined into one link with a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from .decision import AuthoredLink, Decision
from .identifiers import slug
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
    documentation knows of it. *authored_on* names the records that state the link.
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

    @property
    def whole(self) -> bool:
        """Whether this supersedes a decision as a whole."""
        return self.kind is LinkKind.SUPERSEDES and self.part is None

    @property
    def replaces(self) -> bool:
        """Whether this is an effective supersession of a whole decision."""
        return self.whole and self.state is LinkState.EFFECTIVE


def find_part(decision: Decision, part: str) -> str | None:
    """The anchor of a part of *decision*, named by its slug, its title or its anchor."""
    wanted = slug(part)
    for candidate in decision.parts:
        if part == candidate.anchor or wanted in (candidate.slug, slug(candidate.title)):
            return candidate.anchor
    return None


@dataclass(frozen=True, slots=True)
class _Statement:
    """One side's word for a link, resolved."""

    author: Decision
    authored: AuthoredLink
    other: Decision | None
    several: bool
    outside: Outside | None

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


def join_links(
    decisions: Iterable[Decision],
    find: Callable[[str], Sequence[Decision]],
    outsiders: Mapping[str, Outside],
) -> tuple[Link, ...]:
    """Every link once, whichever side states it, in the order of the first statement.

    *find* gives all decisions that a name can mean. Links of a decision to itself are left out. Where both
    sides state a link, the newer side says which part of the older decision it replaces.
    """
    statements: dict[object, list[_Statement]] = {}
    for author in decisions:
        for authored in author.links:
            candidates = find(authored.target)
            other = candidates[0] if len(candidates) == 1 else None
            if author in candidates:
                continue
            outside = None if candidates else outsiders.get(authored.target)
            statement = _Statement(author, authored, other, len(candidates) > 1, outside)
            statements.setdefault(statement.identity, []).append(statement)
    return _without_circles([link for group in statements.values() for link in _links_of(group)])


def _links_of(group: Sequence[_Statement]) -> Iterable[Link]:
    first = group[0]
    forward = [statement for statement in group if not statement.authored.inverse]
    parts = dict.fromkeys(statement.authored.part for statement in forward) or {None: None}
    newer, older = first.ends
    author, other = first.author, first.other
    names = {key_of(author): author.label} | ({key_of(other): other.label} if other else {})
    for part in parts:
        yield Link(
            kind=first.authored.kind,
            source=newer if isinstance(newer, tuple) else None,
            source_name=names[newer] if isinstance(newer, tuple) else newer,
            target=older if isinstance(older, tuple) else None,
            target_name=names[older] if isinstance(older, tuple) else older,
            part=part,
            state=_state(first, part),
            authored_on=tuple(dict.fromkeys(key_of(statement.author) for statement in group)),
            outside=first.outside,
        )


def _state(statement: _Statement, part: str | None) -> LinkState:
    other, inverse = statement.other, statement.authored.inverse
    if statement.several:
        return LinkState.AMBIGUOUS
    if other is None and statement.outside is None:
        return LinkState.DANGLING
    older = statement.author if inverse else other
    if part is not None and older is not None and find_part(older, part) is None:
        return LinkState.DANGLING
    newer = other if inverse else statement.author
    if newer is None or statement.authored.kind not in (LinkKind.SUPERSEDES, LinkKind.AMENDS):
        return LinkState.EFFECTIVE
    return _what_it_does(newer)


def _what_it_does(newer: Decision) -> LinkState:
    """The state of a supersession or an amendment by *newer*."""
    if newer.status in NEVER_IN_FORCE:
        return LinkState.VOID
    if newer.phase in (Phase.IN_FORCE, Phase.RETIRED):
        return LinkState.EFFECTIVE
    return LinkState.PROSPECTIVE


def _without_circles(links: Sequence[Link]) -> tuple[Link, ...]:
    """*links*, where those that run in a circle of effective supersessions are void."""
    edges = [(link.source, link.target) for link in links if link.replaces and link.source and link.target]
    nodes = dict.fromkeys(key for edge in edges for key in edge)
    circle = {key: number for number, group in enumerate(strongly_connected(nodes, edges)) for key in group}
    if not circle:
        return tuple(links)
    return tuple(
        replace(link, state=LinkState.VOID, circular=True)
        if link.replaces and link.source in circle and circle[link.source] == circle.get(link.target or ("", ""))
        else link
        for link in links
    )
