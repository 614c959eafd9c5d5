"""Findings as a JSON document."""

from __future__ import annotations

import json
from typing import Any, TextIO

from ...exports.register import listed
from ..places import shown_path
from .report import Report

FORMAT_VERSION = 1


def as_json(report: Report, to: TextIO) -> str:
    """``{"format_version": 1, "decisions": 14, "requirements": 30, "findings": [{"code": …}]}``."""
    return json_text(
        {
            "format_version": FORMAT_VERSION,
            "decisions": report.decisions,
            "requirements": report.requirements,
            "findings": [
                {
                    "code": found.code,
                    "severity": "warning",
                    "message": found.message,
                    "path": shown_path(found.source),
                    "line": found.line or None,
                }
                for found in report.findings
            ],
        },
        to,
    )


def json_text(document: Any, to: TextIO) -> str:
    """*document*, whose tables can be rows of the register, as text that *to* can take."""
    is_utf8 = (getattr(to, "encoding", None) or "").casefold().replace("-", "") == "utf8"
    return json.dumps(document, ensure_ascii=not is_utf8, indent=1, default=listed) + "\n"
