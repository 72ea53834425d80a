"""How things reach Slack: a queue that survives the process, pacing, one message that states the answer."""
