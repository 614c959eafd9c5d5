"""The options of our directives are what docutils makes of them, and so is what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, cast

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_adr.directives.options import AnyOption, LateOption
from sphinx_adr.directives.thin import Thin
from sphinx_adr.directives.written import read_options

Call = tuple[list[str], dict[str, Any], list[str], list[tuple[str, int]], int, int, str]


class Taken(Directive):
    """Keeps what it is called with."""

    option_spec: ClassVar[AnyOption] = AnyOption()  # type: ignore[assignment]
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    calls: ClassVar[list[Call]] = []

    def run(self) -> list[nodes.Node]:
        """Nothing; the call is kept."""
        self.calls.append(
            (
                self.arguments,
                self.options,
                list(self.content),
                list(self.content.items),
                self.content_offset,
                self.lineno,
                self.block_text,
            )
        )
        return []


class TakenLate(Thin):
    """The same, with the options taken off by ourselves."""

    @staticmethod
    def doer() -> Any:
        """What keeps the call."""
        return Taken


def outcome(directive: type[Directive], text: str) -> tuple[list[Call], str]:
    """The calls of *directive* in *text*, and all that docutils makes of it."""
    Taken.calls.clear()
    directives.register_directive("taken", directive)
    made = publish_doctree(text, settings_overrides={"report_level": 5, "halt_level": 6})
    return list(Taken.calls), cast("nodes.document", made).pformat()


def same(text: str) -> list[Call]:
    """The calls, which are the same either way."""
    theirs, ours = outcome(Taken, text), outcome(TakenLate, text)
    assert ours == theirs
    return ours[0]


NAMES = st.sampled_from(
    [
        "id",
        "ID",
        "status",
        "decision-makers",
        "no-index",
        "x",
        "a b",
        "a_",
        "*a*",
        "`a`",
        "a:b",
        "a\\:b",
        "1",
        "é",
    ]
)
VALUES = st.sampled_from(
    [
        "",
        "accepted",
        "a: b",
        "`a` *b",
        ":id: x",
        "\\x",
        "a, b",
        "  a",
        "\u00a0a",
        "\u3000",
        "-",
        "a\\",
        ":",
        "\0a",
    ]
)
LINES = st.one_of(
    st.builds(":{}: {}".format, NAMES, VALUES),
    st.builds(":{}:{}".format, NAMES, VALUES),
    VALUES,
    st.sampled_from(["* a", ":", "::", "..", "", "| a", ">>> a", "+--+", "====", ":-", "x::"]),
)
INDENTED = st.builds(lambda by, line: " " * by + line, st.integers(0, 3), LINES)


@st.composite
def directive_text(draw: st.DrawFn) -> str:
    """A directive somewhere, with whatever could stand in it."""
    head = draw(
        st.sampled_from(
            [".. taken::", ".. taken:: ", ".. taken::  Title", ".. taken:: :id: x", ".. taken:: a: b"]
        )
    )
    lines = draw(st.lists(INDENTED, max_size=6))
    around = draw(st.sampled_from(["", "* ", "  ", "1. "]))
    block = [head, *(f"   {line}".rstrip(" ") for line in lines)]
    text = [around + block[0], *(" " * len(around) + line for line in block[1:])]
    return "\n".join(["Before.", "", *text, "", "After.", ""])


@given(directive_text())
@example(".. taken:: A\n   :id: x\n   :status: y\n     z\n\n   Text.\n")
@example(".. taken::\n      :id: x\n   :status: y\n")
@example(".. taken::\n     :id: x\n\n   Text.\n")
@example(".. taken::\n   :id: x\n   more\n")
@example(".. taken:: A\n   :id: x\n   :id: y\n")
@example(".. taken:: A\n   :id:\n      x\n       y\n   :status:\n")
@example(".. taken::\n\n   :id: x\n")
@example(".. taken:: \u00a0:id: x\n")
@example("* .. taken:: A\n     B\n     :`x: y\n     :id: z\n")
def test_options_are_taken_as_docutils_takes_them(text: str) -> None:
    same(text)


def test_whoever_else_asks_takes_the_options_itself() -> None:
    assert LateOption()
    assert bool(Thin.option_spec)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([":id: ADR-1", ":status: accepted"], {"id": "ADR-1", "status": "accepted"}),
        ([":ID:  x: y", ":tags: a,", "   b", "    c"], {"id": "x: y", "tags": "a,\nb\n c"}),
        ([":tags:", "  a", "  b", ":no-index:"], {"tags": "a\nb", "no-index": ""}),
        ([":id: a", "b"], None),
        ([":id: a", ":Id: b"], None),
        ([":a b: c"], None),
        ([":id:c"], None),
    ],
)
def test_ordinary_options_are_read_without_docutils(lines: list[str], found: dict[str, str] | None) -> None:
    assert read_options(lines) == found


def test_ordinary_options_need_no_state_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> Callable[..., None]:
        raise AssertionError("docutils was asked")

    monkeypatch.setattr("docutils.parsers.rst.states.Body.parse_extension_options", never)
    calls, _made = outcome(TakenLate, ".. taken:: A\n   :id: x\n   :status: y\n     z\n\n   Text.\n")
    assert [(call[0], call[1], call[2]) for call in calls] == [
        (["A"], {"id": "x", "status": "y\nz"}, ["Text."])
    ]
