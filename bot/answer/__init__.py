"""Rows to Answer: figures, wording, caveats, sources, evidence picture, chart."""
