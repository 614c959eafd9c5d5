"""Dutch."""

from __future__ import annotations

from .language import Language

DUTCH = Language(
    name="Dutch",
    statuses={
        "draft": "concept, in bewerking, idee",
        "proposed": (
            "voorgesteld, voorstel, in behandeling, ter discussie, in overweging, uitgesteld, openstaand"
        ),
        "accepted": (
            "geaccepteerd, aanvaard, aangenomen, goedgekeurd, besloten, vastgesteld, geïmplementeerd, "
            "actief, "
            "definitief, van kracht, bevestigd, akkoord"
        ),
        "rejected": "afgewezen, verworpen, niet geaccepteerd",
        "withdrawn": "ingetrokken, geannuleerd",
        "deprecated": "verouderd, vervallen, niet meer geldig",
        "superseded": "vervangen",
    },
    fields={
        "status": "Besluitstatus",
        "date": "Datum, datum besluit, besluitdatum, datum van besluit, besloten op",
        "created": "aangemaakt, aangemaakt op",
        "updated": "bijgewerkt, bijgewerkt op, laatst bijgewerkt, laatst gewijzigd",
        "deciders": (
            "Beslissers, Beslisser, Besluitvormers, Besluitnemers, besloten door, goedgekeurd door, "
            "Auteur, Auteurs, "
            "Eigenaar, Betrokkenen"
        ),
        "consulted": "geraadpleegd, geconsulteerd",
        "informed": "geïnformeerd, belanghebbenden",
        "tags": "trefwoorden, categorie, categorieën",
        "review": "volgende herziening, herzien op",
        "title": "Titel",
    },
    sections={
        "context": (
            "achtergrond, aanleiding, probleem, probleemstelling, context en probleemstelling, "
            "context en probleem, inleiding"
        ),
        "drivers": (
            "beslissingsfactoren, beslissingscriteria, besluitcriteria, criteria, drijfveren, "
            "overwegingsfactoren"
        ),
        "options": (
            "opties, overwogen opties, onderzochte opties, mogelijke opties, alternatieven, "
            "overwogen alternatieven, "
            "onderzochte alternatieven, mogelijke oplossingen, voor en nadelen, "
            "voor- en nadelen van de opties"
        ),
        "rejected": "verworpen alternatieven, verworpen opties, afgewezen alternatieven, afgewezen opties",
        "decision": "besluit, beslissing, besluiten, het besluit, uitkomst van het besluit, conclusie",
        "choice": "gekozen optie, gekozen oplossing, gekozen alternatief, keuze",
        "rationale": "onderbouwing, motivering, redenen, reden, argumentatie",
        "consequences": "gevolgen, consequenties, gevolg, implicaties, effecten",
        "mitigation": "mitigatie, mitigerende maatregelen, maatregelen tegen risico's",
        "confirmation": "bevestiging, validatie, verificatie, acceptatiecriteria",
        "related": (
            "gerelateerde besluiten, gerelateerde beslissingen, gerelateerde ADRs, zie ook, afhankelijkheden"
        ),
        "references": "referenties, verwijzingen, bronnen, meer informatie, bijlage",
        "apart": (
            "inhoud, inhoudsopgave, notities, opmerkingen, implementatie, implementatieplan, "
            "volgende stappen, "
            "open vragen, geschiedenis, wijzigingshistorie, begrippenlijst, voorbeeld, voorbeelden, "
            "migratie"
        ),
    },
    sides={
        "positive": (
            "voordelen, voordeel, positief, positieve gevolgen, positieve consequenties, goed, kansen"
        ),
        "negative": (
            "nadelen, nadeel, negatief, negatieve gevolgen, negatieve consequenties, risico's, risico, "
            "beperkingen, slecht"
        ),
        "neutral": "neutraal, neutrale gevolgen, neutrale consequenties",
    },
    links={
        "supersedes": ("vervangt", "vervangen door"),
        "amends": ("wijzigt, vult aan, breidt uit", "gewijzigd door, aangevuld door, uitgebreid door"),
        "depends-on": ("afhankelijkheden, is afhankelijk van, afhankelijk van, hangt af van, vereist", ""),
        "refines": ("verfijnt", "verfijnd door"),
        "relates-to": ("gerelateerd aan, zie ook", ""),
    },
    months=(
        "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december"
    ),
    options={
        "option": "optie, alternatief, oplossing, technologie, kandidaat",
        "reason": "reden, waarom niet, reden van afwijzing",
        "verdict": "gekozen, uitkomst, besluit",
        "chosen": "gekozen, gekozen optie, ja",
        "rejected": "afgewezen, verworpen, niet gekozen",
        "because": "omdat",
    },
    lists=(
        "gerelateerde besluiten, gerelateerde beslissingen, gerelateerde ADRs, referenties, "
        "verwijzingen, meer informatie"
    ),
    nothing="geen, niet van toepassing, nader te bepalen",
    partly="gedeeltelijk, deels",
    also="of",
    joining="maar, daarna",
    particles="de, het, een, van, door, dit, deze, deel, is, wordt, werd",
    names_of_record="besluit, beslissing",
    beside="sjabloon, LEESMIJ",
)
