"""Every setting of the extension: its default, its type, and what it means.

:data:`SETTINGS` drives the registration with Sphinx, the validation, and the page of the documentation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from .graph_settings import GRAPH_SETTINGS
from .log.finding import Code, Finding, Place
from .log.identifiers import ID_PATTERN, read_heading
from .log.patterns import problem_of_pattern
from .log.rules.requirements import GAPS
from .log.vocabulary import STATUS_WORDS, STATUSES, Phase, StatusWord, normal_word
from .reading.existing.sets import problems_of
from .requirements.needs_setting import problem_of_needs
from .requirements.sources import problems_of as source_problems
from .rule_settings import RULE_SETTINGS
from .setting import Setting, nearest

if TYPE_CHECKING:
    from sphinx.config import Config

REQUIREMENT_PATTERN = r"(?:[A-Z][A-Z0-9]*[-_])*(?:REQ|FR|NFR)[-_]?\d+(?:\.\d+)*"

_GLOBAL_FLAGS = re.compile(r"\(\?([aimsx]+)\)")

NOT_REQUIREMENTS = (
    r"(?:ADR|RFC|PEP|CVE|CWE|ISO|IEC|IEEE|DIN|ECMA|FIPS|SHA|MD|AES|RSA|TLS|SSL|HTTP|UTF|UCS|BASE|IPV|ARM|GPT|UTC|GMT)"
    r"[-_]?\d+(?:[-.]\d+)*"
)
"""Names of decisions, standards and technologies that a wide pattern for requirements would take for some."""


def _bad_statuses(value: object) -> str | None:
    if isinstance(value, (list, tuple)):
        strange = [word for word in value if normal_word(str(word)) not in STATUS_WORDS]
        return (
            f"holds {strange[0]!r}, and does not say what it means: {{{strange[0]!r}: 'accepted'}}"
            if strange
            else None
        )
    assert isinstance(value, dict)
    allowed = [*STATUSES, *(str(phase) for phase in Phase if phase is not Phase.UNKNOWN)]
    for word, meaning in value.items():
        if not isinstance(word, str) or not isinstance(meaning, str):
            return "must map words to words"
        if meaning not in allowed:
            return (
                f"maps {word!r} to {meaning!r}; allowed are {', '.join(allowed)}{nearest(meaning, allowed)}"
            )
    return None


def _bad_status(value: object, words: Mapping[str, StatusWord]) -> str | None:
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
    try:
        requirement_regex(str(value))
    except re.error as error:
        return f"does not compile: {error}"
    return problem_of_pattern(str(value))


def _bad_id_pattern(value: object) -> str | None:
    try:
        read_heading("", pattern=str(value))
    except re.error as error:
        return f"does not compile: {error}"
    return problem_of_pattern(str(value))


def _bad_patterns(value: object) -> str | None:
    assert isinstance(value, (list, tuple))
    for item in value:
        problem = _bad_pattern(item) if isinstance(item, str) else f"holds {item!r}, which is no str"
        if problem:
            return problem
    return None


def _bad_template(value: object) -> str | None:
    return None if "{number}" in str(value) else f"is {value!r}; it must contain {{number}}"


def _bad_gaps(value: object) -> str | None:
    assert isinstance(value, (list, tuple))
    for word in value:
        if word not in GAPS:
            return f"holds {word!r}; allowed are {', '.join(GAPS)}{nearest(str(word), list(GAPS))}"
    return None


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "adr_documents",
        (),
        (list, tuple),
        "env",
        "Documents whose decisions are read as they stand: patterns such as ``decisions/*``, or tables with "
        "``documents`` and, as needed, ``exclude``, ``id_pattern``, ``id_template`` or ``prefix``, ``sections``, "
        "``status``.",
        lambda value: next(problems_of(value), None),
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
        _bad_statuses,
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
        problem_of_needs,
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
        "adr_coverage_warnings",
        ("lost",),
        (list, tuple),
        "",
        "Which gaps in the coverage of requirements are warnings: ``lost`` where a supersession leaves a "
        "requirement without a decision in force, ``uncovered`` where nothing answers it at all.",
        _bad_gaps,
    ),
    *GRAPH_SETTINGS,
    *RULE_SETTINGS,
)


_OF_OTHERS = ("adr_path",)
"""Settings of another extension of that prefix, which need nothing here."""


def validate(config: Config, source: str) -> Iterator[Finding]:
    """Replaces each value that cannot be used by its default, and says so; *source* is ``conf.py``."""
    known = {setting.name for setting in SETTINGS}
    for name in sorted(getattr(config, "_raw_config", {})):
        if name.startswith("adr_") and name not in known and name not in _OF_OTHERS:
            message = f"there is no setting {name!r}{nearest(name, list(known))}"
            yield Finding(Code.CONFIG_INVALID, message, _place(source, name))
    for setting in SETTINGS:
        value = config[setting.name]
        allowed = isinstance(value, setting.types) and (bool in setting.types or not isinstance(value, bool))
        if allowed:
            problem = setting.problem(value)
            if setting.name == "adr_default_status":
                problem = _bad_status(value, status_words(config))
        else:
            problem = f"is {value!r}, which is no {' or '.join(kind.__name__ for kind in setting.types)}"
        if problem:
            message = f"{setting.name} {problem}; the default {setting.default!r} is used"
            yield Finding(Code.CONFIG_INVALID, message, _place(source, setting.name))
            config[setting.name] = setting.default


def validate_sources(config: Config, source: str) -> Iterator[Finding]:
    """Says which entries of ``adr_requirements`` cannot be used; the others are."""
    for problem in source_problems(config.adr_requirements):
        message = f"adr_requirements: {problem}; the entry is left out"
        yield Finding(Code.CONFIG_INVALID, message, _place(source, "adr_requirements"))


def validate_documents(
    named: Iterable[tuple[str, str]], docnames: Collection[str], config: Config, source: str
) -> Iterator[Finding]:
    """Says which of *named*, settings with a pattern of documents each, none of *docnames* fits."""
    hint = "" if ".md" in config.source_suffix else "; Markdown is read with a parser, such as 'myst_parser'"
    for setting, pattern in named:
        if not any(map(Matcher([pattern]), docnames)):
            message = f"{setting}: no document fits {pattern!r}{hint}"
            yield Finding(Code.CONFIG_INVALID, message, _place(source, setting))


def _place(source: str, name: str) -> Place:
    """Where *name* is set in the file *source*; without a line where it is set elsewhere."""
    try:
        lines = Path(source).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Place(source)
    set_here = re.compile(rf"\s*{re.escape(name)}\s*(?::[^=]*)?=")
    return Place(source, next((number for number, line in enumerate(lines, 1) if set_here.match(line)), 0))


def status_words(config: Config) -> Mapping[str, StatusWord]:
    """Every word for a status, those of ``adr_statuses`` included."""
    words = dict(STATUS_WORDS)
    added = config.adr_statuses if isinstance(config.adr_statuses, dict) else {}
    for word, meaning in added.items():
        if meaning in STATUSES:
            words[normal_word(word)] = StatusWord(meaning, STATUSES[meaning])
        else:
            words[normal_word(word)] = StatusWord(normal_word(word), Phase(meaning))
    return words
