"""The ASGI app of http mode: Slack's requests, verified by Bolt, each in a thread so that none holds up the others."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.asgi import SlackRequestHandler
from slack_bolt.adapter.asgi.http_request import AsgiHttpRequest

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Route = Callable[[], tuple[int, str, str]]
"""Answers a GET: status, content type, body."""

PATH = "/slack/events"


class Handler(SlackRequestHandler):
    """Bolt's handler, off the event loop: its own waits for the listener's ack in the loop itself."""

    async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse:
        """Let the app answer the request."""
        body = await request.get_raw_body()
        bolt = BoltRequest(body=body, query=request.query_string, headers=request.get_headers())
        return await asyncio.to_thread(self.app.dispatch, bolt)

    async def handle_installation(self, request: AsgiHttpRequest) -> BoltResponse:
        """Somebody begins to install the app."""
        assert self.app.oauth_flow is not None  # noqa: S101 - Bolt asks only where there is one
        return await asyncio.to_thread(self.app.oauth_flow.handle_installation, _without_body(request))

    async def handle_callback(self, request: AsgiHttpRequest) -> BoltResponse:
        """Slack sends the person back; the code is traded for a token."""
        assert self.app.oauth_flow is not None  # noqa: S101 - Bolt asks only where there is one
        return await asyncio.to_thread(self.app.oauth_flow.handle_callback, _without_body(request))


def _without_body(request: AsgiHttpRequest) -> BoltRequest:
    return BoltRequest(body="", query=request.query_string, headers=request.get_headers())


def asgi(app: App, routes: dict[str, Route] | None = None) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
    """Slack's requests under /slack/events, Bolt's pages for installing; further GET routes (health, metrics)."""
    handler, more = Handler(app, path=PATH), routes or {}

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        route = more.get(scope.get("path", "")) if scope["type"] == "http" and scope["method"] == "GET" else None
        if route is None:
            await handler(scope, receive, send)
            return
        status, kind, body = await asyncio.to_thread(route)
        headers = [(b"content-type", kind.encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body.encode()})

    return serve
