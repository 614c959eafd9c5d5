"""Graphs as nodes: a picture where it can be drawn, and the same facts as a list everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from ..views.graph import Graph
from ..views.lineage import Lineage
from . import nodes as styled
from .content import NONE, Content, Piece
from .history import history
from .in_words import Links, entry
from .pieces import download, element, empty, joined, line, words
from .plan import Plan, Trouble, plan, plan_lineage
from .words import _


def render_graph(
    graph: Graph, name: str, *, paper: bool = False, trouble: Trouble = lambda reason: None
) -> list[Content]:
    """The drawing, or a sentence where there is nothing to draw; *paper* and *trouble* are as for `plan`."""
    if not graph.nodes:
        return [empty(_("No decisions."))]
    if graph.style == "layers":
        found = plan(graph, paper=paper, trouble=trouble)
        if isinstance(found, Plan):
            return [_picture(found, name)]
        return [note(found.reason), *history(graph)]
    return history(graph)


def render_lineage(lineage: Lineage, name: str) -> list[Content]:
    """A heading, and a small drawing or a log."""
    found: list[Content] = [nodes.rubric("", words(_("Lineage")), classes=["adr-lineage"])]
    small = plan_lineage(lineage.graph)
    if small:
        found.append(_picture(small, name, small=True))
    else:
        found += history(lineage.graph)
    if lineage.more:
        found.append(note(_("There are more decisions in this lineage, further away.")))
    return found


def render_downloads(files: Sequence[tuple[str, str]]) -> Content:
    """Links to files with the graph in them, given by language and address."""
    names = {"mermaid": _("Download as Mermaid"), "dot": _("Download as DOT")}
    links = [download(uri, names[language]) for language, uri in files]
    return line("adr-ui adr-note", *joined(links, " · "))


def note(text: str) -> Content:
    """A quiet line."""
    return line("adr-ui adr-note", words(text))


def _picture(found: Plan, name: str, *, small: bool = False) -> Content:
    graph = found.graph
    links = Links.of(graph)
    entries = [element(styled.adr_item, "li", "", entry(node, links)) for node in graph.items]
    textual = element(styled.adr_listing, "ul", "adr-list", *entries)
    return Piece(styled.adr_picture, "", "", NONE, (textual,), {"plan": found, "name": name, "small": small})


def hrefs(node: styled.adr_picture) -> dict[str, str]:
    """The addresses that the links in the list lead to, by the names of the drawing's nodes."""
    found = {}
    for named in node.findall(styled.adr_phrase):
        reference = named.parent
        if (key := named.get("adr-node")) and isinstance(reference, nodes.reference):
            found[key] = reference.get("refuri") or "#" + reference["refid"]
    return found
