"""What a decision log must satisfy: each rule is a generator of findings, its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from ..coverage import RequirementRow
from ..finding import Finding
from ..ledger import Ledger
from .identity import duplicate_ids, duplicate_requirements
from .links import ambiguous_links, circles, dangling_links, links_to_itself
from .requirements import GAPS, unknown_requirements

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
"""Every rule that always holds."""


def check(
    ledger: Ledger, requirements: Mapping[str, RequirementRow], gaps: Collection[str] = ()
) -> Iterator[Finding]:
    """All that the rules find in the whole of *ledger*, those about *gaps* in the coverage included."""
    for rule in (*RULES, *(rule for gap, rule in GAPS.items() if gap in gaps)):
        yield from rule(ledger, requirements)
