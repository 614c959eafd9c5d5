"""What is kept between builds is small, and nobody opens it who does not need it."""

from __future__ import annotations

import pickle

import pytest

from sphinx_adr.packed import Packed


class Unwanted:
    """Something that cannot be unpickled."""

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return (int, ("no number",))


def test_a_value_comes_back_as_it_was_and_can_be_changed() -> None:
    packed = Packed({"decisions": {}})
    for name in ("one", "two"):
        packed = pickle.loads(pickle.dumps(packed))
        packed.value["decisions"][name] = [name]
    assert packed.value == {"decisions": {"one": ["one"], "two": ["two"]}}


def test_what_nobody_asks_for_is_handed_on_unread() -> None:
    first = pickle.dumps(Packed(Unwanted()))
    second = pickle.dumps(pickle.loads(first))
    assert second == first
    with pytest.raises(ValueError, match="no number"):
        assert pickle.loads(second).value


def test_what_is_said_again_and_again_takes_little_room() -> None:
    records = [
        f"ADR-{number}: Readings are kept for ten years, corrections included." for number in range(1000)
    ]
    assert len(pickle.dumps(Packed(records))) < len(pickle.dumps(records)) / 5
