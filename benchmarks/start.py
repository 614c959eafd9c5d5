"""What importing the extension and calling its ``setup()`` costs each build, beyond Sphinx itself."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Mapping

from .processes import surroundings

_PROGRAM = """
import sys, tempfile, time
from pathlib import Path
from sphinx.application import Sphinx
import sphinx.builders.html, sphinx.environment.adapters.toctree
with tempfile.TemporaryDirectory() as folder:
    place = Path(folder)
    app = Sphinx(place, None, place / "out", place / "doctrees", "html", status=None, warning=None)
    started = time.process_time()
    app.setup_extension(sys.argv[1])
    print(time.process_time() - started)
"""


def measure(extension: str = "sphinx_adr", *, rounds: int = 9) -> Mapping[str, float]:
    """Milliseconds of processor time, in a process of its own: the median and the least of *rounds*.

    Sphinx is loaded before; what the extension imports of the standard library counts. A first process, which
    compiles what it loads, does not.
    """
    command = [sys.executable, "-c", _PROGRAM, extension]
    found = [
        subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=True).stdout
        for _round in range(rounds + 1)
    ]
    times = [float(each) * 1000 for each in found[1:]]
    return {"median": round(statistics.median(times), 2), "least": round(min(times), 2), "rounds": rounds}
