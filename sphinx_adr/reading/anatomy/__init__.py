"""The anatomy of a decision: what its text says of drivers, options, the choice and the consequences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from docutils import nodes

from sphinx_adr import placeholders
from sphinx_adr.log.decision import Anatomy, Consequences, Option
from sphinx_adr.log.section_names import Section, Side, normal_title

from .arguments import Statements, gather, read_arguments
from .candidates import Candidate
from .choice import read_choice, read_rationale
from .leads import OPTION_LABEL
from .names import bare_name, key
from .options import merged, read_directive, read_headed, read_options, read_weighed
from .passages import Passage, listed, whole
from .sections import outline
from .wording import enumerated, says_nothing, text_of

__all__ = ["read_anatomy", "read_arguments"]


_NOTHING = Anatomy()
"""One for all whose text says nothing of the kind: there can be thousands."""

_OVERVIEWS = ("summary", "overview")
"""Headings that a whole decision in brief can stand below."""


def read_anatomy(element: nodes.Element, declared: Iterable[placeholders.considered_option] = ()) -> Anatomy:
    """What the text of the decision in *element* says.

    Its drivers, the options considered, the choice and its reason, its consequences. *element* is a section
    with sections in it, or a container whose headings are rubrics; *declared* are the options in it that
    directives declare.
    """
    found = _Found()
    _walk(outline(_children(element)), found, None)
    candidates = merged([*found.options, [read_directive(node) for node in declared]])
    _take_stray(candidates, found.unknown)
    choice = read_choice(found.decisions, candidates)
    options = [candidate.option() for candidate in candidates]
    if choice.place is not None and not any(option.chosen for option in options):
        options[choice.place] = replace(options[choice.place], chosen=True)
    reason = choice.reason or read_rationale(found.rationales)
    read = Anatomy(
        choice=choice.text,
        options=tuple(_reasoned(option, reason) for option in options),
        drivers=tuple(found.drivers),
        consequences=Consequences(*(found.consequences.of(side) for side in Side)),
    )
    return _NOTHING if read == _NOTHING else read


@dataclass(slots=True)
class _Found:
    """The sections of a decision by what they are for."""

    options: list[list[Candidate]] = field(default_factory=list)
    drivers: list[str] = field(default_factory=list)
    decisions: list[Passage] = field(default_factory=list)
    rationales: list[Passage] = field(default_factory=list)
    consequences: Statements = field(default_factory=Statements)
    unknown: list[Passage] = field(default_factory=list)


def _walk(passage: Passage, found: _Found, around: Section | None) -> None:
    if around not in (Section.OPTIONS, Section.REJECTED):
        found.options.extend(read_weighed(passage))
    for inner in passage.passages:
        section = inner.section
        match section:
            case Section.OPTIONS | Section.REJECTED if around not in (Section.OPTIONS, Section.REJECTED):
                found.options.extend(read_options(inner, rejected=section is Section.REJECTED))
            case Section.DRIVERS:
                found.drivers.extend(_drivers(inner))
            case Section.DECISION | Section.CHOICE:
                found.decisions.append(inner)
            case Section.RATIONALE:
                found.rationales.append(inner)
            case Section.CONSEQUENCES if around is not Section.CONSEQUENCES:
                gather(inner, found.consequences, unmarked=Side.NEUTRAL)
            case None:
                _walk_unnamed(inner, found, around)
                continue
            case Section.CONTEXT | Section.OPTIONS | Section.REJECTED | Section.CONSEQUENCES:
                pass
            case _ if inner.lead or normal_title(inner.title) not in _OVERVIEWS:
                continue
        _walk(inner, found, section)


def _walk_unnamed(inner: Passage, found: _Found, around: Section | None) -> None:
    """A section without a name that we know: of one side, an option on its own, or any other."""
    if around in (Section.OPTIONS, Section.REJECTED):
        return
    if inner.side is not None:
        if around not in (Section.CONTEXT, Section.CONSEQUENCES):
            gather(inner, found.consequences, inner.side)
    elif bare_name(inner.title)[1] and OPTION_LABEL.match(inner.title):
        candidate = read_headed(inner)
        found.options.append([candidate] if candidate else [])
    else:
        found.unknown.append(inner)
        _walk(inner, found, around)


def _drivers(passage: Passage) -> Iterable[str]:
    entries = listed(passage.blocks)
    texts = [whole(item) for item in entries]
    if not entries and passage.inline:
        texts = enumerated(text_of(passage.blocks[0]))
    yield from (text for text in texts if not says_nothing(text))
    for inner in passage.passages:
        if inner.section is None:
            yield from _drivers(inner)


def _take_stray(candidates: Iterable[Candidate], unknown: Iterable[Passage]) -> None:
    """Read sections that bear the very name of an option as its pros and cons, wherever they stand."""
    sections = {key(bare_name(passage.title)[0]): passage for passage in unknown if not passage.lead}
    for candidate in candidates:
        passage = None if candidate.said else sections.get(key(candidate.name))
        if passage is not None and (other := read_headed(passage)) is not None:
            candidate.take(other)


def _children(element: nodes.Element) -> list[nodes.Node]:
    """What stands in *element* below its title."""
    first = element.children[0] if element.children else None
    titled = isinstance(element, placeholders.adr_decision) and isinstance(first, nodes.rubric)
    return element.children[1:] if titled else element.children


def _reasoned(option: Option, reason: str | None) -> Option:
    return replace(option, reason=reason) if option.chosen and option.reason is None else option
