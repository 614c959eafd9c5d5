"""Words in filters that no decision can have."""

from __future__ import annotations

import pytest

from sphinx_adr.log.filter_words import impossible_words
from sphinx_adr.log.query import parse_filter
from sphinx_adr.log.status_words import STATUS_WORDS
from sphinx_adr.log.vocabulary import Phase, StatusWord

STATUSES = {**STATUS_WORDS, "on trial": StatusWord("on trial", Phase.PENDING)}


@pytest.mark.parametrize(
    "text",
    [
        "status == 'Accepted'",
        "status == 'on trial' or effective_status != 'superseded'",
        "'unknown' == authored_status",
        "phase in ['in-force', 'pending']",
        "status in 'accepted, proposed'",
        "'super' in status",
        "status == '' and phase == None",
        "status < 'b'",
        "title == 'acepted'",
        "title == status",
        "date >= '2025'  # of this year",
        "status == \n 'accepted'",
    ],
)
def test_words_that_decisions_have(text):
    assert list(impossible_words(parse_filter(text), STATUSES)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("status == 'acepted'", ["the status 'acepted'; did you mean 'accepted'?"]),
        ("not ('acepted' != status)", ["the status 'acepted'; did you mean 'accepted'?"]),
        ("status == 'Approved'", ["the status 'Approved'; did you mean 'accepted'?"]),
        ("phase == 'in force' and in_force", ["the phase 'in force'; did you mean 'in-force'?"]),
        (
            "status in ['xyz', 'accepted', 'rejectd'] or Authored_Status not in ('drat',)",
            [
                (
                    "the status 'xyz'; there are: accepted, deprecated, draft, on trial, proposed, rejected, "
                    "superseded, unknown, withdrawn"
                ),
                "the status 'rejectd'; did you mean 'rejected'?",
                "the authored status 'drat'; did you mean 'draft'?",
            ],
        ),
        ("phase == 'x'", ["the phase 'x'; there are: in-force, pending, retired, unknown"]),
    ],
)
def test_words_that_no_decision_has(text, said):
    found = [*impossible_words(parse_filter(text), STATUSES)]
    assert sorted(found) == sorted(f"no decision can have {one}" for one in said)
