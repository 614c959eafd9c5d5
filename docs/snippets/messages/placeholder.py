adr_documents = ["decisions/*"]
