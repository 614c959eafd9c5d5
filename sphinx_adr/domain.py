"""The ``adr`` domain: the records of every document, what each document asks, and where references lead.

What reading a document takes, and what follows from the records, is loaded when there is something to read or
something to tell: most builds of most documentations need little of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.domains import ObjType
from sphinx.locale import get_translation
from sphinx.util.nodes import make_refnode

from .placeholders import ours_in
from .settled import Settled

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .log.finding import Finding
    from .requirements.gather import Gathered
    from .views import Answers

_ = get_translation("sphinx_adr")

Object = tuple[str, str, str, str, str, int]
"""Something in the inventory: its name, what is shown for it, its type, document, anchor, and its priority."""


class AdrDomain(Settled):
    """Decisions and requirements as objects of the documentation."""

    name = "adr"
    label = _("Architecture decisions")
    object_types: ClassVar[dict[str, ObjType]] = {
        "decision": ObjType(_("decision"), "decision"),
        "requirement": ObjType(_("requirement"), "req"),
    }

    # -- reading ----------------------------------------------------------------------------------------

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Records what *document* declares, what it shows of the log, and what it refers to."""
        if self.requirement_sources or self.need_types or ours_in(document):
            from .recording import record

            record(self, docname, document)

    # -- the ledger -------------------------------------------------------------------------------------

    _answers: Answers | None = None
    _gathered: Gathered | None = None
    _objects: Sequence[Object] | None = None
    _reported: tuple[Sequence[Finding], list[Finding]] | None = None

    def forget(self) -> None:
        """Drops what was derived from the records, after these changed."""
        self._answers = self._gathered = self._objects = self._reported = None

    def remember(self, objects: Sequence[Object]) -> None:
        """Takes the objects of an earlier build, from which nothing changed."""
        self._objects = objects

    @property
    def gathered(self) -> Gathered:
        """What the sources know that are no documents, asked once a build."""
        if self._gathered is None:
            from .deriving import gathered_of

            self._gathered = gathered_of(self)
        return self._gathered

    @property
    def answers(self) -> Answers:
        """The ledger of this build and the answers to questions about it, made once."""
        if self._answers is None:
            from .deriving import answers_of

            self._answers = answers_of(self, self.gathered)
        return self._answers

    def all_findings(self, also: Collection[str] = ()) -> list[Finding]:
        """What is wrong with the log, in the order of the sources, each once; of the codes *also*, all of it."""
        from .deriving import findings_of

        if also:
            return findings_of(self, self.answers, self.gathered, also)
        refused = self.needs_findings
        if self._reported is None or self._reported[0] is not refused:
            self._reported = (refused, findings_of(self, self.answers, self.gathered, ()))
        return list(self._reported[1])

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
        from .references import question_of
        from .views.reference import Reference, RequirementPlace

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

    def get_objects(self) -> Iterator[Object]:
        if self._objects is not None:
            yield from self._objects
            return
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
        from .views import LineageQuestion, RequirementQuestion

        shown = {docname: list(questions) for docname, questions in self.questions.items()}
        for docname, records in self.decisions.items():
            if self.answers.shows_lineages(docname):
                asked = (LineageQuestion(docname, one.anchor) for one in records if self.has_card(one))
                if lineages := [one for one in asked if self.answers.to(one) is not None]:
                    shown.setdefault(docname, []).extend(lineages)
        for need in self.gathered.requirements:
            if need.docname:
                # Its box shows the decisions that link to it.
                shown.setdefault(need.docname, []).append(RequirementQuestion(need.id))
        return {docname: self.answers.digest(questions, *seeds) for docname, questions in shown.items()}


def adr_domain(env: BuildEnvironment) -> AdrDomain:
    """The domain of *env*."""
    return cast("AdrDomain", env.get_domain("adr"))
