"""The relations to other decisions that running text states."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...log.identifiers import normal_id
from .fragments import Fragment, Script, script_of
from .headings import Heading, read_heading_words
from .phrase_finder import leading_phrase
from .sentence import Relation, Sentence
from .tokens import Sort, Token, tokens_of


def read_relations(
    fragments: Sequence[Fragment], heading: str = "", *, own: Collection[str] = ()
) -> tuple[Relation, ...]:
    """Read the relations that *fragments*, a paragraph or an item of a list, state of their own record.

    *heading* is the title of the section around them: it gives the relation where the text only has targets.
    *own* holds the names of the record itself. What is denied, asked, only possible, said of other decisions,
    or text of a template is no relation.
    """
    script = script_of(fragments)
    return relations_in(script, read_heading_words(heading), frozenset(map(normal_id, own)))


def relations_in(script: Script, heading: Heading, own: Collection[str] = ()) -> tuple[Relation, ...]:
    """Read the relations that *script* states below *heading*; *own* are IDs in their normal spelling."""
    text = script.scanned(leading_phrase)
    found: list[Relation] = []
    for sentence in _sentences(tokens_of(text, script)):
        if sentence[-1].sort is not Sort.QUESTION:
            found += Sentence(text, sentence, heading, own).read()
    return tuple(dict.fromkeys(found))


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    for token in tokens:
        sentence.append(token)
        if token.sort in (Sort.STOP, Sort.QUESTION):
            yield sentence
            sentence = []
    if sentence:
        yield sentence
