"""What readers see: contrast, room and what axe-core says, in every theme, mode and width."""

from __future__ import annotations

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
def test_a_page_has_room_at_every_width_and_contrast_in_every_mode(browser, site, theme, page):
    """The page does not scroll sideways because of us, nothing sticks out, is cut off or lies on something else."""
    root, found = site(theme), []
    for system in ("dark", "light"):
        link = opened(browser, root, page, system=system)
        found += contrast(browser, system, link)
    for width in WIDTHS:
        browser.resize(width)
        found += [
            f"{width} px: {line}" for line in browser.measure("sideways") + browser.measure("collisions")
        ]
    assert found == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_reader_chooses_against_the_system(browser, site, theme, mode):
    """The switch of a theme counts, whatever the system says."""
    if mode not in SWITCHES.get(theme, {}):
        pytest.skip("some themes have no switch, or none that lasts")
    root, found, link = site(theme), [], None
    system = "dark" if mode == "light" else "light"
    for page in RICH:
        link = opened(browser, root, page, link, system=system, switch=SWITCHES[theme][mode])
        shown = browser.js(
            "const lightness = c => { const g = document.createElement('canvas').getContext('2d');"
            " g.fillStyle = c; g.fillRect(0, 0, 1, 1); return g.getImageData(0, 0, 1, 1).data[1] / 255 };"
            "return lightness(getComputedStyle(document.querySelector('.adr-ui')).color)"
        )
        assert (shown > 0.5) == (mode == "dark"), page
        found += contrast(browser, page, link)
    assert found == []


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_of_ours(browser, site, theme, page):
    """By WCAG 2.2 A and AA and its best practices; links have the colour that their theme gave them."""
    if page == "sixty-views" and theme != "furo":
        pytest.skip("a long page, with nothing that the others do not have")
    link, found = None, []
    for width in (1280, 390):
        # Opened anew: some themes lay out their footer once, for the width that a page begins with.
        link = opened(browser, site(theme), page, link, width=width)
        found += [f"{width} px: {line}" for line in browser.axe() if not of_the_theme(browser, line, link)]
    assert found == []


def of_the_theme(browser, line, link):
    """Whether a finding is the contrast of the theme's own links, which are the same on every page."""
    colours = browser.measure("hexes", link["colour"], link["behind"])
    return line.startswith("color-contrast:") and f"foreground color: {colours[0]}," in line
