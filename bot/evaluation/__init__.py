"""Scores the desk on a question set: what it got right, what it got wrong, and what it should not have answered."""
