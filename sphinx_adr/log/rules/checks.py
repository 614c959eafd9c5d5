"""All rules, and looking at a whole log with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..coverage import RequirementRow
from ..finding import Finding
from ..ledger import Ledger
from .anatomy import missing_sections, no_choice, single_options
from .circumstances import Circumstances
from .fields import missing_date, missing_status
from .identity import disagreeing_titles, duplicate_ids, duplicate_requirements, missing_numbers
from .life import broken_seals, old_proposals, overdue_reviews, unreadable_seals, unsealed_decisions
from .links import ambiguous_links, circles, dangling_links, links_to_itself
from .readers import cited_although_retired, orphaned_pages
from .requirements import GAPS, unknown_requirements
from .supersession import (
    conflicts_in_force,
    contradictory_sides,
    contradictory_status,
    premature_supersessions,
    superseded_without_successor,
)

Rule = Callable[[Ledger, Mapping[str, RequirementRow]], Iterator[Finding]]
"""A rule that needs the log and the coverage of its requirements."""

CircumstantialRule = Callable[[Ledger, Circumstances], Iterator[Finding]]
"""A rule that needs the log and something beside it."""

RULES: tuple[Rule, ...] = (
    duplicate_ids,
    duplicate_requirements,
    links_to_itself,
    dangling_links,
    ambiguous_links,
    circles,
    premature_supersessions,
    contradictory_status,
    contradictory_sides,
    superseded_without_successor,
    conflicts_in_force,
    missing_status,
    missing_date,
    unknown_requirements,
    *GAPS.values(),
)

CIRCUMSTANTIAL_RULES: tuple[CircumstantialRule, ...] = (
    missing_numbers,
    disagreeing_titles,
    missing_sections,
    single_options,
    no_choice,
    overdue_reviews,
    old_proposals,
    broken_seals,
    unsealed_decisions,
    unreadable_seals,
    cited_although_retired,
    orphaned_pages,
)


def check(
    ledger: Ledger,
    requirements: Mapping[str, RequirementRow],
    circumstances: Circumstances | None = None,
) -> Iterator[Finding]:
    """All that the rules find in the whole of *ledger*, also what is off; a policy tells what is reported.

    Without *circumstances* the rules that need them are left out.
    """
    for rule in RULES:
        yield from rule(ledger, requirements)
    for circumstantial in CIRCUMSTANTIAL_RULES if circumstances is not None else ():
        yield from circumstantial(ledger, circumstances or Circumstances())
