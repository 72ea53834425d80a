"""The desk in Slack: listeners take what people send, delivery answers each of it once, blocks say how it looks."""
