"""``sphinx-build -b adr``: the register without any pages; and the register beside the pages of HTML."""

from __future__ import annotations

import os
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders import Builder
from sphinx.errors import ExtensionError
from sphinx.util import logging

from .domain import adr_domain
from .exports.addresses import BUILDERS, FILE_NAME

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


class RegisterBuilder(Builder):
    """Reads the documentation and writes ``decisions.json``, nothing else."""

    name = "adr"
    format = "adr"
    epilog = "The register of decisions is in %(outdir)s/decisions.json."
    allow_parallel = True

    def get_outdated_docs(self) -> str:
        """The register is always made: it is cheap."""
        return FILE_NAME

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """Where the HTML builder would put the page."""
        return f"{docname}.html"

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Pages are not written."""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Nothing to prepare."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Pages are not written."""

    def finish(self) -> None:
        """Writes the register, and tells what became of the documents that are read as they stand."""
        from .exports.overview import overview

        write_register(self)
        for line in overview(
            [reading for _docname, reading in sorted(adr_domain(self.env).documents.items())]
        ):
            logger.info(line)


def register_of(builder: Builder) -> dict[str, Any]:
    """The register of what *builder* read."""
    from .exports.register import register

    domain = adr_domain(builder.env)
    return register(
        domain.answers,
        domain.all_findings(),
        project=builder.config.project,
        version=builder.config.version,
        documents=[reading for _docname, reading in sorted(domain.documents.items())],
        srcdir=Path(os.fspath(builder.srcdir)),
        uri=lambda docname, anchor: f"{builder.get_target_uri(docname)}#{anchor}",
    )


@contextmanager
def _told() -> Iterator[None]:
    """A file that cannot be written ends the build with one sentence, as a page does that cannot be written."""
    try:
        yield
    except OSError as error:
        raise ExtensionError(error.strerror or str(error)) from error


def write_register(builder: Builder) -> None:
    """Writes ``decisions.json`` to the output folder."""
    from .exports.register import dump, write

    with _told():
        write(Path(os.fspath(builder.outdir)) / FILE_NAME, dump(register_of(builder)))


def write_beside_pages(app: Sphinx) -> None:
    """Writes the register, and the files that matrices and graphs ask for, beside the pages of an HTML build."""
    if app.builder.name in BUILDERS:
        from .exports.beside import write_files
        from .views import GraphQuestion, MatrixQuestion, PastQuestion
        from .views.past import Past

        write_register(app.builder)
        domain = adr_domain(app.env)
        asked = [question for questions in domain.questions.values() for question in questions]
        wanted = (MatrixQuestion, GraphQuestion, PastQuestion)
        answers = [domain.answers.to(question) for question in asked if isinstance(question, wanted)]
        shown = [answer.shown if isinstance(answer, Past) else answer for answer in answers]
        with _told():
            write_files(Path(os.fspath(app.outdir)), shown)
