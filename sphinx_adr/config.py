"""Every setting of the extension: its default, its type, and what it means.

:data:`SETTINGS` drives the registration with Sphinx, the validation, and the page of the documentation. What
judges a value is loaded when there is a value to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .graph_settings import GRAPH_SETTINGS
from .log.id_pattern import ID_PATTERN
from .log.vocabulary import STATUSES, Phase, StatusWord, normal_word
from .rule_settings import RULE_SETTINGS
from .setting import Setting, each_entry, each_item, nearest

if TYPE_CHECKING:
    from sphinx.config import Config

REQUIREMENT_PATTERN = r"(?:[A-Z][A-Z0-9]*[-_])*(?:REQ|FR|NFR)[-_]?\d+(?:\.\d+)*"

_GLOBAL_FLAGS = re.compile(r"\(\?([aimsx]+)\)")

NOT_REQUIREMENTS = (
    r"(?:ADR|RFC|PEP|CVE|CWE|ISO|IEC|IEEE|DIN|ECMA|FIPS|SHA|MD|AES|RSA|TLS|SSL|HTTP|UTF|UCS|BASE|IPV|ARM|GPT|UTC|GMT)"
    r"[-_]?\d+(?:[-.]\d+)*"
)
"""Names of decisions, standards and technologies that a wide pattern for requirements would take for some."""


def _usable_statuses(value: object) -> tuple[object, Sequence[str]]:
    return (each_item(_bad_meaning) if isinstance(value, dict) else each_entry(_bad_word))(value)


def _bad_word(word: object) -> str | None:
    from .log.status_words import STATUS_WORDS

    if normal_word(str(word)) in STATUS_WORDS:
        return None
    return f"holds {word!r}, and does not say what it means: {{{word!r}: 'accepted'}}"


def _bad_meaning(word: object, meaning: object) -> str | None:
    allowed = [*STATUSES, *(str(phase) for phase in Phase if phase is not Phase.UNKNOWN)]
    if not isinstance(word, str) or not isinstance(meaning, str):
        return f"maps {word!r} to {meaning!r}, and must map words to words"
    if meaning in allowed:
        return None
    return f"maps {word!r} to {meaning!r}; allowed are {', '.join(allowed)}{nearest(meaning, allowed)}"


def problem_of_status(value: object, words: Mapping[str, StatusWord]) -> str | None:
    """What is wrong with ``adr_default_status``, where statuses have *words*."""
    if value is None or normal_word(str(value)) in words:
        return None
    return f"is {value!r}; allowed are {', '.join(STATUSES)}{nearest(str(value), STATUSES)}"


def requirement_regex(pattern: str) -> re.Pattern[str]:
    """The requirement IDs that *pattern* describes, where they stand for themselves."""
    if flags := _GLOBAL_FLAGS.match(pattern):
        pattern = f"(?{flags[1]}:{pattern[flags.end() :]})"
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")


def ignored_regex(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """What looks like a requirement ID and is none."""
    alternatives = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(alternatives) if alternatives else None


def _bad_pattern(value: object) -> str | None:
    from .log.patterns import problem_of_pattern

    try:
        requirement_regex(str(value))
    except re.error as error:
        return f"does not compile: {error}"
    return problem_of_pattern(str(value))


def _bad_id_pattern(value: object) -> str | None:
    from .log.identifiers import read_heading
    from .log.patterns import problem_of_pattern

    try:
        read_heading("", pattern=str(value))
    except re.error as error:
        return f"does not compile: {error}"
    return problem_of_pattern(str(value))


def _bad_ignored(item: object) -> str | None:
    if not isinstance(item, str):
        return f"holds {item!r}, which is no str"
    return f"holds {item!r}, which {problem}" if (problem := _bad_pattern(item)) else None


def _bad_template(value: object) -> str | None:
    return None if "{number}" in str(value) else f"is {value!r}; it must contain {{number}}"


def _bad_gap(word: object) -> str | None:
    from .log.rules.requirements import GAPS

    if isinstance(word, str) and word in GAPS:
        return None
    return f"holds {word!r}; allowed are {', '.join(GAPS)}{nearest(str(word), list(GAPS))}"


def _usable_sets(value: object) -> tuple[object, Sequence[str]]:
    from .reading.existing.sets import usable_sets

    return usable_sets(value)


def _usable_needs(value: object) -> tuple[object, Sequence[str]]:
    from .requirements.needs_setting import usable_needs

    return usable_needs(value)


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "adr_documents",
        (),
        (list, tuple),
        "env",
        "Documents whose decisions are read as they stand: patterns such as ``decisions/*``, or tables with "
        "``documents`` and, as needed, ``exclude``, ``id_pattern``, ``id_template`` or ``prefix``, ``sections``, "
        "``status``.",
        repair=_usable_sets,
    ),
    Setting(
        "adr_card",
        True,
        (bool,),
        "env",
        "Whether documents that are read as they stand get a card, and a banner, at their head.",
    ),
    Setting(
        "adr_statuses",
        {},
        (dict, list, tuple),
        "env",
        "More words for statuses. Maps a word to a canonical status, such as ``accepted``, or to a phase: "
        "``pending``, ``in-force`` or ``retired``. A list of known words is allowed and adds nothing.",
        repair=_usable_statuses,
    ),
    Setting(
        "adr_default_status",
        None,
        (str, type(None)),
        "env",
        "The status of decisions that state none. Without it they are ``unknown``.",
    ),
    Setting(
        "adr_id_pattern",
        ID_PATTERN,
        (str,),
        "env",
        "What an ID in front of a title looks like: a regular expression.",
        _bad_id_pattern,
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
        "adr_requirements",
        (),
        (list, tuple),
        "env",
        "Where requirements come from, beside ``adr-requirement``: a list of tables, each with a ``source``: "
        "``documents``, ``file``, ``needs.json`` or ``needs``. See :doc:`/howto/requirements-sources`.",
    ),
    Setting(
        "adr_needs",
        {},
        (dict,),
        "env",
        "How decisions and needs meet where sphinx-needs is loaded: a table with ``register``, ``type``, ``title``, "
        "``decisions``, ``links`` and ``fields``. See :doc:`/howto/sphinx-needs`.",
        repair=_usable_needs,
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
        (NOT_REQUIREMENTS,),
        (list, tuple),
        "env",
        "Regular expressions for what looks like a requirement ID and is none.",
        repair=each_entry(_bad_ignored),
    ),
    Setting(
        "adr_mentions_cover",
        True,
        (bool,),
        "",
        "Whether a requirement is covered by a decision that only mentions it in its prose.",
    ),
    Setting(
        "adr_coverage_warnings",
        ("lost",),
        (list, tuple),
        "",
        "Which gaps in the coverage of requirements are warnings: ``lost`` where a supersession leaves a "
        "requirement without a decision in force, ``uncovered`` where nothing answers it at all.",
        repair=each_entry(_bad_gap),
    ),
    *GRAPH_SETTINGS,
    *RULE_SETTINGS,
)


def status_words(config: Config) -> Mapping[str, StatusWord]:
    """Every word for a status, those of ``adr_statuses`` included."""
    from .log.status_words import STATUS_WORDS

    words = dict(STATUS_WORDS)
    added = config.adr_statuses if isinstance(config.adr_statuses, dict) else {}
    for word, meaning in added.items():
        if meaning in STATUSES:
            words[normal_word(word)] = StatusWord(meaning, STATUSES[meaning])
        else:
            words[normal_word(word)] = StatusWord(normal_word(word), Phase(meaning))
    return words
