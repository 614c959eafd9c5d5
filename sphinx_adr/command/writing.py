"""Writing files of the documentation: beside first, then in place; never over another one, never outside."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .failure import Failure


def inside(path: Path, source: Path) -> Path:
    """*path* as it really is; raises :class:`Failure` where that is not in the folder *source*."""
    real = path.resolve()
    if not real.is_relative_to(source.resolve()):
        raise Failure(f"{path} is not in the documentation's folder {source}; nothing was written.")
    return real


def create(path: Path, content: bytes, source: Path) -> None:
    """Makes a file that does not exist yet; either all of it is there or nothing."""
    real = inside(path, source)
    if os.path.lexists(path):
        raise Failure(f"{path} exists already; nothing was written.")
    try:
        with _folder(real.parent), _beside(real, content) as written:
            _move_to_new(written, real)
    except FileExistsError:
        raise Failure(f"{path} exists already; nothing was written.") from None
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror or error}.") from error


def replace(path: Path, content: bytes, source: Path) -> None:
    """Puts *content* in the place of what a file holds; its mode stays."""
    real = inside(path, source)
    try:
        with _beside(real, content) as written:
            shutil.copymode(real, written)
            written.replace(real)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror or error}.") from error


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Makes the folder *path*; where what follows fails, the folders that were made go again."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):
            for folder in missing:
                folder.rmdir()
        raise


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file with *content* in the folder of *path*, all of it on the disk; it does not stay."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield written
    finally:
        written.unlink(missing_ok=True)


def _move_to_new(written: Path, path: Path) -> None:
    """Gives *written* the name *path*, unless something has it."""
    written.chmod(0o666 & ~_umask())
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: the name is taken first.
        path.open("xb").close()
        try:
            written.replace(path)
        except BaseException:
            path.unlink()
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
