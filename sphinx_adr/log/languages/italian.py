"""Italian."""

from __future__ import annotations

from .language import Language

ITALIAN = Language(
    name="Italian",
    statuses={
        "draft": "bozza, in corso, in lavorazione, idea",
        "proposed": (
            "proposto/a, proposta, in attesa, in revisione, in discussione, in valutazione, aperto/a, "
            "rinviato/a, "
            "da decidere"
        ),
        "accepted": (
            "accettato/a, approvato/a, adottato/a, deciso/a, in vigore, vigente, attivo/a, "
            "implementato/a, concordato/a, "
            "confermato/a, definitivo/a, completato/a"
        ),
        "rejected": "rifiutato/a, respinto/a, non accettato/a, scartato/a",
        "withdrawn": "ritirato/a, abbandonato/a, annullato/a",
        "deprecated": "deprecato/a, obsoleto/a",
        "superseded": "sostituito/a, superato/a, rimpiazzato/a",
    },
    fields={
        "status": "Stato",
        "date": "Data, data della decisione, data decisione, deciso il, decisa il, accettato/a il",
        "created": "creato/a il, data di creazione",
        "updated": "aggiornato/a, aggiornato/a il, ultimo aggiornamento, ultima modifica",
        "deciders": (
            "Decisori, Decisore, deciso/a da, Autore, Autori, Autrice, Responsabile, Responsabili, "
            "approvato/a da, "
            "Partecipanti"
        ),
        "consulted": "consultato/a, consultati",
        "informed": "informato/a, informati",
        "tags": "etichette, categoria, categorie, parole chiave",
        "review": "prossima revisione, data di revisione",
        "title": "Titolo",
    },
    sections={
        "context": (
            "contesto, contesto e problema, problema, motivazione del problema, premessa, "
            "introduzione, antefatto"
        ),
        "drivers": (
            "fattori di decisione, fattori della decisione, fattori decisionali, criteri di decisione, "
            "criteri, forze"
        ),
        "options": (
            "opzioni, opzioni considerate, opzioni valutate, opzioni analizzate, altre opzioni, "
            "alternative considerate, "
            "alternative valutate, alternative analizzate, altre alternative, soluzioni considerate, "
            "pro e contro, "
            "pro e contro delle opzioni, vantaggi e svantaggi"
        ),
        "rejected": (
            "alternative scartate, alternative respinte, alternative rifiutate, opzioni scartate, "
            "opzioni respinte, "
            "alternative considerate e scartate"
        ),
        "decision": (
            "decisione, decisioni, esito della decisione, la decisione, decisione presa, "
            "decisione finale, conclusione"
        ),
        "choice": "opzione scelta, opzione selezionata, alternativa scelta, soluzione scelta, scelta",
        "rationale": "motivazione, motivazioni, ragioni, giustificazione, perché",
        "consequences": "conseguenze, conseguenza, implicazioni, impatto, impatti, effetti, compromessi",
        "mitigation": "mitigazione, mitigazioni, mitigazione dei rischi, rischi e mitigazioni",
        "confirmation": "conferma, validazione, verifica, conformità, criteri di accettazione",
        "related": (
            "decisioni correlate, decisioni collegate, ADR correlati, ADR correlate, vedi anche, dipendenze"
        ),
        "references": (
            "riferimenti, collegamenti, maggiori informazioni, ulteriori informazioni, fonti, "
            "bibliografia, allegati"
        ),
        "apart": (
            "note, indice, implementazione, piano di implementazione, prossimi passi, domande aperte, "
            "questioni aperte, cronologia, glossario, esempio, esempi, migrazione"
        ),
    },
    sides={
        "positive": (
            "vantaggi, vantaggio, positivo, positivi, positiva, conseguenze positive, "
            "impatti positivi, benefici, "
            "beneficio, a favore, buono"
        ),
        "negative": (
            "svantaggi, svantaggio, contro, negativo, negativi, negativa, conseguenze negative, "
            "impatti negativi, "
            "rischi, rischio, limitazioni, limiti, cattivo"
        ),
        "neutral": "neutro, neutri, neutra, neutre, neutrale, neutrali, conseguenze neutre",
    },
    links={
        "supersedes": (
            "sostituisce, rimpiazza",
            "sostituito/a da, sostituito/a dalla, rimpiazzato/a da, superato/a da",
        ),
        "amends": (
            "modifica, integra, estende, emenda",
            "modificato/a da, integrato/a da, esteso/a da, emendato/a da",
        ),
        "depends-on": ("dipendenze, dipende da, dipende dalla, richiede", "richiesto/a da"),
        "refines": ("raffina, precisa", "raffinato/a da, precisato/a da"),
        "relates-to": ("correlato a, correlata a, vedi anche", ""),
    },
    months=(
        "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, "
        "novembre, dicembre"
    ),
    options={
        "option": "opzione, alternativa, soluzione, strumento, tecnologia, candidato",
        "reason": "ragione, motivo, perché no, motivo del rifiuto, motivo dello scarto",
        "verdict": "scelta, scelto, esito, verdetto, decisione",
        "chosen": "scelto/a, selezionato/a, opzione scelta, sì",
        "rejected": "scartato/a, respinto/a, rifiutato/a, non scelto/a",
        "because": "perché, poiché",
    },
    lists=(
        "decisioni correlate, decisioni collegate, ADR correlati, ADR correlate, riferimenti, collegamenti"
    ),
    nothing="nessuno, nessuna, non applicabile, da definire",
    partly="parzialmente",
    also="e, ed",
    joining="ma, poi",
    particles=(
        "il, lo, la, i, gli, le, del, della, dal, dalla, al, alla, di, da, in, parte, questa, questo, è"
    ),
    names_of_record="decisione",
    beside="modello, LEGGIMI",
)
