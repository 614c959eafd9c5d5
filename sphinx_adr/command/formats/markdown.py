"""Findings as a comment for a review."""

from __future__ import annotations

import re
from typing import TextIO

from ..places import path_in_repository
from .report import Report, Reported

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~@#])")


def markdown(report: Report, to: TextIO) -> str:
    """What changed, and what was found, each as a list below a heading; the first lines sum it up."""
    compared = f", compared with {_code(report.base)}" if report.base else ""
    lines = ["## Decision log", "", f"{report.summary[0].upper()}{report.summary[1:]}{compared}."]
    if report.findings:
        lines += ["", "### Findings", "", *(_finding(found) for found in report.findings)]
    if report.changes:
        lines += ["", "### Changes", "", *(f"- {_plain(change)}" for change in report.changes)]
    elif report.base:
        lines += ["", "No decision is new, or has another status."]
    return "\n".join(lines) + "\n"


def _finding(found: Reported) -> str:
    path = path_in_repository(found.source)
    place = f"{path}:{found.line}" if found.line else path
    return f"- {_code(place)} {_plain(found.message)} ({_code(f'adr.{found.code}')})"


def _code(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
