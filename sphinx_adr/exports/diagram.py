"""The source of a graph for other tools: Mermaid, and the DOT of Graphviz."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ..views.graph import Edge, Graph, Node, RequirementNode

_MERMAID = MappingProxyType({ord(one): f"#{ord(one)};" for one in '"#&<>`\\[]{}|;%*_~=+:@'})
"""What has a meaning in a label of Mermaid, as the entities that it knows: a number sign and a number.

Mermaid reads labels as Markdown too, and draws ``Unsupported markdown`` in place of lists, headings and addresses.
"""

_MARKDOWN = re.compile(r"^-|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=\bwww)\.", re.IGNORECASE)
"""What else begins a list or an address there: it stands as it is in all other places."""

_DRAWN = re.compile(r"(?<=\\)(?=n)|(?<=:)(?=fa-)|(?<=\$)(?=\$)")
"""Where Mermaid draws a break, an icon or a formula in place of text, however that is written.

A space without width keeps the two apart.
"""

_DOT = MappingProxyType({ord('"'): '\\"', ord("\\"): "\\\\", ord("&"): "&amp;", ord("\n"): "\\n"})
"""What has a meaning in a string of DOT; it reads entities of HTML there."""

_STYLES = {"pending": "stroke-dasharray:5 3", "retired": "stroke-dasharray:2 2,opacity:0.7"}
"""For each phase how Mermaid draws a box."""


def mermaid(graph: Graph) -> str:
    """*graph* as a flowchart of Mermaid, older decisions above newer, and requirements as hexagons."""
    names = _names(graph)
    lines = ["flowchart TB"]
    for item in graph.items:
        before, after = ("{{", "}}") if isinstance(item, RequirementNode) else ("[", "]")
        label = "<br/>".join(map(_in_mermaid, _label(item)))
        lines.append(f'  {names[item.key]}{before}"{label}"{after}')
    for edge in graph.edges:
        arrow = "-->" if edge.kind == "supersedes" and edge.state == "effective" else "-.->"
        tail, head, said = _ends(edge, names)
        lines.append(f'  {tail} {arrow}|"{_in_mermaid(said)}"| {head}')
    for phase, style in _STYLES.items():
        if members := [names[node.key] for node in graph.nodes if node.decision.phase == phase]:
            lines += [f"  classDef {phase} {style}", f"  class {','.join(members)} {phase}"]
    return "\n".join([*lines, ""])


def dot(graph: Graph) -> str:
    """*graph* in the language of Graphviz, older decisions above newer, and requirements as hexagons."""
    names = _names(graph)
    lines = ["digraph decisions {", "  node [shape=box, style=rounded];"]
    for item in graph.items:
        label = "\\n".join(part.translate(_DOT) for part in _label(item))
        if isinstance(item, RequirementNode):
            look = ", shape=hexagon, style=solid"
        else:
            look = ', style="rounded,dashed"' if item.decision.phase in _STYLES else ""
        lines.append(f'  {names[item.key]} [label="{label}"{look}];')
    for edge in graph.edges:
        tail, head, said = _ends(edge, names)
        traced = edge.kind in ("addresses", "mentions")
        plain = edge.kind == "supersedes" and edge.state == "effective"
        style = "" if plain else ", style=dotted" if traced else ", style=dashed"
        lines.append(f'  {tail} -> {head} [label="{said.translate(_DOT)}"{style}];')
    return "\n".join([*lines, "}", ""])


SOURCES = {"mermaid": mermaid, "dot": dot}
"""What writes each language."""


def _in_mermaid(text: str) -> str:
    """*text* as text in a label of Mermaid."""
    written = _DRAWN.sub("\u200b", text).translate(_MERMAID)
    return _MARKDOWN.sub(lambda found: f"#{ord(found[0])};", written)


def _names(graph: Graph) -> Mapping[str, str]:
    return {item.key: f"n{number}" for number, item in enumerate(graph.items, 1)}


def _label(item: Node | RequirementNode) -> list[str]:
    if isinstance(item, RequirementNode):
        parts = (item.requirement.id, item.requirement.title, item.requirement.state)
    else:
        decision = item.decision
        status = "" if decision.uri is not None else decision.status
        parts = (decision.id, decision.title, ", ".join(filter(None, (status, item.date))))
    return [" ".join(part.split()) for part in parts if part]


def _ends(edge: Edge, names: Mapping[str, str]) -> tuple[str, str, str]:
    """Where an arrow starts and ends, and what it says: a supersession leads to the newer, all else to the older."""
    said = "superseded by" if edge.kind == "supersedes" else edge.kind.replace("-", " ")
    facts = [edge.part or "", edge.state if edge.state != "effective" else ""]
    more = ", ".join(filter(None, facts))
    said = f"{said} ({more})" if more else said
    newer, older = names[edge.newer], names[edge.older]
    return (older, newer, said) if edge.kind == "supersedes" else (newer, older, said)
