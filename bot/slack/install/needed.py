"""What many workspaces need before the bot starts; one sentence for each thing that is missing or in the way."""

from __future__ import annotations

from bot.messages import slack_install as say
from bot.messages import slack_setup as say_setup
from bot.settings import Settings
from bot.slack.install.options import InstallOptions
from bot.slack.install.vault import SealError, Vault


def wanted(settings: Settings, options: InstallOptions) -> bool:
    """Whether the settings speak of many workspaces. Half of them beside a bot token change nothing."""
    return options.complete or (options.named and not settings.slack_bot_token.get_secret_value())


def missing(settings: Settings, mode: str, options: InstallOptions) -> list[str]:
    """The sentences."""
    found = []
    if not options.client_id:
        found.append(say.NO_CLIENT_ID)
    if not options.client_secret.get_secret_value():
        found.append(say.NO_CLIENT_SECRET)
    if settings.slack_bot_token.get_secret_value():
        found.append(say.ONE_OR_MANY)
    if mode != "http":
        found.append(say.NEEDS_HTTP)
    if not settings.slack_signing_secret.get_secret_value():
        found.append(say_setup.NO_SIGNING)
    return found + _keys(options)


def _keys(options: InstallOptions) -> list[str]:
    if not options.keys:
        return [say.NO_KEYS]
    try:
        Vault(options.keys)
    except SealError:
        return [say.BAD_KEYS]
    return []
