"""Findings as a comment for a review."""

from __future__ import annotations

import re
from typing import TextIO

from ..places import path_in_repository
from .report import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~@#])")


def markdown(report: Report, to: TextIO) -> str:
    """What changed, and a line for each finding."""
    lines = ["## Decision log", ""]
    lines += [f"- {_plain(change)}" for change in report.changes]
    lines += [""] if report.changes else []
    for found in report.findings:
        path = path_in_repository(found.source).replace("`", "'")
        place = f"`{path}:{found.line}`" if found.line else f"`{path}`"
        lines.append(f"- {place} {_plain(found.message)} (`adr.{found.code}`)")
    if not report.findings:
        lines.append("No findings.")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
