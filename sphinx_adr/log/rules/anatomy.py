"""Rules about what the text of a decision holds."""

from __future__ import annotations

from collections.abc import Iterator

from ..decision import Decision
from ..finding import Code, Finding
from ..identifiers import slug
from ..ledger import Ledger
from ..section_names import SECTION_NAMES, Section, normal_title
from .circumstances import Circumstances


def missing_sections(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A decision has the sections that the project requires, by any name; a draft may lack them."""
    for decision in ledger:
        if decision.status == "draft" or not circumstances.required_sections:
            continue
        if missing := _missing(decision, circumstances):
            many = "sections" if len(missing) > 1 else "section"
            message = f"{decision.label} lacks the {many} {', '.join(missing)}"
            yield Finding(Code.SECTION_MISSING, message, decision.place)


def single_options(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A decision in force that lists the option it chose lists others; one that was rejected will do."""
    for decision in ledger:
        options = decision.anatomy.options
        if len(options) == 1 and options[0].chosen and ledger.in_force(decision):
            message = f"{decision.label} lists the option that it chose, {options[0].name!r}, and no other"
            yield Finding(Code.OPTIONS_TOO_FEW, message, decision.place)


def no_choice(ledger: Ledger, circumstances: Circumstances) -> Iterator[Finding]:
    """A decision in force that weighs options says which one was chosen, unless it lacks the section for that."""
    for decision in ledger:
        anatomy = decision.anatomy
        chosen = anatomy.choice or any(option.chosen for option in anatomy.options)
        told = any(_wanted(name) == Section.DECISION for name in _missing(decision, circumstances))
        if len(anatomy.options) > 1 and not chosen and not told and ledger.in_force(decision):
            message = (
                f"{decision.label} lists {len(anatomy.options)} options and does not say which was chosen"
            )
            yield Finding(Code.OPTION_NONE_CHOSEN, message, decision.place)


def _missing(decision: Decision, circumstances: Circumstances) -> list[str]:
    """The required sections that *decision* lacks."""
    present = set(_sections(decision)) if circumstances.required_sections else set()
    return [name for name in circumstances.required_sections if _wanted(name) not in present]


def _wanted(name: str) -> str:
    """What a required section is for, or its words where that is not known."""
    return SECTION_NAMES.get(normal_title(name)) or slug(name)


def _sections(decision: Decision) -> Iterator[str]:
    """What the sections of *decision* are for, and their words."""
    for part in decision.parts:
        yield from (part.slug, slug(part.title))
        yield from (_wanted(part.slug.replace("-", " ")), _wanted(part.title))
    anatomy = decision.anatomy
    if anatomy.drivers:
        yield Section.DRIVERS
    if anatomy.options:
        yield Section.OPTIONS
    if anatomy.choice:
        yield Section.DECISION
    if any((anatomy.consequences.positive, anatomy.consequences.negative, anatomy.consequences.neutral)):
        yield Section.CONSEQUENCES
