"""Graphs in LaTeX: drawings in TikZ, which is loaded only by documents that have some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from . import edges, tikz, tikz_lanes
from .drawing import hrefs
from .hues import look
from .nodes import adr_lanes, adr_log_entry, adr_log_list, adr_picture
from .plan import Plan
from .words import _, coverage_in_text, said_status

if TYPE_CHECKING:
    from sphinx.writers.latex import LaTeXTranslator


def visit_picture(self: LaTeXTranslator, node: adr_picture) -> None:
    """Writes the drawing, and what its shapes and lines mean."""
    _load(self)
    plan: Plan = node["plan"]
    links = {key: _link(self, uri) for key, uri in hrefs(node).items()}
    drawn = tikz.picture(plan, self.encode, links)
    keys = _legend(self, plan, small=node["small"])
    self.body.append("\n\\begin{center}\n" + drawn + "\n\\end{center}\n")
    if keys:
        shown = "\\qquad\n".join(keys)
        self.body.append(f"\n{{\\footnotesize\\raggedright\\noindent {shown}\\par}}\\medskip\n")
    raise nodes.SkipNode


def _link(self: LaTeXTranslator, uri: str) -> tuple[str, str]:
    """What makes content a link, as Sphinx does it for a reference."""
    if uri.startswith("#"):
        return self.hyperlink(f"{self.curfilestack[-1]}:{uri[1:]}"), "}}"
    if uri.startswith("%"):
        name, _hash, anchor = uri[1:].partition("#")
        return self.hyperlink(f"{name}:{anchor}" if anchor else f"{name}::doc"), "}}"
    return rf"\sphinxhref{{{self.encode_uri(uri)}}}{{", "}"


def _legend(self: LaTeXTranslator, plan: Plan, *, small: bool) -> list[str]:
    graph, items = plan.graph, []
    if not small:
        for seen, word in dict.fromkeys(
            (look(node.decision.status, node.decision.phase), said_status(node.decision))
            for node in graph.nodes
        ):
            items.append(f"{tikz.sample_of_status(seen)}~\\mbox{{{self.encode(word)}}}")
        if any(node.head for node in graph.nodes):
            items.append(
                f"{tikz.sample_of_head()}~\\mbox{{{self.encode(str(_('Current, end of a lineage')))}}}"
            )
        for state in dict.fromkeys(node.requirement.state for node in graph.requirements):
            said = str(_("Requirement: %s") % coverage_in_text(state))
            items.append(f"{tikz.sample_of_requirement(state)}~\\mbox{{{self.encode(said)}}}")
    found = edges.looks(graph)
    if not small or not all(map(edges.is_plain, found)):
        items += [f"{tikz.sample_of_line(one)}~\\mbox{{{self.encode(edges.said(one))}}}" for one in found]
    return items


def visit_log_list(self: LaTeXTranslator, node: adr_log_list) -> None:
    """Opens the log: rows without distance, so that lines go on from each to the next, also on a new page."""
    _load(self)
    self.body.append("\n\\par\\medskip\\begingroup\\setlength{\\parskip}{0pt}\\setlength{\\parindent}{0pt}\n")


def depart_log_list(self: LaTeXTranslator, node: adr_log_list) -> None:
    """Closes the log."""
    self.body.append("\n\\par\\endgroup\\medskip\n")


def visit_log_entry(self: LaTeXTranslator, node: adr_log_entry) -> None:
    """Opens the text of a row: how high it is tells how long the lines beside it are."""
    columns = next(node.findall(adr_lanes))["drawn"][2]
    width = rf"\dimexpr\linewidth-{tikz_lanes.lanes_width(columns)}\relax"
    self.body.append(f"\n\\begin{{lrbox}}{{\\sphinxadrrow}}\\begin{{minipage}}[t]{{{width}}}\\raggedright\n")


def depart_log_entry(self: LaTeXTranslator, node: adr_log_entry) -> None:
    """Closes the text and draws the row."""
    drawn = tikz_lanes.lanes(*next(node.findall(adr_lanes))["drawn"])
    self.body.append("\\end{minipage}\\end{lrbox}%\n" + tikz_lanes.PADDED)
    self.body.append(f"\\par\\nointerlineskip\\noindent\n{drawn}\n\\usebox\\sphinxadrrow\n")


def _load(self: LaTeXTranslator) -> None:
    """Lets this document load what drawings need."""
    if tikz.PREAMBLE not in self.elements["extrapackages"]:
        self.elements["extrapackages"] += tikz.PREAMBLE
