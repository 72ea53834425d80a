"""What the person who installs the desk sees in the browser at the end."""

from __future__ import annotations

from html import escape

from slack_bolt import BoltResponse
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs

from bot.messages import slack_install as say
from bot.slack.log import note

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>body{{font:1.1em/1.5 system-ui,sans-serif;max-width:36em;margin:4em auto;padding:0 1em}}
</style></head><body><h1>{title}</h1><p>{text}</p></body></html>
"""
_HEADERS = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def callbacks() -> CallbackOptions:
    """Pages for both ends, in place of Bolt's."""
    return CallbackOptions(success=_success, failure=_failure)


def _success(args: SuccessArgs) -> BoltResponse:
    name = args.installation.team_name or say.YOUR_WORKSPACE
    return _page(200, say.INSTALLED_TITLE, say.installed(name))


def _failure(args: FailureArgs) -> BoltResponse:
    note("workspace not installed", reason=args.reason)
    return _page(args.suggested_status_code, say.NOT_INSTALLED_TITLE, say.not_installed(args.reason))


def _page(status: int, title: str, text: str) -> BoltResponse:
    return BoltResponse(
        status=status, headers=dict(_HEADERS), body=_PAGE.format(title=escape(title), text=escape(text))
    )
