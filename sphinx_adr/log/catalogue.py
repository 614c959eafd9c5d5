"""What each finding means: a sentence, why it matters, what to do about it, and whether it is reported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .finding import Code, Entry, Severity


def _entry(sentence: str, why: str, remedy: str) -> Entry:
    return Entry(sentence, why, remedy)


def _judging(sentence: str, why: str, remedy: str, severity: Severity = Severity.WARNING) -> Entry:
    return Entry(sentence, why, remedy, severity, judges=True)


_LETTERS = "Use letters, digits, ``.``, ``-`` and ``_``, beginning with a letter or digit."
_NAME_THE_DOCUMENT = "Resolve the duplicate ID first, or name the document instead of the ID."

CATALOGUE: Mapping[Code, Entry] = MappingProxyType(
    {
        Code.CONFIG_INVALID: _entry(
            "A setting in ``conf.py`` has a value that cannot be used, or names documents that are not there.",
            "What the setting was meant to change stays as it was; the rest of it stands.",
            "Correct the setting; the reference of settings lists names, types and defaults. For Markdown "
            "documents, name ``myst_parser`` among the extensions.",
        ),
        Code.ID_DUPLICATE: _entry(
            "Two decisions, or a decision and a need, claim the same ID. Both stay listed; nothing links by guess.",
            "Two branches took the next free number, and every reference to it can mean either.",
            "Give one of them the next free ID. A copy that only shows the text again gets ``:no-index:``.",
        ),
        Code.ID_MALFORMED: _entry(
            "An ID contains blanks, control characters or punctuation that no inventory can hold.",
            "Other documentations, and links in pages, could not name the decision.",
            _LETTERS,
        ),
        Code.ID_MISSING: _entry(
            "A decision has no ID: neither in its argument or heading, nor in ``:id:``, nor in its file "
            "name.",
            "Nothing can refer to it.",
            "Put an ID in front of the title, or add ``:id:``.",
        ),
        Code.ID_GAP: Entry(
            "Numbers are missing between two decisions.",
            "A record may have been deleted, and its reasons with it.",
            "Restore the record and retire it, or name the number in ``:formerly:`` of the one that it "
            "became.",
            Severity.OFF,
        ),
        Code.TITLE_MISSING: _entry(
            "A decision has no title.",
            "Indexes and references have nothing to show but its number.",
            "Write a title after the ID.",
        ),
        Code.TITLE_DISAGREES: _judging(
            "The name of a file says another number or other words than the title of its decision.",
            "Who looks for the decision by its file does not find it.",
            "Rename the file, or correct the title. A name that is a part of the title agrees with it.",
            Severity.OFF,
        ),
        Code.STATUS_UNKNOWN: _entry(
            "The status is no word of the vocabulary.",
            "Nobody can tell whether the decision is in force.",
            "Use a word of the vocabulary, or add yours to ``adr_statuses``.",
        ),
        Code.STATUS_MISSING: _judging(
            "A decision states no status.",
            "Nobody can tell whether it is in force; what it would supersede or cover stays open.",
            "Add a status, or set ``adr_default_status``.",
            Severity.OFF,
        ),
        Code.STATUS_CONTRADICTORY: _entry(
            "The section ``Status`` of a decision and the option ``:status:`` of its directive say different things.",
            "One of them is out of date. The option counts.",
            "Keep one of them. Without the option, the section is read.",
        ),
        Code.DATE_INVALID: _entry(
            "A date is impossible, or is not of the form ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.",
            "Orders, filters and reviews leave the decision out.",
            "Write ``2025-11-04``, ``2025-11`` or ``2025``.",
        ),
        Code.DATE_MISSING: _judging(
            "A decision that was taken, or retired, has no date.",
            "Nobody can tell what was known when it was taken.",
            "Add the date on which it was decided.",
            Severity.OFF,
        ),
        Code.OPTION_UNKNOWN: _entry(
            "A directive was given an option that it does not have.",
            "What it says is left out.",
            "Correct the name; the message offers the nearest one.",
        ),
        Code.OPTION_INVALID: _entry(
            "An option of a directive has a value that it cannot take, or stands where none is read.",
            "The option is left out.",
            "Use one of the values that the message lists; write options directly below the first line of the "
            "directive, all indented alike.",
        ),
        Code.COLUMN_UNKNOWN: _entry(
            "A view names a column that no decision has.",
            "The column is left out.",
            "Use one of the columns that the reference lists.",
        ),
        Code.FILTER_INVALID: _entry(
            "A ``:filter:`` does not parse, or names an unknown field, and the view shows everything; or it "
            "compares with a status or a phase that no decision can have.",
            "The view shows more than it was meant to, or less.",
            "Correct the expression; the reference shows what it can contain.",
        ),
        Code.SECTION_CLAIMED_TWICE: _entry(
            "Two ``adr`` directives without an argument stand in one section; the first one counts.",
            "A section is one decision, and the second one is not recorded.",
            "Remove one of the two, or give it an argument.",
        ),
        Code.SECTION_ABSENT: _entry(
            "An ``adr`` directive without an argument stands outside any section.",
            "It makes the section around it a decision; without one, nothing is recorded.",
            "Put it below a heading, or give it an argument: an ID and a title.",
        ),
        Code.DECISION_NESTED: _entry(
            "A decision stands inside another one. Both are recorded.",
            "The text of the inner one belongs to both for a reader, and to one of them for the log.",
            "Move one of them out of the other.",
        ),
        Code.PLACEHOLDER: _judging(
            "Text of a template was left in place of a value, or of a paragraph.",
            "A reader cannot tell what was decided from what was copied.",
            "Write the value, or remove the line.",
        ),
        Code.DOCUMENT_UNREAD: _entry(
            "A document that ``adr_documents`` names holds nothing that is understood as a decision.",
            "A decision that it may hold is missing in the log.",
            "Take the document out of ``adr_documents``, or give it the heading and the fields of a "
            "decision.",
        ),
        Code.OPTION_OUTSIDE: _entry(
            "An ``adr-option`` stands outside any decision.",
            "It is recorded nowhere.",
            "Move it into the body of a decision, or into a section that is one.",
        ),
        Code.AMENDMENT_OUTSIDE: _entry(
            "An ``adr-amendment`` stands outside any decision.",
            "It is recorded nowhere.",
            "Move it into the body of the decision that it corrects.",
        ),
        Code.OPTIONS_TOO_FEW: _judging(
            "A decision in force lists the option that was chosen and no other.",
            "Without an alternative nobody can see what was weighed.",
            "Add the options that were considered and not chosen, if only to do nothing.",
        ),
        Code.OPTION_NONE_CHOSEN: _judging(
            "A decision in force lists options, and neither marks one as chosen nor says the choice in its "
            "text.",
            "A reader learns what was considered, not what was decided.",
            "Mark the option with ``:chosen:``, or write the choice into the section of the decision.",
        ),
        Code.SECTION_MISSING: _judging(
            "A decision lacks a section that ``adr_required_sections`` names.",
            "The team agreed that every record says this.",
            "Add the section. Other names for it count too: *Background* is a *Context*.",
        ),
        Code.LINK_DANGLING: _entry(
            "A link names a decision, or a part of one, that does not exist.",
            "What the link would say of the other decision is lost.",
            "Correct the ID. A part is the heading of a section of the other decision.",
        ),
        Code.LINK_SELF: _entry(
            "A decision links to itself.",
            "Another decision was meant, most likely.",
            "Correct the ID, or remove the link.",
        ),
        Code.LINK_CYCLE: _entry(
            "Decisions supersede each other in a circle; nothing is derived through it.",
            "Nobody can tell which of them is in force.",
            "Remove the link that does not fit the order of time.",
        ),
        Code.LINK_AMBIGUOUS: _entry(
            "A link names an ID that more than one decision has.",
            "Nobody can tell which one was meant, and none is taken by guess.",
            _NAME_THE_DOCUMENT,
        ),
        Code.LINK_PREMATURE: _entry(
            "A record calls itself superseded by a decision that is only proposed.",
            "Until that one is accepted, readers are told that nothing applies.",
            "Give the older record its status back; it becomes superseded once the newer one is accepted.",
        ),
        Code.LINK_CONTRADICTORY: _entry(
            "Two sides disagree: one supersedes where the other only amends, or a record calls itself "
            "superseded by a decision that was rejected or that replaces only a part of it.",
            "Readers of either side learn something else.",
            "Say it on one side, the newer one; the other side is derived.",
        ),
        Code.SUPERSEDED_WITHOUT_SUCCESSOR: _judging(
            "A record calls itself superseded, and no decision says that it replaces it.",
            "A reader who comes here is not told where to go.",
            "Add ``:supersedes:`` to the newer decision, or ``:superseded-by:`` here. Where nothing "
            "replaced it, it is ``deprecated``.",
        ),
        Code.CONFLICT_IN_FORCE: _entry(
            "Two decisions that conflict are both in force.",
            "Whoever follows one breaks the other.",
            "Supersede or amend one of them, or decide anew.",
        ),
        Code.REFERENCE_DANGLING: _entry(
            "A role in the text refers to a decision or requirement that does not exist.",
            "The reference leads nowhere.",
            "Correct the ID or the part.",
        ),
        Code.REFERENCE_AMBIGUOUS: _entry(
            "A role in the text refers to an ID that more than one decision has.",
            "The reference leads to each of them.",
            _NAME_THE_DOCUMENT,
        ),
        Code.CITES_RETIRED: Entry(
            "A page refers to a decision that was superseded or deprecated, as if it were still to be "
            "followed.",
            "What the page derives from the decision may no longer hold.",
            "Refer to the current decision. Where the old one is meant, say so: ``:adr:`ADR-0009 "
            "(superseded)```.",
            Severity.OFF,
        ),
        Code.NOT_IN_TOCTREE: Entry(
            "The page of a decision is an orphan: no table of contents leads to it.",
            "Readers come to it only by a search.",
            "Add the page to a ``toctree``, or give an ``adr-index`` the option ``:toctree:``.",
            Severity.OFF,
        ),
        Code.REQUIREMENT_DUPLICATE: _entry(
            "Two places declare the same requirement; the first one counts.",
            "The two texts can differ, and only one of them is shown.",
            "Remove one of the two declarations.",
        ),
        Code.REQUIREMENT_MALFORMED: _entry(
            "A requirement's ID contains blanks, control characters or punctuation.",
            "Nothing can refer to it.",
            "Use letters, digits, ``.``, ``-`` and ``_``.",
        ),
        Code.REQUIREMENT_SOURCE: _entry(
            "A source of requirements cannot be read, or not from some line on.",
            "Requirements that it declares are missing, and coverage is counted without them.",
            "Correct the file, or the entry of ``adr_requirements`` that names it.",
        ),
        Code.REQUIREMENT_LOST: _entry(
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
        Code.REQUIREMENT_UNKNOWN: _entry(
            "A decision addresses a requirement that no source declares, although sources exist.",
            "The requirement was renamed or removed, or is misspelled.",
            "Correct the ID, or declare the requirement with ``adr-requirement``.",
        ),
        Code.REVIEW_OVERDUE: _entry(
            "The review date of a decision has passed. Without ``adr_today`` or ``SOURCE_DATE_EPOCH``, "
            "builds ask for the date only where ``adr_rules`` switches this on.",
            "The reasons may have changed since.",
            "Look at the decision again: set the next date, or supersede it.",
        ),
        Code.PROPOSED_TOO_LONG: _entry(
            "A proposal is older than ``adr_proposed_days``.",
            "A question that nobody decides is decided by whoever builds first.",
            "Accept it, reject it, or withdraw it.",
        ),
        Code.SEALED_CHANGED: _entry(
            "The text of a sealed decision is not the one that was sealed.",
            "Readers relied on what was decided, and would not see that it changed.",
            "Restore the text and write a decision that supersedes it, or add an ``adr-amendment``. For a "
            "slip of the pen, ``sphinx-adr seal --again ADR-0009`` seals the new text.",
        ),
        Code.SEALED_LOST: _entry(
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
        Code.SEAL_INVALID: _entry(
            "``adr-seal.json`` cannot be read, or holds a line that is no seal.",
            "What it would seal is not checked.",
            "Restore the file from version control, or resolve its merge conflict.",
        ),
    }
)
"""The entry of each code."""
