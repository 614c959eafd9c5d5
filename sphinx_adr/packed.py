"""Values that stay packed in the environment until somebody asks for them."""

from __future__ import annotations

import pickle
import zlib
from typing import Any


class Packed:
    """A value that is pickled by itself: whoever loads what it stands in neither unpickles it nor its classes.

    Sphinx loads the whole environment in each build, and most builds need nothing of ours that is in it. It is
    compressed as quickly as can be: records say many things that others say too.
    """

    __slots__ = ("_bytes", "_value")

    def __init__(self, value: object) -> None:
        self._value = value
        self._bytes: bytes | None = None

    @property
    def value(self) -> Any:
        """The value itself, which may be changed in place."""
        if self._bytes is not None:
            # These bytes come with the environment, which Sphinx unpickled a moment ago.
            self._value, self._bytes = pickle.loads(zlib.decompress(self._bytes)), None  # noqa: S301
        return self._value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.value!r})"

    def __getstate__(self) -> bytes:
        if self._bytes is not None:
            return self._bytes
        return zlib.compress(pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL), zlib.Z_BEST_SPEED)

    def __setstate__(self, state: bytes) -> None:
        self._value, self._bytes = None, state
