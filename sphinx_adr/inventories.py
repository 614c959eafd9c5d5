"""Decisions of other documentations, known from their inventories by ``sphinx.ext.intersphinx``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from .log.links import Outside

_TYPES = {"decision": "adr:decision", "req": "adr:requirement"}


def outsiders(env: BuildEnvironment, names: Iterable[str]) -> dict[str, Outside]:
    """What the inventories know of targets of the form ``project:ID``."""
    from .log.links import Outside

    found: dict[str, Outside] = {}
    for name in sorted(names):
        project, _, identifier = name.partition(":")
        inventory = getattr(env, "intersphinx_named_inventory", {}).get(project, {})
        item = inventory.get("adr:decision", {}).get(identifier)
        if item is not None:
            found[name] = Outside(name, _title(item.display_name, identifier), item.uri)
    return found


def knows(env: BuildEnvironment, role: str, target: str) -> bool:
    """Whether some other documentation has what *target* names, so that a reference will lead there."""
    kind = _TYPES.get(role, "")
    project, _, identifier = target.partition(":")
    named = getattr(env, "intersphinx_named_inventory", {}).get(project, {})
    return target in getattr(env, "intersphinx_inventory", {}).get(kind, {}) or identifier in named.get(
        kind, {}
    )


def said(env: BuildEnvironment) -> Iterator[object]:
    """All that the inventories say of decisions and requirements, in an order that is always the same."""
    named = getattr(env, "intersphinx_named_inventory", {})
    for project, inventory in sorted(named.items()):
        for kind in _TYPES.values():
            if found := inventory.get(kind):
                yield (
                    project,
                    kind,
                    sorted((name, item.uri, item.display_name) for name, item in found.items()),
                )


def _title(display_name: str, identifier: str) -> str:
    shown = display_name if display_name != "-" else identifier
    return shown.removeprefix(f"{identifier}: ")
