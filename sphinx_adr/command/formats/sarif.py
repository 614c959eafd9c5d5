"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from ... import __version__
from ..places import path_in_repository
from .document import json_text
from .meanings import entry_of
from .report import Report, Reported

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


_LITERAL = re.compile(r"``(.+?)``(?!`)")


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
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(found, codes.index(found.code)) for found in report.findings],
            }
        ],
    }
    return json_text(document, to)


def _rule(code: str) -> dict[str, Any]:
    entry = entry_of(code)
    sentence, why, remedy = map(_plain, (entry.sentence, entry.why, entry.remedy))
    return {
        "id": f"adr.{code}",
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": f"{sentence} {why}"},
        "help": {"text": f"{why} {remedy}"},
        "defaultConfiguration": {"level": "warning"},
    }


def _plain(text: str) -> str:
    """*text* with quotes in place of the double backquotes around literal text."""
    return _LITERAL.sub(r"'\1'", text)


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
        # Code scanning wants a line of each result; where none is known, the first one stands for the file.
        region = {"startLine": found.line_in_file or 1}
        place = {"artifactLocation": {"uri": _uri(path)}, "region": region}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(path: str) -> str:
    """*path* as an address: relative to the root of the checkout, or of a file elsewhere."""
    return Path(path).as_uri() if os.path.isabs(path) else quote(path)
