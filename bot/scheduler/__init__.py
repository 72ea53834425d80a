"""Who does what when: one leader by a lease in the database, weekly summaries at each channel's hour."""
