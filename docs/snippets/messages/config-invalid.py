adr_default_status = "acepted"
