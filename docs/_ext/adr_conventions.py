"""``adr-conventions``: what is read in documents that exist already, from the tables of the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst.states import RSTState
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from sphinx_adr.log import section_names
from sphinx_adr.log.languages import LANGUAGES, language
from sphinx_adr.log.section_names import ENGLISH_SECTION_NAMES, ENGLISH_SIDE_NAMES, SIDE_MARKS
from sphinx_adr.reading.existing import fields, parts, sets
from sphinx_adr.reading.phrases import wording


def _table(heads: tuple[str, str], rows: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    yield from (
        ".. list-table::",
        "   :header-rows: 1",
        "   :widths: 20 80",
        "",
        f"   * - {heads[0]}",
        f"     - {heads[1]}",
    )
    for name, words in rows:
        yield f"   * - ``{name}``"
        yield "     - " + ", ".join(sorted(words))
    yield ""


def _grouped(table: Mapping[str, object]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for words, meaning in table.items():
        found.setdefault(str(meaning), []).append(words)
    return found


def _fields() -> Iterator[str]:
    yield from _table(("Field", "Names"), sorted(_grouped(fields.ENGLISH_NAMES).items()))


def _sections() -> Iterator[str]:
    yield from _table(("Part", "Titles"), sorted(_grouped(ENGLISH_SECTION_NAMES).items()))


def _sides() -> Iterator[str]:
    yield from _table(("Side", "Titles"), sorted(_grouped(ENGLISH_SIDE_NAMES).items()))
    marks = (f"``{mark}``" for mark in SIDE_MARKS)
    yield "So do the signs " + " ".join(marks) + " in front of a statement."


def _phrases() -> Iterator[str]:
    named = {
        words: f"{phrase.kind}{' (said from the older side)' if phrase.inverse else ''}"
        for words, phrase in wording.ENGLISH_PHRASES.items()
    }
    yield from _table(("Link", "Phrases"), sorted(_grouped(named).items()))


def _languages() -> Iterator[str]:
    for one in LANGUAGES:
        statuses = (words for words in one.statuses.values())
        names = (words for words in one.fields.values())
        sections = (words for words in one.sections.values())
        phrases = (words for sides in one.links.values() for words in sides if words)
        said = (("Statuses", statuses), ("Fields", names), ("Sections", sections), ("Links", phrases))
        yield from _table((one.name, "Words"), ((name, _split(words)) for name, words in said))


def _split(lists: Iterable[str]) -> Iterator[str]:
    """The words of several lists, in their basic form."""
    for words in lists:
        yield from (re.sub(r"/[ae]\b", "", word).strip() for word in words.split(","))


def _groups() -> Iterator[str]:
    yield from _table(("Status", "Words"), sorted(_grouped(parts.GROUP_STATUS).items()))


def _beside() -> Iterator[str]:
    yield ", ".join(f"``{name}``" for name in sets.NOT_RECORDS)


TOPICS: Mapping[str, Callable[[], Iterator[str]]] = {
    "fields": _fields,
    "sections": _sections,
    "sides": _sides,
    "phrases": _phrases,
    "groups": _groups,
    "beside": _beside,
    "languages": _languages,
}
"""What ``adr-conventions`` can show."""


class Conventions(SphinxDirective):
    """``{adr-conventions} fields``."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {}

    def run(self) -> list[nodes.Node]:
        """The table, parsed in place."""
        for module in (fields, parts, sets, section_names, wording, language):
            self.env.note_dependency(inspect.getfile(module))
        text = "\n".join(TOPICS[self.arguments[0]]())
        if not isinstance(self.state, RSTState):
            text = f"```{{eval-rst}}\n{text}\n```"
        return self.parse_text_to_nodes(text)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directive."""
    app.add_directive("adr-conventions", Conventions)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
