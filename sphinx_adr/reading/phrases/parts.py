"""Parts of decisions as text names them: "the retention section of ADR-4"."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import Sort, Token
from .wording import ADVERBS, AMOUNTS, ARTICLES, AUXILIARIES, PARTIALLY, PARTS, words_of

_LINKING = words_of("of in from about on titled named called")
_LONGEST_NAME = 5


def named_part(words: Sequence[str]) -> tuple[bool, str | None]:
    """Whether *words* speak of a part of something, and which part it is if they name one."""
    words = words[-12:]
    place = next((place for place, word in enumerate(words) if word in PARTS), None)
    if place is None:
        return bool(PARTIALLY & set(words)), None
    ignored = ARTICLES | ADVERBS | AUXILIARIES | AMOUNTS | _LINKING
    name = _name(words[:place], ignored)
    if not name:
        behind = [word for word in words[place + 1 :] if word not in AUXILIARIES]
        name = _name(behind, ignored) if behind and behind[-1] in _LINKING else ""
    return True, name or None


def _name(words: Sequence[str], ignored: frozenset[str]) -> str:
    if "and" in words or "or" in words:
        return ""
    kept = [word for word in words if word not in ignored]
    return " ".join(kept) if len(kept) <= _LONGEST_NAME and not any(word.isdecimal() for word in kept) else ""


def parts_behind(tokens: Sequence[Token], position: int) -> tuple[bool, str | None]:
    """The part that stands behind a target: "ADR-4's retention section", "ADR-4 (in part)"."""
    if not tokens[position].word.endswith(("'s", "’s")):
        behind = [token.word for token in tokens[position + 1 : position + 4]]
        return behind[:2] == ["in", "part"] or behind[1:3] == ["in", "part"] or bool(
            PARTIALLY & set(behind[:2])
        ), None
    words = []
    for token in tokens[position + 1 : position + 2 + _LONGEST_NAME]:
        if token.sort is not Sort.WORD:
            break
        words.append(token.word)
        if token.word in PARTS:
            return named_part(words)
    return False, None
