"""What a decision's own page says about it: the card, and the banner of a superseded one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..log.decision import Decision, Tracing
from ..log.ledger import Ledger
from ..log.links import Key, Link, LinkState, find_part, key_of
from ..log.vocabulary import LinkKind, Phase
from .answers import Answers
from .naming import Named, NamedRequirement, Names, named_outside
from .told import told


@told
@dataclass(frozen=True, slots=True, repr=False)
class LinkedDecision:
    """The other end of a link. *decision* is ``None`` where it does not exist, or is ambiguous.

    *part* is the name of the part that the link is about, on either end; *part_anchor* is its anchor where
    it is a part of this end.
    """

    name: str
    decision: Named | None
    part: str | None
    part_anchor: str | None
    state: str


@told
@dataclass(frozen=True, slots=True, repr=False)
class LinkGroup:
    """All links of one kind in one direction; *inverse* groups are stated by, or derived from, the others."""

    kind: str
    inverse: bool
    links: tuple[LinkedDecision, ...]


@told
@dataclass(frozen=True, slots=True, repr=False)
class Banner:
    """Where to read on.

    *current* are the decisions that apply now, also those of other documentations; *since* is the date of
    the only one; *chain* goes from the oldest to the newest, and is empty where it forks or is long.
    """

    current: tuple[Named, ...]
    since: str | None
    chain: tuple[Named, ...]


@told
@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """Everything that a decision's card shows.

    *requirements* are those that it is tied to, by how it is: ``addresses``, ``mentions``, and ``drops`` for
    those that it gives up on purpose.
    """

    decision: Named
    authored_status: str
    status_text: str | None
    date: str | None
    date_text: str | None
    review: str | None
    people: tuple[tuple[str, tuple[str, ...]], ...]
    summary: str | None
    tags: tuple[str, ...]
    story: str | None
    formerly: tuple[str, ...]
    links: tuple[LinkGroup, ...]
    requirements: tuple[tuple[str, tuple[NamedRequirement, ...]], ...]
    banner: Banner | None
    copies: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """Asks for the card of the record with this key; *summary* where nothing else on the page shows it."""

    docname: str
    anchor: str
    summary: bool = False

    def answer(self, answers: Answers) -> Card | None:
        """The card, or ``None`` where the record does not exist in this build."""
        ledger, names = answers.ledger, answers.names
        decision = ledger.by_key.get((self.docname, self.anchor))
        if decision is None:
            return None
        return Card(
            decision=names.of(decision),
            authored_status=decision.status,
            status_text=decision.status_text,
            date=decision.date,
            date_text=decision.date_text,
            review=decision.review,
            people=tuple(
                (role, people)
                for role in ("deciders", "consulted", "informed")
                if (people := getattr(decision, role))
            ),
            summary=decision.summary if self.summary else None,
            tags=decision.tags,
            story=decision.story,
            formerly=decision.formerly,
            links=tuple(_link_groups(names, decision)),
            requirements=tuple(_requirements(answers, decision)),
            banner=_banner(names, decision),
            copies=tuple(
                names.of(other)
                for other in (ledger.find(decision.id) if decision.id else ())
                if other is not decision
            ),
        )


def _requirements(answers: Answers, decision: Decision) -> Iterator[tuple[str, tuple[NamedRequirement, ...]]]:
    seen = set(decision.drops)
    for how in (Tracing.ADDRESSES, Tracing.MENTIONS):
        traced = dict.fromkeys(trace.requirement for trace in decision.traces if trace.how is how)
        if new := [name for name in traced if name not in seen]:
            seen.update(new)
            yield how.value, tuple(answers.names.requirement(answers.requirements[name]) for name in new)
    if decision.drops:
        yield "drops", tuple(_dropped(answers, name) for name in dict.fromkeys(decision.drops))


def _dropped(answers: Answers, name: str) -> NamedRequirement:
    """A requirement that was given up, whether anything declares it or not."""
    row = answers.requirements.get(name)
    return answers.names.requirement(row) if row else NamedRequirement(name, "", "unknown", None, None)


def _link_groups(names: Names, decision: Decision) -> Iterator[LinkGroup]:
    own = key_of(decision)
    links = names.ledger.links_of.get(own, ())
    for kind in LinkKind if links else ():
        here = [link for link in links if link.kind is kind]
        if kind.symmetric:
            groups = {False: here}
        else:
            groups = {
                False: [link for link in here if link.source == own],
                True: [link for link in here if link.source != own],
            }
        for inverse, group in groups.items():
            if group:
                yield LinkGroup(str(kind), inverse, tuple(_linked(names, own, link) for link in group))


def _linked(names: Names, own: Key, link: Link) -> LinkedDecision:
    ledger = names.ledger
    other, name = (link.target, link.target_name) if link.source == own else (link.source, link.source_name)
    if other is not None:
        decision: Named | None = names.of(ledger.by_key[other])
    else:
        decision = named_outside(link.outside) if link.outside else None
    older = ledger.by_key.get(link.target) if link.target else None
    anchor = find_part(older, link.part) if older and link.part else None
    title = next((p.title for p in older.parts if p.anchor == anchor), link.part) if older else link.part
    return LinkedDecision(name, decision, title, anchor if link.target == other else None, str(link.state))


def _banner(names: Names, decision: Decision) -> Banner | None:
    ledger, key = names.ledger, key_of(decision)
    if key not in ledger.superseded_by and key not in ledger.superseded_outside:
        return None
    current, outside = ledger.current(decision), ledger.current_outside(decision)
    since = current[0].date if len(current) == 1 and not outside else None
    return Banner(names.current(decision), since, names.all(() if outside else _chain(ledger, decision)))


_LONGEST_CHAIN = 7


def _chain(ledger: Ledger, decision: Decision) -> Sequence[Decision]:
    """The line of replacements through *decision*; empty where it forks or is longer than seven."""
    older, newer = [decision], [decision]
    while before := ledger.supersedes.get(key_of(older[-1]), ()):
        siblings = ledger.superseded_by[key_of(before[0])]
        if len(before) > 1 or len(siblings) > 1 or len(older) == _LONGEST_CHAIN:
            return ()
        older.append(before[0])
    while after := ledger.superseded_by.get(key_of(newer[-1]), ()):
        if len(after) > 1 or len(older) + len(newer) > _LONGEST_CHAIN:
            return ()
        newer.append(after[0])
    return (*reversed(older), *newer[1:])


def prospective(links: tuple[LinkGroup, ...]) -> tuple[Named, ...]:
    """The pending decisions that would supersede a decision with these links as a whole.

    A proposal that was itself superseded in the meantime is none of them.
    """
    return tuple(
        link.decision
        for group in links
        if group.inverse and group.kind == LinkKind.SUPERSEDES
        for link in group.links
        if link.decision and link.part is None and link.state == LinkState.PROSPECTIVE
        if link.decision.phase != Phase.RETIRED
    )
