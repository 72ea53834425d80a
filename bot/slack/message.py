"""A message on its way to Slack: the text that states it, and its blocks from the richest form to the plainest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.backing import NO_NUMBER, Looks

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
class View:
    """A view over the screen, or Home, with what its numbers are held against."""

    block: Block
    look: Looks = NO_NUMBER


@dataclass(frozen=True, slots=True)
class Reply:
    """A short answer to a command, for its giver alone."""

    text: str
    look: Looks = NO_NUMBER


@dataclass(frozen=True, slots=True)
class Message:
    """`text` states the matter by itself: notifications and screen readers read it instead of the blocks."""

    text: str
    rungs: tuple[Rung, ...] = ()
    on_plainest: Callable[[], None] | None = None
    """Called after the last rung was sent: what the plain form leaves out goes along as a file."""
    look: Looks = NO_NUMBER
    """Held against each form when its turn comes; as it is, no number may stand in any."""

    @classmethod
    def of(cls, text: str, blocks: Blocks, look: Looks = NO_NUMBER) -> Message:
        """A message with one form."""
        return cls(text, (Rung("only", lambda: blocks),), look=look)
