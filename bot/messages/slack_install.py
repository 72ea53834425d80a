"""What people read when a workspace installs the desk, and operators when it cannot be installed."""

from __future__ import annotations

YOUR_WORKSPACE = "your workspace"
INSTALLED_TITLE = "The desk is installed"
NOT_INSTALLED_TITLE = "The desk was not installed"

_REASONS = {
    "access_denied": "The installation was cancelled in Slack.",
    "invalid_browser": "This page was opened in another browser than the one the installation began in.",
    "invalid_state": "This installation was finished already, or it took longer than ten minutes.",
    "invalid_code": "Slack did not confirm the installation.",
    "missing_code": "Slack's confirmation is missing.",
    "storage_error": "The desk is installed in one workspace at a time, not in a whole organisation.",
}
_AGAIN = "Nothing was kept. Begin again at /slack/install."


def installed(name: str) -> str:
    """The page at the end."""
    return f"It is in {name} now. Invite it to a channel, or write it a direct message; /detainers help says more."


def not_installed(reason: str) -> str:
    """The page where something stood in the way."""
    return f"{_REASONS.get(reason, _REASONS['invalid_code'])} {_AGAIN}"


NO_CLIENT_ID = "SLACK_CLIENT_ID is not set: it is on your app's “Basic Information” page, with the client secret."
NO_CLIENT_SECRET = "SLACK_CLIENT_SECRET is not set: it is on your app's “Basic Information” page."  # noqa: S105
NO_KEYS = (
    "DETAINER_DESK_TOKEN_KEYS is not set: the workspaces' tokens are sealed with it. Make a key with "
    '`python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"` and keep it safe.'
)
BAD_KEYS = "DETAINER_DESK_TOKEN_KEYS holds something that is no Fernet key (44 characters, ending in =)."
NEEDS_HTTP = "Workspaces install the desk over the web: start it with --mode http, or unset SLACK_CLIENT_ID."
ONE_OR_MANY = (
    "SLACK_BOT_TOKEN is for one workspace, SLACK_CLIENT_ID with SLACK_CLIENT_SECRET for many: unset one or the other."
)


def sealed_with_another(teams: list[str]) -> str:
    """Tokens that none of the keys opens."""
    return (
        f"DETAINER_DESK_TOKEN_KEYS has no key that opens the tokens of {', '.join(teams)}: add the key they were "
        "sealed with behind the new one, or let those workspaces install the desk again after removing it."
    )
