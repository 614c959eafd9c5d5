"""``adr-amendment``: a dated correction of a decision, which a seal permits."""

from __future__ import annotations

from docutils import nodes

from ..log.dates import read_date
from ..log.finding import Code
from ..placeholders import amendment
from .base import AdrDirective


class AmendmentDirective(AdrDirective):
    """A correction inside a decision, with the day on which it was made."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    known = ("date", "class")

    def run(self) -> list[nodes.Node]:
        """A placeholder with the date and the parsed body."""
        options = self.checked_options()
        written = " ".join((self.arguments[0] if self.arguments else options.get("date", "")).split())
        reading = read_date(written)
        if reading.problem:
            said = f"the date {written!r} {reading.problem}" if written else "it has none"
            self.warn(
                Code.DATE_INVALID, f"an amendment needs its date, and {said}: `adr-amendment:: 2025-03-01`"
            )
        node = amendment(
            written,
            *self.parse_content_to_nodes(),
            date=reading.iso,
            date_text=written,
            classes=options.get("class", "").split(),
        )
        self.set_source_info(node)
        return [node]
