"""The directives that show the log: each checks its options and leaves a question."""

from __future__ import annotations

from collections.abc import Collection

from docutils import nodes
from sphinx import addnodes

from ..domain import adr_domain
from ..log.dates import last_day, read_date
from ..log.fields import FIELDS, field_name
from ..log.filter_words import impossible_words
from ..log.finding import Code
from ..log.query import FilterError, parse_filter, unknown_field
from ..log.vocabulary import LinkKind
from ..packed import Packed
from ..placeholders import view
from ..reading.metadata import split_list
from ..views import (
    GraphQuestion,
    IndexQuestion,
    MatrixQuestion,
    OptionsQuestion,
    PastQuestion,
    Question,
    axes,
    graph,
    index,
    matrix,
)
from ..views.past import Asked
from .base import AdrDirective


class ViewDirective(AdrDirective):
    """A directive that leaves one question in its place; what is written in it stays below it, reported."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def question(self, options: dict[str, str]) -> Question:
        """The question that the options ask."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """The placeholder with the question."""
        options = self.checked_options()
        question, day = self.question(options), self.day(options)
        asked = PastQuestion(question, day) if day and isinstance(question, Asked) else question
        node = view("", question=asked, refdoc=self.env.docname)
        node["classes"] += options.get("class", "").split()
        self.set_source_info(node)
        if not self.arguments and not any(line.strip() for line in self.content):
            return [node]
        self.warn(Code.OPTION_INVALID, f"{self.name} takes no argument and no text, only options")
        return [
            node,
            *(nodes.paragraph(text, text) for text in self.arguments),
            *self.parse_content_to_nodes(),
        ]

    def filter(self, options: dict[str, str]) -> str | None:
        """The filter, if there is one that parses."""
        text = options.get("filter")
        if not text:
            return None
        try:
            condition = parse_filter(text)
        except FilterError as error:
            self.warn(Code.FILTER_INVALID, f"{error}; {self.name} shows everything")
            return None
        for problem in impossible_words(condition, adr_domain(self.env).reading.vocabulary.statuses):
            self.warn(Code.FILTER_INVALID, f"{problem} (in :filter: of {self.name})")
        return condition.text

    def day(self, options: dict[str, str]) -> str | None:
        """The day whose log is shown, where ``:as-of:`` names one; of a month or a year its last."""
        if "as-of" not in options:
            return None
        text = options["as-of"]
        reading = read_date(text)
        if reading.iso is None:
            said = f"the date {text!r} in :as-of: of {self.name} {reading.problem}"
            self.warn(Code.DATE_INVALID, f"{said}; the log is shown as it is today")
            return None
        return last_day(reading.iso).isoformat()

    def words(
        self, options: dict[str, str], name: str, allowed: Collection[str], code: Code
    ) -> tuple[str, ...]:
        """The words of a list option that are allowed; the others are reported."""
        found = []
        for word in split_list(options.get(name, "")):
            spelled = field_name(word) if code is Code.COLUMN_UNKNOWN else word.casefold()
            if spelled in allowed:
                found.append(spelled)
            else:
                self.warn(code, f"{self.name} has no {word!r} in :{name}:{self.hint(spelled, allowed)}")
        return tuple(found)

    def flag(self, options: dict[str, str], name: str) -> bool:
        """Whether an option is given that takes no value."""
        value = options.get(name)
        if value is not None and value.casefold() not in ("", "yes", "true", "no", "false"):
            message = f"the option {name!r} of {self.name} takes no value, not {value!r}"
            self.warn(Code.OPTION_INVALID, message)
        return value is not None and value.casefold() not in ("no", "false")

    def choice(self, options: dict[str, str], name: str, allowed: tuple[str, ...]) -> str:
        """The value of an option that is one of *allowed*; the first of them where it is not."""
        value = options.get(name, "").casefold()
        if value and value not in allowed:
            message = f"{self.name} has no {name} {value!r}{self.hint(value, filter(None, allowed))}"
            self.warn(Code.OPTION_INVALID, message)
        return value if value in allowed else allowed[0]


class IndexDirective(ViewDirective):
    """``adr-index``: the decisions as a table, a list, cards or a timeline."""

    known = ("style", "columns", "filter", "sort", "group-by", "toctree", "as-of", "class")

    def question(self, options: dict[str, str]) -> Question:
        """The question for an index."""
        columns = self.words(options, "columns", index.COLUMNS, Code.COLUMN_UNKNOWN)
        group = options.get("group-by", "")
        if group and field_name(group) not in FIELDS:
            self.warn(Code.OPTION_INVALID, f"{self.name} cannot group: {unknown_field(group)}")
            group = ""
        return IndexQuestion(
            style=self.choice(options, "style", index.STYLES),
            columns=columns or index.DEFAULT_COLUMNS,
            filter=self.filter(options),
            sort=self._sort(options) or ("id",),
            group_by=field_name(group) or None,
        )

    def _sort(self, options: dict[str, str]) -> tuple[str, ...]:
        fields = []
        for word in split_list(options.get("sort", "")):
            name = field_name(word.removeprefix("-"))
            if name in FIELDS:
                fields.append("-" * word.startswith("-") + name)
            else:
                self.warn(Code.OPTION_INVALID, f"{self.name} cannot sort: {unknown_field(word)}")
        return tuple(fields)

    def run(self) -> list[nodes.Node]:
        """The placeholder; with ``:toctree:`` also a hidden table of contents, which is filled later."""
        found = super().run()
        if "toctree" in self.options:
            toctree = addnodes.toctree("", parent=self.env.docname, entries=[], includefiles=[])
            toctree.update_basic_atts({"classes": []})
            toctree.attributes |= {
                "maxdepth": 1,
                "caption": None,
                "glob": False,
                "hidden": True,
                "includehidden": False,
                "numbered": 0,
                "titlesonly": True,
                "adr-question": Packed(found[0]["question"]),  # type: ignore[index]
            }
            self.set_source_info(toctree)
            found.append(nodes.compound("", toctree, classes=["toctree-wrapper"]))
        return found


class MatrixDirective(ViewDirective):
    """``adr-matrix``: requirements against decisions."""

    known = (
        "rows", "columns", "filter", "requirements", "only", "group-by", "transpose", "style", "csv", "as-of",
        "class",
    )  # fmt: skip

    def question(self, options: dict[str, str]) -> Question:
        """The question for a matrix."""
        rows, columns = self._sides(options)
        return MatrixQuestion(
            filter=self.filter(options),
            only=self.words(options, "only", matrix.STATES, Code.OPTION_INVALID),
            rows=rows,
            columns=columns,
            requirements=tuple(split_list(options.get("requirements", ""))),
            group_by=self.choice(options, "group-by", ("", "prefix")) or None,
            style=self.choice(options, "style", matrix.STYLES),
            csv=self._file() if self.flag(options, "csv") else None,
        )

    def _sides(self, options: dict[str, str]) -> tuple[str, str]:
        rows = self.choice(options, "rows", ("", *axes.AXES)) or "requirements"
        columns = self.choice(options, "columns", ("", *axes.AXES)) or "decisions"
        if rows == columns:
            if "columns" in options:
                self.warn(Code.OPTION_INVALID, f"{self.name} has {rows} on both sides")
            rows, columns = ("requirements", "decisions") if "columns" in options else (rows, "requirements")
        return (columns, rows) if self.flag(options, "transpose") else (rows, columns)

    def _file(self) -> str:
        """The name of a file of this page and this matrix."""
        number = self.env.new_serialno("adr-matrix-csv")
        return f"{self.env.docname}-matrix{f'-{number + 1}' if number else ''}.csv"


class GraphDirective(ViewDirective):
    """``adr-graph``: the decisions and the links between them."""

    known = (
        "style", "root", "depth", "links", "filter", "requirements", "engine", "download", "as-of", "class",
    )  # fmt: skip

    def question(self, options: dict[str, str]) -> Question:
        """The question for a graph."""
        kinds = tuple(str(kind) for kind in LinkKind)
        depth = options.get("depth", "")
        if depth and not depth.isdecimal():
            self.warn(Code.OPTION_INVALID, f"the depth of {self.name} is a number of links, not {depth!r}")
        return GraphQuestion(
            style=self.choice(options, "style", ("auto", *(s for s in graph.STYLES if s != "auto"))),
            links=self.words(options, "links", kinds, Code.OPTION_INVALID) or kinds,
            root=options.get("root") or None,
            depth=int(depth) if depth.isdecimal() else None,
            filter=self.filter(options),
            engine=self.choice(options, "engine", ("", *graph.ENGINES)) or None,
            downloads=self._files(options) if "download" in options else (),
            traces=graph.TRACES[self.choice(options, "requirements", tuple(graph.TRACES))]
            if "requirements" in options
            else (),
        )

    def _files(self, options: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """The names of the files of this page and this graph, by their languages."""
        number = self.env.new_serialno("adr-graph-download")
        stem = f"{self.env.docname}-graph{f'-{number + 1}' if number else ''}"
        languages = self.words(options, "download", graph.LANGUAGES, Code.OPTION_INVALID)
        if not options["download"]:
            languages = tuple(graph.LANGUAGES)
        return tuple((language, stem + graph.LANGUAGES[language]) for language in dict.fromkeys(languages))


class OptionsDirective(ViewDirective):
    """``adr-options``: the options that were considered and not chosen."""

    known = ("filter", "as-of", "class")

    def question(self, options: dict[str, str]) -> Question:
        """The question for the options."""
        return OptionsQuestion(filter=self.filter(options))
