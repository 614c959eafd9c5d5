"""What comes out of a build."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from .pages import Page

_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_WARNING = re.compile(
    r"(?:(?P<file>[^\n]*?):(?:(?P<line>\d*):)? )?(?:WARNING|ERROR|CRITICAL): (?P<text>.*)", re.DOTALL
)
_CODE = re.compile(r"\s*\[(?P<code>[\w.-]+)\]\s*\Z")
_WRITTEN = re.compile(r"writing output\.\.\. \[\s*\d+%\] (\S+)")
_READ = re.compile(r"reading sources\.\.\. \[\s*\d+%\] (\S+)")


@dataclass(frozen=True)
class Warned:
    """One warning of a build: the file below the source folder, the line, the code, and the sentence."""

    file: str
    line: int
    code: str
    text: str

    @property
    def where(self) -> tuple[str, str, int]:
        """What tests compare: code, file and line."""
        return (self.code, self.file, self.line)


def read_warnings(text: str, source: Path) -> list[Warned]:
    """The warnings in the error output of a build."""
    starts = [
        m.start()
        for m in re.finditer(r"^(?:[^\n]*?:(?:\d*:)? )?(?:WARNING|ERROR|CRITICAL): ", text, re.MULTILINE)
    ]
    found = []
    for start, end in pairwise([*starts, len(text)]):
        match = _WARNING.match(text[start:end].rstrip())
        assert match is not None
        code = _CODE.search(match["text"])
        file = (match["file"] or "").replace(os.fspath(source) + os.sep, "")
        sentence = match["text"][: code.start()] if code else match["text"]
        found.append(Warned(file, int(match["line"] or 0), code["code"] if code else "", sentence.strip()))
    return found


@dataclass
class Built:
    """What came out of one build."""

    out: Path
    status: int
    warnings: list[Warned]
    messages: str
    """The error output."""
    lines: tuple[str, ...]
    """Its lines in alphabetical order, with files as they are below the source folder."""
    told: str = ""
    """What else the build said, of a build in this process."""
    app: Sphinx | None = None

    @classmethod
    def of(
        cls, out: Path, status: int, errors: str, source: Path, *, told: str = "", app: Sphinx | None = None
    ) -> Built:
        """What came out, from what the build said; *source* is where its files are."""
        messages = _COLOURS.sub("", errors)
        lines = (line.replace(os.fspath(source), "") for line in messages.splitlines() if line.strip())
        found = read_warnings(messages, source)
        return cls(out, status, found, messages, tuple(sorted(lines)), _COLOURS.sub("", told), app)

    @property
    def written(self) -> frozenset[str]:
        """The documents that were written, where one process wrote them."""
        return frozenset(_WRITTEN.findall(self.told))

    @property
    def taken_up(self) -> frozenset[str]:
        """The documents that were read, where one process read them."""
        return frozenset(_READ.findall(self.told))

    def read(self, name: str) -> str:
        """The text of a file of the output."""
        return (self.out / name).read_text(encoding="utf-8")

    def search_index(self) -> dict[str, Any]:
        """The index that the search of an HTML build looks into."""
        text = self.read("searchindex.js").removeprefix("Search.setIndex(").removesuffix(")")
        found: dict[str, Any] = json.loads(text)
        return found

    def page(self, docname: str) -> Page:
        """A page of an HTML build."""
        return Page.of(self.read(f"{docname}.html"))

    @property
    def register(self) -> dict[str, Any]:
        """``decisions.json``."""
        found: dict[str, Any] = json.loads(self.read("decisions.json"))
        return found

    def decision(self, identifier: str) -> dict[str, Any]:
        """The only decision with this ID in the register."""
        (found,) = [one for one in self.register["decisions"] if one["id"] == identifier]
        return dict(found)

    @property
    def where(self) -> list[tuple[str, str, int]]:
        """Code, file and line of each warning."""
        return [warned.where for warned in self.warnings]

    @property
    def codes(self) -> list[str]:
        """The code of each warning."""
        return [warned.code for warned in self.warnings]
