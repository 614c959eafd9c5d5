"""All records together: links in both directions, what is in force, and what is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .decision import Decision, Requirement
from .identifiers import sort_key
from .inheritance import decision_content, requirement_content, trace_copies
from .links import Key, Link, LinkState, Outside, join_links, key_of
from .names import Labels, Names
from .supersession import ends_of_chains, strongly_connected
from .vocabulary import SUPERSEDED, LinkKind, Phase


@dataclass(frozen=True)
class Ledger:
    """Every decision of a documentation, in order, and everything that follows from them together.

    *outsiders* holds what is known of targets of the form ``project:ID``, *labels* the labels of the
    documentation; *today* is the day of the build in ISO 8601.
    """

    records: Iterable[Decision] = ()
    declared_requirements: Iterable[Requirement] = ()
    outsiders: Mapping[str, Outside] = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)
    today: str = ""

    @cached_property
    def _originals(self) -> tuple[Sequence[Decision], Sequence[tuple[Decision, Decision]]]:
        """The decisions; and the copies in inherited docstrings, each with its original."""
        ordered = sorted(self.records, key=lambda d: (d.docname, d.place.line, d.anchor))
        return trace_copies(ordered, decision_content)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """All records, by ID with numbers as numbers, then by document and line."""
        originals, _ = self._originals
        return tuple(sorted(originals, key=lambda d: sort_key(d.id)))

    @cached_property
    def by_key(self) -> Mapping[Key, Decision]:
        """Each record by its key; the key of a copy in an inherited docstring leads to the original."""
        _, copies = self._originals
        found = {key_of(decision): decision for decision in self.decisions}
        return found | {key_of(copy): original for copy, original in copies}

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """The declared requirements, by document and line; the first one that claims an ID counts."""
        # By the fields of their places: there can be thousands, and places are slow to compare.
        ordered = sorted(
            self.declared_requirements,
            key=lambda r: (
                r.docname or "",
                r.place.source,
                r.place.line,
                r.id,
                r.anchor or "",
                r.uri or "",
                r.title,
                r.source,
            ),
        )
        return trace_copies(ordered, requirement_content)[0]

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.decisions)

    def __len__(self) -> int:
        return len(self.decisions)

    # -- names ------------------------------------------------------------------------------------------

    @cached_property
    def names(self) -> Names:
        """The directory of all names that the decisions go by."""
        return Names(self.decisions, self.labels)

    def find(self, name: str) -> Sequence[Decision]:
        """The decisions that *name* can mean; more than one is an ambiguity."""
        return self.names.find(name)

    @cached_property
    def duplicates(self) -> tuple[tuple[Decision, ...], ...]:
        """The groups of records that claim one ID, each group by document and line."""
        return tuple(tuple(group) for group in self.names.by_id.values() if len(group) > 1)

    # -- links ------------------------------------------------------------------------------------------

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link once, whichever side states it."""
        return join_links(self.decisions, self.find, self.outsiders)

    @cached_property
    def links_of(self) -> Mapping[Key, Sequence[Link]]:
        """For each record the links that leave it or lead to it."""
        found: dict[Key, list[Link]] = {}
        for link in self.links:
            for key in (link.source, link.target):
                if key is not None:
                    found.setdefault(key, []).append(link)
        return found

    def linked(self, decision: Decision, kind: LinkKind, *, inverse: bool) -> Sequence[Decision]:
        """The other ends of the effective links of *kind*; of those to *decision* where *inverse*."""
        own, found = key_of(decision), dict[Key, Decision]()
        for link in self.links_of.get(own, ()):
            if link.kind is kind and link.state is LinkState.EFFECTIVE and link.source and link.target:
                here, other = (link.target, link.source) if inverse else (link.source, link.target)
                if kind.symmetric and here != own:
                    other = here
                elif here != own:
                    continue
                found[other] = self.by_key[other]
        return list(found.values())

    @cached_property
    def cycles(self) -> Sequence[Sequence[Decision]]:
        """The circles of decisions that supersede each other, in the order of the decisions."""
        circular = [link for link in self.links if link.circular]
        edges = [(link.source, link.target) for link in circular if link.source and link.target]
        involved = {key for edge in edges for key in edge}
        groups = strongly_connected([key for key in map(key_of, self.decisions) if key in involved], edges)
        return [[self.by_key[key] for key in group] for group in groups]

    @cached_property
    def superseded_by(self) -> Mapping[Key, Sequence[Decision]]:
        """For each record that decisions here effectively supersede as a whole, these."""
        found: dict[Key, list[Decision]] = {}
        for link in self.links:
            if link.replaces and link.target and link.source:
                found.setdefault(link.target, []).append(self.by_key[link.source])
        return found

    @cached_property
    def supersedes(self) -> Mapping[Key, Sequence[Decision]]:
        """For each record what it effectively supersedes as a whole."""
        found: dict[Key, list[Decision]] = {}
        for link in self.links:
            if link.replaces and link.target and link.source:
                found.setdefault(link.source, []).append(self.by_key[link.target])
        return found

    @cached_property
    def superseded_outside(self) -> Mapping[Key, Sequence[Outside]]:
        """For each record that decisions of another documentation supersede, these."""
        found: dict[Key, list[Outside]] = {}
        for link in self.links:
            if link.replaces and link.target and link.source is None and link.outside:
                found.setdefault(link.target, []).append(link.outside)
        return found

    # -- what follows -----------------------------------------------------------------------------------

    @cached_property
    def _replaced(self) -> frozenset[Key]:
        return frozenset(self.superseded_by) | frozenset(self.superseded_outside)

    def _is_replaced(self, decision: Decision) -> bool:
        return key_of(decision) in self._replaced

    def effective_status(self, decision: Decision) -> str:
        """``superseded`` where an effective supersession of the whole exists; else as the author says."""
        return SUPERSEDED if self._is_replaced(decision) else decision.status

    def effective_phase(self, decision: Decision) -> Phase:
        """The phase of the effective status."""
        return Phase.RETIRED if self._is_replaced(decision) else decision.phase

    def in_force(self, decision: Decision) -> bool:
        """Whether the decision is to be followed now."""
        return self.effective_phase(decision) is Phase.IN_FORCE

    @cached_property
    def _ends(self) -> Mapping[Key | Outside, Sequence[Key | Outside]]:
        successors: dict[Key | Outside, list[Key | Outside]] = {}
        for key, newer in self.superseded_by.items():
            successors.setdefault(key, []).extend(map(key_of, newer))
        for key, beyond in self.superseded_outside.items():
            successors.setdefault(key, []).extend(beyond)
        outside = {found for beyond in self.superseded_outside.values() for found in beyond}
        beyond_here = sorted(outside, key=lambda found: (found.name, found.uri))
        ordered: list[Key | Outside] = [*map(key_of, self.decisions), *beyond_here]
        return ends_of_chains(successors, {end: position for position, end in enumerate(ordered)})

    def current(self, decision: Decision) -> Sequence[Decision]:
        """The decisions at the ends of the chain of effective supersessions, all of them where it forks.

        A decision that nothing supersedes is its own current one while it is in force; a pending or a
        retired one that nothing supersedes has none.
        """
        if ends := self._ends.get(key_of(decision)):
            return [self.by_key[end] for end in ends if isinstance(end, tuple)]
        return [decision] if self.in_force(decision) else []

    def current_outside(self, decision: Decision) -> Sequence[Outside]:
        """The ends of the chain of effective supersessions that lie in other documentations."""
        return [end for end in self._ends.get(key_of(decision), ()) if isinstance(end, Outside)]
