"""The arguments of the command, and the help that explains them."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from typing import Any

from .. import __version__
from . import examples
from .places import LIKELY


class _Subcommand(argparse.ArgumentParser):
    """A parser whose arguments and options may stand in any order: ``show ADR-0013 --format json docs``."""

    _apart = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Reads the options first, then the arguments between them."""
        if self._apart:
            return super().parse_known_args(args, namespace)
        self._apart = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._apart = False


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command."""
    parser = argparse.ArgumentParser(
        prog="sphinx-adr",
        description="Works with the architecture decision records of a Sphinx documentation.",
        epilog=examples.COMMAND,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sphinx-adr {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Subcommand
    )
    for add in COMMANDS:
        add(commands)
    return parser


def _check(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(
        commands,
        "check",
        "say what is wrong with the log",
        "Says what is wrong with the log.",
        examples.CHECK,
    )
    parser.add_argument(
        "--format",
        choices=("text", "github", "json", "sarif", "junit", "markdown"),
        default="text",
        help="how findings are printed (text)",
    )
    parser.add_argument(
        "--fail-on",
        action="append",
        type=_words,
        default=[],
        metavar="CODE,...",
        help="the codes of the findings that make the exit status 1 (all of them); also the coverage states "
        "'uncovered' and 'lost', and 'none'",
    )
    parser.add_argument(
        "--base",
        metavar="REV",
        help="also what this branch does to the log of another revision of the repository",
    )
    parser.add_argument(
        "--strict", action="store_true", help="requirements that are uncovered or lost are findings, too"
    )
    _reads(parser)


def _list(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(commands, "list", "list decisions", "Lists the decisions.", examples.LIST)
    parser.add_argument("--filter", metavar="EXPR", help="only the decisions that this holds for")
    parser.add_argument(
        "--unread", action="store_true", help="list the documents of adr_documents, read and unread, instead"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table", help="(table)")
    _reads(parser)


def _show(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(
        commands,
        "show",
        "show one decision",
        "Shows one decision with all that follows for it.",
        examples.SHOW,
    )
    parser.add_argument("id", metavar="ID", help="the decision")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(text)")
    _reads(parser)


def _export(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(
        commands,
        "export",
        "print the log for other programs",
        "Prints the log for other programs.",
        examples.EXPORT,
    )
    parser.add_argument("--format", choices=("json", "csv", "markdown"), default="json", help="(json)")
    parser.add_argument("--filter", metavar="EXPR", help="only the decisions that this holds for")
    _reads(parser)


def _new(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(
        commands, "new", "begin a decision", "Makes a file for the next decision.", examples.NEW
    )
    parser.add_argument("title", metavar="TITLE", help="what is decided, in a few words")
    parser.add_argument("--format", choices=("rst", "md"), help="(as the other decisions)")
    parser.add_argument(
        "--template",
        metavar="NAME|PATH",
        help="full, quick, madr, nygard, or a file of your own (full, or what the others look like)",
    )
    parser.add_argument(
        "--supersedes", action="append", default=[], metavar="ID", help="a decision that this one replaces"
    )
    parser.add_argument("--again", action="store_true", help="also where a decision has this title already")
    parser.add_argument("--directory", metavar="DIR", help="where, seen from SOURCE (where the others are)")
    _reads(parser)


def _supersede(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(
        commands,
        "supersede",
        "say that a decision replaces another one",
        "States in the record of NEW that it supersedes OLD.",
        examples.SUPERSEDE,
    )
    parser.add_argument("old", metavar="OLD", help="the decision that is replaced; its record stays as it is")
    parser.add_argument("new", metavar="NEW", help="the decision that replaces it")
    _reads(parser)


def _seal(commands: argparse._SubParsersAction[_Subcommand]) -> None:
    parser = _subcommand(
        commands,
        "seal",
        "keep fingerprints of accepted decisions",
        "Keeps fingerprints of the texts of accepted decisions in adr-seal.json, beside conf.py.",
        examples.SEAL,
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say what is not as it was sealed"
    )
    parser.add_argument(
        "--again", action="append", default=[], metavar="ID", help="seal the changed text of a decision"
    )
    parser.add_argument(
        "--forget", action="append", default=[], metavar="ID", help="take an ID out of the file"
    )
    _reads(parser)


COMMANDS: tuple[Callable[[argparse._SubParsersAction[_Subcommand]], None], ...] = (
    _check,
    _list,
    _show,
    _export,
    _new,
    _supersede,
    _seal,
)
"""What adds each subcommand, in the order in which the help shows them."""


def _subcommand(
    commands: argparse._SubParsersAction[_Subcommand],
    name: str,
    summary: str,
    description: str,
    epilog: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=_later(name))
    return parser


def _later(name: str) -> Callable[[argparse.Namespace], int]:
    """What runs a subcommand; its module is imported only then, so that help comes at once."""

    def run(arguments: argparse.Namespace) -> int:
        status: int = importlib.import_module(f"{__package__}.{name}").run(arguments)
        return status

    return run


def _reads(parser: argparse.ArgumentParser) -> None:
    """Adds what all subcommands that read a documentation have."""
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help=f"the folder of the documentation (the first of {', '.join(LIKELY)} with a conf.py)",
    )
    parser.set_defaults(quiet=False)
    group = parser.add_argument_group("reading")
    group.add_argument("-c", "--confdir", metavar="DIR", help="the folder of conf.py, if that is not SOURCE")
    group.add_argument(
        "-D",
        "--define",
        action="append",
        type=_setting,
        default=[],
        metavar="NAME=VALUE",
        help="a setting instead of that in conf.py",
    )
    group.add_argument("-t", "--tag", action="append", default=[], help="a tag for 'only' directives")
    group.add_argument("-j", "--jobs", type=_jobs, default=1, metavar="N", help="read with N processes (1)")
    group.add_argument("-E", "--fresh", action="store_true", help="read all files again")
    group.add_argument("--cache", metavar="DIR", help="where to keep what was read")
    group.add_argument("--online", action="store_true", help="also fetch what lies on the network")
    group.add_argument("-v", "--verbose", action="store_true", help="show all that Sphinx warns about")


def _words(text: str) -> list[str]:
    return [word.strip().removeprefix("adr.") for word in text.split(",") if word.strip()]


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form NAME=VALUE")
    return name, value


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)
