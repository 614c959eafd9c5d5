"""Spanish."""

from __future__ import annotations

from .language import Language

SPANISH = Language(
    name="Spanish",
    statuses={
        "draft": "borrador, en progreso, en curso, idea",
        "proposed": (
            "propuesto/a, propuesta, pendiente, en revisión, en discusión, por decidir, abierto/a, "
            "aplazado/a, "
            "pospuesto/a, diferido/a, en evaluación"
        ),
        "accepted": (
            "aceptado/a, aprobado/a, adoptado/a, decidido/a, vigente, en vigor, activo/a, "
            "implementado/a, acordado/a, "
            "confirmado/a, definitivo/a, completado/a, ratificado/a"
        ),
        "rejected": "rechazado/a, no aceptado/a, descartado/a, denegado/a",
        "withdrawn": "retirado/a, abandonado/a, cancelado/a, anulado/a",
        "deprecated": "obsoleto/a, deprecado/a, desaconsejado/a, no vigente, ya no vigente",
        "superseded": "reemplazado/a, sustituido/a, superado/a, supersedido/a",
    },
    fields={
        "status": "Estado, Estatus",
        "date": "Fecha, fecha de decisión, fecha de la decisión, decidido el, aceptado/a el, aprobado/a el",
        "created": "creado/a, creado/a el, fecha de creación",
        "updated": (
            "actualizado/a, actualizado/a el, última actualización, fecha de actualización, "
            "última modificación"
        ),
        "deciders": (
            "Decisores, Decisor, Decisor(es), Decisores(as), Decide, Deciden, decidido por, "
            "responsables de la decisión, "
            "tomadores de decisiones, Autor, Autora, Autores, Autor(es), Responsable, Responsables, "
            "aprobado/a por, "
            "Propietario, Participantes"
        ),
        "consulted": "consultado/a, consultados, consultadas",
        "informed": "informado/a, informados, informadas, interesados",
        "tags": "etiquetas, categoría, categorías, palabras clave",
        "review": "próxima revisión, revisar el, fecha de revisión",
        "title": "Título",
    },
    sections={
        "context": (
            "contexto, contexto y problema, contexto y planteamiento del problema, problema, "
            "planteamiento del problema, motivación, antecedentes, introducción, el problema, "
            "contexto y motivación"
        ),
        "drivers": (
            "factores de decisión, factores de la decisión, factores en la decisión, "
            "criterios de decisión, criterios, "
            "criterios de evaluación, drivers de decisión, drivers de la decisión, "
            "impulsores de la decisión, "
            "impulsores de decisión, fuerzas"
        ),
        "options": (
            "opciones, opciones consideradas, opciones evaluadas, opciones analizadas, otras opciones, "
            "otras opciones consideradas, alternativas, alternativas consideradas, alternativas evaluadas, "
            "alternativas analizadas, otras alternativas, soluciones consideradas, posibles soluciones, "
            "pros y contras, pros y contras de las opciones, ventajas y desventajas, "
            "ventajas e inconvenientes, "
            "ventajas y desventajas de las opciones"
        ),
        "rejected": (
            "alternativas descartadas, alternativas rechazadas, alternativas no elegidas, "
            "opciones descartadas, "
            "opciones rechazadas, alternativas consideradas y descartadas, "
            "alternativas consideradas y rechazadas"
        ),
        "decision": (
            "decisión, decisiones, resultado de la decisión, la decisión, decisión tomada, decisión final, "
            "resolución, conclusión"
        ),
        "choice": (
            "opción elegida, opción escogida, opción seleccionada, alternativa elegida, "
            "alternativa seleccionada, "
            "solución elegida, solución seleccionada, elección"
        ),
        "rationale": (
            "justificación, razón, razones, motivos, fundamentación, fundamento, por qué, razonamiento"
        ),
        "consequences": (
            "consecuencias, consecuencia, implicaciones, implicancias, impacto, impactos, efectos, "
            "contrapartidas, "
            "consecuencias de la decisión"
        ),
        "mitigation": (
            "mitigación, mitigaciones, mitigación de riesgos, riesgos y mitigaciones, plan de mitigación"
        ),
        "confirmation": "confirmación, validación, verificación, cumplimiento, criterios de aceptación",
        "related": (
            "decisiones relacionadas, ADR relacionados, ADR relacionadas, ADRs relacionados, "
            "ADRs relacionadas, "
            "relacionado, relacionados, véase también, ver también, dependencias"
        ),
        "references": (
            "referencias, enlaces, más información, información adicional, fuentes, bibliografía, "
            "anexo, recursos"
        ),
        "apart": (
            "notas, índice, implementación, plan de implementación, detalles de implementación, "
            "próximos pasos, "
            "preguntas abiertas, cuestiones abiertas, historial, historial de cambios, glosario, "
            "ejemplo, ejemplos, "
            "seguimiento, migración"
        ),
    },
    sides={
        "positive": (
            "ventajas, ventaja, positivo, positivos, positiva, positivas, a favor, beneficios, beneficio, "
            "consecuencias positivas, impactos positivos, bueno, bien"
        ),
        "negative": (
            "desventajas, desventaja, inconvenientes, inconveniente, contras, contra, negativo, "
            "negativos, negativa, "
            "negativas, en contra, consecuencias negativas, impactos negativos, riesgos, riesgo, "
            "limitaciones, malo"
        ),
        "neutral": (
            "neutro, neutros, neutra, neutras, neutrales, consecuencias neutrales, consecuencias neutras"
        ),
    },
    links={
        "supersedes": (
            "reemplaza, reemplaza a, reemplaza al, sustituye, sustituye a, sustituye al",
            "reemplazado/a por, sustituido/a por, superado/a por",
        ),
        "amends": (
            "enmienda, modifica, complementa, amplía, extiende",
            "enmendado/a por, modificado/a por, complementado/a por, ampliado/a por, extendido/a por",
        ),
        "depends-on": ("dependencias, depende de, requiere", "requerido/a por"),
        "refines": ("refina", "refinado/a por"),
        "relates-to": ("relacionado con, relacionada con, véase también, ver también", ""),
    },
    months=(
        "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre|setiembre, octubre, "
        "noviembre, diciembre"
    ),
    options={
        "option": "opción, alternativa, solución, herramienta, tecnología, candidato",
        "reason": (
            "razón, razones, motivo, por qué no, motivo de rechazo, motivo de descarte, razón de rechazo, "
            "razón de descarte, por qué se descartó"
        ),
        "verdict": "elegida, elegido, veredicto, resultado, decisión",
        "chosen": "elegido/a, seleccionado/a, escogido/a, opción elegida, sí",
        "rejected": "descartado/a, rechazado/a, no elegido/a",
        "because": "porque",
    },
    lists=(
        "decisiones relacionadas, ADR relacionados, ADR relacionadas, ADRs relacionados, "
        "ADRs relacionadas, referencias, "
        "enlaces, más información"
    ),
    nothing="ninguno, ninguna, no aplica, por definir",
    partly="parcialmente",
    also="y, o",
    joining="pero, luego",
    particles="el, la, los, las, del, de, al, a, en, parte, este, esta, por, es, fue",
    names_of_record="decisión",
    beside="plantilla, LEEME",
)
