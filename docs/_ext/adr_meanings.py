"""What the reference says of the things that the code only names; a test holds that nothing is missing."""

from __future__ import annotations

from collections.abc import Mapping

VIEW_OPTIONS: Mapping[str, str] = {
    "filter": "Which decisions are shown, in the :doc:`filter language <filters>`. Without it, all of them.",
    "as-of": "A date: shows the log :ref:`as it stood that day <as-of>`. A month or a year stands for its last day.",
    "class": "Classes for the result, separated by blanks.",
}

OPTIONS: Mapping[str, Mapping[str, str]] = {
    "adr": {
        "id": "The ID, where it does not stand in front of the title.",
        "status": "A word of the :doc:`vocabulary <statuses>`. Without it the status is *unknown*, unless "
        ":confval:`adr_default_status` says otherwise.",
        "date": "When the decision was taken: ``2025-11-04``, ``2025-11`` or ``2025``. Other forms that "
        "can mean only one day, such as ``4 November 2025``, are read too.",
        "deciders": "Who decided. A list.",
        "consulted": "Who was asked. A list.",
        "informed": "Who was told. A list.",
        "tags": "Words to group and to filter by. A list.",
        "story": "The ticket or story behind the decision, as text.",
        "requirements": "The IDs of the requirements that the decision addresses. A list.",
        "drops": "The IDs of requirements that the decision gives up on purpose: it does not answer them, "
        "even "
        "where its text mentions them. A list.",
        "review": "The date by which the decision is to be looked at again.",
        "summary": "The decision in a sentence. Without it, an index shows the choice that the text states.",
        "supersedes": "The decisions that this one replaces. ``ADR-0004#retention`` replaces one part of "
        "ADR-0004. "
        "A list.",
        "superseded-by": "The same link, stated by the older decision. Stating it on either side is "
        "enough. A list.",
        "amends": "The decisions, or parts of them, that this one changes and leaves in force. A list.",
        "amended-by": "The same link, stated by the older decision. A list.",
        "depends-on": "The decisions that this one builds on. A list.",
        "relates-to": "Decisions to read together with this one. It says the same from both sides. A list.",
        "conflicts-with": "Decisions that contradict this one. It says the same from both sides. A list.",
        "refines": "The decisions that this one makes more precise. A list.",
        "formerly": "IDs that the decision had before; references to them still resolve. A list.",
        "ignore": "Codes of :doc:`messages <messages>` about this decision that its author knows and accepts. A "
        "list. Documents that are read as they stand say it in a field ``adr-ignore``.",
        "name": "A name for ``:ref:``, as in every directive.",
        "class": "Classes for the decision, separated by blanks.",
        "no-index": "Shows the decision and does not declare it: for a second copy of a text. It takes no "
        "value.",
    },
    "adr-option": {
        "name": "The name, where it is not the argument.",
        "chosen": "Marks the option that was chosen. It takes no value.",
        "reason": "Why it was chosen, or why not, in a sentence.",
        "pros": "Arguments for it. A list. Items that begin with ``(+)`` in the body mean the same.",
        "cons": "Arguments against it. A list. Items that begin with ``(-)`` in the body mean the same.",
        "class": "Classes for the option, separated by blanks.",
    },
    "adr-amendment": {
        "date": "The date, where it is not the argument.",
        "class": "Classes for the amendment, separated by blanks.",
    },
    "adr-requirement": {
        "id": "The ID, where it does not stand in the argument; the argument is then the title.",
        "title": "The title, where it does not stand in the argument.",
        "name": "A name for ``:ref:``, as in every directive.",
        "class": "Classes for the requirement, separated by blanks.",
    },
    "adr-index": {
        "style": "``table`` (the default), ``list``, ``cards``, or ``timeline``: by date, a group for each year.",
        "columns": "The :doc:`columns <columns>` of the table, and what cards and a timeline show. A list; without it: "
        "id, decision, status, date.",
        "sort": "The :ref:`fields <fields>` to sort by, the first one first; ``-date`` sorts backwards. A "
        "list. "
        "Without it, by ID, with numbers as numbers. Decisions without a value come last. A timeline goes by date, "
        "the newest first; ``date`` turns it round.",
        "group-by": "A :ref:`field <fields>`: one group for each of its values, dates by year. Without it, a "
        "timeline is grouped by year.",
        "toctree": "Also puts the pages of the decisions into the navigation, below this page. It takes no "
        "value.",
        **VIEW_OPTIONS,
    },
    "adr-matrix": {
        "rows": "What the rows are: ``requirements`` (the default), ``decisions``, ``tags``, ``drivers`` or "
        "``options``.",
        "columns": "What the columns are: one of the same; ``decisions`` without it, or ``requirements`` where the "
        "rows are decisions.",
        "requirements": "Which requirements are shown and counted: beginnings of IDs (``PRD-MON``) or globs "
        "(``PRD-*-REQ-00?``). A list.",
        "only": "Shows only the requirements in these :ref:`coverage states <coverage-states>`. A list.",
        "group-by": "``prefix`` makes a table for each kind of ID, such as ``PRD-MON`` of ``PRD-MON-REQ-001``.",
        "transpose": "Exchanges rows and columns. Takes no value.",
        "style": "``grid``, ``list``, or ``auto`` (the default): a list where there are more than 60 columns. "
        "Formats other than HTML always have the list.",
        "csv": "Writes the same facts to a CSV file beside the page, and links to it. HTML only. Takes no value.",
        **VIEW_OPTIONS,
        "filter": "Which decisions have a column. Coverage is always that of the whole log: a filter hides "
        "decisions, it does not undo them.",
    },
    "adr-for": {"class": VIEW_OPTIONS["class"]},
    "adr-graph": {
        "style": "``layers``, ``log``, or ``auto`` (the default): layers for up to "
        ":confval:`adr_graph_limit` "
        "decisions, the log for more.",
        "root": "An ID: only decisions that links connect with this one.",
        "depth": "How many links away from the root. Without it, any number.",
        "links": "The :doc:`kinds of links <links>` to follow and to draw. A list; without it all of them.",
        "requirements": "Also draws the requirements that the decisions address; with ``all`` those that they mention "
        "in their text, too. Without it, none.",
        "engine": "What places the boxes in layers: ``built-in`` or ``graphviz``. Without it, as "
        ":confval:`adr_graph_engine` says.",
        "download": "The languages of files with the graph in them: ``mermaid``, ``dot``. A list; without a value "
        "both. In HTML they are linked below it.",
        **VIEW_OPTIONS,
    },
    "adr-options": dict(VIEW_OPTIONS),
    "adrlist": {
        "status": "Only decisions with one of these statuses. A list.",
        "tags": "Only decisions with one of these tags. A list.",
        "sort": "``date-desc`` (the default), ``date-asc`` or ``status``.",
    },
}
"""For each directive the meaning of each of its options."""

FIELDS: Mapping[str, str] = {
    "id": "The ID.",
    "title": "The title, without the ID.",
    "status": "The effective status: ``superseded`` where an effective supersession exists, else as "
    "authored.",
    "authored_status": "The status that the author gave, as a word of the vocabulary.",
    "effective_status": "The same as ``status``.",
    "status_text": "The status in the author's own words.",
    "phase": "The phase of the effective status: ``pending``, ``in-force``, ``retired`` or ``unknown``.",
    "in_force": "Whether the decision is to be followed now.",
    "current": "The decisions at the ends of the chain of supersessions; the decision itself while it is "
    "in force.",
    "date": "The date in ISO 8601.",
    "deciders": "Who decided.",
    "consulted": "Who was asked.",
    "informed": "Who was told.",
    "tags": "The tags.",
    "story": "The ticket or story.",
    "review": "The date by which the decision is to be looked at again.",
    "summary": "The summary, where the author gave one.",
    "formerly": "IDs that the decision had before.",
    "requirements": "The requirements that the decision addresses or mentions, without those that it drops.",
    "drops": "The requirements that the decision gives up on purpose.",
    "supersedes": "What the decision effectively replaces as a whole.",
    "superseded_by": "What effectively replaces the decision as a whole.",
    "amends": "What the decision changes and leaves in force.",
    "amended_by": "What changes the decision and leaves it in force.",
    "depends_on": "What the decision builds on.",
    "relates_to": "What to read together with the decision.",
    "conflicts_with": "What contradicts the decision.",
    "refines": "What the decision makes more precise.",
    "choice": "What was chosen: the chosen option, or what the text says.",
    "options": "The options that were considered.",
    "alternatives": "The options that were not chosen.",
    "reason": "Why the chosen option was chosen.",
    "drivers": "The decision drivers that the text lists.",
    "docname": "The document that declares the decision, without suffix: ``decisions/0013``.",
    "declared": "How: ``directive``, ``section`` for an ``adr`` without an argument, or ``document`` for a "
    "document that is read as it stands.",
}
"""The meaning of each field of a decision."""

COLUMNS: Mapping[str, str] = {
    "decision": "The title with the choice or summary, what replaced the decision, its tags and "
    "requirements.",
}
"""The meaning of each column that is no field."""

LINKS: Mapping[str, str] = {
    "supersedes": "The newer decision replaces the older one. Once it is in force, the older one is "
    "superseded.",
    "amends": "The newer decision changes the older one, which stays in force.",
    "depends-on": "One decision builds on another.",
    "relates-to": "The two are best read together.",
    "conflicts-with": "The two contradict each other.",
    "refines": "One decision makes another more precise.",
}
"""The meaning of each kind of link."""

ROLES: Mapping[str, str] = {
    "adr": "A decision, or a part of it after ``#``. Shows the ID, the part, and the effective status "
    "where the "
    "decision is not simply accepted; for a superseded decision also what is current now.",
    "adr:decision": "The same as ``adr``, under its full name.",
    "adr:req": "A requirement. Shows its ID.",
}
"""The meaning of each role."""
