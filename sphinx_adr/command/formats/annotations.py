"""Findings as annotations of a GitHub job: workflow commands on the standard output."""

from __future__ import annotations

from typing import TextIO

from ..places import path_in_repository
from .report import Report


def github(report: Report, to: TextIO) -> str:
    """``::warning file=…,line=…,title=…::message``, a line each."""
    lines = []
    for found in report.findings:
        properties = {
            "file": path_in_repository(found.file),
            "line": str(found.line_in_file or ""),
            "title": f"adr.{found.code}",
        }
        told = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
        lines.append(f"::warning {told}::{_message(found.message)}\n")
    return "".join(lines)


def _message(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _message(value).replace(":", "%3A").replace(",", "%2C")
