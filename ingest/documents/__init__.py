"""One module a family of documents: it recognises its own and reads it into records."""
