"""What can be wrong with a setting, with the declaration of a decision, or with its text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..finding import Code, Entry, Severity
from .judging import judging

_LETTERS = "Use letters, digits, ``.``, ``-`` and ``_``, beginning with a letter or digit."

DECLARING: Mapping[Code, Entry] = MappingProxyType(
    {
        Code.CONFIG_INVALID: Entry(
            "A setting in ``conf.py`` has a value that cannot be used, or names documents that are not there.",
            "What the setting was meant to change stays as it was; the rest of it stands.",
            "Correct the setting; the reference of settings lists names, types and defaults. For Markdown "
            "documents, name ``myst_parser`` among the extensions.",
        ),
        Code.ID_DUPLICATE: Entry(
            "Two decisions, or a decision and a need, claim the same ID. Both stay listed; nothing links by guess.",
            "Two branches took the next free number, and every reference to it can mean either.",
            "Give one of them the next free ID. A copy that only shows the text again gets ``:no-index:``.",
        ),
        Code.ID_MALFORMED: Entry(
            "An ID contains blanks, control characters or punctuation that no inventory can hold.",
            "Other documentations, and links in pages, could not name the decision.",
            _LETTERS,
        ),
        Code.ID_MISSING: Entry(
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
        Code.TITLE_MISSING: Entry(
            "A decision has no title.",
            "Indexes and references have nothing to show but its number.",
            "Write a title after the ID.",
        ),
        Code.TITLE_DISAGREES: judging(
            "The name of a file says another number or other words than the title of its decision.",
            "Who looks for the decision by its file does not find it.",
            "Rename the file, or correct the title. A name that is a part of the title agrees with it.",
            Severity.OFF,
        ),
        Code.STATUS_UNKNOWN: Entry(
            "The status is no word of the vocabulary.",
            "Nobody can tell whether the decision is in force.",
            "Use a word of the vocabulary, or add yours to ``adr_statuses``.",
        ),
        Code.STATUS_MISSING: judging(
            "A decision states no status.",
            "Nobody can tell whether it is in force; what it would supersede or cover stays open.",
            "Add a status, or set ``adr_default_status``.",
            Severity.OFF,
        ),
        Code.STATUS_CONTRADICTORY: Entry(
            "The section ``Status`` of a decision and the option ``:status:`` of its directive say different things.",
            "One of them is out of date. The option counts.",
            "Keep one of them. Without the option, the section is read.",
        ),
        Code.DATE_INVALID: Entry(
            "A date is impossible, or is not of the form ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``.",
            "Orders, filters and reviews leave the decision out.",
            "Write ``2025-11-04``, ``2025-11`` or ``2025``.",
        ),
        Code.DATE_MISSING: judging(
            "A decision that was taken, or retired, has no date.",
            "Nobody can tell what was known when it was taken.",
            "Add the date on which it was decided.",
            Severity.OFF,
        ),
        Code.OPTION_UNKNOWN: Entry(
            "A directive was given an option that it does not have.",
            "What it says is left out.",
            "Correct the name; the message offers the nearest one.",
        ),
        Code.OPTION_INVALID: Entry(
            "An option of a directive has a value that it cannot take, or stands where none is read.",
            "The option is left out.",
            "Use one of the values that the message lists; write options directly below the first line of the "
            "directive, all indented alike.",
        ),
        Code.COLUMN_UNKNOWN: Entry(
            "A view names a column that no decision has.",
            "The column is left out.",
            "Use one of the columns that the reference lists.",
        ),
        Code.FILTER_INVALID: Entry(
            "A ``:filter:`` does not parse, or names an unknown field, and the view shows everything; or it "
            "compares with a status or a phase that no decision can have.",
            "The view shows more than it was meant to, or less.",
            "Correct the expression; the reference shows what it can contain.",
        ),
        Code.SECTION_CLAIMED_TWICE: Entry(
            "Two ``adr`` directives without an argument stand in one section; the first one counts.",
            "A section is one decision, and the second one is not recorded.",
            "Remove one of the two, or give it an argument.",
        ),
        Code.SECTION_ABSENT: Entry(
            "An ``adr`` directive without an argument stands outside any section.",
            "It makes the section around it a decision; without one, nothing is recorded.",
            "Put it below a heading, or give it an argument: an ID and a title.",
        ),
        Code.DECISION_NESTED: Entry(
            "A decision stands inside another one. Both are recorded.",
            "The text of the inner one belongs to both for a reader, and to one of them for the log.",
            "Move one of them out of the other.",
        ),
        Code.PLACEHOLDER: judging(
            "Text of a template was left in place of a value, or of a paragraph.",
            "A reader cannot tell what was decided from what was copied.",
            "Write the value, or remove the line.",
        ),
        Code.DOCUMENT_UNREAD: Entry(
            "A document that ``adr_documents`` names holds nothing that is understood as a decision.",
            "A decision that it may hold is missing in the log.",
            "Take the document out of ``adr_documents``, or give it the heading and the fields of a "
            "decision.",
        ),
        Code.OPTION_OUTSIDE: Entry(
            "An ``adr-option`` stands outside any decision.",
            "It is recorded nowhere.",
            "Move it into the body of a decision, or into a section that is one.",
        ),
        Code.AMENDMENT_OUTSIDE: Entry(
            "An ``adr-amendment`` stands outside any decision.",
            "It is recorded nowhere.",
            "Move it into the body of the decision that it corrects.",
        ),
        Code.OPTIONS_TOO_FEW: judging(
            "A decision in force lists the option that was chosen and no other.",
            "Without an alternative nobody can see what was weighed.",
            "Add the options that were considered and not chosen, if only to do nothing.",
        ),
        Code.OPTION_NONE_CHOSEN: judging(
            "A decision in force lists options, and neither marks one as chosen nor says the choice in its "
            "text.",
            "A reader learns what was considered, not what was decided.",
            "Mark the option with ``:chosen:``, or write the choice into the section of the decision.",
        ),
        Code.SECTION_MISSING: judging(
            "A decision lacks a section that ``adr_required_sections`` names.",
            "The team agreed that every record says this.",
            "Add the section. Other names for it count too: *Background* is a *Context*.",
        ),
    }
)
