"""Characters that may stand in a text, and that no page can show."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def fit(text: str) -> str:
    """*text* with U+FFFD for control characters and for halves of surrogate pairs; line ends and tabs stay.

    JSON and YAML can name such characters. XML, and so an EPUB, holds no control characters, and UTF-8 no halves.
    """
    return _UNFIT.sub("\ufffd", text)
