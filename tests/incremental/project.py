"""A documentation on disk that is edited and built, and what a reader would see of it."""

from __future__ import annotations

import io
import json
import os
import re
import time
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state

CONF = """
project = "Log"
extensions = {extensions!r}
html_theme = "basic"
html_sidebars = {{"**": []}}
html_copy_source = False
html_show_sphinx = False
myst_enable_extensions = ["colon_fence"]
"""
_BODY = re.compile(r'<div class="body" role="main">(.*?)<div class="clearer">', re.DOTALL)
_WRITTEN = re.compile(r"writing output\.\.\. \[\s*\d+%\] (\S+)")
_READ = re.compile(r"reading sources\.\.\. \[\s*\d+%\] (\S+)")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Build:
    """What one build said."""

    warnings: tuple[str, ...]
    written: frozenset[str]
    read: frozenset[str]
    status: str


@dataclass
class Project:
    """A source folder and its outputs; builders share one doctree folder."""

    root: Path
    extensions: tuple[str, ...] = ("sphinx_adr",)
    conf: str = ""
    _clock: int = field(default_factory=time.time_ns)

    def __post_init__(self) -> None:
        self.source = self.root / "source"
        self.source.mkdir(parents=True)
        self.configure(self.conf)

    def configure(self, conf: str) -> None:
        """Writes ``conf.py`` with *conf* at its end."""
        self.write("conf.py", CONF.format(extensions=list(self.extensions)) + conf)

    def write(self, name: str, text: str) -> None:
        """Writes a file, with a time that is newer than all before."""
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self._clock = max(self._clock + 2_000_000, time.time_ns())
        os.utime(path, ns=(self._clock, self._clock))

    def remove(self, name: str) -> None:
        """Deletes a file."""
        (self.source / name).unlink()

    def replace(self, name: str, old: str, new: str) -> None:
        """Edits a file."""
        text = (self.source / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def build(
        self, builder: str = "html", *, jobs: int = 1, tags: tuple[str, ...] = (), only: tuple[str, ...] = ()
    ) -> Build:
        """An incremental build, of the files in *only* if there are any."""
        return self._run(self.out(builder), self.root / "doctrees", builder, jobs, tags, only)

    def clean_build(self, builder: str = "html", *, tags: tuple[str, ...] = (), jobs: int = 1) -> Build:
        """A clean build of the same sources beside the incremental one."""
        clean = self.root / "clean"
        return self._run(clean / builder, clean / "doctrees", builder, jobs, tags, (), fresh=True)

    def _run(
        self,
        out: Path,
        doctrees: Path,
        builder: str,
        jobs: int,
        tags: tuple[str, ...],
        only: tuple[str, ...],
        *,
        fresh: bool = False,
    ) -> Build:
        status, warning = io.StringIO(), io.StringIO()
        app = Sphinx(
            self.source, self.source, out, doctrees, builder,
            status=status, warning=warning, freshenv=fresh, tags=list(tags), parallel=jobs, verbosity=1,
        )  # fmt: skip
        try:
            app.build(fresh, [self.source / name for name in only])
        finally:
            _clean_up_global_state()
        said = _COLOUR.sub("", status.getvalue())
        lines = (line for line in _COLOUR.sub("", warning.getvalue()).splitlines() if line.strip())
        return Build(
            tuple(sorted(line.replace(str(self.source), "") for line in lines)),
            frozenset(_WRITTEN.findall(said)),
            frozenset(_READ.findall(said)),
            said,
        )

    def out(self, builder: str) -> Path:
        """The output folder of *builder*."""
        return self.root / builder

    def names(self) -> list[str]:
        """The documents that exist."""
        files = (path for path in self.source.rglob("*") if path.suffix in (".rst", ".md"))
        return sorted(path.relative_to(self.source).with_suffix("").as_posix() for path in files)

    def seen(self, builder: str = "html", *, clean: bool = False) -> dict[str, object]:
        """The bodies of all pages, the register and the inventory; of LaTeX, the files that TeX reads."""
        out = self.root / "clean" / builder if clean else self.out(builder)
        seen: dict[str, object] = {}
        if builder == "latex":
            seen |= {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.tex")}
            assert seen
            return seen
        for name in self.names():
            path = out / (name + (".html" if builder == "html" else ".txt"))
            text = path.read_text(encoding="utf-8") if path.exists() else None
            if text is not None and builder == "html":
                found = _BODY.search(text)
                assert found
                text = found[1]
            seen[name] = text
        if builder == "html":
            seen["decisions.json"] = json.loads((out / "decisions.json").read_text(encoding="utf-8"))
            raw = (out / "objects.inv").read_bytes().split(b"\n", 4)[4]
            seen["objects.inv"] = zlib.decompress(raw).decode()
        return seen

    def assert_exact(self, builder: str = "html", *, tags: tuple[str, ...] = (), jobs: int = 1) -> Build:
        """Builds incrementally and cleanly, and asserts that nobody can tell the difference."""
        incremental = self.build(builder, tags=tags, jobs=jobs)
        clean = self.clean_build(builder, tags=tags)
        after, expected = self.seen(builder), self.seen(builder, clean=True)
        for name in expected:
            assert after[name] == expected[name], f"{name} is stale in {builder}"
        ours = [line for line in incremental.warnings if "[adr." in line]
        assert ours == [line for line in clean.warnings if "[adr." in line]
        return incremental
