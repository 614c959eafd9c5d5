"""Seals: fingerprints of what was decided, and the file that keeps them.

``adr-seal.json`` has a line for each record, sorted by ID, and its last line is always the same: two
branches that seal different records rarely touch the same lines, and a union of lines is a valid file.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .decision import Decision
from .identifiers import is_valid_id, sort_key
from .ledger import Ledger
from .links import key_of
from .query import parse_filter, select
from .seal_file import SEAL_FILE
from .vocabulary import Phase

_FORMAT = "format_version"
_VERSION = 1
_LENGTH = 32
_PRINT = re.compile(rf"[0-9a-f]{{{_LENGTH}}}")
_KEY = re.compile(r'^[\s{]*"(?P<id>[^"]*)"\s*:')
_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00ad": ""})


def fingerprint(passages: Iterable[str]) -> str:
    """The fingerprint of a text: the same however it is broken into lines, spaced, or quoted.

    128 bits of the SHA-256 of its words, in order, as hexadecimal digits.
    """
    words = _plain(" ".join(passages)).split()
    return hashlib.sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _plain(text: str) -> str:
    return re.sub(r"--+", "-", unicodedata.normalize("NFC", text).translate(_SAME))


@dataclass(frozen=True, slots=True)
class SealProblem:
    """What is wrong with a line of the file; line 0 is the whole of it."""

    message: str
    line: int = 0


@dataclass(frozen=True)
class Seal:
    """The fingerprints of sealed decisions by ID; *lines* tells where each stands in the file at *path*.

    *condition* is the filter that says which decisions the project seals; without one, every accepted one.
    """

    prints: Mapping[str, str] = field(default_factory=dict)
    path: str = SEAL_FILE
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[SealProblem, ...] = ()
    exists: bool = False
    condition: str = ""

    def __bool__(self) -> bool:
        return bool(self.prints)

    def dump(self) -> str:
        """The text of the file."""
        ordered = sorted(self.prints, key=sort_key)
        lines = [
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(self.prints[name])}," for name in ordered
        ]
        return "\n".join(["{", *lines, f'"{_FORMAT}": {_VERSION}', "}", ""])

    def sealing(self, decisions: Iterable[Decision]) -> Seal:
        """The seal with the texts of *decisions* as they are now, in place of those that it had."""
        prints = dict(self.prints)
        for decision in decisions:
            for name in (*decision.formerly, decision.id):
                prints.pop(name, None)
            prints[decision.id] = decision.fingerprint
        return Seal(prints, self.path)

    def of(self, decision: Decision) -> str | None:
        """The fingerprint with which *decision* was sealed, under its ID or one that it had before."""
        return next(
            (self.prints[name] for name in (decision.id, *decision.formerly) if name in self.prints), None
        )


def parse_seal(text: str, path: str = SEAL_FILE) -> Seal:
    """Reads the text of the file; what cannot be read is a problem of the seal, and the rest counts."""
    pairs: list[tuple[str, object]] = []

    def keep(found: list[tuple[str, object]]) -> dict[str, object]:
        pairs[:] = found
        return dict(found)

    try:
        whole = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=keep)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        return Seal(path=path, problems=(SealProblem(f"is no JSON: {error}", line),), exists=True)
    if not isinstance(whole, dict):
        return Seal(path=path, problems=(SealProblem("is no JSON object"),), exists=True)
    lines = {m["id"]: n for n, line in enumerate(text.splitlines(), 1) if (m := _KEY.match(line))}
    if whole.get(_FORMAT, _VERSION) != _VERSION:
        message = f"has the format {whole[_FORMAT]!r}; this version knows {_VERSION}"
        return Seal(path=path, problems=(SealProblem(message, lines.get(_FORMAT, 0)),), exists=True)
    prints: dict[str, str] = {}
    problems: list[SealProblem] = []
    for name, value in pairs:
        if name == _FORMAT:
            continue
        if not is_valid_id(name) or not isinstance(value, str) or not _PRINT.fullmatch(value):
            problems.append(
                SealProblem(f"seals {name!r} with {value!r}, which is no fingerprint", lines.get(name, 0))
            )
        elif prints.setdefault(name, value) != value:
            problems.append(
                SealProblem(f"seals {name} twice, and not with the same text", lines.get(name, 0))
            )
    return Seal(prints, path, lines, tuple(problems), exists=True)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a log stands to its seal.

    *changed* are sealed decisions whose text is another one now, *unsealed* those that shall be sealed and
    are not, *kept* those whose text is the one that was sealed, and *lost* the IDs that no decision has.
    """

    changed: tuple[Decision, ...] = ()
    unsealed: tuple[Decision, ...] = ()
    kept: tuple[Decision, ...] = ()
    lost: tuple[str, ...] = ()


def can_be_sealed(decision: Decision) -> bool:
    """Whether *decision* is accepted by its own words: what was proposed may still change."""
    return bool(decision.id) and decision.phase is Phase.IN_FORCE


def compare(ledger: Ledger, seal: Seal, hidden: Iterable[str] = ()) -> Comparison:
    """How *ledger* stands to *seal*; *hidden* are IDs that exist although the ledger does not show them.

    Decisions that share an ID are left out: nobody can tell which of them was sealed.
    """
    copies = {key_of(copy) for group in ledger.duplicates for copy in group}
    single = [decision for decision in ledger if decision.id and key_of(decision) not in copies]
    sealed = {key_of(decision): found for decision in single if (found := seal.of(decision)) is not None}
    changed = [d for d in single if key_of(d) in sealed and sealed[key_of(d)] != d.fingerprint]
    kept = [d for d in single if key_of(d) in sealed and sealed[key_of(d)] == d.fingerprint]
    condition = parse_filter(seal.condition) if seal.condition else None
    meant = {key_of(decision) for decision in select(ledger, condition, single)} - sealed.keys()
    unsealed = [d for d in single if key_of(d) in meant and can_be_sealed(d)]
    return Comparison(tuple(changed), tuple(unsealed), tuple(kept), tuple(_lost(ledger, seal, hidden)))


def _lost(ledger: Ledger, seal: Seal, hidden: Iterable[str]) -> Iterator[str]:
    known = {name for decision in ledger for name in (decision.id, *decision.formerly)} | set(hidden)
    yield from (name for name in sorted(seal.prints, key=sort_key) if name not in known)
