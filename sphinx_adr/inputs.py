"""Everything that our part of a build follows from, as one fingerprint: where it is the same, nothing changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__, inventories
from .domain import adr_domain
from .log.seal_file import SEAL_FILE
from .rule_settings import day_of, seal_bytes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_SETTINGS = ("nitpick_ignore", "nitpick_ignore_regex", "html_file_suffix", "html_link_suffix")
"""The settings of Sphinx that findings and the register follow from, of those for which it reads nothing again."""


def make_of(package: Path, version: str) -> str:
    """What tells this make of *package* from others: its version, and while it is in development its files too."""
    if "dev" not in version:
        return version
    hashed = hashlib.sha256(version.encode())
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".mo"):
            hashed.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()


@cache
def make() -> str:
    """What tells this make of our package."""
    return make_of(Path(__file__).parent, __version__)


def fingerprint_of(app: Sphinx, env: BuildEnvironment) -> str:
    """A fingerprint of all that the answers and the findings of this build depend on; empty where it is unknown.

    Documents stand in it with the moment at which each was read, in microseconds: that is unique. What
    sphinx-needs knows is not told so easily.
    """
    if "sphinx_needs" in app.extensions:
        return ""
    hashed = hashlib.sha256()
    for told in _inputs(app, env):
        hashed.update(told.encode("utf-8", "surrogatepass") + b"\0")
    for look in _looks(env):
        hashed.update(look + b"\0")
    return hashed.hexdigest()


def _inputs(app: Sphinx, env: BuildEnvironment) -> Iterator[str]:
    domain, config = adr_domain(env), app.config
    yield make()
    yield repr((app.builder.name, os.fspath(app.srcdir), os.fspath(app.outdir), sorted(app.tags)))
    for name in _SETTINGS:
        # The order of a set is another in each process.
        value = config[name]
        yield repr(sorted(map(repr, value)) if isinstance(value, (set, frozenset)) else value)
    yield repr([(value.name, value.value) for value in config if value.name.startswith("adr_")])
    yield repr(day_of(config))
    yield repr((domain.config_findings, domain.since_place, domain.graphviz))
    yield repr(sorted(env.all_docs.items()))
    yield repr(list(inventories.said(env)))


def _looks(env: BuildEnvironment) -> Iterator[bytes]:
    """What is in the files that have a part in it, or what keeps them from being read."""
    domain = adr_domain(env)
    if domain.seal_folder is not None:
        try:
            path = Path(os.fspath(domain.seal_folder)) / SEAL_FILE
            yield hashlib.sha256(seal_bytes(path)).digest()
        except OSError as error:
            yield str(error).encode("utf-8", "surrogatepass")
    if domain.requirement_sources:
        from .requirements.files import looks_of

        yield from looks_of(domain.requirement_sources, Path(os.fspath(env.srcdir)))
