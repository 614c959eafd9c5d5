"""Which of our shapes and colours stands for a status or for a coverage state."""

from __future__ import annotations

from docutils import nodes

LOOKS = (
    "draft",
    "proposed",
    "accepted",
    "rejected",
    "deprecated",
    "superseded",
    "covered",
    "pending",
    "lost",
    "uncovered",
    "unknown",
)
"""Every look that the stylesheet knows: a colour and a shape each."""

_SHARED = {"withdrawn": "rejected", "dropped": "superseded"}
_DRAWN_AS = {"covered": "accepted", "pending": "proposed", "lost": "deprecated", "uncovered": "rejected"}
_BY_PHASE = {"pending": "proposed", "in-force": "accepted", "retired": "deprecated"}


def look(status: str, phase: str = "unknown") -> str:
    """The look of a status or a coverage state; a project's own status has that of its phase.

    Coverage has no phase: a status of a name that coverage has too, such as *pending*, is a project's own.
    """
    known = _SHARED.get(status, status)
    is_own = known in _DRAWN_AS and phase in _BY_PHASE
    return known if known in LOOKS and not is_own else _BY_PHASE.get(phase, "unknown")


def drawn_as(seen: str) -> str:
    """The look with the colour and the shape that the look *seen* shares in drawings."""
    return _DRAWN_AS.get(seen, seen)


def hue(status: str, phase: str = "unknown") -> str:
    """The classes that give a status its colour and shape; a project's own is named beside its look."""
    seen = look(status, phase)
    return f"adr-s-{seen}" + (
        f" adr-own-{nodes.make_id(status)}" if seen != _SHARED.get(status, status) else ""
    )
