"""Nothing depends on the order in which records are handed over, nor on the hashes of strings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sphinx_adr.log.coverage import read_coverage
from sphinx_adr.log.ledger import Ledger
from sphinx_adr.log.rules.checks import check

from .records import decisions, log, outside, required

ROOT = Path(__file__).parents[2]


def told(ledger: Ledger) -> str:
    rows = read_coverage(ledger)
    derived = [(ledger.effective_status(d), ledger.current(d), ledger.current_outside(d)) for d in ledger]
    return repr(
        (
            ledger.decisions,
            ledger.links,
            ledger.cycles,
            ledger.duplicates,
            derived,
            rows,
            list(check(ledger, rows)),
        )
    )


@given(decisions(), st.randoms(use_true_random=False))
def test_records_may_come_in_any_order(records, random):
    required_ones = [required("REQ-1", "a"), required("REQ-1", "b", at="other"), required("REQ-2", line=2)]
    expected = told(Ledger(records, required_ones, outside("other:ADR-1")))
    shuffled, mixed = list(records), list(required_ones)
    random.shuffle(shuffled)
    random.shuffle(mixed)
    assert told(Ledger(iter(shuffled), iter(mixed), outside("other:ADR-1"))) == expected


_SCRIPT = """
from tests.log.records import adr, log
from tests.log.test_order import told
from sphinx_adr.views import *
from sphinx_adr.views.answers import Answers
records = [adr(n, "accepted" if n % 3 else "proposed", supersedes=f"ADR-{n - 1} ADR-{n % 5 + 1}", tags=f"t{n % 4} all",
               relates_to=f"ADR-{n % 7 + 1}", addresses=f"REQ-{n % 6}", deciders="b a") for n in range(1, 40)]
ledger = log(*records, requirements="REQ-1 REQ-2")
answers = Answers(ledger)
questions = [IndexQuestion(group_by="tags", sort=("-status",)), MatrixQuestion(), GraphQuestion(root="ADR-9", depth=2),
             OptionsQuestion(), *(CardQuestion(d.docname, d.anchor) for d in ledger)]
print(hash(told(ledger)) and answers.digest(questions, told(ledger)))
"""


def test_hashes_of_strings_make_no_difference():
    digests = set()
    for seed in ("0", "1", "2", "77"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT], cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1
    assert len(digests.pop().strip()) == 32


def test_an_empty_log_has_nothing_in_it():
    ledger = log()
    assert (len(ledger), ledger.links, ledger.cycles, ledger.find("ADR-1")) == (0, (), [], ())
    assert read_coverage(ledger) == {}
