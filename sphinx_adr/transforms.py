"""When each thing happens to a document: shaped while it is read, filled in while it is written.

What does the work is loaded when a document has something to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, cast

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from .domain import adr_domain
from .placeholders import adr_decision, card, declaration, find, name_in_title, view, waiting


class ReadDocuments(SphinxTransform):
    """Declares the records in the documents that ``adr_documents`` names, as they stand."""

    default_priority = 14

    def apply(self, **kwargs: Any) -> None:
        domain, docname = adr_domain(self.env), self.env.docname
        entry = next((one for one in domain.document_sets if one.holds(docname)), None)
        if entry is None:
            return
        from .reading.existing.declare import declare_records

        path = os.fspath(self.env.doc2path(docname))
        reading, findings = declare_records(
            self.document,
            docname,
            path,
            entry,
            domain.reading.vocabulary.statuses,
            self.env.config.adr_id_template,
        )
        domain.documents[docname] = reading
        for finding in findings:
            domain.note_finding(docname, finding)


class ShapeDecisions(SphinxTransform):
    """Turns declarations into sections with anchors, before titles are translated: anchors stay."""

    default_priority = 15

    def apply(self, **kwargs: Any) -> None:
        if not find(self.document, adr_decision, declaration):
            return
        from .reading.normative import fingerprint_of
        from .reading.structure import Structure

        config, docname = self.env.config, self.env.docname
        statuses = adr_domain(self.env).reading.vocabulary.statuses
        structure = Structure(self.document, docname, config.adr_id_pattern, config.adr_id_template, statuses)
        structure.apply()
        for head in self.document.findall(card):
            head["fingerprint"] = fingerprint_of(head.parent, head, config.adr_id_pattern)
        for finding in structure.findings:
            adr_domain(self.env).note_finding(docname, finding)


class NameDecisions(SphinxTransform):
    """Puts the ID in front of the title of each decision that a directive declares, once that is translated."""

    default_priority = 30

    def apply(self, **kwargs: Any) -> None:
        for shown in find(self.document, card, adr_decision):
            if isinstance(shown, card):
                title = cast("nodes.Element", shown.parent[shown.parent.index(shown) - 1])
                self._put(name_in_title(shown), title)
            elif isinstance(shown, adr_decision):
                self._put(shown.get("shown-id", ""), cast("nodes.Element", shown[0]))

    def _put(self, name: str, title: nodes.Element) -> None:
        if not name:
            return
        first = title.children[0] if title.children else None
        if type(first) is nodes.Text:
            title[0] = nodes.Text(f"{name}: {first}")
        else:
            title.insert(0, nodes.Text(f"{name}: " if title.children else name))


class FillIn(SphinxPostTransform):
    """Replaces placeholders by what they stand for, before Sphinx resolves references (priority 10)."""

    default_priority = 5

    def run(self, **kwargs: Any) -> None:
        left = waiting(self.document)
        if not left:
            return
        from .filling import Filling

        cards = [node for node in left if isinstance(node, card)]
        if self._place_lineages(cards):
            left = waiting(self.document)
        Filling(self.document, self.env).apply(left)

    def _place_lineages(self, cards: Iterable[card]) -> int:
        """Makes room for the lineages of decisions, at the end of each that has one; tells how many have."""
        answers, placed = adr_domain(self.env).answers, 0
        for head in cards:
            shown = head["question"]
            if not answers.shows_lineages(shown.docname):
                continue
            from .views import LineageQuestion

            lineage = LineageQuestion(shown.docname, shown.anchor)
            if answers.to(lineage) is not None:
                head.parent.append(view("", question=lineage, refdoc=shown.docname))
                placed += 1
        return placed
