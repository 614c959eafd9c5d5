"""The pages in the themes that people use: complete, with one stylesheet, and a script where there is an index."""

from __future__ import annotations

import re
from importlib.util import find_spec
from itertools import pairwise

import pytest

from .support import Project

THEMES = {
    "alabaster": "alabaster",
    "basic": "sphinx",
    "classic": "sphinx",
    "furo": "furo",
    "pydata_sphinx_theme": "pydata_sphinx_theme",
    "sphinx_book_theme": "sphinx_book_theme",
    "sphinx_rtd_theme": "sphinx_rtd_theme",
}
LOG = """
Log
===

.. adr-index::

.. adr-matrix::

.. adr-graph::

.. toctree::

   decisions
   plain
"""
DECISIONS = """
Decisions
=========

.. adr:: ADR-0001: Files
   :status: accepted
   :requirements: REQ-001

   Context
   -------

   Text.

.. adr:: ADR-0002: Objects
   :status: accepted
   :supersedes: ADR-0001
   :requirements: REQ-001

   Context
   -------

   Text.
"""


@pytest.mark.parametrize("theme", THEMES)
def test_a_log_in_a_theme(tmp_path, theme):
    """Case 19, 31, 52: strict and parallel; headings do not skip a level; assets only where they are needed."""
    if find_spec(THEMES[theme]) is None:
        pytest.skip(f"{theme} is not installed")
    project = Project(tmp_path / "docs")
    project.configure(html_theme=theme, html_sidebars={"**": []})
    project.write(
        {"index.rst": LOG, "decisions.rst": DECISIONS, "plain.rst": "Plain\n=====\n\nNothing of ours.\n"}
    )
    assert project.build(jobs=2).lines == ()
    pages = {
        name: (project.out("html") / f"{name}.html").read_text() for name in ("index", "decisions", "plain")
    }
    for name in ("index", "decisions"):
        assert len(re.findall(r'href="_static/sphinx-adr\.css', pages[name])) == 1, name
        scripts = re.findall(r"<script[^>]*adr[^>]*>", pages[name])
        assert len(scripts) == (name == "index"), name
        assert all("defer" in script and 'src="_static/sphinx-adr.js' in script for script in scripts)
    assert "sphinx-adr" not in pages["plain"]
    decisions = pages["decisions"]
    for anchor in ("adr-0001", "adr-0001-context", "adr-0002", "adr-0002-context"):
        assert decisions.count(f'id="{anchor}"') == 1
    levels = [int(level) for level in re.findall(r"<h([1-6])", decisions)]
    main = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in pairwise(main))
    assert "This decision no longer applies." in decisions
    assert 'src="http' not in pages["index"]
