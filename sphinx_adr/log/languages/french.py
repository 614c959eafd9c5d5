"""French."""

from __future__ import annotations

from .language import Language

FRENCH = Language(
    name="French",
    statuses={
        "draft": "brouillon, ébauche, en cours, en cours de rédaction, idée",
        "proposed": (
            "proposé/e, proposition, en attente, en discussion, en revue, en cours de revue, "
            "en cours de discussion, "
            "en cours de validation, en validation, à valider, à discuter, à décider, ouvert/e, "
            "différé/e, reporté/e"
        ),
        "accepted": (
            "accepté/e, approuvé/e, adopté/e, validé/e, décidé/e, acté/e, actif, active, en vigueur, "
            "appliqué/e, "
            "implémenté/e, retenu/e, définitif, confirmé/e, ratifié/e"
        ),
        "rejected": "rejeté/e, refusé/e, écarté/e, non retenu/e",
        "withdrawn": "retiré/e, abandonné/e, annulé/e",
        "deprecated": (
            "déprécié/e, obsolète, caduc, caduque, abrogé/e, périmé/e, dépassé/e, plus en vigueur"
        ),
        "superseded": "remplacé/e",
    },
    fields={
        "status": "Statut, État",
        "date": (
            "Date de décision, Date de la décision, décidé/e le, accepté/e le, adopté/e le, validé/e le"
        ),
        "created": "créé/e, créé/e le, date de création",
        "updated": (
            "mis à jour, mise à jour, mis à jour le, mise à jour le, dernière mise à jour, modifié/e le, "
            "dernière modification, dernière révision"
        ),
        "deciders": (
            "Décideurs, Décideur, Décideuse, Décideuses, Décideur(s), Décideurs(ses), décidé/e par, "
            "Auteur, Auteurs, "
            "Autrice, Auteur(s), Responsable, Responsables, Propriétaire, Porteur, approuvé/e par, "
            "validé/e par, "
            "Approbateurs"
        ),
        "consulted": "consulté/e, consultés, consultées, personnes consultées, relecteurs",
        "informed": "informé/e, informés, informées, personnes informées, parties prenantes",
        "tags": "étiquettes, mots-clés, catégorie, catégories",
        "review": "prochaine revue, prochaine révision, à revoir le, date de revue",
        "title": "Titre",
    },
    sections={
        "context": (
            "contexte, contexte et problème, contexte et énoncé du problème, "
            "contexte et problématique, problème, "
            "problématique, énoncé du problème, le problème, contexte et motivation"
        ),
        "drivers": (
            "facteurs de décision, facteurs de la décision, moteurs de décision, moteurs de la décision, "
            "critères de décision, critères, critères de choix, critères d'évaluation"
        ),
        "options": (
            "options envisagées, options considérées, options étudiées, options évaluées, "
            "options examinées, "
            "options possibles, autres options, alternatives envisagées, alternatives considérées, "
            "alternatives étudiées, alternatives évaluées, alternatives examinées, autres alternatives, "
            "solutions envisagées, solutions étudiées, solutions possibles, autres solutions envisagées, "
            "pistes envisagées, avantages et inconvénients, avantages et inconvénients des options, "
            "avantages et inconvénients des alternatives, pour et contre"
        ),
        "rejected": (
            "alternatives écartées, alternatives rejetées, alternatives refusées, "
            "alternatives non retenues, "
            "options écartées, options rejetées, options non retenues, solutions écartées, "
            "solutions rejetées, "
            "pistes écartées, alternatives envisagées et écartées"
        ),
        "decision": (
            "décision, décisions, résultat de la décision, la décision, notre décision, décision prise, "
            "décision finale"
        ),
        "choice": (
            "option retenue, option choisie, option sélectionnée, solution retenue, solution choisie, "
            "alternative retenue, choix, choix retenu"
        ),
        "rationale": "justifications, raison, raisons, motifs, pourquoi, raisonnement, motivations",
        "consequences": (
            "conséquences, conséquence, effets, compromis, conséquences et compromis, "
            "conséquences de la décision"
        ),
        "mitigation": "atténuation, atténuations, mesures d'atténuation, atténuation des risques",
        "confirmation": "vérification, conformité, critères d'acceptation, critères de succès",
        "related": (
            "décisions liées, décisions associées, décisions connexes, ADR liés, ADR liées, ADRs liés, "
            "ADR associés, "
            "voir aussi, dépendances"
        ),
        "references": (
            "références, liens, plus d'informations, informations complémentaires, pour aller plus loin, "
            "bibliographie, annexe, annexes, ressources"
        ),
        "apart": (
            "sommaire, table des matières, mise en œuvre, implémentation, plan d'implémentation, "
            "prochaines étapes, "
            "questions ouvertes, historique des révisions, glossaire, exemple, exemples, suivi"
        ),
    },
    sides={
        "positive": (
            "avantages, avantage, positif, positifs, positives, pour, bénéfices, bénéfice, "
            "conséquences positives, "
            "impacts positifs, effets positifs, points positifs, points forts, bon, bien"
        ),
        "negative": (
            "inconvénients, inconvénient, négatif, négatifs, négative, négatives, contre, "
            "conséquences négatives, "
            "impacts négatifs, effets négatifs, points négatifs, points faibles, risques, risque, "
            "limites, mauvais, mal"
        ),
        "neutral": "neutre, neutres, conséquences neutres, impacts neutres",
    },
    links={
        "supersedes": ("remplace, annule et remplace, abroge", "remplacé/e par, abrogé/e par"),
        "amends": (
            "amende, complète, modifie, précise, étend",
            "amendé/e par, complété/e par, modifié/e par, précisé/e par, étendu/e par",
        ),
        "depends-on": (
            "dépendances, dépend de, dépend des, s'appuie sur, nécessite, prérequis",
            "requis par",
        ),
        "refines": ("affine", "affiné/e par"),
        "relates-to": ("voir aussi, lié à, liée à, lié aux, liée aux, en lien avec", ""),
    },
    months=(
        "janvier|janv, février|févr|fevrier, mars, avril|avr, mai, juin, juillet|juil, août|aout, "
        "septembre, octobre, "
        "novembre, décembre|decembre"
    ),
    options={
        "option": "solution, piste, outil, technologie, candidat",
        "reason": (
            "raison, raisons, motif, pourquoi pas, raison du rejet, motif de rejet, pourquoi écarté/e"
        ),
        "verdict": "retenu/e, décision, résultat",
        "chosen": "retenu/e, choisi/e, option retenue, sélectionné/e, oui",
        "rejected": "écarté/e, rejeté/e, non retenu/e, refusé/e",
        "because": "parce que, parce qu'",
    },
    lists=(
        "décisions liées, décisions associées, ADR liés, ADR liées, ADRs liés, références, liens, "
        "plus d'informations, "
        "informations complémentaires"
    ),
    nothing="aucun, aucune, néant, sans objet, à définir",
    partly="partiellement",
    also="et, ou",
    joining="mais, puis, ensuite",
    particles="le, la, les, du, de, des, l, d, à, au, aux, en, partie, cette, cet, ce, par, est, sur, pour",
    names_of_record="décision",
    beside="modèle, gabarit, LISEZMOI, LISEZ-MOI",
)
