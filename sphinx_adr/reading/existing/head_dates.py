"""The dates in the head of a record: kept until all of it is known, and only then understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Any

from docutils import nodes

from ...log.dates import DateReading, read_date
from ...log.finding import Code, Finding, Place
from ...log.section_names import ENGLISH_SECTION_NAMES, SECTION_NAMES, normal_title
from ...log.status_words import STATUS_WORDS
from ...log.vocabulary import ENGLISH_STATUS_WORDS
from ..phrases import StatusReading

DATES = ("date", "created", "updated", "review")
"""The kinds of dates that a head can have."""


@dataclass
class HeadDates:
    """The dates of one record by their kind, each with its text and its place; the first of a kind counts."""

    _stated: dict[str, tuple[str, Place]] = made_by(default_factory=dict)
    _day_first: bool = False

    def take(self, name: str, text: str, place: Place) -> Iterator[Finding]:
        """Keep a date, or find that it is text of a template."""
        if read_date(text).is_template:
            message = f"the {name} {text!r} is text of a template, not a value"
            yield Finding(Code.PLACEHOLDER, message, place)
        else:
            self._stated.setdefault(name, (text, place))

    def settle(self, titles: Iterable[str], status: StatusReading | None) -> Iterator[Finding]:
        """Understand the dates, and find those that are none.

        Where the *titles* of the sections or the word of the status are in a language other than English, the
        day stands in front of the month.
        """
        self._day_first = any(_is_of_language(title) for title in titles) or _word_is_of_language(status)
        for name in ("date", "review"):
            if name in self._stated:
                text, place = self._stated[name]
                if problem := self._read(text).problem:
                    yield Finding(Code.DATE_INVALID, f"the {name} {text!r} {problem}", place)

    def facts(self, status: StatusReading | None) -> dict[str, Any]:
        """The dates as facts: as written in a field, or beside the status, or when the record was made.

        A date beside the status also counts where that of the field cannot be understood.
        """
        facts: dict[str, Any] = {}
        if "review" in self._stated:
            facts["review"] = self._read(self._stated["review"][0]).iso
        beside = [(self._read(text).iso, text) for text in (status.dates if status else ())]
        latest = max(beside, key=lambda date: date[0] or "", default=None)
        fields = {name: (self._read(text).iso, text) for name, (text, _place) in self._stated.items()}
        stated = fields.get("date")
        if stated is not None and stated[0] is None and latest is not None and latest[0] is not None:
            stated = latest
        candidates = (stated, latest, fields.get("created"), fields.get("updated"))
        found = next((date for date in candidates if date is not None), None)
        if found is not None:
            facts["date"], facts["date_text"] = found
        return facts

    def _read(self, text: str) -> DateReading:
        return read_date(text, day_first=self._day_first)


def titles_in(section: nodes.Element) -> Iterator[str]:
    """The titles of the sections right inside *section*."""
    return (child[0].astext() for child in section.children if isinstance(child, nodes.section))


def _is_of_language(title: str) -> bool:
    name = normal_title(title)
    return name in SECTION_NAMES and name not in ENGLISH_SECTION_NAMES


def _word_is_of_language(status: StatusReading | None) -> bool:
    words = status.text.casefold().replace(",", " ").replace(".", " ").split()[:4] if status else []
    return any(
        word in STATUS_WORDS and word not in ENGLISH_STATUS_WORDS
        for word in (" ".join(words[:length]) for length in (1, 2, 3, 4))
    )
