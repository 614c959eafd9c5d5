"""Tables are built from data when a module is imported, and always alike."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

import pytest

from sphinx_adr.log import catalogue, dates, fields, query, section_names
from sphinx_adr.log.catalogue import declaring, keeping, linking
from sphinx_adr.log.finding import Code

from .records import adr, labels, log, one

LOG = log(
    adr(1, conflicts_with="ADR-3"),
    adr(2, supersedes="ADR-1", depends_on="ADR-3", relates_to="ADR-4"),
    adr(3, "proposed", amends="ADR-2"),
    adr(4, refines="ADR-2"),
)


def afresh(module: ModuleType) -> ModuleType:
    """*module* as another process would import it."""
    package, _, name = module.__name__.rpartition(".")
    del sys.modules[module.__name__]
    try:
        return importlib.import_module(module.__name__)
    finally:
        sys.modules[module.__name__] = module
        setattr(sys.modules[package], name, module)


def test_the_catalogue():
    assert afresh(catalogue).CATALOGUE == catalogue.CATALOGUE
    assert list(afresh(declaring).DECLARING.items()) == list(declaring.DECLARING.items())
    assert list(afresh(linking).LINKING.items()) == list(linking.LINKING.items())
    assert list(afresh(keeping).KEEPING.items()) == list(keeping.KEEPING.items())
    assert set(catalogue.CATALOGUE) == set(Code)


def test_the_names_of_sections_and_columns():
    again = afresh(section_names)
    tables = [name for name, found in vars(section_names).items() if isinstance(found, frozenset)]
    assert len(tables) > 5
    for name in tables:
        assert getattr(again, name) == getattr(section_names, name), name
    assert again.SECTION_NAMES == section_names.SECTION_NAMES


@pytest.mark.parametrize(
    "text",
    ["2025-11", "2025/11/04", "4 NOV 2025", "on 4.11.2025.", "1,2025-11", "x2025.11.04", "2025-11-041"],
)
def test_the_shapes_of_dates(text):
    assert afresh(dates).read_date(text).iso == dates.read_date(text).iso


def test_the_fields_of_a_decision():
    again = afresh(fields)
    for decision in LOG:
        told = {name: read(LOG, decision) for name, read in fields.FIELDS.items()}
        assert {name: read(LOG, decision) for name, read in again.FIELDS.items()} == told
    assert again.FIELDS["superseded_by"](LOG, one(LOG, 1)) == ("ADR-2",)
    assert again.FIELDS["amended_by"](LOG, one(LOG, 2)) == ()
    assert again.FIELDS["depends_on"](LOG, one(LOG, 2)) == ("ADR-3",)
    assert again.FIELDS["relates_to"](LOG, one(LOG, 4)) == ("ADR-2",)
    assert again.FIELDS["refines"](LOG, one(LOG, 4)) == ("ADR-2",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('id < "ADR-2"', "1"),
        ('id <= "ADR-2"', "1 2"),
        ('id > "ADR-2"', "3 4"),
        ('id >= "ADR-2"', "2 3 4"),
        ('date < "2025"', ""),
        ('date >= "2025"', ""),
        ('"1" > story', ""),
    ],
)
def test_the_orders_of_words(text, found):
    again = afresh(query)
    ledger = log(*LOG, adr("", at="nameless"))
    assert labels(again.select(ledger, again.parse_filter(text), ledger.decisions)) == [
        f"ADR-{number}" for number in found.split()
    ]
