"""Findings as the result of a test run, in the XML that JUnit writes."""

from __future__ import annotations

import re
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from ..places import shown_path
from .report import Report

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report, to: TextIO) -> str:
    """A failed case for each finding; one that passed where there is none."""
    cases = []
    for found in report.findings:
        path = shown_path(found.source)
        place = f"{path}:{found.line}" if found.line else path
        attributes = {"classname": path, "name": f"adr.{found.code} at {place}", "file": path}
        if found.line:
            attributes["line"] = str(found.line)
        about = {"type": f"adr.{found.code}", "message": found.message}
        failure = _element("failure", about, f"{place}: {found.message}")
        cases.append(_element("testcase", attributes, failure, raw=True))
    if not cases:
        passed = {"classname": "sphinx-adr", "name": "the decision log"}
        cases.append(_element("testcase", passed, "", raw=True))
    tests, failures = str(len(cases)), str(len(report.findings))
    counts = {"name": "sphinx-adr", "tests": tests, "failures": failures, "errors": "0"}
    suite = _element("testsuite", counts, "\n" + "\n".join(cases) + "\n", raw=True)
    encoding = (getattr(to, "encoding", None) or "utf-8").upper()
    return f'<?xml version="1.0" encoding="{encoding}"?>\n<testsuites>\n{suite}\n</testsuites>\n'


def _element(name: str, attributes: dict[str, str], content: str, *, raw: bool = False) -> str:
    told = "".join(f" {key}={quoteattr(_NOT_IN_XML.sub('�', value))}" for key, value in attributes.items())
    inside = content if raw else escape(_NOT_IN_XML.sub("�", content))
    return f"<{name}{told}>{inside}</{name}>"
