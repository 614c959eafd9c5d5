"""What views show, as light values: they become HTML at once, or docutils nodes where another builder writes.

A :class:`Piece` is never changed and knows nothing of the page on which it will stand, so that one that occurs
a thousand times need be made only once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from docutils import nodes

Value = TypeVar("Value")

NONE: Mapping[str, Any] = MappingProxyType({})
"""No attributes."""


class Piece(NamedTuple):
    """An element: *tag* with *classes* and the attributes *html* in HTML, a node of *kind* everywhere else.

    Without a tag only the children are written. *data* are further attributes of the node.
    """

    kind: type[nodes.Element]
    tag: str
    classes: str
    html: Mapping[str, str]
    children: tuple[Content, ...]
    data: Mapping[str, Any] = NONE


class Place(NamedTuple):
    """Where a link within the documentation leads: what is there, its name, the document and the anchor in it."""

    role: str
    name: str
    docname: str
    anchor: str


class Link(NamedTuple):
    """A link around *content*; *to* is an address, of this documentation where it is *internal*."""

    to: Place | str
    content: Content
    title: str = ""
    internal: bool = False


class Later(Generic[Value]):
    """What *make* makes of each of *values*, when it is written and never before: rows of a table can be many."""

    def __init__(self, make: Callable[[Value], Piece], values: Sequence[Value]) -> None:
        self._make = make
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Piece]:
        return map(self._make, self._values)


class Reused:
    """What *make* makes of *given*, which stands in many places; *html* is room for what it became in the first."""

    __slots__ = ("_given", "_make", "html")

    def __init__(self, make: Callable[..., Content], *given: object) -> None:
        self._make = make
        self._given = given
        self.html: Any = None

    def made(self) -> Content:
        """The piece itself."""
        return self._make(*self._given)


Content: TypeAlias = "str | Piece | Link | Later[Any] | Reused | nodes.Node"
"""What a piece can hold: nodes of docutils are what the author wrote."""
