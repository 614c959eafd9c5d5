"""The documentation of sphinx_adr, built with sphinx_adr."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from sphinx_adr import __version__

project = "sphinx_adr"
copyright = "2026, the sphinx_adr developers"
version = release = __version__

extensions = [
    "sphinx_adr",
    "myst_parser",
    "sphinx.ext.intersphinx",
    "adr_reference",  # the reference pages, from the code
    "adr_conventions",  # what is read in documents that exist already, from its tables
    "adr_command",  # the reference of the command, from its parser
    "adr_mutants",  # which faults the tests find, and what is said of the others
    "adr_speed",  # figures of the benchmarks, from the file that they wrote
    "adr_snippets",  # snippets in both markups, from the files that a test builds
]
exclude_patterns = ["_build", "_ext", "snippets"]
myst_enable_extensions = ["colon_fence", "deflist"]
nitpicky = True
linkcheck_ignore = [r"https?://"]  # checked are links within the documentation
adr_seal_filter = '"sphinx-adr" in tags'  # what the project itself decided, not what it demonstrates
adr_rules = {"not-sealed": "warning"}
adr_coverage_warnings = []  # the demonstration has gaps to show

html_theme = "furo"
html_title = "sphinx_adr"
html_static_path = ["_static"]
html_css_files = ["documentation.css"]
