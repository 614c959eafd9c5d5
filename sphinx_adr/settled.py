"""What is settled for a build beside its records: what the settings say, read when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from .config import ignored_regex, requirement_regex, status_words
from .log.finding import Finding, Place
from .rule_settings import day_of, policy_of, read_seal
from .storage import Storage

if TYPE_CHECKING:
    import datetime as dt

    from .log.decision import Decision
    from .log.rules.policy import Policy
    from .log.seal import Seal
    from .reading.existing.sets import DocumentSet
    from .reading.record import Reading
    from .requirements.sources import Source


class Settled(Storage):
    """The records of a documentation, and how this build looks at them."""

    holds: Callable[[str], bool] = staticmethod(lambda expression: True)
    """Whether the expression of an ``only`` directive holds in this build."""

    config_findings: Sequence[Finding] = ()
    """What is wrong with the settings of this build."""

    since_place: Place = Place("conf.py")
    """Where ``adr_rules_since`` is set."""

    seal_folder: str | os.PathLike[str] | None = None
    """Where the seal is, if there is one: the folder of ``conf.py``."""

    @cached_property
    def document_sets(self) -> tuple[DocumentSet, ...]:
        """The documents that are read as they stand."""
        if not self.env.config.adr_documents:
            return ()
        from .reading.existing.sets import read_sets

        return read_sets(self.env.config.adr_documents, status_words(self.env.config))

    @cached_property
    def requirement_sources(self) -> tuple[Source, ...]:
        """Where requirements come from, beside ``adr-requirement``."""
        if not self.env.config.adr_requirements:
            return ()
        from .requirements.sources import read_sources

        return read_sources(self.env.config.adr_requirements)

    @cached_property
    def need_types(self) -> Collection[str]:
        """The types of needs that are decisions."""
        if not self.env.config.adr_needs:
            return ()
        from .requirements.needs_setting import read_needs_setting

        return read_needs_setting(self.env.config.adr_needs).decisions

    @cached_property
    def reading(self) -> Reading:
        """How this documentation writes."""
        from .reading.metadata import Vocabulary
        from .reading.record import Reading

        config = self.env.config
        return Reading(
            vocabulary=Vocabulary(status_words(config), config.adr_default_status),
            id_pattern=config.adr_id_pattern,
            requirement_pattern=requirement_regex(config.adr_requirement_pattern),
            not_requirements=ignored_regex(config.adr_requirement_ignore),
        )

    def has_card(self, record: Decision) -> bool:
        """Whether its page shows a card of *record*: what is read as it stands can do without."""
        return self.env.config.adr_card or record.declared != "document"

    @cached_property
    def policy(self) -> Policy:
        """Which findings are reported."""
        return policy_of(self.env.config)

    @cached_property
    def seal(self) -> Seal:
        """The texts of decisions that are sealed."""
        return read_seal(self.seal_folder, self.env.config.adr_seal_filter)

    @cached_property
    def today(self) -> dt.date:
        """The day of the build."""
        return day_of(self.env.config)[0]

    inputs: str = ""
    """A fingerprint of all that follows from the log in this build; empty where it is unknown."""

    needs_findings: Sequence[Finding] = ()
    """What sphinx-needs has against some decisions."""

    graphviz: str = ""
    """The version of Graphviz that a graph asks for and that is there."""
