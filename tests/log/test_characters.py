"""Characters that no page can show."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.characters import fit


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("line\r\n\tline", "line\r\n\tline"),
        ("Größe – 決定 🗳", "Größe – 決定 🗳"),
        ("a\x00b\x07", "a\ufffdb\ufffd"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x7f\x85\x9f\xa0", "\ufffd\ufffd\ufffd\xa0"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_what_cannot_be_shown_is_replaced_one_by_one(text, shown):
    assert fit(text) == shown


@given(st.text(st.characters(exclude_characters="\ufffe\uffff")))
def test_what_fits_can_be_written_and_stands_in_xml(text):
    page = ET.Element("p")
    page.text = fit(text)
    told = ET.fromstring(ET.tostring(page, encoding="utf-8")).text or ""
    assert told == fit(text).replace("\r\n", "\n").replace("\r", "\n")
    assert fit(fit(text)) == fit(text)
    assert len(fit(text)) == len(text)
