"""Where requirements come from, beside ``adr-requirement``: documents, files, and sphinx-needs."""
