"""The decision log itself, in plain Python: this package imports neither Sphinx nor docutils."""
