"""What our directives have in common: options as raw strings, and findings instead of errors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import takewhile
from typing import ClassVar

from docutils.parsers.rst.states import RSTState
from sphinx.util.docutils import SphinxDirective

from ..domain import adr_domain
from ..log.characters import fit
from ..log.finding import Code, Finding, Place
from ..reading.places import whole_path
from .options import AnyOption

_OPTION = re.compile(r":(?!:)([^:]+):(?:\s|$)")
_YAML_OPTION = re.compile(r"([\w-]+)\s*:(?:\s|$)")


class AdrDirective(SphinxDirective):
    """A directive whose options are checked by itself; *known* names them, *aliases* other words for them."""

    option_spec = AnyOption()
    known: ClassVar[tuple[str, ...]] = ()
    aliases: ClassVar[Mapping[str, str]] = {}

    @property
    def place(self) -> Place:
        """Where the directive stands."""
        source, line = self.get_source_info()
        return Place(whole_path(source or ""), line or 0)

    def warn(self, code: Code, message: str) -> None:
        """Keeps a finding with the document."""
        adr_domain(self.env).note_finding(self.env.docname, Finding(code, message, self.place))

    def checked_options(self) -> dict[str, str]:
        """The options by their own names; unknown ones are reported and left out."""
        for written in self._repeated():
            self.warn(
                Code.OPTION_INVALID, f"{self.name} has the option {written!r} twice; the last one counts"
            )
        for line, reason in self._strays():
            self.warn(Code.OPTION_INVALID, f"{line!r} is no option of this {self.name}: {reason}")
        checked: dict[str, str] = {}
        for written, given in self.options.items():
            value = fit(given)
            word = written.casefold().replace("_", "-")
            name = self.aliases.get(word, word)
            if name not in self.known:
                self.warn(
                    Code.OPTION_UNKNOWN, f"{self.name} has no option {written!r}{self.hint(name, self.known)}"
                )
            elif name in checked and value:
                checked[name] = f"{checked[name]}, {value}"
            else:
                checked[name] = value
        return checked

    def _repeated(self) -> Iterator[str]:
        """The options that are written more than once; reStructuredText itself refuses such a directive."""
        if isinstance(self.state, RSTState):
            return iter(())
        lines = [line.strip() for line in self.block_text.splitlines()[1:]]
        if lines[:1] == ["---"]:
            block = takewhile(lambda line: line != "---", lines[1:])
            names = [match[1] for line in block if (match := _YAML_OPTION.match(line))]
        else:
            names = [match[1] for match in takewhile(bool, map(_OPTION.match, lines)) if match]
        return (name for name, count in Counter(names).items() if count > 1)

    def option_lines(self) -> dict[str, list[tuple[int, str]]]:
        """For each option, by its own name, the lines that it is written on, each with its text."""
        found: dict[str, list[tuple[int, str]]] = {}
        lines = [line.strip() for line in self.block_text.splitlines()]
        in_yaml = lines[1:2] == ["---"]
        name, first = None, self.place.line
        for offset, text in enumerate(lines[1 + in_yaml :], 1 + in_yaml):
            if match := (_YAML_OPTION if in_yaml else _OPTION).match(text):
                word = match[1].casefold().replace("_", "-")
                name = self.aliases.get(word, word)
            elif text == "---" or not text:
                break
            if name is not None and first:
                found.setdefault(name, []).append((first + offset, text))
        return found

    def _strays(self) -> Iterator[tuple[str, str]]:
        """The lines that were meant as options and are read as title or text, each with the reason."""
        for line in "\n".join(self.arguments).splitlines()[1:]:
            if self._names_option(line):
                yield line.strip(), "indented otherwise than the options below it, it belongs to the title"
        first = next((line for line in self.content if line.strip()), "")
        if not self.options and self._names_option(first):
            yield first.strip(), "below a blank line, it belongs to the text"

    def _names_option(self, line: str) -> bool:
        match = _OPTION.match(line.strip())
        word = match[1].casefold().replace("_", "-") if match else ""
        return self.aliases.get(word, word) in self.known

    @staticmethod
    def hint(word: str, allowed: Iterable[str]) -> str:
        """The nearest allowed word, or all of them."""
        allowed = list(allowed)
        near = get_close_matches(word, allowed, n=1)
        return f"; did you mean {near[0]!r}?" if near else f"; it has: {', '.join(allowed)}"

    @property
    def takes_sections(self) -> bool:
        """Whether headings in the body may be parsed as sections: MyST would let them escape the directive."""
        return isinstance(self.state, RSTState)
