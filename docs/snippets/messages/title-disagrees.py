adr_rules = {"title-disagrees": "warning"}
