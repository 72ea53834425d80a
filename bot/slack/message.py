"""A message on its way to Slack: the text that states it, and its blocks from the richest form to the plainest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]
Blocks = list[Block]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in Slack. `thread_ts` None: a message of its own in the channel."""

    team: str
    channel: str
    thread_ts: str | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to show a message. `blocks` is called only when its turn comes: it may upload a picture."""

    name: str
    blocks: Callable[[], Blocks]


@dataclass(frozen=True, slots=True)
class Message:
    """`text` states the matter by itself: notifications and screen readers read it instead of the blocks."""

    text: str
    rungs: tuple[Rung, ...] = ()
    on_plainest: Callable[[], None] | None = None
    """Called after the last rung was sent: what the plain form leaves out goes along as a file."""

    @classmethod
    def of(cls, text: str, blocks: Blocks) -> Message:
        """A message with one form."""
        return cls(text, (Rung("only", lambda: blocks),))
