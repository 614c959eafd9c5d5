"""The shape of the house: imports go one way, the core knows no Sphinx, and modules stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sphinx_adr"
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "log": set(),
    "views": {"log"},
    "placeholders": {"log", "views"},
    "reading": {"log", "placeholders"},
    "rendering": {"log", "views", "placeholders", "reading"},
    "inventories": {"log"},
    "references": {"log", "views", "reading", "placeholders", "inventories"},
    "messages": {"log"},
    "setting": set(),
    "rule_settings": {"log", "setting"},
    "circumstances": {"log"},
    "graph_settings": {"setting", "views"},
    "config": {"log", "reading", "requirements", "setting", "rule_settings", "graph_settings"},
    "validation": {"log", "reading", "requirements", "setting", "config"},
    "exports": {"log", "views", "reading"},
    "requirements": {"log", "reading", "placeholders"},
    "packed": set(),
    "storage": {"packed", "log", "views", "reading"},
    "settled": {"storage", "log", "reading", "requirements", "config", "rule_settings"},
    "recording": {"settled", "log", "views", "reading", "placeholders", "references", "requirements"},
    "deriving": {"settled", "log", "views", "inventories", "references", "requirements", "circumstances"},
    "domain": {
        "settled",
        "recording",
        "deriving",
        "log",
        "views",
        "placeholders",
        "references",
        "requirements",
    },
    "directives": {"packed", "log", "views", "reading", "placeholders", "domain"},
}
"""What each part may import of ours, from the inside out; parts that are not named put these together.

It holds for imports inside functions as well: what is loaded late is no less known.
"""

FORBIDDEN_IN_THE_CORE = ("sphinx", "docutils", "myst_parser", "sphinx_needs")
LONGEST_MODULE = 300


def part_of(path: Path) -> str:
    """The part of the house that a module belongs to: ``log`` for ``log/rules/links.py``."""
    inside = path.relative_to(PACKAGE).parts
    return inside[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return ".".join(("sphinx_adr", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )


def imports(path: Path) -> Iterator[str]:
    """The absolute names of all that a module imports, wherever in it."""
    package = name_of(path).split(".") if path.name == "__init__.py" else name_of(path).split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    """The parts of ours that a module imports."""
    ours = {part_of(module) for module in MODULES} - {"__init__"}
    found = {name.split(".")[1] for name in imports(path) if name.startswith("sphinx_adr.")}
    return (found & ours) - {part_of(path)}


def modules_of(*parts: str) -> list[Path]:
    return [path for path in MODULES if part_of(path) in parts]


def test_the_modules_are_found():
    assert set(MAY_IMPORT) <= {part_of(path) for path in MODULES}
    assert "sphinx_adr.log.identifiers.sort_key" in set(imports(PACKAGE / "log" / "ledger.py"))
    assert "views" in parts_imported(PACKAGE / "domain.py")
    assert {"recording", "deriving"} <= parts_imported(PACKAGE / "domain.py"), "they stand inside functions"


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_go_one_way(part):
    wrong = {
        name_of(path): sorted(more)
        for path in modules_of(part)
        if (more := parts_imported(path) - MAY_IMPORT[part])
    }
    assert wrong == {}


def test_no_part_is_imported_by_what_it_imports():
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        graph.setdefault(part_of(path), set()).update(parts_imported(path))
    graph.pop("__init__")
    while graph:
        leaves = {part for part, others in graph.items() if not others & graph.keys()}
        assert leaves, f"these import each other in a circle: {sorted(graph)}"
        graph = {part: others for part, others in graph.items() if part not in leaves}


@pytest.mark.parametrize("path", modules_of("log", "views"), ids=name_of)
def test_the_core_names_neither_sphinx_nor_docutils(path):
    assert not [name for name in imports(path) if name.split(".")[0] in FORBIDDEN_IN_THE_CORE]


_IMPORT_ALL = """
import importlib, sys, types

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {forbidden!r}:
            raise ImportError(f"the core imports {{name}}")

sys.meta_path.insert(0, Refuse())
package = types.ModuleType("sphinx_adr")
package.__path__ = [{package!r}]
sys.modules["sphinx_adr"] = package
for name in {names!r}:
    importlib.import_module(name)
assert not [name for name in sys.modules if name.partition(".")[0] in {forbidden!r}]
"""


def test_the_core_is_imported_where_there_is_no_sphinx():
    names = [name_of(path) for path in modules_of("log", "views")]
    script = _IMPORT_ALL.format(forbidden=FORBIDDEN_IN_THE_CORE, package=str(PACKAGE), names=names)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_finished(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)
    assert ast.get_docstring(ast.parse(text)), "a module says what it is"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_printed_or_evaluated(path):
    if part_of(path) == "command":
        pytest.skip("a command talks to its user")
    called = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & {"print", "eval", "exec", "breakpoint"}


_ELSEWHERE = re.compile(
    r"(?<![\w.<:/-])(?:/(?:work|tmp|home|root|Users|opt|mnt|var)/|(?:\.\./)+shared\b)|[A-Z]:\\\\Users"
)


def sources() -> Iterator[Path]:
    for folder in (PACKAGE, ROOT / "docs"):
        for path in sorted(folder.rglob("*")):
            if (
                path.suffix in (".py", ".rst", ".md", ".css", ".json", ".toml", ".txt", ".po")
                and "_build" not in path.parts
            ):
                yield path
    yield from (
        path
        for name in ("README.md", "CHANGELOG.md", "tox.ini", "pyproject.toml")
        if (path := ROOT / name).exists()
    )


def test_nothing_names_a_path_outside_the_repository():
    found = {
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sources()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _ELSEWHERE.search(line)
    }
    assert found == set()


@pytest.mark.parametrize("text", ["see ../shared/x", "'/work/x'", "(/home/me/x)", "/tmp/x"])
def test_paths_elsewhere_are_recognised(text):
    assert _ELSEWHERE.search(text)


@pytest.mark.parametrize("text", ["https://example.org/home/x", "docs/tmp/x", "../sharing", "a/work/b"])
def test_other_paths_are_not(text):
    assert not _ELSEWHERE.search(text)
