"""Documentation of any number of decisions: the same facts and prose for each of the systems that are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SYSTEMS = ("plain", "adr", "needs")
"""Sphinx alone, sphinx_adr, and sphinx-needs."""

_CONTEXT = (
    "Readings of meters arrive every minute, and the table that holds them grows by two million rows a day.",
    "A report over ninety days takes more than a minute, and people have begun to export to spreadsheets.",
    "The team that runs the platform has two people, and neither of them has run a cluster before.",
    "The contract with the largest customer asks for readings of ten years, with the time they were received.",
    "Last winter an outage of the broker lost four hours of readings, which nobody noticed until the invoices.",
    "The interface of the old importer is used by three partners, who give notice of changes once a year.",
    "Costs of storage have doubled in two quarters, mostly because nothing is ever compressed or deleted.",
    "Two prototypes were built in March; their figures are in the report of the load test that is linked below.",
    "Regulation asks that corrections of a reading keep the reading that was corrected, and say who did it.",
)
_OPTIONS = (
    "A column store beside the database that we have",
    "Partitions by month in the database that we have",
    "Files in object storage, with an index of our own",
    "A managed service of the cloud that we are in",
    "Leaving everything as it is for another year",
)
_DRIVERS = (
    "Reports over a quarter open within two seconds",
    "Two people can run it beside their other work",
    "Readings are kept for ten years, corrections included",
    "Partners do not have to change their side this year",
)


@dataclass(frozen=True)
class Layout:
    """How a documentation is laid out: how many decisions, how many on a page, in which markup."""

    size: int
    per_page: int
    markup: str

    @property
    def name(self) -> str:
        """The name in tables: ``1000 x 10 rst``."""
        return f"{self.size} x {self.per_page} {self.markup}"


@dataclass(frozen=True)
class Writer:
    """The markup of a page: the same calls make the same page in reStructuredText and in MyST."""

    markup: str

    def heading(self, text: str, level: int) -> str:
        """A heading; level 0 is that of the page."""
        if self.markup == "md":
            return f"{'#' * (level + 1)} {text}"
        return f"{text}\n{'=-~'[level] * len(text)}"

    def fields(self, values: Mapping[str, str]) -> str:
        """Names and values as text that a reader sees."""
        if self.markup == "md":
            return "\n".join(f"* {name}: {value}" for name, value in values.items())
        return "\n".join(f":{name}: {value}" for name, value in values.items())

    def directive(self, name: str, argument: str, options: Mapping[str, str], body: str = "") -> str:
        """A directive."""
        lines = [f":{key}: {value}".rstrip() for key, value in options.items()]
        inner = [*lines, "", *body.splitlines()] if body else lines
        if self.markup == "md":
            fence = ":::::" if ":::" in body else ":::"
            return "\n".join([f"{fence}{{{name}}} {argument}".rstrip(), *inner, fence])
        return "\n".join([f".. {name}:: {argument}".rstrip(), *(f"   {line}".rstrip() for line in inner)])


@dataclass(frozen=True)
class Facts:
    """What is true of one decision."""

    number: int
    size: int
    title: str = ""
    opening: str = ""

    @property
    def id(self) -> str:
        """The ID."""
        return f"ADR-{self.number:05}"

    @property
    def name(self) -> str:
        """The title."""
        return self.title or f"Keep the readings of district {self.number} in a column store"

    @property
    def supersedes(self) -> str:
        """The decision that this one replaces: every fifth replaces one."""
        return f"ADR-{self.number - 3:05}" if self.number % 5 == 0 else ""

    @property
    def date(self) -> str:
        """When it was taken."""
        return f"20{10 + self.number % 15}-{self.number % 12 + 1:02}-{self.number % 28 + 1:02}"

    @property
    def requirements(self) -> tuple[str, ...]:
        """The two requirements that it answers."""
        count = requirement_count(self.size)
        return tuple(f"PRD-REQ-{(self.number * 7 + step * 11) % count:05}" for step in (0, 1))


def requirement_count(size: int) -> int:
    """How many requirements there are beside *size* decisions."""
    return max(size // 5, 4)


def prose(facts: Facts) -> Iterator[tuple[str, str]]:
    """The sections of a decision, about as long as those of the records that people publish."""
    number = facts.number
    sentences = [_CONTEXT[(number + step * 2) % len(_CONTEXT)] for step in range(5)]
    opening = facts.opening or f"District {number} reports {number * 37 % 900 + 100} meters."
    chosen = _OPTIONS[number % len(_OPTIONS)]
    yield "Context", f"{opening} {' '.join(sentences[:3])}\n\n{' '.join(sentences[3:])}"
    yield "Decision Drivers", "\n".join(f"* {driver}" for driver in _DRIVERS)
    yield "Considered Options", "\n".join(f"* {option}" for option in _OPTIONS)
    because = "because it is the only one that meets the first three drivers, and that two people can run"
    yield "Decision Outcome", f'Chosen option: "{chosen}", {because}.'
    good = (
        "* Good, because reports open within a second\n* Good, because storage costs a third of what it did"
    )
    bad = "* Bad, because a second system has to be run, watched and paid for"
    yield "Consequences", f"{good}\n{bad}\n* Neutral, because the interface to partners stays as it is"
    yield "More Information", f"{_CONTEXT[7]} We look again when the number of meters has doubled."


def decision(system: str, layout: Layout, facts: Facts) -> str:
    """One decision as *system* has it written."""
    write = Writer(layout.markup)
    alone = layout.per_page == 1
    heading = write.heading(f"{facts.id}: {facts.name}", 0 if alone else 1)
    level = 1 if alone else 2
    headed = "\n\n".join(f"{write.heading(title, level)}\n\n{text}" for title, text in prose(facts))
    status = {"status": "accepted", "date": facts.date, "deciders": "D. Okafor, M. Ortiz"}
    if system == "plain":
        links = {"requirements": ", ".join(facts.requirements), "supersedes": facts.supersedes}
        head = write.fields({key: value for key, value in (status | links).items() if value})
        return f"{heading}\n\n{head}\n\n{headed}"
    links = {"requirements": ", ".join(facts.requirements)}
    links |= {"supersedes": facts.supersedes} if facts.supersedes else {}
    if system == "adr" and alone:
        return f"{heading}\n\n{write.directive('adr', '', status | links)}\n\n{headed}"
    if system == "adr":
        return write.directive("adr", f"{facts.id}: {facts.name}", status | links, headed)
    # Needs have no headings: rubrics are what their authors write.
    body = "\n\n".join(f"{write.directive('rubric', title, {})}\n\n{text}" for title, text in prose(facts))
    need = write.directive("dec", facts.name, {"id": facts.id, **status, **links}, body)
    return f"{write.heading(facts.name, 0)}\n\n{need}" if alone else need


def page_of(layout: Layout, number: int) -> int:
    """The page on which a decision stands, counted from 1."""
    return (number - 1) // layout.per_page + 1


def page_name(layout: Layout, page: int) -> str:
    """The file of a page of decisions."""
    return f"decisions/page{page:05}.{layout.markup}"


def page(system: str, layout: Layout, number: int, **changed: str) -> str:
    """The page on which decision *number* stands; *changed* are facts of that decision."""
    first = (page_of(layout, number) - 1) * layout.per_page + 1
    numbers = range(first, min(first + layout.per_page, layout.size + 1))
    blocks = [
        decision(system, layout, Facts(each, layout.size, **(changed if each == number else {})))
        for each in numbers
    ]
    if layout.per_page > 1:
        blocks.insert(0, Writer(layout.markup).heading(f"Page {page_of(layout, number)}", 0))
    return "\n\n".join(blocks) + "\n"


def requirements(system: str, layout: Layout) -> str:
    """The page of the requirements."""
    write = Writer(layout.markup)
    blocks = [write.heading("Requirements", 0)]
    for number in range(requirement_count(layout.size)):
        name, text = f"PRD-REQ-{number:05}", f"Readings of group {number} are complete and on time"
        if system == "plain":
            blocks.append(f"{name}: {text}")
        elif system == "adr":
            blocks.append(write.directive("adr-requirement", f"{name}: {text}", {}))
        else:
            blocks.append(write.directive("req", text, {"id": name}))
    return "\n\n".join(blocks) + "\n"


_CONF = 'project = "Cost"\nhtml_theme = "alabaster"\nmyst_enable_extensions = ["colon_fence"]\n'
NEEDS = """
needs_id_regex = "^[A-Z0-9-]{5,}$"
needs_types = [
    {"directive": "req", "title": "Requirement", "prefix": "REQ-", "color": "#BFD8D2", "style": "node"},
    {"directive": "dec", "title": "Decision", "prefix": "ADR-", "color": "#DCB239", "style": "node"},
]
needs_extra_links = [
    {"option": "requirements", "incoming": "decided by", "outgoing": "decides"},
    {"option": "supersedes", "incoming": "superseded by", "outgoing": "supersedes"},
]
needs_extra_options = ["date", "deciders"]
needs_flow_engine = "graphviz"
suppress_warnings = ["needs.deprecated"]
"""


def _views(system: str, layout: Layout, *, graphviz: bool) -> Iterator[tuple[str, str]]:
    write = Writer(layout.markup)
    if system == "adr":
        yield "index-of-decisions", write.directive("adr-index", "", {})
        yield "matrix", write.directive("adr-matrix", "", {})
        yield "graph", write.directive("adr-graph", "", {"links": "supersedes"})
    elif system == "needs":
        columns = "id; title; status; date; requirements; supersedes"
        yield (
            "index-of-decisions",
            write.directive("needtable", "", {"types": "dec", "columns": columns, "style": "table"}),
        )
        if graphviz:
            superseded = "type == 'dec' and (supersedes or supersedes_back)"
            options = {"filter": superseded, "link_types": "supersedes"}
            yield "graph", write.directive("needflow", "", options)


def project(system: str, layout: Layout, *, graphviz: bool = False) -> dict[str, str]:
    """The files of a documentation, by their names."""
    write, suffix = Writer(layout.markup), layout.markup
    parser = ["myst_parser"] if suffix == "md" else []
    extensions = {"plain": [], "adr": ["sphinx_adr"], "needs": ["sphinx_needs", "sphinx.ext.graphviz"]}[
        system
    ]
    conf = f"extensions = {[*parser, *extensions]!r}\n{_CONF}{NEEDS if system == 'needs' else ''}"
    files = {"conf.py": conf, f"requirements.{suffix}": requirements(system, layout)}
    for first in range(1, layout.size + 1, layout.per_page):
        files[page_name(layout, page_of(layout, first))] = page(system, layout, first)
    views = dict(_views(system, layout, graphviz=graphviz))
    for name, view in views.items():
        files[f"{name}.{suffix}"] = f"{write.heading(name.replace('-', ' ').capitalize(), 0)}\n\n{view}\n"
    tree = write.directive(
        "toctree", "", {"glob": "", "maxdepth": "1"}, "\n".join([*views, "requirements", "decisions/*"])
    )
    files[f"index.{suffix}"] = f"{write.heading('Cost', 0)}\n\n{tree}\n"
    return files
