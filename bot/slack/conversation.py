"""One question, from the desk to the thread: the path every answer in Slack takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answer.answer import Answer
from bot.backing import WithheldError, quoting
from bot.messages import slack as words
from bot.ops.marks import reach
from bot.slack.blocks.answer import Extras, answer_message
from bot.slack.blocks.clarify import clarify_message
from bot.slack.blocks.decline import decline_message
from bot.slack.delivery.guard import Look
from bot.slack.delivery.progress import Asker, Begun, Progress
from bot.slack.exports import Exports
from bot.slack.log import Stopwatch, logger, note, trouble
from bot.slack.memory import trimmed
from bot.slack.message import Message, Place
from bot.slack.services import Services
from bot.slack.tasks import Task, answer_id
from bot.slack.text import escape
from bot.state.answers import Given
from bot.state.deliveries import Delivery
from bot.understand.outcome import Thread

Ask = Callable[[Thread], tuple[Answer, Thread]]
"""From the thread so far to the answer and the thread after it."""

NO_QUESTION = frozenset({"vague", "no_context", "empty_question", "smalltalk"})
"""Thanks and the like: in a thread that goes on without naming the desk, no answer is asked for."""
UNCLEAR = NO_QUESTION | {"unknown_word", "unaccounted", "opinion", "help"}
"""What several people say to each other there may be none of the desk's business."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and how to answer it. `replaces`: the earlier answer whose message it takes over."""

    question: str
    ask: Ask
    lead: str = ""
    replaces: Given | None = None
    thread: Thread | None = None


def respond(services: Services, delivery: Delivery, task: Task, turn: Turn) -> None:
    """Answer in the thread, and remember what was said."""
    watch = Stopwatch()
    number = turn.replaces.id if turn.replaces else answer_id(delivery.post_key)
    place, thread_key = task.place, task.thread_ts or task.ts
    thread = turn.thread or services.threads.get(task.team, task.channel, thread_key) or Thread()
    logger.debug("question", extra={"data": {"id": number, "text": turn.question}})
    progressing = _progress(services, delivery, task, turn)
    with services.running.begin(task.team, task.channel, thread_key) as run, progressing as progress:
        watch.lap("thread")
        try:
            answer, after = turn.ask(thread)
        except Exception:  # whatever went wrong, the person is told that something did, and nothing more
            if not run.stopped:
                trouble("question failed", id=number)
            progress.finish(Message(words.STOPPED) if run.stopped else _noted(words.FAILED.format(id=number), number))
            return
        if run.stopped:
            progress.finish(Message(words.STOPPED))
            return
        watch.lap("answer")
        reach("asked")
        if task.quiet and answer.code in _silent_on(services, task, thread_key):
            return
        if not services.deliveries.holds(delivery.id):  # asleep for longer than the lease: another process answers
            note("taken over", id=number)
            return
        given = _given(task, turn, number, thread_key, answer)
        message = _message(services, given, place, turn.lead)
        watch.lap("draw")
        try:
            _send(services, progress, message, given, trimmed(after))
        except WithheldError as withheld:
            trouble("answer withheld", id=number, strays=withheld.strays, sql=answer.sql)
            nothing = Answer(status="declined", code="withheld", text=words.WITHHELD.format(id=number))
            _send(services, progress, _noted(nothing.text, number), replace(given, answer=nothing), trimmed(after))
        watch.lap("send")
    note("answered", id=number, status=answer.status, code=answer.code, total=watch.total(), steps=watch.steps)


def _noted(text: str, number: str) -> Message:
    """A sentence that names where it was noted; that name has digits, and is no figure."""
    return Message(text, look=quoting(number))


def _silent_on(services: Services, task: Task, thread_key: str) -> frozenset[str]:
    """Alone with the desk a person is told what it did not understand; among others it keeps out of their talk."""
    askers = services.answers.askers(task.team, task.channel, thread_key)
    return NO_QUESTION if askers <= {task.user} else UNCLEAR


def _progress(services: Services, delivery: Delivery, task: Task, turn: Turn) -> Progress:
    client = services.clients.of(task.team)
    shown = turn.replaces.ts if turn.replaces else task.progress_ts
    begun = Begun(
        ts=shown,
        resumed=delivery.attempts > 1,
        tell=lambda ts: services.deliveries.remember(delivery.id, progress_ts=ts),
    )
    key = turn.replaces.id if turn.replaces else answer_id(delivery.post_key)
    return Progress(services.progress, client, task.place, Asker(task.user, task.team), key, begun)


def _given(task: Task, turn: Turn, number: str, thread_key: str, answer: Answer) -> Given:
    return Given(
        id=number,
        team=task.team,
        channel=task.channel,
        thread_ts=thread_key,
        question_ts=turn.replaces.question_ts if turn.replaces else task.ts,
        user=task.user,
        question=turn.question,
        answer=answer,
        ts=turn.replaces.ts if turn.replaces else None,
        lead=turn.lead,
    )


def _message(services: Services, given: Given, place: Place, lead: str) -> Message:
    look = Look(given.answer, lead)
    if given.answer.status == "clarify":
        return clarify_message(given.answer, given.id, look)
    if given.answer.status == "declined":
        return decline_message(given.answer, look)
    exports = Exports(services)
    extras = Extras(
        chart=exports.chart(given),
        picture=lambda chart: exports.picture(given, chart),
        attach_csv=lambda: exports.csv(given, place),
        lead=lead,
    )
    return answer_message(given, extras, look)


def _send(services: Services, progress: Progress, message: Message, given: Given, after: Thread) -> None:
    """Everything is written down before the message goes out: the next one may come at once."""
    place = progress.place
    services.answers.put(given)
    if place.thread_ts is not None:
        services.threads.put(place.team, place.channel, place.thread_ts, after)
        ts = progress.finish(message)
        reach("stated")
        services.answers.posted(given.id, ts)
        return
    with services.posting.at(place.team, place.channel):  # of its own: only Slack knows its thread's name
        ts = progress.finish(message)
        services.answers.posted(given.id, ts)
        services.threads.put(place.team, place.channel, ts, after)


def lead_for(task: Task, question: str) -> str:
    """Whose question it is, where nobody else has seen it."""
    return words.asked_by(task.user, escape(question)) if task.show_question else ""
