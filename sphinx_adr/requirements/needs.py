"""What sphinx-needs knows: needs that are requirements, and needs that are decisions.

It is imported where the documentation loads it, and nowhere else. Needs are looked at before sphinx-needs has
worked on them: its own view would freeze them before the environment is saved.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ..log.decision import Anatomy, Decision, Part, Requirement, Trace, Tracing
from ..log.finding import Finding, Place
from ..log.identifiers import is_valid_id
from ..reading.anatomy.wording import says_nothing
from ..reading.metadata import Vocabulary, read_metadata
from .needs_setting import NeedsSetting
from .sources import NeedsSource, Source, one_line

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

Need = Mapping[str, Any]
_PLAIN = "links"


def needs_of(env: BuildEnvironment) -> Mapping[str, Need]:
    """The needs by ID, imported and external ones included; none without sphinx-needs."""
    if "needs_types" not in env.config:
        return {}
    from sphinx_needs.data import SphinxNeedsData

    found: Any = SphinxNeedsData(env).get_needs_mutable()
    return cast("Mapping[str, Need]", found)


def requirements_of(env: BuildEnvironment, sources: Iterable[Source]) -> Iterator[Requirement]:
    """The needs that are requirements."""
    types = {kind for source in sources if isinstance(source, NeedsSource) for kind in source.types}
    for identifier, need in needs_of(env).items() if types else ():
        if need["type"] in types and is_valid_id(identifier):
            external = bool(need["is_external"])
            yield Requirement(
                id=identifier,
                title=one_line(need["title"]),
                docname=None if external else need["docname"],
                anchor=None if external else identifier,
                uri=(need["external_url"] or None) if external else None,
                source="needs",
                place=_place(env, need),
            )


def _place(env: BuildEnvironment, need: Need) -> Place:
    if need["is_external"] or not need["docname"]:
        return Place(need["external_url"] or "", 0)
    return Place(os.fspath(env.doc2path(need["docname"])), need["lineno"] or 0)


def decisions_of(
    env: BuildEnvironment,
    setting: NeedsSetting,
    vocabulary: Vocabulary,
    requirements: Collection[str],
    mentions: Mapping[str, Mapping[str, Sequence[Trace]]],
) -> tuple[Sequence[Decision], Sequence[Finding]]:
    """The needs that are decisions, and what is wrong with their facts.

    A plain link to one of the *requirements* addresses it. *mentions* are the traces in their prose, by
    document and ID.
    """
    decisions: list[Decision] = []
    findings: list[Finding] = []
    known = needs_of(env)
    for identifier, need in known.items() if setting.decisions else ():
        if need["type"] not in setting.decisions or need["is_external"] or not need["docname"]:
            continue
        place = _place(env, need)
        links = _links(need, known)
        linked = [end for end in links.get(_PLAIN, ()) if end.partition("#")[0] in requirements]
        options = dict(_options(need, setting, links, linked))
        facts = read_metadata(options, place, need["docname"], vocabulary)
        findings += facts.findings
        addressed = facts.facts.pop("requirements")
        mentioned = mentions.get(need["docname"], {}).get(identifier, ())
        decisions.append(
            Decision(
                id=identifier if is_valid_id(identifier) else "",
                title=" ".join(str(need["title"]).split()),
                docname=need["docname"],
                anchor=identifier,
                place=place,
                anatomy=Anatomy(choice=_choice(need)),
                parts=tuple(_parts(identifier, need)),
                traces=(*(Trace(name, Tracing.ADDRESSES) for name in addressed), *mentioned),
                **facts.facts,
            )
        )
    return decisions, findings


def _choice(need: Need) -> str | None:
    """What was chosen, where the need has a field ``decision`` that says it."""
    said = " ".join(str(need.get("decision") or "").split())
    return None if says_nothing(said) else said


def _options(
    need: Need, setting: NeedsSetting, links: Mapping[str, Sequence[str]], linked: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """The facts of a need, as an author of a decision would write them; *linked* are plain links to requirements."""
    yield "status", need["status"] or ""
    yield "tags", "; ".join(need["tags"])
    for option, name in setting.links.items():
        if option == "requirements":
            ends = (end.partition("#")[0] for end in (*links.get(name, ()), *linked))
            yield option, "; ".join(dict.fromkeys(ends))
        elif name in links:
            yield option, "; ".join(end for end in links[name] if name != _PLAIN or end not in linked)
    for option, name in setting.fields.items():
        value = need.get(name) if name else None
        if value:
            yield option, "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _parts(identifier: str, need: Need) -> Iterator[Part]:
    for name, part in need["parts"].items():
        yield Part(name, one_line(part["content"]), f"{identifier}.{name}")


def _links(need: Need, known: Mapping[str, Need]) -> Mapping[str, Sequence[str]]:
    """The ends of the links of a need, by the name of the link; a part of a need is written as our parts are."""
    links: Iterable[tuple[str, Sequence[object]]] = need.iter_links_items()  # type: ignore[attr-defined]
    return {name: [_end(str(end), known) for end in ends] for name, ends in links}


def _end(end: str, known: Mapping[str, Need]) -> str:
    whole, _, part = end.rpartition(".")
    return f"{whole}#{part}" if end not in known and whole in known else end
