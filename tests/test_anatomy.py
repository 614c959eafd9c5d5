"""What the text of a decision says: drivers, options, choice and consequences, in rst and MyST alike."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Parser as RstParser
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinx_adr.log.decision import Anatomy, Consequences, Option
from sphinx_adr.placeholders import adr_decision, considered_option, view
from sphinx_adr.reading.anatomy import read_anatomy, read_arguments
from sphinx_adr.reading.record import own_nodes

SHARED = Path(__file__).parents[2] / "shared"
QUIET = {
    "report_level": 5,
    "halt_level": 6,
    "doctitle_xform": False,
    "warning_stream": False,
    "myst_suppress_warnings": ["myst"],
}


def parsed(text: str, markup: str) -> nodes.document:
    if markup == "myst":
        parser: Any = pytest.importorskip("myst_parser.docutils_").Parser()
        overrides = QUIET
    else:
        parser = RstParser()
        overrides = {name: value for name, value in QUIET.items() if not name.startswith("myst")}
    return publish_doctree(textwrap.dedent(text).strip() + "\n", parser=parser, settings_overrides=overrides)


def declared(element: nodes.Element) -> Anatomy:
    """The anatomy of *element* with the options that are declared in it."""
    own = [node for node in own_nodes(element) if isinstance(node, considered_option)]
    return read_anatomy(element, own)


def rst(text: str) -> Anatomy:
    return read_anatomy(parsed(text, "rst"))


def myst(text: str) -> Anatomy:
    return read_anatomy(parsed(text, "myst"))


def headed(text: str) -> str:
    """*text* with its ``# Title`` and ``## Title`` lines as rst sections."""
    lines = []
    for line in textwrap.dedent(text).strip().splitlines():
        level, _, title = line.partition(" ")
        if level and not level.strip("#"):
            lines += [title, "=-~^"[len(level) - 1] * (len(title) + 1)]
        else:
            lines.append(line)
    return "\n".join(lines)


def both(text: str) -> Anatomy:
    """What *text*, written so that rst and MyST mean the same by it but for headings, says in both."""
    first, second = rst(headed(text)), myst(text)
    assert first == second
    return first


def names(anatomy: Anatomy) -> list[str]:
    return [option.name for option in anatomy.options]


def chosen(anatomy: Anatomy) -> list[str]:
    return [option.name for option in anatomy.options if option.chosen]


# Options


@pytest.mark.parametrize(
    "title", ["Considered Options", "Alternatives considered:", "2. OPTIONS", "Options Considered"]
)
def test_a_list_names_the_options(title: str) -> None:
    assert names(both(f"# {title}\n\n* Kafka\n* A queue in Postgres.\n* None\n")) == [
        "Kafka",
        "A queue in Postgres",
    ]


def test_items_with_pros_and_cons_on_a_line_each() -> None:
    anatomy = both(
        """
        **Options Considered:**

        1. **Kafka**

           - Pros: fast, replays (days, even weeks), known
           - Cons: heavy

        2. **A table**

           - Pros: already there
           - Cons: polling; locks, and vacuum
        """
    )
    assert anatomy.options == (
        Option("Kafka", pros=("fast", "replays (days, even weeks)", "known"), cons=("heavy",)),
        Option("A table", pros=("already there",), cons=("polling", "locks", "vacuum")),
    )


def test_items_with_lists_below_pros_and_cons() -> None:
    anatomy = both(
        """
        # Options

        * Kafka: a log

          * Advantages:

            * fast, and durable

          * Disadvantages:

            * heavy
        """
    )
    assert anatomy.options == (Option("Kafka", pros=("fast, and durable",), cons=("heavy",)),)


def test_headings_name_the_options() -> None:
    anatomy = both(
        """
        # Considered Options

        ## Option 1: Kafka

        A log.

        * Good, because fast
        * Neutral, because Java
        * Bad, because of its weight

        ## Alternative B - A table

        **Pros:**

        * there

        **Cons:**

        * polling

        ## Comparison

        Both work.
        """
    )
    assert anatomy.options == (
        Option("Kafka", pros=("fast",), cons=("its weight",)),
        Option("A table", pros=("there",), cons=("polling",)),
    )


def test_names_and_details_are_merged_by_name() -> None:
    anatomy = both(
        """
        # Considered Options

        * The Kafka cluster
        * Redis streams, managed
        * Nothing at all

        # Decision Outcome

        Chosen option: "Kafka cluster", because it replays. It is known.

        ## Consequences

        * Good, because we can replay
        * Bad, because it costs
        * Neutral, because it is Java

        # Pros and Cons of the Options

        ## Redis streams

        * Good, because small

        ## Kafka Cluster

        Example:

        * not a statement
        * Bad, because big

        ## Do without

        * Good, because cheap
        """
    )
    assert anatomy.options == (
        Option("The Kafka cluster", chosen=True, cons=("big",), reason="it replays."),
        Option("Redis streams, managed", pros=("small",)),
        Option("Nothing at all", pros=("cheap",)),
    )
    assert anatomy.choice == "Kafka cluster"
    assert anatomy.consequences == Consequences(("we can replay",), ("it costs",), ("it is Java",))


def test_a_detail_that_fits_two_names_stays_on_its_own() -> None:
    anatomy = both(
        """
        # Options

        * Aurora Serverless
        * Aurora Provisioned

        # Pros and Cons of the Options

        ## Aurora

        * Good, because known
        """
    )
    assert names(anatomy) == ["Aurora Serverless", "Aurora Provisioned", "Aurora"]


RST_TABLE = """
Alternatives Considered
=======================

.. list-table::
   :header-rows: 1

   * - Alternative
     - Pros
     - Cons
     - Why not
   * - Kafka
     - fast, known
     - \\-
     - too big
   * - Redis
     - * small, simple
       * there
     - forgets
     -
"""
MYST_TABLE = """
# Alternatives Considered

| Alternative | Pros | Cons | Why not |
|-------------|------|------|---------|
| Kafka | fast, known | - | too big |
| Redis | small, simple<br>there | forgets | |
"""


@pytest.mark.parametrize(("read", "text"), [(rst, RST_TABLE), (myst, MYST_TABLE)], ids=["rst", "myst"])
def test_a_table_of_options(read: Callable[[str], Anatomy], text: str) -> None:
    assert read(text).options == (
        Option("Kafka", pros=("fast", "known"), reason="too big"),
        Option("Redis", pros=("small, simple", "there"), cons=("forgets",)),
    )


def test_a_table_with_the_options_across() -> None:
    anatomy = myst(
        "# Options\n\n| | Kafka | Redis |\n|-|-|-|\n| Pros | fast | small |\n| Cons | big | forgets |\n"
    )
    assert anatomy.options == (
        Option("Kafka", pros=("fast",), cons=("big",)),
        Option("Redis", pros=("small",), cons=("forgets",)),
    )


def test_a_table_of_scores_names_no_option() -> None:
    assert not myst("# Options\n\n| Criterion | Kafka | Redis |\n|-|-|-|\n| Speed | 3 | 5 |\n").options


def test_rejected_alternatives_give_their_reason_and_are_never_chosen() -> None:
    anatomy = both(
        """
        # Decision

        We will use Kafka.

        # Rejected Alternatives

        **Redis**

        It forgets.

        **Kafka**

        Too big. Too loud.
        """
    )
    assert anatomy.options == (
        Option("Redis", reason="It forgets."),
        Option("Kafka", reason="Too big. Too loud."),
    )
    assert anatomy.choice == "We will use Kafka"


def test_options_on_the_line_of_the_lead() -> None:
    assert names(both("**Alternatives:** Kafka, Redis (managed, small) or a table")) == [
        "Kafka",
        "Redis (managed, small)",
        "a table",
    ]
    assert names(both("**Alternatives:** We have looked at Kafka, and at Redis.")) == []


def directive_option(
    name: str, *, is_chosen: bool = False, reason: str = "", body: str = ""
) -> considered_option:
    return considered_option("", *parsed(body, "rst").children, name=name, chosen=is_chosen, reason=reason)


def test_options_by_directive() -> None:
    element = nodes.section(
        "",
        nodes.title("", "Storage"),
        directive_option("Kafka", is_chosen=True, reason="It replays.", body="(+) fast"),
        directive_option("Redis", body="Pros:\n\n* small\n\nCons:\n\n* forgets"),
    )
    assert declared(element) == Anatomy(
        choice="Kafka",
        options=(
            Option("Kafka", chosen=True, pros=("fast",), reason="It replays."),
            Option("Redis", pros=("small",), cons=("forgets",)),
        ),
    )


def test_a_decision_within_a_decision_keeps_its_options() -> None:
    inner = adr_decision("", nodes.rubric("", "Options"), directive_option("Redis"))
    assert names(declared(nodes.section("", directive_option("Kafka"), inner))) == ["Kafka"]


def test_an_option_by_directive_is_the_one_of_that_name_in_the_list() -> None:
    document = parsed(headed("# Decision\n\nChosen option: Kafka\n\n# Options\n\n* Redis\n* Kafka"), "rst")
    document.append(directive_option("kafka", is_chosen=True, body="(-) big"))
    anatomy = declared(document)
    assert names(anatomy) == ["Redis", "Kafka"]
    assert anatomy.options[1] == Option("Kafka", chosen=True, cons=("big",))


# The choice

THREE = "# Options\n\n* Lambda\n* Lambda + API Gateway\n* Next.js\n\n"


@pytest.mark.parametrize(
    ("text", "choice", "option", "reason"),
    [
        ('Chosen option: "Next.js", because it is known. And more.', "Next.js", "Next.js", "it is known."),
        ("Chosen option: “Next.js”.\nBecause it is known.", "Next.js", "Next.js", "it is known."),
        ("Chosen option: **Next.js**, because of its age.", "Next.js", "Next.js", "its age."),
        (
            "**Chosen option:** Next.js because\n\n* it is known\n* it is old",
            "Next.js",
            "Next.js",
            "it is known; it is old",
        ),
        ('Chosen option: "the "Next.js" way", since it is known', 'the "Next.js" way', "Next.js", None),
        (
            "Chosen option: Lambda + API Gateway HTTP API",
            "Lambda + API Gateway HTTP API",
            "Lambda + API Gateway",
            None,
        ),
        ('Chosen option: "Lambda"', "Lambda", "Lambda", None),
        ('Chosen option: "Fargate", because it is known', "Fargate", None, "it is known"),
        ("We will use Next.js for the front end.", "Next.js", "Next.js", None),
        ("We will use Next.js and Lambda.", "We will use Next.js and Lambda", None, None),
        ("We will not use Next.js.", "We will not use Next.js", None, None),
        ("We prefer Lambda over Next.js.", "Lambda", "Lambda", None),
        ("From here on, next.js.", "Next.js", "Next.js", None),
        ("Write less.  See RFC 1.", "Write less", None, None),
        ("Three layers:\n\n* one\n* two", "Three layers", None, None),
        ("We go with:\n\n* one\n* two", "We go with: one; two", None, None),
        ("* one\n* two", "one; two", None, None),
        ("**Write less**\n\nMuch less.", "Much less", None, None),
        ("**Write much less**\n\nMuch less.", "Write much less", None, None),
        ("Accepted", None, None, None),
        ("TBD", None, None, None),
        ("[What we decided]", None, None, None),
    ],
)
def test_the_choice_in_a_section(
    text: str, choice: str | None, option: str | None, reason: str | None
) -> None:
    anatomy = both(f"{THREE}# Decision Outcome\n\n{text}\n")
    assert anatomy.choice == choice
    assert chosen(anatomy) == ([option] if option else [])
    assert [each.reason for each in anatomy.options if each.chosen] == ([reason] if option else [])


@pytest.mark.parametrize(
    ("text", "choice", "option"),
    [
        ("**Decision:** Next.js", "Next.js", "Next.js"),
        (
            "**Decision**: Lambda + API Gateway HTTP API",
            "Lambda + API Gateway HTTP API",
            "Lambda + API Gateway",
        ),
        ("**Date:** 2025-01-01\n**Decision:** Use Next.js\n**Deciders:** D. Okafor", "Next.js", "Next.js"),
        ("**Decision:** API Gateway", "API Gateway", "Lambda + API Gateway"),
        ("**Decision:** No Lambda", "No Lambda", None),
        ("**Decision:** Accepted", None, None),
        ("Decision: Next.js", "Next.js", "Next.js"),
        (":Decision: Next.js", "Next.js", "Next.js"),
        ("* **Status:** accepted\n* **Decision:** Next.js", "Next.js", "Next.js"),
    ],
)
def test_the_choice_in_a_field(text: str, choice: str | None, option: str | None) -> None:
    listed = "**Options:**\n\n1. Lambda\n2. Lambda + API Gateway\n3. Next.js\n\n"
    anatomy = rst(listed + text) if text.startswith(":") else both(listed + text)
    assert anatomy.choice == choice
    assert chosen(anatomy) == ([option] if option else [])


def test_options_without_a_decision_have_no_choice() -> None:
    anatomy = both("**Options**:\n\n1. Kafka\n2. Redis\n\n**Considerations**:\n\n* cost\n")
    assert (anatomy.choice, names(anatomy), chosen(anatomy)) == (None, ["Kafka", "Redis"], [])
    assert anatomy.drivers == ("cost",)


@pytest.mark.parametrize("labels", ["AB", "12"])
def test_the_number_of_an_option_names_it(labels: str) -> None:
    first, second = labels
    text = f"""
    # Options

    ## Option {first}: Kafka

    A log.

    ## Option {second}: Redis

    A store.

    # Decision

    **Chosen option:** Option {first}, because it replays
    """
    anatomy = both(text)
    assert (anatomy.choice, chosen(anatomy), anatomy.options[0].reason) == ("Kafka", ["Kafka"], "it replays")


def test_an_option_can_have_a_section_of_its_own() -> None:
    anatomy = both("# Option 1: Kafka\n\n(+) fast\n\n# A. Background\n\n(+) none\n\n# Approach\n\n(-) none\n")
    assert anatomy.options == (Option("Kafka", pros=("fast",)),)


def test_a_mark_on_the_name_is_a_choice() -> None:
    anatomy = both("# Options\n\n## Kafka (rejected)\n\nA log.\n\n## Redis (chosen)\n\nA store.\n")
    assert (anatomy.choice, anatomy.options) == ("Redis", (Option("Kafka"), Option("Redis", chosen=True)))


def test_a_long_decision_is_cut_at_a_word() -> None:
    choice = both(f"# Decision\n\nWe will {'really ' * 60}do it.").choice
    assert choice is not None
    assert len(choice) <= 200
    assert choice.endswith("really…")


@pytest.mark.parametrize(
    ("rationale", "reason"),
    [
        ("It is known. It is old.", "It is known."),
        ("It is known.\n\nIt is old.", None),
        ("* It is known.", None),
    ],
)
def test_the_rationale_is_the_reason_where_it_is_one_paragraph(rationale: str, reason: str | None) -> None:
    anatomy = both(f"{THREE}# Decision\n\nUse Next.js.\n\n# Rationale\n\n{rationale}\n")
    assert [option.reason for option in anatomy.options] == [None, None, reason]


# Drivers and consequences


def test_drivers_are_the_items_of_their_section() -> None:
    anatomy = both(
        "# Decision Drivers\n\nAs ever:\n\n* cost\n* time to market:\n\n  * three weeks\n  * one person\n\n# Context\n\n* no driver\n"
    )
    assert anatomy.drivers == ("cost", "time to market: three weeks; one person")


@pytest.mark.parametrize(
    "text",
    [
        "# Consequences\n\n## Positive\n\n* fast\n* small\n\n## Negative\n\n* loud\n\n## Neutral\n\n* blue\n",
        "# Consequences\n\n**Positive**:\n\n* fast\n* small\n\n**Negative**:\n\n* loud\n\n**Neutral**:\n\n* blue\n",
        "**Consequences:**\n\n**Benefits:**\n\n* fast\n* small\n\n**Drawbacks:**\n\n* loud\n\n**Neutral:**\n\n* blue\n",
        "# Consequences\n\n* Good, because fast\n* Good, because small\n* Bad, because loud\n* Neutral, because blue\n",
        "**Trade-offs**:\n\n* (+) fast\n* (+) small\n* (-) loud\n* (~) blue\n",
        "# Consequences\n\n* Positive\n\n  * fast\n  * small\n\n* Negative\n\n  * loud\n\n* blue\n",
        "# Consequences\n\nPros: fast, small\n\nCons: loud\n\nblue\n",
        "# Decision\n\n# Positive Consequences\n\n* fast\n* small\n\n# Negative Consequences\n\n* loud\n\n# Consequences\n\nblue\n",
    ],
)
def test_consequences_by_their_side(text: str) -> None:
    assert both(text).consequences == Consequences(("fast", "small"), ("loud",), ("blue",))


def test_consequences_without_a_side_are_neutral() -> None:
    text = "# Consequences\n\nFirst. And more.\n\nIn detail:\n\n* one\n* **Good documentation** is needed\n"
    assert both(text).consequences == Consequences(
        neutral=("First. And more.", "one", "Good documentation is needed")
    )


def test_what_follows_from_not_deciding_is_no_consequence() -> None:
    text = "# Consequences\n\n**Benefits:**\n\n* fast\n\n**Risks if not implemented:**\n\n* slow\n\n**Cost:**\n\n* ten\n"
    assert both(text).consequences == Consequences(("fast",), (), ("ten",))


def test_mitigations_reviews_and_histories_are_no_anatomy() -> None:
    text = """
    # Mitigation

    * Good, because tested

    # Review Process

    ## Decision

    Meet weekly.

    # Revision History

    * 2025: Decision: none

    # Related Decisions

    * ADR-1: Options
    """
    assert both(text) == Anatomy()


def test_literal_blocks_are_not_read() -> None:
    assert (
        myst("# Consequences\n\n```\n* Good, because code\n```\n\n# Decision\n\n```\nX\n```\n") == Anatomy()
    )
    assert (
        rst(
            "Consequences\n============\n\n::\n\n  * Good, because code\n\nOptions\n=======\n\n::\n\n  * Kafka\n"
        )
        == Anatomy()
    )


def test_headings_in_a_container_are_rubrics() -> None:
    element = adr_decision(
        "",
        nodes.rubric("", "Decision"),
        nodes.rubric("", "Considered Options", **{"heading-level": 2}),
        nodes.rubric("", "Kafka", **{"heading-level": 3}),
        nodes.rubric("", "Pros", **{"heading-level": 4}),
        *parsed("* fast", "rst").children,
        nodes.rubric("", "Decision Outcome", **{"heading-level": 2}),
        nodes.paragraph("", "We use Kafka."),
        view("", nodes.paragraph("", "Pros: none of it")),
    )
    assert read_anatomy(element) == Anatomy(
        choice="Kafka", options=(Option("Kafka", chosen=True, pros=("fast",)),)
    )


def test_the_doctree_stays_as_it_is() -> None:
    document = parsed("**Decision:** *Kafka*, ``x``\n**Consequences:** fine\n\nPros: a, b", "rst")
    before = document.pformat()
    read_anatomy(document)
    assert document.pformat() == before
    assert all(child.parent is node for node in document.findall(nodes.Element) for child in node.children)


# Arguments


@pytest.mark.parametrize(
    "text",
    [
        "* (+) a\n* (-) b",
        "* Good, because a\n* Bad, because b",
        "* Pro: a\n* Con: b",
        "Pros: a\n\nCons: b",
        "Pros: a\nCons: b",
        "Pros: a. Cons: b.",
        "**Pros**\n\n* a\n\n**Cons**\n\n* b",
        "**Advantages:** a\n\n**Disadvantages:** b",
        "(+) a\n(-) b",
        "+ a\n\n\n- b",
        "* ✅ a\n* ❌ b",
        "* Positive:\n\n  * a\n\n* Negative:\n\n  * b",
        "* c\n* Good, because a\n\nSome prose: c.\n\n* Bad, because b",
    ],
)
@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_arguments(text: str, markup: str) -> None:
    assert read_arguments(parsed(text, markup).children) == (("a",), ("b",))


@pytest.mark.parametrize(
    "text",
    [
        "* a\n* b",
        "+ a\n+ b",
        "* Good documentation\n* Bad weather",
        "Profits: a",
        "* Pros\n* Cons",
        "Pros: none\n\nCons: n/a",
    ],
)
@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_near_misses_are_no_arguments(text: str, markup: str) -> None:
    assert read_arguments(parsed(text, markup).children) == ((), ())


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("a, b", ("a", "b")),
        ("a (x, y), b", ("a (x, y)", "b")),
        ("a; b, c", ("a", "b", "c")),
        ("known, good for us and them, and small", ("known", "good for us and them", "small")),
        ("1,000 users, cheap", ("1,000 users", "cheap")),
        ("easy, because known, and cheap", ("easy, because known", "cheap")),
        ("It is easy, really. It is cheap.", ("It is easy, really.", "It is cheap.")),
        ("known, e.g. here, old", ("known, e.g. here", "old")),
    ],
)
def test_a_line_of_pros_is_split_at_its_commas(line: str, parts: tuple[str, ...]) -> None:
    assert read_arguments(parsed(f"Pros: {line}", "rst").children)[0] == parts


# Any doctree

INLINE = st.sampled_from(
    ["Pros:", "Decision:", "(+) x", "Good, because y", "Option 1: z", 'Chosen option: ""', "", "  "]
)
BLOCKS = st.recursive(
    st.builds(lambda text: nodes.paragraph("", text), INLINE)
    | st.builds(lambda text: nodes.paragraph("", "", nodes.strong("", text), nodes.Text(" y\nz")), INLINE)
    | st.builds(lambda text: nodes.rubric("", text), INLINE)
    | st.just(nodes.transition()).map(lambda node: node.deepcopy()),
    lambda inner: st.builds(
        lambda kind, children: kind("", *children),
        st.sampled_from([
            nodes.section, nodes.container, nodes.bullet_list, nodes.list_item, nodes.table, nodes.tgroup,
            nodes.tbody, nodes.row, nodes.entry, nodes.definition_list, nodes.definition_list_item, nodes.term,
            nodes.field_list, nodes.field, nodes.field_name, nodes.title, nodes.block_quote, considered_option,
        ]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCKS, max_size=6))
def test_any_doctree_is_read_without_an_error(children: list[nodes.Node]) -> None:
    assert isinstance(declared(nodes.container("", *children)), Anatomy)


def test_deep_and_long_texts_are_read() -> None:
    deep: nodes.Element = nodes.bullet_list(
        "", nodes.list_item("", nodes.paragraph("", "Good, because deep"))
    )
    for _ in range(150):
        deep = nodes.bullet_list("", nodes.list_item("", nodes.paragraph("", "x"), deep))
    long = nodes.bullet_list(
        "", *(nodes.list_item("", nodes.paragraph("", f"Option {n}: n{n}")) for n in range(3000))
    )
    anatomy = read_anatomy(
        nodes.container("", nodes.rubric("", "Consequences"), deep, nodes.rubric("", "Options"), long)
    )
    assert len(anatomy.options) == 3000


# Real documents


def real(relative: str) -> str:
    path = next(SHARED.glob(relative), None)
    if path is None:
        pytest.skip(f"the shared documents are not beside the repository: {SHARED / relative}")
    return path.read_text(encoding="utf-8-sig")


def record(document: nodes.document, beginning: str) -> Anatomy:
    return read_anatomy(sections(document, re.escape(beginning))[0])


def sections(document: nodes.document, pattern: str) -> list[nodes.section]:
    return [
        section
        for section in document.findall(nodes.section)
        if re.match(pattern, section.next_node(nodes.title).astext())  # type: ignore[union-attr]
    ]


def weighed(anatomy: Anatomy) -> list[tuple[int, int]]:
    return [(len(option.pros), len(option.cons)) for option in anatomy.options]


@pytest.mark.parametrize(
    ("identifier", "choice", "option", "counts"),
    [
        ("DR-001", "Aurora DSQL", "Aurora DSQL", [(4, 2), (3, 2), (3, 4), (3, 3)]),
        ("DR-002", "Lambda + API Gateway HTTP API", "Lambda + API Gateway", [(4, 3), (3, 3), (3, 3)]),
        ("DR-003", "React + Vite", "React + Vite", [(4, 2), (3, 2), (2, 2), (2, 3)]),
    ],
)
def test_seed_with_numbered_options(
    identifier: str, choice: str, option: str, counts: list[tuple[int, int]]
) -> None:
    anatomy = record(parsed(real("seeds/000_*"), "myst"), identifier)
    assert (anatomy.choice, chosen(anatomy), weighed(anatomy)) == (choice, [option], counts)
    assert anatomy.options[0].reason is None
    assert len(anatomy.consequences.neutral) in (3, 4)


def test_seed_with_short_records() -> None:
    found = sections(parsed(real("seeds/001_*"), "myst"), r"ADR-\d+")
    anatomies = [read_anatomy(section) for section in found]
    assert len(anatomies) == 10
    assert all(anatomy.choice and len(anatomy.consequences.neutral) == 3 for anatomy in anatomies)
    assert not any(anatomy.options or anatomy.drivers for anatomy in anatomies)


def fenced(text: str) -> Iterator[str]:
    """The examples in a page: from ````` ```markdown ````` to the last fence before the next heading of the page."""
    for example in re.split(r"^### Example ", text, flags=re.MULTILINE)[1:]:
        body = example.partition("```markdown\n")[2].partition("\n## ADR Lifecycle")[0]
        yield body[: body.rindex("\n```\n") + 1] if "\n```\n" in body else body


def test_seed_with_examples_in_fences() -> None:
    anatomies = [read_anatomy(parsed(text, "myst")) for text in fenced(real("seeds/002_*"))]
    assert [len(anatomy.options) for anatomy in anatomies] == [3, 3, 4]
    assert all(chosen(anatomy) == [anatomy.options[0].name] == [anatomy.choice] for anatomy in anatomies)
    assert all(len(anatomy.drivers) == 5 for anatomy in anatomies)
    for consequences in (anatomy.consequences for anatomy in anatomies):
        assert [len(consequences.positive), len(consequences.negative), len(consequences.neutral)] == [
            4,
            3,
            1,
        ]


def test_seed_as_a_page_has_no_anatomy_in_its_fences() -> None:
    document = parsed(real("seeds/002_*"), "myst")
    assert read_anatomy(sections(document, "ADR Examples")[0]) == Anatomy()


def test_seed_with_completed_and_pending_decisions() -> None:
    document = parsed(real("seeds/003_*"), "myst")
    completed, pending = (
        [read_anatomy(section) for section in sections(document, title)[0].findall(nodes.section)][1:]
        for title in ("Completed Decisions", "Pending Decisions")
    )
    assert len(completed) == len(pending) == 5
    for anatomy in completed:
        assert anatomy.choice
        assert [len(anatomy.consequences.positive), len(anatomy.consequences.negative)] == [2, 2]
        assert not anatomy.consequences.neutral
    for anatomy in pending:
        assert (anatomy.choice, len(anatomy.options), chosen(anatomy)) == (None, 3, [])


def test_seed_with_tables_of_alternatives() -> None:
    found = sections(parsed(real("seeds/004_*"), "myst"), r"TDR-\d+")
    anatomies = [read_anatomy(section) for section in found]
    assert len(anatomies) == 10
    assert [len(anatomy.options) for anatomy in anatomies] == [3, 4, 4, 4, 4, 4, 4, 4, 3, 4]
    for anatomy in anatomies:
        assert anatomy.choice
        assert not chosen(anatomy)
        assert all(option.pros and option.cons for option in anatomy.options)
        assert anatomy.consequences.positive
        assert anatomy.consequences.negative
        assert not anatomy.consequences.neutral


@pytest.mark.parametrize(
    ("number", "word", "place", "counts"),
    [
        ("0040", "PreviewPanel", 2, [(1, 2), (1, 1), (1, 1), (1, 1)]),
        ("0041", "one form", None, [(1, 1), (1, 2), (1, 3)]),
        ("0042", "MarkdownTextFlow", None, []),
        ("0044", "Picocli", 1, [(3, 5), (13, 2), (3, 3), (0, 1), (2, 1), (1, 1)]),
        ("0050", "custom", 0, [(2, 5), (3, 3), (1, 2), (1, 3), (1, 4), (3, 2)]),
        ("0059", "CUID2", 1, [(2, 2), (4, 2), (1, 3)]),
        ("0061", "mtime", 0, [(4, 2), (3, 3), (2, 3)]),
        ("0065", "InputOption", 1, [(1, 2), (2, 0), (1, 1)]),
    ],
)
def test_madr_files(number: str, word: str, place: int | None, counts: list[tuple[int, int]]) -> None:
    anatomy = read_anatomy(parsed(real(f"corpora/jabref/docs/decisions/{number}-*.md"), "myst"))
    assert word in (anatomy.choice or "")
    assert weighed(anatomy) == counts
    assert [position for position, option in enumerate(anatomy.options) if option.chosen] == (
        [] if place is None else [place]
    )


def test_madr_consequences() -> None:
    anatomy = read_anatomy(parsed(real("corpora/jabref/docs/decisions/0045-*.md"), "myst"))
    assert [len(each) for each in (anatomy.consequences.positive, anatomy.consequences.negative)] == [3, 1]
    assert len(anatomy.drivers) == 3


def test_nygard_files_in_rst() -> None:
    folder = "corpora/openedx-aspects/docs/technical_documentation/decisions/"
    anatomy = read_anatomy(parsed(real(f"{folder}0003_superset.rst"), "rst"))
    assert (len(anatomy.options), chosen(anatomy), len(anatomy.consequences.neutral)) == (4, [], 5)
    assert all(option.reason for option in anatomy.options)
    assert not read_anatomy(parsed(real(f"{folder}0013_*.rst"), "rst")).options


def test_only_benefits_are_consequences_where_the_risks_are_of_not_deciding() -> None:
    anatomy = read_anatomy(parsed(real("corpora/wagov/operations/002-*.md"), "myst"))
    assert [len(each) for each in (anatomy.consequences.positive, anatomy.consequences.negative)] == [4, 0]
    assert not anatomy.consequences.neutral
