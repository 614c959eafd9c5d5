adr_rules = {"cites-retired": "warning"}
