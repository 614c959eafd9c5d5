"""Translated documentations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from .support import RST, Markup, Project

PAGE = (
    ("ADR-0013: ClickHouse for events", ("Context", "Events grow.")),
    ("ADR-0009: PostgreSQL", ("Context", "Few events.")),
)


def log(project: Project, markup: Markup) -> Project:
    blocks = [
        markup.directive(
            "adr",
            title,
            markup.title(heading, 2),
            text,
            status="accepted",
            date="2025-11-04",
            deciders="D. Okafor",
            tags="storage",
            requirements="PRD-REQ-001",
            **({"supersedes": "ADR-0009"} if "0013" in title else {}),
        )
        for title, (heading, text) in PAGE
    ]
    index = markup.page(
        markup.title("Log"),
        markup.directive("adr-index"),
        markup.directive("adr-matrix"),
        markup.directive("adr-graph"),
        markup.directive("adr-requirement", "PRD-REQ-001: Keep events", "For a year."),
        f"Read {markup.role('adr', 'ADR-0009')}.",
        *blocks,
    )
    return project.write({f"index{markup.suffix}": index})


def messages(pot: str) -> list[str]:
    """The messages of a template, without its head."""
    found = re.findall(r'^msgid ((?:".*"\n?)+)', pot, re.MULTILINE)
    return [message for text in found if (message := "".join(re.findall(r'"(.*)"', text)))]


def test_what_there_is_to_translate(project: Project, markup: Markup) -> None:
    """Case 49: titles, headings and texts once; no IDs, statuses or generated words."""
    built = log(project, markup).build("gettext", strict=True, doctrees="doctrees-gettext")
    assert messages(built.read("index.pot")) == [
        "Log",
        "For a year.",
        f"Read {markup.role('adr', 'ADR-0009')}.",
        "ClickHouse for events",
        "Context",
        "Events grow.",
        "PostgreSQL",
        "Few events.",
    ]


def test_where_it_stands(project: Project, markup: Markup) -> None:
    log(project, markup)
    built = project.configure(gettext_location=True).build(
        "gettext", strict=True, doctrees="doctrees-gettext"
    )
    source = (project.source / f"index{markup.suffix}").read_text(encoding="utf-8")
    pot = built.read("index.pot")
    place = re.search(r':(\d+)\n(?:#.*\n)*msgid "ClickHouse for events"', pot)
    assert place is not None
    assert int(place[1]) == markup.line_of(source, "ADR-0013: ClickHouse")


CATALOGUE = {
    "ClickHouse for events": "ClickHouse para eventos",
    "Context": "Contexto",
    "Few events.": "Pocos eventos.",
}


def translate(project: Project, catalogue: dict[str, str]) -> None:
    """Puts a Spanish catalogue beside the pages."""
    folder = project.source / "locale" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entries = "".join(f'msgid "{text}"\nmsgstr "{said}"\n\n' for text, said in catalogue.items())
    (folder / "index.po").write_text(head + entries, encoding="utf-8")


def test_a_translated_title_stands_everywhere(project: Project, markup: Markup) -> None:
    """Case 50: on the page, in index, graph and references; IDs and anchors stay."""
    log(project, markup).configure(language="es", locale_dirs=["locale"])
    translate(project, CATALOGUE)
    built = project.build(strict=True)
    page = built.page("index")
    headings = [text for _, text in page.headings]
    assert "ADR-0013: ClickHouse para eventos" in headings
    assert "Contexto" in headings
    assert "ADR-0009: PostgreSQL" in headings
    assert "ClickHouse for events" not in page.text
    assert page.text.count("ADR-0013 ClickHouse para eventos") >= 2
    assert "Pocos eventos." in page.text
    assert built.decision("ADR-0013")["title"] == "ClickHouse para eventos"
    assert [part["anchor"] for part in built.decision("ADR-0013")["parts"]] == ["adr-0013-context"]
    assert {"adr-0013", "adr-0013-context", "adr-0009", "adr-0009-context"} <= set(page.ids)


def test_parts_are_found_by_their_anchor_in_any_language(project: Project) -> None:
    log(project, RST).configure(language="es", locale_dirs=["locale"])
    project.write({"other.rst": ":orphan:\n\nOther\n=====\n\nSee :adr:`ADR-0013#adr-0013-context`.\n"})
    translate(project, CATALOGUE)
    page = project.build(strict=True).page("other")
    assert "index.html#adr-0013-context" in page.hrefs
    assert "See ADR-0013, Contexto" in page.text


def test_parts_are_found_by_their_words_in_the_source(project: Project) -> None:
    log(project, RST).configure(language="es", locale_dirs=["locale"])
    project.write(
        {
            "other.rst": ":orphan:\n\nOther\n=====\n\nSee :adr:`ADR-0013#context`.\n\n"
            ".. adr:: ADR-0014: Keep less\n   :status: accepted\n   :supersedes: ADR-0013#context\n"
        }
    )
    translate(project, CATALOGUE)
    built = project.build(strict=True)
    assert "index.html#adr-0013-context" in built.page("other").hrefs
    assert built.decision("ADR-0014")["links"][0]["state"] == "effective"
    assert built.decision("ADR-0013")["in_force"]


def test_a_translation_changes_words_and_no_facts(project: Project, markup: Markup) -> None:
    body = markup.page(
        markup.title("Context", 2),
        "For PRD-REQ-001.",
        markup.title("Considered Options", 2),
        "* PostgreSQL\n* MySQL",
        markup.title("Decision", 2),
        "We will use PostgreSQL.",
        markup.title("Positive consequences", 2),
        "* Known to all",
    )
    adr = markup.directive("adr", "ADR-0001: Store", body, status="accepted")
    project.write({f"index{markup.suffix}": markup.page(markup.title("Log"), adr)})
    project.configure(locale_dirs=["locale"], adr_required_sections=["context", "decision", "options"])
    before = project.build(strict=True).decision("ADR-0001")
    project.configure(language="es")
    headings = {
        "Context": "Contexto",
        "Considered Options": "Opciones",
        "Decision": "Lo decidido",
        "Positive consequences": "Lo bueno",
    }
    translate(project, headings)
    after = project.build(strict=True).decision("ADR-0001")
    assert [part.pop("title") for part in after["parts"]] == list(headings.values())
    for part in before["parts"]:
        del part["title"]
    assert before["choice"] == "PostgreSQL"
    assert after == before


def test_a_fault_in_a_translation_is_told_at_the_original(project: Project) -> None:
    log(project, RST).configure(language="es", locale_dirs=["locale"])
    translate(project, CATALOGUE | {"Few events.": "Pocos, :adr:`ADR-9999`."})
    built = project.build()
    page = (project.source / "index.rst").read_text(encoding="utf-8")
    line = RST.line_of(page, "Few events.")
    assert ("adr.reference-dangling", "index.rst", line) in built.where
    (problem,) = [one for one in built.register["problems"] if one["code"] == "reference-dangling"]
    assert (problem["path"], problem["line"]) == ("index.rst", line)


def test_texts_of_options_and_amendments_are_to_translate(project: Project, markup: Markup) -> None:
    option = markup.directive("adr-option", "PostgreSQL", "- Good, because known\n- Slow at scale")
    added = markup.directive("adr-amendment", "2025-11-05", "Kept for two years.")
    adr = markup.directive("adr", "ADR-0001: Store", option, added, status="accepted")
    project.write({f"index{markup.suffix}": markup.page(markup.title("Log"), adr)})
    built = project.build("gettext", strict=True, doctrees="doctrees-gettext")
    assert messages(built.read("index.pot")) == [
        "Log", "Store", "Good, because known", "Slow at scale", "Kept for two years.",
    ]  # fmt: skip


def test_an_edited_catalogue_reaches_index_and_references(project: Project) -> None:
    """Case 50."""
    log(project, RST).configure(language="es", locale_dirs=["locale"])
    project.write({"other.rst": ":orphan:\n\nOther\n=====\n\n.. adr-index::\n"})
    translate(project, CATALOGUE)
    project.build(strict=True)
    translate(project, CATALOGUE | {"ClickHouse for events": "Otra cosa"})
    built = project.build(strict=True)
    assert "ADR-0013 Otra cosa" in built.page("other").text
    assert "ADR-0013: Otra cosa" in built.page("index").text


@pytest.mark.parametrize("language", ["tlh", "de", "ja", "ar"])
def test_a_language_without_a_catalogue_falls_back(project: Project, language: str) -> None:
    """Case 51."""
    built = log(project, RST).configure(language=language).build()
    assert [warned for warned in built.warnings if warned.code.startswith("adr")] == []
    assert "ADR-0009" in built.page("index").text


def test_every_catalogue_of_ours_compiles(tmp_path: Path) -> None:
    """Case 51."""
    import sphinx_adr

    for path in (Path(sphinx_adr.__file__).parent / "locale").rglob("*.po"):
        with path.open("rb") as stream, (tmp_path / "out.mo").open("wb") as out:
            write_mo(out, read_po(stream, abort_invalid=True))
