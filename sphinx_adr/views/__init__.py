"""Questions about a ledger and their answers as plain values: what to show, never how.

A page's questions, answered, are all that the page shows of the decision log; pages are written again when
an answer changes. This package imports neither Sphinx nor docutils.
"""

from __future__ import annotations

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
