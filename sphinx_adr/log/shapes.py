"""Whether records that were stored are of the same make as those of today."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType


def shape(modules: Iterable[ModuleType]) -> int:
    """A number for all records that *modules* define: another one where a field comes, goes or changes its type.

    CRC-32 of their names and fields. It needs no memory of what was before, so nobody can forget to count up.
    """
    lines = []
    for module in modules:
        for name, found in sorted(vars(module).items()):
            if isinstance(found, type) and is_dataclass(found) and found.__module__ == module.__name__:
                made_of = ", ".join(f"{field.name}: {field.type}" for field in fields(found))
                lines.append(f"{module.__name__}.{name}({made_of})")
    return crc32("\n".join(lines).encode())
