"""Decisions as needs of sphinx-needs, so that its tables, flows, filters and exports know them.

Nothing is registered while documents are read. The needs are made of the whole log, once it is known: with
the status that holds now, and with each link, whichever side states it. sphinx-needs shows no box for them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from docutils.parsers.rst import directives
from sphinx.transforms import SphinxTransform

from .directives.thin import Decision as DecisionDirective
from .domain import adr_domain
from .log.decision import Decision
from .log.finding import Code, Finding
from .log.ledger import Ledger
from .log.links import Key, LinkState, key_of
from .requirements.needs import needs_of
from .requirements.needs_setting import NeedsSetting, read_needs_setting

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

_COLOURS = {"requirements": "#1155CC", "supersedes": "#CC0000"}
_INCOMING = {
    "requirements": "decided by",
    "supersedes": "superseded by",
    "amends": "amended by",
    "depends-on": "required by",
    "relates-to": "relates to",
    "conflicts-with": "conflicts with",
    "refines": "refined by",
}


class DecisionNeeds:
    """The decisions of one build as needs."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}
        self._older: dict[str, Any] = {}

    def _note_external(self, app: Sphinx) -> None:
        self._older = {name: need for name, need in needs_of(app.env).items() if need["is_external"]}

    def _forget_external(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Drops the external needs of the last build: sphinx-needs adds all that exist, and keeps others for ever."""
        needs = cast("MutableMapping[str, Any]", needs_of(env))
        for name, need in self._older.items():
            if needs.get(name) is need:
                del needs[name]

    def declare(self, app: Sphinx, config: Config) -> None:
        """Adds the fields and links that are not there, before sphinx-needs reads its settings."""
        app.connect("builder-inited", self._note_external, priority=100)
        app.connect("env-before-read-docs", self._forget_external, priority=450)
        setting = read_needs_setting(config.adr_needs)
        if not setting.register:
            return
        app.add_transform(NeedAnchors)
        app.connect("env-updated", self._make, priority=150)
        app.connect("needs-before-post-processing", self._add)
        if any(kind.get("directive") == "adr" for kind in config.needs_types):
            # sphinx-needs makes directives of its types; it shall not find one there.
            vars(directives)["_directives"].pop("adr", None)
        types = [kind for kind in config.needs_types if kind.get("directive") == setting.type]
        fields = _known(config, "needs_fields", "needs_extra_options", types, "fields")
        links = _known(config, "needs_links", "needs_extra_links", types, "links")
        config.needs_fields = {
            **config.needs_fields,
            **{name: _field(fact) for fact, name in setting.fields.items() if name and name not in fields},
        }
        config.needs_links = {
            **config.needs_links,
            **{name: _link(option) for option, name in setting.links.items() if name and name not in links},
        }

    def declare_type(self, app: Sphinx, config: Config) -> None:
        """Adds the type after sphinx-needs made directives of those it had: ``adr`` stays ours."""
        _follow_imports(app)
        setting = read_needs_setting(config.adr_needs)
        if not setting.register:
            return
        if all(kind.get("directive") != setting.type for kind in config.needs_types):
            added = {
                "directive": setting.type,
                "title": setting.title,
                "prefix": "ADR_",
                "color": "#CFE2F3",
                "style": "node",
            }
            config.needs_types = [*config.needs_types, added]
        app.add_directive("adr", DecisionDirective, override=True)

    def _make(self, app: Sphinx, env: BuildEnvironment) -> None:
        """Makes the needs, and keeps what speaks against some of them with the findings of this build."""
        domain, setting = adr_domain(env), read_needs_setting(env.config.adr_needs)
        ledger = domain.answers.ledger
        known = needs_of(env)
        mine = {
            one.id: one for one in ledger if one.id and len(ledger.find(one.id)) == 1 and one.id not in known
        }
        self._made = {}
        refused: dict[str, list[Decision]] = {}
        for identifier, decision in mine.items():
            facts = _facts(ledger, decision, setting, {*known, *mine})
            try:
                self._made[identifier] = _need(env, decision, facts, setting)
            except Exception as error:  # noqa: BLE001 - what sphinx-needs refuses is no fault of the log
                refused.setdefault(_reason(error, identifier), []).append(decision)
        domain.needs_findings = (*_taken(ledger, known, setting), *_refusals(refused))

    def _add(self, app: Sphinx, needs: MutableMapping[str, Any]) -> None:
        for identifier, need in self._made.items():
            if identifier not in needs:
                needs[identifier] = need


def _follow_imports(app: Sphinx) -> None:
    """Lets pages be read again when a file that they import needs from comes, changes or goes.

    sphinx-needs does so as of version 9; version 8 forgets files that were missing, version 7 all of them.
    """
    from sphinx_needs.directives.needimport import NeedimportDirective

    class FollowedImport(NeedimportDirective):
        def run(self) -> Sequence[nodes.Node]:
            name = self.config.needs_import_keys.get(self.arguments[0], self.arguments[0])
            if "://" not in name:
                self.env.note_dependency(self.env.relfn2path(name, self.env.docname)[1])
            return super().run()

    app.add_directive("needimport", FollowedImport, override=True)


def _known(config: Config, name: str, older: str, types: list[Mapping[str, Any]], key: str) -> set[str]:
    """The names of the fields or links that the documentation declares, in whichever setting."""
    found = set(config[name])
    for entry in config[older] if older in config else ():  # noqa: SIM401 - a Config is no dict
        found.add(entry if isinstance(entry, str) else entry.get("option", entry.get("name", "")))
    return found.union(*(kind.get(key, ()) for kind in types))


def _field(fact: str) -> dict[str, Any]:
    if fact == "deciders":
        items = {"type": "array", "items": {"type": "string"}}
        return {"description": "Who decided", "schema": items, "nullable": False, "default": []}
    return {"description": "When it was decided", "schema": {"type": "string"}, "nullable": True}


def _link(option: str) -> dict[str, Any]:
    outgoing = "decides" if option == "requirements" else option.replace("-", " ")
    return {"outgoing": outgoing, "incoming": _INCOMING[option], "color": _COLOURS.get(option, "#666666")}


def _need(env: BuildEnvironment, decision: Decision, facts: dict[str, Any], setting: NeedsSetting) -> Any:
    from sphinx_needs.api import generate_need
    from sphinx_needs.config import NeedsSphinxConfig
    from sphinx_needs.data import SphinxNeedsData

    return generate_need(
        cast("NeedsSphinxConfig", _AnyId(NeedsSphinxConfig(env.config))),
        SphinxNeedsData(env).get_schema(),
        setting.type,
        decision.title or decision.id,
        docname=decision.docname,
        lineno=decision.place.line or None,
        id=decision.id,
        doctype=os.path.splitext(env.doc2path(decision.docname))[1],  # noqa: PTH122
        **facts,
    )


class _AnyId:
    """The settings of sphinx-needs, but for the pattern of IDs, which by default refuses ``ADR-0013``."""

    id_regex = ""

    def __init__(self, config: object) -> None:
        self._config = config

    def __getattr__(self, name: str) -> Any:
        return getattr(self._config, name)


def _facts(ledger: Ledger, decision: Decision, setting: NeedsSetting, targets: set[str]) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "status": ledger.effective_status(decision),
        "tags": list(decision.tags),
        "content": decision.summary or "",
    }
    given = {"date": decision.date or None, "deciders": list(decision.deciders)}
    facts |= {name: given[fact] for fact, name in setting.fields.items() if name and given[fact]}
    for option, name in setting.links.items():
        if name:
            ends = decision.addresses if option == "requirements" else _ends(ledger, decision, option)
            facts[name] = [end for end in dict.fromkeys(ends) if end in targets]
    return facts


def _ends(ledger: Ledger, decision: Decision, option: str) -> Iterator[str]:
    """The decisions that *decision* links to by links that count, or will count."""
    own: Key = key_of(decision)
    for link in ledger.links_of.get(own, ()):
        counts = link.state in (LinkState.EFFECTIVE, LinkState.PROSPECTIVE)
        if link.kind == option and link.source == own and link.target and counts:
            yield ledger.by_key[link.target].id


def _reason(error: Exception, identifier: str) -> str:
    return str(getattr(error, "message", error)).replace(identifier, "its ID")


def _taken(ledger: Ledger, known: Mapping[str, Any], setting: NeedsSetting) -> Iterator[Finding]:
    """A finding for each decision whose ID is that of a need; two decisions of one ID are told elsewhere."""
    for decision in ledger:
        need = known.get(decision.id)
        if need is not None and (need["is_external"] or need["type"] not in setting.decisions):
            where = need["external_url"] if need["is_external"] else need["docname"]
            message = f"{decision.id} is a need of the type {need['type']!r} already, in {where}: this decision is none"
            yield Finding(Code.ID_DUPLICATE, message, decision.place)


def _refusals(refused: Mapping[str, list[Decision]]) -> Iterator[Finding]:
    """One finding for each reason, at the first decision it holds for."""
    for reason, decisions in refused.items():
        first, more = decisions[0], len(decisions) - 1
        others = f" and {more} more decisions" if more else ""
        message = f"sphinx-needs refuses {first.id}{others} as a need: {reason}"
        yield Finding(Code.CONFIG_INVALID, message, first.place)


class NeedAnchors(SphinxTransform):
    """Gives each decision its ID as one more anchor: that is where sphinx-needs links to."""

    default_priority = 860

    def apply(self, **kwargs: Any) -> None:
        """Adds the anchors."""
        ids = self.document.ids
        for one in adr_domain(self.env).decisions.get(self.env.docname, ()):
            node = ids.get(one.anchor)
            if one.id and one.id not in ids and node is not None:
                node["ids"].append(one.id)
                ids[one.id] = node
