"""Stored records of another make are known by their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_adr.log.shapes import shape

NOW = {"one.py": "id: str\ntitle: str\n", "two.py": "line: int\n"}


def made(folder: Path, name: str, sources: dict[str, str], version: str = "1.0") -> int:
    """The shape of a package *name* with *sources*."""
    package = folder / name
    package.mkdir()
    (package / "__init__.py").touch()
    for file, text in sources.items():
        (package / file).write_text(text, encoding="utf-8")
    return shape(name, sources or ["none.py"], version)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_the_same_sources_are_of_the_same_shape(folder):
    assert made(folder, "records_a", NOW) == made(folder, "records_b", NOW, "2.0")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("records_c", {**NOW, "one.py": "id: str\n"}),
        ("records_d", {**NOW, "one.py": "id: str\ntitle: int\n"}),
        ("records_e", {**NOW, "three.py": "date: str\n"}),
        ("records_f", {"two.py": NOW["two.py"]}),
    ],
)
def test_other_sources_are_of_another_shape(folder, name, other):
    assert made(folder, name, other) != made(folder, f"{name}_now", NOW)


def test_without_sources_the_version_counts(folder):
    first, again = made(folder, "records_g", {}), made(folder, "records_h", {})
    assert first == again != made(folder, "records_i", {}, "1.1")
