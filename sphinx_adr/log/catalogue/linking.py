"""What can be wrong with links between decisions, and with what leads readers to them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..finding import Code, Entry, Severity
from .judging import judging

_NAME_THE_DOCUMENT = "Resolve the duplicate ID first, or name the document instead of the ID."

LINKING: Mapping[Code, Entry] = MappingProxyType(
    {
        Code.LINK_DANGLING: Entry(
            "A link names a decision, or a part of one, that does not exist.",
            "What the link would say of the other decision is lost.",
            "Correct the ID. A part is the heading of a section of the other decision.",
        ),
        Code.LINK_SELF: Entry(
            "A decision links to itself.",
            "Another decision was meant, most likely.",
            "Correct the ID, or remove the link.",
        ),
        Code.LINK_CYCLE: Entry(
            "Decisions supersede each other in a circle; nothing is derived through it.",
            "Nobody can tell which of them is in force.",
            "Remove the link that does not fit the order of time.",
        ),
        Code.LINK_AMBIGUOUS: Entry(
            "A link names an ID that more than one decision has.",
            "Nobody can tell which one was meant, and none is taken by guess.",
            _NAME_THE_DOCUMENT,
        ),
        Code.LINK_PREMATURE: Entry(
            "A record calls itself superseded by a decision that is only proposed.",
            "Until that one is accepted, readers are told that nothing applies.",
            "Give the older record its status back; it becomes superseded once the newer one is accepted.",
        ),
        Code.LINK_CONTRADICTORY: Entry(
            "Two sides disagree: one supersedes where the other only amends, or a record calls itself "
            "superseded by a decision that was rejected or that replaces only a part of it.",
            "Readers of either side learn something else.",
            "Say it on one side, the newer one; the other side is derived.",
        ),
        Code.SUPERSEDED_WITHOUT_SUCCESSOR: judging(
            "A record calls itself superseded, and no decision says that it replaces it.",
            "A reader who comes here is not told where to go.",
            "Add ``:supersedes:`` to the newer decision, or ``:superseded-by:`` here. Where nothing "
            "replaced it, it is ``deprecated``.",
        ),
        Code.CONFLICT_IN_FORCE: Entry(
            "Two decisions that conflict are both in force.",
            "Whoever follows one breaks the other.",
            "Supersede or amend one of them, or decide anew.",
        ),
        Code.REFERENCE_DANGLING: Entry(
            "A role in the text refers to a decision or requirement that does not exist.",
            "The reference leads nowhere.",
            "Correct the ID or the part.",
        ),
        Code.REFERENCE_AMBIGUOUS: Entry(
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
    }
)
