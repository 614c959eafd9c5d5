"""What readers see: contrast, room and what axe-core says, in every theme, mode and width."""

from __future__ import annotations

import os
import re

import pytest

from .chromium import SWITCHES

PAGES = (
    "demo/decisions/0013-clickhouse-for-event-storage",
    "demo/decisions/0009-timescaledb-for-event-storage",
    "demo/decisions/conventions",
    "demo/log",
    "demo/traceability",
    "demo/history",
    "demo/requirements",
    "kitchen-sink",
    "styles",
    "sixty-views",
    "hard",
    "hard-views",
)
"""Every kind of page that has something of ours."""
RICH = ("demo/decisions/0009-timescaledb-for-event-storage", "demo/traceability", "kitchen-sink")
"""Three of them, on which everything can be seen."""
WIDTHS = (1280, 768, 390, 320)
LAID_OUT_ONCE = ("sphinx_nefertiti",)
"""Themes that place their footer for the width that a page begins with: resized, it lies on what we show."""
SOAK = "SOAK" in os.environ
CONTRAST = ["color-contrast"]
AXE = {
    ("light", 1280): {},
    ("light", 768): {"without": CONTRAST},
    ("light", 390): {},
    ("dark", 1280): {"only": CONTRAST},
}
"""Where axe-core looks, and for what: contrast is most of its work, and the same at any width but for phones."""
if SOAK:
    AXE = {(mode, width): {} for mode in ("light", "dark") for width in WIDTHS[:3]}


def contrast(browser, page, link):
    """Text has at least 4.5 to 1, marks have 3 to 1."""
    return [f"{page}: {line}" for line in (*browser.measure("text", link), *browser.measure("marks"))]


def opened(browser, root, page, link=None, **how):
    """Opens a page, and tells the colour that links have on an ordinary page of the theme."""
    if link is None:
        browser.open(root / "plain.html", **how)
        link = browser.measure("link")
    browser.open(root / f"{page}.html", **how)
    return link


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_for_everybody_in_every_mode_and_at_every_width(browser, site, theme, page):
    """By WCAG 2.2 A and AA and best practices, as far as axe-core knows them; and by our own measures.

    The page does not scroll sideways because of us, nothing sticks out, is cut off or lies on something else.
    """
    root, found = site(theme), []
    for system in ("dark", "light"):
        link = opened(browser, root, page, system=system)
        found += contrast(browser, system, link)
        for width in WIDTHS:
            where = f"{system}, {width} px"
            if SOAK or system == "light":
                if theme in LAID_OUT_ONCE and width != WIDTHS[0]:
                    browser.open(root / f"{page}.html", width=width, system=system)
                browser.resize(width)
                lines = browser.measure("sideways") + browser.measure("collisions")
                found += [f"{where}: {line}" for line in lines]
            # The page of sixty is long, and has nothing that the others do not have.
            if (system, width) in AXE and (SOAK or page != "sixty-views" or theme == "furo"):
                found += axe(browser, where, link, **AXE[system, width])
    assert found == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_reader_chooses_against_the_system(browser, site, theme, mode):
    """The switch of a theme counts, whatever the system says."""
    if mode not in SWITCHES.get(theme, {}):
        pytest.skip("some themes have no switch, or none that lasts")
    root, found, link = site(theme), [], None
    system = "dark" if mode == "light" else "light"
    for page in PAGES if SOAK else RICH:
        link = opened(browser, root, page, link, system=system, switch=SWITCHES[theme][mode])
        shown = browser.js(
            "const lightness = c => { const g = document.createElement('canvas').getContext('2d');"
            " g.fillStyle = c; g.fillRect(0, 0, 1, 1); return g.getImageData(0, 0, 1, 1).data[1] / 255 };"
            "return lightness(getComputedStyle(document.querySelector('.adr-ui')).color)"
        )
        assert (shown > 0.5) == (mode == "dark"), page
        found += contrast(browser, page, link)
        found += axe(browser, page, link, only=CONTRAST)
    assert found == []


def axe(browser, where, link, **rules):
    """What axe-core finds, apart from the contrast of the theme's own links, which are the same on every page."""
    colour = browser.measure("hexes", link["colour"], link["behind"])[0]
    own = re.compile(f"color-contrast:.*foreground color: {colour},")
    return [f"{where}: {line}" for line in browser.axe(**rules) if not own.match(line)]
