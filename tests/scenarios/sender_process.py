"""A process that sends what is due in the outbox, once, and ends: the part of the bot that a test can kill."""

from __future__ import annotations

from typing import Any, cast

from bot.settings import Settings
from bot.slack.options import SlackOptions
from bot.slack.preflight import workspace
from bot.slack.run import Bot
from bot.state import open_store


def main() -> None:
    """Settings come from the environment, like the bot's."""
    settings = Settings()
    nobody_asks = cast(Any, None)
    store, clients = open_store(settings.state), workspace(settings)
    Bot(settings, SlackOptions(pace=0), nobody_asks, store, clients).outbox.once()


if __name__ == "__main__":
    main()
