"""Front matter, as authors write it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinx_adr.reading.front_matter import read_front_matter

JABREF = Path(__file__).parents[3] / "shared/corpora/jabref/docs/decisions"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("status: accepted", ("accepted",)),
        ("status:accepted", None),
        ("status:   accepted   ", ("accepted",)),
        ("Status: Accepted", ("Accepted",)),
        ("status : accepted", ("accepted",)),
        ('"status": accepted', ("accepted",)),
        ("'status': accepted", ("accepted",)),
        ("status: accepted # on Monday", ("accepted",)),
        ("status: accepted#1", ("accepted#1",)),
        ("status: # none yet", ()),
        ("status:", ()),
        ("status: ~", ()),
        ("status: null", ()),
        ('status: ""', ()),
        ("status: 0013", ("0013",)),
        ("status: 2025-11-04", ("2025-11-04",)),
        ("status: 1.10", ("1.10",)),
        ("status: yes", ("yes",)),
        ('status: "accepted; supersedes ADR-0045"', ("accepted; supersedes ADR-0045",)),
        ('status: "accepted # really" # no', ("accepted # really",)),
        ("status: 'it''s accepted'", ("it's accepted",)),
        (r'status: "\"accepted\" \u2713 C:\\x"', ('"accepted" ✓ C:\\x',)),
        (r'status: "\ud800\x"', (r"\ud800x",)),
        ('status: "accepted" by all', ('"accepted" by all',)),
        ('status: "accepted', ('"accepted',)),
        ("status: accepted: yes", ("accepted: yes",)),
        ("status: {proposed | rejected}", ("{proposed | rejected}",)),
        ("status: {proposed: 1}", ("{proposed: 1}",)),
        ("status: <accepted>", ("<accepted>",)),
        ("status: superseded by [ADR-0057](0057-x.md)", ("superseded by [ADR-0057](0057-x.md)",)),
        ("status: [ADR-0057](0057-x.md)", ("[ADR-0057](0057-x.md)",)),
        ("status: [draft] or [accepted]", ("[draft] or [accepted]",)),
        ("status: [a, b]", ("a", "b")),
        ("status: [a, b] # both", ("a", "b")),
        ("status: ['a, b', \"c]\", d's]", ("a, b", "c]", "d's")),
        ("status: []", ()),
        ("status: [a, , b,]", ("a", "b")),
        ("status: [a, [b, c]]", ("a", "[b, c]")),
        ("status: [a,\n  b\n]", ("a", "b")),
        ("status: [\n  a, # one\n  # nothing\n  b,\n]", ("a", "b")),
        ("status: [a, b", ("[a, b",)),
        ("status:\n  - a\n  - b", ("a", "b")),
        ("status:\n- a\n- b", ("a", "b")),
        ("status: # who\n- a # one\n# nobody\n-\n- 'b # c'", ("a", "b # c")),
        ("status:\n  - a\n    and more\n\n  - b", ("a and more", "b")),
        ("status:\n  - supersedes: ADR-3\n    why: this\n  - b", ("supersedes: ADR-3", "b")),
        ("status:\n  nested: yes\n  more: 3", ()),
        ("status:\n  accepted\n  on Monday", ("accepted on Monday",)),
        ("status: accepted\n  on Monday # or so", ("accepted on Monday",)),
        ('status: "accepted\n  on Monday"', ("accepted on Monday",)),
        ("status: |\n  accepted\n\n  # on Monday\n", ("accepted\n\n# on Monday",)),
        ("status: >-\n  accepted\n  on Monday\n", ("accepted on Monday",)),
        ("status: |", ()),
        ("status: | accepted |", ("| accepted |",)),
        ("- status: accepted", None),
        ("other: 1\n# status: accepted", None),
        ("other:\n  status: accepted", None),
        ("status: draft\nstatus: accepted", ("draft", "accepted")),
    ],
)
def test_a_field_keeps_what_its_author_wrote(written, value):
    found = read_front_matter(f"---\n{written}\nlast: 1\n---\n\n# Title\n\nstatus: rejected\n")
    assert (None if found is None else found.fields.get("status")) == value
    assert found is None or found.fields["last"] == ("1",)


def test_keys_have_their_lines():
    found = read_front_matter(
        "---\n# who and when\n\nDecision-Makers:\n  - A\n\ndate: 2025\n'Technical Story': x\n---\n"
    )
    assert found is not None
    assert found.lines == {"decision-makers": 4, "date": 7, "technical story": 8}
    assert found.end == 9


@pytest.mark.parametrize(
    ("source", "line", "end"),
    [
        ("---\nstatus: accepted\n---", 2, 3),
        ("---  \nstatus: accepted\n--- \ntext", 2, 3),
        ("---\nstatus: accepted\n...\ntext", 2, 3),
        ("\ufeff---\nstatus: accepted\n---\n", 2, 3),
        ("---\r\nstatus: accepted\r\n---\r\n", 2, 3),
        ("---\rstatus: accepted\r---\r", 2, 3),
        ("\n  \n---\nstatus: accepted\n---\n", 4, 5),
        ("<!-- a\n---\nb -->\n\n---\nstatus: accepted\n---\n", 6, 7),
        ("<!-- a --> <!-- b -->\n---\nstatus: accepted\n---\n", 3, 4),
        ("---\nstatus: accepted\nwhat is this\n---\n", 2, 4),
        ("---\n\n---\n", None, 3),
    ],
)
def test_front_matter_stands_at_the_head(source, line, end):
    found = read_front_matter(source)
    assert found is not None
    assert found.lines.get("status") == line
    assert found.fields.get("status") == (("accepted",) if line else None)
    assert found.end == end


@pytest.mark.parametrize(
    "source",
    [
        "",
        "---",
        "---\nstatus: accepted\n",
        "---\nstatus: accepted\n----\n",
        "+++\nstatus = 'accepted'\n+++\n",
        "# Title\n---\nstatus: accepted\n---\n",
        " ---\nstatus: accepted\n---\n",
        "----\nstatus: accepted\n----\n",
        "---\nA line of text.\n---\n",
        "\n---\nstatus: accepted\nA line of text.\n---\n",
        "<!-- a --> text\n---\nstatus: accepted\n---\n",
        "<!-- a\n---\nstatus: accepted\n---\n",
    ],
)
def test_anything_else_is_no_front_matter(source):
    assert read_front_matter(source) is None


@pytest.mark.skipif(not JABREF.exists(), reason="the decision sets stand beside the checkout")
def test_a_real_set():
    read = {path.name[:4]: read_front_matter(path.read_text("utf-8")) for path in JABREF.glob("0*.md")}
    statuses = {
        number: found.fields["status"] for number, found in read.items() if found and "status" in found.fields
    }
    assert statuses == {
        "0042": ("accepted",),
        "0045": ("superseded by ADR-0057",),
        "0047": ("accepted",),
        "0049": ("accepted",),
        "0057": ("accepted; supersedes ADR-0045",),
        "0061": ("accepted",),
    }
    assert read["0042"].fields["nav_order"] == ("0042",)


_PIECES = st.sampled_from(
    [
        "\n",
        "\n---\n",
        " ",
        "- ",
        " # ",
        "\r\n",
        "\ufeff",
        "\x85",
        "\\u00e9",
        "\\U00110000",
        "<!--",
        "-->",
        "key:",
        *"[]{}\"'\\#|>,a",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text())
@example("---\na: [\n]b\n---")
def test_no_source_is_too_odd(source):
    for text in (source, f"---\n{source}\n---\n"):
        found = read_front_matter(text)
        assert found is None or found.lines.keys() == found.fields.keys()


def _steps(source: str) -> int:
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += 1
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read_front_matter(source)
    finally:
        sys.settrace(before)
    return steps


_REPEATED = ["a: b\n", 'a: "b\n', "a: [b\n", "- x\n", "  - x\n", "'", '\\"', "[", "<!-- ", "\n", "# \n"]


@pytest.mark.parametrize("piece", _REPEATED)
@pytest.mark.parametrize("head", ["---\n", "---\nkey: ", "---\nkey:\n", '---\nkey: "', "---\nkey: ['", ""])
def test_twice_the_text_takes_twice_the_steps(head, piece):
    once, twice = (_steps(f"{head}{piece * count}\n---\n") for count in (200, 400))
    assert twice <= 2.1 * once + 200
