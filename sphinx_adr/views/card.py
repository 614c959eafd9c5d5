"""What a decision's own page says about it: the card, and the banner of a superseded one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..log.decision import Decision, Tracing
from ..log.ledger import Ledger
from ..log.links import Key, Link, LinkState, find_part, key_of
from ..log.vocabulary import LinkKind
from .answers import Answers
from .naming import Named, NamedRequirement, all_named, named, named_outside, named_requirement


@dataclass(frozen=True, slots=True)
class LinkedDecision:
    """The other end of a link. *decision* is ``None`` where it does not exist, or is ambiguous.

    *part* is the name of the part that the link is about; *part_anchor* is set where that part exists.
    """

    name: str
    decision: Named | None
    part: str | None
    part_anchor: str | None
    state: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """All links of one kind in one direction; *inverse* groups are stated by, or derived from, the others."""

    kind: str
    inverse: bool
    links: tuple[LinkedDecision, ...]


@dataclass(frozen=True, slots=True)
class TracedRequirement:
    """A requirement that a decision addresses or mentions, or gives up on purpose."""

    requirement: NamedRequirement
    how: str


@dataclass(frozen=True, slots=True)
class Banner:
    """Where to read on: the *current* decisions, and the *chain* of replacements where it does not fork."""

    current: tuple[Named, ...]
    since: str | None
    chain: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that a decision's card shows."""

    decision: Named
    authored_status: str
    status_text: str | None
    date: str | None
    date_text: str | None
    review: str | None
    people: tuple[tuple[str, tuple[str, ...]], ...]
    tags: tuple[str, ...]
    story: str | None
    formerly: tuple[str, ...]
    links: tuple[LinkGroup, ...]
    requirements: tuple[TracedRequirement, ...]
    banner: Banner | None
    copies: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """Asks for the card of the record with this key."""

    docname: str
    anchor: str

    def answer(self, answers: Answers) -> Card | None:
        """The card, or ``None`` where the record does not exist in this build."""
        ledger = answers.ledger
        decision = ledger.by_key.get((self.docname, self.anchor))
        if decision is None:
            return None
        return Card(
            decision=named(ledger, decision),
            authored_status=decision.status,
            status_text=decision.status_text,
            date=decision.date,
            date_text=decision.date_text,
            review=decision.review,
            people=tuple(
                (role, names)
                for role in ("deciders", "consulted", "informed")
                if (names := getattr(decision, role))
            ),
            tags=decision.tags,
            story=decision.story,
            formerly=decision.formerly,
            links=tuple(_link_groups(ledger, decision)),
            requirements=tuple(_requirements(answers, decision)),
            banner=_banner(ledger, decision),
            copies=tuple(
                named(ledger, other)
                for other in (ledger.find(decision.id) if decision.id else ())
                if other is not decision
            ),
        )


def _requirements(answers: Answers, decision: Decision) -> Iterator[TracedRequirement]:
    seen: set[str] = set()
    for trace in sorted(decision.traces, key=lambda trace: trace.how is not Tracing.ADDRESSES):
        if trace.requirement not in seen and trace.requirement not in decision.drops:
            seen.add(trace.requirement)
            yield TracedRequirement(named_requirement(answers.requirements[trace.requirement]), str(trace.how))
    for dropped in decision.drops:
        row = answers.requirements.get(dropped)
        known = named_requirement(row) if row else NamedRequirement(dropped, "", "unknown", None, None)
        yield TracedRequirement(known, "drops")


def _link_groups(ledger: Ledger, decision: Decision) -> Iterator[LinkGroup]:
    own = key_of(decision)
    links = ledger.links_of.get(own, ())
    for kind in LinkKind:
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
                yield LinkGroup(str(kind), inverse, tuple(_linked(ledger, own, link) for link in group))


def _linked(ledger: Ledger, own: Key, link: Link) -> LinkedDecision:
    other, name = (link.target, link.target_name) if link.source == own else (link.source, link.source_name)
    if other is not None:
        decision: Named | None = named(ledger, ledger.by_key[other])
    else:
        decision = named_outside(link.outside) if link.outside else None
    older = ledger.by_key.get(link.target) if link.target else None
    anchor = find_part(older, link.part) if older and link.part else None
    title = next((p.title for p in older.parts if p.anchor == anchor), link.part) if older else link.part
    return LinkedDecision(name, decision, title, anchor, str(link.state))


def _banner(ledger: Ledger, decision: Decision) -> Banner | None:
    key = key_of(decision)
    outside = [named_outside(found) for found in ledger.superseded_outside.get(key, ())]
    if key not in ledger.superseded_by and not outside:
        return None
    current = ledger.current(decision) if key in ledger.superseded_by else []
    since = current[0].date if len(current) == 1 and not outside else None
    return Banner((*all_named(ledger, current), *outside), since, _chain(ledger, decision))


def _chain(ledger: Ledger, decision: Decision) -> tuple[Named, ...]:
    """The line of replacements through *decision*; empty where it forks or has more than seven members."""
    line = [decision]
    while before := ledger.supersedes.get(key_of(line[0]), ()):
        if len(before) > 1 or len(line) > 7:
            return ()
        line.insert(0, before[0])
    while after := ledger.superseded_by.get(key_of(line[-1]), ()):
        if len(after) > 1 or len(line) > 7:
            return ()
        line.append(after[0])
    return all_named(ledger, line)


def prospective(links: tuple[LinkGroup, ...]) -> tuple[Named, ...]:
    """The pending decisions that would supersede a decision with these links as a whole."""
    return tuple(
        link.decision
        for group in links
        if group.inverse and group.kind == LinkKind.SUPERSEDES
        for link in group.links
        if link.decision and link.part is None and link.state == LinkState.PROSPECTIVE
    )


