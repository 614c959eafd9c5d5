"""``sphinx-adr supersede``: states in the newer record, and there alone, that it supersedes the older one."""

from __future__ import annotations

import codecs
import posixpath
import sys
from argparse import Namespace
from pathlib import Path

from ..log.decision import Decision, Declared
from ..log.links import Link, LinkState, key_of
from .failure import FINE, Failure
from .places import file_of, shown_path
from .reading import Documentation, read_documentation
from .show import find
from .statement import Statement, beside_status, in_directive, in_front_matter, in_status_section
from .writing import inside, replace


def run(arguments: Namespace) -> int:
    """Changes the newer record, makes sure that it reads as meant, and prints its path."""
    read = read_documentation(arguments)
    older, newer = find(read, arguments.old), find(read, arguments.new)
    if older is newer:
        raise Failure(f"{older.label} cannot supersede itself.")
    if link := _link(read, older, newer):
        print(f"{newer.label} supersedes {older.label} already{_effect(link, newer)}", file=sys.stderr)
        return FINE
    if _supersedes(read, older, newer):
        raise Failure(f"{older.label} supersedes {newer.label}; the other way round would be a circle.")
    path = _file(newer)
    inside(path, read.source)
    before = path.read_bytes()
    after = _stated(read, before, path, older, newer)
    replace(path, after, read.source)
    try:
        again = read_documentation(Namespace(**(vars(arguments) | {"quiet": True})))
        link = _link(again, find(again, older.label), find(again, newer.label))
    except BaseException:
        _put_back(path, before, read.source)
        raise
    if link is None:
        _put_back(path, before, read.source)
        raise Failure(_by_hand(older, newer))
    print(shown_path(str(path)))
    print(f"{newer.label} supersedes {older.label}{_effect(link, newer)}", file=sys.stderr)
    return FINE


def _put_back(path: Path, before: bytes, source: Path) -> None:
    try:
        replace(path, before, source)
    except Failure as failure:
        raise Failure(
            f"the line that was added to {path} could not be taken out again: {failure}"
        ) from failure


def _link(read: Documentation, older: Decision, newer: Decision) -> Link | None:
    """The link by which *newer* supersedes the whole of *older*, whichever side states it."""
    for link in read.ledger.links_of.get(key_of(newer), ()):
        if link.whole and link.source == key_of(newer) and link.target == key_of(older):
            return link
    return None


def _supersedes(read: Documentation, newer: Decision, older: Decision) -> bool:
    """Whether a chain of supersessions leads from *newer* to *older*."""
    seen, ahead = set(), [key_of(newer)]
    while ahead:
        key = ahead.pop()
        if key == key_of(older):
            return True
        if key not in seen:
            seen.add(key)
            links = read.ledger.links_of.get(key, ())
            ahead += [link.target for link in links if link.whole and link.source == key and link.target]
    return False


def _effect(link: Link, newer: Decision) -> str:
    """What the link does, in words that end a sentence."""
    if link.state is LinkState.PROSPECTIVE:
        return f", once {newer.label} is accepted: its status is {newer.status}"
    if link.state is LinkState.VOID:
        return f", which changes nothing: {newer.label} is {newer.status}"
    return ""


def _file(decision: Decision) -> Path:
    name, lines_count = file_of(decision.place.source)
    if not lines_count:
        raise Failure(f"{decision.label} stands in a docstring; state the supersession there by hand.")
    return Path(name)


def _by_hand(older: Decision, newer: Decision) -> str:
    place = f"{shown_path(newer.place.source)}:{newer.place.line}"
    said = f"say there by hand that it supersedes {older.label}"
    return f"the form of {newer.label} ({place}) takes no statement; {said}."


def _stated(read: Documentation, content: bytes, path: Path, older: Decision, newer: Decision) -> bytes:
    """The content of the file with the statement; byte order mark, encoding and line ends stay."""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    encoding = str(read.config.source_encoding).removesuffix("-sig")
    # Bytes that are not of the encoding go through unchanged.
    text = content[len(mark) :].decode(encoding, "surrogateescape")
    target = read.files[older.docname].relative_to(read.source).as_posix()
    statement = Statement(
        older.id or f"/{target}", posixpath.relpath(target, posixpath.dirname(newer.docname) or ".")
    )
    if newer.declared is Declared.DOCUMENT:
        changed = _in_document(read, text, path, newer, statement)
    else:
        changed = in_directive(text, newer.place.line, statement)
    if changed is None:
        raise Failure(_by_hand(older, newer))
    return mark + changed.encode(encoding, "surrogateescape")


def _in_document(
    read: Documentation, text: str, path: Path, newer: Decision, statement: Statement
) -> str | None:
    """The text of a document that is read as it stands, with the statement where it has room for one."""
    markdown = path.suffix == ".md"
    here = sorted(one.place.line for one in read.ledger if one.docname == newer.docname)
    alone = len(here) == 1
    first = 1 if alone else newer.place.line
    last = next((line - 1 for line in here if line > newer.place.line), text.count("\n") + 1)
    changed = in_front_matter(text, statement) if markdown and alone else None
    if changed is None:
        changed = in_status_section(text, first, last, statement, markdown=markdown)
    return beside_status(text, first, last, statement) if changed is None else changed
