"""Subscriptions of a channel: taken out, listed, ended."""

from __future__ import annotations

from bot.messages import slack_commands as say
from bot.query import Query
from bot.slack.commands import Command
from bot.slack.services import Services
from bot.slack.text import escape
from bot.state.subscriptions import KINDS, Kind


def subscribe(services: Services, team: str, channel: str, user: str, asked: Command) -> str:
    """Subscribe the channel; a filter that the desk cannot read is not guessed at."""
    word, wish = asked.word
    kind = _kind(word)
    if kind is None:
        return say.SUBSCRIBE_WHAT
    query: Query | None = None
    if wish:
        answer = services.desk.ask(say.filter_question(wish))
        if answer.status != "answered" or answer.query is None or not answer.query.filters:
            return say.filter_unclear(escape(wish), escape(answer.text if answer.status != "answered" else ""))
        query = answer.query
    is_new = services.subscriptions.put(team, channel, kind, user, filter_text=wish, filter_query=query)
    return say.subscribed(kind, escape(wish), is_new=is_new)


def unsubscribe(services: Services, team: str, channel: str, asked: Command) -> str:
    """End one, or tell that there was none; without a kind, end the only one there is."""
    kind = _kind(asked.word[0])
    if kind is None:
        active = services.subscriptions.listed(team=team, channel=channel)
        if asked.rest or len(active) != 1:
            return say.UNSUBSCRIBE_WHAT if active else say.NO_SUBSCRIPTIONS
        kind = _kind(active[0].kind)
    assert kind is not None  # noqa: S101 - stored kinds are known kinds
    return say.unsubscribed(kind) if services.subscriptions.stop(team, channel, kind) else say.not_subscribed(kind)


def listed(services: Services, team: str, channel: str) -> str:
    """The channel's subscriptions, one a line."""
    active = services.subscriptions.listed(team=team, channel=channel)
    lines = [say.subscription(each.kind, escape(each.filter_text), each.owner) for each in active]
    return "\n".join(lines) if lines else say.NO_SUBSCRIPTIONS


def _kind(word: str) -> Kind | None:
    return next((kind for kind in KINDS if word in (kind, kind.rstrip("s"))), None)
