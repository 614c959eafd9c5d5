"""The options that were considered and not chosen."""

from __future__ import annotations

from sphinx_adr.log.decision import Option
from sphinx_adr.views import Answers, OptionsQuestion

from ..log.records import adr, log

LOG = log(
    adr(10, options=[Option("Redis", reason="in memory")], tags="cache"),
    adr(
        9,
        options=[Option("Postgres", cons=("slow",)), Option("ClickHouse", chosen=True), Option("Druid")],
        choice="ClickHouse",
    ),
    adr(1),
)


def ask(**question) -> list[tuple[str, str, str | None]]:
    rows = Answers(LOG).to(OptionsQuestion(**question))
    assert isinstance(rows, tuple)
    return [(row.decision.label, row.option.name, row.choice) for row in rows]


def test_options_come_by_decision_and_in_its_order_with_what_was_chosen_instead():
    assert ask() == [
        ("ADR-9", "Postgres", "ClickHouse"),
        ("ADR-9", "Druid", "ClickHouse"),
        ("ADR-10", "Redis", None),
    ]


def test_a_filter_picks_decisions():
    assert ask(filter='"cache" in tags') == [("ADR-10", "Redis", None)]
