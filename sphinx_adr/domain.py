"""The ``adr`` domain: the records of every document, what each document asks, and where references lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx.domains import ObjType
from sphinx.locale import get_translation
from sphinx.util.nodes import make_refnode

from . import inventories
from .circumstances import circumstances_of
from .log.decision import Decision, Declared, Requirement
from .log.finding import Code, Finding, Place
from .log.ledger import Ledger
from .log.rules import check
from .log.rules.policy import Policy, unknown_since
from .log.seal import Seal
from .placeholders import card, requirement_card, view
from .reading.existing.sets import DocumentSet
from .reading.existing.untitled import MADE, without_heading
from .reading.outside import outside_decisions
from .reading.places import place_of
from .reading.record import Reading, read_record
from .reading.requirements import read_requirement
from .references import KNOWN, question_of, references_in, unresolved
from .requirements.documents import read_document
from .requirements.gather import Gathered, gather
from .requirements.need_prose import decisions_in, read_prose
from .requirements.sources import DocumentSource, Source
from .storage import Storage
from .views import (
    Answers,
    CardQuestion,
    GraphQuestion,
    LineageQuestion,
    PastQuestion,
    Question,
    RequirementQuestion,
)
from .views.reference import Reference, RequirementPlace

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_ = get_translation("sphinx_adr")


class AdrDomain(Storage):
    """Decisions and requirements as objects of the documentation."""

    name = "adr"
    label = _("Architecture decisions")
    object_types: ClassVar[dict[str, ObjType]] = {
        "decision": ObjType(_("decision"), "decision"),
        "requirement": ObjType(_("requirement"), "req"),
    }

    # -- reading ----------------------------------------------------------------------------------------

    reading: Reading = Reading()
    document_sets: tuple[DocumentSet, ...] = ()
    requirement_sources: tuple[Source, ...] = ()
    need_types: Collection[str] = ()
    """The types of needs that are decisions."""

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Records what *document* declares, what it shows of the log, and what it refers to."""
        questions: dict[Question, None] = {}
        lineages: list[tuple[nodes.Element, LineageQuestion]] = []
        for node in list(document.findall(view)):
            if isinstance(node, card):
                record, findings = read_record(node, docname, self.reading)
                self.decisions.setdefault(docname, []).append(record)
                for finding in findings:
                    self.note_finding(docname, finding)
                unseen = "shows-summary" not in node and record.summary is not None
                node["question"] = CardQuestion(docname, record.anchor, summary=unseen)
                for name in ("options", "declared", "anchor", "facts", "links", "lines", "fingerprint"):
                    del node[name]
                if record.declared is Declared.DOCUMENT and not env.config.adr_card:
                    section = node.parent
                    section.remove(node)
                    if MADE in section:
                        without_heading(section, document)
                    continue
                lineages.append((node.parent, LineageQuestion(docname, record.anchor)))
            elif isinstance(node, requirement_card):
                self.declared_requirements.setdefault(docname, []).append(read_requirement(node, docname))
                node["question"] = RequirementQuestion(node["req_id"])
            question = node["question"]
            questions[question] = None
            question = question.question if isinstance(question, PastQuestion) else question
            if isinstance(question, GraphQuestion) and question.root:
                self.references.setdefault(docname, []).append((KNOWN, question.root, place_of(node)))
        for identifier, box in decisions_in(document, env, self.need_types):
            prose = read_prose(identifier, box, env, self.reading)
            self.mentions.setdefault(docname, {})[identifier] = prose
            above = cast("nodes.Element", box.parent)
            if box.get("hidden"):
                above.insert(above.index(box), nodes.target("", "", ids=[identifier]))
                continue
            question = CardQuestion(docname, identifier)
            above.insert(above.index(box), view("", question=question, banner=True))
            questions[question] = None
        for inside, lineage in lineages:
            inside.append(view("", question=lineage, refdoc=docname))
            questions[lineage] = None
        sources = [source for source in self.requirement_sources if isinstance(source, DocumentSource)]
        if found := list(read_document(document, docname, sources, self.reading.requirement_pattern)):
            self.declared_requirements.setdefault(docname, []).extend(found)
        for finding in outside_decisions(document):
            self.note_finding(docname, finding)
        for kind, target, place, asked in references_in(document):
            questions[asked] = None
            if place is not None:
                self.references.setdefault(docname, []).append((kind, target, place))
        if questions:
            self.questions[docname] = list(questions)

    # -- the ledger -------------------------------------------------------------------------------------

    _answers: Answers | None = None
    _gathered: Gathered = Gathered()
    needs_findings: Sequence[Finding] = ()
    holds: Callable[[str], bool] = staticmethod(lambda expression: True)
    """Whether the expression of an ``only`` directive holds in this build."""

    config_findings: Sequence[Finding] = ()
    """What is wrong with the settings of this build."""

    policy: Policy = Policy()
    since_place: Place = Place("conf.py")
    """Where ``adr_rules_since`` is set."""
    seal: Seal = Seal()
    today: dt.date = dt.date.max
    graphviz: str = ""
    """The version of Graphviz that a graph asks for and that is there."""

    def forget(self) -> None:
        """Drops what was derived from the records, after these changed."""
        self._answers = None

    @property
    def answers(self) -> Answers:
        """The ledger of this build and the answers to questions about it, made once."""
        if self._answers is None:
            visible = [d for ds in self.decisions.values() for d in ds if self._is_visible(d)]
            required = [r for rs in self.declared_requirements.values() for r in rs if self._is_visible(r)]
            words = self.reading.vocabulary
            self._gathered = gather(self.env, self.requirement_sources, words, required, self.mentions)
            visible += self._gathered.decisions
            required += self._gathered.requirements
            names = {link.target for d in visible for link in d.links if ":" in link.target}
            outsiders = inventories.outsiders(self.env, names)
            ledger = Ledger(visible, required, outsiders, self._labels(names), self.today.isoformat())
            config = self.env.config
            self._answers = Answers(
                ledger,
                mentions_cover=config.adr_mentions_cover,
                graph_limit=config.adr_graph_limit,
                graph_engine=config.adr_graph_engine,
                graphviz=self.graphviz,
                lineage=config.adr_lineage,
            )
        return self._answers

    def _labels(self, names: set[str]) -> dict[str, tuple[str, str]]:
        """The documents and anchors of the labels among *names*."""
        known = self.env.domains.standard_domain.anonlabels
        wanted = {name.removeprefix("label:") for name in names if name.startswith("label:")}
        return {name: known[name][:2] for name in wanted if name in known}

    def _is_visible(self, declared: Decision | Requirement) -> bool:
        return all(self.holds(expression) for expression in declared.visible_if)

    def all_findings(self, also: Collection[str] = ()) -> list[Finding]:
        """What is wrong with the log, in the order of the sources, each once; of the codes *also*, all of it."""
        answers = self.answers
        found = [*self.config_findings, *(f for findings in self.findings.values() for f in findings)]
        found += (*self._gathered.findings, *self.needs_findings)
        hidden = (d.id for ds in self.decisions.values() for d in ds if not self._is_visible(d))
        circumstances = circumstances_of(self.env, self.references, hidden, self.seal, self.today)
        found += check(answers.ledger, answers.requirements, circumstances)
        found += unresolved(self.env, answers, (one for cited in self.references.values() for one in cited))
        if problem := unknown_since(self.policy.since, answers.ledger):
            message = f"adr_rules_since {problem}"
            found.append(Finding(Code.CONFIG_INVALID, message, self.since_place))
        reported = self.policy.reported(dict.fromkeys(found), answers.ledger, also)
        return sorted(reported, key=lambda f: (f.place, f.code, f.message))

    # -- references and inventory -----------------------------------------------------------------------

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        shown = node.get("adr-place")
        place = (*shown, "") if shown else self._place(typ, target)
        if place is None:
            return None
        docname, anchor, title, uri = place
        if uri:
            return nodes.reference("", "", contnode, internal=False, refuri=uri, reftitle=title)
        if not anchor:
            return None
        if builder.name == "singlehtml":
            return nodes.reference("", "", contnode, internal=True, refuri=f"#{anchor}", reftitle=title)
        return make_refnode(builder, fromdocname, docname, anchor, contnode, title)

    def leads_somewhere(self, role: str, target: str) -> bool:
        """Whether *target* leads to exactly one place in this documentation."""
        place = self._place(role, target)
        return place is not None and bool(place[1] or place[3])

    def _place(self, role: str, target: str) -> tuple[str, str, str, str] | None:
        """The document, anchor, title and address of the one thing that *target* names, if it names one."""
        answer = self.answers.to(question_of(role, target))
        if isinstance(answer, Reference):
            if len(answer.candidates) != 1:
                return None
            found = answer.candidates[0]
            return found.docname, answer.part_anchor or found.anchor, found.title, ""
        if isinstance(answer, RequirementPlace):
            return answer.docname, answer.anchor, answer.title, answer.uri
        return None

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        found = []
        for role in ("decision", "req"):
            reference = self.resolve_xref(env, fromdocname, builder, role, target, node, contnode)
            if reference is not None:
                found.append((f"adr:{role}", reference))
        return found[:1]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        seen: set[str] = set()
        for decision in self.answers.ledger:
            if decision.id and decision.id not in seen:
                seen.add(decision.id)
                title = f"{decision.id}: {decision.title}" if decision.title else decision.id
                yield decision.id, title, "decision", decision.docname, decision.anchor, 1
        for row in self.answers.requirements.values():
            declared = row.declared
            if declared and declared.docname and declared.anchor:
                title = f"{row.id}: {row.title}" if row.title else row.id
                yield row.id, title, "requirement", declared.docname, declared.anchor, 1

    # -- staleness --------------------------------------------------------------------------------------

    def digests(self, *seeds: str) -> dict[str, str]:
        """For each document that shows something of the log, a fingerprint of all that it shows."""
        shown = {docname: list(questions) for docname, questions in self.questions.items()}
        for need in self._gathered.requirements if self.answers else ():
            if need.docname:
                # Its box shows the decisions that link to it.
                shown.setdefault(need.docname, []).append(RequirementQuestion(need.id))
        return {docname: self.answers.digest(questions, *seeds) for docname, questions in shown.items()}


def adr_domain(env: BuildEnvironment) -> AdrDomain:
    """The domain of *env*."""
    return cast("AdrDomain", env.get_domain("adr"))
