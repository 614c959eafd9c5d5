"""Bad sources of requirements: each is told at its place, and the rest of the build is unharmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_adr.requirements import files

from ..support import Markup, Project

NEWER = json.dumps({"format_version": 2, "current_version": "1", "versions": {"1": {"needs": {}}}})
# The file, what is in it (nothing: it does not exist); the code, the line, and what is said.
BAD: dict[str, tuple[str, bytes | None, str, int, str]] = {
    "missing": ("absent.csv", None, "source", 0, "No such file"),
    "unreadable": ("closed.csv", b"id\nREQ-2\n", "source", 0, "Permission denied"),
    "not UTF-8": ("latin.csv", b"id,title\nREQ-2,Gr\xfc\xdfe\n", "source", 2, "not UTF-8"),
    "too large": ("large.csv", b"id\nREQ-2\n" + b"#" * 200, "source", 0, "more than"),
    "malformed CSV": ("bad.csv", b'id,title\nREQ-2,Two\nREQ-3,"Three\n', "source", 3, "no CSV"),
    "malformed JSON": ("bad.json", b'[\n{"id": "REQ-2"},\n{"id" "REQ-3"}]\n', "source", 3, "no JSON"),
    "newer needs.json": ("needs.json", NEWER.encode(), "source", 1, "format 2"),
    "malformed ID": ("ids.csv", b"id\nREQ-2\nREQ 3\n", "malformed", 3, "'REQ 3'"),
    "ID known already": ("twice.csv", b"id\nREQ-2\nREQ-1\n", "duplicate", 3, "REQ-1"),
}


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that nobody may open, whoever runs the tests; and files are large early."""
    opened = Path.open

    def guarded(self: Path, *arguments: object, **named: object) -> object:
        if self.name == "closed.csv" and arguments == ("rb",):
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    monkeypatch.setattr(files, "LARGEST", 180)


def entry(name: str) -> dict[str, str]:
    return {"source": "needs.json" if name == "needs.json" else "file", "path": name}


def page(markup: Markup) -> str:
    return markup.page(
        markup.title("Log"),
        markup.directive("adr", "ADR-1: Poll", status="accepted", requirements="REQ-1"),
        "See " + markup.role("adr:req", "REQ-1") + ".",
        markup.directive("adr-matrix"),
    )


@pytest.mark.parametrize("case", BAD)
def test_a_bad_source_is_told_and_harms_nothing(project: Project, markup: Markup, case: str):
    name, raw, code, line, said = BAD[case]
    project.write({f"index{markup.suffix}": page(markup), "good.csv": "id,title\nREQ-1,Often\n"})
    if raw is not None:
        (project.source / name).write_bytes(raw)
    project.configure(adr_requirements=[entry("good.csv"), entry(name)])
    for builder in ("html", "text"):
        built = project.build(builder)
        (warned,) = built.warnings
        assert warned.where == (f"adr.requirement-{code}", name, line)
        assert said in warned.text
        text = built.page("index").text if builder == "html" else built.read("index.txt")
        assert "Often" in text
        assert "1 covered" in text
    # A second build, in which no document changed, says it again.
    again = project.build()
    assert [warned.where for warned in again.warnings] == [(f"adr.requirement-{code}", name, line)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_sources_become_bad_and_good_again(tmp_path: Path, jobs: int):
    entries = [entry("good.csv"), *(entry(name) for name, *_ in BAD.values())]
    log = Project(tmp_path / "docs", conf=f"adr_requirements = {entries!r}\n")
    log.write(
        {
            "index.rst": "Log\n===\n\n.. toctree::\n   :glob:\n\n   a/*\n",
            "a/one.rst": "One\n===\n\n.. adr:: ADR-1: Poll\n   :status: accepted\n   :requirements: REQ-1\n",
            "a/two.rst": "Two\n===\n\n.. adr-matrix::\n",
        }
    )
    for number in range(5):
        log.write({f"a/more{number}.rst": f"More {number}\n======\n\nText.\n"})
    log.write({"good.csv": "id,title\nREQ-1,Often\n"})
    log.assert_exact(jobs=jobs)
    for name, raw, code, _line, said in BAD.values():
        if raw is None:
            continue
        (log.source / name).write_bytes(raw)
        told = [text for text in log.assert_exact(jobs=jobs).lines if f"/{name}:" in text]
        assert any(f"adr.requirement-{code}" in text and said in text for text in told)
        log.write({name: '{"REQ-9": "Nine"}' if name.endswith(".json") else "id\n"})


@pytest.mark.parametrize(
    ("pattern", "said"), [("REQ-(", "does not compile"), (r"(?:\w+-?)+\d", "can take without end")]
)
@pytest.mark.parametrize("where", ["adr_requirements", "adr_requirement_pattern"])
def test_a_bad_pattern_is_told_at_its_setting(
    project: Project, markup: Markup, pattern: str, said: str, where: str
):
    documents = {"source": "documents", "documents": "reqs"}
    sources = [{"source": "file", "path": "good.csv"}]
    settings = {"adr_requirements": [*sources, {**documents, "pattern": pattern}]}
    if where == "adr_requirement_pattern":
        settings = {"adr_requirements": sources, where: pattern}
    reqs = markup.page(markup.title("Reqs"), markup.title("A" * 60 + "-REQ-2: " + "a-" * 40, 2), "Text.")
    index = page(markup) + "\n\n" + markup.directive("toctree", "", "reqs") + "\n"
    project.write(
        {f"index{markup.suffix}": index, f"reqs{markup.suffix}": reqs, "good.csv": "id,title\nREQ-1,Often\n"}
    )
    built = project.configure(**settings).build()
    (warned,) = built.warnings
    lines = (project.source / "conf.py").read_text().splitlines()
    assert warned.where == (
        "adr.config-invalid",
        "conf.py",
        next(n for n, text in enumerate(lines, 1) if text.startswith(f"{where} =")),
    )
    assert said in warned.text
    assert [(one["id"], one["state"]) for one in built.register["requirements"]] == [("REQ-1", "covered")]
