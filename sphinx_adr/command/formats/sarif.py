"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from ... import __version__
from ..places import path_in_repository
from .document import json_text
from .meanings import meaning_of
from .report import Report, Reported

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(report: Report, to: TextIO) -> str:
    """One run, with a rule for each code that occurs and a result for each finding."""
    codes = sorted({found.code for found in report.findings})
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "sphinx-adr",
                        "version": __version__,
                        "rules": [
                            {
                                "id": f"adr.{code}",
                                "shortDescription": {"text": meaning_of(code)},
                                "defaultConfiguration": {"level": "warning"},
                            }
                            for code in codes
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(found, codes.index(found.code)) for found in report.findings],
            }
        ],
    }
    return json_text(document, to)


def _result(found: Reported, rule: int) -> dict[str, Any]:
    path = path_in_repository(found.file)
    told = f"{found.code}\0{path}\0{found.message}"
    result: dict[str, Any] = {
        "ruleId": f"adr.{found.code}",
        "ruleIndex": rule,
        "level": "warning",
        "message": {"text": found.message},
        "partialFingerprints": {"finding/v1": hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()},
    }
    if path:
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
        if found.line_in_file:
            place["region"] = {"startLine": found.line_in_file}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(path: str) -> str:
    """*path* as an address: relative to the root of the checkout, or of a file elsewhere."""
    return Path(path).as_uri() if os.path.isabs(path) else quote(path)
