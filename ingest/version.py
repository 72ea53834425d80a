"""Versions that decide whether a stored document is read again."""

PARSER_VERSION = "6"
"""Counts up when the reader would make other rows from the same bytes."""

SCHEMA_VERSION = 5
"""Counts up with schema.sql and views.sql."""
