"""Our own words in other languages: the catalogues, and what builds show of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .conftest import needs_myst
from .support import MYST, RST, Markup, Project

translations = pytest.importorskip("tools.translations", reason="only a checkout has the tools")
LANGUAGES = translations.LANGUAGES
HOLE = re.compile(r"%(?:\(\w+\))?\w|%|\{\w+\}")


def entries(language: str) -> dict[str, str]:
    """What each word is called in *language*."""
    catalogue = translations.catalogue(language, translations.template())
    return {message.id: message.string for message in catalogue if message.id}


# -- the catalogues -------------------------------------------------------------------------------------------


def test_every_file_is_what_the_code_and_the_translators_say() -> None:
    for path, text in translations.files():
        assert path.read_bytes() == text, f"{path.name}: run `python -m tools.translations`"


def test_nothing_is_left_to_translate() -> None:
    assert list(translations.left_to_do()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fits_where_its_original_stands(language: str) -> None:
    for original, said in entries(language).items():
        assert sorted(HOLE.findall(said)) == sorted(HOLE.findall(original)), original
        assert said == said.strip() or original != original.strip(), original
        assert said[-1:] in ".。" if original.endswith(".") else said[-1:] not in ".。", original
        if "(" in original:
            assert re.search(r"[(（:：]", said) or HOLE.search(original), original


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_within_a_line_is_the_word_of_the_label(language: str) -> None:
    """German nouns keep their capital, and nothing else differs."""
    found = entries(language)
    for original, said in found.items():
        label = found.get(original[:1].upper() + original[1:])
        if label is not None and original[:1].islower():
            assert said.lower() == label.lower(), original
            assert said == label.lower() or language == "de", original


def test_a_mark_that_nobody_could_translate_is_refused(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("f\"{_('seen')}\"\nshown = _('also ' 'seen')\n")
    assert set(translations.words(module)) == {"seen", "also seen"}
    for text in ("_(f'{x}')", "_(word)", "_(1)", "_('a', 'b')", "_()"):
        module.write_text(text)
        with pytest.raises(ValueError, match=r"module.py:1: only one plain text"):
            list(translations.words(module))


def test_no_word_is_made_by_changing_its_case() -> None:
    """What a language writes within a line is its translators' to say."""
    rendering = translations.PACKAGE / "rendering"
    changed = re.compile(r"\)\.(lower|capitalize|title)\(\)")
    assert [path.name for path in rendering.rglob("*.py") if changed.search(path.read_text("utf-8"))] == []


# -- builds ---------------------------------------------------------------------------------------------------


def log(project: Project, markup: Markup) -> Project:
    """All that we show, around words of no language."""

    def adr(number: int, title: str, *body: str, **options: str) -> str:
        return markup.directive("adr", f"ADR-{number:04}: {title}", *body, **options)

    option = markup.directive("adr-option", "Qof", "+ Qix", chosen="")
    other = markup.directive("adr-option", "Qaf", "- Good, because Qux\n- Bad, because Quz")
    amendment = markup.directive("adr-amendment", "2025-12-01", "Qum.")
    decisions = (
        adr(1, "Qar", status="accepted", date="2020-01-01", requirements="PRD-REQ-001, PRD-REQ-004"),
        adr(
            2, "Qer", status="accepted", date="2021-01-01", supersedes="ADR-0001", requirements="PRD-REQ-003"
        ),
        adr(
            3,
            "Qir",
            "Qom PRD-REQ-003.",
            option,
            other,
            amendment,
            status="accepted",
            date="2022-01-01",
            supersedes="ADR-0002",
            requirements="PRD-REQ-001",
            drops="PRD-REQ-004",
            amends="ADR-0004#qam",
            deciders="Q. Q.",
            consulted="Q. R.",
            informed="Q. S.",
            tags="qtag",
            story="Q-1",
            review="2040-01-01",
            summary="Qol.",
            formerly="ADR-0099",
        ),
        adr(4, "Qor", markup.title("Qam", 2), "Qem.", status="accepted", date="2022", depends_on="ADR-0003"),
        adr(5, "Qur", status="proposed", date="2023", supersedes="ADR-0004", requirements="PRD-REQ-002"),
        adr(6, "Qyr", status="rejected", date="2023", supersedes="ADR-0003", relates_to="ADR-0005"),
        adr(7, "Qår", conflicts_with="ADR-0006", refines="ADR-0003"),
        adr(8, "Qør", status="draft", tags="qtag", date="2024-01-01"),
        adr(9, "Qær", status="withdrawn"),
        adr(10, "Qœr", status="deprecated", date="2019"),
    )
    every = (
        "id, decision, title, status, date, deciders, tags, requirements, supersedes, superseded_by, choice"
    )
    views = (
        markup.directive("adr-index"),
        markup.directive("adr-index", columns=every, group_by="tags"),
        markup.directive("adr-index", style="list"),
        markup.directive("adr-index", style="cards", as_of="2022-06-01"),
        markup.directive("adr-index", style="timeline", group_by="date"),
        markup.directive("adr-index", filter="id == 'Q'"),
        markup.directive("adr-matrix", csv=""),
        markup.directive("adr-matrix", style="list"),
        markup.directive("adr-matrix", rows="tags", columns="options"),
        markup.directive(
            "adr-graph", links="supersedes, amends, depends-on, relates-to, conflicts-with, refines"
        ),
        markup.directive("adr-graph", style="log"),
        markup.directive("adr-options"),
        markup.directive("adr-for", "PRD-REQ-001"),
        *(markup.directive("adr-requirement", f"PRD-REQ-00{n}: Qreq") for n in range(1, 6)),
        f"Qv {markup.role('adr', 'ADR-0001')}, {markup.role('adr', 'ADR-0008')}, {markup.role('adr', 'ADR-0007')}.",
    )
    page = markup.page(markup.title("Qlog"), *views, *decisions)
    return project.write({f"index{markup.suffix}": page}).configure(adr_today="2026-01-01")


class Seen(HTMLParser):
    """What a page shows and what it reads out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = ("title", "aria-label", "alt", "data-label")
        self.texts += [value or "" for name, value in attrs if name in told]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def english_left(language: str, text: str) -> Iterator[str]:
    """The words of ours in *text* that are still English."""
    own = " ".join(entries(language).values())
    for original, said in entries(language).items():
        for piece in HOLE.split(original):
            word = piece.strip(" ().:“”")
            seen = re.compile(rf"\b{re.escape(word)}\b")
            if word and said != original and seen.search(text) and not seen.search(own):
                yield word


SHOWN = {
    "de": (
        "Diese Entscheidung gilt nicht mehr.",
        "Bitte stattdessen ADR-0003 Qir lesen, in Kraft seit 2022-01-01.",
        "Bei Annahme würde diese Entscheidung ersetzt durch ADR-0005 Qur.",
        "Qv ADR-0001 (ersetzt durch ADR-0003)",
        "ADR-0008 (Entwurf)",
        "Entwurf: 1, vorgeschlagen: 1, angenommen: 2",
        "bewusst aufgegeben: 1",
        "Nachtrag (2025-12-01)",
        "Entscheidungen: ",
        "Schlagwörter × Optionen",
    ),
    "fr": (
        "Cette décision ne s’applique plus.",
        "Consultez plutôt ADR-0003 Qir, en vigueur depuis 2022-01-01.",
        "Qv ADR-0001 (remplacée par ADR-0003)",
        "ADR-0008 (brouillon)",
        "réexamen prévu : 2040-01-01",
        "brouillon : 1, proposée : 1, acceptée : 2",
        "Étiquettes par options",
    ),
    "es": (
        "Esta decisión ya no se aplica.",
        "Consulte en su lugar ADR-0003 Qir, en vigor desde 2022-01-01.",
        "Qv ADR-0001 (sustituida por ADR-0003)",
        "ADR-0008 (borrador)",
        "Opción no elegida",
        "borrador: 1, propuesta: 1, aceptada: 2",
        "Etiquetas por opciones",
    ),
    "ja": (
        "この決定は現在適用されていません。",
        "代わりに、2022-01-01から有効なADR-0003 Qirを参照してください。",
        "Qv ADR-0001 (ADR-0003に置き換え済み)",
        "ADR-0008 (下書き)",
        "検討した選択肢とその長所・短所",
        "下書き 1件, 提案中 1件, 承認済み 2件",
        "選択肢別のタグ",
    ),
}


@pytest.mark.parametrize(
    ("language", "markup"),
    [*((language, RST) for language in LANGUAGES), pytest.param("de", MYST, marks=needs_myst)],
)
def test_a_page_speaks_its_language(project: Project, markup: Markup, language: str) -> None:
    """Case 51: cards, banners, indexes, matrices, graphs, legends, options and references."""
    built = log(project, markup).configure(language=language).build()
    assert built.warnings == []
    texts = Seen(built.page("index").body).texts
    running = built.page("index").text
    for said in SHOWN[language]:
        assert said in running or said in texts, said
    assert sorted(english_left(language, " | ".join(texts))) == []


@pytest.mark.parametrize("language", ["fr", "ja"])
def test_text_and_pdf_speak_it_too(project: Project, language: str) -> None:
    log(project, RST).configure(language=language)
    text = " ".join(project.build("text").read("index.txt").split())
    assert sorted(english_left(language, text)) == []
    banner = SHOWN[language][0]
    assert banner in text
    assert banner in project.build("latex", doctrees="doctrees-latex").read("meter.tex").replace("'", "’")


def test_a_changed_language_is_a_clean_build(tmp_path: Path) -> None:
    def pages(*languages: str) -> str:
        project = log(Project(tmp_path / "-".join(languages) / "source"), RST)
        for language in languages:
            built = project.configure(language=language).build()
        return built.page("index").body

    assert pages("de", "ja", "en") == pages("en")
    assert pages("en", "de") == pages("de")


def test_the_sidebar_speaks_it(project: Project) -> None:
    log(project, RST).configure(language="de", html_sidebars={"**": ["adr_nav.html"]})
    html = project.build().read("index.html")
    assert "<h3>Entscheidungen</h3>" in html
    assert "(Entwurf)" in html
