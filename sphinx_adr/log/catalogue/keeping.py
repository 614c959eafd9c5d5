"""What can be wrong with requirements, and with decisions that nobody looks after."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..finding import Code, Entry, Severity

KEEPING: Mapping[Code, Entry] = MappingProxyType(
    {
        Code.REQUIREMENT_DUPLICATE: Entry(
            "Two places declare the same requirement; the first one counts.",
            "The two texts can differ, and only one of them is shown.",
            "Remove one of the two declarations.",
        ),
        Code.REQUIREMENT_MALFORMED: Entry(
            "A requirement's ID contains blanks, control characters or punctuation.",
            "Nothing can refer to it.",
            "Use letters, digits, ``.``, ``-`` and ``_``.",
        ),
        Code.REQUIREMENT_SOURCE: Entry(
            "A source of requirements cannot be read, or not from some line on.",
            "Requirements that it declares are missing, and coverage is counted without them.",
            "Correct the file, or the entry of ``adr_requirements`` that names it.",
        ),
        Code.REQUIREMENT_LOST: Entry(
            "A supersession leaves a requirement that the older decision addressed without a decision in "
            "force.",
            "Something that was promised is answered by nobody any more, and nobody said so.",
            "Add the requirement to ``:requirements:`` of the newer decision, or to its ``:drops:``.",
        ),
        Code.REQUIREMENT_UNCOVERED: Entry(
            "No decision answers a requirement, or only decisions that were retired and not replaced.",
            "It may be met by accident, or not at all.",
            "Decide, or give the requirement up with the ``:drops:`` of a decision.",
            Severity.OFF,
        ),
        Code.REQUIREMENT_UNKNOWN: Entry(
            "A decision addresses a requirement that no source declares, although sources exist.",
            "The requirement was renamed or removed, or is misspelled.",
            "Correct the ID, or declare the requirement with ``adr-requirement``.",
        ),
        Code.REVIEW_OVERDUE: Entry(
            "The review date of a decision has passed. Without ``adr_today`` or ``SOURCE_DATE_EPOCH``, "
            "builds ask for the date only where ``adr_rules`` switches this on.",
            "The reasons may have changed since.",
            "Look at the decision again: set the next date, or supersede it.",
        ),
        Code.PROPOSED_TOO_LONG: Entry(
            "A proposal is older than ``adr_proposed_days``.",
            "A question that nobody decides is decided by whoever builds first.",
            "Accept it, reject it, or withdraw it.",
        ),
        Code.SEALED_CHANGED: Entry(
            "The text of a sealed decision is not the one that was sealed.",
            "Readers relied on what was decided, and would not see that it changed.",
            "Restore the text and write a decision that supersedes it, or add an ``adr-amendment``. For a "
            "slip of the pen, ``sphinx-adr seal --again ADR-0009`` seals the new text.",
        ),
        Code.SEALED_LOST: Entry(
            "A decision that ``adr-seal.json`` seals is not in the documentation.",
            "A record that was accepted was deleted or renumbered.",
            "Restore it and retire it, or name its old ID in ``:formerly:`` of the record that it became. "
            "``sphinx-adr seal --forget ADR-0009`` takes it out of the file.",
        ),
        Code.NOT_SEALED: Entry(
            "An accepted decision is not sealed.",
            "Nobody would notice if its text changed.",
            "Run ``sphinx-adr seal``.",
            Severity.OFF,
        ),
        Code.SEAL_INVALID: Entry(
            "``adr-seal.json`` cannot be read, or holds a line that is no seal.",
            "What it would seal is not checked.",
            "Restore the file from version control, or resolve its merge conflict.",
        ),
    }
)
