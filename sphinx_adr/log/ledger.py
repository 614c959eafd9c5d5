"""All records together: links in both directions, what is in force, and what is current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .decision import Decision, Requirement
from .identifiers import normal_id, sort_key
from .links import Key, Link, Outside, join_links, key_of
from .supersession import ends_of_chains, strongly_connected
from .vocabulary import SUPERSEDED, Phase


@dataclass(frozen=True)
class Ledger:
    """Every decision of a documentation, in order, and everything that follows from them together.

    *outsiders* holds what is known of targets of the form ``project:ID``.
    """

    records: Iterable[Decision] = ()
    declared_requirements: Sequence[Requirement] = ()
    outsiders: Mapping[str, Outside] = field(default_factory=dict)

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """All records, by ID with numbers as numbers, then by document and line."""
        return tuple(
            sorted(self.records, key=lambda d: (sort_key(d.id), d.id, d.docname, d.place.line, d.anchor))
        )

    @cached_property
    def by_key(self) -> Mapping[Key, Decision]:
        """Each record by its key."""
        return {key_of(decision): decision for decision in self.decisions}

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.decisions)

    def __len__(self) -> int:
        return len(self.decisions)

    # -- names ------------------------------------------------------------------------------------------

    @cached_property
    def _names(self) -> tuple[Mapping[str, Sequence[Decision]], ...]:
        exact: dict[str, list[Decision]] = {}
        former: dict[str, list[Decision]] = {}
        normal: dict[str, list[Decision]] = {}
        documents: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            documents.setdefault(decision.docname, []).append(decision)
            if decision.id:
                exact.setdefault(decision.id, []).append(decision)
                normal.setdefault(normal_id(decision.id), []).append(decision)
            for name in decision.formerly:
                former.setdefault(name, []).append(decision)
        return exact, former, normal, documents

    def find(self, name: str) -> Sequence[Decision]:
        """The decisions that *name* can mean: an ID, a former ID, an ID spelled otherwise, or a document.

        The first of these four that knows the name decides; more than one decision is an ambiguity.
        """
        exact, former, normal, documents = self._names
        document = name.lstrip("/")
        for suffix in (".rst", ".md", ".html", ".txt"):
            document = document.removesuffix(suffix)
        tables = ((exact, name), (former, name), (normal, normal_id(name)), (documents, document))
        return next((found for table, spelled in tables if (found := table.get(spelled))), ())

    @cached_property
    def duplicates(self) -> tuple[tuple[Decision, ...], ...]:
        """The groups of records that claim one ID, each group by document and line."""
        return tuple(
            tuple(sorted(group, key=lambda d: (d.docname, d.place.line)))
            for group in self._names[0].values()
            if len(group) > 1
        )

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

    @cached_property
    def cycles(self) -> Sequence[Sequence[Decision]]:
        """The circles of decisions that supersede each other."""
        edges = [(link.source, link.target) for link in self.links if link.circular and link.source and link.target]
        groups = strongly_connected(dict.fromkeys(key for edge in edges for key in edge), edges)
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

    def _is_replaced(self, decision: Decision) -> bool:
        key = key_of(decision)
        return key in self.superseded_by or key in self.superseded_outside

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
    def _ends(self) -> Mapping[Key, Sequence[Key]]:
        successors = {key: [key_of(d) for d in newer] for key, newer in self.superseded_by.items()}
        order = {key: position for position, key in enumerate(self.by_key)}
        return ends_of_chains(successors, order)

    def current(self, decision: Decision) -> Sequence[Decision]:
        """The decisions at the ends of the chain of effective supersessions, all of them where it forks.

        A decision that nothing supersedes is its own current one while it is in force; a pending or a
        retired one that nothing supersedes has none.
        """
        if ends := self._ends.get(key_of(decision)):
            return [self.by_key[end] for end in ends]
        return [decision] if self.in_force(decision) else []
