"""What the running text of a record says of its status and of its relations to other decisions."""

from __future__ import annotations

from .fragments import Fragment, Linked, Struck
from .relations import read_relations
from .sentence import Relation
from .status import StatusReading, read_status

__all__ = ["Fragment", "Linked", "Relation", "StatusReading", "Struck", "read_relations", "read_status"]
