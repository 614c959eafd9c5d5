"""``adr-command``: the reference of the command, generated from its parser."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from sphinx_adr.command import examples
from sphinx_adr.command import parser as command

WIDTH = 88
SHARED = "reading"


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """The parser of each subcommand by its name, in the order of the help."""
    whole = command.make_parser()
    (action,) = [one for one in whole._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(action.choices)


def shared_actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The options that all subcommands have."""
    (group,) = [one for one in parser._action_groups if one.title == SHARED]
    return list(group._group_actions)


def reference() -> Iterator[str]:
    """The reference as lines of reStructuredText."""
    parsers = subcommands()
    for name, parser in parsers.items():
        shared = shared_actions(parser)
        own = [action for action in parser._actions if action not in shared and action.dest != "help"]
        yield from (name, "-" * len(name), "", parser.description or "", "")
        yield from _block(_usage(parser, own), "text")
        yield from (f".. program:: sphinx-adr {name}", "")
        for action in own:
            yield from _option(action)
        yield from _block(parser.epilog or "", "text")
    title = "Options of every subcommand"
    yield from (title, "-" * len(title), "", ".. program:: sphinx-adr", "")
    for action in shared_actions(next(iter(parsers.values()))):
        yield from _option(action)


def _usage(parser: argparse.ArgumentParser, actions: list[argparse.Action]) -> str:
    formatter = argparse.HelpFormatter(parser.prog, width=WIDTH)
    formatter.add_usage(None, [action for action in actions if action.dest != "source"], (), prefix="")
    usage = formatter.format_help().rstrip()
    return f"{usage} [SOURCE]"


def _option(action: argparse.Action) -> Iterator[str]:
    value = ""
    if action.nargs != 0:
        choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else None
        value = str(action.metavar or choices or action.dest.upper())
    names = [f"{name} {value}".rstrip() for name in action.option_strings] or [value]
    yield from (f".. option:: {', '.join(names)}", "")
    yield from (f"   {_escaped(action.help or '')}", "")


def _escaped(text: str) -> str:
    return text.replace("*", "\\*").replace("`", "\\`")


def _block(text: str, language: str) -> Iterator[str]:
    yield from (f".. code-block:: {language}", "")
    yield from (f"   {line}".rstrip() for line in text.splitlines())
    yield ""


class Command(SphinxDirective):
    """``.. adr-command::``."""

    def run(self) -> list[nodes.Node]:
        """The reference, parsed in place."""
        for module in (command, examples):
            self.env.note_dependency(inspect.getfile(module))
        return self.parse_text_to_nodes("\n".join(reference()), allow_section_headings=True)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Registers the directive."""
    app.add_directive("adr-command", Command)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
