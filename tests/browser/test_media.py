"""Other ways to see a page: from right to left, with forced colours, and on paper."""

from __future__ import annotations

import pytest

from .test_looks import PAGES, RICH

PAPER = 718
"""The width of A4 between margins of 1 cm, in CSS pixels."""
THEMES = [pytest.param(theme, marks=pytest.mark.xdist_group(theme)) for theme in ("furo", "sphinx_rtd_theme")]


def room(browser):
    return browser.measure("sideways") + browser.measure("collisions")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", (*RICH, "demo/log", "styles", "sixty-views"))
def test_right_to_left(browser, site, theme, page):
    """Pages are mirrored; identifiers and the directions of drawings are not."""
    for width in (1280, 390):
        browser.open(site(theme) / f"{page}.html", width=width)
        browser.js("document.documentElement.dir = 'rtl'")
        assert room(browser) == [], width
        style = (
            "const e = document.querySelector(arguments[0]);"
            "return e && getComputedStyle(e, arguments[1])[arguments[2]]"
        )
        assert browser.js(style, ".adr-header, .adr-banner", None, "borderRightWidth") in ("4px", None)
        assert browser.js(style, ".adr-badge.adr-s-superseded", "::before", "transform") in (
            "matrix(-1, 0, 0, 1, 0, 0)",
            None,
        )
        assert browser.js(style, ".adr-ui .adr-id", None, "direction") == "ltr"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("system", ["light", "dark"])
def test_forced_colours(browser, site, theme, system):
    """Everything is in colours of the system, and every shape is still there."""
    found = []
    for page in (*RICH, "demo/history"):
        browser.open(site(theme) / f"{page}.html")
        browser.emulate(system=system, forced=True)
        found += browser.measure("text", None) + browser.measure("marks")
    browser.emulate()
    assert found == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", PAGES)
def test_on_paper(browser, site, theme, page, tmp_path):
    """Nothing needs scrolling, nothing sticks, and controls stay on the screen."""
    browser.open(site(theme) / f"{page}.html", width=PAPER)
    browser.emulate(media="print")
    found = browser.js(
        """const found = [], paper = document.scrollingElement.clientWidth;
        for (const e of document.querySelectorAll('.adr-ui, .adr-ui *')) {
          const style = getComputedStyle(e), box = e.getBoundingClientRect();
          const name = e.localName + '.' + e.getAttribute('class');
          if (!e.checkVisibility() || e.closest('.adr-sr, thead.adr-sr')) continue;
          if (box.right > paper + 1) found.push(`${name} ends at ${Math.round(box.right)} of ${paper} px`);
          if (style.position === 'sticky') found.push(`${name} sticks`);
          if (/auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(`${name} scrolls`);
          if (e.matches('input, select, .adr-tools')) found.push(`${name} is a control`);
        }
        return [...new Set(found)].slice(0, 9)"""
    )
    printed = browser.pdf(tmp_path / "page.pdf").read_bytes()
    browser.emulate()
    assert found == []
    assert printed.startswith(b"%PDF")
