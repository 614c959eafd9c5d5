"""Documentations that load sphinx-needs, and what comes out of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from ..support import Built, Project

needs_sphinx_needs = pytest.mark.skipif(
    subprocess.run([sys.executable, "-c", "import sphinx_needs"], capture_output=True, check=False).returncode
    != 0,
    reason="sphinx-needs is not installed",
)

CONF = """
needs_id_regex = "^[A-Z0-9_-]{3,}$"
needs_types = [
    {"directive": "req", "title": "Requirement", "prefix": "REQ-", "color": "#BFD8D2", "style": "node"},
    {"directive": "dec_rec", "title": "Decision record", "prefix": "DR-", "color": "#BFD8D2", "style": "node"},
]
needs_build_json = True
adr_requirements = [{"source": "needs", "types": ["req"]}]
"""
EXTERNAL = {
    "current_version": "1",
    "versions": {
        "1": {"needs": {"REQ-7": {"id": "REQ-7", "title": "Far away", "type": "req", "docname": "far"}}}
    },
}


def exported(built: Built) -> dict[str, dict[str, object]]:
    """The decisions in ``needs.json``."""
    document = json.loads(built.read("needs.json"))
    found = document["versions"][document["current_version"]]["needs"]
    return {key: need for key, need in found.items() if need["type"] == "adr"}


def ours(built: Built) -> list[str]:
    return [warned.code for warned in built.warnings if warned.code != "config.cache"]


class Pages(Project):
    """A documentation whose boxes of sphinx-needs have other random names in every build."""

    def seen(self, builder: str = "html", *, clean: bool = False) -> dict[str, object]:
        """What a reader sees, without these names."""
        found = super().seen(builder, clean=clean)
        return {
            key: re.sub(r"SNCB-\w+", "SNCB", text) if isinstance(text, str) else text
            for key, text in found.items()
        }
