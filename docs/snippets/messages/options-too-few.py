adr_rules = {"options-too-few": "warning"}
