"""The fixed words of what we render, each marked for translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import _TranslationProxy, get_translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..views.naming import Named


def _looked_up(message: str) -> str:
    """A word that is translated whenever it is shown: one process can build in several languages."""
    return _TranslationProxy("sphinx_adr", "general", message)  # type: ignore[return-value]


_: Callable[[str], str] = _looked_up

STATUS = {
    "draft": _("Draft"),
    "proposed": _("Proposed"),
    "accepted": _("Accepted"),
    "rejected": _("Rejected"),
    "withdrawn": _("Withdrawn"),
    "deprecated": _("Deprecated"),
    "superseded": _("Superseded"),
    "unknown": _("No status"),
}
STATUS_IN_TEXT = {
    "draft": _("draft"),
    "proposed": _("proposed"),
    "accepted": _("accepted"),
    "rejected": _("rejected"),
    "withdrawn": _("withdrawn"),
    "deprecated": _("deprecated"),
    "superseded": _("superseded"),
    "unknown": _("no status"),
}
"""The same words as they stand within a line: languages that begin nouns with a capital keep it there."""

COVERAGE = {
    "covered": _("Covered"),
    "pending": _("Pending"),
    "dropped": _("Dropped on purpose"),
    "lost": _("Lost"),
    "uncovered": _("Not covered"),
    "unknown": _("Unknown"),
}
COVERAGE_IN_TEXT = {
    "covered": _("covered"),
    "pending": _("pending"),
    "dropped": _("dropped on purpose"),
    "lost": _("lost"),
    "uncovered": _("not covered"),
    "unknown": _("unknown"),
}
TRACING = {
    "addresses": _("addresses"),
    "mentions": _("mentions"),
    "drops": _("gives up on purpose"),
    "chosen": _("chosen"),
    "considered": _("considered"),
}
TIES = {
    "addresses": _("Requirements"),
    "mentions": _("Mentions"),
    "drops": _("Requirements given up"),
}
"""The names of the requirements on a card, by how its decision is tied to them."""
AXES = {
    "requirements": _("Requirement"),
    "decisions": _("Decision"),
    "tags": _("Tag"),
    "drivers": _("Driver"),
    "options": _("Option"),
}
SIDES = {
    "requirements": _("Requirements"),
    "decisions": _("Decisions"),
    "tags": _("Tags"),
    "drivers": _("Drivers"),
    "options": _("Options"),
}
SIDES_IN_TEXT = {
    "requirements": _("requirements"),
    "decisions": _("decisions"),
    "tags": _("tags"),
    "drivers": _("drivers"),
    "options": _("options"),
}
PEOPLE = {"deciders": _("Deciders"), "consulted": _("Consulted"), "informed": _("Informed")}
LINKS = {
    ("supersedes", False): _("Supersedes"),
    ("supersedes", True): _("Superseded by"),
    ("amends", False): _("Amends"),
    ("amends", True): _("Amended by"),
    ("depends-on", False): _("Depends on"),
    ("depends-on", True): _("Required by"),
    ("relates-to", False): _("Relates to"),
    ("conflicts-with", False): _("Conflicts with"),
    ("refines", False): _("Refines"),
    ("refines", True): _("Refined by"),
}
LINKS_IN_TEXT = {
    ("supersedes", False): _("supersedes"),
    ("supersedes", True): _("superseded by"),
    ("amends", False): _("amends"),
    ("amends", True): _("amended by"),
    ("depends-on", False): _("depends on"),
    ("depends-on", True): _("required by"),
    ("relates-to", False): _("relates to"),
    ("conflicts-with", False): _("conflicts with"),
    ("refines", False): _("refines"),
    ("refines", True): _("refined by"),
}
TRACED_IN_TEXT = {
    ("addresses", False): TRACING["addresses"],
    ("addresses", True): _("addressed by"),
    ("mentions", False): TRACING["mentions"],
    ("mentions", True): _("mentioned by"),
}
"""What a decision says of a requirement, and the other way round."""
EDGES_IN_TEXT = LINKS_IN_TEXT | TRACED_IN_TEXT
"""What one end of an edge in a graph says of the other, by its kind and whether it is the older one that says it."""
LINK_STATES = {
    "prospective": _("once it is accepted"),
    "void": _("without effect"),
    "dangling": _("does not exist"),
    "ambiguous": _("declared more than once"),
}
COLUMNS = {
    "id": _("ID"),
    "decision": _("Decision"),
    "title": _("Title"),
    "status": _("Status"),
    "authored_status": _("Status as written"),
    "effective_status": _("Status"),
    "status_text": _("Status as written"),
    "phase": _("Phase"),
    "in_force": _("In force"),
    "current": _("Current"),
    "date": _("Date"),
    "deciders": _("Deciders"),
    "consulted": _("Consulted"),
    "informed": _("Informed"),
    "tags": _("Tags"),
    "story": _("Story"),
    "review": _("Review by"),
    "summary": _("Summary"),
    "formerly": _("Formerly"),
    "requirements": _("Requirements"),
    "drops": _("Drops"),
    "supersedes": _("Supersedes"),
    "superseded_by": _("Superseded by"),
    "amends": _("Amends"),
    "amended_by": _("Amended by"),
    "depends_on": _("Depends on"),
    "relates_to": _("Relates to"),
    "conflicts_with": _("Conflicts with"),
    "refines": _("Refines"),
    "choice": _("Choice"),
    "alternatives": _("Alternatives"),
    "options": _("Options"),
    "reason": _("Reason"),
    "drivers": _("Drivers"),
    "docname": _("Document"),
    "declared": _("Declared"),
}

CONTROLS = {
    "filter": _("Filter"),
    "status": _("Status"),
    "tag": _("Tag"),
    "requirement": _("Requirement"),
    "any": _("any"),
    "count": _("{shown} of {total} decisions"),
    "reset": _("Show all"),
}
"""The words of the script's controls; it puts numbers for ``{shown}`` and ``{total}``."""

_ = get_translation("sphinx_adr")
"""Translates a word where it is used."""


def status_word(status: str) -> str:
    """The word for a status, as a label; one of the project's own begins with a capital."""
    return str(STATUS.get(status, status[:1].upper() + status[1:]))


def status_in_text(status: str) -> str:
    """The word for a status within a line, as in ``ADR-0009 (superseded)``."""
    return str(STATUS_IN_TEXT.get(status, status.lower()))


def counted(number: int, word: str) -> str:
    """So many of what *word* says; where that would have to agree with the number, it stands in front."""
    return str(_("%(number)s %(word)s") % {"number": number, "word": word})


def coverage_in_text(state: str) -> str:
    """The word for the coverage of a requirement within a line."""
    return str(COVERAGE_IN_TEXT[state])


def link_in_text(kind: str, *, inverse: bool = False) -> str:
    """What one end of a link says of the other, in front of that one's name: ``depends on``."""
    return str(EDGES_IN_TEXT[kind, inverse])


def said_status(decision: Named) -> str:
    """The word for the status of a decision; that of one in another documentation is not known here."""
    return str(_("Elsewhere")) if decision.uri is not None else status_word(decision.status)
