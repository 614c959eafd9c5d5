adr_today = "2026-01-01"
