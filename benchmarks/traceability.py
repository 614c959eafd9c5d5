"""What traceability costs: 1,000 decisions, 2,000 requirements and 5,000 traces, here and as needs.

Builds the same facts as HTML, each time in fresh folders: with a matrix of ours, with that and an index, and with
sphinx-needs alone and one ``needtable``, which is what the matrix is. A build without any of it tells what Sphinx
itself needs.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from .corpus import NEEDS
from .processes import run

DECISIONS, REQUIREMENTS, TRACES, PAGES = 1000, 2000, 5000, 100

CONF = 'project = "Cost"\nhtml_theme = "basic"\nextensions = {extensions!r}\n{more}\n'
MATRIX = ".. adr-matrix::\n"
MATRIX_AND_INDEX = f"{MATRIX}\n.. adr-index::\n"
INDEX = "Cost\n====\n\n.. toctree::\n   :glob:\n\n   page*\n\n"


def traced(number: int) -> str:
    """The requirements of a decision."""
    each = TRACES // DECISIONS
    return ", ".join(f"REQ-{(number * 7 + step * 401) % REQUIREMENTS:05}" for step in range(each))


def decisions(directive: str, links: str) -> dict[str, str]:
    """The pages with the decisions."""
    pages = {}
    for page in range(PAGES):
        blocks = [f"Page {page}\n========"]
        for number in range(page, DECISIONS, PAGES):
            head = f"ADR-{number:05}: Title" if directive == "adr" else f"Title\n   :id: ADR-{number:05}"
            options = f"   :status: accepted\n   :{links}: {traced(number)}"
            blocks.append(f".. {directive}:: {head}\n{options}\n\n   Text.")
        pages[f"page{page}.rst"] = "\n\n".join(blocks) + "\n"
    return pages


def ours(views: str = MATRIX) -> dict[str, str]:
    """The facts as decisions, and the requirements in a file; *views* show them."""
    more = 'adr_requirements = [{"source": "file", "path": "reqs.csv"}]'
    rows = "".join(f"REQ-{number:05},Requirement {number}\n" for number in range(REQUIREMENTS))
    return {
        "conf.py": CONF.format(extensions=["sphinx_adr"], more=more),
        "index.rst": INDEX + views,
        "reqs.csv": "id,title\n" + rows,
        **decisions("adr", "requirements"),
    }


def needs() -> dict[str, str]:
    """The same facts as needs."""
    pages = decisions("dec", "links")
    for page in range(PAGES):
        for number in range(page, REQUIREMENTS, PAGES):
            pages[f"page{page}.rst"] += f"\n.. req:: Requirement {number}\n   :id: REQ-{number:05}\n"
    table = ".. needtable::\n   :filter: type == 'req'\n   :columns: id; title; links_back\n"
    return {
        "conf.py": CONF.format(extensions=["sphinx_needs"], more=NEEDS),
        "index.rst": INDEX + table,
        **pages,
    }


def nothing() -> dict[str, str]:
    """Pages as many and as long, without decisions."""
    pages = {}
    for page in range(PAGES):
        text = "\n\n".join(f"Title {number}\n{'-' * 12}\n\nText." for number in range(page, DECISIONS, PAGES))
        pages[f"page{page}.rst"] = f"Page {page}\n========\n\n{text}\n"
    return {"conf.py": CONF.format(extensions=[], more=""), "index.rst": INDEX, **pages}


def seconds(files: Mapping[str, str]) -> float:
    """The processor time that a build of *files* takes, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        source.mkdir()
        for name, text in files.items():
            (source / name).write_text(text, encoding="utf-8")
        return run(["-m", "sphinx", "-q", "-b", "html", str(source), str(Path(folder) / "out")]).cpu


def measure(*, rounds: int = 5) -> dict[str, float]:
    """Seconds of each build, and our costs as shares of sphinx-needs'; medians of *rounds* that take turns.

    ``share`` is that of the matrix, ``share_with_index`` that of the matrix and the index. Each is computed within a
    round, from builds that ran one after the other: a machine is faster at one time than at another.
    """
    projects = {"plain": nothing(), "ours": ours(), "ours_with_index": ours(MATRIX_AND_INDEX)}
    if find_spec("sphinx_needs"):
        projects["needs"] = needs()
    seconds(ours())  # Nobody counts it: files of the package are compiled and in memory afterwards.
    times = [{name: seconds(files) for name, files in projects.items()} for _round in range(rounds)]
    found = {name: round(statistics.median(each[name] for each in times), 2) for name in projects}
    shares = {}
    if "needs" in projects:
        for name, share in (("ours", "share"), ("ours_with_index", "share_with_index")):
            of_rounds = [(each[name] - each["plain"]) / (each["needs"] - each["plain"]) for each in times]
            shares[share] = round(statistics.median(of_rounds), 3)
    return {"rounds": rounds, **found, **shares}
