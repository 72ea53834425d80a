"""A generator of reports: random rows in random layouts, typeset with two libraries."""
