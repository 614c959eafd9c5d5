adr_rules = {"not-sealed": "warning"}
