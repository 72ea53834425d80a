"""The forms a summary is given out in: text, Markdown with pictures, HTML, Slack, CSV. Each is a pure function."""
