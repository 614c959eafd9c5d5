"""Which option a text names: names are compared by their words, and never guessed between two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sphinx_adr.log.section_names import CHOSEN_SUFFIXES, REJECTED_SUFFIXES

from .leads import OPTION_LABEL
from .wording import quotation

_FEW = 60
"""Among more names than this, only equal ones are matched."""

_WORD = re.compile(r"\w+(?:[+#]+(?!\w))?")
_ARTICLES = frozenset({"a", "an", "the"})
_LEADING = frozenset({"use", "using", "adopt", "adopting", "keep", "introduce", "choose", "with"})
_LABEL_END = re.compile(r"\s*(?:[:.)]|\s[-–—])\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,2}|[a-zA-Z])[.)]\s+(?=\S)")
_SUFFIX = re.compile(r"\s*[(\[]([^()\[\]]{1,30})[)\]]\s*$")
_TICK = re.compile(r"\[( |x)\]\s+", re.IGNORECASE)
_HEAD_END = re.compile(r"\s*(?:[(,;:]|\s[-–—]|\s(?:with|for|on|via|using|in|as|instead of)\s)")
_NEGATION = re.compile(
    r"(?:\b(?:not|no|never|\w+n t)(?:\s+(?!but\b|and\b)\w+){0,3}"
    r"|\b(?:instead of|rather than|without|over|against|from|than)(?:\s+\w+)?"
    r"|\b(?:reject|avoid|replac|drop|abandon|remov|discard|retir|deprecat)\w*(?:\s+\w+)?)\s*$"
)
_REFUSAL = re.compile(
    r"(?:we\s+)?(?:will\s+|shall\s+|do\s+)?(?:not|never|no|don[’']?t|avoid|reject|stop)\b", re.IGNORECASE
)


def bare_name(text: str) -> tuple[str, str, bool | None]:
    """The name in *text* as an option is called, the label before it ("2"), and whether it is marked as chosen."""
    name, label, chosen = text.strip(), "", None
    if tick := _TICK.match(name):
        name, chosen = name[tick.end() :], tick[1] != " " or None
    if match := OPTION_LABEL.match(name):
        if end := _LABEL_END.match(name, match.end()):
            name, label = name[end.end() :], match[1].casefold()
        elif match.end() == len(name.rstrip(".:")):
            label = match[1].casefold()
    elif match := _NUMBER.match(name):
        name, label = name[match.end() :], match[1].casefold()
    if suffix := _SUFFIX.search(name):
        mark = suffix[1].strip().casefold()
        if mark in CHOSEN_SUFFIXES or mark in REJECTED_SUFFIXES:
            name, chosen = name[: suffix.start()], mark in CHOSEN_SUFFIXES
    name = name.strip().rstrip(".,;:").strip()
    quoted = quotation(name)
    return (quoted[0] if quoted and not quoted[1] else name), label, chosen


def key(name: str) -> str:
    """The words of *name*, in lower case and without articles, between blanks."""
    words = _words(name)
    return f" {' '.join(words)} " if words else ""


def same(names: Sequence[str], others: Sequence[str], *, complete: bool = False) -> dict[int, int]:
    """Which of *others* each of *names* means, by position.

    Equal names first, then the only one that begins with, contains, or has all the words of the other;
    in *complete* lists of one length also the one that is left over on both sides.
    """
    if not names or not others:
        return {}
    keys, other_keys = [key(name) for name in names], [key(name) for name in others]
    found: dict[int, int] = {}
    places = {_compact(text): place for place, text in reversed([*enumerate(other_keys)]) if text}
    for place, text in enumerate(keys):
        if (other := places.pop(_compact(text), None)) is not None:
            found[place] = other
    if len(names) > _FEW or len(others) > _FEW:
        return found
    for relation in (_begins, _contains, _has_words):
        _match(keys, other_keys, found, relation)
    left = [place for place in range(len(names)) if place not in found]
    if complete and found and len(names) == len(others) and len(left) == 1:
        found[left[0]] = next(place for place in range(len(others)) if place not in found.values())
    return found


def meant(text: str, names: Mapping[int, str]) -> int | None:
    """The one of *names* that the choice *text* means."""
    hits = next(filter(None, _guesses(text, names)), []) if key(text) else []
    return hits[0] if len(hits) == 1 else None


def _guesses(text: str, names: Mapping[int, str]) -> Iterator[list[int]]:
    """The *names* that *text* can mean, from the surest way of meaning one to the least sure."""
    wanted = key(text)
    keys = {place: other for place, name in names.items() if (other := key(name))}
    yield [place for place, other in keys.items() if _compact(other) == _compact(wanted)]
    yield _outermost([place for place, other in keys.items() if other in wanted], keys)
    yield [place for place, other in keys.items() if wanted in other]
    head = key(head_of(text))
    yield [place for place, name in names.items() if _begins(head, key(head_of(name)))]
    yield [place for place, other in keys.items() if _has_words(wanted, other)]


def mentioned(sentence: str, names: Mapping[int, str]) -> int | None:
    """The one of *names* that *sentence* speaks for; what follows a "not", "over" or "instead of" does not count."""
    wanted = key(sentence)
    keys = {place: _mention(name) for place, name in names.items()}
    hits = _outermost([place for place, other in keys.items() if other and other in wanted], keys)
    hits = [place for place in hits if _affirmed(wanted, keys[place]) and _spelled(sentence, names[place])]
    return hits[0] if len(hits) == 1 else None


def denies(text: str) -> bool:
    """Whether *text* begins with a refusal."""
    return _REFUSAL.match(text) is not None


def head_of(text: str) -> str:
    """The leading words of *text*, before a bracket, a comma, a dash or a preposition."""
    end = _HEAD_END.search(text)
    return text[: end.start()] if end and end.start() else text


def _words(text: str) -> list[str]:
    words = _WORD.findall(text.casefold())
    return [word for word in words if word not in _ARTICLES] or words


def _mention(name: str) -> str:
    words = _words(name)
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return f" {' '.join(words)} " if words else ""


def _spelled(sentence: str, name: str) -> bool:
    """A name of one word counts only as it is spelled, or every "we go" would be one of "Go"."""
    return len(_words(name)) > 1 or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) is not None


def _affirmed(sentence: str, name: str) -> bool:
    before = sentence[: sentence.index(name) + 1]
    return _NEGATION.search(before) is None


def _outermost(hits: Sequence[int], keys: Mapping[int, str]) -> list[int]:
    if len(hits) > _FEW:
        return list(hits)
    return [
        hit
        for hit in hits
        if not any(keys[hit] in keys[other] and keys[hit] != keys[other] for other in hits)
    ]


def _compact(name: str) -> str:
    return name.replace(" ", "")


def _begins(name: str, other: str) -> bool:
    return bool(name and other) and (name.startswith(other) or other.startswith(name))


def _contains(name: str, other: str) -> bool:
    return name in other or other in name


def _has_words(name: str, other: str) -> bool:
    fewer, more = sorted((set(name.split()), set(other.split())), key=len)
    return len(fewer) > 1 and fewer <= more


def _match(
    keys: Sequence[str], others: Sequence[str], found: dict[int, int], relation: Callable[[str, str], bool]
) -> None:
    """Add to *found* the pairs that are alone with each other in *relation*, until there are no more."""
    pairs = {
        (place, other)
        for place, name in enumerate(keys)
        for other, other_name in enumerate(others)
        if name and other_name and relation(name, other_name)
    }
    while True:
        taken = set(found.values())
        pairs = {(place, other) for place, other in pairs if place not in found and other not in taken}
        alone = [
            (place, other)
            for place, other in pairs
            if sum(place == pair[0] for pair in pairs) == 1 and sum(other == pair[1] for pair in pairs) == 1
        ]
        if not alone:
            return
        found.update(alone)
