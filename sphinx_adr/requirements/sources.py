"""``adr_requirements``: the sources of requirements that a documentation names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from sphinx.util.matching import Matcher

from ..log.characters import fit
from ..log.patterns import problem_of_pattern

PLACES = ("headings", "terms", "targets", "tables", "items")
"""Where in a document an ID can stand, the strongest first: that one counts where a document has it twice."""

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "id": ("id", "requirement", "requirement id", "req", "req id", "key", "identifier"),
        "title": ("title", "name", "summary", "headline", "text", "description"),
        "uri": ("uri", "url", "link", "href"),
    }
)
"""The facts of a requirement in a file, each with the names that its column or key goes by."""

_SUFFIX = re.compile(r"\.(?:md|rst|txt)$")


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """Documents of this documentation; *within* are the :data:`PLACES` to look at."""

    documents: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    within: tuple[str, ...] = PLACES
    pattern: str | None = None

    def holds(self, docname: str) -> bool:
        """Whether *docname* belongs to this source."""
        return Matcher(self.documents)(docname) and not Matcher(self.exclude)(docname)


@dataclass(frozen=True, slots=True)
class FileSource:
    """A CSV or JSON file; *columns* names the columns or keys that are called otherwise than usual."""

    path: str
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class NeedsJsonSource:
    """A ``needs.json`` of this or another documentation.

    *version* is that of the project; without it the current one counts. *types* restricts the needs;
    *base_url* is the address of the documentation whose needs they are.
    """

    path: str
    version: str | None = None
    types: tuple[str, ...] = ()
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class NeedsSource:
    """The needs of some types that sphinx-needs knows in this documentation."""

    types: tuple[str, ...]


Source = DocumentSource | FileSource | NeedsJsonSource | NeedsSource

Read = Callable[[Mapping[str, Any]], Source]
_KINDS: Mapping[str, tuple[str, tuple[str, ...], Read]] = MappingProxyType(
    {
        "documents": (
            "documents",
            ("exclude", "in", "pattern"),
            lambda entry: DocumentSource(
                _documents(entry["documents"]),
                _documents(entry.get("exclude")),
                _words(entry.get("in")) or PLACES,
                entry.get("pattern"),
            ),
        ),
        "file": (
            "path",
            ("columns",),
            lambda entry: FileSource(entry["path"], MappingProxyType(dict(entry.get("columns", {})))),
        ),
        "needs.json": (
            "path",
            ("version", "types", "base_url"),
            lambda entry: NeedsJsonSource(
                entry["path"], entry.get("version"), _words(entry.get("types")), entry.get("base_url")
            ),
        ),
        "needs": ("types", (), lambda entry: NeedsSource(_words(entry["types"]))),
    }
)
"""For each kind of source the key that it needs, those that it can have, and how it is read."""


def read_sources(value: object) -> tuple[Source, ...]:
    """The sources in the value of ``adr_requirements``, without the entries that cannot be used."""
    entries = value if isinstance(value, (list, tuple)) else ()
    return tuple(_KINDS[entry["source"]][2](entry) for entry in entries if not problem_of(entry))


def problems_of(value: object) -> Iterator[str]:
    """What is wrong with the entries of ``adr_requirements``."""
    for number, entry in enumerate(value if isinstance(value, (list, tuple)) else (), 1):
        if problem := problem_of(entry):
            yield f"entry {number} {problem}"


def problem_of(entry: object) -> str | None:
    """Why an entry cannot be used; ``None`` where it can."""
    if not isinstance(entry, Mapping):
        return f"is {entry!r}, which is no table: {{'source': 'documents', 'documents': 'requirements/*'}}"
    kind = entry.get("source")
    if not isinstance(kind, str) or kind not in _KINDS:
        return f"has the source {kind!r}{_hint(kind, _KINDS)}"
    needed, optional, _ = _KINDS[kind]
    for key in entry:
        if key not in ("source", needed, *optional):
            return f"has {key!r}, which {kind!r} does not know{_hint(key, (needed, *optional))}"
    if not _words(entry.get(needed)):
        return f"has no {needed!r}"
    return next((said for key in entry if (said := _problem_with(key, entry[key]))), None)


def _problem_with(key: str, value: object) -> str | None:
    if key in ("path", "version", "base_url", "pattern") and not isinstance(value, str):
        return f"has {value!r} as {key!r}, which is no text"
    if key in ("documents", "exclude", "types", "in") and not _words(value):
        return f"has {value!r} as {key!r}, which is neither text nor a list of texts"
    if key == "in" and (unknown := [word for word in _words(value) if word not in PLACES]):
        return f"has {unknown[0]!r} in 'in'{_hint(unknown[0], PLACES)}"
    if key == "columns":
        if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value.values()):
            return f"has {value!r} as 'columns', which maps no words to words"
        if unknown := [word for word in value if word not in COLUMNS]:
            return f"has {unknown[0]!r} in 'columns'{_hint(unknown[0], COLUMNS)}"
    if key == "pattern" and (problem := problem_of_pattern(str(value))):
        return f"has a pattern that {problem}"
    return None


def _hint(word: object, allowed: Any) -> str:
    near = get_close_matches(str(word), list(allowed), n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(allowed)}"


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return ()


def _documents(value: object) -> tuple[str, ...]:
    return tuple(_SUFFIX.sub("", pattern.strip("/")) for pattern in _words(value))


def one_line(text: object) -> str:
    """Text of a file as a line that every format can hold; what is no text is none."""
    return " ".join(fit(text).split()) if isinstance(text, str) else ""
