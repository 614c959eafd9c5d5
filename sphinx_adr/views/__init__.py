"""Questions about a ledger and their answers as plain values: what to show, never how.

A page's questions, answered, are all that the page shows of the decision log; pages are written again when
an answer changes. This package imports neither Sphinx nor docutils, and each of its modules only when
something is asked that needs it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .answers import Answers, Question
    from .card import CardQuestion
    from .graph import GraphQuestion
    from .index import IndexQuestion
    from .lineage import LineageQuestion
    from .matrix import MatrixQuestion
    from .options import OptionsQuestion
    from .past import PastQuestion
    from .reference import ReferenceQuestion, RequirementPlaceQuestion, RequirementQuestion

__all__ = [
    "Answers",
    "CardQuestion",
    "GraphQuestion",
    "IndexQuestion",
    "LineageQuestion",
    "MatrixQuestion",
    "OptionsQuestion",
    "PastQuestion",
    "Question",
    "ReferenceQuestion",
    "RequirementPlaceQuestion",
    "RequirementQuestion",
]

_MODULES = {
    "Answers": "answers",
    "CardQuestion": "card",
    "GraphQuestion": "graph",
    "IndexQuestion": "index",
    "LineageQuestion": "lineage",
    "MatrixQuestion": "matrix",
    "OptionsQuestion": "options",
    "PastQuestion": "past",
    "Question": "answers",
    "ReferenceQuestion": "reference",
    "RequirementPlaceQuestion": "reference",
    "RequirementQuestion": "reference",
}


def __getattr__(name: str) -> object:
    """One of the names above, from its module."""
    if name in _MODULES:
        return getattr(import_module(f".{_MODULES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
