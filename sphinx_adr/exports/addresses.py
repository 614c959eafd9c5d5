"""Where files beside the pages are."""

from __future__ import annotations

from urllib.parse import quote

FILE_NAME = "decisions.json"
"""The register of decisions, beside the pages."""

FOLDER = "_adr"
"""The folder below the pages that holds nothing but these files."""

BUILDERS = ("html", "dirhtml", "singlehtml")
"""The builders whose pages can have files beside them."""


def address(builder: str, docname: str, name: str) -> str:
    """The address of the file *name*, seen from the page of *docname* as *builder* puts it."""
    depth = docname.count("/")
    if builder == "dirhtml" and docname.rpartition("/")[2] != "index":
        depth += 1
    return f"{'' if builder == 'singlehtml' else '../' * depth}{FOLDER}/{quote(name)}"
