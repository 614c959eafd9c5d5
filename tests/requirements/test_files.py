"""Requirements in files: CSV, JSON and needs.json, good and bad."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sphinx_adr.requirements import files
from sphinx_adr.requirements.files import read_files
from sphinx_adr.requirements.sources import FileSource, NeedsJsonSource, problems_of, read_sources

from ..support import Project

DECISION = ".. adr:: ADR-1: Poll\n   :status: accepted\n   :requirements: REQ-1\n"
INDEX = f"Log\n===\n\n{DECISION}\nSee :adr:req:`REQ-1` and :adr:req:`REQ-2`.\n\n.. adr-matrix::\n"


def read(folder: Path, text: str | bytes, name: str = "reqs.csv", **facts: object):
    """What a file says: ID, title, address and line of each requirement; and code, line and words of each finding."""
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    kind = NeedsJsonSource if name == "needs.json" else FileSource
    found, findings = read_files([kind(name, **facts)], folder)
    return (
        [(one.id, one.title, one.uri, one.place.line) for one in found],
        [(str(one.code), one.place.line, one.message) for one in findings],
    )


@pytest.mark.parametrize(
    "text",
    [
        "ID,Title,URL\nREQ-1,One,https://x.org/1\nREQ-2,Two,\n",
        "\ufeffid;title;link\r\nREQ-1;One;https://x.org/1\r\nREQ-2;Two;\r\n",
        "Requirement\tName\tHref\nREQ-1\tOne\thttps://x.org/1\nREQ-2\tTwo\n",
        "Title,Requirement_ID,uri,More\n One ,REQ-1,https://x.org/1,x\nTwo, REQ-2,,\n",
    ],
)
def test_csv_with_a_header(tmp_path, text):
    assert read(tmp_path, text) == ([("REQ-1", "One", "https://x.org/1", 2), ("REQ-2", "Two", None, 3)], [])


def test_a_title_over_several_lines_counts_in_lines(tmp_path):
    found, _ = read(tmp_path, 'id,title\nREQ-1,"One\nand more"\n\nREQ-2,Two\n')
    assert found == [("REQ-1", "One and more", None, 2), ("REQ-2", "Two", None, 5)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('[{"id": "REQ-1", "title": "One"},\n {"id": "REQ-2", "title": "Two"}]', (1, 2)),
        ('{"REQ-1": "One",\n\n "REQ-2": {"title": "Two"}}', (1, 3)),
        (
            '{"requirements": [\n{"Key": "REQ-1", "name": "One"},\n{"Key": "REQ-2", "Summary": "Two"}]}',
            (2, 3),
        ),
    ],
)
def test_json_as_a_list_or_by_id(tmp_path, text, lines):
    found, findings = read(tmp_path, text, "reqs.json")
    assert found == [("REQ-1", "One", None, lines[0]), ("REQ-2", "Two", None, lines[1])]
    assert findings == []


def test_json_as_a_list_of_ids(tmp_path):
    assert [one[0] for one in read(tmp_path, '["REQ-1", "REQ-2"]', "reqs.json")[0]] == ["REQ-1", "REQ-2"]


def test_columns_of_other_names(tmp_path):
    found, _ = read(tmp_path, "Nr,Was,id\nREQ-1,One,7\n", columns={"id": "nr", "title": "Was"})
    assert found == [("REQ-1", "One", None, 2)]


def test_only_addresses_of_the_web_become_links(tmp_path):
    found, _ = read(tmp_path, "id,url\nREQ-1,javascript:alert(1)\nREQ-2,HTTPS://x.org\nREQ-3,a/b\n")
    assert [uri for _id, _title, uri, _line in found] == [None, "HTTPS://x.org", None]


NEEDS = {
    "current_version": "2.0",
    "versions": {
        "1.0": {"needs": {"REQ-1": {"title": "Old", "type": "req", "docname": "a"}}},
        "2.0": {
            "needs": {
                "REQ-1": {"title": "New", "type": "req", "docname": "a/b"},
                "SPEC-1": {"title": "Spec", "type": "spec", "external_url": "https://y.org/#SPEC-1"},
            }
        },
    },
}


def test_needs_json(tmp_path):
    text = json.dumps(NEEDS, indent=1)
    found, findings = read(tmp_path, text, "needs.json", base_url="https://x.org/")
    lines = text.splitlines()
    assert [(one, title, uri) for one, title, uri, _line in found] == [
        ("REQ-1", "New", "https://x.org/a/b.html#REQ-1"),
        ("SPEC-1", "Spec", "https://y.org/#SPEC-1"),
    ]
    assert '"SPEC-1"' in lines[found[1][3] - 1]
    assert findings == []
    assert read(tmp_path, text, "needs.json", version="1.0")[0][0][:2] == ("REQ-1", "Old")
    assert [one[0] for one in read(tmp_path, text, "needs.json", types=("spec",))[0]] == ["SPEC-1"]


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("reqs.csv", b"id,title\nREQ-1,One\nREQ-2,\xff\n", 3, "not UTF-8"),
        ("reqs.csv", "name,title\nREQ-1,One\n", 1, "no column is called 'id'"),
        ("reqs.csv", "", 1, "no column"),
        ("reqs.csv", 'id,title\nREQ-1,One\nREQ-2,"Two\n', 3, "no CSV"),
        ("reqs.csv", 'id,title\nREQ-1,One\nREQ-2,"Two"x\n', 3, "no CSV"),
        ("reqs.json", '[\n{"id": "REQ-1"},\n', 3, "no JSON"),
        ("reqs.json", "[" * 100_000, 0, "nested too deeply"),
        ("reqs.json", "7", 1, "neither a list nor an object"),
        ("needs.json", "[]", 1, "no 'versions'"),
        ("needs.json", json.dumps({**NEEDS, "format_version": 2}), 1, "format 2"),
        ("needs.json", json.dumps({**NEEDS, "current_version": "3"}), 1, "'1.0', '2.0'"),
        ("needs.json", json.dumps({"versions": {"1": {}}, "current_version": "1"}), 1, "no needs"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_line(tmp_path, name, text, line, said):
    _, ((code, where, message),) = read(tmp_path, text, name)
    assert (code, where) == ("requirement-source", line)
    assert said in message


def test_what_precedes_an_error_is_kept(tmp_path):
    found, findings = read(tmp_path, 'id,title\nREQ-1,One\nREQ-2,"Two\n')
    assert [one[0] for one in found] == ["REQ-1"]
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("reqs.csv", "id,title\nREQ 1,One\n,Two\nREQ-3,Three\n", [2, 3]),
        ("reqs.json", '[{"id": "REQ 1"},\n{"title": "Two"}, 7,\n{"id": "REQ-3"}]', [1, 1, 2]),
    ],
)
def test_entries_without_a_good_id_are_left_out(tmp_path, name, text, lines):
    found, findings = read(tmp_path, text, name)
    assert [one[0] for one in found] == ["REQ-3"]
    assert [(code, line) for code, line, _ in findings] == [("requirement-malformed", line) for line in lines]


def test_files_that_are_too_large_absent_or_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    inside = tmp_path / "docs"
    inside.mkdir()
    (tmp_path / "secret.csv").write_text("id\nREQ-1\n")
    (inside / "linked.csv").symlink_to(tmp_path / "secret.csv")
    assert "more than" in read(inside, "id,title\nREQ-1,One\n")[1][0][2]
    for path, said in [
        ("../secret.csv", "inside the source folder"),
        (str(tmp_path / "secret.csv"), "inside the source folder"),
        ("linked.csv", "inside the source folder"),
        ("absent.csv", "No such file"),
        (".", "cannot be read"),
        ("a\0b.csv", "cannot be read"),
    ]:
        found, (finding,) = read_files([FileSource(path)], inside)
        assert found == []
        assert said in finding.message


# -- the setting ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("reqs.csv", "no table"),
        ({"path": "reqs.csv"}, "has the source None"),
        ({"source": "flie", "path": "x"}, "did you mean 'file'?"),
        ({"source": "file"}, "has no 'path'"),
        ({"source": "file", "path": 7}, "has no 'path'"),
        ({"source": "file", "path": "x.csv", "column": {}}, "did you mean 'columns'?"),
        ({"source": "file", "path": "x.csv", "columns": {"ID": "x"}}, "has 'ID' in 'columns'"),
        ({"source": "documents", "documents": "x", "pattern": "("}, "does not compile"),
        ({"source": "documents", "documents": "x", "pattern": "(x+x+)+y"}, "can take without end"),
        ({"source": "documents", "documents": "x", "in": ["rows"]}, "has 'rows' in 'in'"),
        ({"source": "needs", "types": []}, "has no 'types'"),
        ({"source": "needs.json", "path": "x", "version": 1}, "no text"),
    ],
)
def test_entries_that_cannot_be_used_are_left_out_alone(entry, said):
    good = {"source": "file", "path": "reqs.csv"}
    (problem,) = problems_of([good, entry])
    assert problem.startswith("entry 2 ")
    assert said in problem
    assert read_sources([entry, good]) == (FileSource("reqs.csv"),)


def test_the_setting_is_reported_where_it_stands(project: Project):
    project.write({"index.rst": INDEX, "reqs.csv": "id\nREQ-1\nREQ-2\n"})
    project.conf = 'adr_requirements = [{"source": "file", "path": "reqs.csv"}, {"source": "fiel"}]'
    built = project.build()
    assert [warned.code for warned in built.warnings] == ["adr.config-invalid"]
    line = (project.source / "conf.py").read_text().splitlines().index(project.conf) + 1
    assert built.warnings[0].line == line
    assert {one["id"]: one["source"] for one in built.register["requirements"]} == {
        "REQ-1": "file",
        "REQ-2": "file",
    }


# -- in a build -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("builder", ["html", "text", "latex"])
def test_requirements_of_a_file_are_named_and_linked(project: Project, builder: str):
    project.write(
        {"index.rst": INDEX, "reqs.csv": "id,title,url\nREQ-1,Often,https://x.org/1\nREQ-2,Rarely,\n"}
    )
    project.configure(adr_requirements=[{"source": "file", "path": "reqs.csv"}])
    built = project.build(builder, strict=True)
    text = next(
        path for path in built.out.iterdir() if path.name in ("index.html", "index.txt", "meter.tex")
    ).read_text()
    assert "Often" in text
    assert "Rarely" in text
    if builder != "text":
        assert "https://x.org/1" in text


def test_the_same_id_in_two_sources_is_reported(project: Project):
    page = f"{INDEX}\n.. adr-requirement:: REQ-1: Here\n"
    project.write({"index.rst": page, "reqs.csv": "id\nREQ-1\nREQ-2\n", "more.json": '[\n"REQ-2"]'})
    project.configure(
        adr_requirements=[{"source": "file", "path": name} for name in ("reqs.csv", "more.json")]
    )
    built = project.build()
    line = page.splitlines().index(".. adr-requirement:: REQ-1: Here") + 1
    assert sorted(built.where) == [
        ("adr.requirement-duplicate", "index.rst", line),
        ("adr.requirement-duplicate", "reqs.csv", 3),
    ]
