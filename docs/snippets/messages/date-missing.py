adr_rules = {"date-missing": "warning"}
