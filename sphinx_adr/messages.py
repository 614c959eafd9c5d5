"""How findings reach the author: as warnings of the build, each with its code and its place."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.util import logging

from .log.finding import Finding

_logger = logging.getLogger(__name__)


def report(findings: Iterable[Finding]) -> None:
    """Warns about each of *findings* as ``[adr.<code>]``; ``suppress_warnings`` knows the codes."""
    for finding in findings:
        # A location without a colon would be taken for the name of a document.
        place = str(finding.place) if finding.place.line else f"{finding.place}:"
        _logger.warning("%s", finding.message, type="adr", subtype=str(finding.code), location=place)
