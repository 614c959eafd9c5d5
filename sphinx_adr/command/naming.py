"""What the next decision is called: its number, ID, file and heading, in the manner of those beside it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..log.decision import Decision, Declared
from ..log.identifiers import file_number, natural_key, slug
from .reading import Documentation

FOLDER = "decisions"
"""Where the first decision goes."""

_LAST_NUMBER = re.compile(r"(?P<before>.*?)(?P<number>\d+)(?P<after>\D*)$", re.DOTALL)
_NUMBERED_ID = re.compile(r"(?P<before>.*\D|)(?P<number>\d+)$", re.DOTALL)
_DATED = re.compile(r"(?P<date>(?:19|20)\d\d(?P<dash>-?)\d\d(?P=dash)\d\d)[-_]")
_STEM = re.compile(r"(?P<before>\D*)(?P<number>\d+)(?P<joint>[-_. ]*)(?P<words>.*)$", re.DOTALL)
_DECLARED = re.compile(r"^.*?\badr(?:::|\})\s*")
_WIDTH = 4
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Name:
    """What a new decision is called. *heading* is its first line, without markup."""

    number: str
    id: str
    stem: str
    heading: str


def folder_of_records(read: Documentation) -> str:
    """The folder, seen from the documentation's, that holds most documents of one decision each."""
    folders = Counter(posixpath.dirname(decision.docname) for decision in lone(read))
    if folders:
        return max(folders, key=lambda folder: (folders[folder], natural_key(folder)))
    for entry in read.domain.document_sets:
        for pattern in entry.documents:
            fixed = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
            if fixed != pattern and "/" in fixed:
                return fixed.rpartition("/")[0]
    return FOLDER


def lone(read: Documentation, folder: str | None = None) -> list[Decision]:
    """The decisions that have a document of their own, with a number or a date in its name.

    Where *folder* is given, those in it.
    """
    counted = Counter(decision.docname for decision in read.ledger)
    return [
        decision
        for decision in read.ledger
        if counted[decision.docname] == 1
        and (file_number(decision.docname) or is_dated(decision))
        and (folder is None or posixpath.dirname(decision.docname) == folder)
    ]


def is_dated(decision: Decision) -> bool:
    """Whether a document that is read as it stands has a date for a number."""
    name = posixpath.basename(decision.docname)
    return decision.declared is Declared.DOCUMENT and _DATED.match(name) is not None


def latest(decisions: Sequence[Decision]) -> Decision | None:
    """The decision with the highest number, or the latest date, in its file name."""

    def order(decision: Decision) -> tuple[bool, int, str]:
        number = file_number(decision.docname)
        return is_dated(decision), int(number or 0), posixpath.basename(decision.docname)

    return max(decisions, key=order, default=None)


def next_name(read: Documentation, folder: str, title: str) -> Name:
    """The name of the next decision in *folder*: the number after the highest, padded as there."""
    model = latest(lone(read, folder)) or latest(lone(read))
    named = slug(title)[:_LONGEST].rstrip("-")
    if model is not None and (dated := is_dated(model) and _DATED.match(posixpath.basename(model.docname))):
        today = read.domain.today.isoformat()
        stem = f"{today if dated['dash'] else today.replace('-', '')}-{named}"
        return Name("", stem, stem, title)
    before, width = _series(read, model)
    number = str(1 + max([0, *_numbers(read, folder, before)]))
    identifier = f"{before}{number.zfill(width)}"
    heading = f"{identifier}: {title}"
    stem_before, joint, words = "", "-", "-"
    if model is not None:
        if shape := _STEM.match(posixpath.basename(model.docname)):
            stem_before, joint = shape["before"], shape["joint"]
            words, width = shape["words"], len(shape["number"])
        heading = _heading(read, model, number, title)
    stem = f"{stem_before}{number.zfill(width)}"
    if words and named:
        joined = named.replace("-", "_") if "_" in words and "-" not in words else named
        stem += f"{joint or '-'}{joined}"
    return Name(number, identifier, stem, heading)


def _series(read: Documentation, model: Decision | None) -> tuple[str, int]:
    """What stands before the number of an ID, and how many digits that has."""
    identified = [model] if model else list(read.ledger)
    shapes = [shape for decision in identified if (shape := _NUMBERED_ID.match(decision.id))]
    if shapes:
        return shapes[-1]["before"], len(shapes[-1]["number"])
    return str(read.config.adr_id_template).partition("{number}")[0], _WIDTH


def _numbers(read: Documentation, folder: str, before: str) -> list[int]:
    """The numbers that are taken: by IDs of the series, present and former, and by files of *folder*."""
    taken = [name for decision in read.ledger for name in (decision.id, *decision.formerly)]
    shapes = [shape for name in taken if (shape := _NUMBERED_ID.match(name))]
    found = [int(shape["number"]) for shape in shapes if shape["before"].casefold() == before.casefold()]
    place = read.source / folder
    files = [path.stem for path in place.iterdir()] if place.is_dir() else []
    return found + [int(number) for stem in files if (number := file_number(stem))]


def _heading(read: Documentation, model: Decision, number: str, title: str) -> str:
    """The heading of a new decision, with as much before the title as that of *model* has."""
    text = read.files[model.docname].read_text(encoding="utf-8-sig", errors="replace")
    line = next((line for line in text.splitlines() if model.title and model.title in line), "")
    before = _DECLARED.sub("", line).lstrip("# ").partition(model.title)[0] if line else f"{model.id}: "
    shape = _LAST_NUMBER.match(before)
    if shape is None or int(shape["number"]) != int(file_number(model.docname)):
        return title
    width = len(shape["number"]) if shape["number"].startswith("0") or shape["before"] else 0
    return f"{shape['before']}{number.zfill(width)}{shape['after']}{title}"
