"""Every word that authors use for a status, in any of the languages that are read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .languages import entries
from .vocabulary import ENGLISH_STATUS_WORDS, STATUSES, StatusWord

STATUS_WORDS: Mapping[str, StatusWord] = MappingProxyType(
    {word: StatusWord(status, STATUSES[status]) for word, status in entries(lambda one: one.statuses)}
    | dict(ENGLISH_STATUS_WORDS)
)
"""Every word that authors use for a status."""
