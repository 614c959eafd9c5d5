"""What was chosen, and why, as the text of a decision says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes

from sphinx_adr.log.languages import LANGUAGES, spellings
from sphinx_adr.log.section_names import Section
from sphinx_adr.log.status_words import STATUS_WORDS
from sphinx_adr.log.vocabulary import normal_word

from .candidates import Candidate
from .leads import OPTION_LABEL
from .names import bare_name, denies, key, meant, mentioned
from .passages import Item, Passage, has_items, listed, whole
from .wording import first_sentence, quotation, says_nothing, shortened, text_of

_LABEL_WORDS = 12
"""A text with more words than this is prose and not the name of what was chosen."""

_HEADING_WORDS = 2
"""A bold line with no more words than this is a heading and says nothing by itself."""

_WORDS_FOR_BECAUSE = sorted((w for one in LANGUAGES for w in spellings(one.options["because"])), key=len)
_BECAUSE = re.compile(
    rf"\s*[,;.–—]?\s*(?<!\w)(?:because\b(?:\s+of\b)?|(?:{'|'.join(reversed(_WORDS_FOR_BECAUSE))})(?:\b|(?<='))|(?<=,\s)(?:car|da)\b)\s*[:,]?\s*",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"\b(?:with|by|of|using|in|on|for|to|as|are|is|be|will|shall|include|includes|including|following|these)\s*:$",
    re.IGNORECASE,
)
"""A text that ends so says nothing without the list below it."""

_ADDRESS = re.compile(r"<?https?://\S+>?")
"""Where a decision was announced is not what was decided: ``:Resolution: https://…``."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of a decision: *text* up to its reason; *names* tells that it is a name by its form."""

    text: str
    reason: str | None = None
    names: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen; *place* is the position of the option that is meant, where it is one and sure."""

    text: str | None = None
    place: int | None = None
    reason: str | None = None


def read_choice(decisions: Sequence[Passage], candidates: Sequence[Candidate]) -> Choice:
    """The choice in *decisions*: as "Chosen option: …", as a field, as marked, or as prose, in that order."""
    open_ones = {place: each.name for place, each in enumerate(candidates) if each.chosen is not False}
    marked = [place for place, each in enumerate(candidates) if each.chosen]
    statements = [(passage, _statement(passage)) for passage in decisions]
    for section in (Section.CHOICE, Section.DECISION):
        for passage, statement in statements:
            if statement and passage.section is section and (section is Section.CHOICE or passage.inline):
                return _named(statement, open_ones, candidates)
    prose = next((statement for _, statement in statements if statement is not None), None)
    if marked:
        return Choice(
            ", ".join(candidates[place].name for place in marked), None, prose.reason if prose else None
        )
    return _named(prose, open_ones, candidates) if prose else Choice()


def read_rationale(passages: Iterable[Passage]) -> str | None:
    """The first sentence of the rationale, where one paragraph is all of it."""
    blocks = [block for passage in passages for block in _blocks(passage)]
    if len(blocks) != 1 or not isinstance(blocks[0], nodes.paragraph):
        return None
    text = text_of(blocks[0])
    return None if says_nothing(text) or text.endswith(":") else first_sentence(text)


def _named(statement: Statement, names: Mapping[int, str], candidates: Sequence[Candidate]) -> Choice:
    """The choice that *statement* makes among *names*."""
    name, label, _ = bare_name(statement.text)
    if (place := _labelled(name, label, candidates)) is not None:
        return Choice(candidates[place].name, place, statement.reason)
    if statement.names:
        return Choice(shortened(name), meant(name, names), statement.reason)
    place = mentioned(statement.text, names)
    if place is None and len(name.split()) <= _LABEL_WORDS and not denies(name):
        place = meant(name, names)
        place = place if place is not None and _is_short_for(name, names[place]) else None
    if place is None:
        return Choice(shortened(statement.text.rstrip(" .:")), None, statement.reason)
    as_written = _is_short_for(name, names[place]) or _begins_with(name, names[place])
    return Choice(name if as_written else names[place], place, statement.reason)


def _begins_with(text: str, name: str) -> bool:
    """Whether *text* is *name* and a few words more."""
    return key(text).startswith(key(name)) and len(text.split()) <= _LABEL_WORDS


def _is_short_for(text: str, name: str) -> bool:
    """Whether every word of *text* is one of *name*."""
    return {*key(text).split()} <= {*key(name).split()}


def _labelled(name: str, label: str, candidates: Sequence[Candidate]) -> int | None:
    """The option that "Option 2" means where that is all the text says."""
    if not label or not OPTION_LABEL.fullmatch(name):
        return None
    places = [place for place, each in enumerate(candidates) if each.label == label]
    return places[0] if len(places) == 1 else None


def _statement(passage: Passage) -> Statement | None:
    """The statement at the head of *passage*, unless it is only a status or says nothing."""
    blocks = _blocks(passage)
    if blocks and isinstance(blocks[0], nodes.paragraph):
        named = passage.section is Section.CHOICE or passage.inline
        return _stated(blocks[0], listed(blocks[1:2]), passage.section, name_first=named)
    if blocks:
        texts = [whole(item) for item in listed(blocks[:1])]
        text = first_sentence(texts[0]) if texts[0].endswith((".", "!")) else "; ".join(texts)
        return Statement(text) if text else None
    inner = next((inner for inner in passage.passages if inner.section is None and inner.side is None), None)
    if inner is None:
        return None
    says = inner.lead and not inner.colon and len(inner.title.split()) > _HEADING_WORDS
    return Statement(inner.title) if says else _statement(inner)


def _stated(
    paragraph: nodes.paragraph, following: Sequence[Item], section: Section | None, *, name_first: bool
) -> Statement | None:
    """What *paragraph* states, with the list *following* where it leads to that."""
    text = text_of(paragraph)
    if says_nothing(text) or normal_word(text.rstrip(".")) in STATUS_WORDS or _ADDRESS.fullmatch(text):
        return None
    below = "; ".join(whole(item) for item in following)
    named = _quoted_or_marked(paragraph, text) if name_first else None
    rest = named[1] if named else text
    head, reason = _parted(rest, below)
    said = named[0] if named else first_sentence(head)
    if below and _OPEN_END.search(said):
        said = f"{said} {below}"
    return Statement(said, reason, named is not None or section is Section.CHOICE)


def _parted(text: str, below: str) -> tuple[str, str | None]:
    """The part of *text* before its "because", and the reason after it, if both are of one sentence."""
    because = _BECAUSE.search(text)
    if because is None or len(first_sentence(text[: because.start()])) < len(text[: because.start()].strip()):
        return text, None
    reason = first_sentence(text[because.end() :])
    if not reason or reason.endswith(":"):
        reason = f"{reason} {below}".strip()
    return text[: because.start()], reason or None


def _quoted_or_marked(block: nodes.Node, text: str) -> tuple[str, str] | None:
    """The quoted or marked-up name that begins *block*, and the text after it."""
    if quoted := quotation(text):
        return quoted
    first = next((child for child in block.children if text_of(child)), None)
    if isinstance(first, nodes.strong | nodes.literal | nodes.reference | nodes.emphasis):
        name = text_of(first)
        rest = text[len(name) :]
        if quoted := quotation(name):
            return quoted[0], rest
        if not rest.strip() or rest[:1] in ",.;:(" or _BECAUSE.match(rest):
            return name, rest
    return None


def _blocks(passage: Passage) -> list[nodes.Node]:
    """The paragraphs and lists of *passage*."""
    return [
        block
        for block in passage.blocks
        if has_items(block) or (isinstance(block, nodes.paragraph) and text_of(block))
    ]
