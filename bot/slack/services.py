"""Everything the listeners and the workers share, put together once."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.answer.answer import Answer
from bot.answer.evidence import Picture
from bot.loaded import Loaded
from bot.query import Query
from bot.slack.clients import Clients
from bot.slack.delivery.files import Files
from bot.slack.delivery.pacing import Pacer
from bot.slack.delivery.payload import Prepared
from bot.slack.delivery.progress import Lacking, Tools
from bot.slack.delivery.queue import WorkQueue
from bot.slack.delivery.sender import Sender
from bot.slack.options import SlackOptions
from bot.slack.posting import Posting
from bot.slack.running import Running
from bot.slack.tasks import Task
from bot.state import StateStore
from bot.state.answers import Answers
from bot.state.deliveries import Deliveries, Delivery
from bot.state.feedback import Feedback
from bot.state.outbox import Outbox
from bot.state.subscriptions import Subscriptions
from bot.state.threads import Threads
from bot.understand.outcome import Thread


class Answered(Protocol):
    """An answer, and the thread as the next message finds it."""

    @property
    def answer(self) -> Answer:
        """What to say."""

    @property
    def thread(self) -> Thread:
        """What to remember."""


class Desk(Protocol):
    """The pipeline from question to answer, as Slack uses it: `bot.ask.Desk`. Used from several threads at once."""

    def ask(self, question: str, thread: Thread | None = None) -> Answer:
        """Answer a question, in a thread or by itself."""

    def ask_query(self, query: Query) -> Answer:
        """Answer a plan."""

    def converse(self, question: str, thread: Thread | None = None) -> Answered:
        """Answer a message and carry its thread on."""

    def replay(self, messages: Iterable[str]) -> Thread:
        """The thread that these messages make."""

    def loaded(self) -> Loaded:
        """The edition in force, and the checked way to its rows."""

    def picture(self, query: Query, *, index: int = 1) -> Picture:
        """A page behind the answer to this plan, its rows marked."""


@dataclass
class Services:
    """Shared by all; every part may be used from any thread."""

    desk: Desk
    options: SlackOptions
    clients: Clients
    store: StateStore
    threads: Threads
    answers: Answers
    feedback: Feedback
    subscriptions: Subscriptions
    deliveries: Deliveries
    outbox: Outbox
    pacer: Pacer
    sender: Sender
    files: Files
    prepared: Prepared
    posting: Posting
    progress: Tools
    running: Running
    queue: WorkQueue

    def take_in(self, post_key: str, event_id: str | None, task: Task) -> None:
        """Write a task down and have it worked on; one delivered before is only looked at again.

        When this returns the task is safe: Slack may be told so.
        """
        delivery_id = self.deliveries.accept(post_key, event_id, task.model_dump(exclude_defaults=True), task.lane)
        if delivery_id is None:
            delivery_id = self.deliveries.find(post_key, event_id)
        if delivery_id is not None:
            self.queue.offer(delivery_id, task.lane)


def process_name() -> str:
    """A name no other running process has: for claims and leases."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


def assemble(
    desk: Desk,
    options: SlackOptions,
    store: StateStore,
    clients: Clients,
    work: Callable[[Services, Delivery], None],
) -> Services:
    """Put the parts together. `work` does one task; it is called in the workers' threads."""
    name = process_name()
    pacer = Pacer(options.pace, options.burst)
    sender, files, threads = Sender(clients, pacer), Files(clients), Threads(store)
    deliveries = Deliveries(store, name, timedelta(seconds=options.lease))
    posting = Posting()
    services: Services

    def handle(delivery: Delivery) -> None:
        work(services, delivery)

    services = Services(
        desk=desk,
        options=options,
        clients=clients,
        store=store,
        threads=threads,
        answers=Answers(store),
        feedback=Feedback(store),
        subscriptions=Subscriptions(store),
        deliveries=deliveries,
        outbox=Outbox(store, name),
        pacer=pacer,
        sender=sender,
        files=files,
        prepared=Prepared(sender, files, threads, clients, posting),
        posting=posting,
        progress=Tools(sender, Lacking(), options.status_after),
        running=Running(),
        queue=WorkQueue(deliveries, handle, options.workers),
    )
    return services
