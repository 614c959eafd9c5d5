"""What a test in the browser can ask for: a browser, and the pages of the tests in a theme.

::

    def test_something(browser, site):
        browser.open(site("furo") / "demo/log.html", width=390, system="dark")
        assert browser.js("return document.querySelectorAll('.adr-badge').length") > 3

For pages of its own, a test hands them to ``build``: ``build({"index.rst": "Log\\n===\\n\\n.. adr-index::"})``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

from ..support import ROOT, Project, has_myst
from .chromium import Browser, lacking
from .pages import EVERYTHING_IN, FEW, PAGES, THEMES

Build = Callable[..., Path]
Site = Callable[..., Path]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without Chromium these tests are skipped, which takes one line of the report."""
    if reason := lacking():
        pytest.skip(reason)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In most themes a few pages are looked at; in all of them every page where SOAK is set."""
    if "SOAK" in os.environ:
        return
    found = [(item, getattr(item, "callspec", None)) for item in items]
    left_out = [
        item
        for item, spec in found
        if spec is not None
        and {"theme", "page"} <= {*spec.params}
        and spec.params["theme"] not in EVERYTHING_IN
        and spec.params["page"].rpartition("/")[2] not in FEW
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in {*left_out}]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where everything is built that the browser can open."""
    return tmp_path_factory.mktemp("sites")


@pytest.fixture(scope="session")
def browser(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests."""
    found = Browser(folder, tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


@pytest.fixture(scope="session")
def build(folder: Path) -> Build:
    """Builds pages strictly and gives the folder of their HTML: ``build(pages, theme="furo", **settings)``."""
    numbers = count(1)

    def built(pages: Mapping[str, str | Path], theme: str = "furo", **settings: object) -> Path:
        if find_spec({"classic": "sphinx"}.get(theme, theme)) is None:
            pytest.skip(f"{theme} is not installed")
        project = Project(folder / f"{theme}-{next(numbers)}" / "docs")
        project.configure(html_theme=theme, html_show_sourcelink=False, **settings)
        for name, page in pages.items():
            if isinstance(page, str):
                project.write({name: page})
                continue
            place = project.source / name
            place.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if page.is_dir() else shutil.copy)(page, place)
        # In a process of its own: themes change Sphinx itself.
        done = project.run("-W", "-n")
        assert done.status == 0, done.messages
        return done.out

    return built


@pytest.fixture(scope="session")
def site(build: Build) -> Site:
    """The demonstration, the kitchen sink and hard cases in a theme and a language, built once for all tests."""

    @cache
    def built(theme: str, language: str = "en") -> Path:
        if not has_myst():
            pytest.skip("myst-parser is not installed")
        docs = ROOT / "docs"
        pages = {
            "demo": docs / "demo",
            "kitchen-sink.rst": docs / "kitchen-sink.rst",
            "_static/decision.png": docs / "_static" / "decision.png",
            **PAGES,
        }
        return build(
            pages,
            theme,
            language=language,
            suppress_warnings=["adr"],
        )

    return built


@pytest.fixture(
    scope="session",
    params=[pytest.param(theme, marks=pytest.mark.xdist_group(theme)) for theme in THEMES],
)
def theme(request: pytest.FixtureRequest) -> str:
    """Each of the themes, one after the other."""
    found: str = request.param
    return found
