"""Rules about links between decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..coverage import RequirementRow
from ..decision import Decision
from ..finding import Code, Finding, Place
from ..ledger import Ledger
from ..links import Link, LinkState, key_of
from ..nearest import Nearest
from ..vocabulary import LinkKind


def _author(ledger: Ledger, link: Link) -> Decision:
    return ledger.by_key[link.authored_on[0]]


def _at(author: Decision, line: int, code: Code, message: str) -> Finding:
    """A finding about what *author* states on *line*, or at the decision where no line is known."""
    place = Place(author.place.source, line) if line else author.place
    return Finding(code, message, place, key_of(author))


def _sentence(link: Link) -> tuple[str, str]:
    """What the author says up to the missing end, and that end's name."""
    if link.source is not None:
        return f"{link.source_name} {link.kind.replace('-', ' ')}", link.target_name
    passive = {LinkKind.SUPERSEDES: "is superseded by", LinkKind.AMENDS: "is amended by"}
    return f"{link.target_name} {passive.get(link.kind, link.kind)}", link.source_name


def links_to_itself(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A decision links to others, not to itself."""
    for decision in ledger:
        for link in decision.links:
            if [key_of(found) for found in ledger.find(link.target)[:2]] == [key_of(decision)]:
                word = link.kind.replace("-", " ")
                message = f"{decision.label} {word} itself; the link is left out"
                yield _at(decision, link.line, Code.LINK_SELF, message)


def dangling_links(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A link leads to a decision, and to a part of it, that exists."""
    dangling = [link for link in ledger.links if link.state is LinkState.DANGLING]
    identifiers = Nearest(decision.id for decision in ledger if decision.id and dangling)
    for link in dangling:
        said, name = _sentence(link)
        if link.source is not None and link.target is not None:
            parts = ", ".join(part.slug for part in ledger.by_key[link.target].parts) or "none"
            message = f"{said} {name}#{link.part}, which has no such part; its parts are: {parts}"
        else:
            # Nobody means the decision that the link stands in.
            hint = identifiers.hint(name, besides=_author(ledger, link).id)
            message = f"{said} {name}, which does not exist{hint}"
        yield _at(_author(ledger, link), link.line, Code.LINK_DANGLING, message)


def ambiguous_links(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A link leads to one decision."""
    for link in ledger.links:
        if link.state is LinkState.AMBIGUOUS:
            said, name = _sentence(link)
            message = f"{said} {name}, which is {candidates(ledger.find(name))}"
            yield _at(_author(ledger, link), link.line, Code.LINK_AMBIGUOUS, message)


def circles(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """Supersession leads forward, never back to where it began."""
    for circle in ledger.cycles:
        names = ", ".join(decision.label for decision in circle)
        message = f"{names} supersede each other in a circle; nothing is derived from it"
        yield Finding(Code.LINK_CYCLE, message, circle[0].place)


def candidates(found: Sequence[Decision]) -> str:
    """Where the decisions are declared that a name can mean, in words."""
    return "declared more than once: " + " and ".join(f"{d.docname}, line {d.place.line}" for d in found)
