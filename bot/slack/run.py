"""The process: put together, started, and closed so that what it began is finished."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.messages import slack_install as say_install
from bot.messages import slack_setup as say
from bot.ops.options import OpsOptions
from bot.ops.pages import OpsServer, Pages
from bot.scheduler.clock import LEASE_NAME, Clock
from bot.scheduler.lease import Lease
from bot.scheduler.weekly import WeeklyRuns
from bot.settings import Settings
from bot.slack.app import build_app
from bot.slack.clients import AppClients, web_client
from bot.slack.corrected import corrected
from bot.slack.delivery.outbox import OutboxSender
from bot.slack.http import asgi
from bot.slack.install import needed
from bot.slack.install.installing import Installing, ShutError, installing
from bot.slack.install.options import InstallOptions
from bot.slack.log import note, trouble
from bot.slack.options import SlackOptions
from bot.slack.preflight import CannotStartError, Mode, check, workspace
from bot.slack.services import Desk, Services, assemble, process_name
from bot.slack.work import work
from bot.state import StateStore, open_store
from bot.state.retention import forget

FORGET_EVERY = 3600.0


class Bot:
    """A running bot. `close` may be called from any thread, and more than once."""

    def __init__(
        self,
        settings: Settings,
        options: SlackOptions,
        desk: Desk,
        store: StateStore,
        installed: AppClients | Installing,
    ) -> None:
        self.settings, self.options, self.store = settings, options, store
        self.installing = installed if isinstance(installed, Installing) else None
        self.clients: AppClients = installed.clients if isinstance(installed, Installing) else installed
        self.services: Services = assemble(desk, options, store, self.clients, work)
        remade = partial(corrected, self.services)
        self.outbox = OutboxSender(self.services.outbox, self.services.prepared, self.services.subscriptions, remade)
        self.clock = Clock(WeeklyRuns(store, desk), Lease(store, LEASE_NAME, process_name()))
        self.pages = Pages(store, settings.db)
        self._closing = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="retention", daemon=True)

    def start_workers(self) -> None:
        """Take up what was left, and what stands in the outbox."""
        self.services.queue.start()
        self.outbox.start()
        self._keeper.start()
        self.clock.start()

    def socket(self) -> SocketModeHandler:
        """Listen over Socket Mode; returns once connected."""
        app = build_app(self.services, self.clients.client)
        token = self.settings.slack_app_token.get_secret_value()
        # This client has to carry the app token: with the bot's, Slack opens no connection.
        handler = SocketModeHandler(app, token, web_client=web_client(token, self.settings.slack_api_url))
        handler.client.connect()
        return handler

    def asgi(self) -> Callable[..., object]:
        """Listen over HTTP."""
        secret, many = self.settings.slack_signing_secret.get_secret_value(), self.installing
        app = build_app(
            self.services,
            self.clients.client,
            signing_secret=secret,
            authorize=many.authorize if many else None,
            oauth_flow=many.flow if many else None,
        )
        if many:
            many.listen(app, self.services)
        return asgi(app, self.pages.routes())

    def close(self) -> None:
        """Finish what was begun; leave the rest in the store for the next process."""
        if self._closing.is_set():
            return
        self._closing.set()
        self.services.pacer.close()
        self.services.queue.close()
        self.outbox.close()
        self.clock.close()
        self.store.close()

    def _keep(self) -> None:
        while True:
            try:
                forget(self.store, self.options.keep)
            except Exception:
                trouble("retention failed")
            if self._closing.wait(FORGET_EVERY):
                return


def run(settings: Settings, options: SlackOptions, mode: Mode, desk_of: Callable[[Settings], Desk]) -> None:
    """Run until told to stop (SIGTERM, SIGINT). Raises CannotStartError, StateError before anything listens."""
    check(settings, mode)
    many = needed.wanted(settings, InstallOptions())
    one = None if many else workspace(settings)
    store = open_store(settings.state)
    bot = Bot(settings, options, desk_of(settings), store, one or _installing(settings, store))
    bot.start_workers()
    try:
        _serve_socket(bot) if mode == "socket" else _serve_http(bot)
    finally:
        note(say.closing())
        bot.close()


def _installing(settings: Settings, store: StateStore) -> Installing:
    try:
        return installing(InstallOptions(), store, settings.slack_api_url)
    except ShutError as problem:
        store.close()
        raise CannotStartError(say_install.sealed_with_another(problem.teams)) from problem


LOOK_EVERY = 0.5
"""Seconds. A signal that the system gives to another thread does not wake this one: without looking up from time to
time, one stop in ten was not heard at all while the machine was busy."""


def _serve_socket(bot: Bot) -> None:
    stop = threading.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: stop.set())
    handler, ops = bot.socket(), OpsOptions()
    pages = OpsServer(bot.pages, ops.host, ops.port) if ops.port else None
    if pages:
        pages.start()
    note(say.ready("socket", bot.settings.slack_api_url))
    while not stop.wait(LOOK_EVERY):
        pass
    if pages:
        pages.close()
    handler.client.close()  # first: nothing more is taken in


def _serve_http(bot: Bot) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        """Stops when told to. uvicorn's own way passes the signal on afterwards, which would end us half closed."""

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            for each in (signal.SIGTERM, signal.SIGINT):
                signal.signal(each, lambda *_: setattr(self, "should_exit", True))
            yield

        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            note(say.ready("http", f"{bot.options.host}:{bot.options.port}"))

    options = {"host": bot.options.host, "port": bot.options.port, "log_level": "warning", "access_log": False}
    Server(uvicorn.Config(bot.asgi(), **options)).run()  # type: ignore[arg-type]
