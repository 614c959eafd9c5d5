"""Documentations and edits of them, as Hypothesis makes them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from ..support import MYST, RST, Markup, has_myst

IDS = [f"ADR-{number}" for number in range(4)]
REQUIREMENTS = ["R-REQ-1", "R-REQ-2"]
DOCUMENTS = ["d0", "d1", "d2"]
EXISTING = ["adr/0001-one", "adr/0002-two"]
PLACES = [*IDS, "ADR-0001#context", "ADR-0002"]
"""What references lead to; documents that are read as they stand have IDs of four digits, and sections."""

VIEWS: dict[str, tuple[str, str, Mapping[str, str]]] = {
    "index": ("adr-index", "", {}),
    "list": ("adr-index", "", {"style": "list", "group-by": "status", "sort": "-date"}),
    "cards": ("adr-index", "", {"style": "cards", "filter": "status == 'accepted'"}),
    "timeline": ("adr-index", "", {"style": "timeline"}),
    "columns": ("adr-index", "", {"columns": "id, title, choice, alternatives, superseded_by"}),
    "navigation": ("adr-index", "", {"toctree": ""}),
    "matrix": ("adr-matrix", "", {}),
    "gaps": ("adr-matrix", "", {"only": "uncovered, lost", "csv": ""}),
    "by options": ("adr-matrix", "", {"rows": "options"}),
    "graph": ("adr-graph", "", {}),
    "log": ("adr-graph", "", {"style": "log"}),
    "rooted": ("adr-graph", "", {"root": IDS[0], "links": "supersedes, amends", "download": "dot"}),
    "addressed": ("adr-graph", "", {"requirements": "addressed"}),
    "requirements": ("adr-graph", "", {"requirements": "all"}),
    "options": ("adr-options", "", {}),
    "for": ("adr-for", REQUIREMENTS[0], {}),
    "index of the past": ("adr-index", "", {"as-of": "2024-12-31"}),
    "graph of the past": ("adr-graph", "", {"as-of": "2024-12-31"}),
}
"""Directives with their arguments and options."""

SETTINGS: dict[str, object] = {
    "adr_card": False,
    "adr_coverage_warnings": ["lost", "uncovered"],
    "adr_default_status": "proposed",
    "adr_documents": ["adr/*"],
    "adr_graph_limit": 1,
    "adr_id_pattern": r"ADR-\d{1,3}",
    "adr_id_template": "X-{number}",
    "adr_lineage": "none",
    "adr_mentions_cover": False,
    "adr_proposed_days": 1,
    "adr_required_sections": ["decision"],
    "adr_requirement_pattern": r"R-REQ-2",
    "adr_requirements": [{"source": "file", "path": "reqs.csv"}],
    "adr_rules": {"status-missing": "warning", "gap": "warning"},
    "adr_statuses": {"accepted": "rejected"},
    "adr_today": "2025-06-01",
}
"""Each setting that a history turns on and off."""


@dataclass(frozen=True)
class Record:
    """A decision, in form A, or, where it is adopted by its section, B."""

    id: str
    title: str = "Alpha"
    status: str = "accepted"
    supersedes: str = ""
    link: tuple[str, str] = ("", "")
    requirement: str = ""
    mentions: str = ""
    date: str = ""
    only: str = ""
    adopted: bool = False
    considered: bool = False

    def text(self, markup: Markup) -> str:
        """The record on a page."""
        options = {
            "status": self.status,
            "date": self.date,
            "supersedes": self.supersedes,
            "requirements": self.requirement,
            self.link[0]: self.link[1],
        }
        given = {name: value for name, value in options.items() if value}
        body = [f"Body {self.mentions}".strip()]
        if self.considered:
            body += [
                markup.directive("adr-option", f"One for {self.title}", chosen=""),
                markup.directive("adr-option", "Another", "\n- (-) It is dear.", reason="Not now."),
                markup.directive("adr-amendment", "2025-03-01", "Twice."),
            ]
        if self.adopted and not self.only:
            heading = markup.title(f"{self.id}: {self.title}", 2)
            return markup.page(heading, markup.directive("adr", **given), *body)
        made = markup.directive("adr", f"{self.id}: {self.title}", *body, **given)
        return markup.directive("only", self.only, made) if self.only else made


@dataclass(frozen=True)
class Page:
    """A page with records, references and views."""

    markup: Markup
    records: tuple[Record, ...]
    references: tuple[str, ...]
    views: tuple[str, ...]
    requirement: str

    def text(self) -> str:
        """The source of the page."""
        say = self.markup
        lines = [f"- {say.role('adr', name)} and {say.role('any', name)}" for name in self.references]
        needed = f"{self.requirement}: Needed {say.suffix}"
        return say.page(
            _head(say, "Page"),
            *(
                say.directive(name, argument, **options)
                for name, argument, options in map(VIEWS.get, self.views)
            ),
            "\n".join(lines),
            say.directive("adr-requirement", needed) if self.requirement else "",
            *(record.text(say) for record in self.records),
        )

    def titles(self, tags: tuple[str, ...]) -> Iterator[str]:
        """The title of each decision that an HTML page with *tags* shows."""
        return (record.title for record in self.records if record.only in ("", "html", *tags))


@dataclass(frozen=True)
class Existing:
    """A document that is a decision as it stands, where the settings say so."""

    markup: Markup
    record: Record

    def text(self) -> str:
        """The source of the document."""
        record, status = self.record, self.record.status
        if record.supersedes:
            status = f"{status}, supersedes {record.supersedes}"
        parts = {"Status": status, "Context": f"Body {record.mentions}".strip(), "Decision": "Chosen."}
        sections = [text for name, body in parts.items() for text in (self.markup.title(name, 2), body)]
        return self.markup.page(_head(self.markup, record.title), *sections)


def _head(markup: Markup, title: str) -> str:
    orphan = ":orphan:\n\n" if markup is RST else "---\norphan: true\n---\n"
    return orphan + markup.title(title)


markups = st.sampled_from([RST, MYST] if has_myst() else [RST])
links = st.sampled_from(["amends", "relates-to", "depends-on", "conflicts-with", "superseded-by"])
records = st.builds(
    Record,
    id=st.sampled_from(IDS),
    title=st.sampled_from(["Alpha", "Beta", "Gamma δ"]),
    status=st.sampled_from(["accepted", "accepted", "proposed", "rejected"]),
    supersedes=st.sampled_from(["", *IDS]),
    link=st.one_of(st.just(("", "")), st.tuples(links, st.sampled_from(PLACES))),
    requirement=st.sampled_from(["", *REQUIREMENTS]),
    mentions=st.sampled_from(["", *REQUIREMENTS]),
    date=st.sampled_from(["", "2024-05-01", "2025"]),
    only=st.sampled_from(["", "", "html", "internal"]),
    adopted=st.booleans(),
    considered=st.booleans(),
)
pages = st.builds(
    Page,
    markup=markups,
    records=st.lists(records, min_size=1, max_size=2).map(tuple),
    references=st.lists(st.sampled_from(PLACES), max_size=2).map(tuple),
    views=st.lists(st.sampled_from([*VIEWS]), max_size=3, unique=True).map(tuple),
    requirement=st.sampled_from(["", *REQUIREMENTS]),
)
existing = st.builds(Existing, markup=markups, record=records)
_document = st.sampled_from(DOCUMENTS)
edits = st.one_of(
    st.tuples(st.just("put"), _document, pages),
    st.tuples(st.just("delete"), _document),
    st.tuples(st.just("touch"), _document),
    st.tuples(st.just("title"), _document, st.sampled_from(["Alpha", "Beta", "Zeta"])),
    st.tuples(st.just("move"), _document, _document),
    st.tuples(st.just("supersedes"), _document, st.sampled_from(["", *IDS])),
    st.tuples(st.just("status"), _document, st.sampled_from(["proposed", "accepted", "rejected"])),
    st.tuples(st.just("date"), _document, st.sampled_from(["", "2024", "2026-01-01"])),
    st.tuples(st.just("requirement"), _document, st.sampled_from(["", *REQUIREMENTS])),
    st.tuples(st.just("existing"), st.sampled_from(EXISTING), existing),
    st.tuples(st.just("delete"), st.sampled_from(EXISTING)),
    st.tuples(st.just("rename"), _document, _document),
    st.tuples(st.just("markup"), _document, markups),
    st.tuples(st.just("setting"), st.sampled_from(["", *SETTINGS])),
    st.tuples(st.just("source"), st.lists(st.sampled_from(REQUIREMENTS), unique=True).map(tuple)),
    st.tuples(st.just("tag"), st.booleans()),
)
builders = st.sampled_from(["html", "html", "text", "latex"])
steps = st.tuples(edits, builders, st.sampled_from([1, 1, 2]), st.booleans())
histories = st.lists(pages, min_size=3, max_size=3), st.lists(steps, min_size=6, max_size=9)


def edited(state: dict[str, Page | Existing], edit: tuple) -> dict[str, Page | Existing]:
    """The pages after one edit."""
    kind, name, *rest = edit
    state = dict(state)
    page = state.get(name) if isinstance(name, str) else None
    if kind in ("put", "existing"):
        state[name] = rest[0]
    elif kind == "rename" and page:
        state.pop(name)
        state[rest[0]] = page
    elif kind == "markup" and page:
        state[name] = replace(page, markup=rest[0])
    elif kind == "delete":
        state.pop(name, None)
    elif kind == "move" and page and page.records and rest[0] in state and rest[0] != name:
        target = state[rest[0]]
        state[name] = replace(page, records=page.records[:-1])
        state[rest[0]] = replace(target, records=(*target.records, page.records[-1]))
    elif kind in ("title", "supersedes", "status", "date", "requirement") and page and page.records:
        first = replace(page.records[0], **{kind: rest[0]})
        state[name] = replace(page, records=(first, *page.records[1:]))
    return state
