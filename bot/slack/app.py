"""The Bolt app: the same for both ways of listening."""

from __future__ import annotations

import logging

from slack_bolt import App, BoltResponse
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot.slack.listeners import actions, command, feedback, home, messages, session, shortcut, views
from bot.slack.log import trouble
from bot.slack.services import Services

LISTENERS = (messages, command, actions, views, feedback, shortcut, home, session)


def build_app(
    services: Services,
    client: WebClient,
    *,
    signing_secret: str | None = None,
    authorize: Authorize | None = None,
    oauth_flow: OAuthFlow | None = None,
) -> App:
    """The app with every listener. `signing_secret` None: socket mode, where nothing is signed.

    `authorize` finds the token of the workspace an event comes from, for an app in many; without it `client` holds
    the only one. `oauth_flow` lets workspaces install the app.
    """
    app = App(
        client=client,
        authorize=authorize,  # type: ignore[arg-type]  # an Authorize is taken as well
        oauth_flow=oauth_flow,
        signing_secret=signing_secret or "socket mode has none",
        request_verification_enabled=signing_secret is not None,
        token_verification_enabled=False,
        process_before_response=False,
        logger=_quiet_logger(),
    )
    for each in LISTENERS:
        each.register(app, services)
    app.error(_failed)
    return app


def _failed(error: Exception) -> BoltResponse:
    """A listener failed. Slack gets a 500 (and delivers again where it does that); people are shown no traceback."""
    try:
        raise error
    except Exception:
        trouble("listener failed")
    return BoltResponse(status=500, body="")


def _quiet_logger() -> logging.Logger:
    """Bolt's own log at warnings: below that it holds what people wrote."""
    logger = logging.getLogger("detainer_desk.bolt")
    logger.setLevel(logging.WARNING)
    return logger
