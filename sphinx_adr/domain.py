"""The ``adr`` domain: the records of every document, what each document asks, and where references lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from . import inventories
from .log.decision import Decision, Declared, Requirement
from .log.finding import Code, Finding, Place
from .log.ledger import Ledger
from .log.rules import check
from .placeholders import card, considered_option, is_in_decision, requirement_card, view
from .reading.existing.declare import DocumentReading
from .reading.existing.sets import DocumentSet
from .reading.record import Reading, read_record
from .reading.requirements import read_requirement
from .reading.places import place_of
from .references import question_of, unresolved
from .requirements.documents import read_document
from .requirements.gather import Gathered, gather
from .requirements.sources import DocumentSource, Source
from .views import (
    Answers,
    CardQuestion,
    GraphQuestion,
    Question,
    ReferenceQuestion,
    RequirementQuestion,
)
from .views.reference import Reference, RequirementPlace

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class AdrDomain(Domain):
    """Decisions and requirements as objects of the documentation.

    All data is kept by document first, so that two documents may claim one ID, and purging and merging
    documents is exact.
    """

    name = "adr"
    label = "Architecture decisions"
    object_types: ClassVar[dict[str, ObjType]] = {
        "decision": ObjType("decision", "decision"),
        "requirement": ObjType("requirement", "req"),
    }
    initial_data: ClassVar[dict[str, Any]] = {
        "decisions": {},
        "requirements": {},
        "questions": {},
        "references": {},
        "findings": {},
        "documents": {},
    }
    data_version = 2

    # -- storage ----------------------------------------------------------------------------------------

    @property
    def decisions(self) -> dict[str, list[Decision]]:
        """The records that each document declares."""
        return cast("dict[str, list[Decision]]", self.data["decisions"])

    @property
    def declared_requirements(self) -> dict[str, list[Requirement]]:
        """The requirements that each document declares."""
        return cast("dict[str, list[Requirement]]", self.data["requirements"])

    @property
    def questions(self) -> dict[str, list[Question]]:
        """What each document shows of the log."""
        return cast("dict[str, list[Question]]", self.data["questions"])

    @property
    def references(self) -> dict[str, list[tuple[str, str, Place]]]:
        """The references to decisions and requirements in the text of each document: role, target, place."""
        return cast("dict[str, list[tuple[str, str, Place]]]", self.data["references"])

    @property
    def findings(self) -> dict[str, list[Finding]]:
        """What was found wrong while each document was read."""
        return cast("dict[str, list[Finding]]", self.data["findings"])

    @property
    def documents(self) -> dict[str, DocumentReading]:
        """What became of each document that ``adr_documents`` names."""
        return cast("dict[str, DocumentReading]", self.data["documents"])

    def note_finding(self, docname: str, finding: Finding) -> None:
        """Keeps a finding with the document in which it stands."""
        self.findings.setdefault(docname, []).append(finding)

    def clear_doc(self, docname: str) -> None:
        for stored in self.data.values():
            if isinstance(stored, dict):
                stored.pop(docname, None)
        self.forget()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for name in self.initial_data:
            for docname in docnames:
                if docname in otherdata[name]:
                    self.data[name][docname] = otherdata[name][docname]
        self.forget()

    # -- reading ----------------------------------------------------------------------------------------

    reading: Reading = Reading()
    document_sets: tuple[DocumentSet, ...] = ()
    requirement_sources: tuple[Source, ...] = ()

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Records what *document* declares, what it shows of the log, and what it refers to."""
        questions: dict[Question, None] = {}
        for node in list(document.findall(view)):
            if isinstance(node, card):
                record, findings = read_record(node, docname, self.reading)
                self.decisions.setdefault(docname, []).append(record)
                for finding in findings:
                    self.note_finding(docname, finding)
                unseen = "shows-summary" not in node and record.summary is not None
                node["question"] = CardQuestion(docname, record.anchor, summary=unseen)
                for name in ("options", "declared", "anchor", "facts", "links"):
                    del node[name]
                if record.declared is Declared.DOCUMENT and not env.config.adr_card:
                    node.parent.remove(node)
                    continue
            elif isinstance(node, requirement_card):
                self.declared_requirements.setdefault(docname, []).append(read_requirement(node, docname))
                node["question"] = RequirementQuestion(node["req_id"])
            question = node["question"]
            questions[question] = None
            if isinstance(question, GraphQuestion) and question.root:
                self.references.setdefault(docname, []).append(("decision", question.root, place_of(node)))
        sources = [source for source in self.requirement_sources if isinstance(source, DocumentSource)]
        if found := list(read_document(document, docname, sources, self.reading.requirement_pattern)):
            self.declared_requirements.setdefault(docname, []).extend(found)
        for option in document.findall(considered_option):
            if not is_in_decision(option):
                message = "adr-option describes an option of the decision around it, and there is none"
                self.note_finding(docname, Finding(Code.OPTION_OUTSIDE, message, place_of(option)))
        for xref in document.findall(addnodes.pending_xref):
            domain, role, target = xref.get("refdomain"), xref.get("reftype"), xref.get("reftarget", "")
            if domain == "adr" and not xref.get("intersphinx"):
                if xref["refwarn"]:
                    self.references.setdefault(docname, []).append((role, target, place_of(xref)))
                xref["refwarn"] = False
                questions[question_of(role, target)] = None
            elif role in ("any", "myst"):
                questions[ReferenceQuestion(target)] = None
        if questions:
            self.questions[docname] = list(questions)

    # -- the ledger -------------------------------------------------------------------------------------

    _answers: Answers | None = None
    _gathered: Gathered = Gathered()
    holds: Callable[[str], bool] = staticmethod(lambda expression: True)
    """Whether the expression of an ``only`` directive holds in this build."""

    config_findings: Sequence[Finding] = ()
    """What is wrong with the settings of this build."""

    def forget(self) -> None:
        """Drops what was derived from the records, after these changed."""
        self._answers = None

    @property
    def answers(self) -> Answers:
        """The ledger of this build and the answers to questions about it, made once."""
        if self._answers is None:
            visible = [d for ds in self.decisions.values() for d in ds if self._is_visible(d)]
            required = [r for rs in self.declared_requirements.values() for r in rs if self._is_visible(r)]
            self._gathered = gather(self.env, self.requirement_sources)
            required += self._gathered.requirements
            names = {link.target for d in visible for link in d.links if ":" in link.target}
            outsiders = inventories.outsiders(self.env, names)
            ledger = Ledger(visible, required, outsiders, self._labels(names))
            config = self.env.config
            self._answers = Answers(
                ledger, mentions_cover=config.adr_mentions_cover, graph_limit=config.adr_graph_limit
            )
        return self._answers

    def _labels(self, names: set[str]) -> dict[str, tuple[str, str]]:
        """The documents and anchors of the labels among *names*."""
        known = self.env.domains.standard_domain.anonlabels
        wanted = {name.removeprefix("label:") for name in names if name.startswith("label:")}
        return {name: known[name][:2] for name in wanted if name in known}

    def _is_visible(self, declared: Decision | Requirement) -> bool:
        return all(self.holds(expression) for expression in declared.visible_if)

    def all_findings(self) -> list[Finding]:
        """Everything that is wrong with the log, in the order of the sources, each once."""
        answers = self.answers
        found = [*self.config_findings, *(f for findings in self.findings.values() for f in findings)]
        found += self._gathered.findings
        found += check(answers.ledger, answers.requirements, self.env.config.adr_coverage_warnings)
        found += unresolved(self.env, answers, (one for cited in self.references.values() for one in cited))
        return sorted(dict.fromkeys(found), key=lambda f: (f.place, f.code, f.message))

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
        return {
            docname: self.answers.digest(questions, *seeds) for docname, questions in self.questions.items()
        }


def adr_domain(env: BuildEnvironment) -> AdrDomain:
    """The domain of *env*."""
    return cast("AdrDomain", env.get_domain("adr"))


