"""Findings that judge how well a record is kept."""

from __future__ import annotations

from ..finding import Entry, Severity


def judging(sentence: str, why: str, remedy: str, severity: Severity = Severity.WARNING) -> Entry:
    """The entry of a finding that older records are spared, where strictness begins later."""
    return Entry(sentence, why, remedy, severity, judges=True)
