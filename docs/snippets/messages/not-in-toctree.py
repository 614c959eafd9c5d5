adr_rules = {"not-in-toctree": "warning"}
