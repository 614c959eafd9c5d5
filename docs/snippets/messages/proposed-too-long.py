adr_today = "2026-01-01"
adr_proposed_days = 60
