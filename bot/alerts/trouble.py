"""Troubles with sources, told once in a channel for the people who keep the desk running."""

from __future__ import annotations

import hashlib

from bot.backing import quoting
from bot.messages import watch as say
from bot.state.outbox import Outbox
from bot.state.store import StateStore
from bot.state.types import now
from bot.summary.forms.slack import escaped
from bot.watch.rounds import Round


class Troubles:
    """Puts what newly went wrong, or right again, into the outbox as one message; nothing without a channel."""

    def __init__(self, store: StateStore, team: str, channel: str) -> None:
        self.outbox, self.team, self.channel = Outbox(store), team, channel

    def __call__(self, done: Round) -> int:
        """How many messages were put."""
        lines = [say.trouble(source, trouble.message) for source, trouble in done.troubles]
        lines += [say.outcome(f.source, o.status, None, o.message) for f, o in done.outcomes if o.status == "rejected"]
        lines += [say.recovered(source) for source in done.recovered]
        if not lines or not self.channel:
            return 0
        text = escaped("\n".join(lines))
        key = hashlib.sha256(f"{now().isoformat()}{text}".encode()).hexdigest()
        # What a server answered and what a document lacks: no figures of reports, told as the watcher worded them.
        payload = {"text": text, "backing": quoting(*lines).model_dump()}
        return int(self.outbox.put("trouble", self.channel, key, payload, team=self.team))
