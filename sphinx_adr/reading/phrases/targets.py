"""What the relations of decisions lead to: links, file names, IDs and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from .fragments import Linked
from .wording import STANDARDS


class Evidence(Enum):
    """What makes a target one."""

    RECORD = auto()
    """It is named as decision records are: ``ADR-0013``, ``0013-clickhouse.md``, a link to such a file."""
    LINK = auto()
    """It is a link to something else in the documentation, or a title."""
    ID = auto()
    """It looks like an ID of something."""
    PADDED = auto()
    """It is a number with leading zeros."""
    NUMBER = auto()
    """It is a number."""
    WEB = auto()
    """It is a link to a place outside that is not named as records are."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a relation can lead to."""

    name: str
    part: str | None
    evidence: Evidence

    @property
    def is_number(self) -> bool:
        """Whether it is a number without a name."""
        return self.evidence in (Evidence.NUMBER, Evidence.PADDED)


_PLACEHOLDER = re.compile(
    r"(?:.{0,100}/)?(?:[a-z]{1,9}[-_#])?0{0,4}(?:x{2,}|n{2,}|y{3,}(?:mmdd)?|z{3,}|i{4,})(?:[-_.].{0,200})?",
    re.IGNORECASE,
)
_SAMPLE_LINKS = frozenset({"", "#", "link", "url", "path", "todo", "...", "…", "link-to-adr", "link to adr"})
_FILE = re.compile(r".*\.(?:md|rst|html?|txt|adoc|markdown|mdx)", re.IGNORECASE | re.DOTALL)
_SLUG = re.compile(
    r"(?:(?:[a-z]{1,9}[-_])?[0-9]{3,8}(?:[-_][0-9]{1,2}){0,2}|(?:m?adr|tdr|ddr|dr)[-_]?[0-9]{1,8})[-_][^\W\d_].*",
    re.IGNORECASE,
)
ID = re.compile(
    r"(?P<prefix>[^\W\d_][^\W_]{0,40}(?:[-_.][^\W_]{1,40}){0,6}?)(?P<joint>[-_.#]?)(?P<number>[0-9]{1,9})"
)
"""An ID in its pieces."""

_RECORD_PREFIX = re.compile(r"(?:.*[-_.])?(?:[a-z]{0,3}adr|[a-z]?dr|tdr|ddr|dec|decision)", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(
    r"(?:(?:m?adr|decision)s?\b.{0,40}|#?[0-9]{1,8}(?:[.:)]| -|$).{0,300})", re.IGNORECASE
)
_PROJECT_FILE = re.compile(r"(?!(?:ADRS?|DECISIONS?|LOG|RECORDS?)(?:\.|$))[A-Z][A-Z_]{3,}(?:\.\w+)?")
"""Names in capital letters without a number, other than those of logs of decisions."""

_RECORD_FOLDER = re.compile(r"(?:^|/)(?:m?adrs?|decisions?|decision-records?)/", re.IGNORECASE)


def is_placeholder(text: str) -> bool:
    """Whether *text* is what a template has in place of a name: ``ADR-NNN``, ``NNNN-title.md``."""
    return _PLACEHOLDER.fullmatch(text) is not None


def is_sample(linked: Linked) -> bool:
    """Whether a link is one of a template."""
    file = linked.target.rpartition("/")[2]
    return linked.target.casefold() in _SAMPLE_LINKS or is_placeholder(linked.text) or is_placeholder(file)


def target_of_link(linked: Linked) -> Target:
    """The target of a link."""
    outside = "://" in linked.target or linked.target.startswith("mailto:") or _is_of_project(linked)
    elsewhere = Evidence.WEB if outside else Evidence.LINK
    return Target(linked.target, linked.part, Evidence.RECORD if _looks_like_record(linked) else elsewhere)


def target_of_text(text: str) -> Target | None:
    """The target that *text*, which has no blanks in it, names, if any."""
    name, _, part = text.partition("#") if not text.startswith("#") else (text, "", "")
    name = name.removesuffix("'s").removesuffix("’s")
    file = name.rpartition("/")[2]
    if _FILE.fullmatch(name) or _SLUG.fullmatch(file):
        return Target(name, part or None, Evidence.RECORD)
    digits = name.removeprefix("#")
    if digits.isdecimal() and digits.isascii():
        padded = digits.startswith("0") and len(digits) > 2
        return Target(digits, part or None, Evidence.PADDED if padded else Evidence.NUMBER)
    if part.isdecimal():
        name, part = f"{name}-{part}", ""
    found = ID.fullmatch(name)
    if found and _RECORD_PREFIX.fullmatch(found["prefix"]):
        return Target(name, part or None, Evidence.RECORD)
    if found and found["joint"] in ("-", "_") and found["prefix"].isupper():
        standard = found["prefix"].casefold() in STANDARDS
        return None if standard else Target(name, part or None, Evidence.ID)
    return None


def _is_of_project(linked: Linked) -> bool:
    """Whether a link is to one of the files that tell of a whole project: ``../AGENTS.md``, ``CHANGELOG``."""
    file = linked.target.rpartition("/")[2]
    return linked.part is None and _PROJECT_FILE.fullmatch(file) is not None


def _looks_like_record(linked: Linked) -> bool:
    if linked.target.startswith("mailto:"):
        return False
    path, text = linked.target.partition("#")[0] or linked.target, linked.text.strip()
    file = path.rpartition("/")[2]
    for name in (file, text):
        found = ID.fullmatch(name)
        if _SLUG.fullmatch(name) or (found and _RECORD_PREFIX.fullmatch(found["prefix"])):
            return True
    in_folder = _RECORD_FOLDER.search(path) and not file.casefold().startswith(("readme", "index"))
    if "://" in path:
        return bool(in_folder) and "/issues/" not in path and "/pull/" not in path
    return bool(in_folder or _NUMBERED_TITLE.fullmatch(text))
