"""What a worker does with each kind of task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from slack_sdk.errors import SlackApiError

from bot.answer.answer import Answer
from bot.messages import slack as words
from bot.messages import slack_commands as say
from bot.query import Query
from bot.scheduler.weekly import WeeklyRuns
from bot.slack.blocks.decline import suggestions
from bot.slack.blocks.kit import section
from bot.slack.blocks.pages import other_pages
from bot.slack.conversation import Ask, Turn, lead_for, respond
from bot.slack.delivery import errors
from bot.slack.delivery.guard import Look
from bot.slack.delivery.outlet import sound_text
from bot.slack.delivery.payload import send
from bot.slack.delivery.queue import TryAgainError
from bot.slack.drill import Drill
from bot.slack.exports import Exports
from bot.slack.log import note
from bot.slack.memory import after_plan
from bot.slack.message import Message
from bot.slack.removal import offer_removal
from bot.slack.services import Services
from bot.slack.summaries import summary, wish
from bot.slack.tasks import Task, answer_id
from bot.slack.text import escape
from bot.state.answers import Given
from bot.state.deliveries import Delivery
from bot.understand.outcome import Thread

Worker = Callable[[Services, Delivery, Task], None]
MOST_ATTEMPTS = 8


def work(services: Services, delivery: Delivery) -> None:
    """Do one task. A place that is gone ends it quietly: there is nobody to tell."""
    task = Task.model_validate(delivery.task)
    try:
        WORKERS[task.kind](services, delivery, task)
    except TryAgainError as later:
        if delivery.attempts >= MOST_ATTEMPTS:
            note("given up", kind=task.kind, attempts=delivery.attempts)
            return
        raise TryAgainError(later.after * delivery.attempts) from later
    except SlackApiError as error:
        if errors.meaning(error) != "gone" or not _answered_privately(services, task, error):
            raise


def _says(services: Services, text: str, *, offered: bool = False) -> Ask:
    """Answer words. `offered`: they came from a button or a command and lean on no message that was declined."""

    def ask_desk(thread: Thread) -> tuple[Answer, Thread]:
        turned = services.desk.converse(text, replace(thread, unanswered=()) if offered else thread)
        return turned.answer, turned.thread

    return ask_desk


def _plans(services: Services, query: Query, question: str) -> Ask:
    """Answer a plan, whose words are `question`."""

    def ask_desk(thread: Thread) -> tuple[Answer, Thread]:
        answer = services.desk.ask_query(query)
        return answer, after_plan(thread, question, answer)

    return ask_desk


def ask(services: Services, delivery: Delivery, task: Task) -> None:
    """A question, or a follow-up."""
    of = wish(task.text)
    if of is not None and not task.quiet:
        summarise(services, delivery, task.model_copy(update={"text": of}))
        return

    if not task.text:
        invitation = Message.of(words.EMPTY_MENTION, [section(words.EMPTY_MENTION), *suggestions(say.EXAMPLES[:2])])
        services.sender.post(task.place, invitation, answer_id(delivery.post_key), look_first=delivery.attempts > 1)
        return
    before = services.answers.by_question(task.team, task.channel, task.ts) if task.ts else None
    if before is not None and before.id != answer_id(delivery.post_key):  # delivered late: answered as it was edited
        return
    says = _says(services, task.text, offered=task.show_question)
    turn = Turn(task.text, says, lead_for(task, task.text))
    respond(services, delivery, task, turn)


def edit(services: Services, delivery: Delivery, task: Task) -> None:
    """The question of an earlier answer now reads differently: the answer is made anew, in its place."""
    before = services.answers.by_question(task.team, task.channel, task.ts)
    if before is None:
        if not task.quiet:
            ask(services, delivery, task)
        return
    thread = services.threads.get(task.team, task.channel, before.thread_ts) or Thread()
    messages = list(thread.messages)
    place = messages.index(before.question) if before.question in messages else len(messages)

    earlier = services.desk.replay(messages[:place])
    turn = Turn(task.text, _says(services, task.text), words.EDITED, replaces=before, thread=earlier)
    respond(services, delivery, task, turn)


def choose(services: Services, delivery: Delivery, task: Task) -> None:
    """A reading was picked from those of a question back."""
    chosen = services.answers.choose(task.answer_id, task.index)
    before = services.answers.get(task.answer_id)
    if chosen is None or before is None:
        services.sender.whisper(task.place, task.user, words.GONE)
        return
    label, query = chosen

    question = _clarified(before, label)
    answer = _says(services, label) if query is None else _plans(services, query, question)
    respond(services, delivery, task, Turn(question, answer, words.PICKED.format(choice=escape(label))))


def _clarified(before: Given, label: str) -> str:
    return f"{before.question} ({label})" if before.question else label


def place(services: Services, delivery: Delivery, task: Task) -> None:
    """The question of an earlier answer, for one jurisdiction."""
    before = services.answers.get(task.answer_id)
    step = Drill(services.desk).step(before, task.text) if before else None
    if step is None:
        services.sender.whisper(task.place, task.user, words.GONE)
        return

    question = words.ask_about(step.name)
    turn = Turn(question, _plans(services, step.query, question), words.asked_by(task.user, escape(question)))
    respond(services, delivery, task, turn)


def csv(services: Services, delivery: Delivery, task: Task) -> None:
    """The rows into the thread."""
    given = services.answers.get(task.answer_id)
    if given is None:
        services.sender.whisper(task.place, task.user, words.GONE)
        return
    Exports(services).csv(given, task.place, resumed=delivery.attempts > 1)


def page(services: Services, delivery: Delivery, task: Task) -> None:
    """The page of the report into the thread, its rows marked."""
    given = services.answers.get(task.answer_id)
    index = max(task.index, 1)
    shown = Exports(services).page(given, task.place, index, resumed=delivery.attempts > 1) if given else None
    if given is None or shown is None:
        services.sender.whisper(task.place, task.user, words.GONE if given is None else words.NO_PAGE)
    elif shown.of > 1:
        text, blocks, behind = other_pages(given.id, shown.index, shown.of)
        services.sender.whisper(task.place, task.user, text, blocks, behind)


def summarise(services: Services, delivery: Delivery, task: Task) -> None:
    """The weekly summary, its details in the thread."""
    payload = summary(services.desk, task.text)
    send(services.prepared, task.place, payload, answer_id(delivery.post_key), resumed=delivery.attempts > 1)
    note("summary", report=payload.get("report"))


def preview(services: Services, delivery: Delivery, task: Task) -> None:
    """The weekly summary as the channel will get it, to the person who set it up."""
    for each in services.subscriptions.listed(team=task.team, channel=task.channel, kind="weekly"):
        WeeklyRuns(services.store, services.desk).preview(each, delivery.post_key)


def deleted(services: Services, delivery: Delivery, task: Task) -> None:
    """A question was deleted: its answer goes only when its asker says so."""
    offer_removal(services, task)


WORKERS: dict[str, Worker] = {
    "ask": ask,
    "edit": edit,
    "choose": choose,
    "place": place,
    "csv": csv,
    "page": page,
    "summary": summarise,
    "preview": preview,
    "deleted": deleted,
}


def _answered_privately(services: Services, task: Task, error: SlackApiError) -> bool:
    """A command in a channel the desk is not in: its asker alone gets the answer, over the command's own address."""
    if not task.response_url or errors.code(error) not in ("not_in_channel", "channel_not_found"):
        return False
    from slack_sdk.webhook import WebhookClient

    answer = services.desk.ask(task.text)
    told = sound_text(escape(answer.text), Look(answer))
    WebhookClient(task.response_url).send(text=f"{told}\n\n{words.NOT_JOINED}", response_type="ephemeral")
    return True
