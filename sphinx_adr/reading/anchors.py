"""The anchors of a document: which are free, and those that the parts of decisions get."""

from __future__ import annotations

from docutils import nodes

from .headings import piece, sections, without_implicit_ids


class Anchors:
    """The anchors of *document*."""

    def __init__(self, document: nodes.document) -> None:
        self._document = document
        self._taken: dict[str, int] = {}
        """For each anchor that was asked for, the number from which on another one can be free."""

    def unused(self, anchor: str) -> str:
        """*anchor*, or one that is free; a heading that only happens to sound like it gives way."""
        holder = self._document.ids.get(anchor)
        if isinstance(holder, nodes.section) and "adr-part" not in holder and anchor in holder["ids"]:
            names = [name for name in holder["names"] if self._document.nameids.get(name) == anchor]
            if names and not any(self._document.nametypes.get(name) for name in names):
                other = self._next(anchor)
                holder["ids"] = [other if old == anchor else old for old in holder["ids"]]
                self._document.ids[other] = self._document.ids.pop(anchor)
                self._document.nameids.update(dict.fromkeys(names, other))
        return self._next(anchor)

    def _next(self, anchor: str) -> str:
        number, free = self._taken.get(anchor, 2), anchor
        while free in self._document.ids:
            free, number = f"{anchor}-{number}", number + 1
        self._taken[anchor] = max(number - 1, 2)
        return free

    def note(self, node: nodes.Element, anchor: str, name: str) -> None:
        """Takes note that *anchor* leads to *node*, which can also be referred to by *name*, if it has one."""
        self._document.ids.setdefault(anchor, node)
        if name:
            normal = nodes.fully_normalize_name(name)
            self._document.ids[anchor]["names"].append(normal)
            self._document.nametypes[normal] = True
            self._document.nameids[normal] = anchor

    def name_parts(self, element: nodes.Element, anchor: str, *, adopted: bool) -> None:
        """Gives every heading inside *element* its stable anchor, as the attribute ``adr-part``.

        In an *adopted* section the anchors that it had stay in front: they may be known to the world.
        Elsewhere the ones that docutils made from the words are dropped: they depend on what else is there.
        """
        for section in sections(element):
            title = section[0] if section.children and isinstance(section[0], nodes.title) else nodes.title()
            part = self.unused(f"{anchor}-{piece(title.astext())}")
            section["adr-part"] = part
            self._document.ids[part] = section
            kept = section["ids"] if adopted else without_implicit_ids(section, self._document, part)
            section["ids"] = [*kept, part] if adopted else [part, *kept]
