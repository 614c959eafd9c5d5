"""Finding the phrases that relate decisions, and whether they are denied."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ...log.vocabulary import LinkKind
from .tokens import Sort, Token
from .wording import (
    ADVERBS,
    DATE_WORDS,
    GIVEN_UP,
    LONGEST_PHRASE,
    MODALS,
    NEGATIONS,
    NEVER_HELD,
    PARTIALLY,
    PARTICIPLES,
    PHRASES,
    TIMES,
    Phrase,
)


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """A phrase of *length* tokens; *bare* is a participle without "by", *label* one that a colon follows."""

    phrase: Phrase
    length: int
    words: str
    partial: bool = False
    bare: bool = False
    label: bool = False


_FURTHEST_BY = 9
_MISSPELT = re.compile(r"super[sc]ee?d(?=e|i)")
_START = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}")


def spelt(word: str) -> str:
    """*word* as it is spelt: "supersedes" for "supercedes" and "superseeds"."""
    return (
        _MISSPELT.sub("supersed", word).replace("supersedees", "supersedes")
        if word.startswith("super")
        else word
    )


def leading_phrase(text: str) -> str:
    """The phrase that the text of a link begins with: "superseded by" of "superseded by ADR-0004"."""
    match = _START.match(text.strip())
    words = match[0].replace("-", " ").split() if match else []
    for length in range(len(words), 0, -1):
        said = " ".join(spelt(word.casefold()) for word in words[:length])
        if said in PHRASES or (said in PARTICIPLES and length == len(text.split())):
            return " ".join(words[:length]) if said not in ("see", "compare", "details") else ""
    return ""


def find_phrase(tokens: Sequence[Token], position: int) -> FoundPhrase | None:
    """The phrase that begins at *position*, the longest one."""
    if tokens[position].sort is not Sort.WORD:
        return None
    words: list[str] = []
    for token in tokens[position : position + LONGEST_PHRASE]:
        if token.sort is not Sort.WORD:
            break
        words.append(spelt(token.word))
    if words[0] in PARTICIPLES and (found := _passive(tokens, position, words[0])):
        return found
    for length in range(len(words), 0, -1):
        said = " ".join(words[:length])
        if phrase := PHRASES.get(said):
            behind = tokens[position + length] if position + length < len(tokens) else None
            return FoundPhrase(phrase, length, said, label=behind is not None and behind.sort is Sort.COLON)
    if len(words) > 2 and words[1] in PARTIALLY and (phrase := PHRASES.get(f"{words[0]} {words[2]}")):
        return FoundPhrase(phrase, 3, f"{words[0]} {words[2]}", partial=True)
    if (words[0] in GIVEN_UP or words[0] in NEVER_HELD) and (found := _in_favour(tokens, position, words[0])):
        return found
    if words[0] in PARTICIPLES:
        return FoundPhrase(Phrase(PARTICIPLES[words[0]], True), 1, words[0], bare=True)
    return None


def _passive(tokens: Sequence[Token], position: int, participle: str) -> FoundPhrase | None:
    """Find "superseded on 2021-08-04 in part by"."""
    partial = False
    for reach in range(position + 1, min(position + _FURTHEST_BY, len(tokens))):
        token = tokens[reach]
        if token.word == "by" or (
            token.word == "with" and participle == "replaced" and reach == position + 1
        ):
            said = f"{participle} by"
            return FoundPhrase(PHRASES[said], reach + 1 - position, said, partial)
        partial |= token.word in PARTIALLY or token.word in ("part", "parts")
        skipped = token.word in ADVERBS or token.word in DATE_WORDS or token.word in ("part", "parts")
        number = token.word.lstrip("v").isdecimal() or token.word in ("version", "release")
        if (
            not skipped
            and not number
            and token.sort not in (Sort.DATE, Sort.COMMA, Sort.OPENING, Sort.CLOSING)
        ):
            break
    return None


def _in_favour(tokens: Sequence[Token], position: int, word: str) -> FoundPhrase | None:
    """Find "deprecated in favour of"."""
    behind = tokens[position + 1 : position + 7]
    for reach in range(min(len(behind) - 2, 4)):
        if (
            behind[reach].word == "in"
            and behind[reach + 1].word in ("favor", "favour")
            and behind[reach + 2].word == "of"
        ):
            kind = LinkKind.RELATES_TO if word in NEVER_HELD else LinkKind.SUPERSEDES
            inverse = kind is LinkKind.SUPERSEDES
            return FoundPhrase(Phrase(kind, inverse, strong=inverse), reach + 4, f"{word} by")
    return None


def is_denied(words: Collection[str], phrase: Phrase, said: str) -> bool:
    """Whether *words*, which stand before a phrase, leave it unsaid: "not", "may be", "until", "to"."""
    last = [*words][-5:]
    if any(word in NEGATIONS or word.endswith("n't") for word in last) and last[-1:] != ["only"]:
        return True
    if any(word in MODALS for word in last) or any(word in TIMES for word in words):
        return True
    if phrase.inverse and "be" in last and ({"will", "shall", "to"} & set(last)):
        return True
    if last[-1:] == ["to"] and not phrase.inverse:
        return not {"decided", "decide", "agreed"} & set(last)
    return False
