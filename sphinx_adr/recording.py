"""One document as it is read: what it declares, what it shows of the log, and what it refers to."""

from __future__ import annotations

from typing import cast

from docutils import nodes

from .placeholders import card, ours_in, requirement_card, view
from .reading.existing.untitled import MADE, without_heading
from .reading.outside import outside_decisions
from .reading.places import place_of
from .reading.record import read_record
from .reading.requirements import read_requirement
from .references import KNOWN, references_in
from .requirements.documents import read_document
from .requirements.need_prose import decisions_in, read_prose
from .requirements.sources import DocumentSource
from .settled import Settled
from .views import CardQuestion, GraphQuestion, PastQuestion, Question, RequirementQuestion


def record(domain: Settled, docname: str, document: nodes.document) -> None:
    """Records what *document* declares, what it shows of the log, and what it refers to."""
    questions: dict[Question, None] = {}
    for node in list(document.findall(view)):
        if isinstance(node, card):
            record, findings = read_record(node, docname, domain.reading)
            domain.decisions.setdefault(docname, []).append(record)
            for finding in findings:
                domain.note_finding(docname, finding)
            unseen = "shows-summary" not in node and record.summary is not None
            node["question"] = CardQuestion(docname, record.anchor, summary=unseen)
            for name in ("options", "declared", "anchor", "facts", "links", "lines", "fingerprint"):
                del node[name]
            if not domain.has_card(record):
                section = node.parent
                section.remove(node)
                if MADE in section:
                    without_heading(section, document)
                continue
        elif isinstance(node, requirement_card):
            domain.declared_requirements.setdefault(docname, []).append(read_requirement(node, docname))
            node["question"] = RequirementQuestion(node["req_id"])
        question = node["question"]
        questions[question] = None
        question = question.question if isinstance(question, PastQuestion) else question
        if isinstance(question, GraphQuestion) and question.root:
            domain.references.setdefault(docname, []).append((KNOWN, question.root, place_of(node)))
    for identifier, box in decisions_in(document, domain.env, domain.need_types):
        prose = read_prose(identifier, box, domain.env, domain.reading)
        domain.mentions.setdefault(docname, {})[identifier] = prose
        above = cast("nodes.Element", box.parent)
        if box.get("hidden"):
            above.insert(above.index(box), nodes.target("", "", ids=[identifier]))
            continue
        question = CardQuestion(docname, identifier)
        above.insert(above.index(box), view("", question=question, banner=True))
        questions[question] = None
    sources = [source for source in domain.requirement_sources if isinstance(source, DocumentSource)]
    if found := list(read_document(document, docname, sources, domain.reading.requirement_pattern)):
        domain.declared_requirements.setdefault(docname, []).extend(found)
    ours = ours_in(document)
    for finding in outside_decisions(ours):
        domain.note_finding(docname, finding)
    for kind, target, place, asked in references_in(ours):
        questions[asked] = None
        if place is not None:
            domain.references.setdefault(docname, []).append((kind, target, place))
    shown = (one.question if isinstance(one, PastQuestion) else one for one in questions)
    graphs = [one for one in shown if isinstance(one, GraphQuestion) and one.style != "log"]
    if graphs:
        domain.engines[docname] = sorted({graph.engine or "" for graph in graphs})
    if questions:
        domain.questions[docname] = list(questions)
