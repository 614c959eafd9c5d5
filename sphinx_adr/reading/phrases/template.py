"""Telling the status of a template that nobody filled in from a status."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...log.vocabulary import StatusWord, normal_word

_SEPARATOR = re.compile(r"[|/,;]| or | and |\n|…|\.\.\.")
_CHOICE = re.compile(r"[|/]| or ", re.IGNORECASE)
_ASKING = re.compile(
    r"what(?:'s|’s| is) the (?:current )?status\b|status of the decision\b|\$\{?status\b", re.IGNORECASE
)
_CHOOSING = re.compile(
    r"\b(?:such as|one of|choose|pick|e\.g\.|for example|either|options are)", re.IGNORECASE
)
_CHOICES = re.compile(r"[\[{<(][^\[\]{}<>()]{0,300}[\]}>)]")
_BOX = re.compile(r"\[[ xX✓✔]?\]|[☐☑☒]")
_PLACEHOLDER_BRACKETS = ("{}", "<>")


def checked(text: str) -> str:
    """Of ``[x] Accepted [ ] Rejected`` what is checked; any other text as it is."""
    boxes = [*_BOX.finditer(text)]
    if not boxes:
        return text
    for number, box in enumerate(boxes):
        if box[0] not in ("[ ]", "[]", "☐"):
            return text[box.end() : boxes[number + 1].start() if number + 1 < len(boxes) else None]
    return text


def without_choices(text: str, statuses: Mapping[str, StatusWord]) -> str:
    """*text* without a bracket that lists what it could be: ``Accepted [Proposed | Accepted]``."""
    return _CHOICES.sub(lambda match: " " if _offers(match[0][1:-1], statuses) else match[0], text)


def is_template(text: str, statuses: Mapping[str, StatusWord]) -> bool:
    """Whether *text* is a placeholder, or offers statuses instead of stating one."""
    text = text.strip(" \t\n\"'*_`“”")
    if not text:
        return False
    inside = text[1:-1].strip()
    if text[0] + text[-1] in _PLACEHOLDER_BRACKETS and len(text) > 1:
        return True
    if text[0] + text[-1] == "[]" and "[" not in inside:
        return _offers(inside, statuses) or not _opens_with_status(inside, statuses)
    if _ASKING.match(text) or (_BOX.search(text) and checked(text) == text and len(_BOX.findall(text)) > 1):
        return True
    return _offers(text, statuses)


def _offers(text: str, statuses: Mapping[str, StatusWord]) -> bool:
    pieces = [piece for piece in (_bare(piece) for piece in _SEPARATOR.split(text[:1000])) if piece]
    words = [word for piece in pieces if (word := statuses.get(normal_word(piece.split(" by ")[0])))]
    different = {word.status for word in words}
    if "|" in text:
        return len(different) > 1
    if _CHOICE.search(text) and len({word.phase for word in words}) > 1:
        return True
    return len(different) > 2 and (len(words) == len(pieces) or _CHOOSING.search(text) is not None)


def _opens_with_status(text: str, statuses: Mapping[str, StatusWord]) -> bool:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())[:5]
    return any(" ".join(words[:length]) in statuses for length in range(1, len(words) + 1))


def _bare(piece: str) -> str:
    return piece.strip(" \t\"'*_`[]{}<>()?.!:“”")
