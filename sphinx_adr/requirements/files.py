"""Requirements in files beside the documents: CSV with a header, JSON, and ``needs.json``."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..log.decision import Requirement
from ..log.finding import Code, Finding, Place
from ..log.identifiers import is_valid_id
from .sources import COLUMNS, FileSource, NeedsJsonSource, Source, one_line

LARGEST = 16_000_000
"""The size in bytes up to which a file is read."""

_NEEDS_FORMAT = 1
_DELIMITERS = ",;\t|"


class UnreadableFileError(Exception):
    """A file, or what follows *line* of it, cannot be read as a source of requirements."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a file says of one requirement, not checked yet."""

    id: object
    title: object
    uri: object
    line: int


def read_files(sources: Iterable[Source], srcdir: Path) -> tuple[list[Requirement], list[Finding]]:
    """The requirements in the files among *sources*, and what is wrong with these files.

    Files lie inside *srcdir*. What precedes an error in a file is kept.
    """
    requirements: list[Requirement] = []
    findings: list[Finding] = []
    for source in sources:
        if not isinstance(source, (FileSource, NeedsJsonSource)):
            continue
        path = srcdir / source.path
        try:
            text = _text(_bytes(path, srcdir))
            entries = _needs(text, source) if isinstance(source, NeedsJsonSource) else _entries(text, source)
            for entry in entries:
                requirements += _checked(entry, path, source, findings)
        except UnreadableFileError as error:
            findings.append(Finding(Code.REQUIREMENT_SOURCE, str(error), Place(str(path), error.line)))
    return requirements, findings


def looks_of(sources: Iterable[Source], srcdir: Path) -> Iterator[bytes]:
    """For each file among *sources* a digest of what is in it, or else what keeps it from being read."""
    for source in sources:
        if isinstance(source, (FileSource, NeedsJsonSource)):
            try:
                yield hashlib.sha256(_bytes(srcdir / source.path, srcdir)).digest()
            except UnreadableFileError as error:
                yield str(error).encode("utf-8", "surrogatepass")


def _bytes(path: Path, srcdir: Path) -> bytes:
    """What is in a file; everything that keeps it from being read is said in one way."""
    try:
        if not path.resolve().is_relative_to(srcdir.resolve()):
            raise UnreadableFileError("a source of requirements must lie inside the source folder")
        if path.exists() and not path.is_file():
            # A pipe that nobody writes to would be waited for.
            raise UnreadableFileError("the source of requirements cannot be read: it is no file")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(f"the source of requirements cannot be read: {reason}") from None
    if len(raw) > LARGEST:
        raise UnreadableFileError(f"the source of requirements has more than {LARGEST // 1_000_000} MB")
    return raw


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError("the source of requirements is not UTF-8", line) from None


def _checked(entry: _Entry, path: Path, source: Source, findings: list[Finding]) -> Iterator[Requirement]:
    place = Place(str(path), entry.line)
    identifier = entry.id.strip() if isinstance(entry.id, str) else ""
    if not is_valid_id(identifier):
        what = f"{entry.id!r} is no ID" if entry.id not in (None, "") else "it has none"
        findings.append(Finding(Code.REQUIREMENT_MALFORMED, f"a requirement needs an ID, and {what}", place))
        return
    uri = entry.uri.strip() if isinstance(entry.uri, str) else ""
    yield Requirement(
        id=identifier,
        title=one_line(entry.title),
        uri=uri if _is_address(uri) else None,
        source="needs" if isinstance(source, NeedsJsonSource) else "file",
        place=place,
    )


def _is_address(uri: str) -> bool:
    """Whether *uri* is an address of the web: never a script, never relative to who knows which page."""
    return uri.partition(":")[0].casefold() in ("http", "https")


def _entries(text: str, source: FileSource) -> Iterator[_Entry]:
    if source.path.casefold().endswith(".json"):
        return _json_entries(text, source)
    return _csv_entries(text, source)


# -- CSV ----------------------------------------------------------------------------------------------------


def _csv_entries(text: str, source: FileSource) -> Iterator[_Entry]:
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = _columns(next(rows, []), source.columns)
        line = rows.line_num + 1
        for row in rows:
            if any(row):
                identifier, title, uri = (_cell(row, columns.get(fact)) for fact in COLUMNS)
                yield _Entry(identifier, title, uri, line)
            line = rows.line_num + 1
    except csv.Error as error:
        raise UnreadableFileError(f"the source of requirements is no CSV: {error}", rows.line_num) from None


def _columns(head: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    """The column of each fact."""
    names = [name.strip().casefold().replace("_", " ") for name in head]
    found: dict[str, int] = {}
    for fact, usual in COLUMNS.items():
        wanted = (given[fact].casefold().replace("_", " "),) if fact in given else usual
        position = next((names.index(name) for name in wanted if name in names), None)
        if position is not None:
            found[fact] = position
    if "id" not in found:
        wanted = (given["id"],) if "id" in given else COLUMNS["id"]
        raise UnreadableFileError(f"no column is called {' or '.join(map(repr, wanted))}", 1)
    return found


def _cell(row: Sequence[str], position: int | None) -> str:
    return row[position] if position is not None and position < len(row) else ""


# -- JSON ---------------------------------------------------------------------------------------------------


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"the source of requirements is no JSON: {error.msg}"
        raise UnreadableFileError(message, error.lineno) from None
    except RecursionError:
        raise UnreadableFileError("the source of requirements is nested too deeply") from None
    except ValueError as error:
        raise UnreadableFileError(f"the source of requirements is no JSON: {error}") from None


class _Lines:
    """The lines on which IDs stand in a text, looked up in their order."""

    def __init__(self, text: str) -> None:
        self._text, self._position, self._line = text, 0, 1

    def of(self, identifier: object) -> int:
        """The line of the next place where *identifier* stands as a text; the last one where it does not."""
        found = self._text.find(json.dumps(identifier, ensure_ascii=False), self._position)
        if found >= 0:
            self._line += self._text.count("\n", self._position, found)
            self._position = found
        return self._line


def _json_entries(text: str, source: FileSource) -> Iterator[_Entry]:
    """Requirements in a list of objects or of IDs, or in an object by ID; perhaps below ``requirements``."""
    document = _json(text)
    if isinstance(document, dict) and isinstance(document.get("requirements"), (list, dict)):
        document = document["requirements"]
    if isinstance(document, dict):
        items: Iterable[tuple[object, object]] = document.items()
    elif isinstance(document, list):
        items = ((None, item) for item in document)
    else:
        raise UnreadableFileError("the source of requirements is neither a list nor an object", 1)
    lines = _Lines(text)
    for key, item in items:
        facts = item if isinstance(item, dict) else {"title": item} if key is not None else {"id": item}
        named = {str(name).casefold().replace("_", " "): value for name, value in facts.items()}
        identifier = _fact(named, "id", source.columns) or key
        line = lines.of(identifier)
        title, uri = (_fact(named, fact, source.columns) for fact in ("title", "uri"))
        yield _Entry(identifier, title, uri, line)


def _fact(named: Mapping[str, object], fact: str, given: Mapping[str, str]) -> object:
    names = (given[fact].casefold().replace("_", " "),) if fact in given else COLUMNS[fact]
    return next((named[name] for name in names if name in named), None)


def _needs(text: str, source: NeedsJsonSource) -> Iterator[_Entry]:
    """The needs of one version in a ``needs.json``."""
    document = _json(text)
    versions = document.get("versions") if isinstance(document, dict) else None
    if not isinstance(versions, dict):
        raise UnreadableFileError("this is no needs.json: it has no 'versions'", 1)
    written = document.get("format_version", _NEEDS_FORMAT)
    if written != _NEEDS_FORMAT:
        message = f"this needs.json has the format {written!r}; only {_NEEDS_FORMAT} is known"
        raise UnreadableFileError(message, 1)
    version = source.version if source.version is not None else document.get("current_version")
    chosen = versions.get(version) if isinstance(version, str) else None
    if not isinstance(chosen, dict) or not isinstance(chosen.get("needs"), dict):
        has = ", ".join(map(repr, versions)) or "none"
        message = f"this needs.json has no needs of the version {version!r}; it has: {has}"
        raise UnreadableFileError(message, 1)
    lines = _Lines(text)
    for key, need in chosen["needs"].items():
        facts = need if isinstance(need, dict) else {}
        if source.types and facts.get("type") not in source.types:
            continue
        yield _Entry(key, facts.get("title"), _need_address(key, facts, source), lines.of(key))


def _need_address(key: str, facts: Mapping[str, Any], source: NeedsJsonSource) -> str | None:
    if isinstance(facts.get("external_url"), str) and facts["external_url"]:
        return str(facts["external_url"])
    if source.base_url is None or not isinstance(facts.get("docname"), str):
        return None
    return f"{source.base_url.rstrip('/')}/{facts['docname']}.html#{key}"
