"""Files: pictures that a message shows, and files that stand in a thread by themselves.

Slack finishes an upload after it has said ok, and now and then shares nothing; so what was asked for is checked.
`alt_txt` is never sent with an upload (the share then fails silently): a picture's description goes on its block.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.slack.clients import Clients
from bot.slack.delivery import errors
from bot.slack.delivery.earlier import posted
from bot.slack.delivery.queue import TryAgainError
from bot.slack.log import note
from bot.slack.message import Place

WAITS = (0.1, 0.2, 0.4, 0.8, 1.6)


class Files:
    """Uploads with the workspace's own client."""

    def __init__(self, clients: Clients, pause: Callable[[float], None] = time.sleep) -> None:
        self.clients, self.pause = clients, pause

    def picture(self, team: str, data: bytes, name: str, title: str) -> str | None:
        """Upload a picture for a block to show; its file id, or None where Slack did not get it ready in time."""
        try:
            sent = self.clients.of(team).files_upload_v2(content=data, filename=name, title=title)
        except (SlackApiError, *errors.TRANSPORT) as error:
            note("picture not uploaded", error=errors.code(error))
            return None
        file_id = str(sent["file"]["id"])
        return file_id if self._until(team, file_id, lambda info: bool(info.get("mimetype"))) else None

    def share(self, place: Place, data: bytes, name: str, title: str, resumed: bool = False) -> None:
        """Put a file into a thread, with no words: the answer above it says what there is to say.

        Raises TryAgainError when Slack is out of reach. `resumed`: look first whether an earlier try got through.
        """
        if resumed and self._there(place, name):
            return
        try:
            sent = self.clients.of(place.team).files_upload_v2(
                channel=place.channel, thread_ts=place.thread_ts, content=data, filename=name, title=title
            )
        except (SlackApiError, *errors.TRANSPORT) as error:
            if errors.meaning(error) == "later":
                raise TryAgainError(errors.retry_after(error)) from error
            raise
        if not self._until(place.team, str(sent["file"]["id"]), lambda info: bool(info.get("shares"))):
            note("file uploaded but not shared", channel=place.channel)

    def _there(self, place: Place, name: str) -> bool:
        there = posted(self.clients.of(place.team), place)
        return any(file.get("name") == name for each in there for file in each.get("files") or [])

    def _until(self, team: str, file_id: str, ready: Callable[[dict[str, Any]], bool]) -> bool:
        for wait in WAITS:
            try:
                if ready(dict(self.clients.of(team).files_info(file=file_id)["file"])):
                    return True
            except (SlackApiError, *errors.TRANSPORT) as error:
                note("file not there yet", error=errors.code(error))
            self.pause(wait)
        return False
