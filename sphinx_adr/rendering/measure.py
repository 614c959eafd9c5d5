"""How wide text gets, without a font: an upper bound, so that text stays in its box wherever it is drawn.

The widths are those of DejaVu Sans, the widest of the fonts that readers usually have.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

_Fits = Callable[[str], bool]

_EM = (
    (0.40, " !'()[].,:;/\\|-IJfijl"),
    (0.43, "rt"),
    (0.55, '"sczºª*?_°‘’“”„·–`'),
    (0.65, "abdeghknopquvxyL{}$£€0123456789"),
    (0.70, "EFPTRYSZ"),
    (0.80, "ABCDGHKNUVXO&Q"),
    (0.84, "w+<>=~^#×−±→←"),
    (0.92, "ƠƯ"),
    (1.00, "mMW@%…—æœÆ"),
)
_WIDTH = {character: width for width, characters in _EM for character in characters}
_SMALL, _CAPITAL, _FULL, _PICTURE = 1.0, 1.25, 1.05, 1.4
"""Of other small letters, other capitals, the square characters of East Asia, and pictures."""
_BOLD = 1.14


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in pixels that *text* has at most at font size *size*."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1.0)


def _advance(character: str) -> float:
    """The width of a character, in em."""
    if unicodedata.combining(character):
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    for known in (character, base):
        if known in _WIDTH:
            return _WIDTH[known]
    if unicodedata.category(base) == "So":
        return _PICTURE
    if unicodedata.east_asian_width(base) in "WF":
        return _FULL
    return _SMALL if base.islower() else _CAPITAL


def wrap(text: str, size: float, room: float, lines: int = 2, *, bold: bool = False) -> list[str]:
    """*text* in at most *lines* lines no wider than *room* pixels at font size *size*.

    What is too much is cut, and an ellipsis says so; a word that is wider than a line is broken.
    """

    def fits(candidate: str) -> bool:
        return width(candidate, size, bold=bold) <= room

    found: list[str] = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if fits(longer):
            found[-1] = longer
            continue
        found += _pieces(word, fits)
    found = [line for line in found if line]
    if len(found) <= lines:
        return found
    return [*found[: lines - 1], _cut(found[lines - 1], fits)]


def _pieces(word: str, fits: _Fits) -> Sequence[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and not fits(pieces[-1] + character):
            pieces.append("")
        pieces[-1] += character
    return pieces


def _cut(line: str, fits: _Fits) -> str:
    while line and not fits(line.rstrip() + "…"):
        line = line[:-1]
    return line.rstrip() + "…"
