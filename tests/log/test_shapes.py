"""Stored records of another make are known by their fields."""

from __future__ import annotations

from dataclasses import make_dataclass
from types import ModuleType

import pytest

from sphinx_adr.log.shapes import shape


def module(name: str = "records", **records: dict[str, str]) -> ModuleType:
    """A module that defines *records*, by the types of their fields."""
    made = ModuleType(name)
    for record, fields in records.items():
        vars(made)[record] = make_dataclass(record, fields.items())
        vars(made)[record].__module__ = name
    return made


NOW = {"Decision": {"id": "str", "title": "str"}, "Place": {"line": "int"}}


@pytest.mark.parametrize(
    "other",
    [
        {**NOW, "Decision": {"id": "str"}},
        {**NOW, "Decision": {"id": "str", "title": "str", "date": "str"}},
        {**NOW, "Decision": {"id": "str", "name": "str"}},
        {**NOW, "Decision": {"id": "str", "title": "str | None"}},
        {**NOW, "Decision": {"title": "str", "id": "str"}},
        {**NOW, "Link": {"kind": "str"}},
        {"Decision": NOW["Decision"]},
        {"Record": NOW["Decision"], "Place": NOW["Place"]},
    ],
)
def test_records_of_another_make_have_another_number(other):
    assert shape([module(**other)]) != shape([module(**NOW)])


def test_a_record_belongs_to_the_module_that_defines_it():
    assert shape([module("a", **NOW)]) != shape([module("b", **NOW)])
    borrowing = module(**NOW)
    borrowing.Elsewhere = module("elsewhere", Elsewhere={"id": "str"}).Elsewhere
    assert shape([borrowing]) == shape([module(**NOW)])


def test_what_is_no_record_and_the_order_of_records_do_not_matter():
    other = module(**dict(reversed(NOW.items())))
    other.LIMIT, other.read, other.Kind = 3, len, type("Kind", (), {"__module__": "records"})
    other.first = other.Place(1)
    assert shape([other]) == shape([module(**NOW)])


def test_every_module_counts():
    one, other = module("a", **NOW), module("b", **NOW)
    assert len({shape([]), shape([one]), shape([other]), shape([one, other])}) == 4
