"""``adr_needs``: how decisions and the needs of sphinx-needs meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

LINKS: Mapping[str, str] = MappingProxyType(
    {
        "requirements": "decides",
        "supersedes": "supersedes",
        "amends": "",
        "depends-on": "",
        "relates-to": "",
        "conflicts-with": "",
        "refines": "",
    }
)
"""What decisions can link to, and the type of needs' links for it unless the setting says otherwise."""

FIELDS: Mapping[str, str] = MappingProxyType({"date": "decided", "deciders": "deciders"})
"""The facts of decisions that needs have no field for, and its name unless the setting says otherwise."""


@dataclass(frozen=True, slots=True)
class NeedsSetting:
    """The value of ``adr_needs``.

    Where *register* is set decisions are needs of *type*. Needs of the types *decisions* are decisions.
    *links* and *fields* name what needs call the links and facts of decisions; those without a name are left
    out.
    """

    register: bool = True
    type: str = "adr"
    title: str = "Decision"
    decisions: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=lambda: LINKS)
    fields: Mapping[str, str] = field(default_factory=lambda: FIELDS)


_KEYS = ("register", "type", "title", "decisions", "links", "fields")


def read_needs_setting(given: object) -> NeedsSetting:
    """The setting, as far as it can be used: needs are declared before settings are looked at."""
    value, _problems = usable_needs(given)
    decisions = value.get("decisions", ())
    return NeedsSetting(
        register=value.get("register", True),
        type=value.get("type", "adr"),
        title=value.get("title", "Decision"),
        decisions=(decisions,) if isinstance(decisions, str) else tuple(decisions),
        links=_names(LINKS, value.get("links", {})),
        fields=_names(FIELDS, value.get("fields", {})),
    )


def _names(usual: Mapping[str, str], given: Mapping[str, str | None]) -> Mapping[str, str]:
    return MappingProxyType({key: given.get(key, name) or "" for key, name in usual.items()})


def usable_needs(value: object) -> tuple[dict[str, Any], list[str]]:
    """What can be used of the value of ``adr_needs``, and what is wrong with the rest of it."""
    kept: dict[str, Any] = {}
    problems: list[str] = []
    for key, said in value.items() if isinstance(value, Mapping) else ():
        if problem := _problem(key, said):
            problems.append(problem)
        elif key in ("links", "fields"):
            known = LINKS if key == "links" else FIELDS
            bad = {name: text for name in said if (text := _bad_name(key, name, said[name], known))}
            problems += bad.values()
            kept[key] = {name: chosen for name, chosen in said.items() if name not in bad}
        else:
            kept[key] = said
    return kept, problems


def _problem(key: object, said: object) -> str | None:
    if key not in _KEYS:
        return f"has {key!r}{_hint(key, _KEYS)}"
    if key == "register" and not isinstance(said, bool):
        return f"has {said!r} as 'register', which is neither True nor False"
    if key in ("type", "title") and not (isinstance(said, str) and said):
        return f"has {said!r} as {key!r}, which is no text"
    if key == "decisions" and not _is_words(said):
        return f"has {said!r} as 'decisions', which is no list of types"
    if key in ("links", "fields") and not isinstance(said, Mapping):
        return f"has {said!r} as {key!r}, which maps no words to words"
    return None


def _bad_name(key: object, name: object, chosen: object, known: Mapping[str, str]) -> str | None:
    if name not in known:
        return f"has {name!r} in {key!r}{_hint(name, known)}"
    if chosen is not None and not isinstance(chosen, str):
        return f"has {chosen!r} for {name!r}, which is no text"
    return None


def _is_words(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    )


def _hint(word: object, allowed: Any) -> str:
    near = get_close_matches(str(word), list(allowed), n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(allowed)}"
