"""German."""

from __future__ import annotations

from .language import Language

GERMAN = Language(
    name="German",
    statuses={
        "draft": "Entwurf, in Arbeit, in Bearbeitung, Idee",
        "proposed": (
            "vorgeschlagen, Vorschlag, offen, ausstehend, in Prüfung, in Diskussion, in Abstimmung, "
            "zur Diskussion, "
            "zur Prüfung, zur Abstimmung, zurückgestellt, vertagt"
        ),
        "accepted": (
            "akzeptiert, angenommen, beschlossen, entschieden, genehmigt, gültig, aktiv, umgesetzt, "
            "implementiert, "
            "verabschiedet, freigegeben, bestätigt, in Kraft, gilt, abgeschlossen"
        ),
        "rejected": "abgelehnt, verworfen, nicht angenommen, nicht akzeptiert",
        "withdrawn": "zurückgezogen, aufgegeben, fallengelassen",
        "deprecated": (
            "veraltet, überholt, abgekündigt, nicht mehr gültig, nicht mehr aktuell, außer Kraft, obsolet"
        ),
        "superseded": "ersetzt, abgelöst",
    },
    fields={
        "status": "Zustand, Entscheidungsstatus",
        "date": (
            "Datum, Entscheidungsdatum, Datum der Entscheidung, Beschlussdatum, entschieden am, "
            "beschlossen am"
        ),
        "created": "erstellt, erstellt am, Erstellungsdatum, angelegt am",
        "updated": (
            "aktualisiert, aktualisiert am, geändert am, letzte Änderung, letzte Aktualisierung, "
            "zuletzt aktualisiert, zuletzt geändert, letzte Überarbeitung"
        ),
        "deciders": (
            "Entscheider, Entscheiderin, Entscheiderinnen, Entscheidungsträger, Entscheidungsträgerin, "
            "entschieden von, entschieden durch, beschlossen von, genehmigt von, Autor, Autoren, "
            "Autorin, Autorinnen, "
            "Verfasser, Verantwortlich, Verantwortliche, Verantwortlicher, Eigentümer, Beteiligte"
        ),
        "consulted": "konsultiert, befragt, einbezogen",
        "informed": "informiert",
        "tags": "Schlagworte, Schlagwörter, Stichworte, Kategorie, Kategorien",
        "review": "nächste Überprüfung, Überprüfung am, Wiedervorlage",
        "title": "Titel",
    },
    sections={
        "context": (
            "Kontext, Hintergrund, Ausgangslage, Ausgangssituation, Problem, Problemstellung, "
            "Fragestellung, "
            "Kontext und Problemstellung, Kontext und Problem, Problem und Kontext, Einleitung"
        ),
        "drivers": (
            "Entscheidungstreiber, Treiber, Einflussfaktoren, Entscheidungskriterien, Kriterien, "
            "Bewertungskriterien, Entscheidungsfaktoren"
        ),
        "options": (
            "Optionen, betrachtete Optionen, erwogene Optionen, geprüfte Optionen, untersuchte Optionen, "
            "mögliche Optionen, Handlungsoptionen, Lösungsoptionen, Alternativen, "
            "betrachtete Alternativen, "
            "erwogene Alternativen, geprüfte Alternativen, untersuchte Alternativen, "
            "Lösungsalternativen, Varianten, "
            "betrachtete Varianten, mögliche Lösungen, weitere Optionen, Vor- und Nachteile, "
            "Vor- und Nachteile der Optionen, Pro und Contra, Pro und Contra der Optionen, "
            "Optionen im Detail"
        ),
        "rejected": (
            "verworfene Alternativen, verworfene Optionen, abgelehnte Alternativen, abgelehnte Optionen, "
            "nicht gewählte Optionen, nicht gewählte Alternativen, verworfen"
        ),
        "decision": (
            "Entscheidung, Entscheidungen, Entscheidungsergebnis, Ergebnis der Entscheidung, "
            "die Entscheidung, "
            "Beschluss, Fazit"
        ),
        "choice": (
            "gewählte Option, ausgewählte Option, gewählte Lösung, gewählte Alternative, gewählte Variante"
        ),
        "rationale": "Begründung, Begründungen, Gründe, Begründung der Entscheidung",
        "consequences": (
            "Konsequenzen, Konsequenz, Folgen, Auswirkungen, Auswirkung, Folgen und Auswirkungen, "
            "Konsequenzen und Risiken, Konsequenzen der Entscheidung, Abwägungen"
        ),
        "mitigation": "Gegenmaßnahmen, Risikominderung, Risiken und Gegenmaßnahmen",
        "confirmation": "Bestätigung, Validierung, Verifikation, Akzeptanzkriterien, Erfolgskriterien",
        "related": (
            "verwandte Entscheidungen, verwandte ADRs, zugehörige Entscheidungen, siehe auch, Abhängigkeiten"
        ),
        "references": (
            "Referenzen, Verweise, Quellen, weitere Informationen, weiterführende Informationen, "
            "weiterführende Links, Literatur, Anhang"
        ),
        "apart": (
            "Inhalt, Inhaltsverzeichnis, Notizen, Anmerkungen, Hinweise, Umsetzung, Umsetzungsplan, "
            "Implementierung, Implementierungsplan, nächste Schritte, offene Fragen, offene Punkte, "
            "Änderungshistorie, Historie, Glossar, Beispiel, Beispiele"
        ),
    },
    sides={
        "positive": (
            "positiv, Vorteile, Vorteil, positive Konsequenzen, positive Folgen, "
            "positive Auswirkungen, Chancen, "
            "Nutzen, gut, Stärken"
        ),
        "negative": (
            "negativ, Nachteile, Nachteil, contra, kontra, negative Konsequenzen, negative Folgen, "
            "negative Auswirkungen, Risiken, Risiko, Schwächen, schlecht, Einschränkungen"
        ),
        "neutral": "neutrale Konsequenzen, neutrale Folgen, neutrale Auswirkungen",
    },
    links={
        "supersedes": ("ersetzt, löst ab", "ersetzt durch, abgelöst durch, abgelöst von"),
        "amends": (
            "ergänzt, erweitert, präzisiert",
            "ergänzt durch, erweitert durch, geändert durch, präzisiert durch",
        ),
        "depends-on": ("Abhängigkeiten, hängt ab von, abhängig von, setzt voraus, baut auf", ""),
        "refines": ("verfeinert, konkretisiert", "verfeinert durch, konkretisiert durch"),
        "relates-to": ("verwandt mit, siehe auch", ""),
    },
    months=(
        "Januar|Jänner, Februar|Feber, März|Maerz, April, Mai, Juni, Juli, August, September, "
        "Oktober, November, "
        "Dezember"
    ),
    options={
        "option": "Lösung, Variante, Technologie, Werkzeug, Kandidat",
        "reason": "Grund, Begründung, warum nicht, Ablehnungsgrund, Grund der Ablehnung, verworfen weil",
        "verdict": "gewählt, Ergebnis, Entscheidung, Urteil",
        "chosen": "gewählt, ausgewählt, gewählte Option, entschieden, ja",
        "rejected": "abgelehnt, verworfen, nicht gewählt",
        "because": "weil",
    },
    lists=(
        "verwandte Entscheidungen, verwandte ADRs, zugehörige Entscheidungen, Referenzen, "
        "Verweise, weitere Informationen"
    ),
    nothing="keine, keiner, keines, kein, entfällt, nicht zutreffend, noch offen",
    partly="teilweise, teils",
    also="und, oder, sowie",
    joining="aber, dann, danach",
    particles=(
        "der, die, das, den, dem, des, diese, dieser, von, vom, zu, zum, zur, nur, Teil, ist, "
        "wird, wurde, durch"
    ),
    names_of_record="Entscheidung",
    beside="Vorlage, LIESMICH",
)
