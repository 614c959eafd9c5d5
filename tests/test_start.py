"""What a build loads: setting up and a build in which nothing changed need little of us. No test asserts a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

HEAVY = (
    "log.decision", "log.ledger", "log.rules", "log.dates", "log.languages", "log.section_names", "reading.anatomy",
    "reading.existing", "reading.metadata", "reading.phrases", "reading.record", "rendering.layout",
    "rendering.drawing", "rendering.tikz", "exports.register", "views.answers", "views.graph", "views.index",
    "requirements", "needs", "recording", "deriving", "filling", "command",
)  # fmt: skip
"""What is for documents that have something of ours, or for builds in which something changed."""

MOST = 45
"""How many of our modules setting up may load."""

_RUN = """
import sys
from pathlib import Path
from sphinx.application import Sphinx
source, out, build = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] == ["build"]
app = Sphinx(source, source, out, out / "doctrees", "html", status=None, warning=sys.stderr)
if build:
    app.build()
print(*sorted(name for name in sys.modules if name.partition(".")[0] == "sphinx_adr"))
"""

CONF = "extensions = ['sphinx_adr']\nhtml_theme = 'basic'\n"
LOG = """
Log
===

.. adr:: ADR-0001: Keep readings
   :status: accepted
   :date: 2025-03-01
   :requirements: REQ-001

   See :adr:`ADR-0002` and :any:`ADR-0002`.

.. adr:: ADR-0002: Keep them in a column store
   :status: accepted
   :supersedes: ADR-0001

   Text.

.. adr-requirement:: REQ-001: Readings are kept

.. adr-index::
   :toctree:

.. adr-index::
   :as-of: 2025-06-01

.. adr-matrix::

.. adr-graph::
   :style: layers
"""


def loaded(source: Path, *wanted: str) -> set[str]:
    """The names of our modules, without that of the package, that a process of its own loads."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(source), str(source.parent / "out"), *wanted],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=source, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert "sphinx_adr.extension" in names
    return {name.removeprefix("sphinx_adr.") for name in names} - {"sphinx_adr"}


def heavy(names: set[str]) -> list[str]:
    """Those of *names* that are heavy."""
    return sorted(one for one in names if any(one == part or one.startswith(f"{part}.") for part in HEAVY))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.rst").write_text("Page\n====\n\nText.\n", encoding="utf-8")
    return folder


def test_all_that_is_heavy_is_there() -> None:
    package = ROOT / "sphinx_adr"
    for name in HEAVY:
        path = package.joinpath(*name.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), name


def test_setting_up_loads_little(source: Path) -> None:
    names = loaded(source)
    assert heavy(names) == []
    assert len(names) <= MOST


def test_a_document_without_anything_of_ours_is_neither_read_nor_filled_in_by_us(source: Path) -> None:
    names = loaded(source, "build")
    assert not names & {"recording", "filling", "reading.structure", "rendering.card", "rendering.layout"}


def test_a_document_with_a_decision_loads_what_reads_and_draws_it(source: Path) -> None:
    (source / "index.rst").write_text(LOG, encoding="utf-8")
    assert {"recording", "filling", "deriving", "reading.anatomy", "rendering.layout"} <= loaded(
        source, "build"
    )


def test_a_build_in_which_nothing_changed_loads_no_more_than_setting_up(source: Path) -> None:
    (source / "index.rst").write_text(LOG, encoding="utf-8")
    loaded(source, "build")
    again = loaded(source, "build")
    assert heavy(again) == []
    assert again == loaded(source)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_reads_is_loaded_once_before_processes_share_the_reading(source: Path, jobs: int) -> None:
    """A process that is forked has what its parent had; what it loads itself, each one loads again."""
    for number in range(8):
        (source / f"plain{number}.rst").write_text(f":orphan:\n\nPlain {number}\n=======\n", encoding="utf-8")
    told = (
        "def setup(app):\n    import sys\n"
        "    tell = lambda *_: print('sphinx_adr.recording' in sys.modules, 'sphinx_adr.reading.structure' in sys.modules)\n"
        "    app.connect('env-before-read-docs', tell, priority=999)\n"
    )
    (source / "conf.py").write_text(CONF + told, encoding="utf-8")
    out = source.parent / "out"
    command = [sys.executable, "-m", "sphinx", "-q", "-j", str(jobs), os.fspath(source), os.fspath(out)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.split() == [str(jobs > 1)] * 2


def test_the_inventory_of_a_build_in_which_nothing_changed_is_the_same(source: Path) -> None:
    (source / "index.rst").write_text(LOG, encoding="utf-8")
    loaded(source, "build")
    inventory, search = (source.parent / "out" / name for name in ("objects.inv", "searchindex.js"))
    before = inventory.read_bytes(), search.read_bytes()
    inventory.unlink()
    loaded(source, "build")
    assert (inventory.read_bytes(), search.read_bytes()) == before
