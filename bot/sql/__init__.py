"""Questions to SQL, SQL to rows: the compiler, the checker and the runner."""
