"""``sphinx-adr new``: a file for the next decision."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..log.decision import Decision, Declared
from .failure import FINE, Failure
from .naming import folder_of_records, latest, lone, next_name
from .places import shown_path
from .reading import Documentation, read_documentation
from .show import find
from .templates import TEMPLATES, Facts, fill, render
from .writing import create, inside

_SUFFIXES = {"rst": ".rst", "md": ".md"}
_STATUS = "proposed"


def run(arguments: Namespace) -> int:
    """Makes the file and prints its path."""
    title = " ".join(arguments.title.split())
    if not title:
        raise Failure("a decision needs a title.")
    read = read_documentation(arguments)
    superseded = [find(read, name) for name in arguments.supersedes]
    if not arguments.again:
        _refuse_a_title(read, title, superseded)
    folder = _folder(read, arguments.directory)
    model = latest(lone(read, folder)) or latest(lone(read))
    given = _given_template(arguments.template)
    suffix = _suffix(read, folder, arguments.format, given)
    name = next_name(read, folder, title)
    path = read.source / folder / f"{name.stem}{suffix}"
    _refuse_doubles(path, read)
    facts = Facts(
        name.heading,
        _STATUS,
        read.domain.today.isoformat(),
        tuple(_stated(read, folder, superseded)),
    )
    if given is not None:
        text = fill(_read_template(given), facts, name.number, name.id, title)
    else:
        stands = any(one.holds(posixpath.join(folder, name.stem)) for one in read.domain.document_sets)
        template = arguments.template or _template_of(read, model, stands=stands)
        text = render(template, facts, suffix, directive=not stands or template not in ("madr", "nygard"))
    create(path, text.replace("\n", _line_end(read, model)).encode(), read.source)
    print(shown_path(str(path)))
    return FINE


def _folder(read: Documentation, named: str | None) -> str:
    """The folder of the new file, seen from the documentation's."""
    if named is None:
        return folder_of_records(read)
    place = read.source / named
    here = Path(named)
    if not place.is_dir() and here.is_dir() and here.resolve().is_relative_to(read.source):
        place = here
    found = inside(place, read.source).relative_to(read.source).as_posix()
    return "" if found == "." else found


def _given_template(named: str | None) -> Path | None:
    """The project's own template, where one is named."""
    return Path(named) if named is not None and named not in TEMPLATES else None


def _read_template(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        names = ", ".join(TEMPLATES)
        raise Failure(
            f"{path} is none of the templates {names}, and no file that can be read: {error}."
        ) from error


def _suffix(read: Documentation, folder: str, named: str | None, template: Path | None) -> str:
    """The suffix of the new file: as named, else as the template, the folder, or the documentation has it."""
    known = [suffix for suffix in read.config.source_suffix if suffix in _SUFFIXES.values()]
    if named is not None:
        if _SUFFIXES[named] not in known:
            raise Failure(
                f"conf.py reads no {_SUFFIXES[named]} files; add the suffix, or an extension for it."
            )
        return _SUFFIXES[named]
    if template is not None and template.suffix in known:
        return template.suffix
    for among in (lone(read, folder), lone(read), read.ledger):
        counted = Counter(read.files[decision.docname].suffix for decision in among)
        for suffix, _ in counted.most_common():
            if suffix in known:
                return suffix
    return known[0] if known else ".rst"


def _template_of(read: Documentation, model: Decision | None, *, stands: bool) -> str:
    """The template that is nearest to the record *model*."""
    if model is None or not stands or model.declared is not Declared.DOCUMENT:
        return "full"
    text = read.files[model.docname].read_text(encoding="utf-8-sig", errors="replace")
    sections = {part.title.casefold() for part in model.parts}
    return "madr" if text.lstrip().startswith("---") or "decision outcome" in sections else "nygard"


def _refuse_doubles(path: Path, read: Documentation) -> None:
    """No other file may have the name of the document."""
    for suffix in read.config.source_suffix:
        other = path.with_name(path.stem + suffix)
        if os.path.lexists(other):
            raise Failure(f"{other} exists already; nothing was written.")


def _refuse_a_title(read: Documentation, title: str, superseded: Sequence[Decision]) -> None:
    """A decision that stands has its title for itself, whatever the case of the letters."""
    for one in read.ledger:
        if one not in superseded and _same(one.title) == _same(title):
            place = f"{shown_path(one.place.source)}:{one.place.line}"
            raise Failure(
                f"{one.label} is called {one.title!r} already ({place}); nothing was written. "
                f"Choose another title, or say --supersedes {one.label} or --again."
            )


def _same(title: str) -> str:
    return " ".join(unicodedata.normalize("NFC", title).casefold().split())


def _stated(read: Documentation, folder: str, superseded: Sequence[Decision]) -> list[tuple[str, str]]:
    """The decisions that the new one supersedes: their IDs, and the paths to their documents."""
    found = {}
    for decision in superseded:
        path = read.files[decision.docname].relative_to(read.source).as_posix()
        found[decision.label] = posixpath.relpath(path, folder or ".")
    return list(found.items())


def _line_end(read: Documentation, model: Decision | None) -> str:
    """How the lines of the record *model* end."""
    if model is None:
        return "\n"
    return "\r\n" if b"\r\n" in read.files[model.docname].read_bytes() else "\n"
