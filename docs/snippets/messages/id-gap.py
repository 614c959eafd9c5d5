adr_rules = {"id-gap": "warning"}
