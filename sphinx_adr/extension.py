"""Putting the parts together."""

from __future__ import annotations

import os
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from . import __version__
from .assets import name_assets, offer_assets
from .builder import RegisterBuilder
from .config import SETTINGS
from .directives import thin
from .directives.roles import DecisionRole, RequirementRole
from .domain import AdrDomain, adr_domain
from .inputs import fingerprint_of
from .log.finding import Code, Finding
from .navigation import fill_toctrees
from .pages import STATE_FILE, Pages
from .placeholders import adr_decision
from .rendering import visitors
from .sidebar import fill_sidebar, offer_template
from .transforms import FillIn, NameDecisions, ReadDocuments, ShapeDecisions
from .validation import place_of_setting, validate, validate_documents, validate_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

    from .needs import DecisionNeeds

_OTHER = "sphinx-adr"
_ENV_VERSION = 5
_READERS = (
    "recording",
    "directives.decision",
    "reading.normative",
    "reading.structure",
    "reading.existing.declare",
)
"""The modules that do the work when a document is read, with all that they load."""


def connect(app: Sphinx) -> ExtensionMetadata:
    """Registers settings, domain, directives, roles, transforms, builder and handlers."""
    _refuse_the_other_one()
    app.require_sphinx("8.2")
    for setting in SETTINGS:
        app.add_config_value(setting.name, setting.default, setting.rebuild, setting.types)
    app.add_domain(AdrDomain)
    app.add_role_to_domain("adr", "decision", DecisionRole())
    app.add_role_to_domain("adr", "req", RequirementRole())
    # In the standard domain, `:adr:` also works behind `:external:`.
    app.add_role_to_domain("std", "adr", DecisionRole())
    thin.register(app)
    app.add_transform(ReadDocuments)
    app.add_transform(ShapeDecisions)
    app.add_transform(NameDecisions)
    app.add_post_transform(FillIn)
    app.add_builder(RegisterBuilder)
    app.add_message_catalog("sphinx_adr", str(Path(__file__).parent / "locale"))
    # Docutils' own XML writer looks nodes up by their names alone.
    app.add_node(adr_decision)
    visitors.register(app)
    _connect_handlers(app)
    return {
        "version": __version__,
        "env_version": _ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _connect_handlers(app: Sphinx) -> None:
    build, pages = _Build(), Pages()
    # Extensions load in any order: only with the settings it is known whether sphinx-needs is there.
    app.connect("config-inited", build.declare_needs, priority=450)
    app.connect("config-inited", build.declare_type_of_needs, priority=590)
    app.connect("config-inited", build.check_config, priority=700)
    app.connect("builder-inited", build.prepare_domain)
    app.connect("env-before-read-docs", load_readers)
    app.connect("config-inited", offer_assets)
    app.connect("env-updated", build.start_over, priority=100)
    app.connect("env-updated", fill_toctrees, priority=200)
    app.connect("env-updated", pages.env_updated)
    app.connect("env-updated", pages.report_findings, priority=800)
    app.connect("doctree-resolved", pages.doctree_resolved)
    app.connect("html-page-context", name_assets)
    app.connect("config-inited", offer_template)
    app.connect("html-page-context", fill_sidebar)
    app.connect("build-finished", pages.build_finished)


def load_readers(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Loads what reading takes before Sphinx divides the reading among processes: each would load it for itself."""
    if app.parallel > 1 and len(docnames) > app.parallel:
        for name in _READERS:
            import_module(f".{name}", __package__)


class _Build:
    """What one build knows beside its environment."""

    def __init__(self) -> None:
        self._config_findings: list[Finding] = []
        self._source = "conf.py"
        self._needs: DecisionNeeds | None = None

    def declare_needs(self, app: Sphinx, config: Config) -> None:
        if "sphinx_needs" in app.extensions:
            from .needs import DecisionNeeds

            self._needs = DecisionNeeds()
            self._needs.declare(app, config)

    def declare_type_of_needs(self, app: Sphinx, config: Config) -> None:
        if self._needs is not None:
            self._needs.declare_type(app, config)

    def check_config(self, app: Sphinx, config: Config) -> None:
        self._source = os.fspath(app.confdir / "conf.py") if app.confdir else "conf.py"
        self._config_findings = [
            *validate(config, self._source),
            *validate_sources(config, self._source),
        ]
        excluded = STATE_FILE.format(builder="epub")
        if excluded not in config.epub_exclude_files:
            config.epub_exclude_files = [*config.epub_exclude_files, excluded]

    def prepare_domain(self, app: Sphinx) -> None:
        domain = adr_domain(app.env)
        domain.config_findings = self._config_findings
        domain.holds, domain.seal_folder = app.tags.eval_condition, app.confdir
        domain.since_place = place_of_setting(self._source, "adr_rules_since")

    def start_over(self, app: Sphinx, env: BuildEnvironment) -> None:
        domain = adr_domain(env)
        domain.forget()
        named = [("adr_documents", name) for one in domain.document_sets for name in one.documents]
        for source in domain.requirement_sources:
            named += (("adr_requirements", name) for name in getattr(source, "documents", ()))
        unmatched = validate_documents(named, env.found_docs, app.config, self._source)
        domain.config_findings = [*self._config_findings, *unmatched, *self._look_for_graphviz(domain)]
        domain.inputs = fingerprint_of(app, env)

    def _look_for_graphviz(self, domain: AdrDomain) -> Iterator[Finding]:
        """Asks for the version of Graphviz where a graph wants it; says so where there is none."""
        domain.graphviz = ""
        usual = domain.env.config.adr_graph_engine
        if any((engine or usual) == "graphviz" for engines in domain.engines.values() for engine in engines):
            from .rendering.layout import GraphvizError, version

            try:
                domain.graphviz = version()
            except GraphvizError as error:
                message = f"a graph asks for the engine 'graphviz', and {error}; the built-in layout is used"
                yield Finding(
                    Code.CONFIG_INVALID, message, place_of_setting(self._source, "adr_graph_engine")
                )


def _refuse_the_other_one() -> None:
    """Stops where the other distribution that provides ``sphinx_adr`` is installed too."""
    try:
        metadata.distribution(_OTHER)
    except metadata.PackageNotFoundError:
        return
    message = (
        f"The distribution {_OTHER!r} is installed beside 'sphinx-adr-trace' and provides the same package: run "
        f"`pip uninstall -y {_OTHER} sphinx-adr-trace`, then `pip install sphinx-adr-trace`."
    )
    raise ExtensionError(message)
