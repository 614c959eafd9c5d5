"""Reading one sentence for the relations that it states of the record it stands in."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...log.identifiers import normal_id
from ...log.vocabulary import LinkKind
from .headings import Heading
from .open_phrase import OpenPhrase
from .parts import named_part, parts_behind
from .phrase_finder import FoundPhrase, find_phrase, is_denied
from .targets import Evidence, Target
from .tokens import BREAKS, Sort, Token
from .wording import (
    ABOUT_US,
    ADVERBS,
    AUXILIARIES,
    CONDITIONS,
    FILLERS,
    ITSELF,
    OURSELVES,
    PARTIALLY,
    TIMES,
    Phrase,
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of this record to *target*; *inverse* where it is said from the older side.

    *partial* tells that it is not about the whole of the older decision, *part* which part of it is meant.
    """

    kind: LinkKind
    target: str
    part: str | None
    inverse: bool
    partial: bool


_LEADING = (Sort.TARGET, Sort.COLON, Sort.DASH, Sort.ARROW, Sort.OPENING)
"""What may stand between "superseded", without "by", and its target."""

_PARTLY = {("in", "part"), ("in", "parts"), ("in", "some")}


@dataclass(slots=True)
class _Mention:
    """A target without a phrase; *first* where it begins its clause, *place* among what is found."""

    target: Target
    first: bool
    place: int | None


class Sentence:
    """Reads the tokens of one sentence from left to right, each against a bounded number of others."""

    def __init__(self, text: str, tokens: Sequence[Token], heading: Heading, own: Collection[str]) -> None:
        self._text, self._tokens, self._heading, self._own = text, tokens, heading, own
        self._found: list[Relation] = []
        self._open: OpenPhrase | None = None
        if heading.phrase:
            start = tokens[0].start
            self._open = OpenPhrase(phrase=heading.phrase, start=start, partial=heading.partial, preset=True)
        self._words: deque[str] = deque(maxlen=12)
        """The last words since the last break."""
        self._recent: deque[str] = deque(maxlen=6)
        """The last words of the clause."""
        self._condition = False
        self._clause_begins = True
        self._mentioned: _Mention | None = None
        self._of_other = False
        """Whether what follows is said of the last target: "ADR-3, which …"."""
        self._since: deque[str] = deque(maxlen=6)
        """The words behind the last mention."""

    def read(self) -> list[Relation]:
        """Read the relations of the sentence, in the order of the text."""
        position = 0
        while position < len(self._tokens):
            token = self._tokens[position]
            found = find_phrase(self._tokens, position)
            if found is not None and (length := self._begin(found, position)):
                position += length
                continue
            if token.target is not None:
                self._note_target(token, token.target, position)
            elif token.sort is Sort.TEMPLATE:
                self._open = None
            elif token.sort is Sort.WORD:
                self._note_word(token)
            elif token.sort in BREAKS:
                self._note_break(token)
            position += 1
        self._close(self._tokens[-1].end)
        return self._found

    def _begin(self, found: FoundPhrase, position: int) -> int:
        """Begin a phrase and tell how long it is; 0 where its words are none here."""
        behind = self._tokens[position + found.length : position + found.length + 4]
        start = self._tokens[position].start
        waiting = self._open is not None and self._open.bare and not self._open.targets
        if waiting and found.words in ("see", "see also"):
            return found.length
        phrase = self._participle(found.phrase, behind, waiting=waiting) if found.bare else found.phrase
        if phrase is None:
            return 0
        partial = found.partial or bool(
            PARTIALLY & set(self._recent) or _PARTLY & set(pairwise(self._recent))
        )
        denied = self._condition or is_denied(self._words, phrase, found.words)
        if not denied and (said := self._of_mentioned(phrase, behind)):
            self._close(start)
            self._relate_mentioned(said, partial=partial)
            return found.length
        of_part, part = named_part([*self._words])
        other = not of_part and any(word not in ABOUT_US for word in self._words)
        other |= self._of_other or (
            self._mentioned is not None and self._mentioned.first and not OURSELVES & set(self._since)
        )
        self._close(start)
        self._open = OpenPhrase(
            phrase=phrase,
            start=self._tokens[position + found.length - 1].end,
            partial=partial or of_part,
            part=part if phrase.inverse else None,
            denied=denied or (other and not found.label),
            bare=found.bare,
        )
        self._words.clear()
        return found.length

    def _participle(self, phrase: Phrase, behind: Sequence[Token], *, waiting: bool) -> Phrase | None:
        """What "superseded" without "by" says: the same, or, behind "this decision", the contrary."""
        words = [word for word in self._words if word not in ADVERBS]
        if not behind or waiting:
            return None
        if set(words) & (OURSELVES | ITSELF) and not set(words) & AUXILIARIES:
            direct = behind[0].sort is Sort.TARGET or behind[0].word in FILLERS
            return Phrase(phrase.kind) if direct else None
        if phrase.kind is not LinkKind.SUPERSEDES or any(word not in ABOUT_US for word in words):
            return None
        pauses = (
            behind[0].sort in (Sort.COMMA, Sort.SEMICOLON) and len(behind) > 1 and behind[1].word == "see"
        )
        return phrase if pauses or behind[0].word == "see" or behind[0].sort in _LEADING else None

    def _of_mentioned(self, phrase: Phrase, behind: Sequence[Token]) -> Phrase | None:
        """What is said of a target before the phrase: "ADR-3 is superseded by this", "which we amend"."""
        if self._mentioned is None or self._mentioned.target.evidence is Evidence.WEB:
            return None
        first, second = (*behind, None, None)[:2]
        if first is not None and first.word in ("this", "us"):
            ends = second is None or second.sort not in (Sort.WORD, Sort.TARGET) or second.word in ITSELF
            return Phrase(phrase.kind, not phrase.inverse) if ends else None
        ends = first is None or first.sort not in (Sort.WORD, Sort.TARGET, Sort.COLON)
        ours = OURSELVES & set(self._since) and all(word in ABOUT_US for word in self._since)
        return phrase if ends and ours and not phrase.inverse else None

    def _relate_mentioned(self, phrase: Phrase, *, partial: bool) -> None:
        assert self._mentioned is not None
        relation = _related(phrase, self._mentioned.target, partial=partial)
        if self._mentioned.place is None:
            self._found.append(relation)
        else:
            self._found[self._mentioned.place] = relation
        self._mentioned = None

    def _note_target(self, token: Token, target: Target, position: int) -> None:
        following = self._tokens[position + 1] if position + 1 < len(self._tokens) else None
        lenient = self._heading.mentioned == "links"
        if self._open is not None and self._open.reaches(token, following):
            self._take(self._open, target, position)
        elif normal_id(target.name) in self._own:
            self._words.append("this")
        elif not target.is_number or (target.evidence is Evidence.PADDED and lenient and self._clause_begins):
            self._mention(target)
        elif self._open is not None:
            self._open.words.append(token.word)
        self._clause_begins = False

    def _take(self, phrase: OpenPhrase, target: Target, position: int) -> None:
        if not phrase.denied:
            of_part, part = (False, None) if phrase.targets else named_part(phrase.words)
            if not of_part:
                of_part, part = parts_behind(self._tokens, position)
            partial = phrase.partial or (of_part and not phrase.phrase.inverse)
            self._found.append(_related(phrase.phrase, target, partial=partial, part=part or phrase.part))
        phrase.take()
        self._mentioned = None

    def _mention(self, target: Target) -> None:
        named = target.evidence in (Evidence.RECORD, Evidence.PADDED) and "://" not in target.name
        linked = target.evidence is Evidence.LINK and self._heading.mentioned == "links"
        place = None
        if self._heading.mentioned and (named or linked):
            place = len(self._found)
            self._found.append(_related(Phrase(LinkKind.RELATES_TO), target))
        self._mentioned = _Mention(target, self._clause_begins, place)
        self._since.clear()

    def _note_word(self, token: Token) -> None:
        word, phrase = token.word, self._open
        self._words.append(word)
        self._recent.append(word)
        self._since.append(word)
        if word in OURSELVES:
            self._of_other = False
            self._words = deque((word,), maxlen=12)
        elif word in ("which", "that", "who") and phrase is not None and phrase.targets:
            self._of_other = True
        self._condition |= word in CONDITIONS
        self._clause_begins &= word in FILLERS or word in TIMES
        if phrase is not None and not phrase.goes_on(word):
            self._close(token.start)

    def _note_break(self, token: Token) -> None:
        self._words.clear()
        if self._open is not None:
            self._open.pause(token)
        if token.sort is Sort.SEMICOLON:
            self._recent.clear()
            self._condition, self._clause_begins = False, True
            self._mentioned, self._of_other = None, False

    def _close(self, position: int) -> None:
        """End the phrase that waits; where it has no target, its words may be the title of one."""
        phrase, self._open = self._open, None
        if phrase is not None and (title := phrase.title(self._text, position)):
            target = Target(title, None, Evidence.LINK)
            self._found.append(_related(phrase.phrase, target, partial=phrase.partial))


def _related(phrase: Phrase, target: Target, *, partial: bool = False, part: str | None = None) -> Relation:
    part = target.part or part
    partial |= part is not None and not phrase.inverse
    return Relation(phrase.kind, target.name, part, phrase.inverse, partial)
