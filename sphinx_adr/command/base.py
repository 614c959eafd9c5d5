"""What a branch does to the log of another revision, for its review."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from ..log.coverage import Coverage
from ..log.decision import Decision
from ..log.finding import Code
from ..log.ledger import Ledger
from ..log.seal import can_be_sealed
from .formats import Reported
from .places import path_in_repository
from .reading import Documentation
from .revision import Repository, documentation_at

_SAME: Mapping[str, tuple[Code, ...]] = MappingProxyType(
    {
        "base-id-taken": (Code.ID_DUPLICATE,),
        "base-text-changed": (Code.SEALED_CHANGED,),
        "base-requirement-lost": (Code.REQUIREMENT_LOST, Code.REQUIREMENT_UNCOVERED),
        "base-record-deleted": (Code.SEALED_LOST,),
    }
)
"""The findings of a log that tell the same."""

_GAPS = (Coverage.LOST, Coverage.UNCOVERED, Coverage.PENDING)


_Named = tuple[str, Reported]
"""A finding, behind the ID that it is about."""


@dataclass(frozen=True)
class State:
    """What a comparison needs to know of one revision; *files* are seen from the documentation's folder."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    coverage: Mapping[str, tuple[Coverage, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is wrong with the changes of a branch, and what else they are, in sentences."""

    findings: tuple[Reported, ...]
    changes: tuple[str, ...]


def compare_with(
    revision: str, read: Documentation, reported: Sequence[Reported], arguments: Namespace
) -> Comparison:
    """Compares *read* with the place where its history left that of *revision*; IDs, with *revision* itself.

    What *reported* says already is not said again.
    """
    repository = Repository(read.source)
    tip = repository.commit(revision)
    fork = repository.fork(tip)
    with documentation_at(repository, fork, arguments) as there:
        before = state_of(there)
    later = nullcontext(None) if tip == fork else documentation_at(repository, tip, arguments)
    with later as there:
        beside = state_of(there)
    now = state_of(read)
    findings = (
        *_taken(read, now, before, beside, revision),
        *_changed(now, before, revision),
        *_deleted(read, now, before, revision),
        *_lost(read, before, revision),
    )
    fresh = (finding for name, finding in findings if not _is_said(reported, finding.code, name))
    return Comparison(tuple(fresh), tuple(_changes(read, now, before)))


def _is_said(reported: Sequence[Reported], code: str, name: str) -> bool:
    """Whether a finding of the log itself tells what *code* tells of *name*."""
    named = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    same = _SAME.get(code, ())
    return any(finding.code in same and named.search(finding.message) for finding in reported)


def state_of(read: Documentation | None) -> State:
    """The state of a documentation, without IDs that are claimed twice; an empty one where there is none."""
    if read is None:
        return State()
    ledger: Ledger = read.ledger
    single = {
        decision.id: decision
        for decision in ledger
        if decision.id and len(ledger.names.by_id[decision.id]) == 1
    }
    return State(
        single,
        {name: read.files[one.docname].relative_to(read.source).as_posix() for name, one in single.items()},
        {name: ledger.effective_status(one) for name, one in single.items()},
        {
            name: (row.state, tuple(a.decision.label for a in row.answers if ledger.in_force(a.decision)))
            for name, row in read.answers.requirements.items()
        },
    )


def _taken(read: Documentation, now: State, before: State, beside: State, revision: str) -> Iterator[_Named]:
    for name, here in now.decisions.items():
        there = beside.decisions.get(name)
        if there is None or name in before.decisions:
            continue
        if (here.title, now.files[name]) != (there.title, beside.files[name]):
            path = _shown(read, beside.files[name])
            message = (
                f"{name} is taken on {revision} too, by {there.title!r} in {path}; "
                "give one of them the next free number"
            )
            yield name, _at(here, "base-id-taken", message)


def _changed(now: State, before: State, revision: str) -> Iterator[_Named]:
    for name, old in before.decisions.items():
        here = _successor(now, name)
        if here is not None and can_be_sealed(old) and here.fingerprint != old.fingerprint:
            advice = "supersede it, or add an adr-amendment"
            message = f"the text of {name}, which was {old.status} on {revision}, has changed; {advice}"
            yield name, _at(here, "base-text-changed", message)


def _successor(now: State, name: str) -> Decision | None:
    """The decision that has the ID *name* now, or had it before."""
    return now.decisions.get(name) or next(
        (one for one in now.decisions.values() if name in one.formerly), None
    )


def _deleted(read: Documentation, now: State, before: State, revision: str) -> Iterator[_Named]:
    kept = read.hidden | {decision.id for decision in read.ledger}
    for name, old in before.decisions.items():
        if name not in kept and _successor(now, name) is None:
            advice = "restore it, and retire it by its status"
            message = f"{name} ({old.title}) was {old.status} on {revision} and is gone; {advice}"
            path = str(Path(read.source, before.files[name]))
            yield name, Reported(path, 0, "base-record-deleted", message)


def _lost(read: Documentation, before: State, revision: str) -> Iterator[_Named]:
    for name, row in read.answers.requirements.items():
        state, answers = before.coverage.get(name, (Coverage.UNKNOWN, ()))
        if state is Coverage.COVERED and row.state in _GAPS:
            labels = ", ".join(answers)
            message = f"requirement {name} was covered on {revision}, by {labels}, and is {row.state} now"
            places = [
                one.place for one in (row.declared, *(a.decision for a in row.answers)) if one is not None
            ]
            source, line = (
                (places[0].source, places[0].line) if places else (str(read.settings / "conf.py"), 0)
            )
            yield name, Reported(source, line, "base-requirement-lost", message)


def _changes(read: Documentation, now: State, before: State) -> Iterator[str]:
    """What happened to each decision, and which requirements are covered since."""
    for name, here in now.decisions.items():
        known = (former for former in (name, *here.formerly) if former in before.decisions)
        old = next(known, None)
        if old is None:
            yield f"{name} is new: {here.title} ({now.statuses[name]})"
        else:
            yield from (f"{name} {what}: {here.title}" for what in _happened(read, now, name, before, old))
    for name, (state, answers) in now.coverage.items():
        was = before.coverage.get(name, (Coverage.UNKNOWN, ()))[0]
        if state is Coverage.COVERED and was in _GAPS:
            yield f"requirement {name} was {was} and is covered, by {', '.join(answers)}"


def _happened(read: Documentation, now: State, name: str, before: State, old: str) -> Iterator[str]:
    """What happened to the decision *name*, which was called *old*, in words behind its ID."""
    if old != name:
        yield f"was {old}"
    if (was := before.statuses[old]) != (status := now.statuses[name]):
        yield f"was {was} and is {status}"
    if (title := before.decisions[old].title) != now.decisions[name].title:
        yield f"was called {title!r}"
    if old == name and (path := before.files[old]) != now.files[name]:
        yield f"has moved from {_shown(read, path)} to {_shown(read, now.files[name])}"


def _shown(read: Documentation, file: str) -> str:
    return path_in_repository(str(Path(read.source, file)))


def _at(decision: Decision, code: str, message: str) -> Reported:
    return Reported(decision.place.source, decision.place.line, code, message)
