"""What each finding means: a sentence, why it matters, what to do about it, and whether it is reported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..finding import Code, Entry
from .declaring import DECLARING
from .keeping import KEEPING
from .linking import LINKING

CATALOGUE: Mapping[Code, Entry] = MappingProxyType({**DECLARING, **LINKING, **KEEPING})
"""The entry of each code, in the order in which the reference lists them."""
