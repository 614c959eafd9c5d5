"""A phrase that relates decisions, from its last word to the targets that it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...log.vocabulary import LinkKind
from .fragments import holds_mark
from .parts import named_part
from .targets import Evidence
from .tokens import Sort, Token, may_be_record_number
from .wording import ALSO, AUXILIARIES, ENDINGS, FILLERS, MODALS, NEGATIONS, OURSELVES, VERBS, Phrase

_FURTHEST = 20
"""How many words may stand between a phrase and its target, and between two targets."""

_LONGEST_TITLE = 12
_SEPARATORS = (Sort.COMMA, Sort.SEMICOLON, Sort.SLASH)
_NO_TITLE = AUXILIARIES | ENDINGS | MODALS | NEGATIONS | OURSELVES | VERBS


@dataclass(slots=True, kw_only=True)
class OpenPhrase:
    """A phrase that waits for targets.

    *start* is where its words end in the text. *preset* tells that a heading says it, *bare* that it is
    "superseded" without "by", *denied* that what it is about is no relation of this record. *words* stand
    behind it, or behind its last target or separator.
    """

    phrase: Phrase
    start: int
    partial: bool = False
    part: str | None = None
    denied: bool = False
    bare: bool = False
    preset: bool = False
    targets: int = 0
    words: list[str] = field(default_factory=list)
    _separated: bool = True
    _end: int | None = None

    def goes_on(self, word: str) -> bool:
        """Note a word; whether targets may still follow."""
        self._separated |= word in ALSO or word == "as"
        self.words.append(word)
        return len(self.words) <= _FURTHEST and (word not in ENDINGS or (word == "as" and self.targets > 0))

    def pause(self, token: Token) -> None:
        """Note a mark that parts clauses, or the items of a list."""
        if self._end is None and token.sort is not Sort.COLON and (self.words or not self.bare):
            self._end = token.start
        if token.sort in _SEPARATORS and (self.targets or self.bare):
            self._separated = True
            self.words.clear()

    def take(self) -> None:
        """Note that a target is taken."""
        self.targets += 1
        self._separated = False
        self.words.clear()

    def reaches(self, token: Token, following: Token | None) -> bool:
        """Whether the phrase is about the target *token*, which *following* stands behind."""
        assert token.target is not None
        evidence = token.target.evidence
        others = any(word not in FILLERS for word in self.words)
        if evidence is Evidence.WEB:
            return False
        if self.targets:
            if others or not self._separated or (following is not None and following.word in VERBS):
                return False
        elif others and not named_part(self.words)[0] and (self.bare or not self.phrase.strong):
            return False
        if token.target.is_number:
            known = evidence is Evidence.PADDED or token.target.name[:1].isalpha()
            meant = known or self.preset or self.phrase.strong or self.phrase.kind is LinkKind.SUPERSEDES
            return meant and not others and may_be_record_number(token, following)
        decisive = self.preset or self.phrase.kind in (LinkKind.SUPERSEDES, LinkKind.AMENDS)
        return decisive or evidence is not Evidence.ID

    def title(self, text: str, position: int) -> str:
        """The words between the phrase and *position*, where they can be the title of what it is about.

        Words in quotes can, and those behind "superseded by" that begin with a capital letter.
        """
        if self.phrase.kind is not LinkKind.SUPERSEDES or self.targets or self.denied or self.bare:
            return ""
        said = text[self.start : min(position, self._end or position)].strip(" :.!*_`")
        quoted = len(said) > 2 and said[0] in '"“„«' and said[-1] in '"”“»'
        title = said.strip('"“”„«» ')
        words = title.casefold().split()
        if holds_mark(title) or len(words) > _LONGEST_TITLE or not any(map(str.isalpha, title)):
            return ""
        likely = self.phrase.strong and len(words) > 1 and title[:1].isupper() and not _NO_TITLE & set(words)
        likely = likely and not words[0].endswith(("'s", "’s"))
        return title if quoted or likely else ""
