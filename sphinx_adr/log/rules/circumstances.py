"""What rules need to know beside the log: the day, what the project asks for, and who refers to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..finding import Place
from ..seal import Seal


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in the text of *docname* to the decision *target*."""

    docname: str
    target: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a build knows beside its log.

    *hidden* holds the IDs of decisions that exist and are not shown in this build, *orphans* the documents
    to which no table of contents leads, and whose authors said so. *proposed_days* is how long a decision
    may be pending; ``None`` means for ever.
    """

    today: dt.date = dt.date.max
    required_sections: Sequence[str] = ()
    proposed_days: int | None = None
    seal: Seal = field(default_factory=Seal)
    hidden: frozenset[str] = frozenset()
    citations: Sequence[Citation] = ()
    orphans: frozenset[str] = frozenset()
