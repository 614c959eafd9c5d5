"""Looking at the settings before they are used: what cannot be used is told, and the rest of it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from .config import SETTINGS, problem_of_status, status_words
from .log.finding import Code, Finding, Place
from .setting import nearest

if TYPE_CHECKING:
    from sphinx.config import Config

_OF_OTHERS = ("adr_path",)
"""Settings of another extension of that prefix, which need nothing here."""


def validate(config: Config, source: str) -> Iterator[Finding]:
    """Replaces each value that cannot be used by its default, and says so; *source* is ``conf.py``.

    Where only a part of a value cannot be used, the rest of it stands.
    """
    known = {setting.name for setting in SETTINGS}
    for name in sorted(getattr(config, "_raw_config", {})):
        if name.startswith("adr_") and name not in known and name not in _OF_OTHERS:
            message = f"there is no setting {name!r}{nearest(name, list(known))}"
            yield Finding(Code.CONFIG_INVALID, message, place_of_setting(source, name))
    for setting in SETTINGS:
        value = config[setting.name]
        if value is setting.default:
            continue
        allowed = isinstance(value, setting.types) and (bool in setting.types or not isinstance(value, bool))
        if allowed:
            problem = setting.problem(value)
            if setting.name == "adr_default_status":
                problem = problem_of_status(value, status_words(config))
        else:
            kinds = (kind.__name__ for kind in setting.types if kind is not type(None))
            problem = f"is {value!r}, which is no {' or '.join(kinds)}"
        if problem:
            message = f"{setting.name} {problem}; the default {setting.default!r} is used"
            yield Finding(Code.CONFIG_INVALID, message, place_of_setting(source, setting.name))
            config[setting.name] = setting.default
            continue
        usable, problems = setting.repair(value)
        for problem in problems:
            message = f"{setting.name} {problem}; that is left out"
            yield Finding(Code.CONFIG_INVALID, message, place_of_setting(source, setting.name))
        if problems:
            config[setting.name] = usable
    if config.adr_seal_filter:
        yield from _impossible_words(config, source)


def validate_sources(config: Config, source: str) -> Iterator[Finding]:
    """Says which entries of ``adr_requirements`` cannot be used, and which statuses ``adr_documents`` gives in vain."""
    if config.adr_documents:
        from .reading.existing.sets import statuses_in

        for number, status in statuses_in(config.adr_documents):
            if problem := problem_of_status(status, status_words(config)):
                message = f"adr_documents: entry {number} has a status that {problem}"
                yield Finding(Code.CONFIG_INVALID, message, place_of_setting(source, "adr_documents"))
    if config.adr_requirements:
        from .requirements.sources import problems_of

        for problem in problems_of(config.adr_requirements):
            message = f"adr_requirements: {problem}; the entry is left out"
            yield Finding(Code.CONFIG_INVALID, message, place_of_setting(source, "adr_requirements"))


def _impossible_words(config: Config, source: str) -> Iterator[Finding]:
    """Says what ``adr_seal_filter`` compares with that no decision can have."""
    from .log.filter_words import impossible_words
    from .log.query import parse_filter

    for problem in impossible_words(parse_filter(config.adr_seal_filter), status_words(config)):
        yield Finding(
            Code.CONFIG_INVALID, f"adr_seal_filter: {problem}", place_of_setting(source, "adr_seal_filter")
        )


def validate_documents(
    named: Iterable[tuple[str, str]], docnames: Collection[str], config: Config, source: str
) -> Iterator[Finding]:
    """Says which of *named*, settings with a pattern of documents each, none of *docnames* fits."""
    hint = "" if ".md" in config.source_suffix else "; Markdown is read with a parser, such as 'myst_parser'"
    for setting, pattern in named:
        if not any(map(Matcher([pattern]), docnames)):
            message = f"{setting}: no document fits {pattern!r}{hint}"
            yield Finding(Code.CONFIG_INVALID, message, place_of_setting(source, setting))


def place_of_setting(source: str, name: str) -> Place:
    """Where *name* is set in the file *source*; without a line where it is set elsewhere."""
    try:
        lines = Path(source).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Place(source)
    set_here = re.compile(rf"\s*{re.escape(name)}\s*(?::[^=]*)?=")
    return Place(source, next((number for number, line in enumerate(lines, 1) if set_here.match(line)), 0))
