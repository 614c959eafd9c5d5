adr_documents = ["doc/adr/*"]
