adr_rules = {"option-none-chosen": "warning"}
