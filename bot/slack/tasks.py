"""What the queue holds: one thing a person wants, as JSON that outlives the process."""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot.slack.message import Place

Kind = Literal["ask", "edit", "deleted", "choose", "place", "csv", "page", "summary", "preview"]


class Task(BaseModel):
    """`thread_ts` is where the answer goes; None: a message of its own. `ts` is the message that asks."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    kind: Kind
    team: str
    channel: str
    user: str
    ts: str = ""
    thread_ts: str | None = None
    text: str = ""
    quiet: bool = False
    """Nobody named the desk: it stays silent where it has nothing to answer."""
    show_question: bool = False
    """The question was asked by button or command; the others in the channel have not seen it."""
    response_url: str = ""
    """Where a slash command can be answered privately, should the desk not be in the channel."""
    answer_id: str = ""
    index: int = -1
    progress_ts: str | None = None
    """The message that showed an earlier try at work."""

    @property
    def place(self) -> Place:
        """Where the answer goes."""
        return Place(self.team, self.channel, self.thread_ts)

    @property
    def lane(self) -> str:
        """Tasks of one thread build on each other."""
        return f"{self.team}:{self.channel}:{self.thread_ts or self.ts}"


def answer_id(post_key: str) -> str:
    """The id of the answer to a post: the same at every try, so that a second try finds what the first one posted."""
    return hashlib.sha256(post_key.encode()).hexdigest()[:16]
