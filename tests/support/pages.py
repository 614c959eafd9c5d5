"""A page of an HTML build as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser


def body_of(html: str) -> str:
    """The source of the body of a page, without what the theme puts around it."""
    start = html.index('<div class="body" role="main">')
    return html[start : html.index('<div class="clearer">', start)]


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
        return body_of(self.html)

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
