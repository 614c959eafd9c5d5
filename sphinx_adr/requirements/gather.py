"""What the sources outside the documents know, gathered once a build."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..log.decision import Decision, Requirement, Trace
from ..log.finding import Finding
from ..reading.metadata import Vocabulary
from .files import read_files
from .needs import decisions_of, requirements_of
from .needs_setting import read_needs_setting
from .sources import Source

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Gathered:
    """Requirements and decisions of sources that are no documents, and what is wrong with these sources."""

    requirements: Sequence[Requirement] = ()
    decisions: Sequence[Decision] = ()
    findings: Sequence[Finding] = ()


def gather(
    env: BuildEnvironment,
    sources: Sequence[Source],
    vocabulary: Vocabulary,
    declared: Sequence[Requirement],
    mentions: Mapping[str, Mapping[str, Sequence[Trace]]],
) -> Gathered:
    """Reads the files among *sources*, and asks sphinx-needs.

    *declared* are the requirements that documents declare; *mentions* are the traces in the prose of needs, by
    document and ID.

    That happens once a build, in the main process and after the documents: what files say becomes part of the
    answers that pages show, so that a changed file reaches every page that shows some of it, and no other.
    """
    requirements, findings = read_files(sources, Path(os.fspath(env.srcdir)))
    requirements += requirements_of(env, sources)
    known = {one.id for one in (*declared, *requirements)}
    setting = read_needs_setting(env.config.adr_needs)
    decisions, found = decisions_of(env, setting, vocabulary, known, mentions)
    return Gathered(requirements, decisions, [*findings, *found])
