adr_required_sections = ["context", "consequences"]
