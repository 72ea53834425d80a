"""What an error of Slack's means for us: try again, say it more plainly, or give up."""

from __future__ import annotations

from datetime import timedelta
from http.client import HTTPException
from typing import Literal

from slack_sdk.errors import SlackApiError, SlackRequestError

Meaning = Literal["later", "blocks", "lacking", "gone", "other"]

BLOCKS = {"invalid_blocks", "invalid_blocks_format", "invalid_attachments", "msg_blocks_too_long"}
LACKING = {
    "unknown_method",
    "method_not_supported_for_channel_type",
    "not_allowed_token_type",
    "feature_not_enabled",
    "missing_scope",
    "missing_recipient_user_id",
    "missing_recipient_team_id",
}
GONE = {"channel_not_found", "not_in_channel", "is_archived", "account_inactive", "token_revoked", "invalid_auth"}
LATER = {"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}

TRANSPORT = (SlackRequestError, OSError, HTTPException)
"""What the SDK lets through when no answer came at all."""


def code(error: Exception) -> str:
    """Slack's own word for the error; the kind of the exception where Slack said nothing."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error", "unknown"))[:80]
    return type(error).__name__


def meaning(error: Exception) -> Meaning:
    """What to do about it."""
    if not isinstance(error, SlackApiError):
        return "later"
    word, status = code(error), int(getattr(error.response, "status_code", 200) or 200)
    if word in LATER or status == 429 or status >= 500:
        return "later"
    if word in BLOCKS:
        return "blocks"
    if word in LACKING:
        return "lacking"
    return "gone" if word in GONE else "other"


DEFAULT_WAIT = 5.0
"""Seconds before the next try where Slack does not say how long it wants to be left alone."""


def retry_after(error: Exception) -> timedelta:
    """How long Slack asks to wait, or the default where it does not say."""
    if isinstance(error, SlackApiError):
        headers = {str(key).lower(): value for key, value in dict(error.response.headers or {}).items()}
        asked = headers.get("retry-after")
        asked = asked[0] if isinstance(asked, list) else asked
        if asked is not None and str(asked).isdigit():
            return timedelta(seconds=int(str(asked)))
    return timedelta(seconds=DEFAULT_WAIT)
