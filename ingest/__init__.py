"""Reports to DuckDB: fetch, parse, reconcile, store."""
