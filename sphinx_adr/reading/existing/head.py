"""The head of a record: what its front matter, fields, first lines and status section say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by

from docutils import nodes

from ...log.finding import Code, Finding, Place
from ...log.section_names import normal_title
from ...log.vocabulary import StatusWord
from ..front_matter import FrontMatter
from ..phrases import Fragment, Relation, StatusReading, read_relations, read_status
from ..places import place_of
from .blocks import BlockReader, split_leads
from .fields import METADATA, NO_VALUE, RELATIONS, SECTIONS, field_of, scan
from .flat import Flattener, FlatText, lines_of, opens_in_bold
from .head_dates import DATES, HeadDates, titles_in
from .people import names_in

_LISTED = ("deciders", "consulted", "informed", "tags", "requirements", "drops", "ignore")
_PEOPLE = ("deciders", "consulted", "informed")
_SINGLE = ("id", "title", "story", "summary")
_TEMPLATE = re.compile(r"\s*(?:[\[{<].*[\]}>]|.*\{[\w \-|]+\}.*)\s*", re.DOTALL)
_NAMES = re.compile(
    r"\[\s*[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3}(?:\s*,\s*[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,3})+\s*\]"
)
_BLANKS_TO_FILL = re.compile(
    r"\b(?:names?|names? ?\d|list|everyone|authors?|deciders?|people|persons?|roles?|your)\b", re.IGNORECASE
)


@dataclass
class Head:
    """What the head of a record says: options as raw text, the status as read, relations, and findings.

    *conventions* names the ways in which it is written.
    """

    options: dict[str, str] = made_by(default_factory=dict)
    dates: HeadDates = made_by(default_factory=HeadDates)
    status: StatusReading | None = None
    relations: list[tuple[Relation, bool]] = made_by(default_factory=list)
    places: dict[tuple[Relation, bool], Place] = made_by(default_factory=dict)
    """Where each relation is stated first."""
    findings: list[Finding] = made_by(default_factory=list)
    conventions: dict[str, None] = made_by(default_factory=dict)

    def note_relations(self, found: Iterable[Relation], flat: FlatText | None, place: Place) -> None:
        """Keeps relations that are stated at *place*, and whether the target of each is a document."""
        documents = flat.documents if flat else set()
        for relation in found:
            entry = (relation, relation.target in documents)
            if entry not in self.relations:
                self.relations.append(entry)
                self.places[entry] = place

    def report(self, code: Code, message: str, place: Place) -> None:
        """Keeps what is wrong with a value."""
        self.findings.append(Finding(code, message, place))


class HeadReader:
    """Reads the heads of the records of one document."""

    def __init__(self, flattener: Flattener, statuses: Mapping[str, StatusWord]) -> None:
        self._flattener = flattener
        self._blocks = BlockReader(flattener)
        self._statuses = statuses

    def read(
        self, before: Sequence[nodes.Node], section: nodes.Element, front: FrontMatter | None, place: Place
    ) -> Head:
        """The head of the record in *section*; *before* stands in front of it, and *front* in front of all."""
        head = Head()
        if front is not None:
            self._front_matter(front, head, place)
        blocks, led = split_leads([*before, *_blocks(section)])
        self._fields(blocks, head)
        for one in led:
            self._content(one.name, one.blocks, one.lead, head)
        for number, part in enumerate(_parts(section)):
            self._section(part, head, first=number == 0)
        if head.status is None:
            self._late_status(section, head)
        head.findings += head.dates.settle(titles_in(section), head.status)
        return head

    def section(self, section: nodes.section) -> Head:
        """What one section says, and nothing around it."""
        head = Head()
        self._section(section, head)
        head.findings += head.dates.settle((), head.status)
        return head

    # -- where facts stand ------------------------------------------------------------------------------

    def _front_matter(self, front: FrontMatter, head: Head, place: Place) -> None:
        for key, values in front.fields.items():
            name = field_of(key)
            if name is not None and any(values):
                head.conventions["front matter"] = None
                where = Place(place.source, front.lines.get(key, place.line))
                self._take(name, ", ".join(values), None, head, where)

    def _fields(self, blocks: Sequence[nodes.Node], head: Head) -> None:
        for stated in self._blocks.fields(blocks):
            head.conventions[stated.convention] = None
            self._take(stated.name, stated.value, stated.text, head, place_of(stated.node))

    def _late_status(self, section: nodes.Element, head: Head) -> None:
        """A status that stands behind other matter, as ``**Status**: Pending.`` alone in a paragraph."""
        for block in _blocks(section):
            if isinstance(block, nodes.paragraph) and opens_in_bold(block) is not None:
                found = [*scan(" ".join(block.astext().split()))]
                if len(found) == 1 and found[0][0] == "status" and self._known_status([found[0][1]]):
                    head.conventions["bold lines"] = None
                    self._take("status", found[0][1], None, head, place_of(block))
                    return

    def _section(self, section: nodes.section, head: Head, *, first: bool = False) -> None:
        title = normal_title(section[0].astext())
        if title in METADATA:
            self._fields(
                [child for child in section.children[1:] if not isinstance(child, nodes.section)], head
            )
        if title in METADATA or (first and title in ("summary", "overview")):
            for part in _parts(section):
                self._section(part, head)
            return
        content = [child for child in section.children[1:] if not isinstance(child, nodes.section)]
        if name := SECTIONS.get(title):
            self._content(name, content, section, head)
        elif ":" in section[0].astext():
            flat = self._flattener.flat([section[0]])
            for name, value in scan(flat.text.strip()):
                if name in ("status", "date") and value:
                    head.conventions[f"{name} in a heading"] = None
                    self._take(name, value, flat, head, place_of(section[0]))

    def _content(self, name: str, content: Sequence[nodes.Node], lead: nodes.Node, head: Head) -> None:
        """What stands below a heading, or a line that is one in all but markup, for one field."""
        flat = self._flattener.flat(lines_of(content), between="\n\n")
        if not flat.text.strip():
            return
        head.conventions[f"{name} section" if isinstance(lead, nodes.section) else f"{name} below a line"] = (
            None
        )
        place = place_of(content[0])
        if name != "status":
            text = ", ".join(line.strip(" -*") for line in flat.lines() if line.strip(" -*"))
            self._take(name, text, flat, head, place)
            return
        rest = []
        for line in flat.lines():
            known = list(scan(line))
            for other, value in known:
                self._take(other, value, flat, head, place)
            if not known:
                rest.append(line)
        if text := "\n".join(rest).strip():
            self._take("status", text, flat, head, place)
            self._place_relations(lines_of(content), place, head)

    def _place_relations(self, blocks: Sequence[nodes.Node], first: Place, head: Head) -> None:
        """Says on which line each relation is that was found in *blocks*, of which the *first* place is known."""
        unplaced = {entry for entry, place in head.places.items() if place == first}
        for number, block in enumerate(blocks) if unplaced else ():
            if not number and "\n" not in block.astext():
                continue
            flat, start = self._flattener.flat([block]), place_of(block) if number else first
            for relation in read_relations(flat.pieces(flat.text)):
                entry = (relation, relation.target in flat.documents)
                if entry in unplaced:
                    unplaced.remove(entry)
                    below = flat.line_of(relation.target) if start.line else 0
                    head.places[entry] = Place(start.source, start.line + below)

    # -- what they say ----------------------------------------------------------------------------------

    def _take(self, name: str, value: str, flat: FlatText | None, head: Head, place: Place) -> None:
        """Takes a field into the head; of those that a record has once, the first one counts."""
        pieces: list[Fragment] = flat.pieces(value) if flat else [value]
        text = flat.plain(value) if flat else value.strip()
        if name == "status":
            if head.status is None and text:
                self._status(pieces, flat, head, place)
        elif name in RELATIONS:
            head.note_relations(read_relations(pieces, name.replace("-", " ")), flat, place)
        elif not text or text.casefold().rstrip(".") in NO_VALUE:
            return
        elif name in DATES:
            head.findings += head.dates.take(name, text, place)
        elif _is_template(name, text):
            head.report(Code.PLACEHOLDER, f"the {name} {text!r} is text of a template, not a value", place)
        elif name in _SINGLE:
            head.options.setdefault(name, text)
        elif name in _LISTED:
            cleaned = names_in(text.strip("[]")) if name in _PEOPLE else text
            head.options[name] = f"{head.options[name]}, {cleaned}" if name in head.options else cleaned

    def _status(self, pieces: list[Fragment], flat: FlatText | None, head: Head, place: Place) -> None:
        reading = self._known_status(pieces) or read_status(pieces, self._statuses)
        if reading.is_template:
            head.report(
                Code.PLACEHOLDER, f"the status {reading.text!r} is text of a template, not a value", place
            )
            return
        head.status = reading
        head.note_relations(reading.relations, flat, place)
        first = _first_line(pieces)
        if reading.word is None and not any(one.inverse for one in read_relations(first)):
            message = f"no status is understood in {reading.text[:80]!r}; adr_statuses adds words"
            head.report(Code.STATUS_UNKNOWN, message, place)

    def _known_status(self, pieces: list[Fragment]) -> StatusReading | None:
        """The reading of a text that is nothing but a word for a status, as most are."""
        if len(pieces) != 1 or not isinstance(pieces[0], str):
            return None
        text = pieces[0].strip()
        word = self._statuses.get(text.casefold().removesuffix("."))
        return StatusReading(word, " ".join(text.split()), (), (), is_template=False) if word else None


def _first_line(pieces: Sequence[Fragment]) -> list[Fragment]:
    """The first block of a text: "Superseded by …" in it is a status, further down it is none."""
    found: list[Fragment] = []
    for piece in pieces:
        if isinstance(piece, str) and "\n\n" in piece.lstrip():
            return [*found, piece.lstrip().partition("\n\n")[0]]
        found.append(piece)
    return found


def _is_template(name: str, text: str) -> bool:
    if not _TEMPLATE.fullmatch(text):
        return False
    return not (name in _LISTED and _NAMES.fullmatch(text) and not _BLANKS_TO_FILL.search(text))


def _blocks(section: nodes.Element) -> Iterator[nodes.Node]:
    """What stands between the heading of a record and its first section."""
    for child in section.children:
        if isinstance(child, nodes.section):
            return
        if not isinstance(child, (nodes.title, nodes.comment, nodes.target, nodes.Invisible, nodes.raw)):
            yield child


def _parts(section: nodes.Element) -> Iterator[nodes.section]:
    return (child for child in section.children if isinstance(child, nodes.section))
