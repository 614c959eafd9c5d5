"""Rules about what time does to decisions: reviews, proposals that wait, and texts that change."""

from __future__ import annotations

from collections.abc import Iterator

from ..dates import last_day
from ..finding import Code, Finding, Place
from ..ledger import Ledger
from ..seal import compare
from ..seal_file import SEAL_FILE
from ..vocabulary import Phase
from .circumstances import Circumstances


def overdue_reviews(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A decision is looked at again by its review date, unless it is retired."""
    today = circumstances.today
    for decision in ledger:
        if not decision.review or ledger.effective_phase(decision) is Phase.RETIRED:
            continue
        if last_day(decision.review) < today:
            message = f"the review of {decision.label} was due by {decision.review}"
            yield Finding(Code.REVIEW_OVERDUE, message, decision.place)


def old_proposals(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A proposal is decided within the days that the project gives it."""
    days = circumstances.proposed_days
    for decision in ledger:
        if days is None or not decision.date or decision.phase is not Phase.PENDING:
            continue
        if (circumstances.today - last_day(decision.date)).days > days:
            message = (
                f"{decision.label} is {decision.status} since {decision.date}, for more than {days} days"
            )
            yield Finding(Code.PROPOSED_TOO_LONG, message, decision.place)


def broken_seals(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """The text of a sealed decision stays as it was sealed, and the decision stays in the log."""
    seal = circumstances.seal
    found = compare(ledger, seal, circumstances.hidden)
    for decision in found.changed:
        message = (
            f"the text of {decision.label} is not the one that was sealed; restore it and supersede the "
            "decision, or add an adr-amendment"
        )
        yield Finding(Code.SEALED_CHANGED, message, decision.place)
    for name in found.lost:
        message = (
            f"{name} is sealed and no decision has this ID; name it in :formerly: of the one that it became"
        )
        yield Finding(Code.SEALED_LOST, message, Place(seal.path, seal.lines.get(name, 0)))


def unsealed_decisions(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """Every accepted decision is sealed."""
    seal = circumstances.seal
    if seal.problems:
        return
    for decision in compare(ledger, seal, circumstances.hidden).unsealed:
        message = f"{decision.label} is {decision.status} and not sealed; run `sphinx-adr seal`"
        yield Finding(Code.NOT_SEALED, message, decision.place)


def unreadable_seals(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """The file of seals can be read."""
    for problem in circumstances.seal.problems:
        place = Place(circumstances.seal.path, problem.line)
        yield Finding(Code.SEAL_INVALID, f"{SEAL_FILE} {problem.message}", place)
