"""Portuguese."""

from __future__ import annotations

from .language import Language

PORTUGUESE = Language(
    name="Portuguese",
    statuses={
        "draft": "rascunho, em andamento, em elaboração, ideia",
        "proposed": (
            "proposto/a, proposta, pendente, em revisão, em discussão, em análise, aberto/a, adiado/a, "
            "a decidir, "
            "em avaliação"
        ),
        "accepted": (
            "aceito/a, aceite, aceitado/a, aprovado/a, adotado/a, decidido/a, em vigor, vigente, ativo/a, "
            "implementado/a, acordado/a, confirmado/a, definitivo/a, concluído/a, ratificado/a"
        ),
        "rejected": "rejeitado/a, recusado/a, não aceito/a, descartado/a",
        "withdrawn": "retirado/a, abandonado/a, cancelado/a",
        "deprecated": "obsoleto/a, depreciado/a, descontinuado/a",
        "superseded": "substituído/a, superado/a, supersedido/a",
    },
    fields={
        "status": "Estado, Situação",
        "date": "Data, data da decisão, decidido em, aceito/a em, aprovado/a em",
        "created": "criado/a em, data de criação",
        "updated": "atualizado/a, atualizado/a em, última atualização, data de atualização",
        "deciders": (
            "Decisores, Decisor, Decisor(es), decidido por, tomadores de decisão, Autor, Autora, "
            "Autores, Autor(es), "
            "Responsável, Responsáveis, aprovado/a por, Participantes"
        ),
        "consulted": "consultado/a, consultados, consultadas",
        "informed": "informado/a, informados, informadas",
        "tags": "etiquetas, categoria, categorias, palavras-chave",
        "review": "próxima revisão, revisar em, data de revisão",
        "title": "Título",
    },
    sections={
        "context": (
            "contexto, contexto e problema, contexto e declaração do problema, "
            "contexto e definição do problema, "
            "problema, motivação, introdução, o problema, contexto e motivação"
        ),
        "drivers": (
            "fatores de decisão, fatores da decisão, critérios de decisão, critérios, "
            "critérios de avaliação, "
            "direcionadores da decisão, direcionadores de decisão, drivers de decisão, "
            "drivers da decisão, forças"
        ),
        "options": (
            "opções, opções consideradas, opções avaliadas, opções analisadas, outras opções, "
            "alternativas, "
            "alternativas consideradas, alternativas avaliadas, alternativas analisadas, "
            "outras alternativas, "
            "soluções consideradas, prós e contras, prós e contras das opções, vantagens e desvantagens, "
            "vantagens e desvantagens das opções"
        ),
        "rejected": (
            "alternativas descartadas, alternativas rejeitadas, opções descartadas, opções rejeitadas, "
            "alternativas consideradas e descartadas, alternativas consideradas e rejeitadas"
        ),
        "decision": (
            "decisão, decisões, resultado da decisão, a decisão, decisão tomada, decisão final, conclusão"
        ),
        "choice": (
            "opção escolhida, opção selecionada, alternativa escolhida, alternativa selecionada, "
            "solução escolhida, "
            "escolha"
        ),
        "rationale": (
            "justificativa, justificativas, justificação, razão, razões, motivos, por quê, por que, "
            "motivação da decisão"
        ),
        "consequences": (
            "consequências, consequência, implicações, impacto, impactos, efeitos, consequências da decisão"
        ),
        "mitigation": "mitigação, mitigações, mitigação de riscos, riscos e mitigações, plano de mitigação",
        "confirmation": "confirmação, validação, verificação, conformidade, critérios de aceitação",
        "related": (
            "decisões relacionadas, ADR relacionados, ADRs relacionados, ADRs relacionadas, "
            "relacionado, relacionados, "
            "ver também, veja também, dependências"
        ),
        "references": (
            "referências, ligações, mais informações, informações adicionais, fontes, bibliografia, "
            "anexo, recursos"
        ),
        "apart": (
            "notas, índice, sumário, implementação, plano de implementação, detalhes de implementação, "
            "próximos passos, questões em aberto, perguntas em aberto, histórico, "
            "histórico de alterações, glossário, "
            "exemplo, exemplos, migração"
        ),
    },
    sides={
        "positive": (
            "vantagens, vantagem, prós, pró, positivo, positivos, positiva, positivas, a favor, "
            "benefícios, benefício, "
            "consequências positivas, impactos positivos, pontos positivos, bom"
        ),
        "negative": (
            "desvantagens, desvantagem, contras, contra, negativo, negativos, negativa, negativas, "
            "consequências negativas, impactos negativos, pontos negativos, riscos, risco, limitações, "
            "ruim, mau"
        ),
        "neutral": "neutro, neutros, neutra, neutras, consequências neutras",
    },
    links={
        "supersedes": (
            "substitui, substitui a, substitui o",
            "substituído/a por, substituído/a pela, substituído/a pelo",
        ),
        "amends": (
            "altera, complementa, emenda, estende",
            (
                "alterado/a por, alterado/a pela, complementado/a por, complementado/a pela, "
                "emendado/a por, estendido/a por"
            ),
        ),
        "depends-on": ("dependências, depende de, depende da, requer", "requerido/a por"),
        "refines": ("refina", "refinado/a por"),
        "relates-to": ("relacionado a, relacionada a, ver também, veja também", ""),
    },
    months=(
        "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro"
    ),
    options={
        "option": "opção, alternativa, solução, ferramenta, tecnologia, candidato",
        "reason": "razão, razões, motivo, por que não, motivo da rejeição, motivo do descarte",
        "verdict": "escolhida, escolhido, veredito, resultado, decisão",
        "chosen": "escolhido/a, selecionado/a, opção escolhida, sim",
        "rejected": "descartado/a, rejeitado/a, não escolhido/a",
        "because": "porque, pois",
    },
    lists="decisões relacionadas, ADRs relacionados, ADRs relacionadas, referências, mais informações",
    nothing="nenhum, nenhuma, não se aplica, a definir",
    partly="parcialmente",
    also="e, ou",
    joining="mas, depois",
    particles="o, a, os, as, do, da, dos, das, de, ao, à, em, parte, este, esta, por, pelo, pela, foi, é",
    names_of_record="decisão",
    beside="modelo, LEIAME",
)
