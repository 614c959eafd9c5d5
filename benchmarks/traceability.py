"""What traceability costs: 1,000 decisions, 2,000 requirements and 5,000 traces, here and as needs.

``python benchmarks/traceability.py`` builds the same facts twice, as HTML and in fresh folders: with a matrix
and an index of ours, and with sphinx-needs alone and one ``needtable``; a third build without any of it tells
what Sphinx itself needs. It prints seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

DECISIONS, REQUIREMENTS, TRACES, PAGES = 1000, 2000, 5000, 100

CONF = 'project = "Cost"\nhtml_theme = "basic"\nextensions = {extensions!r}\n{more}\n'
NEEDS = """
needs_id_regex = "^[A-Z0-9-]{5,}$"
needs_types = [
    {"directive": "req", "title": "Requirement", "prefix": "REQ-", "color": "#BFD8D2", "style": "node"},
    {"directive": "dec", "title": "Decision", "prefix": "ADR-", "color": "#BFD8D2", "style": "node"},
]
"""
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


def ours() -> dict[str, str]:
    """The facts as decisions, and the requirements in a file."""
    more = 'adr_requirements = [{"source": "file", "path": "reqs.csv"}]'
    rows = "".join(f"REQ-{number:05},Requirement {number}\n" for number in range(REQUIREMENTS))
    return {
        "conf.py": CONF.format(extensions=["sphinx_adr"], more=more),
        "index.rst": INDEX + ".. adr-matrix::\n\n.. adr-index::\n",
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
    """How long a build of *files* takes."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        source.mkdir()
        for name, text in files.items():
            (source / name).write_text(text, encoding="utf-8")
        started = time.perf_counter()
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(Path(folder) / "out")]
        subprocess.run(command, check=True)
        return time.perf_counter() - started


def main() -> None:
    """Builds all three, one after the other."""
    plain = seconds(nothing())
    with_us = seconds(ours())
    print(f"pages alone      {plain:7.1f} s")
    print(f"with sphinx_adr  {with_us:7.1f} s")
    with_needs = seconds(needs())
    print(f"with sphinx-needs{with_needs:7.1f} s")
    print(f"ours costs {(with_us - plain) / (with_needs - plain):.0%} of what sphinx-needs costs")


if __name__ == "__main__":
    main()
