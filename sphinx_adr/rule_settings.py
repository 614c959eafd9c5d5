"""The settings that tell which rules hold, and what they compare with."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from .log.seal_file import SEAL_FILE
from .setting import Setting, each_entry, each_item

if TYPE_CHECKING:
    from sphinx.config import Config

    from .log.rules.policy import Policy
    from .log.seal import Seal


def _bad_day(value: object) -> str | None:
    if value is None:
        return None
    try:
        dt.date.fromisoformat(str(value))
    except ValueError:
        return f"is {value!r}, which is no day of the form YYYY-MM-DD"
    return None


def _bad_days(value: object) -> str | None:
    return "must be 0 or more" if isinstance(value, int) and value < 0 else None


def _bad_filter(value: object) -> str | None:
    from .log.query import FilterError, parse_filter

    try:
        parse_filter(str(value) or "id")
    except FilterError as error:
        return f"cannot be used: {error}"
    return None


def _bad_section(name: object) -> str | None:
    """What is wrong with a name of a section: projects have their own, so only a slip in a usual one is told."""
    if not isinstance(name, str) or not name.strip():
        return f"holds {name!r}, which is no name of a section"
    from .log.section_names import SECTION_NAMES, normal_title

    title = normal_title(name)
    if title in SECTION_NAMES or title.rstrip("s") in SECTION_NAMES or f"{title}s" in SECTION_NAMES:
        return None
    near = get_close_matches(title, SECTION_NAMES, n=1, cutoff=0.85)
    return f"holds {name!r}, which no decision has as a section; did you mean {near[0]!r}?" if near else None


def _bad_rule(name: object, word: object) -> str | None:
    from .log.rules.policy import problem_of_rule

    return problem_of_rule(name, word)


def _bad_since(value: object) -> str | None:
    from .log.rules.policy import problem_of_since

    return problem_of_since(value)


RULE_SETTINGS: tuple[Setting, ...] = (
    Setting(
        "adr_rules",
        {},
        (dict,),
        "",
        'The severity of findings by their codes: ``warning`` or ``off``, as in ``{"id-gap": "warning"}``. '
        ":doc:`messages` has the codes, and the severity of each where this does not say.",
        repair=each_item(_bad_rule),
    ),
    Setting(
        "adr_rules_since",
        None,
        (str, type(None)),
        "",
        "Where strictness begins: an ID, or a date. Rules that judge how well a record is kept leave out "
        "what is older, and with a date also what has none; what is broken is reported everywhere.",
        _bad_since,
    ),
    Setting(
        "adr_required_sections",
        (),
        (list, tuple),
        "",
        'The sections that every decision shall have, such as ``("context", "decision", "consequences")``. '
        "Other names for a section count too, and a draft may lack them.",
        repair=each_entry(_bad_section),
    ),
    Setting(
        "adr_proposed_days",
        None,
        (int, type(None)),
        "",
        "For how many days after its date a proposal may stay one. Without it, for ever.",
        _bad_days,
    ),
    Setting(
        "adr_today",
        None,
        (str, type(None)),
        "",
        "The day that builds take for today, as ``YYYY-MM-DD``. Without it, the day of "
        "``SOURCE_DATE_EPOCH``, or else of the build.",
        _bad_day,
    ),
    Setting(
        "adr_seal_filter",
        "",
        (str,),
        "",
        "Which accepted decisions ``sphinx-adr seal`` seals: a filter as in the views, such as "
        '``"platform" in tags``. Without it, all of them.',
        _bad_filter,
    ),
)


def day_of(config: Config) -> tuple[dt.date, bool]:
    """The day of the build, and whether it is pinned: the same in every build of the same sources."""
    if config.adr_today is not None:
        return dt.date.fromisoformat(config.adr_today), True
    try:
        seconds = int(os.environ["SOURCE_DATE_EPOCH"])
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date(), True
    except (KeyError, ValueError, OverflowError, OSError):
        return dt.datetime.now().astimezone().date(), False


def policy_of(config: Config) -> Policy:
    """Which findings the settings let through."""
    from .log.rules.policy import read_policy

    _day, pinned = day_of(config)
    return read_policy(config.adr_rules, config.adr_rules_since, config.adr_coverage_warnings, pinned=pinned)


def read_seal(folder: str | os.PathLike[str] | None, condition: str = "") -> Seal:
    """The seal in *folder*; an empty one where there is no file. *condition* says what shall be sealed."""
    from .log.seal import Seal

    found = Seal() if folder is None else _read_seal(Path(os.fspath(folder)) / SEAL_FILE)
    return replace(found, condition=condition)


def seal_bytes(path: Path) -> bytes:
    """What is in the file with the seal.

    :raises OSError: when it cannot be read; a pipe is no file, and would be waited for.
    """
    if path.exists() and not path.is_file():
        raise OSError("it is no file")
    return path.read_bytes()


def _read_seal(path: Path) -> Seal:
    from .log.seal import Seal, SealProblem, parse_seal

    try:
        return parse_seal(seal_bytes(path).decode("utf-8"), str(path))
    except FileNotFoundError:
        return Seal(path=str(path))
    except (OSError, UnicodeDecodeError) as error:
        return Seal(path=str(path), problems=(SealProblem(f"cannot be read: {error}"),), exists=True)
