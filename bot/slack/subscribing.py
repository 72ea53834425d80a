"""Subscriptions of a channel: taken out, listed, ended."""

from __future__ import annotations

from slack_sdk.errors import SlackApiError

from bot.alerts.filters import split_threshold
from bot.backing import quoting
from bot.messages import slack_commands as say
from bot.messages.scheduler import run as run_line
from bot.messages.scheduler import run_time
from bot.query import Query
from bot.scheduler.times import BadTimeError, looks_like_a_time, names_a_time, read_time
from bot.scheduler.weekly import WeeklyRuns, told_time
from bot.slack.commands import Command
from bot.slack.delivery import errors
from bot.slack.message import Reply
from bot.slack.services import Services
from bot.slack.tasks import Task
from bot.slack.text import escape
from bot.state.subscriptions import KINDS, Kind, Subscription
from bot.state.types import now


def subscribe(services: Services, team: str, channel: str, user: str, asked: Command) -> Reply:
    """Subscribe the channel; a filter that the desk cannot read is not guessed at."""
    word, wish = asked.word
    kind = _kind(word)
    if kind is None:
        return Reply(say.SUBSCRIBE_WHAT)
    if kind == "weekly" and (names_a_time(wish) or looks_like_a_time(wish)):
        return _weekly_at(services, team, channel, user, wish)
    query: Query | None = None
    if wish:
        about, threshold = split_threshold(wish)
        answer = services.desk.ask(say.filter_question(about))
        if answer.status != "answered" or answer.query is None or not answer.query.filters:
            why = answer.text if answer.status != "answered" else ""
            return Reply(say.filter_unclear(escape(wish), escape(why)), quoting(wish, why))
        query = answer.query.model_copy(update={"having": threshold})
    is_new = services.subscriptions.put(team, channel, kind, user, filter_text=wish, filter_query=query)
    return Reply(say.subscribed(kind, escape(wish), is_new=is_new), quoting(wish))


def _weekly_at(services: Services, team: str, channel: str, user: str, words: str) -> Reply:
    """The weekly summary at a day and hour; whoever asks for it sees it first, as a direct message."""
    try:
        time = read_time(words, now(), _zone(services, team, user))
    except BadTimeError as problem:
        return Reply(escape(str(problem)), quoting(str(problem)))
    is_new = services.subscriptions.put(team, channel, "weekly", user, schedule=time.to_json())
    made = next(each for each in services.subscriptions.listed(team=team, channel=channel, kind="weekly"))
    # Making a summary takes longer than Slack waits for an answer to the command; and a stop must not cut it short.
    task = Task(kind="preview", team=team, channel=channel, user=user)
    services.take_in(f"preview:{made.id}:{now().isoformat()}", None, task)
    return Reply(say.subscribed_at(told_time(made), is_new=is_new), quoting(told_time(made)))


def _zone(services: Services, team: str, user: str) -> str:
    """The person's own time zone, as Slack knows it; UTC where it does not say."""
    try:
        return str(services.clients.of(team).users_info(user=user)["user"].get("tz") or "UTC")
    except (SlackApiError, *errors.TRANSPORT):
        return "UTC"


def unsubscribe(services: Services, team: str, channel: str, asked: Command) -> Reply:
    """End one, or tell that there was none; without a kind, end the only one there is."""
    kind = _kind(asked.word[0])
    if kind is None:
        active = services.subscriptions.listed(team=team, channel=channel)
        if asked.rest or len(active) != 1:
            return Reply(say.UNSUBSCRIBE_WHAT if active else say.NO_SUBSCRIPTIONS)
        kind = _kind(active[0].kind)
    assert kind is not None  # noqa: S101 - stored kinds are known kinds
    ended = services.subscriptions.stop(team, channel, kind)
    return Reply(say.unsubscribed(kind) if ended else say.not_subscribed(kind))


def listed(services: Services, team: str, channel: str) -> Reply:
    """The channel's subscriptions, one a line."""
    active = services.subscriptions.listed(team=team, channel=channel)
    lines = [say.subscription(each.kind, escape(each.filter_text), each.owner, _when(each)) for each in active]
    runs = WeeklyRuns(services.store, services.desk).listed(team, channel, limit=3)
    lines += [f"    {run_line(run.due_at, run.outcome, run.report_id)}" for run in runs]
    times = [text for run in runs for text in (run_time(run.due_at), run.report_id or "")]
    behind = quoting(*(text for each in active for text in (each.filter_text, _when(each))), *times)
    return Reply("\n".join(lines) if lines else say.NO_SUBSCRIPTIONS, behind)


def _when(each: Subscription) -> str:
    return told_time(each) if each.schedule else ""


def _kind(word: str) -> Kind | None:
    return next((kind for kind in KINDS if word in (kind, kind.rstrip("s"))), None)
