"""Records in languages other than English: the same facts, in Markdown and in reStructuredText."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sphinx_adr.log.dates import read_date
from sphinx_adr.log.languages import LANGUAGES, spellings
from sphinx_adr.log.section_names import Section, Side
from sphinx_adr.log.status_words import STATUS_WORDS
from sphinx_adr.log.vocabulary import ENGLISH_STATUS_WORDS, STATUSES, LinkKind

from ..support import Built, Project, has_myst

SUFFIXES = [
    pytest.param(".md", marks=pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")),
    ".rst",
]

# A title, the lines of its head, and its sections.
Text = tuple[str, str, Mapping[str, str]]

RECORDS: dict[str, tuple[Text, dict[str, Any]]] = {
    "german": (
        (
            "ADR-0011: Zählerstände als Ereignisse",
            "- Status: Angenommen\n- Datum: 6. Oktober 2025\n- Entscheidungsträger: M. Ortiz, Netzteam\n- Ersetzt: ADR-0001",
            {
                "Kontext und Problemstellung": "Zähler senden Stände.",
                "Entscheidungstreiber": "- Kosten\n- Dauer",
                "Betrachtete Optionen": "- Dateien\n- Ereignisse",
                "Entscheidungsergebnis": "Gewählte Option: „Ereignisse“, weil sie bleiben.",
                "Konsequenzen": "- Gut, weil nichts verloren geht\n- Schlecht, weil mehr zu speichern ist",
            },
        ),
        {
            "title": "Zählerstände als Ereignisse",
            "status": "accepted",
            "status_text": "Angenommen",
            "date": "2025-10-06",
            "deciders": ["M. Ortiz", "Netzteam"],
            "supersedes": ["ADR-0001"],
            "choice": "Ereignisse",
            "drivers": ["Kosten", "Dauer"],
            "options": [("Dateien", False), ("Ereignisse", True)],
            "sides": (["nichts verloren geht"], ["mehr zu speichern ist"]),
        },
    ),
    "french": (
        (
            "0012 — Relevés en événements",
            "- Statut : acceptée le 1er mars 2025\n- Décideurs : M. Ortiz\n- Complète : ADR-0001",
            {
                "Contexte": "Les compteurs envoient des relevés.",
                "Options envisagées": "- Fichiers\n- Événements",
                "Décision": "Option retenue : « Événements », parce qu'ils restent.",
                "Conséquences positives": "- Rien ne se perd",
                "Conséquences négatives": "- Plus à garder",
            },
        ),
        {
            "title": "Relevés en événements",
            "status": "accepted",
            "date": "2025-03-01",
            "deciders": ["M. Ortiz"],
            "links": [("amends", "ADR-0001")],
            "choice": "Événements",
            "options": [("Fichiers", False), ("Événements", True)],
            "sides": (["Rien ne se perd"], ["Plus à garder"]),
        },
    ),
    "spanish": (
        (
            "0013 · Lecturas como eventos",
            "- Fecha: 30 de junio de 2025\n- Estado: reemplazada parcialmente por ADR-0011 (los índices)\n- Decisores: Equipo de red",
            {
                "Contexto": "Los contadores envían lecturas.",
                "Opciones consideradas": "1. Ficheros\n2. Eventos",
                "Decisión": "Opción 2. Así queda todo.",
                "Consecuencias": "- Bueno, porque nada se pierde\n- Malo, porque ocupa más",
            },
        ),
        {
            "title": "Lecturas como eventos",
            "status": "accepted",
            "date": "2025-06-30",
            "deciders": ["Equipo de red"],
            "choice": "Eventos",
            "options": [("Ficheros", False), ("Eventos", True)],
            "sides": (["nada se pierde"], ["ocupa más"]),
        },
    ),
    "portuguese": (
        (
            "ADR 0014: Leituras como eventos",
            "- Status: Aceito\n- Data: 05/10/2025\n- Autores: Equipe de rede\n- Decisões relacionadas: ADR-0011 e ADR-0012",
            {
                "Contexto": "Os medidores enviam leituras.",
                "Decisão": "Gravar eventos.",
                "Consequências": "Nada se perde.",
            },
        ),
        {
            "title": "Leituras como eventos",
            "status": "accepted",
            "date": "2025-10-05",
            "date_text": "05/10/2025",
            "deciders": ["Equipe de rede"],
            "links": [("relates-to", "ADR-0011"), ("relates-to", "ADR-0012")],
        },
    ),
    "italian": (
        (
            "0015. Letture come eventi",
            "- Stato: sostituita dall'ADR 0016\n- Data: agosto 2025",
            {"Contesto": "I contatori inviano letture.", "Decisione": "Salvare eventi."},
        ),
        {
            "title": "Letture come eventi",
            "status": "superseded",
            "date": "2025-08",
            "superseded_by": ["ADR-0016"],
        },
    ),
    "dutch": (
        (
            "0016 - Standen als gebeurtenissen",
            "- Status: Goedgekeurd\n- Datum: 3 mei 2025\n- Beslissers: Netteam\n- Vervangt: ADR-0015",
            {"Achtergrond": "Meters sturen standen.", "Besluit": "Gebeurtenissen bewaren."},
        ),
        {
            "title": "Standen als gebeurtenissen",
            "status": "accepted",
            "date": "2025-05-03",
            "deciders": ["Netteam"],
            "supersedes": ["ADR-0015"],
        },
    ),
    "an ambiguous date in English": (
        (
            "ADR-0017: Dates",
            "- Status: Accepted\n- Date: 05/10/2025",
            {"Context": "Text.", "Decision": "Text."},
        ),
        {"status": "accepted", "date": None, "date_text": "05/10/2025", "problem": "date-invalid"},
    ),
    "data that is no date": (
        (
            "ADR-0018: Tables",
            "- Status: Accepted\n- Data: readings of meters",
            {"Context": "T.", "Decision": "T."},
        ),
        {"status": "accepted", "date": None, "date_text": None},
    ),
    "a denied status": (
        ("ADR-0019: Verneint", "- Status: nicht entschieden", {"Kontext": "Text.", "Entscheidung": "Text."}),
        {"status": "unknown", "status_text": "nicht entschieden", "problem": "status-unknown"},
    ),
    "no successor": (
        (
            "ADR-0020: Keine",
            "- Status: Akzeptiert\n- Ersetzt: Keine\n- Ersetzt durch: Keine",
            {"Kontext": "Text."},
        ),
        {"status": "accepted", "supersedes": [], "superseded_by": []},
    ),
    "English that looks like French": (
        (
            "ADR-0021: Move",
            "- Status: Accepted\n- Complete: ADR-0001",
            {"Context": "Text.", "Decision": "Text."},
        ),
        {"status": "accepted", "links": []},
    ),
}


def page(suffix: str, text: Text) -> str:
    title, head, sections = text
    if suffix == ".md":
        return f"# {title}\n\n{head}\n\n" + "\n\n".join(
            f"## {name}\n\n{body}" for name, body in sections.items()
        )
    return f"{title}\n{'=' * 60}\n\n{head}\n\n" + "\n\n".join(
        f"{name}\n{'-' * 40}\n\n{body}" for name, body in sections.items()
    )


@pytest.fixture(scope="module", params=SUFFIXES)
def log(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    suffix = request.param
    project = Project(tmp_path_factory.mktemp("languages") / "docs")
    project.configure(adr_documents=["adr/*"], suppress_warnings=["toc", "myst"])
    texts = {
        "ADR-0001 base": ("ADR-0001: Keep files", "- Status: Accepted", {"Context": "T.", "Decision": "T."})
    }
    texts |= {name: text for name, (text, _expected) in RECORDS.items()}
    project.write({"index.rst": "Log\n===\n"})
    project.write(
        {f"adr/{name.replace(' ', '-')}{suffix}": page(suffix, text) for name, text in texts.items()}
    )
    return project.build("adr", nitpicky=False)


@pytest.mark.parametrize("name", RECORDS)
def test_a_record(name: str, log: Built) -> None:
    docname = f"adr/{name.replace(' ', '-')}"
    (record,) = (one for one in log.register["decisions"] if one["docname"] == docname)
    problems = {p["code"] for p in log.register["problems"] if p["path"].rpartition(".")[0] == docname}
    expected = dict(RECORDS[name][1])
    wanted = expected.pop("problem", None)
    said = {key: record.get(key) for key in expected}
    if "options" in expected:
        said["options"] = [(one["name"], one["chosen"]) for one in record["options"]]
    if "links" in expected:
        said["links"] = [(one["kind"], one["target"]) for one in record["links"]]
    if "sides" in expected:
        said["sides"] = (record["consequences"]["positive"], record["consequences"]["negative"])
    assert said == expected
    assert problems - {"option-none-chosen", "superseded-cited"} == ({wanted} if wanted else set())


def test_a_part_is_replaced_and_the_rest_stays_in_force(log: Built) -> None:
    (german,) = (one for one in log.register["decisions"] if one["id"] == "ADR-0011")
    assert ("amends", "ADR-0013") in [(one["kind"], one["target"]) for one in german["links"]]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.name)
class TestLanguage:
    def test_its_tables_name_what_there_is(self, language: Any) -> None:
        assert set(language.statuses) == set(STATUSES)
        assert {Section(name) for name in language.sections} >= {
            Section.CONTEXT,
            Section.DECISION,
            Section.OPTIONS,
        }
        assert {Side(name) for name in language.sides} == set(Side)
        assert {LinkKind(name) for name in language.links} >= {LinkKind.SUPERSEDES, LinkKind.AMENDS}
        assert len(language.months.split(",")) == 12

    def test_no_word_contradicts_english(self, language: Any) -> None:
        for status, words in language.statuses.items():
            for word in spellings(words):
                assert STATUS_WORDS[word].status == status
                assert word not in ENGLISH_STATUS_WORDS or ENGLISH_STATUS_WORDS[word].status == status

    def test_its_months(self, language: Any) -> None:
        for number, names in enumerate(language.months.split(","), start=1):
            for name in names.split("|"):
                assert read_date(f"3 {name.strip()} 2025").iso == f"2025-{number:02}-03"


def test_spellings() -> None:
    assert [*spellings("remplacé/e par")] == [
        "remplacé par",
        "remplacée par",
        "remplace par",
        "remplacee par",
    ]
    assert [*spellings("aceptado/a")] == ["aceptado", "aceptada"]
    assert [*spellings("abgelöst")] == ["abgelöst", "abgelost", "abgeloest"]
    assert [*spellings("complète", exact=True)] == ["complète"]
    assert [*spellings("s'appuie sur")] == ["s'appuie sur", "sappuie sur"]
