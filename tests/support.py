"""A small harness: write pages, build them, and read what came out as a user would."""

from __future__ import annotations

import gettext
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from importlib.util import find_spec
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state

ROOT = Path(__file__).parents[1]
_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_WARNING = re.compile(
    r"(?:(?P<file>[^\n]*?):(?:(?P<line>\d*):)? )?(?:WARNING|ERROR|CRITICAL): (?P<text>.*)", re.DOTALL
)
_CODE = re.compile(r"\s*\[(?P<code>[\w.-]+)\]\s*\Z")


def has_myst() -> bool:
    """Whether MyST pages can be built."""
    return find_spec("myst_parser") is not None


# -- markup ---------------------------------------------------------------------------------------------------


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


# -- building -------------------------------------------------------------------------------------------------


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
    app: Sphinx | None = None

    def read(self, name: str) -> str:
        """The text of a file of the output."""
        return (self.out / name).read_text(encoding="utf-8")

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


class Project:
    """A documentation in a folder of its own."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.settings: dict[str, object] = {}
        self.extensions = ["sphinx_adr"]
        self.conf = ""
        source.mkdir(parents=True, exist_ok=True)

    def write(self, files: Mapping[str, str]) -> Project:
        """Writes pages and other files."""
        for name, text in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return self

    def configure(self, **settings: object) -> Project:
        """Sets values in ``conf.py``."""
        self.settings |= settings
        return self

    def _write_conf(self) -> None:
        extensions = list(self.extensions)
        settings: dict[str, object] = {
            "project": "Meter",
            "version": "1.0",
            "copyright": "2025, Meter",
            "html_theme": "basic",
            "exclude_patterns": ["_build", "shared"],
            "extensions": extensions,
        }
        if any(self.source.rglob("*.md")):
            extensions.append("myst_parser")
            settings["myst_enable_extensions"] = ["colon_fence", "deflist"]
            settings["source_suffix"] = {".rst": "restructuredtext", ".md": "markdown"}
        lines = [f"{name} = {value!r}" for name, value in (settings | self.settings).items()]
        text = "\n".join([*lines, self.conf, ""])
        path = self.source / "conf.py"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

    def build(
        self,
        builder: str = "html",
        *,
        nitpicky: bool = True,
        strict: bool = False,
        tags: Sequence[str] = (),
        doctrees: str = "doctrees",
    ) -> Built:
        """Builds in this process; *strict* asserts that nothing was warned about."""
        self._write_conf()
        out = self.source.parent / "out" / builder
        warning = StringIO()
        saved = sys.path[:]
        try:
            app = Sphinx(
                self.source,
                self.source,
                out,
                self.source.parent / doctrees,
                builder,
                {"nitpicky": True} if nitpicky else {},
                status=None,
                warning=warning,
                tags=list(tags),
                warningiserror=True,
            )
            app.build()
        finally:
            sys.path[:] = saved
            _clean_up_global_state()
            # Python keeps catalogues by their paths, whatever becomes of the files.
            gettext._translations.clear()  # type: ignore[attr-defined]
        messages = _COLOURS.sub("", warning.getvalue())
        built = Built(out, app.statuscode, read_warnings(messages, self.source), messages, app)
        if strict:
            assert not messages, messages
            assert built.status == 0
        return built

    def run(self, *arguments: str, builder: str = "html", env: Mapping[str, str] | None = None) -> Built:
        """Builds by ``sphinx-build`` in a process of its own."""
        self._write_conf()
        out = self.source.parent / "out" / builder
        places = ["-d", str(self.source.parent / "doctrees"), str(self.source), str(out)]
        paths = os.pathsep.join([str(ROOT), *((env or {}).get("PYTHONPATH", ""),)]).rstrip(os.pathsep)
        done = subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-b", builder, *places, *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **(env or {}), "PYTHONPATH": paths},
        )
        messages = _COLOURS.sub("", done.stderr)
        return Built(out, done.returncode, read_warnings(messages, self.source), messages)


# -- reading pages --------------------------------------------------------------------------------------------


@dataclass
class Page:
    """A page of an HTML build."""

    html: str
    ids: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, html: str) -> Page:
        """The page with this source."""
        page = cls(html)
        _Reader(page).feed(html)
        return page

    @property
    def body(self) -> str:
        """The source of the body, without what the theme puts around it."""
        start = self.html.index('<div class="body" role="main">')
        return self.html[start : self.html.index('<div class="clearer">', start)]

    @property
    def text(self) -> str:
        """The words of the body, with one blank between them."""
        return words_of(self.body)

    def box(self, css_class: str) -> str:
        """The words of the first element with *css_class*."""
        return next(self.boxes(css_class))

    def boxes(self, css_class: str) -> Iterator[str]:
        """The words of each element with *css_class*."""
        for match in re.finditer(rf'<(\w+)[^>]* class="(?:[^"]* )?{css_class}(?: [^"]*)?"[^>]*>', self.html):
            yield words_of(element_at(self.html, match.start()))


def element_at(html: str, start: int) -> str:
    """The source of the element that begins at *start*."""
    tag = re.match(r"<(\w+)", html[start:])
    assert tag is not None
    depth = 0
    for match in re.finditer(rf"<(/?){tag[1]}\b[^>]*?(/?)>", html[start:]):
        depth += -1 if match[1] else 0 if match[2] else 1
        if depth == 0:
            return html[start : start + match.end()]
    return html[start:]


def words_of(html: str) -> str:
    """The words of an HTML fragment."""
    html = re.sub(r"<(svg|style|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    html = re.sub(r'<a class="headerlink".*?</a>', "", html, flags=re.DOTALL)
    html = re.sub(r"</?(?:a|abbr|b|code|em|i|span|strong|time)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._heading: tuple[int, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self._page.ids.append(found["id"] or "")
        if tag == "a" and found.get("href"):
            self._page.hrefs.append(found["href"] or "")
        if re.fullmatch(r"h[1-6]", tag):
            self._heading = (int(tag[1]), [])

    def handle_data(self, data: str) -> None:
        if self._heading:
            self._heading[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._heading and tag == f"h{self._heading[0]}":
            level, pieces = self._heading
            self._page.headings.append((level, "".join(pieces).replace("¶", "").strip()))
            self._heading = None
