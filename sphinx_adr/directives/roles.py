"""The roles ``:adr:`` and ``:adr:req:``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.roles import XRefRole

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class DecisionRole(XRefRole):
    """A reference to a decision or, as ``ID#part``, to a part of one."""

    leads_to: ClassVar[str] = "decision"

    def __init__(self) -> None:
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)

    def process_link(
        self, env: BuildEnvironment, refnode: nodes.Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        refnode["refdomain"], refnode["reftype"] = "adr", self.leads_to
        return title, target.strip()


class RequirementRole(DecisionRole):
    """A reference to a requirement."""

    leads_to = "req"
