"""The stylesheet: small, for every theme alike, with the custom properties that the documentation names."""

from __future__ import annotations

import gzip
import re

from sphinx_adr.rendering.hues import LOOKS

from .support import ROOT

SHEET = ROOT / "sphinx_adr" / "static" / "sphinx-adr.css"
CSS = SHEET.read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
SELECTORS = re.findall(r"[^{}]+(?=\{)", RULES)


def test_it_is_small():
    assert len(gzip.compress(CSS.encode(), 9)) < 9000


def test_it_names_no_theme():
    """Every rule is about a class of ours; what themes call their parts or modes occurs nowhere."""
    for selector in SELECTORS:
        assert ".adr-" in selector or selector.strip().startswith(("@media", "@supports")), selector
    assert not re.search(
        r"data-(theme|mode|bs)|prefers-color-scheme|\.(dark|wy|rst-content|bd|highlight)\b", RULES
    )


def test_it_outbids_themes_in_one_place_only():
    assert [line for line in RULES.splitlines() if "!important" in line].__len__() == 1


def test_it_fetches_nothing():
    assert "@import" not in RULES
    assert all(url.startswith("data:") for url in re.findall(r'url\("?([^")]+)', RULES))


def test_every_look_has_a_hue_and_a_shape():
    for look in LOOKS:
        rules = [
            body for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", RULES) if f".adr-s-{look}" in names
        ]
        assert any("--_hue:" in body and "--_ico:" in body for body in rules), look


def test_its_custom_properties_are_documented():
    """With their defaults, where they have one that does not come from the theme."""
    page = (ROOT / "docs" / "howto" / "colours.rst").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\* - ``(--adr-[\w-]+)``\n\s+- (.*)", page))
    assert set(rows) == set(re.findall(r"--adr-[\w-]+", RULES))
    defaults = dict(re.findall(r"(--adr-[\w-]+):\s*([^;]+);", RULES))
    assert {name: said.strip("`") for name, said in rows.items() if said.startswith("``")} == defaults
