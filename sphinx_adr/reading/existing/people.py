"""The names of people as the heads of records list them."""

from __future__ import annotations

import re

from ..phrases.wording import words_of

_AT = re.compile(r"(?<![\w.])@(?=\w)")
_ADDRESS = re.compile(r"(?<=\w)\s+[<(]?[^<>()\s,;@]+@[^<>()\s,;@]+\.\w+[>)]?")
_ROLE_WORDS = words_of(
    "admin administration all analysis analytics and architects architecture backend board business chapter "
    "cloud committee community compliance consulting core council customer data delivery department design "
    "development developers devops documentation engineering engineers everyone experience finance frontend "
    "governance group guild hardware infrastructure integration it leadership leads legal maintainers "
    "management marketing members mobile network office operations ops organisation organization owners "
    "payments people platform privacy product production project quality release reliability research risk "
    "sales science security service services software stakeholders standards strategy support systems team "
    "teams technology test testing tribe users ux web"
)
"""Words of names that are not those of one person."""

_PERSON = re.compile(r"(?:[^\W\d_]\.\s*){0,3}[A-ZÀ-Ž][\w.'’-]*(?:\s+[A-ZÀ-Ž][\w.'’-]*){0,3}")
_AND = re.compile(r"(?<!\s)\s+(?:and|&|und|et|y|en|e)\s+|,")


def names_in(text: str) -> str:
    """*text*, a list with commas, with "A and B" as two names, and without ``@`` and addresses.

    Two names are told from one that has "and" in it, such as "Security and Compliance team", by having nothing
    but words with capital letters, none of which is one of a role or a department.
    """
    text = _ADDRESS.sub("", _AT.sub("", text))
    parts = _AND.split(text)
    apart = len(parts) > 1 and all(map(_is_person, parts))
    return ", ".join(part.strip() for part in parts) if apart else text


def _is_person(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return _PERSON.fullmatch(name.strip()) is not None and not _ROLE_WORDS & set(words)
