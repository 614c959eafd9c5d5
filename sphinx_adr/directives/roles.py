"""The roles ``:adr:`` and ``:adr:req:``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


_WITH_STATUS = re.compile(r"(?P<target>.*\S)\s*\((?P<status>[^()]+)\)\s*", re.DOTALL)


class DecisionRole(XRefRole):
    """A reference to a decision or, as ``ID#part``, to a part of one.

    ``ADR-0009 (superseded)`` is a reference whose author knows what became of the decision.
    """

    leads_to: ClassVar[str] = "decision"

    def __init__(self) -> None:
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        refnode["refdomain"], refnode["reftype"] = "adr", self.leads_to
        known = _WITH_STATUS.fullmatch(target)
        if known and _is_status(known["status"]):
            refnode["adr-known"] = True
            target = known["target"]
            title = title if has_explicit_title else target
        return title, target.strip()


def _is_status(text: str) -> bool:
    from ..log.status_words import STATUS_WORDS
    from ..log.vocabulary import normal_word

    return normal_word(text) in STATUS_WORDS


class RequirementRole(DecisionRole):
    """A reference to a requirement."""

    leads_to = "req"
