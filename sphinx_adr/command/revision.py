"""The documentation as it was at another revision of its repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .failure import Failure, NotUsed
from .places import find_source
from .reading import Documentation, read_documentation


class Repository:
    """The git repository that a documentation lies in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.root = Path(self._git("rev-parse", "--show-toplevel").decode().strip()).resolve()

    def commit(self, revision: str) -> str:
        """The full name of the commit that *revision* means."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return self._git(*asked).decode().strip()
        except Failure:
            raise Failure(
                f"git knows no revision {revision!r}; a shallow clone may have to fetch it."
            ) from None

    def fork(self, commit: str) -> str:
        """Where the history of *commit* and the current one part; *commit* itself where they share none."""
        try:
            return self._git("merge-base", "HEAD", commit).decode().strip()
        except Failure:
            return commit

    @contextmanager
    def tree(self, commit: str) -> Iterator[Path]:
        """A folder with all files of *commit*, for as long as it is needed."""
        with tempfile.TemporaryDirectory(prefix="sphinx-adr-") as name:
            packed = self._git("archive", "--format=tar", f"{commit}^{{tree}}", at=self.root)
            try:
                # An archive without files is nothing but zeros.
                if packed.strip(b"\0"):
                    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as archive:
                        archive.extractall(name, filter="data")
            except (tarfile.TarError, OSError) as error:
                raise Failure(f"the files of {commit[:12]} cannot be laid out: {error}.") from error
            yield Path(name).resolve()

    def _git(self, *arguments: str, at: Path | None = None) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603
                ["git", *arguments],  # noqa: S607
                cwd=at or self._folder,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise Failure(f"git cannot be run: {error}.") from error
        if done.returncode != 0:
            said = " ".join(done.stderr.decode(errors="replace").split())
            raise Failure(f"git {arguments[0]} failed: {said or 'it gave no reason'}")
        return done.stdout


@contextmanager
def documentation_at(
    repository: Repository, commit: str, arguments: Namespace
) -> Iterator[Documentation | None]:
    """The documentation at *commit*; none where it was not there yet."""
    source, settings = find_source(arguments.source, arguments.confdir)
    if not source.is_relative_to(repository.root):
        raise Failure(f"{source} is not in the repository {repository.root}.")
    with repository.tree(commit) as tree, tempfile.TemporaryDirectory(prefix="sphinx-adr-") as cache:
        there = tree / source.relative_to(repository.root)
        if settings.is_relative_to(repository.root):
            settings = tree / settings.relative_to(repository.root)
        if not there.is_dir() or not (settings / "conf.py").is_file():
            yield None
            return
        named = {"source": str(there), "confdir": str(settings), "cache": cache, "quiet": True}
        try:
            read = read_documentation(Namespace(**(vars(arguments) | named)))
        except NotUsed:
            yield None
            return
        except Failure as failure:
            raise Failure(f"at {commit[:12]}, {failure}") from failure
        yield read
