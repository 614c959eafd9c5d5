"""What the rules need to know of a build beside the log itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .log.finding import Place
from .log.rules.circumstances import Circumstances, Citation
from .log.seal import Seal

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def circumstances_of(
    env: BuildEnvironment,
    references: Mapping[str, Sequence[tuple[str, str, Place]]],
    hidden: Iterable[str],
    seal: Seal,
    today: dt.date,
) -> Circumstances:
    """The circumstances of this build; *references* are those of each document, as role, target and place."""
    config = env.config
    return Circumstances(
        today=today,
        required_sections=tuple(config.adr_required_sections),
        proposed_days=config.adr_proposed_days,
        seal=seal,
        hidden=frozenset(hidden),
        citations=[
            Citation(docname, target, place)
            for docname, cited in sorted(references.items())
            for role, target, place in cited
            if role == "decision"
        ],
        orphans=frozenset(_orphans(env)),
    )


def _orphans(env: BuildEnvironment) -> Iterable[str]:
    """The documents in no table of contents that Sphinx keeps silent about."""
    for docname in env.found_docs:
        listed = docname in env.files_to_rebuild or docname == env.config.root_doc
        if not listed and "orphan" in env.metadata[docname]:
            yield docname
