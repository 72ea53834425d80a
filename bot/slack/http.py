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


def asgi(app: App, routes: dict[str, Route] | None = None) -> Callable[[Scope, Receive, Send], Awaitable[None]]:
    """Slack's requests under /slack/events; further GET routes (health, metrics) beside it."""
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
