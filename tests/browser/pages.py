"""Themes, and pages that the demonstration does not have: many decisions at once, hard titles, and pages without any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

THEMES = (
    "furo",
    "pydata_sphinx_theme",
    "sphinx_rtd_theme",
    "alabaster",
    "sphinx_book_theme",
    "shibuya",
    "python_docs_theme",
    "piccolo_theme",
    "sphinx_nefertiti",
    "sphinxawesome_theme",
)
"""The themes that pages are looked at in: the four that most projects have, and some that nobody wrote for."""
EVERYTHING_IN = THEMES[:4]
"""The themes in which every page is looked at; in the others a few pages have all that there is to see."""
FEW = ("0009-timescaledb-for-event-storage", "log", "traceability", "kitchen-sink", "hard-views")
LONG = "x" * 300


def _sixty() -> Iterator[str]:
    """Sixty decisions of five years in lineages that run side by side, fork and merge."""
    yield "Sixty\n=====\n"
    words = ("Queue", "Store", "Cache", "Index", "Report", "Login", "Export")
    day = date(2021, 1, 15)
    for number in range(1, 61):
        day += timedelta(days=29)
        status = "proposed" if number in (57, 60) else "rejected" if number % 17 == 0 else "accepted"
        yield f".. adr:: LOG-{number:03d}: {words[number % 7]} of the {number}. kind, with a title of some length"
        yield f"   :status: {status}\n   :date: {day}\n   :requirements: REQ-{number % 9:03d}"
        earlier = [number - 7] if number > 7 and number % 3 else []
        earlier += [number - 11] if number % 13 == 0 else []
        if earlier:
            yield f"   :supersedes: {', '.join(f'LOG-{one:03d}' for one in earlier)}"
        if number % 10 == 4:
            yield f"   :depends-on: LOG-{number - 3:03d}"
        yield ""


PAGES = {
    "index.rst": """
Pages to look at
================

.. toctree::

   demo/index
   kitchen-sink
   sixty
   sixty-views
   styles
   hard
   hard-views
   plain
""",
    "plain.rst": "Plain\n=====\n\nNothing of ours, not even `a link <https://example.org>`_ to it.\n",
    "sixty.rst": "\n".join(_sixty()),
    "sixty-views.rst": """
Sixty decisions at a glance
===========================

.. adr-graph::
   :filter: docname == "sixty"

.. adr-graph::
   :root: LOG-029
   :depth: 1

.. adr-matrix::
   :filter: docname == "sixty"

.. adr-index::
   :filter: docname == "sixty"
""",
    "styles.rst": """
The index in other styles
=========================

.. adr-index::
   :style: cards
   :filter: "demo/" in docname

.. adr-index::
   :style: timeline
   :filter: "demo/" in docname

.. adr-matrix::
   :filter: "demo/" in docname
   :style: list
""",
    "hard.rst": f"""
Hard cases
==========

.. adr:: HARD-1: <script>alert("it's & 'quoted'")</script> `a < b` \U0001f680
   :status: accepted
   :date: 2025-02-01
   :tags: a-tag-that-is-much-longer-than-any-column-of-a-table-could-ever-be-on-a-telephone
   :deciders: D. Okafor, {LONG[:120]}
   :supersedes: HARD-2

   Context
   -------

   Text.

.. adr:: HARD-2: {LONG}
   :status: accepted
   :date: 2025-01-01
   :story: {LONG[:150]}

.. adr:: HARD-3: \u0642\u0631\u0627\u0631 \u0628\u0634\u0623\u0646 \u062a\u062e\u0632\u064a\u0646 \u0627\u0644\u0628\u064a\u0627\u0646\u0627\u062a
   :status: proposed
   :date: 2025-03-01
   :supersedes: HARD-1
   :requirements: REQ-001, REQ-A-VERY-LONG-AREA-OF-THE-PRODUCT-NAMED-IN-FULL-001

.. adr:: HARD-4: \u5173\u4e8e\u6570\u636e\u5b58\u50a8\u65b9\u5f0f\u7684\u67b6\u6784\u51b3\u7b56\u8bb0\u5f55\u4ee5\u53ca\u5176\u5168\u90e8\u540e\u679c\u7684\u8bf4\u660e
   :status: rejected
   :date: 2025-04-01
   :supersedes: HARD-1

   .. adr-option:: {LONG[:200]}
      :chosen:
      :pros: {LONG[:200]}
      :cons: short

   .. adr-option:: Another
""",
    "hard-views.rst": """
Hard cases at a glance
======================

.. adr-index::
   :filter: docname == "hard"

.. adr-index::
   :style: list
   :filter: docname == "hard"

.. adr-index::
   :style: cards
   :filter: docname == "hard"

.. adr-index::
   :style: timeline
   :filter: docname == "hard"

.. adr-matrix::
   :filter: docname == "hard"

.. adr-graph::
   :filter: docname == "hard"
   :requirements: all

.. adr-graph::
   :style: log
   :filter: docname == "hard"

.. adr-options::
   :filter: docname == "hard"
""",
}
