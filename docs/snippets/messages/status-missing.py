adr_rules = {"status-missing": "warning"}
