"""What to tell whom when a document comes: new reports, revisions, corrections, and answers that no longer hold."""
