"""What a documentation takes from the network, and how the command does without it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..log.finding import Code, Finding
from ..log.ledger import Ledger
from ..log.links import LinkState

_NEEDS = "sphinx-needs"
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def _is_remote(location: object) -> bool:
    return isinstance(location, str) and bool(_REMOTE.match(location)) and not location.startswith("file:")


def set_aside(config: Any) -> Iterator[str]:
    """Takes out of *config* what would be fetched, and yields the names of it.

    These are the entries of ``intersphinx_mapping`` whose inventory does not lie in a file, and those of
    ``needs_external_needs`` with an address on the network.
    """
    mapping = getattr(config, "intersphinx_mapping", None)
    if isinstance(mapping, dict):
        kept = {name: entry for name, entry in mapping.items() if not _is_fetched(entry)}
        yield from sorted(str(name) for name in mapping.keys() - kept.keys())
        config.intersphinx_mapping = kept
    external = getattr(config, "needs_external_needs", None)
    if isinstance(external, list):
        near = [one for one in external if not (isinstance(one, dict) and _is_remote(one.get("json_url")))]
        if len(near) < len(external):
            yield _NEEDS
            config.needs_external_needs = near


def _is_fetched(entry: object) -> bool:
    """Whether an entry ``(address, inventories)`` of ``intersphinx_mapping`` needs the network."""
    if not isinstance(entry, (tuple, list)) or len(entry) != 2:
        return False
    address, inventories = entry
    several = inventories if isinstance(inventories, (tuple, list)) else (inventories,)
    return any(_is_remote(address if one is None else one) for one in several)


def decidable(
    findings: Iterable[Finding], ledger: Ledger, cited: Iterable[str], aside: Iterable[str]
) -> list[Finding]:
    """*findings* without those that only what was set *aside* could tell.

    These are links and references to ``project:ID`` of a project that was not asked, and unknown
    requirements where needs were not. *cited* are the targets of the references in the text.
    """
    aside = frozenset(aside)
    dangling = [link for link in ledger.links if link.state is LinkState.DANGLING]
    ends = (end for link in dangling for end in (link.source_name, link.target_name))
    unasked = {name for name in (*ends, *cited) if ":" in name and name.partition(":")[0] in aside}

    def holds(finding: Finding) -> bool:
        if finding.code in (Code.LINK_DANGLING, Code.REFERENCE_DANGLING):
            return not any(name in finding.message for name in unasked)
        return not (finding.code is Code.REQUIREMENT_UNKNOWN and _NEEDS in aside)

    return [finding for finding in findings if holds(finding)]
