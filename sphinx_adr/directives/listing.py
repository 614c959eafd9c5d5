"""``adrlist``: the index as sites know it that were written for another extension of that directive."""

from __future__ import annotations

from ..log.finding import Code
from ..reading.metadata import split_list
from ..views import IndexQuestion, Question
from .views import ViewDirective

_SORTS = {"date-desc": ("-date", "-id"), "date-asc": ("date", "id"), "status": ("status", "id")}


class ListDirective(ViewDirective):
    """The decisions as a list, the newest first."""

    known = ("status", "tags", "sort")

    def question(self, options: dict[str, str]) -> Question:
        """The question for an index: of the given statuses, with any of the given tags."""
        conditions = []
        if statuses := split_list(options.get("status", "")):
            conditions.append(f"status in {[status.casefold() for status in statuses]!r}")
        if tags := split_list(options.get("tags", "")):
            conditions.append("(" + " or ".join(f"{tag!r} in tags" for tag in tags) + ")")
        sort = options.get("sort", "") or "date-desc"
        if sort not in _SORTS:
            self.warn(Code.OPTION_INVALID, f"{self.name} cannot sort by {sort!r}{self.hint(sort, _SORTS)}")
            sort = "date-desc"
        return IndexQuestion(style="list", filter=" and ".join(conditions) or None, sort=_SORTS[sort])
