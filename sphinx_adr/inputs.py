"""Everything that our part of a build follows from, as one fingerprint: where it is the same, nothing changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .domain import adr_domain
from .requirements.sources import FileSource, NeedsJsonSource

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_SETTINGS = ("project", "version", "release", "language", "root_doc", "locale_dirs", "suppress_warnings")


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
    for path in _files(env):
        try:
            hashed.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError:
            hashed.update(b"\0")
    return hashed.hexdigest()


def _inputs(app: Sphinx, env: BuildEnvironment) -> Iterator[str]:
    domain, config = adr_domain(env), app.config
    yield __version__
    yield repr((app.builder.name, os.fspath(app.srcdir), os.fspath(app.outdir), sorted(app.tags)))
    yield repr([(name, config[name]) for name in _SETTINGS])
    yield repr([(value.name, value.value) for value in config if value.name.startswith("adr_")])
    yield repr((domain.today, domain.seal, domain.config_findings, domain.since_place, domain.graphviz))
    yield repr(sorted(env.all_docs.items()))
    inventories = getattr(env, "intersphinx_cache", {})
    yield repr(sorted((uri, str(known[:2])) for uri, known in inventories.items()))


def _files(env: BuildEnvironment) -> Iterator[Path]:
    for source in adr_domain(env).requirement_sources:
        if isinstance(source, (FileSource, NeedsJsonSource)):
            yield Path(os.fspath(env.srcdir)) / source.path
