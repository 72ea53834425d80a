"""A Slack to test against that nobody here wrote: local-slack, with a small front that plays Slack's faults."""
