"""What every test can ask for: a fresh project, and both markups."""

from __future__ import annotations

from pathlib import Path

import pytest

from .support import MYST, RST, Markup, Project, has_myst

needs_myst = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")


def pytest_configure(config: pytest.Config) -> None:
    """Deprecated interfaces of Sphinx and docutils are errors where our code uses them."""
    for category in ("DeprecationWarning", "PendingDeprecationWarning"):
        config.addinivalue_line("filterwarnings", f"error::{category}:sphinx_adr")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty documentation that uses the extension."""
    return Project(tmp_path / "docs")


@pytest.fixture(params=[pytest.param(RST, id="rst"), pytest.param(MYST, id="myst", marks=needs_myst)])
def markup(request: pytest.FixtureRequest) -> Markup:
    """Each of the languages that authors write in."""
    found: Markup = request.param
    return found
