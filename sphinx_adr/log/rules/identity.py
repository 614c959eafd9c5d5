"""Rules about who is who."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..coverage import RequirementRow
from ..decision import Decision
from ..finding import Code, Finding
from ..identifiers import file_number, slug
from ..ledger import Ledger
from .circumstances import Circumstances

_TELLING = 4
"""How many letters tell a word of a title from others, and from words such as "for"."""

_NUMBERED = re.compile(r"(?P<series>(?:.*\D)?)(?P<number>\d{1,6})")


def duplicate_ids(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """An ID names one decision."""
    for first, *copies in ledger.duplicates:
        for copy in copies:
            message = f"{copy.id} is already declared at {first.docname}, line {first.place.line}"
            yield Finding(Code.ID_DUPLICATE, message, copy.place)


def duplicate_requirements(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """A requirement is declared once."""
    for requirement in ledger.requirements:
        first = requirements[requirement.id].declared
        if first is not None and first is not requirement:
            where = first.docname or first.place.source.replace("\\", "/").rpartition("/")[2]
            there = f"{where}, line {first.place.line}"
            message = f"requirement {requirement.id} is already declared at {there}"
            yield Finding(Code.REQUIREMENT_DUPLICATE, message, requirement.place)


def missing_numbers(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """Numbers follow each other without a gap. An ID that a decision had before counts, and one that is sealed."""
    series: dict[str, dict[int, str]] = {}
    for name in (
        *circumstances.hidden,
        *circumstances.seal.prints,
        *(name for decision in ledger for name in (*decision.formerly, decision.id)),
    ):
        if match := _NUMBERED.fullmatch(name):
            series.setdefault(match["series"], {})[int(match["number"])] = name
    for numbers in series.values():
        for before, after in pairwise(sorted(numbers)):
            if after - before > 1:
                found = ledger.find(numbers[after])
                count = after - before - 1
                what = f"{count} numbers are" if count > 1 else "a number is"
                message = f"{what} missing between {numbers[before]} and {numbers[after]}"
                if found:
                    yield Finding(Code.ID_GAP, message, found[0].place)


def disagreeing_titles(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """The file of a decision bears its number and most words of its title, if it is there alone."""
    many = Counter(decision.docname for decision in ledger)
    for decision in ledger:
        if decision.title and many[decision.docname] == 1 and (problem := _disagreement(decision)):
            yield Finding(Code.TITLE_DISAGREES, problem, decision.place)


def _disagreement(decision: Decision) -> str | None:
    name, number = decision.docname.rpartition("/")[2], file_number(decision.docname)
    if not number:
        return None
    match = _NUMBERED.fullmatch(decision.id)
    if match and int(match["number"]) != int(number):
        return f"the file {name!r} has another number than its decision, {decision.id}"
    words = [word for word in slug(name.partition(number)[2]).split("-") if len(word) >= _TELLING]
    title = slug(decision.title).split("-")
    strange = [word for word in words if not any(known.startswith(word[:_TELLING]) for known in title)]
    if not strange or 2 * len(strange) < len(words):
        return None
    return f"the file {name!r} and the title {decision.title!r} do not share {strange[0]!r}"
