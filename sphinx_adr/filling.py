"""What stands in the place of placeholders on a page, once the whole log is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import count
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import inventories
from .domain import adr_domain
from .exports.addresses import BUILDERS, address
from .log.finding import Code, Finding
from .messages import report
from .placeholders import amendment, considered_option, view, waiting
from .reading.places import place_of
from .rendering.amendment import render_amendment
from .rendering.card import render_banner, render_card
from .rendering.content import Content, Piece
from .rendering.doctree import as_nodes
from .rendering.index import render_index
from .rendering.matrix import render_matrix
from .rendering.nested import is_in_table, without_tables
from .rendering.options import render_comparison, render_options
from .rendering.past import render_past
from .rendering.reference import render_reference, render_requirement
from .rendering.tracing import render_tracing
from .rendering.written import takes_words_alone, write
from .views import Question
from .views.card import Card, CardQuestion
from .views.graph import Graph
from .views.index import Index
from .views.lineage import Lineage
from .views.matrix import Matrix
from .views.options import OptionsQuestion
from .views.past import Past, PastQuestion
from .views.reference import Reference, ReferenceQuestion, RequirementAnswer
from .views.tracing import Tracing


class OnPages(SphinxPostTransform):
    """Tells whether a document becomes a page of HTML, where a table wider than the page can scroll."""

    formats = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Changes nothing."""


class OnPaper(SphinxPostTransform):
    """Tells whether a document becomes pages of paper, where nothing scrolls."""

    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Changes nothing."""


class OnOwnPages(SphinxPostTransform):
    """Tells whether each document becomes a page of its own, in HTML that nothing changes afterwards."""

    builders = ("html", "dirhtml")

    def run(self, **kwargs: Any) -> None:
        """Changes nothing."""


class BesidePages(SphinxPostTransform):
    """Tells which builder of pages this is that can have files beside them."""

    def run(self, **kwargs: Any) -> None:
        """Changes nothing."""

    def builder(self) -> str | None:
        """The name of the builder; ``None`` where files beside its pages are of no use."""
        for name in BUILDERS:
            self.builders = (name,)
            if self.is_supported():
                return name
        return None


class ForTranslators(SphinxPostTransform):
    """Tells whether a document is read for what there is to translate: options keep their texts as written."""

    builders = ("gettext",)

    def run(self, **kwargs: Any) -> None:
        """Changes nothing."""


class Filling:
    """Fills one document in."""

    def __init__(self, document: nodes.document, env: BuildEnvironment) -> None:
        self.document = document
        self.env = env

    def apply(self, left: Sequence[nodes.Node]) -> None:
        """Replaces the placeholders among *left* by what they stand for, and turns the references into links.

        *left* are the nodes of the document that are to be filled in, in its order.
        """
        self._names = (f"adr-graph-{number}" for number in count(1))
        language = self.env.config.html_search_language or self.env.config.language
        self._at_once = OnOwnPages(self.document).is_supported() and takes_words_alone(language)
        for unwrap in (self._compare_options, self._render_amendments):
            if unwrap(left):
                # What they held stands elsewhere now.
                left = waiting(self.document)
        for node in left:
            if isinstance(node, view):
                node.replace_self(self._filled(node))
            elif isinstance(node, addnodes.pending_xref) and not (
                "adr-place" in node or node.get("intersphinx")
            ):
                self._refer(node)

    def _compare_options(self, left: Iterable[nodes.Node]) -> bool:
        """Makes tables of the options among *left*; tells whether there are any."""
        options = [node for node in left if isinstance(node, considered_option)]
        if not options or ForTranslators(self.document).is_supported():
            return False
        for node in options:
            if node.parent is not None:
                self._compare(node)
        return True

    def _render_amendments(self, left: Iterable[nodes.Node]) -> bool:
        """Puts the amendments among *left* in their form; tells whether there are any."""
        added = [node for node in left if isinstance(node, amendment)]
        for node in added:
            node.replace_self(render_amendment(node, self.env.docname))
        return bool(added)

    def _compare(self, first: considered_option) -> None:
        """Makes one table of an option and the options that follow it."""
        parent = cast("nodes.Element", first.parent)
        start = parent.index(first)
        group = []
        for node in parent.children[start:]:
            if not isinstance(node, considered_option):
                break
            group.append(node)
        parent[start : start + len(group)] = self._made([render_comparison(group)], self.env.docname, parent)
        for node in group:
            node.parent = None

    def _filled(self, node: view) -> Sequence[nodes.Node]:
        question = node["question"]
        answer = adr_domain(self.env).answers.to(question)
        refdoc = (
            question.docname if isinstance(question, CardQuestion) else node.get("refdoc", self.env.docname)
        )
        if isinstance(question, PastQuestion) and isinstance(answer, Past):
            found = render_past(answer, self._rendered(question.question, answer.shown, refdoc, node))
        else:
            found = self._rendered(question, answer, refdoc, node)
        found = [_classed(content, node["classes"]) for content in found]
        return write(found, refdoc) if self._at_once else self._made(found, refdoc, node.parent)

    def _made(self, found: Sequence[Content], refdoc: str, place: nodes.Node | None) -> list[nodes.Node]:
        """*found* as nodes that may stand in *place*: only HTML has tables within tables."""
        made = as_nodes(found, refdoc)
        if OnPages(self.document).is_supported() or not is_in_table(place):
            return made
        return without_tables(made)

    def _rendered(self, question: Question, answer: object, refdoc: str, node: view) -> list[Content]:
        found: list[Content] = []
        if isinstance(answer, Card):
            found = render_banner(answer) if node.get("banner") else render_card(answer)
        elif isinstance(answer, Index):
            found = render_index(answer)
        elif isinstance(answer, Matrix):
            builder = BesidePages(self.document).builder()
            csv = address(builder, refdoc, answer.csv) if builder and answer.csv else None
            found = render_matrix(answer, wide=OnPages(self.document).is_supported(), csv=csv)
        elif isinstance(answer, Graph):
            from .rendering.drawing import render_downloads, render_graph

            paper = OnPaper(self.document).is_supported()
            trouble = partial(self._warn_of_graphviz, node)
            found = render_graph(answer, next(self._names), paper=paper, trouble=trouble)
            if answer.downloads and (builder := BesidePages(self.document).builder()):
                files = [(language, address(builder, refdoc, name)) for language, name in answer.downloads]
                found.append(render_downloads(files))
        elif isinstance(answer, Lineage):
            from .rendering.drawing import render_lineage

            found = render_lineage(answer, next(self._names))
        elif isinstance(answer, Tracing):
            found = render_tracing(answer)
        elif isinstance(answer, RequirementAnswer):
            found = render_requirement(answer)
        elif isinstance(question, OptionsQuestion) and isinstance(answer, tuple):
            found = render_options(answer)
        return found

    def _warn_of_graphviz(self, node: view, reason: str) -> None:
        message = f"Graphviz lays out no graph here: {reason}; the built-in layout is used"
        report([Finding(Code.CONFIG_INVALID, message, place_of(node))])

    def _refer(self, xref: addnodes.pending_xref) -> None:
        role, target = xref["reftype"], xref["reftarget"]
        if role == "decision":
            answer = adr_domain(self.env).answers.to(ReferenceQuestion(target))
            if isinstance(answer, Reference) and answer.candidates:
                shown = as_nodes(render_reference(xref, answer), xref.get("refdoc", self.env.docname))
                xref.replace_self(shown)
                return
        elif adr_domain(self.env).leads_somewhere(role, target):
            return
        if not inventories.knows(self.env, role, target):
            # What is wrong with it was said, or needs not be said: Sphinx has nothing to add.
            xref.replace_self(list(xref.children))


def _classed(content: Content, classes: Sequence[str]) -> Content:
    """*content* with further *classes*."""
    if isinstance(content, Piece):
        return content._replace(classes=" ".join([content.classes, *classes])) if classes else content
    if isinstance(content, nodes.Element):
        content["classes"] += classes
    return content
