"""What tests of requirements can ask for."""

from __future__ import annotations

import pytest

from ..support import Project
from .with_needs import CONF


@pytest.fixture
def needs(project: Project) -> Project:
    project.extensions.append("sphinx_needs")
    project.conf = CONF
    return project
