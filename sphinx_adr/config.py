"""Every setting of the extension: its default, its type, and what it means.

:data:`SETTINGS` drives the registration with Sphinx, the validation, and the page of the documentation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from .log.finding import Code, Finding, Place
from .log.identifiers import ID_PATTERN
from .log.vocabulary import STATUS_WORDS, STATUSES, Phase, StatusWord, normal_word

if TYPE_CHECKING:
    from sphinx.config import Config

REQUIREMENT_PATTERN = r"(?:[A-Z][A-Z0-9]*[-_])*(?:REQ|FR|NFR)[-_]?\d+(?:\.\d+)*"


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of ``conf.py``.

    *rebuild* is ``env`` where the setting shapes what is read, and empty where it only shapes answers:
    then the pages whose answers change are written again, as after any other change.
    """

    name: str
    default: object
    types: tuple[type, ...]
    rebuild: str
    meaning: str
    problem: Callable[[object], str | None] = lambda value: None


def _bad_statuses(value: object) -> str | None:
    assert isinstance(value, dict)
    allowed = [*STATUSES, *(str(phase) for phase in Phase if phase is not Phase.UNKNOWN)]
    for word, meaning in value.items():
        if not isinstance(word, str) or not isinstance(meaning, str):
            return "must map words to words"
        if meaning not in allowed:
            return f"maps {word!r} to {meaning!r}; allowed are {', '.join(allowed)}{nearest(meaning, allowed)}"
    return None


def _bad_status(value: object) -> str | None:
    if value is None or normal_word(str(value)) in STATUS_WORDS:
        return None
    return f"is {value!r}; allowed are {', '.join(STATUSES)}{nearest(str(value), STATUSES)}"


def _bad_pattern(value: object) -> str | None:
    try:
        re.compile(str(value))
    except re.error as error:
        return f"does not compile: {error}"
    return None


def _bad_patterns(value: object) -> str | None:
    assert isinstance(value, (list, tuple))
    return next((problem for item in value if (problem := _bad_pattern(item))), None)


def _bad_template(value: object) -> str | None:
    return None if "{number}" in str(value) else f"is {value!r}; it must contain {{number}}"


def _bad_limit(value: object) -> str | None:
    return None if isinstance(value, int) and value >= 0 else "must be 0 or more"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "adr_statuses",
        {},
        (dict,),
        "env",
        "More words for statuses. Maps a word to a canonical status, such as ``accepted``, or to a phase: "
        "``pending``, ``in-force`` or ``retired``.",
        _bad_statuses,
    ),
    Setting(
        "adr_default_status",
        None,
        (str, type(None)),
        "env",
        "The status of decisions that state none. Without it they are ``unknown``.",
        _bad_status,
    ),
    Setting(
        "adr_id_pattern",
        ID_PATTERN,
        (str,),
        "env",
        "What an ID in front of a title looks like: a regular expression.",
        _bad_pattern,
    ),
    Setting(
        "adr_id_template",
        "ADR-{number}",
        (str,),
        "env",
        "The ID of a decision whose heading or file name has only a number.",
        _bad_template,
    ),
    Setting(
        "adr_requirement_pattern",
        REQUIREMENT_PATTERN,
        (str,),
        "env",
        "What a requirement ID in the prose of a decision looks like: a regular expression.",
        _bad_pattern,
    ),
    Setting(
        "adr_requirement_ignore",
        (),
        (list, tuple),
        "env",
        "Regular expressions for what looks like a requirement ID and is none.",
        _bad_patterns,
    ),
    Setting(
        "adr_mentions_cover",
        True,
        (bool,),
        "",
        "Whether a requirement is covered by a decision that only mentions it in its prose.",
    ),
    Setting(
        "adr_graph_limit",
        40,
        (int,),
        "",
        "Up to how many decisions ``adr-graph`` in style ``auto`` draws layers; above it the log.",
        _bad_limit,
    ),
)


def nearest(word: str, allowed: object) -> str:
    """A hint at the allowed word that is nearest to *word*, or nothing."""
    assert isinstance(allowed, (list, tuple, Mapping))
    near = get_close_matches(word.casefold(), list(allowed), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def validate(config: Config, source: str) -> Iterator[Finding]:
    """Replaces each value that cannot be used by its default, and says so."""
    place = Place(source)
    known = {setting.name for setting in SETTINGS}
    for name in sorted(getattr(config, "_raw_config", {})):
        if name.startswith("adr_") and name not in known:
            yield Finding(Code.CONFIG_INVALID, f"there is no setting {name!r}{nearest(name, list(known))}", place)
    for setting in SETTINGS:
        value = config[setting.name]
        if not isinstance(value, setting.types):
            expected = " or ".join(t.__name__ for t in setting.types)
            problem: str | None = f"is {value!r}, which is no {expected}"
        else:
            problem = setting.problem(value)
        if problem:
            message = f"{setting.name} {problem}; the default {setting.default!r} is used"
            yield Finding(Code.CONFIG_INVALID, message, place)
            config[setting.name] = setting.default


def status_words(config: Config) -> Mapping[str, StatusWord]:
    """Every word for a status, those of ``adr_statuses`` included."""
    words = dict(STATUS_WORDS)
    for word, meaning in config.adr_statuses.items():
        if meaning in STATUSES:
            words[normal_word(word)] = StatusWord(meaning, STATUSES[meaning])
        else:
            words[normal_word(word)] = StatusWord(normal_word(word), Phase(meaning))
    return words
