"""What a new record holds: sections with a word about each, in both markups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from docutils.utils import column_width

Sections = tuple[tuple[str, str], ...]
"""Headings, each with what to write below it."""

TEMPLATES: Mapping[str, Sections] = MappingProxyType(
    {
        "full": (
            ("Context", "What is the case that makes a decision necessary? Facts, figures, forces."),
            ("Decision drivers", "What will the options be measured by? A list."),
            ("Considered options", "What can be done? A list; below it, what speaks for and against each."),
            ("Decision", "What will be done, in the active voice? We will ..."),
            ("Consequences", "What follows from it, good, bad and neutral?"),
        ),
        "quick": (
            ("Context", "Why now?"),
            ("Decision", "We will ..."),
        ),
        "madr": (
            ("Context and Problem Statement", "What is the issue, in two or three sentences or a question?"),
            ("Decision Drivers", "What matters? A list."),
            ("Considered Options", "The options, as a list."),
            ("Decision Outcome", "Chosen option: which one, and because of what?"),
            ("Consequences", "Good, because ... Bad, because ..."),
            (
                "Pros and Cons of the Options",
                "For each option a heading, and a list of what is good and bad.",
            ),
        ),
        "nygard": (
            ("Context", "What is the issue that motivates this decision?"),
            ("Decision", "What is the change that we are making? We will ..."),
            ("Consequences", "What becomes easier or more difficult?"),
        ),
    }
)
"""The templates by name: the whole anatomy, the least of it, and those that have names in the field."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head of a new record says. *supersedes* are pairs of an ID and a path to its document."""

    heading: str
    status: str
    date: str
    supersedes: tuple[tuple[str, str], ...] = ()

    @property
    def superseded(self) -> str:
        """The superseded IDs in one line."""
        return ", ".join(name for name, _ in self.supersedes)


def render(template: str, facts: Facts, suffix: str, *, directive: bool) -> str:
    """A new record, with a line feed at the end of each line.

    With *directive* its facts stand in an ``adr`` directive; else as its template has them: in front matter
    or a list (madr), in a section *Status* (nygard).
    """
    markdown = suffix == ".md"
    blocks = _with_directive(facts, markdown) if directive else _PLAIN[template](facts, markdown)
    for title, word in TEMPLATES[template]:
        blocks += [heading(title, 2, markdown), f"<!-- {word} -->" if markdown else f".. {word}"]
    return "\n\n".join(blocks) + "\n"


def fill(text: str, facts: Facts, number: str, identifier: str, title: str) -> str:
    """A template of the project, with the names in braces that it uses replaced."""
    values = {
        "heading": facts.heading,
        "title": title,
        "id": identifier,
        "number": number,
        "status": facts.status,
        "date": facts.date,
        "supersedes": facts.superseded,
    }
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def heading(text: str, level: int, markdown: bool) -> str:  # noqa: FBT001
    """A heading; level 1 is that of the page."""
    if markdown:
        return f"{'#' * level} {text}"
    return f"{text}\n{'=-'[level - 1] * max(column_width(text), 3)}"


def _options(facts: Facts) -> list[str]:
    options = [f":status: {facts.status}", f":date: {facts.date}"]
    return options + ([f":supersedes: {facts.superseded}"] if facts.supersedes else [])


def _with_directive(facts: Facts, markdown: bool) -> list[str]:  # noqa: FBT001
    options = _options(facts)
    block = "\n".join(["```{adr}", *options, "```"]) if markdown else "\n   ".join([".. adr::", *options])
    return [heading(facts.heading, 1, markdown), block]


def _madr(facts: Facts, markdown: bool) -> list[str]:  # noqa: FBT001
    told = [("status", facts.status), ("date", facts.date)]
    told += [("supersedes", facts.superseded)] if facts.supersedes else []
    head = heading(facts.heading, 1, markdown)
    if markdown:
        return ["\n".join(["---", *(f"{key}: {value}" for key, value in told), "---"]), head]
    return [head, "\n".join(f"* {key.capitalize()}: {value}" for key, value in told)]


def _nygard(facts: Facts, markdown: bool) -> list[str]:  # noqa: FBT001
    links = (
        f"Supersedes [{name}]({path})" if markdown else f"Supersedes {name}"
        for name, path in facts.supersedes
    )
    return [
        heading(facts.heading, 1, markdown),
        f"Date: {facts.date}",
        heading("Status", 2, markdown),
        facts.status.capitalize(),
        *links,
    ]


_PLAIN = {"madr": _madr, "nygard": _nygard}
