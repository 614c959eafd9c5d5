"""The languages that pages are written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec


def has_myst() -> bool:
    """Whether MyST pages can be built."""
    return find_spec("myst_parser") is not None


@dataclass(frozen=True)
class Markup:
    """A language that pages are written in; the same calls make the same page in each of them."""

    suffix: str
    heading: Callable[[str, int], str] = field(repr=False)
    fence: Callable[[str, str, Mapping[str, str], str], str] = field(repr=False)
    inline: Callable[[str, str], str] = field(repr=False)

    def title(self, text: str, level: int = 1) -> str:
        """A heading; level 1 is that of the page."""
        return self.heading(text, level)

    def directive(self, name: str, argument: str = "", /, *body: str, **options: str) -> str:
        """A directive; underscores in option names stand for hyphens."""
        named = {key.rstrip("_").replace("_", "-"): value for key, value in options.items()}
        return self.fence(name, argument, named, "\n\n".join(body))

    def role(self, name: str, text: str) -> str:
        """A role in running text."""
        return self.inline(name, text)

    def page(self, *blocks: str) -> str:
        """A page of blocks."""
        return "\n\n".join(blocks) + "\n"

    def line_of(self, page: str, piece: str) -> int:
        """The line of *page* on which *piece* first stands, counted from 1."""
        return page[: page.index(piece)].count("\n") + 1


def _rst_fence(name: str, argument: str, options: Mapping[str, str], body: str) -> str:
    lines = [
        f".. {name}:: {argument}".rstrip(),
        *(f"   :{key}: {value}".rstrip() for key, value in options.items()),
    ]
    if body:
        lines += ["", *(f"   {line}".rstrip() for line in body.splitlines())]
    return "\n".join(lines)


def _myst_fence(name: str, argument: str, options: Mapping[str, str], body: str) -> str:
    longest = max(map(len, re.findall(r"^ *(`{3,})", body, re.MULTILINE)), default=2)
    fence = "`" * (longest + 1)
    lines = [
        f"{fence}{{{name}}} {argument}".rstrip(),
        *(f":{key}: {value}".rstrip() for key, value in options.items()),
    ]
    if body:
        lines += ["", *body.splitlines()]
    return "\n".join([*lines, fence])


RST = Markup(
    ".rst",
    lambda text, level: f"{text}\n{'=-~^'[level - 1] * max(len(text.encode()), 4)}",
    _rst_fence,
    lambda name, text: f":{name}:`{text}`",
)
MYST = Markup(
    ".md",
    lambda text, level: f"{'#' * level} {text}",
    _myst_fence,
    lambda name, text: f"{{{name}}}`{text}`",
)
