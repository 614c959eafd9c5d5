"""What follows from the records of one build, once all documents are read: answers and findings."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from . import inventories
from .circumstances import circumstances_of
from .log.decision import Decision, Requirement
from .log.finding import Code, Finding
from .log.ledger import Ledger
from .log.rules.checks import check
from .log.rules.policy import unknown_since
from .references import unresolved
from .requirements.gather import Gathered, gather
from .settled import Settled
from .views.answers import Answers


def gathered_of(domain: Settled) -> Gathered:
    """What the sources know that are no documents."""
    declared = _required(domain)
    sources, words = domain.requirement_sources, domain.reading.vocabulary
    return gather(domain.env, sources, words, declared, domain.mentions)


def answers_of(domain: Settled, gathered: Gathered) -> Answers:
    """The ledger of this build, and the answers to questions about it."""
    visible = [one for found in domain.decisions.values() for one in found if _is_visible(domain, one)]
    visible += gathered.decisions
    required = [*_required(domain), *gathered.requirements]
    names = {link.target for one in visible for link in one.links if ":" in link.target}
    outsiders = inventories.outsiders(domain.env, names)
    ledger = Ledger(visible, required, outsiders, _labels(domain, names), domain.today.isoformat())
    config = domain.env.config
    return Answers(
        ledger,
        mentions_cover=config.adr_mentions_cover,
        graph_limit=config.adr_graph_limit,
        graph_engine=config.adr_graph_engine,
        graphviz=domain.graphviz,
        lineage=config.adr_lineage,
    )


def findings_of(
    domain: Settled, answers: Answers, gathered: Gathered, also: Collection[str]
) -> list[Finding]:
    """What is wrong with the log, in the order of the sources, each once; of the codes *also*, all of it."""
    found = [*domain.config_findings, *(f for findings in domain.findings.values() for f in findings)]
    found += (*gathered.findings, *domain.needs_findings)
    hidden = (one.id for ds in domain.decisions.values() for one in ds if not _is_visible(domain, one))
    circumstances = circumstances_of(domain.env, domain.references, hidden, domain.seal, domain.today)
    found += check(answers.ledger, answers.requirements, circumstances)
    found += unresolved(domain.env, answers, (one for cited in domain.references.values() for one in cited))
    if problem := unknown_since(domain.policy.since, answers.ledger):
        found.append(Finding(Code.CONFIG_INVALID, f"adr_rules_since {problem}", domain.since_place))
    reported = domain.policy.reported(dict.fromkeys(found), answers.ledger, also)
    return sorted(reported, key=lambda f: (f.place, f.code, f.message))


def _labels(domain: Settled, names: set[str]) -> Mapping[str, tuple[str, str]]:
    """The documents and anchors of the labels among *names*."""
    known = domain.env.domains.standard_domain.anonlabels
    wanted = {name.removeprefix("label:") for name in names if name.startswith("label:")}
    return {name: known[name][:2] for name in wanted if name in known}


def _required(domain: Settled) -> list[Requirement]:
    """The requirements that documents declare, as far as this build shows them."""
    found = (one for declared in domain.declared_requirements.values() for one in declared)
    return [one for one in found if _is_visible(domain, one)]


def _is_visible(domain: Settled, declared: Decision | Requirement) -> bool:
    return all(domain.holds(expression) for expression in declared.visible_if)
