"""What a page loads: the stylesheet where it is needed, and nothing from any other machine."""

from __future__ import annotations

import pytest

PAGES = (
    "demo/decisions/0013-clickhouse-for-event-storage",
    "demo/log",
    "demo/traceability",
    "demo/history",
    "kitchen-sink",
)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_nothing_comes_from_another_machine(browser, site, theme, script):
    """Some themes fetch fonts for every page; our pages ask for nothing that a page without decisions does not."""
    root = site(theme)
    browser.open(root / "plain.html", script=script)
    own = set(browser.requests)
    for page in PAGES:
        browser.open(root / f"{page}.html", script=script)
        assert set(browser.requests) <= own, page


def test_a_page_without_decisions_is_as_if_we_were_not_there(browser, site, theme):
    browser.open(site(theme) / "plain.html")
    found = browser.js(
        "return [...document.querySelectorAll('link, script, style')].map(e => e.outerHTML)"
        ".filter(html => /sphinx-adr|adr-ui/.test(html))"
    )
    assert found == []
    assert browser.js("return document.querySelectorAll('[class^=adr-], [class*=\" adr-\"]').length") == 0


def test_our_pages_complain_of_nothing(browser, site, theme):
    """The console stays as quiet as on a page without decisions."""
    root = site(theme)
    browser.open(root / "plain.html")
    own = {line.rpartition(" ")[2] for line in browser.errors}
    for page in PAGES:
        browser.open(root / f"{page}.html")
        assert {line.rpartition(" ")[2] for line in browser.errors} <= own, browser.errors
