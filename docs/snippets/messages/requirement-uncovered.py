adr_coverage_warnings = ["lost", "uncovered"]
