"""Which findings are reported: the severities of a documentation, and where strictness begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..catalogue import CATALOGUE
from ..dates import read_date
from ..decision import Decision
from ..finding import Code, Finding, Place, Severity
from ..identifiers import is_valid_id, sort_key
from ..ledger import Ledger
from ..links import key_of
from ..nearest import Nearest

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")

FOLLOW: Mapping[Code, frozenset[Code]] = MappingProxyType(
    {
        Code.PLACEHOLDER: frozenset(
            {
                Code.STATUS_MISSING,
                Code.DATE_MISSING,
                Code.SECTION_MISSING,
                Code.TITLE_DISAGREES,
                Code.OPTIONS_TOO_FEW,
                Code.OPTION_NONE_CHOSEN,
            }
        ),
        Code.ID_DUPLICATE: frozenset({Code.TITLE_DISAGREES}),
    }
)
"""What follows, in the same record, from another finding, and is not worth a second one."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The severities that a documentation sets, and the ID or the date of the first record to be judged."""

    severities: Mapping[Code, Severity] = field(default_factory=dict)
    since: str | None = None

    def severity(self, code: Code) -> Severity:
        """What becomes of findings with *code*."""
        return self.severities.get(code, CATALOGUE[code].severity)

    def reported(
        self, findings: Iterable[Finding], ledger: Ledger, also: Collection[str] = ()
    ) -> Iterator[Finding]:
        """Those of *findings* that count, and those with the codes *also*, whatever their severity.

        Left out is what a record acknowledges with ``:ignore:``, what judges records before ``since``, and
        what only follows from another finding.
        """
        record_of = _records(ledger)
        found = [(finding, record_of(finding)) for finding in findings]
        counting = [
            (finding, about)
            for finding, about in found
            if (finding.code in also or self.severity(finding.code) is not Severity.OFF)
            and (about is None or self._holds(finding.code, about))
        ]
        follow = {
            (key_of(about), code)
            for finding, about in counting
            if about
            for code in FOLLOW.get(finding.code, ())
        }
        for finding, about in counting:
            if about is None or (key_of(about), finding.code) not in follow:
                yield finding

    def _holds(self, code: Code, decision: Decision) -> bool:
        """Whether *code* is reported for *decision*: its author does not accept it, and it is not too old."""
        if code in decision.ignored:
            return False
        if self.since is None or not CATALOGUE[code].judges:
            return True
        if _DATE.fullmatch(self.since):
            return decision.date is not None and decision.date >= self.since
        return not decision.id or sort_key(decision.id) >= sort_key(self.since)


def _records(ledger: Ledger) -> Callable[[Finding], Decision | None]:
    """Which record a finding is about: the one it names, that at its place, or that alone in its file."""
    by_place: dict[Place, Decision] = {}
    by_source: dict[str, list[Decision]] = {}
    for decision in ledger:
        by_place.setdefault(decision.place, decision)
        by_source.setdefault(decision.place.source, []).append(decision)

    def record_of(finding: Finding) -> Decision | None:
        if finding.record:
            return ledger.by_key.get(finding.record)
        beside = by_source.get(finding.place.source, ())
        return by_place.get(finding.place) or (beside[0] if len(beside) == 1 else None)

    return record_of


def read_policy(
    rules: Mapping[str, str], since: str | None, gaps: Collection[str], *, pinned: bool
) -> Policy:
    """The policy that settings describe; *gaps* are the words of ``adr_coverage_warnings``.

    Unless the date is *pinned*, or the documentation asks for it, time that passes is no finding: a build
    that passed once would fail later without any change.
    """
    severities = {
        Code.REQUIREMENT_LOST: Severity.WARNING if "lost" in gaps else Severity.OFF,
        Code.REQUIREMENT_UNCOVERED: Severity.WARNING if "uncovered" in gaps else Severity.OFF,
    }
    if not pinned:
        severities[Code.REVIEW_OVERDUE] = Severity.OFF
    return Policy(severities | {Code(name): Severity(word) for name, word in rules.items()}, since)


def problem_of_rule(name: object, word: object) -> str | None:
    """What is wrong with one entry of ``adr_rules``."""
    words = [str(severity) for severity in Severity]
    if (problem := problem_of_code(str(name))) is not None:
        return problem
    if word in words:
        return None
    return f"sets {name!r} to {word!r}; allowed are {', '.join(words)}{Nearest(words).hint(str(word))}"


def problem_of_code(name: str) -> str | None:
    """What is wrong with a code that an author wrote."""
    codes = [str(code) for code in Code]
    return None if name in codes else f"names {name!r}, which is no code{Nearest(codes).hint(name)}"


def problem_of_since(value: object) -> str | None:
    """What is wrong with ``adr_rules_since``."""
    if value is None:
        return None
    text = str(value)
    date = read_date(text) if _DATE.fullmatch(text) else None
    if date is not None and date.problem:
        return f"is {value!r}, which {date.problem}"
    if date is not None or (is_valid_id(text) and text[-1:].isdigit()):
        return None
    return f"is {value!r}, which is neither an ID with a number, such as 'ADR-0040', nor a date of the form YYYY-MM-DD"


def unknown_since(since: str | None, ledger: Ledger) -> str | None:
    """What is wrong with an ID in ``adr_rules_since`` beside the log: a number may be the next, a series not."""
    named = [decision.id for decision in ledger if decision.id]
    if since is None or _DATE.fullmatch(since) or not named:
        return None
    series = {_series(name) for name in named}
    if _series(since) in series:
        return None
    near = Nearest(sorted(series)).to(_series(since))
    meant = f"; did you mean {near}{since[len(_series(since)) :]}?" if near else ""
    return f"is {since!r}, and no decision has an ID that begins with {_series(since)!r}{meant}"


def _series(name: str) -> str:
    """*name* without its number."""
    return name.rstrip("0123456789")
