"""What the codes of findings mean."""

from __future__ import annotations

from ...log.catalogue import CATALOGUE
from ...log.finding import Code

COMPARED = {
    "base-id-taken": "An ID was taken by different decisions on both sides.",
    "base-text-changed": "The text of a decision that was accepted has changed.",
    "base-requirement-lost": "A requirement that was covered is not any more.",
    "base-record-deleted": "The record of a decision has gone.",
}
"""The codes of what a comparison with another revision finds."""


def meaning_of(code: str) -> str:
    """The sentence that explains *code*."""
    return COMPARED.get(code) or CATALOGUE[Code(code)].sentence
