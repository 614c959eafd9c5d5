extensions = ["sphinx_needs", "sphinx_adr"]

needs_id_regex = "[a-z0-9_]{5,}"
needs_types = [
    {
        "directive": "dec_rec",
        "title": "Decision record",
        "prefix": "DR_",
        "color": "#CFE2F3",
        "style": "node",
    },
]
needs_fields = {"context": {"nullable": True}, "decision": {"nullable": True}}

adr_needs = {"decisions": ["dec_rec"]}
