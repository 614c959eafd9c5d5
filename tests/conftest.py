"""What every test can ask for: a fresh project, and both markups."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from sphinx.config import Config

from .support import MYST, RST, Markup, Project, has_myst

# No test asserts a time. Every commit is tried on the same examples; SOAK tries others.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize="SOAK" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
# A mutant is dead with the first example that fails, however large that is.
settings.register_profile(
    "mutation",
    settings.get_profile("steady"),
    phases=[Phase.explicit, Phase.generate],
    max_examples=10,
    database=None,
)
settings.load_profile("steady")

needs_myst = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")


@pytest.fixture(autouse=True)
def own_suffixes() -> Iterator[None]:
    """Sphinx keeps the suffixes of every parser that was loaded in a process as the default of what follows."""
    yield
    suffixes = Config.config_values["source_suffix"].default
    for suffix in [*suffixes]:
        if suffix != ".rst":
            del suffixes[suffix]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty documentation that uses the extension."""
    return Project(tmp_path / "docs")


@pytest.fixture(params=[pytest.param(RST, id="rst"), pytest.param(MYST, id="myst", marks=needs_myst)])
def markup(request: pytest.FixtureRequest) -> Markup:
    """Each of the languages that authors write in."""
    found: Markup = request.param
    return found
