"""What the codes of findings mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...log.catalogue import CATALOGUE
from ...log.finding import Code, Entry

COMPARED: Mapping[str, Entry] = MappingProxyType(
    {
        "base-id-taken": Entry(
            "An ID was taken by different decisions on both sides.",
            "Once both are merged, references to it can mean either.",
            "Give one of them the next free number.",
        ),
        "base-text-changed": Entry(
            "The text of a decision that was accepted has changed.",
            "Who agreed to it agreed to other words.",
            "Restore the text, and supersede the decision or add an ``adr-amendment``.",
        ),
        "base-requirement-lost": Entry(
            "A requirement that was covered is not any more.",
            "Nothing in force answers it.",
            "Let a decision in force name it in ``:requirements:``, or give it up in ``:drops:``.",
        ),
        "base-record-deleted": Entry(
            "The record of a decision has gone.",
            "Its reasons are gone with it.",
            "Restore the record, and retire it by its status. Under a new ID, name the old one in ``:formerly:``.",
        ),
    }
)
"""The codes of what a comparison with another revision finds."""


def entry_of(code: str) -> Entry:
    """What *code* means, why it matters, and what to do about it."""
    return COMPARED.get(code) or CATALOGUE[Code(code)]
