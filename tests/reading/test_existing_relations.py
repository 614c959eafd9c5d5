"""What existing documents say of each other, in Markdown and in reStructuredText."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..support import Built, Project, has_myst

needs_myst = pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")

MD = "# {title}\n\n## Status\n\n{status}\n\n## Context\n\nMeters send readings.\n\n## Decision\n\nWe store them.\n\n{more}\n"
RST = (
    "{title}\n{line}\n\nStatus\n------\n\n{status}\n\nContext\n-------\n\nMeters send readings.\n\n"
    "Decision\n--------\n\nWe store them.\n\n{more}\n"
)


def record(suffix: str, title: str, status: str = "Accepted", more: str = "") -> str:
    """A record in the markup of *suffix*."""
    if suffix == ".md":
        return MD.format(title=title, status=status, more=more)
    return RST.format(title=title, line="=" * len(title), status=status, more=more)


def read(tmp_path: Path, suffix: str, files: dict[str, str], **settings: object) -> Built:
    """The register of *files* beside an old and an older record."""
    project = Project(tmp_path / "docs").configure(
        adr_documents=["adr/*", "more/*"], suppress_warnings=["toc", "myst", "ref"]
    )
    project.configure(myst_enable_extensions=["strikethrough"]).configure(**settings)
    label = "(old-record)=\n" if suffix == ".md" else ".. _old-record:\n\n"
    project.write(
        {
            "index.rst": "Log\n===\n",
            f"adr/0001-keep-files{suffix}": label + record(suffix, "1. Keep files"),
            f"more/0002-send-mails{suffix}": record(suffix, "2. Send mails"),
            **files,
        }
    )
    return project.build("adr", nitpicky=False)


def links(built: Built, identifier: str = "ADR-0009") -> list[tuple[str, str, str]]:
    """The links that a decision states, as kind, target and state; those of the other side with its kind."""
    register = built.register["decisions"]
    found = []
    for one in register:
        for link in one["links"]:
            if identifier in link["authored_on"]:
                kind = link["kind"] if one["id"] == identifier else f"{link['kind']} (by {one['id']})"
                found.append((kind, link["target"], link["state"]))
    return sorted(found)


TO_OLD = [("supersedes", "ADR-0001", "effective")]
BY_OLD = [("supersedes (by ADR-0001)", "ADR-0009", "effective")]
TO_MORE = [("supersedes", "ADR-0002", "effective")]
RELATED = [("relates-to", "ADR-0001", "effective")]

IN_MARKDOWN = {
    "relative path": ("Supersedes [1](0001-keep-files.md)", TO_OLD),
    "relative path with a dot": ("Supersedes [1](./0001-keep-files.md)", TO_OLD),
    "no extension": ("Supersedes [1](0001-keep-files)", TO_OLD),
    "html": ("Supersedes [1](0001-keep-files.html)", TO_OLD),
    "other folder": ("Supersedes [2](../more/0002-send-mails.md)", TO_MORE),
    "root-relative": ("Supersedes [1](/adr/0001-keep-files.md)", TO_OLD),
    "root-relative in another root": ("Supersedes [1](/docs/adr/0001-keep-files.md)", TO_OLD),
    "bare file name in another folder": ("Supersedes [2](0002-send-mails.md)", TO_MORE),
    "an anchor": ("Supersedes [1](0001-keep-files.md#decision)", TO_OLD),
    "a role": ("Supersedes {doc}`0001-keep-files`", TO_OLD),
    "a reference": ("Supersedes {ref}`old-record`", TO_OLD),
    "a reference with a text": ("Supersedes {ref}`the old one <old-record>`", TO_OLD),
    "a link to a label": ("Supersedes [the old one](#old-record)", TO_OLD),
    "a link by reference": ("Supersedes [the old one][o]\n\n[o]: 0001-keep-files.md", TO_OLD),
    "an ID": ("Accepted. Supersedes ADR-0001", TO_OLD),
    "an ID spelled otherwise": ("Accepted, supersedes ADR 1", TO_OLD),
    "an ID without zeros": ("Accepted, supersedes ADR-1", TO_OLD),
    "a number": ("Accepted, supersedes 0001", TO_OLD),
    "a number with a hash": ("Accepted, supersedes #1", TO_OLD),
    "an exact title": ('Accepted, supersedes "Keep files"', TO_OLD),
    "an adr-tools line": ("Accepted\n\nSupercedes [1. Keep files](0001-keep-files.md)", TO_OLD),
    "the other side": ("Superseded by [ADR-0001](0001-keep-files.md)", BY_OLD),
    "the other side, an old spelling": ("Superceded by [1](0001-keep-files.md)", BY_OLD),
    "replaced": ("Replaced by ADR-0001", BY_OLD),
    "obsoleted": ("Obsoleted by ADR-0001", BY_OLD),
    "broken over lines": ("Accepted; supersedes\n[Keep\nfiles](0001-keep-files.md)", TO_OLD),
    "amends": ("Accepted\n\nAmends [1](0001-keep-files.md)", [("amends", "ADR-0001", "effective")]),
    "amended by": (
        "Accepted\n\nAmended by [1](0001-keep-files.md)",
        [("amends (by ADR-0001)", "ADR-0009", "effective")],
    ),
    "partially": ("Accepted, partially supersedes ADR-0001", [("amends", "ADR-0001", "effective")]),
    "refines": ("Accepted, refines ADR-0001", [("refines", "ADR-0001", "effective")]),
    "two at once": ("Accepted, supersedes ADR-0001 and ADR-0002", TO_OLD + TO_MORE),
    "not": ("Accepted. It does not supersede ADR-0001.", []),
    "a template": ("Accepted\n\nSuperseded by [ADR-XXXX](XXXX-title.md)", []),
    "struck through": ("Accepted ~~supersedes ADR-0001~~", []),
    "a missing file": (
        "Supersedes [1](0001-keep-everything.md)",
        [("supersedes", "adr/0001-keep-everything", "dangling")],
    ),
    "a file outside": ("Accepted, supersedes [1](https://example.org/adr/0001-keep-files.md)", None),
}

IN_RST = {
    "doc": ("Supersedes :doc:`0001-keep-files`", TO_OLD),
    "doc from the root": ("Supersedes :doc:`/adr/0001-keep-files`", TO_OLD),
    "doc with a text": ("Supersedes :doc:`the old one <0001-keep-files>`", TO_OLD),
    "ref": ("Supersedes :ref:`old-record`", TO_OLD),
    "ref with a text": ("Supersedes :ref:`the old one <old-record>`", TO_OLD),
    "a named hyperlink": ("Supersedes `Keep files`_\n\n.. _Keep files: 0001-keep-files.rst", TO_OLD),
    "a named hyperlink to a page": (
        "Supersedes `Keep files`_\n\n.. _Keep files: 0001-keep-files.html",
        TO_OLD,
    ),
    "an embedded link": ("Supersedes `Keep files <0001-keep-files.rst>`_", TO_OLD),
    "an anonymous link": ("Supersedes `Keep files <./0001-keep-files.rst>`__", TO_OLD),
    "an embedded link elsewhere": ("Supersedes `mails <../more/0002-send-mails.html>`_", TO_MORE),
    "any": ("Supersedes :any:`old-record`", TO_OLD),
    "our role": ("Supersedes :adr:`ADR-0001`", TO_OLD),
    "an ID": ("Accepted; supersedes ADR-0001", TO_OLD),
    "a number": ("Accepted (supersedes ADR 1)", TO_OLD),
    "a file name": ("Accepted. Supersedes 0001-keep-files.rst.", TO_OLD),
    "a literal file name": ("Accepted. Supersedes ``0001-keep-files.rst``.", TO_OLD),
    "the other side": ("Superseded by :doc:`0001-keep-files`", BY_OLD),
    "a deprecation": ("Deprecated, see :doc:`0001-keep-files`", None),
    "a missing file": (
        "Supersedes :doc:`0001-keep-everything`",
        [("supersedes", "adr/0001-keep-everything", "dangling")],
    ),
    "not": ("Accepted. This does not replace ADR-0001.", []),
}


@needs_myst
@pytest.mark.parametrize("name", IN_MARKDOWN)
def test_a_status_in_markdown_names_another_record(name: str, tmp_path: Path) -> None:
    status, expected = IN_MARKDOWN[name]
    status = f"Accepted\n\n{status}" if status.startswith("Supersedes") else status
    built = read(tmp_path, ".md", {"adr/0009-new.md": record(".md", "9. New", status)})
    if expected is not None:
        assert links(built) == expected, built.register["problems"]


@pytest.mark.parametrize("name", IN_RST)
def test_a_status_in_restructuredtext_names_another_record(name: str, tmp_path: Path) -> None:
    status, expected = IN_RST[name]
    status = f"Accepted\n\n{status}" if status.startswith("Supersedes") else status
    built = read(tmp_path, ".rst", {"adr/0009-new.rst": record(".rst", "9. New", status)})
    if expected is not None:
        assert links(built) == expected, built.register["problems"]


SECTIONS = {
    "links": ("## Links\n\n- Supersedes [ADR-0001](0001-keep-files.md)", TO_OLD),
    "MADR links": (
        "## Links\n\n* [Refines] [ADR-0001](0001-keep-files.md)",
        [("refines", "ADR-0001", "effective")],
    ),
    "MADR 2 links": (
        "## Links\n\n* Refined by [ADR-0001](0001-keep-files.md)",
        [("refines (by ADR-0001)", "ADR-0009", "effective")],
    ),
    "a link type that is template": (
        "## Links\n\n* [Link type] [Link to ADR] <!-- example: Refined by [ADR-0005](0005-example.md) -->",
        [],
    ),
    "related": ("## Related Decisions\n\n- [Keep files](0001-keep-files.md)", RELATED),
    "related IDs": ("## Related\n\n- ADR-0001: Keep files", RELATED),
    "typed list": (
        "## Related\n\n- **Supersedes:** ADR-0001\n- **Depends on:** ADR-0002",
        [("depends-on", "ADR-0002", "effective"), *TO_OLD],
    ),
    "typed nested list": (
        "## Related\n\n- Supersedes:\n  - [ADR-0001](0001-keep-files.md)\n- Depends on:\n  - ADR-0002",
        [("depends-on", "ADR-0002", "effective"), *TO_OLD],
    ),
    "typed table": (
        "## Related Decisions\n\n| Decision | Relation |\n|---|---|\n| ADR-0001 | supersedes |",
        TO_OLD,
    ),
    "a section of its own": ("## Supersedes\n\n- ADR-0001", TO_OLD),
    "a section of the other side": ("## Superseded by\n\n[Keep files](0001-keep-files.md)", BY_OLD),
    "more information": ("## More Information\n\nThis decision supersedes ADR-0001.", TO_OLD),
    "more information with a mention": (
        "## More Information\n\nSee [Keep files](0001-keep-files.md).",
        RELATED,
    ),
    "references": (
        "## References\n\n- [ADR-0001](0001-keep-files.md)\n- [RFC 2119](https://example.org/rfc)",
        RELATED,
    ),
    "a sentence of the text": ("## Notes\n\nThis ADR supersedes ADR-0001.", TO_OLD),
    "a sentence about others": ("## Notes\n\nADR-0001 superseded ADR-0002 in spring.", []),
    "related requirements": ("## Related Requirements\n\n- METER-REQ-001", []),
    "none": ("## Related Decisions\n\nNone.", []),
    "below a bold line": ("**Related decisions**\n\n- ADR-0001", RELATED),
}


@needs_myst
@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_names_another_record(name: str, tmp_path: Path) -> None:
    more, expected = SECTIONS[name]
    built = read(tmp_path, ".md", {"adr/0009-new.md": record(".md", "9. New", more=more)})
    assert links(built) == expected, built.register["problems"]


FRONT = {
    "ID": ("supersedes: ADR-0001", TO_OLD),
    "list": ("supersedes: [ADR-0001, ADR-0002]", TO_OLD + TO_MORE),
    "block list": ("supersedes:\n  - ADR-0001\n  - ADR-0002", TO_OLD + TO_MORE),
    "octal": ("supersedes: 0001", TO_OLD),
    "path": ("supersedes: 0001-keep-files.md", TO_OLD),
    "the other side": ("superseded-by: ADR-0001", BY_OLD),
    "with an underscore": ("superseded_by: ADR-0001", BY_OLD),
    "camel case": ("supersededBy: ADR-0001", BY_OLD),
    "a link": ('superseded-by: "[ADR-0001](0001-keep-files.md)"', BY_OLD),
    "in the status": ('status: "superseded by [ADR-0001](0001-keep-files.md)"', BY_OLD),
    "in the status by number": ("status: superseded by 0001", BY_OLD),
    "null": ("superseded-by: null", []),
    "nothing": ("superseded-by:", []),
    "a template": ('superseded-by: "{ADR number}"', []),
    "related": ("related:\n  - 0001-keep-files.md", RELATED),
}


@needs_myst
@pytest.mark.parametrize("name", FRONT)
def test_front_matter_names_another_record(name: str, tmp_path: Path) -> None:
    fields, expected = FRONT[name]
    text = record(".md", "9. New")
    if fields.startswith("status"):
        text = text.replace("## Status\n\nAccepted\n\n", "")
    built = read(tmp_path, ".md", {"adr/0009-new.md": f"---\n{fields}\n---\n{text}"})
    assert links(built) == expected, built.register["problems"]


FIELDS = {
    "field": (":Status: Accepted\n:Supersedes: ADR-0001", TO_OLD),
    "fields": (":Supersedes: ADR-0001, ADR-0002\n:Status: Accepted", TO_OLD + TO_MORE),
    "repeated": (":Supersedes: ADR-0001\n:Supersedes: ADR-0002\n:Status: Accepted", TO_OLD + TO_MORE),
    "doc": (":Status: Accepted\n:Superseded-By: :doc:`0001-keep-files`", BY_OLD),
    "bullets": ("* Status: Accepted\n* Supersedes: `old <0001-keep-files.rst>`_", TO_OLD),
    "a table": (
        "==========  ========\nStatus      Accepted\nSupersedes  ADR-0001\n==========  ========",
        TO_OLD,
    ),
}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_names_another_record(name: str, tmp_path: Path) -> None:
    fields, expected = FIELDS[name]
    text = record(".rst", "9. New").replace("Status\n------\n\nAccepted\n", f"{fields}\n")
    assert links(read(tmp_path, ".rst", {"adr/0009-new.rst": text})) == expected


def test_a_missing_file_is_reported_and_not_found_by_its_number(tmp_path: Path) -> None:
    text = record(".rst", "9. New", "Accepted, supersedes :doc:`0001-keep-everything`")
    built = read(tmp_path, ".rst", {"adr/0009-new.rst": text})
    assert [p["code"] for p in built.register["problems"]] == ["link-dangling"]
    assert built.decision("ADR-0001")["superseded_by"] == []


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("../AGENTS.md", []),
        ("../CHANGELOG", []),
        ("../DECISIONS.md", ["link-dangling"]),
        ("../notes.md", ["link-dangling"]),
    ],
)
def test_files_of_the_whole_project_are_no_decisions(target: str, found: list[str], tmp_path: Path) -> None:
    text = f"9. New\n======\n\n:Status: Accepted\n:Related: `the file <{target}>`_\n\nContext\n-------\n\nText.\n"
    built = read(tmp_path, ".rst", {"adr/0009-new.rst": text})
    assert [p["code"] for p in built.register["problems"] if p["path"] == "adr/0009-new.rst"] == found


def test_an_ambiguous_number_is_reported_with_its_candidates(tmp_path: Path) -> None:
    built = read(
        tmp_path,
        ".rst",
        {
            "more/0001-keep-mails.rst": record(".rst", "1. Keep mails"),
            "adr/0009-new.rst": record(".rst", "9. New", "Accepted, supersedes ADR-0001"),
        },
    )
    ambiguous = [p for p in built.register["problems"] if p["code"] == "link-ambiguous"]
    assert len(ambiguous) == 1
    assert "adr/0001-keep-files" in ambiguous[0]["message"]
    assert "more/0001-keep-mails" in ambiguous[0]["message"]
    assert ambiguous[0]["path"] == "adr/0009-new.rst"


def test_a_path_tells_two_records_of_one_number_apart(tmp_path: Path) -> None:
    built = read(
        tmp_path,
        ".rst",
        {
            "more/0001-keep-mails.rst": record(".rst", "1. Keep mails"),
            "adr/0009-new.rst": record(".rst", "9. New", "Accepted, supersedes :doc:`/more/0001-keep-mails`"),
        },
    )
    by_docname = {one["docname"]: one["effective_status"] for one in built.register["decisions"]}
    assert by_docname["more/0001-keep-mails"] == "superseded"
    assert by_docname["adr/0001-keep-files"] == "accepted"


def test_a_record_of_a_page_is_named_by_its_anchor(tmp_path: Path) -> None:
    page = "Log\n===\n\nADR-0021: One\n-------------\n\nStatus: accepted\n\nADR-0022: Two\n-------------\n\nStatus: accepted\n"
    built = read(
        tmp_path,
        ".rst",
        {
            "adr/log.rst": page,
            "adr/0009-new.rst": record(".rst", "9. New", "Accepted; supersedes `two <log.html#adr-0022>`_"),
        },
    )
    assert links(built) == [("supersedes", "ADR-0022", "effective")]
