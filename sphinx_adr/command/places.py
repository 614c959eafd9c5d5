"""Where things lie: the documentation's folder, the cache, and paths as users read them."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from .. import __version__
from .failure import Failure

LIKELY = (".", "docs", "docs/source", "doc", "doc/source", "source")
"""Where a documentation is looked for when none is named."""

_DOCSTRING = ":docstring of "


def find_source(named: str | None, confdir: str | None) -> tuple[Path, Path]:
    """The folder of the documentation and that of its ``conf.py``."""
    if named is None and confdir is None:
        found = next((Path(name) for name in LIKELY if (Path(name) / "conf.py").is_file()), None)
        if found is None:
            elsewhere = ", ".join(LIKELY[1:])
            raise Failure(
                f"there is no conf.py in {Path.cwd()} nor in {elsewhere}; name the documentation's folder."
            )
        return found.resolve(), found.resolve()
    source = Path(named or confdir or ".")
    settings = Path(confdir or source)
    if not source.is_dir():
        raise Failure(f"{source} is no folder; name the folder of the documentation, the one with conf.py.")
    if not (settings / "conf.py").is_file():
        raise Failure(
            f"there is no conf.py in {settings}; name the documentation's folder, or that of conf.py with -c."
        )
    return source.resolve(), settings.resolve()


def cache_folder(named: str | None, source: Path, settings: Path) -> Path:
    """Where what was read is kept for the next run, apart for each project, Python and version."""
    if named is not None:
        return Path(named).resolve()
    told = "\0".join((str(source), str(settings), sys.prefix, sys.version, __version__)).encode(
        "utf-8", "surrogateescape"
    )
    folder = _cache_of_user() / "sphinx-adr" / hashlib.sha256(told).hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _passing_folder()
    return folder if os.access(folder, os.W_OK) else _passing_folder()


def _passing_folder() -> Path:
    """A folder for this run alone."""
    name = tempfile.mkdtemp(prefix="sphinx-adr-")
    atexit.register(shutil.rmtree, name, ignore_errors=True)
    return Path(name)


def _cache_of_user() -> Path:
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given)
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def file_of(source: str) -> tuple[str, bool]:
    """The file of a place, and whether its lines are those of the file and not of a docstring in it."""
    name, docstring, _ = source.partition(_DOCSTRING)
    return name, not docstring


def shown_path(path: str) -> str:
    """*path* from the current folder where it lies below it, else as it is; with ``/`` on every system."""
    if not path or not os.path.isabs(path):
        return path
    here = Path.cwd()
    return Path(path).relative_to(here).as_posix() if Path(path).is_relative_to(here) else path


def path_in_repository(path: str) -> str:
    """*path* from the root of the checkout, where GitHub Actions name it; else from the current folder."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace and os.path.isabs(path) and Path(path).is_relative_to(Path(workspace).resolve()):
        return Path(path).relative_to(Path(workspace).resolve()).as_posix()
    return shown_path(path)
