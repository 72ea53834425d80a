"""What has to be there before the bot starts; one sentence for each thing that is not."""

from __future__ import annotations

from typing import Literal

from slack_sdk.errors import SlackApiError

from bot.messages import slack_setup as say
from bot.settings import Settings
from bot.slack.clients import OneWorkspace, web_client
from bot.slack.delivery import errors
from bot.slack.install import needed
from bot.slack.install.options import InstallOptions
from ingest.store.database import unusable

Mode = Literal["socket", "http"]


class CannotStartError(Exception):
    """The text says what is missing, a line a thing."""


def missing(settings: Settings, mode: Mode) -> list[str]:
    """The settings that this way of listening needs and does not have."""
    if needed.wanted(settings, options := InstallOptions()):
        return needed.missing(settings, mode, options)
    secrets = [(settings.slack_bot_token, say.NO_BOT)]
    secrets.append(
        (settings.slack_app_token, say.NO_APP) if mode == "socket" else (settings.slack_signing_secret, say.NO_SIGNING)
    )
    return [sentence for secret, sentence in secrets if not secret.get_secret_value()]


def check(settings: Settings, mode: Mode) -> None:
    """Raise CannotStartError with everything that is missing at once."""
    sentences = missing(settings, mode)
    if not settings.db.exists():
        sentences.append(say.no_database(str(settings.db)))
    elif why := unusable(settings.db):
        sentences.append(why)
    if sentences:
        raise CannotStartError("\n".join(sentences))


def workspace(settings: Settings) -> OneWorkspace:
    """The workspace behind the bot token; raises CannotStartError where Slack refuses it or does not answer."""
    try:
        return OneWorkspace(web_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url))
    except SlackApiError as error:
        if errors.meaning(error) == "later":
            raise CannotStartError(say.unreachable(settings.slack_api_url)) from error
        raise CannotStartError(say.refused(errors.code(error))) from error
    except errors.TRANSPORT as error:
        raise CannotStartError(say.unreachable(settings.slack_api_url)) from error
