"""What belongs into a decision and stands outside any."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from ..log.finding import Code, Finding
from ..placeholders import amendment, considered_option, is_in_decision
from .places import place_of

_BELONGING = (
    (considered_option, Code.OPTION_OUTSIDE, "adr-option describes an option of the decision around it"),
    (amendment, Code.AMENDMENT_OUTSIDE, "adr-amendment corrects the decision around it"),
)


def outside_decisions(document: nodes.document) -> Iterator[Finding]:
    """The options and amendments in *document* that no decision is around."""
    for kind, code, what in _BELONGING:
        for node in document.findall(kind):
            if not is_in_decision(node):
                yield Finding(code, f"{what}, and there is none", place_of(node))
