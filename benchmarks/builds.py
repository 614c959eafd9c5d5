"""Builds each documentation with each system: cold, unchanged, after one edit, and with two processes."""

from __future__ import annotations

import hashlib
import os
import statistics
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from . import corpus
from .corpus import Layout
from .processes import CommandError, Used, run

SCENARIOS = ("cold", "no change", "title", "body", "two processes")
"""A first build; a build after it; builds after an edit of one title and of one body; a first one with ``-j 2``."""


class Written(NamedTuple):
    """What a build left behind."""

    pages: int
    changed: int
    environment: int


@dataclass(frozen=True)
class Build:
    """What one build used; medians, where it was repeated."""

    size: int
    per_page: int
    markup: str
    system: str
    scenario: str
    cpu: float
    """Seconds."""
    wall: float
    """Seconds."""
    memory: float
    """MiB."""
    written: int
    """Pages that were written."""
    changed: int
    """Pages among them whose text is not what it was."""
    environment: int
    """Bytes of the pickled environment."""

    @property
    def layout(self) -> Layout:
        """What was built."""
        return Layout(self.size, self.per_page, self.markup)


class _Folder:
    """A documentation on disk."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        self.root = root
        for name, text in files.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.root / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def build(self, out: str, patience: float, *options: str) -> tuple[Used, Written]:
        """What a build used, and what it left behind."""
        before = self._pages(out)
        doctrees = self.root / f"{out}-doctrees"
        places = ["-d", str(doctrees), str(self.root / "source"), str(self.root / out)]
        used = run(["-m", "sphinx", "-q", "-b", "html", *options, *places], patience=patience)
        nothing = (0, "")
        pairs = [(page, before.get(name, nothing)) for name, page in self._pages(out).items()]
        written = sum(page[0] != old[0] for page, old in pairs)
        changed = sum(page[1] != old[1] for page, old in pairs)
        return used, Written(written, changed, (doctrees / "environment.pickle").stat().st_size)

    def _pages(self, out: str) -> dict[str, tuple[int, str]]:
        """When each page of a document was written, and a digest; Sphinx writes its own pages in every build."""
        places = ((folder, name) for folder, _inside, names in os.walk(self.root / out) for name in names)
        pages = (Path(folder, name) for folder, name in places if name.endswith(".html"))
        own = ("genindex.html", "search.html", "permalink.html")
        return {
            str(page): (page.stat().st_mtime_ns, hashlib.sha256(page.read_bytes()).hexdigest())
            for page in pages
            if page.name not in own
        }


def scenarios(
    folder: _Folder, system: str, layout: Layout, patience: float
) -> Iterator[tuple[str, Used, Written]]:
    """Each scenario with what its build used and left behind."""
    # A decision that another one supersedes: its title stands on more pages than its own.
    number = max(layout.size // 10 * 5 + 2, 2)
    name = corpus.page_name(layout, corpus.page_of(layout, number))
    yield "cold", *folder.build("out", patience)
    yield "no change", *folder.build("out", patience)
    folder.write(
        name, corpus.page(system, layout, number, title="Keep the readings of all in a column store")
    )
    yield "title", *folder.build("out", patience)
    changed = {
        "title": "Keep the readings of all in a column store",
        "opening": "Nobody knows how many meters there are.",
    }
    folder.write(name, corpus.page(system, layout, number, **changed))
    yield "body", *folder.build("out", patience)
    yield "two processes", *folder.build("parallel", patience, "-j", "2")


def measure(
    layouts: Iterable[Layout],
    systems: Iterable[str],
    *,
    repeat: int = 1,
    graphviz: bool = False,
    patience: float = 3600,
    say: Callable[[str], None] = print,
) -> Iterator[Build]:
    """Builds everything *repeat* times, system by system in turn, and yields medians.

    A system that takes longer than *patience* seconds for one build is left out from there on; *say* is told.
    """
    systems = list(systems)
    for layout in layouts:
        found: dict[tuple[str, str], list[tuple[Used, Written]]] = {}
        for _round in range(repeat):
            for system in list(systems):
                with tempfile.TemporaryDirectory(prefix="adr-benchmark-") as place:
                    folder = _Folder(Path(place), corpus.project(system, layout, graphviz=graphviz))
                    try:
                        for scenario, used, written in scenarios(folder, system, layout, patience):
                            found.setdefault((system, scenario), []).append((used, written))
                            say(f"{layout.name:16} {system:6} {scenario:14} {used.cpu:8.2f} s CPU")
                    except CommandError as error:
                        if not str(error).startswith("not ready"):
                            raise
                        say(f"{layout.name:16} {system:6} {error}")
                        systems.remove(system)
        for (system, scenario), measured in found.items():
            yield _median(layout, system, scenario, measured)


def _median(layout: Layout, system: str, scenario: str, measured: list[tuple[Used, Written]]) -> Build:
    cpu, wall, memory = (
        round(statistics.median(column), 3)
        for column in zip(*(used for used, _written in measured), strict=True)
    )
    return Build(
        **asdict(layout), system=system, scenario=scenario, cpu=cpu, wall=wall, memory=memory,
        written=measured[0][1].pages, changed=measured[0][1].changed, environment=measured[0][1].environment,
    )  # fmt: skip
