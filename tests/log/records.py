"""Decision logs in a few words, and random ones."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from sphinx_adr.log.decision import Anatomy, AuthoredLink, Decision, Option, Part, Requirement, Trace, Tracing
from sphinx_adr.log.finding import Place
from sphinx_adr.log.identifiers import slug
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.links import Outside
from sphinx_adr.log.vocabulary import LINK_OPTIONS, STATUSES, UNKNOWN_STATUS, Phase


def words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def links(option: str, targets: str) -> Iterable[AuthoredLink]:
    word = LINK_OPTIONS[option.replace("_", "-")]
    for target in words(targets):
        name, _, part = target.partition("#")
        yield AuthoredLink(word.kind, name, part or None, word.inverse)


def adr(
    number: int | str,
    status: str = "accepted",
    *,
    at: str = "",
    line: int = 1,
    source: str = "",
    addresses: str = "",
    mentions: str = "",
    parts: str = "",
    options: Iterable[Option] = (),
    choice: str | None = None,
    **fields: object,
) -> Decision:
    """``adr(13, supersedes="ADR-9", addresses="REQ-1")``: numbers become IDs, words become tuples."""
    identifier = f"ADR-{number}" if isinstance(number, int) else number
    stated = [
        link
        for name in list(fields)
        if name.replace("_", "-") in LINK_OPTIONS
        for link in links(name, str(fields.pop(name)))
    ]
    for name in ("deciders", "consulted", "informed", "tags", "formerly", "drops"):
        if isinstance(fields.get(name), str):
            fields[name] = words(str(fields[name]))
    docname = at or f"decisions/{slug(identifier) or 'unnamed'}"
    anchor = str(fields.pop("anchor", slug(identifier) or "adr-unnamed"))
    return Decision(
        id=identifier,
        title=str(fields.pop("title", f"Title of {identifier}")),
        status=status,
        phase=STATUSES.get(status, Phase.UNKNOWN),
        links=tuple(stated),
        traces=(
            *(Trace(name, Tracing.ADDRESSES) for name in words(addresses)),
            *(Trace(name, Tracing.MENTIONS, "context") for name in words(mentions)),
        ),
        parts=tuple(Part(slug(part), part.capitalize(), f"{anchor}-{slug(part)}") for part in words(parts)),
        anatomy=Anatomy(choice=choice, options=tuple(options)),
        docname=docname,
        anchor=anchor,
        place=Place(source or f"{docname}.rst", line),
        **fields,  # type: ignore[arg-type]
    )


def required(identifier: str, title: str = "", *, at: str = "requirements", line: int = 1) -> Requirement:
    return Requirement(
        id=identifier, title=title, docname=at, anchor=slug(identifier), place=Place(f"{at}.rst", line)
    )


def outside(name: str) -> dict[str, Outside]:
    return {name: Outside(name, f"Title of {name}", f"https://example.org/{name.partition(':')[2]}")}


def log(*decisions: Decision, requirements: str = "", outsiders: dict[str, Outside] | None = None) -> Ledger:
    declared = [required(name, line=line) for line, name in enumerate(words(requirements), 1)]
    return Ledger(decisions, declared, outsiders or {})


def labels(decisions: Iterable[Decision]) -> list[str]:
    return [decision.label for decision in decisions]


def one(ledger: Ledger, name: str | int) -> Decision:
    (found,) = ledger.find(f"ADR-{name}" if isinstance(name, int) else name)
    return found


def standing(ledger: Ledger) -> dict[str, str]:
    """The effective status of each decision, by label."""
    return {decision.label: ledger.effective_status(decision) for decision in ledger}


def stated(ledger: Ledger) -> list[str]:
    """Each link as a sentence: ``ADR-2 supersedes ADR-1#part (effective)``."""
    return [
        f"{link.source_name} {link.kind} {link.target_name}{'#' + link.part if link.part else ''} ({link.state})"
        for link in ledger.links
    ]


# -- random logs ------------------------------------------------------------------------------------------

_NUMBERS = st.integers(1, 8)
_TARGETS = st.one_of(
    _NUMBERS.map(lambda n: f"ADR-{n}"),
    _NUMBERS.map(lambda n: f"adr-000{n}"),
    st.sampled_from(
        ["ADR-1#context", "ADR-2#context", "ADR-3#nothing", "OLD-1", "other:ADR-1", "decisions/adr-4"]
    ),
)
_OPTIONS = st.sampled_from([name.replace("-", "_") for name in LINK_OPTIONS])
_STATUSES = st.sampled_from(["accepted", "accepted", "proposed", "rejected", "deprecated", UNKNOWN_STATUS])


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """Up to ten decisions that link to each other in every way, right and wrong; some share an ID."""
    found = []
    for position, number in enumerate(draw(st.lists(_NUMBERS, max_size=10))):
        stated: dict[str, str] = {}
        for option, target in draw(st.lists(st.tuples(_OPTIONS, _TARGETS), max_size=4)):
            stated[option] = f"{stated.get(option, '')} {target}"
        found.append(
            adr(
                number,
                draw(_STATUSES),
                at=f"decisions/{position}" if draw(st.booleans()) else f"decisions/all-{position}",
                anchor=f"adr-{number}-{position}",
                date=draw(st.sampled_from([None, "2024", "2024-05", "2025-01-02"])),
                tags=draw(st.sampled_from(["", "a", "b a"])),
                parts=draw(st.sampled_from(["", "context", "context retention"])),
                addresses=draw(st.sampled_from(["", "REQ-1", "REQ-2 REQ-10"])),
                mentions=draw(st.sampled_from(["", "REQ-1", "REQ-3"])),
                drops=draw(st.sampled_from(["", "REQ-2"])),
                formerly=draw(st.sampled_from(["", "OLD-1"])),
                **stated,
            )
        )
    return found
