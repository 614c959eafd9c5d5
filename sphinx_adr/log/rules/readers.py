"""Rules about how readers come to a decision, and to which."""

from __future__ import annotations

from collections.abc import Iterator

from ..decision import Decision
from ..finding import Code, Finding
from ..ledger import Ledger
from ..links import Key, key_of
from ..vocabulary import SUPERSEDED, LinkKind
from .circumstances import Circumstances

_NO_LONGER = frozenset({SUPERSEDED, "deprecated"})
"""Was in force, and is not to be followed any more. What was rejected is cited as such."""


def cited_although_retired(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A page outside the lineage of a decision refers to it only while it is to be followed."""
    lineages: dict[Key, frozenset[str]] = {}
    for citation in circumstances.citations:
        found = ledger.find(citation.target.partition("#")[0].strip())
        if len(found) != 1 or ledger.effective_status(found[0]) not in _NO_LONGER:
            continue
        cited, status = found[0], ledger.effective_status(found[0])
        own = lineages.setdefault(key_of(cited), frozenset(_lineage(ledger, cited)))
        if citation.docname in own:
            continue
        current = " and ".join(now.label for now in ledger.current(cited))
        instead = f"; current is {current}" if current else ""
        message = (
            f"{cited.label} is {status}{instead}; where it is meant all the same, write "
            f":adr:`{citation.target} ({status})`"
        )
        yield Finding(Code.CITES_RETIRED, message, citation.place)


def _lineage(ledger: Ledger, decision: Decision) -> Iterator[str]:
    """The documents of what *decision* links to, and of all that it replaced and that replaced it."""
    reached, waiting = {key_of(decision)}, [key_of(decision)]
    yield decision.docname
    while waiting:
        own = waiting.pop()
        for link in ledger.links_of.get(own, ()):
            for key in (link.source, link.target):
                if (
                    key is None
                    or key in reached
                    or (own != key_of(decision) and link.kind is not LinkKind.SUPERSEDES)
                ):
                    continue
                yield ledger.by_key[key].docname
                if link.kind is LinkKind.SUPERSEDES:
                    reached.add(key)
                    waiting.append(key)


def orphaned_pages(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A table of contents leads to the page of each decision."""
    first: dict[str, Decision] = {}
    for decision in ledger:
        first.setdefault(decision.docname, decision)
    for docname, decision in first.items():
        if docname in circumstances.orphans:
            message = f"no table of contents leads to the page of {decision.label}"
            yield Finding(Code.NOT_IN_TOCTREE, message, decision.place)
