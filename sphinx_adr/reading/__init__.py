"""From doctree to records: what a declaration and the text around it say."""
