"""Records into DuckDB."""
