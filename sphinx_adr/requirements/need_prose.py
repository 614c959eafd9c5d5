"""What stands in the boxes of needs that are decisions: the requirements that their prose mentions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from docutils import nodes

from ..log.decision import Trace, Tracing
from ..reading.mentions import mentions
from ..reading.record import Reading, own_nodes
from .needs import needs_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def decisions_in(
    document: nodes.document, env: BuildEnvironment, types: Collection[str]
) -> Iterator[tuple[str, nodes.Element]]:
    """The needs of *types* in *document*, each with its ID and its box. None without sphinx-needs."""
    known = needs_of(env) if types else {}
    if not known:
        return
    from sphinx_needs.nodes import Need

    for box in list(document.findall(Need)):
        identifier = str(next(iter(box["ids"]), ""))
        if identifier in known and known[identifier]["type"] in types:
            yield identifier, box


def read_prose(
    identifier: str, box: nodes.Element, env: BuildEnvironment, reading: Reading
) -> tuple[Trace, ...]:
    """A trace for each requirement ID in the title and the text of a need; IDs in the text become references.

    What other needs within its box say is theirs. A need that is hidden has its text, but no box.
    """
    need = needs_of(env)[identifier]
    told = f"{need['title']}\n{need['content']}" if box.get("hidden") else str(need["title"])
    own = list(own_nodes(box, apart=(type(box),)))
    found = [Trace(match[0], Tracing.MENTIONS) for match in reading.requirement_ids(told)]
    return tuple(dict.fromkeys([*found, *mentions(own, box, (), reading, str(need["docname"]))]))
