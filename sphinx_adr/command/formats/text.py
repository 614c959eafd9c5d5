"""Findings as lines of text, in the form of compilers."""

from __future__ import annotations

from typing import TextIO

from ..places import shown_path
from ..terminal import Style, styled
from .report import Report


def text(report: Report, to: TextIO) -> str:
    """``path:line: warning: message [adr.code]``, a line each."""
    lines = []
    for found in report.findings:
        place = shown_path(found.source) + (f":{found.line}" if found.line else "")
        kind, code = styled("warning:", Style.WARNING, to), styled(f"[adr.{found.code}]", Style.FAINT, to)
        lines.append(f"{styled(place, Style.STRONG, to)}: {kind} {' '.join(found.message.split())} {code}\n")
    return "".join(lines)
