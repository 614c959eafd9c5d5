"""What belongs into a decision and stands outside any."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docutils import nodes

from ..log.finding import Code, Finding
from ..placeholders import amendment, considered_option, is_in_decision
from .places import place_of

_BELONGING = (
    (considered_option, Code.OPTION_OUTSIDE, "adr-option describes an option of the decision around it"),
    (amendment, Code.AMENDMENT_OUTSIDE, "adr-amendment corrects the decision around it"),
)


def outside_decisions(found: Collection[nodes.Node]) -> Iterator[Finding]:
    """The options and amendments among *found* nodes that no decision is around."""
    for kind, code, what in _BELONGING:
        for node in found:
            if isinstance(node, kind) and not is_in_decision(node):
                yield Finding(code, f"{what}, and there is none", place_of(node))
