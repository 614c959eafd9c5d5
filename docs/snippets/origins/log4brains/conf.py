adr_documents = ["adr/*"]
