"""The documentation of sphinx_adr, built with sphinx_adr."""

from sphinx_adr import __version__

project = "sphinx_adr"
copyright = "2026, the sphinx_adr developers"
version = release = __version__

extensions = ["sphinx_adr", "myst_parser", "sphinx.ext.intersphinx"]
myst_enable_extensions = ["colon_fence", "deflist"]
html_theme = "furo"
exclude_patterns = ["_build"]
