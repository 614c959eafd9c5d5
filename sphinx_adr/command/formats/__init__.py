"""How findings are printed, for people and for other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from .annotations import github
from .document import as_json
from .junit import junit
from .markdown import markdown
from .report import Report, Reported
from .sarif import sarif
from .text import text

FORMATS: Mapping[str, Callable[[Report, TextIO], str]] = MappingProxyType(
    {"text": text, "github": github, "json": as_json, "sarif": sarif, "junit": junit, "markdown": markdown}
)
"""Each format by its name: a function of what was found, and of where it is printed."""

__all__ = ["FORMATS", "Report", "Reported"]
