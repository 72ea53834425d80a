"""What stands in a thread or a channel already: where a message or file of an earlier try is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from slack_sdk import WebClient

from bot.slack.log import note
from bot.slack.message import Place

PAGE, PAGES = 200, 20
"""Four thousand replies of a thread are looked through: one call gives 200 at most, and no answer waits for ever."""


def posted(client: WebClient, place: Place) -> Iterator[dict[str, Any]]:
    """The messages of a thread, oldest first, or of a channel, newest first; page by page.

    Raises what the client raises.
    """
    cursor = None
    for _ in range(PAGES):
        if place.thread_ts is None:
            found = client.conversations_history(
                channel=place.channel, limit=PAGE, include_all_metadata=True, cursor=cursor
            )
        else:
            found = client.conversations_replies(
                channel=place.channel, ts=place.thread_ts, limit=PAGE, include_all_metadata=True, cursor=cursor
            )
        yield from found.get("messages") or []
        cursor = (found.get("response_metadata") or {}).get("next_cursor")
        if (
            not cursor or place.thread_ts is None
        ):  # a channel goes on for years; what was just posted is on its first page
            return
    note("not looked further for an earlier message", pages=PAGES)
