adr_path = "adr"
adr_statuses = ["Proposed", "Accepted", "Deprecated", "Superseded"]
html_sidebars = {"adr/*": ["adr_nav.html"]}
