"""The relations to other decisions that running text states."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ...log.identifiers import normal_id
from ...log.vocabulary import LinkKind
from .fragments import Fragment, Script, script_of
from .headings import Heading, read_heading_words
from .parts import named_part, parts_behind
from .tokens import Evidence, Sort, Target, Token, is_number, may_be_record_number, tokens_of
from .wording import (
    ABOUT_US,
    ADVERBS,
    AUXILIARIES,
    CONDITIONS,
    ENDINGS,
    FILLERS,
    ITSELF,
    OURSELVES,
    PARTIALLY,
    PHRASES,
    TIMES,
    VERBS,
    Phrase,
)
from .phrase_finder import FoundPhrase, find_phrase, is_denied, leading_phrase


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


_FURTHEST = 10
"""How many words may stand between a phrase and what it is about."""

_LEADING = (Sort.TARGET, Sort.COLON, Sort.DASH, Sort.ARROW, Sort.OPENING)
"""What may stand between "superseded", without "by", and its target."""

_BREAKS = (Sort.COMMA, Sort.SEMICOLON, Sort.COLON, Sort.DASH, Sort.ARROW, Sort.OPENING, Sort.CLOSING, Sort.SLASH)


def read_relations(
    fragments: Sequence[Fragment], heading: str = "", *, own: Collection[str] = ()
) -> tuple[Relation, ...]:
    """Read the relations that *fragments*, a paragraph or an item of a list, state of the record they stand in.

    *heading* is the title of the section around them: it gives the relation where the text names only targets.
    *own* holds the names of the record itself. What is denied, asked, only possible, said of other decisions,
    or text of a template is no relation.
    """
    script = script_of(fragments)
    return relations_in(script, read_heading_words(heading), frozenset(map(normal_id, own)))


def relations_in(script: Script, heading: Heading, own: Collection[str] = ()) -> tuple[Relation, ...]:
    """Read the relations that *script* states."""
    text = script.scanned(leading_phrase)
    found: list[Relation] = []
    for sentence in _sentences(tokens_of(text, script)):
        if sentence[-1].sort is not Sort.QUESTION:
            found += _Sentence(text, sentence, heading, own).read()
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


@dataclass(slots=True)
class _Open:
    """A phrase that waits for its targets: the words since it or since the last target, and where it ends."""

    phrase: Phrase
    partial: bool
    part: str | None
    denied: bool
    start: int
    bare: bool = False
    end: int | None = None
    words: list[str] = field(default_factory=list)
    targets: int = 0
    separated: bool = True


@dataclass(slots=True)
class _Bare:
    """A target that no phrase stood before; *first* where it begins its clause."""

    target: Target
    first: bool
    place: int | None


class _Sentence:
    """Reads one sentence from left to right; every token is looked at a bounded number of times."""

    def __init__(self, text: str, tokens: Sequence[Token], heading: Heading, own: Collection[str]) -> None:
        self._text, self._tokens, self._heading, self._own = text, tokens, heading, own
        self._found: list[Relation | None] = []
        self._open: _Open | None = None
        if heading.phrase:
            self._open = _Open(heading.phrase, heading.partial, None, False, tokens[0].start)
        self._words: deque[str] = deque(maxlen=12)
        """The last words since the last break."""
        self._recent: deque[str] = deque(maxlen=6)
        """The last words of the clause."""
        self._condition = False
        self._clause_begins = True
        self._bare: _Bare | None = None
        self._other = False
        """Whether what follows is said of the last target: "ADR-3, which …"."""
        self._ourselves = False
        """Whether "this decision" or "we" stood behind the last bare target."""

    def read(self) -> list[Relation]:
        """Read the relations of the sentence."""
        position = 0
        while position < len(self._tokens):
            token = self._tokens[position]
            found = find_phrase(self._tokens, position)
            if found is not None and (length := self._begin(found, position)):
                position += length
                continue
            if token.sort is Sort.TARGET:
                self._target(token, position)
            elif token.sort is Sort.TEMPLATE:
                self._open = None
            else:
                self._note(token)
            position += 1
        self._close(self._tokens[-1].end)
        return [relation for relation in self._found if relation is not None]

    def _begin(self, found: FoundPhrase, position: int) -> int:
        """Begin a phrase; 0 where its words are none here."""
        behind = self._tokens[position + found.length : position + found.length + 4]
        phrase, start = found.phrase, self._tokens[position].start
        partial = found.partial or self._is_partial()
        denied = self._condition or is_denied(self._words, phrase, found.words)
        if found.words in ("see", "see also") and self._open and self._open.bare and not self._open.targets:
            return found.length
        if found.bare:
            meaning = self._participle(phrase, behind)
            if meaning is None:
                return 0
            phrase = meaning
        if self._bare is not None and not denied and self._about_bare(phrase, partial, behind):
            self._close(start)
            self._open = None
            return found.length
        of_part, part = named_part([*self._words])
        of_other = not of_part and any(word not in ABOUT_US for word in self._words)
        if self._other or (self._bare is not None and self._bare.first and not self._ourselves):
            of_other = True
        if found.label:
            of_other = False
        self._close(start)
        self._open = _Open(
            phrase,
            partial or of_part,
            part if of_part and phrase.inverse else None,
            denied or of_other,
            self._tokens[position + found.length - 1].end,
            found.bare,
        )
        self._words.clear()
        return found.length

    def _participle(self, phrase: Phrase, behind: Sequence[Token]) -> Phrase | None:
        """What "superseded" without "by" says: by what follows, or, behind "this decision", the contrary."""
        words = [word for word in self._words if word not in ADVERBS]
        if not behind or (phrase.kind is LinkKind.SUPERSEDES and self._open and self._open.bare):
            return None
        if words and set(words) & (OURSELVES | ITSELF) and not set(words) & AUXILIARIES:
            direct = behind[0].sort is Sort.TARGET or behind[0].word in FILLERS
            return Phrase(phrase.kind, False) if direct else None
        if phrase.kind is not LinkKind.SUPERSEDES or any(word not in ABOUT_US for word in words):
            return None
        pause = behind[0].sort in (Sort.COMMA, Sort.SEMICOLON) and behind[1:2] and behind[1].word == "see"
        return phrase if pause or behind[0].word == "see" or behind[0].sort in _LEADING else None

    def _is_partial(self) -> bool:
        recent = [*self._recent]
        return bool(PARTIALLY & set(recent)) or any(
            pair in (("in", "part"), ("in", "parts"), ("in", "some")) for pair in zip(recent, recent[1:], strict=False)
        )

    def _about_bare(self, phrase: Phrase, partial: bool, behind: Sequence[Token]) -> bool:
        """Read "ADR-3, which this decision supersedes" and "ADR-3 is superseded by this decision"."""
        assert self._bare is not None
        target, place = self._bare.target, self._bare.place
        words = [token.word for token in behind]
        if words[:1] in (["this"], ["us"]) and (len(words) < 2 or words[1] in ITSELF or behind[1].sort is not Sort.WORD):
            if len(behind) > 1 and behind[1].sort is Sort.TARGET:
                return False
            inverse = not phrase.inverse
        elif self._ourselves and not phrase.inverse and (not behind or behind[0].sort not in (Sort.WORD, Sort.TARGET)):
            inverse = phrase.inverse
            if behind and behind[0].sort is Sort.COLON:
                return False
        else:
            return False
        relation = self._relation(Phrase(phrase.kind, inverse), target, partial, None)
        if place is None:
            self._found.append(relation)
        else:
            self._found[place] = relation
        self._bare = None
        return True

    def _target(self, token: Token, position: int) -> None:
        assert token.target is not None
        following = self._tokens[position + 1] if position + 1 < len(self._tokens) else None
        if self._open is not None and self._reaches(self._open, token, following):
            self._take(self._open, token.target, position)
        elif not is_number(token) or (
            token.target.evidence is Evidence.PADDED and self._heading.mentioned == "links" and self._clause_begins
        ):
            if normal_id(token.target.name) not in self._own:
                self._mention(token.target)
            else:
                self._words.append("this")
        elif self._open is not None:
            self._open.words.append(token.word)
        self._clause_begins = False

    def _reaches(self, phrase: _Open, token: Token, following: Token | None) -> bool:
        assert token.target is not None
        others = [word for word in phrase.words if word not in FILLERS]
        evidence = token.target.evidence
        if phrase.targets:
            if not phrase.separated or others or (following is not None and following.word in VERBS):
                return False
        elif others and not named_part(phrase.words)[0]:
            named = evidence in (Evidence.RECORD, Evidence.LINK, Evidence.ID)
            if not named or not phrase.phrase.strong or phrase.bare:
                return False
        if evidence is Evidence.WEB:
            return False
        if is_number(token):
            if not phrase.phrase.strong and evidence is Evidence.NUMBER and not token.target.name[:1].isalpha():
                if phrase.phrase is not self._heading.phrase and phrase.phrase.kind is not LinkKind.SUPERSEDES:
                    return False
            return not others and may_be_record_number(token, following)
        return evidence is not Evidence.ID or phrase.phrase.kind in (LinkKind.SUPERSEDES, LinkKind.AMENDS) or (
            phrase.phrase is self._heading.phrase
        )

    def _take(self, phrase: _Open, target: Target, position: int) -> None:
        if not phrase.denied:
            of_part, part = named_part(phrase.words) if not phrase.targets else (False, None)
            if not of_part:
                of_part, part = parts_behind(self._tokens, position)
            whole_of_this = phrase.phrase.inverse
            partial = phrase.partial or (of_part and not whole_of_this)
            self._found.append(self._relation(phrase.phrase, target, partial, part or phrase.part))
        phrase.targets += 1
        phrase.separated = False
        phrase.words.clear()
        self._bare, self._ourselves = None, False

    def _relation(self, phrase: Phrase, target: Target, partial: bool, part: str | None) -> Relation:
        part = target.part or part
        of_part = part is not None and not phrase.inverse
        return Relation(phrase.kind, target.name, part, phrase.inverse, partial or of_part)

    def _mention(self, target: Target) -> None:
        mentioned, evidence = self._heading.mentioned, target.evidence
        place = None
        accepted = evidence in (Evidence.RECORD, Evidence.PADDED) or (
            mentioned == "links" and evidence is Evidence.LINK
        )
        if mentioned and accepted and "://" not in target.name:
            place = len(self._found)
            self._found.append(self._relation(Phrase(LinkKind.RELATES_TO), target, False, None))
        self._bare, self._ourselves = _Bare(target, self._clause_begins, place), False

    def _note(self, token: Token) -> None:
        """Note a word or a mark."""
        word, phrase = token.word, self._open
        if token.sort is Sort.WORD:
            self._words.append(word)
            self._recent.append(word)
            if word in OURSELVES:
                self._ourselves, self._other = True, False
                self._words = deque((word,), maxlen=12)
            elif word in ("which", "that", "who") and phrase is not None and phrase.targets:
                self._other = True
            self._condition |= word in CONDITIONS
            self._clause_begins &= word in FILLERS or word in TIMES
            if phrase is not None:
                phrase.separated |= word in ("and", "or", "as")
                if word in ENDINGS and not (word == "as" and phrase.targets):
                    self._close(token.start)
                else:
                    phrase.words.append(word)
                    if len(phrase.words) > 2 * _FURTHEST:
                        self._close(token.start)
            return
        if token.sort in _BREAKS:
            self._words.clear()
            if phrase is not None:
                if phrase.end is None and token.sort is not Sort.COLON and (phrase.words or not phrase.bare):
                    phrase.end = token.start
                if phrase.targets and token.sort in (Sort.COMMA, Sort.SEMICOLON, Sort.SLASH):
                    phrase.separated = True
                    phrase.words.clear()
                elif phrase.bare and token.sort in (Sort.COMMA, Sort.SEMICOLON):
                    phrase.words.clear()
        if token.sort is Sort.SEMICOLON:
            self._recent.clear()
            self._condition, self._clause_begins = False, True
            self._bare, self._other = None, False

    def _close(self, position: int) -> None:
        """End the phrase that waits; where it names no target, its words may be the title of one."""
        phrase, self._open = self._open, None
        if phrase is None or phrase.targets or phrase.denied or phrase.bare or phrase is self._heading.phrase:
            return
        if phrase.phrase.kind is LinkKind.SUPERSEDES and (title := self._title(phrase, position)):
            self._found.append(self._relation(phrase.phrase, Target(title, None, Evidence.LINK), phrase.partial, None))

    def _title(self, phrase: _Open, position: int) -> str:
        text = self._text[phrase.start : min(position, phrase.end or position)].strip(" :.!*_`")
        quoted = text[:1] in "\"“„«" and text[-1:] in "\"”“»" and len(text) > 2
        text = text.strip("\"“”„«»").strip()
        words = text.split()
        if not quoted and not (phrase.phrase.strong and len(words) > 1 and text[:1].isupper()):
            return ""
        return text if len(words) <= _FURTHEST + 2 and any(map(str.isalpha, text)) else ""
