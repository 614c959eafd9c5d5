"""What the heads of existing documents say: one document a case, as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from ..support import Built, Project, has_myst

Case = tuple[str, dict[str, object]]

_END = "\n\n## Context\n\nMeters send readings.\n\n## Decision\n\nWe store them.\n"
_END_RST = "\n\nContext\n-------\n\nMeters send readings.\n\nDecision\n--------\n\nWe store them.\n"

ACCEPTED = {"status": "accepted"}
NO_STATUS = {"status": "unknown"}


def status(text: str) -> str:
    """A Markdown record with a section for its status."""
    return f"# Keep readings\n\n## Status\n\n{text}{_END}"


def front(text: str) -> str:
    """A Markdown record with front matter."""
    return f"---\n{text}\n---\n# Keep readings{_END}"


def head(text: str) -> str:
    """A Markdown record with *text* below its title."""
    return f"# Keep readings\n\n{text}{_END}"


MARKDOWN: dict[str, Case] = {
    # Status sections
    "a word": (status("Accepted"), {**ACCEPTED, "status_text": "Accepted"}),
    "a word in small letters with a stop": (status("accepted."), ACCEPTED),
    "a word of two words": (status("Under Review"), {"status": "proposed"}),
    "a synonym": (status("Approved"), ACCEPTED),
    "a quotation": (status("> Accepted"), ACCEPTED),
    "a list": (status("- Accepted"), ACCEPTED),
    "a list with a history": (status("- Proposed on 2024-01-02\n- Accepted on 2024-02-03"), ACCEPTED),
    "emphasis": (status("*Accepted*"), ACCEPTED),
    "strong": (status("**Accepted**"), ACCEPTED),
    "code": (status("`accepted`"), ACCEPTED),
    "a link": (status("[Accepted](https://example.org/process)"), ACCEPTED),
    "a badge": (status("![Accepted](https://img.shields.io/badge/status-accepted-green)"), ACCEPTED),
    "an emoji": (status("✅ Accepted"), ACCEPTED),
    "a word with a date": (status("Accepted on 2021-08-04"), {**ACCEPTED, "date": "2021-08-04"}),
    "a word with a date in brackets": (status("Accepted (2021-08-04)"), {**ACCEPTED, "date": "2021-08-04"}),
    "an addition": (status("Accepted by the storage team"), ACCEPTED),
    "first line and prose": (status("Accepted\n\nWe reviewed it in two meetings."), ACCEPTED),
    "checkboxes": (status("- [ ] proposed\n- [x] accepted\n- [ ] rejected"), ACCEPTED),
    "unchecked boxes": (status("- [ ] proposed\n- [ ] accepted"), {**NO_STATUS, "problem": "placeholder"}),
    "choices": (status("Proposed | Accepted | Rejected"), {**NO_STATUS, "problem": "placeholder"}),
    "a template in braces": (
        status("{proposed | rejected | accepted}"),
        {**NO_STATUS, "problem": "placeholder"},
    ),
    "a template in brackets": (
        status("[Proposed, Accepted, Deprecated]"),
        {**NO_STATUS, "problem": "placeholder"},
    ),
    "another language": (
        status("Hyväksytty"),
        {**NO_STATUS, "problem": "status-unknown", "status_text": "Hyväksytty"},
    ),
    "two words": (status("Draft -> Accepted"), {**ACCEPTED, "status_text": "Draft -> Accepted"}),
    "struck through": (status("~~Proposed~~ Accepted"), ACCEPTED),
    "struck through in HTML": (status("<s>Proposed</s> Accepted"), ACCEPTED),
    "struck through in HTML behind": (status("Accepted <del>Proposed</del>"), ACCEPTED),
    "status with a date line": (
        status("Accepted\n\nDate: 2023-05-06"),
        {**ACCEPTED, "date": "2023-05-06", "status_text": "Accepted"},
    ),
    "a comment in the status": (status("<!-- proposed, accepted -->\n\nAccepted"), ACCEPTED),
    "a status heading with a colon": ("# Keep readings\n\n## Status: Accepted" + _END, ACCEPTED),
    "a numbered status heading": ("# Keep readings\n\n## 1. Status\n\nAccepted" + _END, ACCEPTED),
    "a decorated status heading": ("# Keep readings\n\n## 📌 Status\n\nAccepted" + _END, ACCEPTED),
    "a capital status heading": ("# Keep readings\n\n## STATUS\n\nAccepted" + _END, ACCEPTED),
    "all headings of one level": (
        "# Keep readings\n\n# Status\n\nAccepted\n\n# Context\n\nText.\n",
        ACCEPTED,
    ),
    "deep headings": ("# Keep readings\n\n### Status\n\nAccepted\n\n### Context\n\nText.\n", ACCEPTED),
    "a setext title": ("Keep readings\n=============\n\nStatus\n------\n\nAccepted" + _END, ACCEPTED),
    "bold words as headings": (
        "# Keep readings\n\n**Status**\n\nAccepted\n\n**Context**\n\nMeters.\n\n**Decision**\n\nStore.\n",
        ACCEPTED,
    ),
    "a status table in a section": (
        status("| Status | Date |\n|---|---|\n| Proposed | 2024-01-02 |\n| Accepted | 2024-02-03 |"),
        ACCEPTED,
    ),
    # front matter
    "front matter": (
        front("status: accepted\ndate: 2024-03-04\ndeciders: [Ana Li, Bo Rey]\ntags: [storage]"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li", "Bo Rey"], "tags": ["storage"]},
    ),
    "MADR 4 front matter": (
        front(
            'status: "accepted"\ndate: 2024-03-04\ndecision-makers:\n  - Ana Li\n  - Bo Rey\nconsulted: Cy Oh\n'
            "informed: all teams"
        ),
        {**ACCEPTED, "deciders": ["Ana Li", "Bo Rey"], "consulted": ["Cy Oh"], "informed": ["all teams"]},
    ),
    "quoted front matter": (
        front('status: "Accepted"  # agreed\ndate: "2024-03-04"'),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "front matter in capitals": (
        front("Status: Accepted\nDate: 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "comments in front matter": (front("# status: rejected\nstatus: accepted # not yet final"), ACCEPTED),
    "a template in front matter": (
        front(
            'status: "{proposed | rejected | accepted | deprecated}"\ndate: {YYYY-MM-DD when it was decided}'
        ),
        {**NO_STATUS, "date": None, "problem": "placeholder"},
    ),
    "a date to fill in": (
        front("status: accepted\ndate: YYYY-MM-DD"),
        {**ACCEPTED, "date": None, "problem": "placeholder"},
    ),
    "the title in front matter": (
        "---\ntitle: Keep all readings\nstatus: accepted\n---\n\n## Context\n\nText.\n\n## Decision\n\nText.\n",
        {**ACCEPTED, "title": "Keep all readings"},
    ),
    "front matter and section": (
        "---\nlayout: page\nparent: ADRs\n---\n" + status("Accepted"),
        ACCEPTED,
    ),
    # bullets
    "bullets": (
        head("- Status: accepted\n- Date: 2024-03-04\n- Deciders: Ana Li, Bo Rey"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li", "Bo Rey"]},
    ),
    "stars": (head("* Status: accepted\n* Date: 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "MADR 2 bullets": (
        head(
            "* Status: accepted <!-- optional -->\n* Deciders: Ana Li <!-- optional -->\n* Date: 2024-03-04\n\n"
            "Technical Story: METER-12 <!-- optional -->"
        ),
        {**ACCEPTED, "deciders": ["Ana Li"], "date": "2024-03-04", "story": "METER-12"},
    ),
    "MADR 2 as it comes": (
        head(
            "* Status: [proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)]\n"
            "* Deciders: [list everyone involved in the decision]\n* Date: [YYYY-MM-DD when the decision was last updated]"
        ),
        {**NO_STATUS, "deciders": [], "date": None, "problem": "placeholder", "links": []},
    ),
    "bold bullets": (
        head("- **Status**: Accepted\n- **Date**: 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "bold bullets with the colon inside": (
        head("- **Status:** Accepted\n- **Date:** 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "nested bullets": (
        head("- Status: accepted\n- Deciders:\n  - Ana Li\n  - Bo Rey"),
        {"deciders": ["Ana Li", "Bo Rey"]},
    ),
    # lines
    "a plain line": (head("Status: Accepted"), ACCEPTED),
    "plain lines": (
        head("Status: Accepted\nDate: 2024-03-04\nAuthor: Ana Li"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li"]},
    ),
    "adr-tools": (
        "# 7. Keep readings\n\nDate: 2024-03-04\n\n## Status\n\nAccepted" + _END,
        {**ACCEPTED, "date": "2024-03-04", "title": "Keep readings"},
    ),
    "bold lines": (
        head("**Status:** Accepted  \n**Date:** 2024-03-04  \n**Deciders:** Ana Li, Bo Rey  "),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li", "Bo Rey"]},
    ),
    "bold paragraphs": (
        head("**Status**: Accepted\n\n**Date**: 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "bold with a value in bold": (head("**Status: Accepted**"), ACCEPTED),
    "fields on one line": (
        head("**Status:** Accepted | **Date:** 2024-03-04 | **Owner:** Ana Li"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li"]},
    ),
    "fields with dots": (head("Status: Accepted · Date: 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "emphasised fields": (
        head("*Status*: Accepted\n\n*Date*: 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "emphasised lines": (head("_Status: Accepted_"), ACCEPTED),
    "a code value": (head("Status: `accepted`"), ACCEPTED),
    "a quotation with fields": (
        head("> **Status:** Accepted\n> **Date:** 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "an alert": (head("> [!NOTE]\n> Status: Accepted"), ACCEPTED),
    "an admonition": (head("```{note}\nStatus: Accepted\n```"), ACCEPTED),
    "a status in a badge": (head("![Status: Accepted](https://img.shields.io/x.svg)"), ACCEPTED),
    # tables
    "a vertical table": (
        head("| Status | Accepted |\n|---|---|\n| Date | 2024-03-04 |\n| Deciders | Ana Li, Bo Rey |"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li", "Bo Rey"]},
    ),
    "a vertical table with a head row": (
        head("| Field | Value |\n|---|---|\n| **Status** | Accepted |\n| **Date** | 2024-03-04 |"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a vertical table with an empty head row": (
        head("| | |\n|---|---|\n| Status: | Accepted |\n| Date: | 2024-03-04 |"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a horizontal table": (
        head("| Status | Date | Owner |\n|---|---|---|\n| Accepted | 2024-03-04 | Ana Li |"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li"]},
    ),
    "a definition list": (
        head("Status\n: Accepted\n\nDate\n: 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "metadata in a section": (
        "# Keep readings\n\n## Metadata\n\n- Status: Accepted\n- Date: 2024-03-04" + _END,
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a date section": (
        "# Keep readings\n\n## Date\n\n2024-03-04\n\n## Status\n\nAccepted\n\n## Deciders\n\n- Ana Li\n- Bo Rey"
        + _END,
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["Ana Li", "Bo Rey"]},
    ),
    # not the head
    "a status in the matter": (
        (
            "# Keep readings\n\n## Context\n\nThe reader has these.\n\nStatus: deprecated\n\n## Decision\n\nText.\n\n"
            "## Status of the migration\n\nDone\n"
        ),
        NO_STATUS,
    ),
    "a status of something else": (
        "# Keep readings\n\n## Context\n\nText.\n\n## Migration status\n\nAccepted\n\n## Decision\n\nText.\n",
        NO_STATUS,
    ),
    "a status below the matter": (
        "# Keep readings\n\n## Context\n\nText.\n\n### Status\n\nThe old system is deprecated.\n\n## Decision\n\nText.\n",
        NO_STATUS,
    ),
    "a status at the end": ("# Keep readings" + _END + "\n## Status\n\nAccepted\n", ACCEPTED),
    # people and more
    "addresses": (
        head("- Status: accepted\n- Deciders: Ana Li <ana@example.org>, @bo"),
        {"deciders": ["Ana Li", "bo"]},
    ),
    "linked people": (
        head("- Status: accepted\n- Deciders: [Ana Li](https://example.org/ana)"),
        {"deciders": ["Ana Li"]},
    ),
    "nobody": (head("- Status: accepted\n- Deciders: -"), {"deciders": []}),
    # dates
    "a long date": (
        head("Date: 4 March 2024\nStatus: accepted"),
        {"date": "2024-03-04", "date_text": "4 March 2024"},
    ),
    "an American date": (head("Date: March 4, 2024\nStatus: accepted"), {"date": "2024-03-04"}),
    "a month": (head("Date: March 2024\nStatus: accepted"), {"date": "2024-03"}),
    "a German date": (head("Date: 04.03.2024\nStatus: accepted"), {"date": "2024-03-04"}),
    "slashes": (head("Date: 2024/03/04\nStatus: accepted"), {"date": "2024-03-04"}),
    "an ambiguous date": (
        head("Date: 03/04/2024\nStatus: accepted"),
        {"date": None, "date_text": "03/04/2024", "problem": "date-invalid"},
    ),
    "an impossible date": (
        head("Date: 2024-02-31\nStatus: accepted"),
        {"date": None, "date_text": "2024-02-31", "problem": "date-invalid"},
    ),
    "two dates": (
        head("Date: 2024-01-02 (proposed), 2024-03-04 (accepted)\nStatus: accepted"),
        {"date_text": "2024-01-02 (proposed), 2024-03-04 (accepted)"},
    ),
    "a decision date beside a creation date": (
        head("Created: 2024-01-02\nAccepted: 2024-03-04\nStatus: accepted"),
        {"date": "2024-03-04"},
    ),
    "only a creation date": (head("Created: 2024-01-02\nStatus: accepted"), {"date": "2024-01-02"}),
    # titles
    "a bracketed number": (
        "# [ADR-0012] Keep readings\n\nStatus: accepted" + _END,
        {"id": "ADR-0012", "title": "Keep readings"},
    ),
    "a label with a bar": (
        "# ADR-0013 | Keep readings\n\nStatus: accepted" + _END,
        {"id": "ADR-0013", "title": "Keep readings"},
    ),
    "a label with a dash": (
        "# ADR 14 - Keep readings\n\nStatus: accepted" + _END,
        {"id": "ADR-14", "title": "Keep readings"},
    ),
    "a label with an em dash": (
        "# ADR-0015 — Keep readings\n\nStatus: accepted" + _END,
        {"id": "ADR-0015", "title": "Keep readings"},
    ),
    "a decision with a number": (
        "# Decision 16: Keep readings\n\nStatus: accepted" + _END,
        {"title": "Keep readings"},
    ),
    "a hash number": ("# #17 Keep readings\n\nStatus: accepted" + _END, {"title": "Keep readings"}),
    "a number with a stop": ("# 0018. Keep readings\n\nStatus: accepted" + _END, {"title": "Keep readings"}),
    "a number alone": ("# 0019 Keep readings\n\nStatus: accepted" + _END, {"title": "Keep readings"}),
    "escapes and code": (
        "# ADR-0020: Keep \\`readings\\` in `meter_db`\n\nStatus: accepted" + _END,
        {"id": "ADR-0020", "title": "Keep `readings` in meter_db"},
    ),
    "a long label": (
        "# Architecture Decision Record: Keep readings\n\nStatus: accepted" + _END,
        {"title": "Keep readings"},
    ),
    "a label without a number": (
        "# ADR: Keep readings\n\nStatus: accepted" + _END,
        {"title": "Keep readings"},
    ),
    "a long label with a number": (
        "# Architecture Decision Record 21: Keep readings\n\nStatus: accepted" + _END,
        {"title": "Keep readings"},
    ),
    "a linked title": (
        "# [Keep readings](https://example.org)\n\nStatus: accepted" + _END,
        {"title": "Keep readings"},
    ),
    "no heading at all": (
        "Status: accepted\n\nWe keep readings because we must.\n",
        {**ACCEPTED, "title": "no heading at all"},
    ),
    "a BOM": ("\ufeff# Keep readings\n\nStatus: accepted" + _END, {**ACCEPTED, "title": "Keep readings"}),
    "a BOM before front matter": (
        "\ufeff---\nstatus: accepted\n---\n# Keep readings" + _END,
        {**ACCEPTED, "title": "Keep readings"},
    ),
    "a comment first": (
        "<!-- markdownlint-disable -->\n\n# Keep readings\n\nStatus: accepted" + _END,
        {**ACCEPTED, "title": "Keep readings"},
    ),
    "empty lines first": (
        "\n\n# Keep readings\n\nStatus: accepted" + _END,
        {**ACCEPTED, "title": "Keep readings"},
    ),
    "a heading ADR, then the title": (
        "# ADR\n\n## Keep readings\n\n### Status\n\nAccepted\n\n### Context\n\nText.\n",
        {**ACCEPTED},
    ),
    # whole templates
    "Y statement": (
        head(
            "Status: accepted\n\nIn the context of readings, facing bursts, we decided for a queue to achieve calm, accepting delay."
        ),
        ACCEPTED,
    ),
    "Tyree and Akerman": (
        (
            "# Keep readings\n\n|  |  |\n|---|---|\n| Issue | Meters send readings. |\n| Decision | We store them. |\n"
            "| Status | Approved |\n| Group | Data |\n| Assumptions | None. |\n"
        ),
        ACCEPTED,
    ),
    "Planguage": (
        "# Keep readings\n\n- Tag: STORE.KEEP\n- Gist: Readings are kept.\n- Status: Approved\n- Author: Ana Li\n- Revision: 3\n",
        ACCEPTED,
    ),
    "Edgex": (
        "# Keep readings\n\n## Status\n\n** approved ** 2024-03-04\n\n## Context\n\nText.\n\n## Decision\n\nText.\n",
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "Merson": (
        "# ADR 22: Keep readings\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Rationale\n\nText.\n\n## Status\n\nAccepted\n\n## Consequences\n\nText.\n",
        {**ACCEPTED, "id": "ADR-22"},
    ),
    "GDS": (
        "# 23. Keep readings\n\nDate: 2024-03-04\n\n## Status\n\n✅ Accepted (2024-03-05)" + _END,
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "Backstage": (
        (
            "---\nid: adrs-adr024\ntitle: 'ADR024: Keep readings'\ndescription: Architecture Decision Record (ADR)\n---\n\n"
            "> This is a living document.\n\n## Context\n\nText.\n\n## Decision\n\nText.\n"
        ),
        {**NO_STATUS, "title": "Keep readings", "id": "ADR024"},
    ),
    "RFC": (
        "- Start Date: 2024-03-04\n- RFC PR: (leave this empty)\n- Status: Accepted\n\n# Summary\n\nText.\n\n# Motivation\n\nText.\n",
        {**ACCEPTED},
    ),
    "business case": (
        "# Keep readings\n\nContents:\n\n* [Summary](#summary)\n\n## Summary\n\n### Issue\n\nText.\n\n### Decision\n\nText.\n\n### Status\n\nDecided. We are open to new alternatives.\n",
        ACCEPTED,
    ),
}

TITLE = "Keep readings\n=============\n\n"


def rst(text: str) -> str:
    """A record in reStructuredText with *text* below its title."""
    return f"{TITLE}{text}{_END_RST}"


def rst_status(text: str) -> str:
    """A record in reStructuredText with a section for its status."""
    return f"{TITLE}Status\n------\n\n{text}{_END_RST}"


RST: dict[str, Case] = {
    "a word": (rst_status("Accepted"), {**ACCEPTED, "status_text": "Accepted"}),
    "bold": (rst_status("**Accepted**"), ACCEPTED),
    "a quotation": (rst_status("    Accepted"), ACCEPTED),
    "a list": (rst_status("* Accepted"), ACCEPTED),
    "a line block": (rst_status("| Accepted\n| 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "a role": (rst_status(":guilabel:`Accepted`"), ACCEPTED),
    "a word with a date": (rst_status("Accepted 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "two words": (rst_status("Draft -> Accepted"), ACCEPTED),
    "struck through": (".. role:: del\n\n" + rst_status(":del:`Proposed` Accepted"), ACCEPTED),
    "struck through by another name": (
        ".. role:: strike\n\n" + rst_status(":strike:`Accepted` Rejected"),
        {"status": "rejected"},
    ),
    "struck through as raw HTML": (
        ".. role:: html(raw)\n   :format: html\n\n"
        + rst_status(":html:`<s>` Accepted :html:`</s>` Rejected"),
        {"status": "rejected"},
    ),
    "choices": (rst_status("Proposed | Accepted | Rejected"), {**NO_STATUS, "problem": "placeholder"}),
    "docinfo": (
        TITLE + ":Status: Accepted\n:Date: 2024-03-04\n:Author: D. Okafor" + _END_RST,
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["D. Okafor"]},
    ),
    "docinfo with authors": (
        TITLE + ":Authors: D. Okafor, M. Ortiz\n:Status: Accepted" + _END_RST,
        {**ACCEPTED, "deciders": ["D. Okafor", "M. Ortiz"]},
    ),
    "docinfo with authors in a list": (
        TITLE + ":Authors:\n    - D. Okafor\n    - M. Ortiz\n:Status: Accepted" + _END_RST,
        {**ACCEPTED, "deciders": ["D. Okafor", "M. Ortiz"]},
    ),
    "docinfo with a repeated field": (
        TITLE + ":Author: D. Okafor\n:Author: M. Ortiz\n:Status: Accepted" + _END_RST,
        {**ACCEPTED, "deciders": ["D. Okafor", "M. Ortiz"]},
    ),
    "deciders in docinfo": (
        TITLE + ":Deciders: D. Okafor\n:Status: Accepted" + _END_RST,
        {**ACCEPTED, "deciders": ["D. Okafor"]},
    ),
    "fields before the title": (
        ":Status: Accepted\n:Date: 2024-03-04\n\n" + TITLE + _END_RST,
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a field list below a line": (
        rst("This record is about readings.\n\n:Status: Accepted\n:Decider: D. Okafor"),
        {**ACCEPTED, "deciders": ["D. Okafor"]},
    ),
    "several groups of fields": (
        rst(":Status: Accepted\n\nMore:\n\n:Date: 2024-03-04\n:Author: D. Okafor\n:Author: M. Ortiz"),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["D. Okafor", "M. Ortiz"]},
    ),
    "bullets": (rst("* Status: Accepted\n* Date: 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "bold bullets": (
        rst("* **Status**: Accepted\n* **Date**: 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "bold lines": (rst("**Status:** Accepted\n\n**Date:** 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "several on a line": (
        rst("**Status:** Accepted | **Date:** 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "plain lines": (rst("Status: Accepted\nDate: 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "line block": (rst("| **Status:** Accepted\n| **Date:** 2024-03-04"), {**ACCEPTED, "date": "2024-03-04"}),
    "a definition list": (
        rst("Status\n    Accepted\nDate\n    2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a note": (rst(".. note:: Status: Accepted"), ACCEPTED),
    "a note with a body": (
        rst(".. note::\n\n   **Status:** Accepted\n\n   **Date:** 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "an admonition whose title is the field": (
        rst(".. admonition:: Status\n\n   Accepted on 2024-03-04"),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "an admonition whose title says it": (
        rst(".. admonition:: Status: Accepted\n\n   Since long."),
        ACCEPTED,
    ),
    "a simple table": (
        rst("======  ==========\nStatus  Accepted\nDate    2024-03-04\n======  =========="),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a list table": (
        rst(
            ".. list-table::\n\n   * - Status\n     - Accepted\n   * - Date\n     - 2024-03-04\n   * - Author\n     - D. Okafor"
        ),
        {**ACCEPTED, "date": "2024-03-04", "deciders": ["D. Okafor"]},
    ),
    "a list table with a header": (
        rst(
            ".. list-table::\n   :header-rows: 1\n\n   * - Status\n     - Date\n   * - Accepted\n     - 2024-03-04"
        ),
        {**ACCEPTED, "date": "2024-03-04"},
    ),
    "a list table with a stub": (
        rst(
            ".. list-table::\n   :stub-columns: 1\n\n   * - Status\n     - **Accepted**\n   * - Deciders\n     - * D. Okafor\n       * M. Ortiz"
        ),
        {**ACCEPTED, "deciders": ["D. Okafor", "M. Ortiz"]},
    ),
    "one adornment for all": (
        "Keep readings\n=============\n\nStatus\n======\n\nAccepted\n\nContext\n=======\n\nText.\n\nDecision\n========\n\nText.\n",
        {**ACCEPTED, "title": "Keep readings"},
    ),
    "one adornment and a number": (
        "1. Keep readings\n################\n\nDate: 2024-03-04\n\nStatus\n######\n\nAccepted\n\nContext\n#######\n\nText.\n",
        {**ACCEPTED, "title": "Keep readings", "date": "2024-03-04"},
    ),
    "an overline": (
        "=============\nKeep readings\n=============\n\n:Status: Accepted" + _END_RST,
        {**ACCEPTED, "title": "Keep readings"},
    ),
    "a label first": (".. _keep:\n\n" + rst_status("Accepted"), ACCEPTED),
    "a comment first": (
        ".. Copyright 2024\n\n" + rst_status("Accepted"),
        {**ACCEPTED, "title": "Keep readings"},
    ),
    "a BOM first": ("\ufeff" + rst_status("Accepted"), {**ACCEPTED, "title": "Keep readings"}),
    "an include": (".. include:: /parts/kept.txt\n", {**ACCEPTED, "title": "Keep readings"}),
    "no heading": (":Status: Accepted\n\nWe keep readings.\n", {**ACCEPTED, "title": "no heading"}),
    "orphan": (":orphan:\n\n" + rst_status("Accepted"), {**ACCEPTED, "title": "Keep readings"}),
    "escapes in the title": (
        "Keep \\*all\\* ``readings``\n=========================\n\n:Status: Accepted" + _END_RST,
        {**ACCEPTED, "title": "Keep *all* readings"},
    ),
    "contents first": (rst(".. contents::\n   :local:\n\n:Status: Accepted"), ACCEPTED),
    "an open edX header": (TITLE + "Status\n******\n\n**Accepted**\n\nContext\n*******\n\nText.\n", ACCEPTED),
    "a status later on": (
        TITLE
        + "Context\n-------\n\nText.\n\nStatus: deprecated\n\nDecision\n--------\n\nText.\n\nStatus of the migration\n-----------------------\n\nDone\n",
        NO_STATUS,
    ),
}


def built(tmp_path_factory: pytest.TempPathFactory, cases: dict[str, Case], suffix: str) -> Built:
    project = Project(tmp_path_factory.mktemp("heads") / "docs")
    project.configure(adr_documents=["adr/*"], suppress_warnings=["toc", "myst"], exclude_patterns=["parts"])
    project.configure(myst_enable_extensions=["strikethrough", "deflist"])
    names = (
        (f"adr/{100 + n:04}-{name.replace(' ', '-')}{suffix}", text)
        for n, (name, (text, _)) in enumerate(cases.items())
    )
    project.write({"index.rst": "Log\n===\n", "parts/kept.txt": rst_status("Accepted"), **dict(names)})
    return project.build("adr")


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory, MARKDOWN, ".md")


@pytest.fixture(scope="module")
def restructured(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory, RST, ".rst")


def check(found: Built, cases: dict[str, Case], name: str) -> None:
    docname = f"adr/{100 + list(cases).index(name):04}-{name.replace(' ', '-')}"
    register = found.register
    records = [one for one in register["decisions"] if one["docname"] == docname]
    problems = [p["code"] for p in register["problems"] if p["path"].rpartition(".")[0] == docname]
    expected = dict(cases[name][1])
    wanted = expected.pop("problem", None)
    assert len(records) == 1, problems
    said: dict[str, Any] = {key: records[0][key] for key in expected}
    if isinstance(expected.get("title"), str) and "heading" in str(expected["title"]):
        said["title"] = said["title"].casefold()
    assert said == expected
    assert set(problems) == ({wanted} if wanted else set())


@pytest.mark.skipif(not has_myst(), reason="myst-parser is not installed")
@pytest.mark.parametrize("name", MARKDOWN)
def test_a_head_in_markdown(name: str, markdown: Built) -> None:
    check(markdown, MARKDOWN, name)


@pytest.mark.parametrize("name", RST)
def test_a_head_in_restructuredtext(name: str, restructured: Built) -> None:
    check(restructured, RST, name)
