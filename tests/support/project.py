"""A documentation in a folder, which is written, edited, built, and compared with a clean build."""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
import time
import zlib
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.testing.util import _clean_up_global_state

from .built import Built
from .pages import body_of

ROOT = Path(__file__).parents[2]


class Project:
    """A documentation in a folder of its own; its outputs are beside that, and builders share one doctree folder."""

    def __init__(self, source: Path, extensions: Sequence[str] = ("sphinx_adr",), conf: str = "") -> None:
        self.source = source
        self.settings: dict[str, object] = {}
        self.extensions = [*extensions]
        self.conf = conf
        self._clock = time.time_ns()
        source.mkdir(parents=True, exist_ok=True)

    @property
    def root(self) -> Path:
        """The folder in which everything of this documentation is."""
        return self.source.parent

    def out(self, builder: str = "html", *, clean: bool = False) -> Path:
        """The output folder of *builder*; that of :meth:`clean_build` if *clean*."""
        return self.root / ("clean" if clean else "out") / builder

    # -- sources ----------------------------------------------------------------------------------------------

    def write(self, files: Mapping[str, str]) -> Project:
        """Writes pages and other files, each with a time that is newer than all before."""
        for name, text in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            self._clock = max(self._clock + 2_000_000, time.time_ns())
            os.utime(path, ns=(self._clock, self._clock))
        return self

    def replace(self, name: str, old: str, new: str) -> None:
        """Edits a file."""
        text = (self.source / name).read_text(encoding="utf-8")
        assert old in text
        self.write({name: text.replace(old, new)})

    def remove(self, name: str) -> None:
        """Deletes a file."""
        (self.source / name).unlink()

    def names(self) -> list[str]:
        """The documents that exist."""
        files = (path for path in self.source.rglob("*") if path.suffix in (".rst", ".md"))
        return sorted(path.relative_to(self.source).with_suffix("").as_posix() for path in files)

    def configure(self, **settings: object) -> Project:
        """Sets values in ``conf.py``; what :attr:`conf` holds comes after them."""
        self.settings |= settings
        return self

    def write_conf(self) -> None:
        """Writes ``conf.py``, as each build does; with MyST where a page needs it, or it is among the extensions."""
        extensions = [*self.extensions]
        settings: dict[str, object] = {
            "project": "Meter",
            "version": "1.0",
            "copyright": "2025, Meter",
            "html_theme": "basic",
            "exclude_patterns": ["_build", "shared"],
            "extensions": extensions,
        }
        if "myst_parser" not in extensions and any(self.source.rglob("*.md")):
            extensions.append("myst_parser")
        if "myst_parser" in extensions:
            settings["myst_enable_extensions"] = ["colon_fence", "deflist"]
            settings["source_suffix"] = {".rst": "restructuredtext", ".md": "markdown"}
        lines = [f"{name} = {value!r}" for name, value in (settings | self.settings).items()]
        text = "\n".join([*lines, self.conf, ""])
        path = self.source / "conf.py"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

    # -- builds -----------------------------------------------------------------------------------------------

    def build(
        self,
        builder: str = "html",
        *,
        nitpicky: bool = True,
        strict: bool = False,
        tags: Sequence[str] = (),
        jobs: int = 1,
        only: Sequence[str] = (),
        doctrees: str = "doctrees",
    ) -> Built:
        """Builds in this process, the files in *only* if there are any; *strict* asserts that nothing was warned of."""
        built = self._build(self.out(builder), self.root / doctrees, builder, nitpicky, tags, jobs, only)
        if strict:
            assert not built.messages, built.messages
            assert built.status == 0
        return built

    def clean_build(
        self, builder: str = "html", *, nitpicky: bool = True, tags: Sequence[str] = (), jobs: int = 1
    ) -> Built:
        """A clean build of the same sources beside the incremental one."""
        doctrees = self.root / "clean" / "doctrees"
        return self._build(self.out(builder, clean=True), doctrees, builder, nitpicky, tags, jobs, fresh=True)

    def _build(
        self,
        out: Path,
        doctrees: Path,
        builder: str,
        nitpicky: bool,
        tags: Sequence[str],
        jobs: int,
        only: Sequence[str] = (),
        *,
        fresh: bool = False,
    ) -> Built:
        self.write_conf()
        # A page that is older than its source would count as changed.
        time.sleep(max(0, self._clock - time.time_ns()) / 1e9)
        told, errors, saved = StringIO(), StringIO(), sys.path[:]
        try:
            app = Sphinx(
                self.source,
                self.source,
                out,
                doctrees,
                builder,
                {"nitpicky": True} if nitpicky else {},
                status=told,
                warning=errors,
                freshenv=fresh,
                warningiserror=True,
                tags=[*tags],
                verbosity=1,
                parallel=jobs,
            )
            app.build(fresh, [self.source / name for name in only])
        finally:
            sys.path[:] = saved
            _clean_up_global_state()
            # Python keeps catalogues by their paths, whatever becomes of the files.
            gettext._translations.clear()  # type: ignore[attr-defined]
        return Built.of(out, app.statuscode, errors.getvalue(), self.source, told=told.getvalue(), app=app)

    def command(self, builder: str = "html", *arguments: str) -> list[str]:
        """``sphinx-build`` for the same folders, with these arguments."""
        places = ["-d", str(self.root / "doctrees"), str(self.source), str(self.out(builder))]
        return [sys.executable, "-m", "sphinx", "-b", builder, *places, *arguments]

    def run(self, *arguments: str, builder: str = "html", env: Mapping[str, str] | None = None) -> Built:
        """Builds by ``sphinx-build`` in a process of its own."""
        self.write_conf()
        paths = os.pathsep.join([str(ROOT), *((env or {}).get("PYTHONPATH", ""),)]).rstrip(os.pathsep)
        done = subprocess.run(
            self.command(builder, "-q", *arguments),
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **(env or {}), "PYTHONPATH": paths},
        )
        return Built.of(self.out(builder), done.returncode, done.stderr, self.source)

    # -- comparing --------------------------------------------------------------------------------------------

    def seen(self, builder: str = "html", *, clean: bool = False) -> dict[str, object]:
        """The bodies of all pages, the register and the inventory; of LaTeX, the files that TeX reads."""
        out = self.out(builder, clean=clean)
        seen: dict[str, object] = {}
        if builder == "latex":
            seen |= {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.tex")}
            assert seen
            return seen
        for name in self.names():
            path = out / (name + (".html" if builder == "html" else ".txt"))
            text = path.read_text(encoding="utf-8") if path.exists() else None
            seen[name] = body_of(text) if text is not None and builder == "html" else text
        if builder == "html":
            seen["decisions.json"] = json.loads((out / "decisions.json").read_text(encoding="utf-8"))
            raw = (out / "objects.inv").read_bytes().split(b"\n", 4)[4]
            seen["objects.inv"] = zlib.decompress(raw).decode()
        return seen

    def assert_exact(self, builder: str = "html", *, tags: Sequence[str] = (), jobs: int = 1) -> Built:
        """Builds incrementally and cleanly, and asserts that nobody can tell the difference."""
        incremental = self.build(builder, tags=tags, jobs=jobs)
        clean = self.clean_build(builder, tags=tags)
        after, expected = self.seen(builder), self.seen(builder, clean=True)
        for name in expected:
            assert after[name] == expected[name], f"{name} is stale in {builder}"
        ours = [line for line in incremental.lines if "[adr." in line]
        assert ours == [line for line in clean.lines if "[adr." in line]
        return incremental
