"""What every test can ask for: a fresh project, and both markups."""

from __future__ import annotations

from pathlib import Path

import pytest

from .support import MYST, RST, Markup, Project, has_myst

needs_myst = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty documentation that uses the extension."""
    return Project(tmp_path / "docs")


@pytest.fixture(params=[pytest.param(RST, id="rst"), pytest.param(MYST, id="myst", marks=needs_myst)])
def markup(request: pytest.FixtureRequest) -> Markup:
    """Each of the languages that authors write in."""
    found: Markup = request.param
    return found
