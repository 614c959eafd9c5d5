"""What the sources outside the documents know, gathered once a build."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..log.decision import Requirement
from ..log.finding import Finding
from .files import read_files
from .sources import Source

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Gathered:
    """Requirements of sources that are no documents, and what is wrong with these sources."""

    requirements: Sequence[Requirement] = ()
    findings: Sequence[Finding] = ()


def gather(env: BuildEnvironment, sources: Sequence[Source]) -> Gathered:
    """Reads the files among *sources*.

    That happens once a build, in the main process and after the documents: what files say becomes part of the
    answers that pages show, so that a changed file reaches every page that shows some of it, and no other.
    """
    requirements, findings = read_files(sources, Path(os.fspath(env.srcdir)))
    return Gathered(requirements, findings)
