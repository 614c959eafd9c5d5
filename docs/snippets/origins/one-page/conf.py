adr_documents = ["decisions", "roadmap"]
