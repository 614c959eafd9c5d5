"""What a decision log must satisfy: each rule is a generator of findings, its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..coverage import RequirementRow
from ..finding import Finding
from ..ledger import Ledger
from .identity import duplicate_ids, duplicate_requirements
from .links import ambiguous_links, circles, dangling_links, links_to_itself
from .requirements import unknown_requirements

Rule = Callable[[Ledger, Mapping[str, RequirementRow]], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    duplicate_ids,
    duplicate_requirements,
    links_to_itself,
    dangling_links,
    ambiguous_links,
    circles,
    unknown_requirements,
)
"""Every rule, in the order in which its findings are reported."""


def check(ledger: Ledger, requirements: Mapping[str, RequirementRow]) -> Iterator[Finding]:
    """All that the rules find in the whole of *ledger*."""
    for rule in RULES:
        yield from rule(ledger, requirements)
