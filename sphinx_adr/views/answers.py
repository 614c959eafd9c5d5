"""Answering questions about one state of the decision log, each of them once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Protocol

from ..log.coverage import RequirementRow, read_coverage
from ..log.history import as_of
from ..log.ledger import Ledger
from .naming import Names

_ABSENT = object()
"""In place of an answer that is not known yet: ``None`` is one."""


class Question(Protocol):
    """Something a page asks of the decision log; equal questions have equal answers."""

    def answer(self, answers: Answers) -> object:
        """The answer: a frozen value whose ``repr`` tells all that a page shows of it."""
        ...

    def __hash__(self) -> int: ...


class Answers:
    """The answers to questions about *ledger*.

    *mentions_cover* tells whether a mention in the prose counts for the coverage of a requirement,
    *graph_limit* up to how many boxes a graph shows layers where its style is left open, *graph_engine* what
    lays them out where the graph does not say, *graphviz* the version of it that is there, if any, and *lineage*
    which pages show the lineages of their decisions.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        mentions_cover: bool = True,
        graph_limit: int = 40,
        graph_engine: str = "built-in",
        graphviz: str = "",
        lineage: str = "single",
    ) -> None:
        self.ledger = ledger
        self.names = Names(ledger)
        self.graph_limit = graph_limit
        self.graph_engine = graph_engine
        self.graphviz = graphviz
        self.lineage = lineage
        self._mentions_cover = mentions_cover
        self._known: dict[Question, object] = {}
        self._fingerprints: dict[Question, bytes] = {}
        self._past: dict[dt.date, Answers] = {}

    @cached_property
    def requirements(self) -> Mapping[str, RequirementRow]:
        """Every requirement with its coverage, by ID."""
        return read_coverage(self.ledger, mentions_cover=self._mentions_cover)

    @cached_property
    def decisions_in(self) -> Counter[str]:
        """How many decisions each document holds."""
        return Counter(decision.docname for decision in self.ledger)

    def shows_lineages(self, docname: str) -> bool:
        """Whether the page of *docname* shows the lineages of its decisions."""
        return self.lineage == "all" or (self.lineage == "single" and self.decisions_in[docname] == 1)

    def to(self, question: Question) -> object:
        """The answer to *question*."""
        answer = self._known.get(question, _ABSENT)
        if answer is _ABSENT:
            answer = self._known[question] = question.answer(self)
        return answer

    def as_of(self, day: dt.date) -> Answers:
        """The answers to the same questions on *day*."""
        if day not in self._past:
            self._past[day] = Answers(
                as_of(self.ledger, day),
                mentions_cover=self._mentions_cover,
                graph_limit=self.graph_limit,
                graph_engine=self.graph_engine,
                graphviz=self.graphviz,
            )
        return self._past[day]

    def digest(self, questions: Iterable[Question], *seeds: str) -> str:
        """A fingerprint of the answers to *questions*, in order; *seeds* are hashed with them."""
        hashed = hashlib.sha256("\0".join(seeds).encode())
        for question in questions:
            hashed.update(b"\0" + self._fingerprint(question))
        return hashed.hexdigest()[:32]

    def _fingerprint(self, question: Question) -> bytes:
        known = self._fingerprints.get(question)
        if known is None:
            told = repr(self.to(question)).encode("utf-8", "surrogatepass")
            known = self._fingerprints[question] = hashlib.sha256(told).digest()
        return known
