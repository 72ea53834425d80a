"""What an operator reads when the Slack bot starts, cannot start, or stops."""

from __future__ import annotations

NO_BOT = "SLACK_BOT_TOKEN is not set: copy the bot token (xoxb-...) from your app's “OAuth & Permissions” page."
NO_APP = (
    "SLACK_APP_TOKEN is not set: socket mode needs an app-level token (xapp-...) with the scope connections:write, "
    "from your app's “Basic Information” page."
)
NO_SIGNING = (
    "SLACK_SIGNING_SECRET is not set: http mode checks Slack's signature with it; it is on your app's "
    "“Basic Information” page."
)


def no_database(path: str) -> str:
    """There is nothing to answer from."""
    return f"There is no database at {path}: run `detainer-desk --db {path} ingest PATH_OR_URL` first."


def refused(error: str) -> str:
    """Slack does not take the token."""
    return f"Slack refused the bot token ({error}): check SLACK_BOT_TOKEN, and that the app is installed."


def unreachable(url: str) -> str:
    """No Slack."""
    return f"Slack does not answer at {url}: check the network, and SLACK_API_URL."


def ready(mode: str, where: str) -> str:
    """The bot listens."""
    return f"detainer-desk listens to Slack ({mode} mode, {where})."


def closing() -> str:
    """The bot was told to stop."""
    return "Closing: questions in work are finished first."


COMMAND_HELP = "Answer in Slack: mentions, messages, /detainers, alerts. Runs until told to stop."
MODE_HELP = "How Slack reaches the bot: socket (no public address needed) or http (signed requests)."
JSON_HELP = "Nothing changes: the log on stderr is JSON lines already."


def bad_mode(mode: str) -> str:
    """A mode there is not."""
    return f"There is no mode “{mode}”: use --mode socket or --mode http."
