"""The names that authors give to the sections of a decision and to what stands in them: data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from .languages import LANGUAGES, entries, listed, spellings
from .vocabulary import normal_word


class Section(StrEnum):
    """What a section of a decision is for."""

    CONTEXT = "context"
    DRIVERS = "drivers"
    OPTIONS = "options"
    REJECTED = "rejected"
    """Options of which none was chosen."""
    DECISION = "decision"
    CHOICE = "choice"
    """The name of the chosen option, and why: ``Chosen option: …``."""
    RATIONALE = "rationale"
    CONSEQUENCES = "consequences"
    MITIGATION = "mitigation"
    CONFIRMATION = "confirmation"
    RELATED = "related"
    REFERENCES = "references"
    FIELD = "field"
    """A fact about the record rather than about the matter: its status, date, people."""
    APART = "apart"
    """Text about the document or the process, which says nothing of the matter."""


class Side(StrEnum):
    """On which side of the balance a statement stands."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
"""A comment; one that nobody closes goes on to the end."""

_NUMBERING = re.compile(r"^(?:\(?\d+(?:\.\d+)*[.):]?|[ivx]+[.)]|[a-z][.)])\s+")
_OPTIONAL = re.compile(r"\s*[(\[](?:optional|required|if any|if applicable)[)\]]\s*$")
_LONGEST_KEPT = 200
_LETTER = re.compile(r"[^\W_]")


def normal_title(text: str) -> str:
    """*text* as the tables spell it: lower case, without number, decoration, colon and "(optional)"."""
    return _normal_title(text) if len(text) <= _LONGEST_KEPT else _normal_title.__wrapped__(text)


@lru_cache(maxsize=4096)
def _normal_title(text: str) -> str:
    title = normal_word(_COMMENT.sub(" ", text))
    if title.replace(" ", "").isalpha():
        return title
    title = _OPTIONAL.sub("", _NUMBERING.sub("", title))
    title = re.sub(r"\s*[&/+]\s*", " and ", _bare(title))
    return " ".join(title.replace("'", "").replace("’", "").split())


def _bare(title: str) -> str:
    """*title* without what stands before its first letter or number and behind its last one."""
    first, last = _LETTER.search(title), _LETTER.search(title[::-1])
    return title[first.start() : len(title) - last.start()] if first and last else ""


def _named(names: str, everywhere: str = "") -> frozenset[str]:
    """The names in a list with commas, however it is broken into lines.

    With those that the languages have for *everywhere*.
    """
    others = (word for one in LANGUAGES for word in spellings(one.options.get(everywhere, "")))
    return frozenset((*" ".join(names.split()).split(", "), *others))


_SECTIONS: dict[Section, str] = {
    Section.CONTEXT: """
        context, background, problem, problem statement, context and problem statement, context and
        problem, problem and context, context and background, issue, motivation, situation, the problem,
        introduction
        """,
    Section.DRIVERS: """
        drivers, decision drivers, key drivers, driving forces, forces, decision forces, decision
        criteria, criteria, evaluation criteria, considerations, key considerations, decision factors,
        factors, priorities, context and drivers, drivers and constraints, decision driver, driver
        """,
    Section.OPTIONS: """
        options, considered options, options considered, option, alternatives, considered alternatives,
        alternatives considered, alternative, alternative considered, alternative options, other options,
        other alternatives, other options considered, other alternatives considered, other considered
        options, options and alternatives, alternative solutions, alternative approaches, considered
        solutions, solutions considered, possible solutions, possible options, available options, proposed
        solutions, proposed options, candidates, evaluated options, options evaluated, options analysis,
        evaluation of options, alternatives evaluated, pros and cons, pros and cons of the options, pros
        and cons of options, pros and cons of the alternatives, advantages and disadvantages, comparison
        of options, options and trade offs, options in detail, approaches considered, considered
        approaches, positions, alternatives considered but rejected, alternatives and options, option
        analysis, options comparison
        """,
    Section.REJECTED: """
        rejected alternatives, rejected options, alternatives rejected, options rejected, discarded
        options, discarded alternatives, alternatives not chosen, options not chosen, dismissed
        alternatives, rejected solutions, rejected approaches, rejected alternative, rejected option,
        rejected ideas
        """,
    Section.DECISION: """
        decision, decisions, decision outcome, decision outcomes, the decision, our decision, outcome, final
        decision, decision made, decision taken, decision statement, proposed decision, decision and
        outcome, resolution, conclusion
        """,
    Section.CHOICE: """
        chosen option, chosen alternative, chosen solution, chosen approach, selected option, selected
        alternative, selected solution, selected approach, the chosen option, choice, our choice, option
        chosen, chosen, selected
        """,
    Section.RATIONALE: """
        rationale, reason, reasons, reasoning, justification, argument, arguments, decision rationale,
        why, rationale for the decision, reason for the decision, reasons for the decision, why this
        decision, motivation for the decision, rationale and trade offs
        """,
    Section.CONSEQUENCES: """
        consequences, consequence, consequences of the decision, implications, implication, impact,
        impacts, trade offs, tradeoffs, trade off, tradeoff, resulting context, effects, ramifications,
        consequences and trade offs, trade offs and consequences, consequences and implications, trade
        offs accepted, accepted trade offs, results, expected consequences, impact and consequences
        """,
    Section.MITIGATION: """
        mitigation, mitigations, risk mitigation, mitigation strategy, mitigation strategies, risks and
        mitigation, risks and mitigations, mitigation plan, risks and mitigation strategies
        """,
    Section.CONFIRMATION: """
        confirmation, validation, compliance, verification, acceptance criteria, success metrics, success
        criteria, compliance requirements
        """,
    Section.RELATED: """
        related, related decisions, related adrs, related records, related decision records, related
        requirements, related artifacts, related principles, see also, supersedes, superseded by, amends,
        amended by, depends on, relates to, dependencies
        """,
    Section.REFERENCES: """
        references, reference, links, link, more information, further information, additional information,
        further reading, resources, sources, source, bibliography, appendix, related documents, related
        issues
        """,
    Section.FIELD: """
        status, date, deciders, decider, decision makers, decision maker, decision date, decided on,
        decided by, author, authors, owner, owners, consulted, informed, stakeholders, approvers, approved
        by, reviewers, technical story, story, ticket, tags, tag, category, categories, id, number,
        version, review, review date, review by, next review, last updated, last modified, created,
        updated, superseded, deprecated, supersedes, requirements, priority, summary, title
        """,
    Section.APART: """
        contents, table of contents, toc, review process, decision review process, decision
        process, review schedule, decision framework, revision history, revisions, change history, change
        log, changelog, history, document history, version history, notes, note, comments, implementation,
        implementation notes, implementation plan, implementation details, implementation requirements,
        implementation examples, follow up, follow ups, follow up actions, action items, actions, next
        steps, todo, to do, open questions, unresolved questions, migration, migration plan, lessons
        learned, glossary, definitions, risks if not implemented, risks of not implementing,
        risk if not implemented, risks if not adopted, consequences of not deciding, example, examples,
        template
        """,
}

_SIDES: dict[Side, str] = {
    Side.POSITIVE: """
        pros, pro, advantages, advantage, benefits, benefit, positive, positives, strengths, strength,
        upsides, upside, good, gains, positive consequences, positive consequence, positive outcomes,
        positive impact, positive impacts, positive effects, positive aspects, positive implications,
        arguments for, arguments in favor, arguments in favour, good points, expected benefits, what
        becomes easier, easier
        """,
    Side.NEGATIVE: """
        cons, con, disadvantages, disadvantage, drawbacks, drawback, negative, negatives, weaknesses,
        weakness, downsides, downside, bad, limitations, limitation, risks, risk, negative consequences,
        negative consequence, negative outcomes, negative impact, negative impacts, negative effects,
        negative aspects, negative implications, arguments against, bad points, what becomes harder, what
        becomes more difficult, harder, negative and risks
        """,
    Side.NEUTRAL: """
        neutral, neutrals, neutral consequences, neutral consequence, neutral outcomes, neutral impact,
        neutral impacts, neutral effects, neutral aspects, neutral implications, other consequences
        """,
}

_MARKS: tuple[tuple[Side, str], ...] = (
    (Side.POSITIVE, "(+) [+] (✓) ✅ ✔️ ✔ ✓ ➕ 👍 🟢"),
    (Side.NEGATIVE, "(-) [-] (−) (–) (✗) ❌ ✘ ✗ ➖ 👎 🔴"),
    (Side.NEUTRAL, "(~) (o) (=) [~] (±) (+/-)"),
)

ENGLISH_SECTION_NAMES: Mapping[str, Section] = MappingProxyType(
    {name: section for section, names in reversed(_SECTIONS.items()) for name in _named(names)}
)
"""What a section of that (normal) name is for, in English."""

ENGLISH_SIDE_NAMES: Mapping[str, Side] = MappingProxyType(
    {name: side for side, names in _SIDES.items() for name in _named(names)}
)
"""The side that a heading, a lead or a column of that (normal) name gathers, in English."""

SECTION_NAMES: Mapping[str, Section] = MappingProxyType(
    dict.fromkeys((normal_title(name) for name, _field in entries(lambda one: one.fields)), Section.FIELD)
    | {normal_title(name): Section(section) for name, section in entries(lambda one: one.sections)}
    | dict(ENGLISH_SECTION_NAMES)
)
"""What a section of that (normal) name is for."""

SIDE_NAMES: Mapping[str, Side] = MappingProxyType(
    {normal_title(name): Side(side) for name, side in entries(lambda one: one.sides)}
    | dict(ENGLISH_SIDE_NAMES)
)
"""The side that a heading, a lead or a column of that (normal) name gathers."""

SIDE_MARKS: Mapping[str, Side] = MappingProxyType(
    {mark: side for side, marks in _MARKS for mark in marks.split()}
)
"""The signs that begin a statement of a side."""

ENUMERATING = _named("pros, cons, advantages, disadvantages, benefits, drawbacks, strengths, weaknesses")
"""The names after which several statements can stand on one line, with commas between."""

NOT_OPTIONS = _named(
    """
    description, details, comparison, evaluation, analysis, summary, conclusion, recommendation,
    scoring, scores, decision matrix, comparison matrix, comparison table, matrix, common, legend,
    requirements, assumptions, constraints, methodology, approach, overview, discussion, background, cost, costs,
    effort, code, diagram
    """
)
"""Headings among the options that name no option."""

OPTION_COLUMNS = _named(
    """
    option, options, alternative, alternatives, alternative considered, option considered, name,
    approach, solution, candidate, technology, tool, choice, library, framework, product, considered
    option
    """,
    "option",
)
"""The first column of a table of options."""

REASON_COLUMNS = _named(
    """
    reason, reasons, why, why not, why rejected, why not chosen, reason rejected, reason for
    rejection, rejected because, rationale, reason not chosen, rejection reason, why it was rejected
    """,
    "reason",
)
"""The column that says why an option was chosen or not; the same words lead a line of an option."""

CHOSEN_COLUMNS = _named("chosen, selected, verdict, outcome, decision, result", "verdict")
"""The column that marks the chosen option."""

YES = _named("yes, y, x, true, ✓, ✔, ✔️, ✅, chosen, selected, accepted, this", "chosen")
"""What stands in such a column beside the chosen option."""

CHOSEN_SUFFIXES = _named("chosen, selected, chosen option, selected option, our choice, the choice", "chosen")
"""What authors add in brackets to the name of the chosen option."""

REJECTED_SUFFIXES = _named("rejected, not chosen, not selected, discarded, declined", "rejected")
"""What authors add in brackets to the name of another one."""

NO_STATEMENT = _named(
    """
    none, n/a, na, nothing, tbd, tba, todo, to be decided, to be determined, to be done, not yet
    decided, undecided, pending, open, none yet, none known, none identified, not applicable, unknown,
    no, ?, …, ..., -, –, —, nil, not decided, not decided yet, no decision yet
    """
) | listed(lambda one: one.nothing)
"""What stands where nothing is said."""
