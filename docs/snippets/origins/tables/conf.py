adr_documents = [
    "new/*",
    {"documents": "old/*", "exclude": "old/minutes", "prefix": "OLD-", "status": "deprecated"},
    {
        "documents": "board",
        "sections": {
            "Decided": {"status": "accepted", "prefix": "BOARD-"},
            "To decide": {"status": "proposed", "id_template": "OPEN-{number}"},
        },
    },
]
