"""Web clients: one base URL for all of them, with retries that honour Slack's limits."""

from __future__ import annotations

from typing import Protocol

from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

TIMEOUT = 20


def web_client(token: str | None, base_url: str) -> WebClient:
    """A client that waits as long as a 429 asks, at most twice.

    Nothing else is tried again here, not even a broken connection: Slack may have posted the message all the same.
    Whoever posts looks first.
    """
    client = WebClient(token=token, base_url=base_url, timeout=TIMEOUT)
    client.retry_handlers = [RateLimitErrorRetryHandler(max_retry_count=2)]
    return client


class Clients(Protocol):
    """Which client speaks in which workspace; work that outlived its process knows only the workspace's id."""

    def of(self, team: str) -> WebClient:
        """The client with this workspace's token."""

    def bot_user(self, team: str) -> str:
        """The bot's own user id there."""


class AppClients(Clients, Protocol):
    """Clients, and the one that the app itself is made with: its token is the only one, or it has none."""

    client: WebClient


class OneWorkspace:
    """The desk installed in a single workspace, by one token."""

    def __init__(self, client: WebClient) -> None:
        self.client = client
        who = client.auth_test()
        self.user, self.team = str(who["user_id"]), str(who["team_id"])

    def of(self, team: str) -> WebClient:
        """The one client."""
        return self.client

    def bot_user(self, team: str) -> str:
        """The one bot user."""
        return self.user
