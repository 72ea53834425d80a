"""How things look in Slack: pure functions from answers to Block Kit."""
