"""``adr-reference``: the pages of the reference, generated from the code."""

from __future__ import annotations

import ast
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import adr_meanings as meanings
from docutils import nodes
from docutils.parsers.rst import Directive
from docutils.parsers.rst.states import RSTState
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import sphinx_adr
from sphinx_adr.config import SETTINGS
from sphinx_adr.directives import thin
from sphinx_adr.log.catalogue import CATALOGUE
from sphinx_adr.log.coverage import Coverage
from sphinx_adr.log.decision import Declared, Tracing
from sphinx_adr.log.fields import FIELDS
from sphinx_adr.log.finding import Code, Severity
from sphinx_adr.log.links import LinkState
from sphinx_adr.log.seal_file import SEAL_FILE
from sphinx_adr.log.vocabulary import ENGLISH_STATUS_WORDS, LINK_OPTIONS, STATUSES, LinkKind, Phase
from sphinx_adr.reading.metadata import ALIASES
from sphinx_adr.views.index import COLUMNS

SCHEMA = Path(sphinx_adr.__file__).parent / "exports" / "decisions.schema.json"

DIRECTIVES: Mapping[str, type[Directive]] = {
    name: getattr(thin, class_name).doer()
    for name, class_name in re.findall(r'add_directive\("([\w-]+)", (\w+)\)', inspect.getsource(thin))
}
"""Every directive of the extension."""

ENUMS: Mapping[str, type[Enum]] = {
    "coverage": Coverage,
    "declared": Declared,
    "link-states": LinkState,
    "phases": Phase,
    "tracing": Tracing,
}
"""The enumerations whose members have docstrings to show."""


def docstrings(enum: type[Enum]) -> dict[str, str]:
    """The docstring of each member of *enum*, by the member's value."""
    (tree,) = ast.parse(inspect.getsource(enum)).body
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for statement, after in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(statement, ast.Assign) and isinstance(after, ast.Expr):
            (target,) = statement.targets
            assert isinstance(target, ast.Name)
            assert isinstance(after.value, ast.Constant)
            found[str(enum[target.id].value)] = inspect.cleandoc(str(after.value.value))
    return found


def aliases_of(directive: str, option: str) -> list[str]:
    """The other words for an option of a directive."""
    return sorted(alias for alias, name in ALIASES.items() if directive == "adr" and name == option)


def options_of(directive: str) -> list[str]:
    """The options that a directive takes, in the order in which its class names them."""
    return list(DIRECTIVES[directive].known)  # type: ignore[attr-defined]


# -- the pages, as reStructuredText ------------------------------------------------------------------------


def _options(directive: str) -> Iterator[str]:
    known = meanings.OPTIONS[directive]
    for option in options_of(directive):
        yield f".. rst:directive:option:: {option}"
        yield ""
        yield f"   {known[option]}"
        if also := aliases_of(directive, option):
            yield ""
            yield "   Also written " + ", ".join(f"``{alias}``" for alias in also) + "."
        yield ""


def _settings(_argument: str) -> Iterator[str]:
    for setting in SETTINGS:
        yield f".. confval:: {setting.name}"
        yield "   :type: " + " or ".join(f"``{_type_name(kind)}``" for kind in setting.types)
        yield f"   :default: ``{setting.default!r}``"
        yield ""
        yield f"   {setting.meaning}"
        yield ""


def _type_name(kind: type) -> str:
    return "None" if kind is type(None) else kind.__name__


def _messages(_argument: str) -> Iterator[str]:
    yield from _table(
        ("Code", "Reported", "Meaning"),
        [
            (f":ref:`{code} <adr.{code}>`", _reported(code), _linked(CATALOGUE[code].sentence))
            for code in Code
        ],
        "25 15 60",
    )
    for code in Code:
        entry = CATALOGUE[code]
        yield f".. _adr.{code}:"
        yield ""
        yield f"adr.{code}"
        yield "-" * (len(code) + 4)
        yield ""
        yield f"{_linked(entry.sentence)} {_linked(entry.why)}"
        yield ""
        for example in _bad_examples(code):
            yield f".. code-block:: {example.language}"
            yield from [f"   :caption: {example.file}"] if example.file else []
            yield ""
            yield from (f"   {line}" for line in example.lines)
            yield ""
        yield f"**What you can do.** {_linked(entry.remedy)}"
        yield ""


def _reported(code: Code) -> str:
    """Whether a code is reported where no setting says otherwise."""
    return {Severity.OFF: "if asked for", Severity.WARNING: "always"}[CATALOGUE[code].severity]


def _linked(text: str) -> str:
    """*text* with the names of our settings as references."""
    names = "|".join(setting.name for setting in SETTINGS)
    return re.sub(rf"``({names})``", r":confval:`\1`", text)


class _Example(NamedTuple):
    """What causes a message, the language it is written in, and the file where it is no page."""

    language: str
    file: str
    lines: Sequence[str]


def _bad_examples(code: Code) -> Iterator[_Example]:
    folder = Path(__file__).parents[1] / "snippets" / "messages"
    languages = {
        ".py": ("python", "conf.py"),
        ".json": ("json", SEAL_FILE),
        ".rst": ("rst", ""),
        ".csv": ("text", ""),
    }
    for suffix, (language, file) in languages.items():
        path = folder / f"{code}{suffix}"
        if path.exists():
            yield _Example(language, file, path.read_text(encoding="utf-8").rstrip().splitlines())


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], widths: str = "auto") -> Iterator[str]:
    yield ".. list-table::"
    yield "   :header-rows: 1"
    yield f"   :widths: {widths}"
    yield ""
    for row in (heads, *rows):
        for position, cell in enumerate(row):
            yield f"   {'-' if position else '* -'} {cell}".replace("   -", "     -", 1)
    yield ""


def _statuses(_argument: str) -> Iterator[str]:
    def words(status: str) -> str:
        return ", ".join(
            word for word, means in ENGLISH_STATUS_WORDS.items() if means.status == status and word != status
        )

    rows = [(f"``{status}``", f"``{phase}``", words(status)) for status, phase in STATUSES.items()]
    yield from _table(("Status", "Phase", "Also written"), rows, "20 15 65")


def _members(argument: str) -> Iterator[str]:
    explained = docstrings(ENUMS[argument])
    yield from _table(("Word", "Meaning"), [(f"``{word}``", explained[word]) for word in explained], "20 80")


def _links(_argument: str) -> Iterator[str]:
    rows = []
    for kind in LinkKind:
        options = [f"``:{name}:``" for name, word in LINK_OPTIONS.items() if word.kind is kind]
        symmetric = " It is the same from both sides." if kind.symmetric else ""
        rows.append((f"``{kind}``", ", ".join(options), meanings.LINKS[str(kind)] + symmetric))
    yield from _table(("Kind", "Options", "Meaning"), rows, "20 30 50")


def _fields(_argument: str) -> Iterator[str]:
    yield from _table(
        ("Field", "Meaning"), [(f"``{name}``", meanings.FIELDS[name]) for name in FIELDS], "25 75"
    )


def _columns(_argument: str) -> Iterator[str]:
    known = {**meanings.FIELDS, **meanings.COLUMNS}
    yield from _table(("Column", "Shows"), [(f"``{name}``", known[name]) for name in COLUMNS], "25 75")


def _roles(_argument: str) -> Iterator[str]:
    for role, meaning in meanings.ROLES.items():
        yield f".. rst:role:: {role}"
        yield ""
        yield f"   {meaning}"
        yield ""


# -- the JSON Schema ---------------------------------------------------------------------------------------


def _schema(_argument: str) -> Iterator[str]:
    if not SCHEMA.exists():
        return
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for path, part in _objects(schema, schema, ""):
        yield f".. rubric:: {f'In each of ``{path}``' if path else 'At the top'}"
        yield ""
        rows = [
            (f"``{key}``", _kind(value, schema), " ".join(_said(value, schema).split()))
            for key, value in part["properties"].items()
        ]
        yield from _table(("Key", "Value", "Meaning"), rows, "22 23 55")


def _resolved(part: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Any = part
    while "$ref" in found:
        target: Any = schema
        for name in found["$ref"].removeprefix("#/").split("/"):
            target = target[name]
        found = {**target, **{key: value for key, value in found.items() if key != "$ref"}}
    return dict(found)


def _objects(
    part: Mapping[str, Any], schema: Mapping[str, Any], path: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each object in the schema with the path of keys that leads to it."""
    part = _resolved(part, schema)
    if "properties" in part:
        yield path, part
        for key, value in part["properties"].items():
            yield from _objects(value, schema, f"{path} › {key}".lstrip(" ›"))
    elif "items" in part:
        yield from _objects(part["items"], schema, path)


def _said(part: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    return str(_resolved(part, schema).get("description", ""))


def _kind(part: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    part = _resolved(part, schema)
    if "const" in part:
        return f"``{json.dumps(part['const'])}``"
    if "enum" in part:
        return ", ".join(f"``{json.dumps(value)}``" for value in part["enum"])
    if "anyOf" in part or "oneOf" in part:
        return " or ".join(_kind(option, schema) for option in part.get("anyOf", part.get("oneOf")))
    kinds = part.get("type", "any")
    words = [kinds] if isinstance(kinds, str) else list(kinds)
    said = " or ".join(words)
    return f"array of {_kind(part['items'], schema)}" if words == ["array"] and "items" in part else said


TOPICS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "columns": _columns,
    "fields": _fields,
    "links": _links,
    "members": _members,
    "messages": _messages,
    "options": _options,
    "roles": _roles,
    "schema": _schema,
    "settings": _settings,
    "statuses": _statuses,
}
"""What ``adr-reference`` can show: a word, perhaps followed by a name."""


class Reference(SphinxDirective):
    """``.. adr-reference:: options adr``."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {}

    def run(self) -> list[nodes.Node]:
        """The topic, parsed in place."""
        topic, _, argument = self.arguments[0].partition(" ")
        for module in (meanings, sphinx_adr):
            self.env.note_dependency(inspect.getfile(module))
        if topic == "schema":
            self.env.note_dependency(str(SCHEMA))
        text = "\n".join(TOPICS[topic](argument))
        if not isinstance(self.state, RSTState):
            text = f"`````{{eval-rst}}\n{text}\n`````"
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directive."""
    app.add_directive("adr-reference", Reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
