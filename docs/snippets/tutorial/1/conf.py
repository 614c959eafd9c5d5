project = "Parcels"
extensions = ["sphinx_adr"]
