"""What the codes of findings mean."""

from __future__ import annotations

from ...log.catalogue import CATALOGUE
from ...log.finding import Code


def meaning_of(code: str) -> str:
    """The sentence that explains *code*."""
    return CATALOGUE[Code(code)].sentence
