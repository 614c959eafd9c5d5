"""What every test shares: markup to write pages in, documentations to build, and what a reader sees of them."""

from .built import Built, Warned
from .markup import MYST, RST, Markup, has_myst
from .pages import Page, element_at, words_of
from .project import ROOT, Project

__all__ = [
    "MYST",
    "ROOT",
    "RST",
    "Built",
    "Markup",
    "Page",
    "Project",
    "Warned",
    "element_at",
    "has_myst",
    "words_of",
]
