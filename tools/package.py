"""Tries the distribution as a stranger would: ``python -m tools.package FOLDER``.

It builds the sdist, and the wheel from that; checks what they say of themselves and what is in them; installs the
wheel into a bare environment and builds a log there; builds this documentation with the wheel, warnings being
errors; and runs tests of the unpacked sdist against the installed wheel. Everything happens below *FOLDER*, which is
emptied first. It ends with the first step that fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LARGEST_WHEEL = 600_000
"""Bytes: what a wheel of ours may have without anybody asking why."""
WANTED = (
    "py.typed",
    "static/sphinx-adr.css",
    "templates/adr_nav.html",
    "exports/decisions.schema.json",
    *(f"locale/{language}/LC_MESSAGES/sphinx_adr.mo" for language in ("de", "es", "fr", "ja")),
)
IN_SDIST = (
    "tests/conftest.py",
    "docs/conf.py",
    "benchmarks",
    "tools",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
)
TESTS = ("tests/log", "tests/views", "tests/test_register.py")
"""Tests that take a minute and touch every part, and need no more than the package as it is installed."""
PAGE = """\
Log
===

.. adr:: ADR-0001: SQLite
   :status: accepted

.. adr:: ADR-0002: PostgreSQL
   :status: accepted
   :supersedes: ADR-0001

.. adr-index::
.. adr-graph::
.. adr-matrix::
"""


def run(*command: object, cwd: Path = ROOT) -> None:
    """Runs *command*, and ends where it fails."""
    said = [str(part) for part in command]
    print("+", *said, flush=True)
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    subprocess.run(said, cwd=cwd, env=clean, check=True)


def demand(fact: object, message: str) -> None:
    """Ends with *message* where *fact* does not hold."""
    if not fact:
        sys.exit(f"tools.package: {message}")


def environment(folder: Path, *requirements: object) -> Path:
    """The interpreter of a fresh environment in *folder* with *requirements*."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", *requirements, cwd=folder)
    return python


def check_contents(wheel: Path, sdist: Path) -> None:
    """What must be in the archives is there, and nothing else is in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    strangers = {
        name.partition("/")[0] for name in names if not name.partition("/")[0].endswith(".dist-info")
    }
    demand(strangers == {"sphinx_adr"}, f"the wheel holds {sorted(strangers)}")
    for name in WANTED:
        demand(f"sphinx_adr/{name}" in names, f"the wheel lacks {name}")
    demand(any(name.endswith("licenses/LICENSE") for name in names), "the wheel lacks its license")
    size = wheel.stat().st_size
    demand(size <= LARGEST_WHEEL, f"the wheel has {size} bytes")
    with tarfile.open(sdist) as sources:
        inside = {name.partition("/")[2] for name in sources.getnames()}
    for name in IN_SDIST:
        demand(any(one == name or one.startswith(f"{name}/") for one in inside), f"the sdist lacks {name}")
    demand(not [one for one in inside if "_build/" in one or "__pycache__" in one], "the sdist holds results")
    print(f"{wheel.name}: {size:,} bytes, {len(names)} files; {sdist.name}: {sdist.stat().st_size:,} bytes")


def try_bare(python: Path, folder: Path) -> None:
    """Builds a log where nothing but the wheel and what it requires is installed."""
    folder.mkdir()
    (folder / "conf.py").write_text('extensions = ["sphinx_adr"]\n', encoding="utf-8")
    (folder / "index.rst").write_text(PAGE, encoding="utf-8")
    run(python, "-m", "sphinx", "-q", "-W", "-n", "-b", "html", ".", "out", cwd=folder)
    page = (folder / "out" / "index.html").read_text(encoding="utf-8")
    demand("This decision no longer applies." in page, "the page has no banner")
    demand((folder / "out" / "decisions.json").is_file(), "there is no register")
    demand(list((folder / "out").rglob("sphinx-adr*.css")), "there is no stylesheet")
    run(python.with_name("sphinx-adr"), "check", ".", cwd=folder)


def main(arguments: list[str]) -> None:
    """All steps, in the folder that *arguments* name."""
    folder = Path(arguments[0]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT)
    (wheel,) = (folder / "dist").glob("*.whl")
    (sdist,) = (folder / "dist").glob("*.tar.gz")
    run(sys.executable, "-m", "twine", "check", "--strict", wheel, sdist)
    check_contents(wheel, sdist)

    try_bare(environment(folder / "bare", wheel), folder / "log")

    with tarfile.open(sdist) as sources:
        sources.extractall(folder, filter="data")
    unpacked = folder / sdist.name.removesuffix(".tar.gz")
    # Without it, nothing but the installed wheel can be imported.
    shutil.rmtree(unpacked / "sphinx_adr")
    python = environment(folder / "full", f"{wheel}[docs,myst,test]")
    run(python, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", "html", "docs", "html", cwd=unpacked)
    run(python, "-m", "pytest", "-q", "-n", "2", *TESTS, cwd=unpacked)


if __name__ == "__main__":
    main(sys.argv[1:])
