"""The names that decisions go by, and which decisions a name can mean."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from .decision import Decision
from .identifiers import normal_id

_NUMBER = re.compile(r"#?0*(\d{1,9})")
_LAST_NUMBER = re.compile(r"(\d+)\D*$")
_SUFFIXES = (".rst", ".md", ".html", ".txt")

Labels = Mapping[str, tuple[str, str]]
"""Labels of the documentation: the document and the anchor of each."""


Name = TypeVar("Name", bound=Hashable)


class Names:
    """A directory of *decisions* by everything that authors call them.

    A name that begins with ``/`` is the path of a document, perhaps with an anchor behind ``#``, and means
    nothing else: a file that is missing is not found by its number. ``label:x`` is a label of *labels*, or
    where there is no such label, ``x``.
    """

    def __init__(self, decisions: Iterable[Decision], labels: Labels = MappingProxyType({})) -> None:
        self._labels = labels
        self._decisions = tuple(decisions)
        self._exact: dict[str, list[Decision]] = {}
        self._former: dict[str, list[Decision]] = {}
        for decision in self._decisions:
            if decision.id:
                self._exact.setdefault(decision.id, []).append(decision)
            for name in dict.fromkeys(decision.formerly):
                self._former.setdefault(name, []).append(decision)

    # Most names are IDs as they are written: what else there is to know is found out when it is asked for.

    @cached_property
    def _normal(self) -> Mapping[str, Sequence[Decision]]:
        return _directory((normal_id(one.id), [one]) for one in self._decisions if one.id)

    @cached_property
    def _former_normal(self) -> Mapping[str, Sequence[Decision]]:
        former = ((dict.fromkeys(map(normal_id, one.formerly)), one) for one in self._decisions)
        return _directory((name, [one]) for names, one in former for name in names)

    @cached_property
    def _documents(self) -> Mapping[str, Sequence[Decision]]:
        return _directory((one.docname, [one]) for one in self._decisions)

    @cached_property
    def _files(self) -> Mapping[str, Sequence[str]]:
        files: dict[str, list[str]] = {}
        for docname in self._documents:
            files.setdefault(docname.rpartition("/")[2], []).append(docname)
        return files

    @cached_property
    def _titles(self) -> Mapping[str, Sequence[Decision]]:
        return _directory((_title(one.title), [one]) for one in self._decisions)

    @cached_property
    def _numbers(self) -> Mapping[int, Sequence[Decision]]:
        numbered = ((_LAST_NUMBER.search(one.id), one) for one in self._decisions)
        return _directory((int(match[1]), [one]) for match, one in numbered if match)

    @property
    def by_id(self) -> Mapping[str, Sequence[Decision]]:
        """The decisions of each ID."""
        return self._exact

    def find(self, name: str) -> Sequence[Decision]:
        """The decisions that *name* can mean; more than one is an ambiguity.

        The first of these that knows it decides: an ID, a former ID, either spelled otherwise, a document, the
        only file of that name, a number alone, an exact title.
        """
        if name.startswith("/"):
            return self.find_document(name[1:])
        if name.startswith("label:"):
            name = name.removeprefix("label:")
            docname, anchor = self._labels.get(name, ("", ""))
            return self.find_document(f"{docname}#{anchor}") if docname else self.find(name)
        if exact := self._exact.get(name) or self._former.get(name):
            return exact
        spelled = normal_id(name)
        if (
            found := self._normal.get(spelled)
            or self._former_normal.get(spelled)
            or self._documents.get(_stem(name))
        ):
            return found
        if len(files := self._files.get(_stem(name), [])) == 1:
            return self._documents[files[0]]
        if number := _NUMBER.fullmatch(name.strip()):
            return self._numbers.get(int(number[1]), ())
        return self._titles.get(_title(name), ()) if name.strip() else ()

    def find_document(self, path: str) -> Sequence[Decision]:
        """The decisions in the document at *path*: of those, the one around the anchor behind ``#``.

        A file that is not where the path says is found by its name in another folder, if there is one file
        of that name, or one whose folders fit best.
        """
        stem, _, anchor = path.partition("#")
        stem = _stem(stem)
        records: Sequence[Decision] = (
            self._documents.get(stem) or self._documents.get(self._elsewhere(stem)) or []
        )
        if len(records) > 1 and anchor:
            return [d for d in records if anchor == d.anchor or anchor in d.anchors] or records
        return records

    def _elsewhere(self, stem: str) -> str:
        folders, _, name = stem.rpartition("/")
        fitting = [
            (_shared(folders, docname.rpartition("/")[0]), docname) for docname in self._files.get(name, ())
        ]
        best = max((shared for shared, _docname in fitting), default=0)
        found = [docname for shared, docname in fitting if shared == best]
        return found[0] if len(found) == 1 else ""


def _directory(entries: Iterable[tuple[Name, Iterable[Decision]]]) -> Mapping[Name, Sequence[Decision]]:
    """All decisions that *entries* have under each name, in their order."""
    found: dict[Name, list[Decision]] = {}
    for name, decisions in entries:
        found.setdefault(name, []).extend(decisions)
    return found


def _shared(one: str, other: str) -> int:
    """How many folders at the end of two paths are the same."""
    count = 0
    for a, b in zip(reversed(one.split("/")), reversed(other.split("/")), strict=False):
        if a != b:
            break
        count += 1
    return count


def _stem(path: str) -> str:
    path = path.lstrip("/")
    for suffix in _SUFFIXES:
        path = path.removesuffix(suffix)
    return path


def _title(text: str) -> str:
    return " ".join(text.casefold().split())


def shown_name(name: str) -> str:
    """A name as authors know it: paths and labels without their mark."""
    return name.removeprefix("label:").removeprefix("/")
