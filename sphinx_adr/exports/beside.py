"""Files beside the pages: where they are, and that none is left behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..views.graph import LANGUAGES, Graph
from ..views.matrix import Matrix
from .addresses import FOLDER
from .diagram import SOURCES
from .register import write
from .sheet import sheet

_ENDINGS = (".csv", *LANGUAGES.values())


def write_files(outdir: Path, answers: Iterable[object]) -> None:
    """Writes the files that matrices and graphs ask for, and removes those that none asks for any more."""
    folder = outdir / FOLDER
    wanted = {folder / name: text for answer in answers for name, text in _files(answer)}
    for path, text in wanted.items():
        write(path, text)
    for path in (*sorted(folder.rglob("*"), reverse=True), folder):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.suffix in _ENDINGS and path not in wanted:
            path.unlink()


def _files(answer: object) -> Iterator[tuple[str, str]]:
    if isinstance(answer, Matrix) and answer.csv:
        yield answer.csv, sheet(answer)
    elif isinstance(answer, Graph):
        for language, name in answer.downloads:
            yield name, SOURCES[language](answer)
