"""Watching sources: polite looks at folders, pages, feeds and address patterns; what is new goes to ingest."""
